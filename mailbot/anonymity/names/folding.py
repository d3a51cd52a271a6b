"""Text made comparable: compatibility forms, marks and look-alike letters undone, invisible characters gone.

Case is kept (an ordinary word counts as a name only where it is capitalised); `lowered` takes it away.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from mailbot.anonymity.names.look_alikes import taken_for

_FOREIGN = re.compile(r"[^\x00-\x7f]")
_MOST_LETTERS = 8192  # kept folded; a text of every letter that there is must not fill the memory
_FEW = 24  # different letters: replacing one after the other is faster than looking up every character


class _Folding(dict[int, str]):
    """What each character becomes, worked out when first met: str.translate asks only once for each."""

    def __missing__(self, code: int) -> str:
        apart = taken_for(chr(code))
        if len(self) < _MOST_LETTERS:
            self[code] = apart
        return apart


_FOLDING = _Folding()


def folded(text: str) -> str:
    """The text in its comparable form, case kept; shorter or longer than the text where that was not ASCII."""
    if text.isascii():
        return text
    foreign = set(_FOREIGN.findall(text))
    if len(foreign) > _FEW:
        return text.translate(_FOLDING)
    for letter in foreign:
        text = text.replace(letter, _FOLDING[ord(letter)])
    return text


def lowered(text: str) -> str:
    """Folded text in lower case, character for character as long as before."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(_low(letter) for letter in text)


def _low(letter: str) -> str:
    low = letter.lower()
    return low if len(low) == 1 else letter


class Places:
    """Where the characters of a changed text stand in the text that it was made of."""

    def __init__(self, changes: Iterable[tuple[int, int, int]]) -> None:
        """Each change: where it was, how many characters, and how many there are instead."""
        self._after, self._changes = [0], [(0, 0, 0, 0)]
        moved = 0
        for start, length, width in changes:
            self._after.append(start + moved)
            self._changes.append((start, length, width, start + moved))
            moved += width - length

    def start(self, at: int) -> int:
        """Where what begins there begins; what one piece became begins with it."""
        start, length, width, after = self._changes[bisect_right(self._after, at) - 1]
        return start if at < after + width else start + length + at - after - width

    def end(self, at: int) -> int:
        """Where what ends there ends: marks that show nothing are swallowed, and a piece is not cut."""
        start, length, width, after = self._changes[bisect_right(self._after, at) - 1]
        return start + length + max(0, at - after - width) if at > after or not width else start


def places(text: str) -> Places:
    """Where the characters of `folded(text)` stand in the text: only letters that become none or several move any."""
    if text.isascii():
        return Places(())
    widths = ((letter.start(), len(_FOLDING[ord(letter[0])])) for letter in _FOREIGN.finditer(text))
    return Places((at, 1, width) for at, width in widths if width != 1)
