"""Text with everything folded away that a mail client may change without changing a word."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Quote marks, emphasis marks and invisible characters: clients add and drop them freely.
_DROPPED = frozenset("*_>|`~\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad") | {
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFE00, 0xFE10))
}
_SAME = str.maketrans(dict.fromkeys("‘’‚‛′´", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—―−", "-"))
BLANKS = " \t\u00a0\u200b\u200c\ufeff\u2060\u00ad"


@lru_cache(maxsize=4096)
def folded(char: str) -> str:
    """What stands for one character in a squared text: lower case, no accent, plain marks; "" if it is dropped."""
    if char.isspace() or char in _DROPPED:
        return ""
    parts = unicodedata.normalize("NFKD", char.translate(_SAME)).casefold()
    return "".join(c for c in parts if not c.isspace() and c not in _DROPPED and not unicodedata.combining(c))


def squared(text: str) -> str:
    """The text as one run of folded characters, so that wrapping, quoting and typography no longer matter."""
    return "".join(map(folded, text))


def collapsed(text: str) -> str:
    """The text in lower case with blanks and light punctuation as single blanks: how names are compared."""
    return " ".join("".join(" " if c in ",.!*_-;" else c for c in text.casefold()).split())
