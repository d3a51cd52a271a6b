"""Text with everything folded away that a mail client may change without changing a word."""

from __future__ import annotations

import unicodedata
from itertools import compress

# Quote marks, emphasis marks, soft line breaks ("=") and invisible characters: clients add and drop them freely.
_DROPPED = frozenset("*_>|`~=\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad") | {
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFE00, 0xFE10))
}
_UNSEEN = dict.fromkeys(ord(char) for char in _DROPPED if ord(char) > 0x7F)  # noqa: PLR2004 - ASCII is all seen
_SAME = str.maketrans(dict.fromkeys("‘’‚‛′´", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—―−", "-"))
_LIGHT = str.maketrans(dict.fromkeys(",.!*_-;", " "))
BLANKS = " \t\u00a0\u200b\u200c\ufeff\u2060\u00ad"


_MOST_LETTERS = 4096  # kept folded; a text of every letter that there is must not fill the memory


class _Folding(dict[int, str | None]):
    """What stands for each character, worked out when first met: str.translate asks this table, not Python code."""

    def __missing__(self, code: int) -> str | None:
        found = _folded(chr(code)) or None  # None is "dropped", and the only way that keeps translate fast
        if len(self) < _MOST_LETTERS:
            self[code] = found
        return found


def _folded(char: str) -> str:
    if char.isspace() or char in _DROPPED:
        return ""
    parts = unicodedata.normalize("NFKD", char.translate(_SAME)).casefold()
    return "".join(c for c in parts if not c.isspace() and c not in _DROPPED and not unicodedata.combining(c))


_FOLDING = _Folding()
_STAYS = bytes(bool(_folded(chr(code))) for code in range(256))  # of ASCII, which folds one to one or is dropped


def squared(text: str) -> str:
    """The text as one run of folded characters, so that wrapping, quoting and typography no longer matter.

    Lower case, no accents, plain marks; what clients add and drop is gone.
    """
    return text.translate(_FOLDING)


def visible(text: str) -> str:
    """The text without the characters that nobody sees: soft hyphens, zero widths, marks of direction."""
    return text if text.isascii() else text.translate(_UNSEEN)


def columns_of(text: str) -> list[int]:
    """For each character of the squared text, the place in the text that it came from; a ligature's place twice."""
    if text.isascii():
        return list(compress(range(len(text)), text.encode("ascii").translate(_STAYS)))
    return [column for column, char in enumerate(text) for _ in _FOLDING[ord(char)] or ""]


def collapsed(text: str) -> str:
    """The text in lower case with blanks and light punctuation as single blanks: how names are compared."""
    return " ".join(text.casefold().translate(_LIGHT).split())
