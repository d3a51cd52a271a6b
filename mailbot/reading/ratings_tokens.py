"""An answer as words, numbers and signs, each with the place where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.reading.folding import squared
from mailbot.reading.numerals import ENCLOSED, plain_signs

LOOK = 200  # characters at the start of an answer that can hold a value
_TOKEN = re.compile(r"(\d+(?:[.,]\d+)?)|([^\W\d_]+(?:['\u2019-][^\W\d_]+)*)|(\n)|(\S)")
_AND_A_HALF = re.compile("(?<=[0-9])[\u00bc-\u00be\u2150-\u215e]")
_HALVES = re.compile("[\u00bc-\u00be\u2150-\u215e]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A number, a folded word, a line's end or a sign; `tight` if nothing stands between it and the one before."""

    text: str
    kind: str  # "number", "word", "line", "sign"
    tight: bool


def plain_answer(text: str) -> str:
    """The start of the answer with numbers in any script as ASCII digits; "4½" becomes "4.5"."""
    halves = _HALVES.sub("0.5", _AND_A_HALF.sub(".5", text[:LOOK]))
    return "\n".join(plain_signs(row) for row in halves.split("\n")).replace(ENCLOSED, "")


def tokens_of(plain: str) -> list[Token]:
    """The tokens in order."""
    found: list[Token] = []
    end = -1
    for match in _TOKEN.finditer(plain):
        number, word, line, _ = match.groups()
        kind = "number" if number else "word" if word else "line" if line else "sign"
        found.append(Token(text=squared(word) if word else match[0], kind=kind, tight=match.start() == end))
        end = match.end()
    return found
