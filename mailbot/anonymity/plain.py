"""A text as its reader takes it in: one kind of digit, space and dash, no invisible marks, no look-alike letters.

A telephone number in full-width or Arabic digits, or with a zero-width space inside, is read like any other.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from mailbot.anonymity.names.folding import folded, lowered

_BY_CATEGORY = {"Mn": "", "Me": "", "Cf": "", "Zs": " ", "Pd": "-"}
_AS_READ = dict.fromkeys("\u3002\uff61\u2024\ufe52", ".") | dict.fromkeys("\u2236\ua789", ":")
_AS_READ |= dict.fromkeys("\u2044\u2215\u29f8", "/") | dict.fromkeys("\u2022\u00b7\u2027\u30fb\u2219\u22c5", "\u00b7")
_AS_READ |= dict.fromkeys("\u2800\u3164\u115f\u1160\uffa0", " ")  # letters by name that show nothing
_AS_READ |= {"\u2028": "\n", "\u2029": "\n", "\ufe6b": "@", "\u2795": "+"}
_MOST_LETTERS = 8192  # kept; a text of every letter that there is must not fill the memory


class _Reading(dict[int, str]):
    """What each character is read as, worked out when first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        as_read = letter if letter.isascii() else _as_read(letter)
        if len(self) < _MOST_LETTERS:
            self[code] = as_read
        return as_read


def _as_read(letter: str) -> str:
    category = unicodedata.category(letter)
    if letter in _AS_READ or category in _BY_CATEGORY:
        return _AS_READ.get(letter, _BY_CATEGORY.get(category, ""))
    if category == "Nd":
        return str(unicodedata.decimal(letter))
    # Circled digits, but not the raised ones of "10⁹" and "m²".
    if category == "No":
        digit = unicodedata.digit(letter, None)
        return letter if digit is None or unicodedata.decomposition(letter).startswith("<super>") else str(digit)
    return folded(letter)


_READING = _Reading()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A writer's text and how it reads. Places are those of `text`; `low` is as long."""

    written: str
    text: str
    low: str

    def origins(self) -> list[int]:
        """For each character of `text` where it came from in what was written."""
        if self.text is self.written:
            return list(range(len(self.text)))
        return [at for at, letter in enumerate(self.written) for _ in _READING[ord(letter)]]


def plain(written: str) -> Plain:
    """The text as it reads."""
    text = written if written.isascii() else written.translate(_READING)
    return Plain(written=written, text=text, low=lowered(text))
