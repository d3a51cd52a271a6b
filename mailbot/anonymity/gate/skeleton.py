"""Text reduced to its skeleton: what two spellings that look alike have in common. Case is kept."""

from __future__ import annotations

import re
import unicodedata

from mailbot.anonymity.gate.shapes import SHAPES

_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_MOST_KEPT = 4096  # runs: a text of all that there is must not fill the memory
_LONGEST_KEPT = 8
_BY_CATEGORY = {"Zs": " ", "Pd": "-", "Pi": '"', "Pf": '"', "Cf": "", "Cs": "", "Co": "", "Cn": ""}


class _Skeletons(dict[str, str]):
    """What each run of foreign characters becomes, worked out when it is first met: most are one dash or one letter."""

    def __missing__(self, run: str) -> str:
        bare = "".join(map(_bare, unicodedata.normalize("NFKD", run)))
        if len(self) < _MOST_KEPT and len(run) <= _LONGEST_KEPT:
            self[run] = bare
        return bare


def _bare(letter: str) -> str:
    """Marks and format characters are nothing, foreign signs one of ours; letters and digits stay."""
    if letter in SHAPES or letter.isascii():
        return SHAPES.get(letter, letter)
    category = unicodedata.category(letter)
    if category[0] == "M":
        return ""
    return letter if letter.isalnum() else _BY_CATEGORY.get(category, "*")


_SKELETONS = _Skeletons()


def skeleton(text: str) -> str:
    r"""The text with marks, invisible characters and look-alikes undone; as many lines as before.

    >>> skeleton("J\u200bа\u0301ne")  # the second letter is Cyrillic
    'Jane'
    """
    if text.isascii():
        return text
    # Line by line: of most lines nothing is foreign, and those cost nothing.
    return "\n".join([line if line.isascii() else _FOREIGN.sub(_of_run, line) for line in text.split("\n")])


def _of_run(run: re.Match[str]) -> str:
    return _SKELETONS[run[0]]
