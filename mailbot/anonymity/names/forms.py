"""One way in which a person can be named, and how it is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mailbot.model.ids import PersonId

# Scripts that leave no space between words, or join others to them: a name is looked for anywhere in a run of letters.
_UNSPACED = (
    r"\u0590-\u06ff\u0900-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0002ffff"
)
UNSPACED = re.compile(f"[{_UNSPACED}]")
WORD = re.compile(rf"[^\W_{_UNSPACED}]+|[{_UNSPACED}]+")
LEFT, RIGHT = r"(?<![^\W_])", r"(?![^\W_])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way in which a person can be named. `key` is a word that any text holding it must hold; "" if none is sure.

    `ordinary`: "" counts anywhere, "word" only where a name would stand, "place" not behind "in" or "near", "month"
    only beside another name, in a greeting or a sign-off.
    """

    person: PersonId
    kind: str  # "name", "address", "username", "domain"
    key: str
    pattern: str = ""  # "" where the key alone is looked for, as a whole word
    ordinary: str = ""
    name: str = ""  # its letters, where it is a name or a username
    initials: str = ""  # of the person's names: what may stand beside this one
    single: bool = False  # one word of a name, which may stand in two
    guessed: bool = False  # a usual short form, not one that the roster has

    def places(self, low: str) -> Iterator[tuple[int, int]]:
        """Where it stands in folded lower-case text."""
        if self.pattern:
            for match in _compiled(self.pattern).finditer(low):
                yield match.span()
            return
        width = len(self.key)
        at = low.find(self.key)
        while at >= 0:
            end = at + width
            if not (_goes_on(low[end : end + 1]) or (at and _goes_on(low[at - 1]))):
                yield at, end
            at = low.find(self.key, end)


def _goes_on(letter: str) -> bool:
    """Whether a word goes on with it; a script without blanks is another word."""
    return letter.isalnum() and (letter.isascii() or UNSPACED.match(letter) is None)


_compiled = lru_cache(maxsize=4096)(re.compile)


def longest(text: str) -> str:
    """The longest run of letters and digits: the key by which the text is found."""
    return max(WORD.findall(text), key=len, default="")
