"""Quote marks that are not ">": "Zoe> ", "    Night> ", ": ", "% ", as Supercite, Lotus and gateways write them."""

from __future__ import annotations

import re
from collections import Counter

_NAME_MARK = re.compile(r"[ \t]{0,8}([^\W\d_](?:[^\W\d_]|[.-]){0,11}>|:)(?=\s|$)")
_SIGNS = ":%#]}!=;$&"  # never one that people begin their points with
_SIGN_MARK = re.compile(r"(#(?!\d)|([:%\]}!=;$&])\2{0,2}(?!\2))")  # "#3" is an answer's number
_FEWEST_LINES = 6  # fewer could be a person who types "me> yes"
_USUAL = 0.5  # of the lines that hold anything: for a sign, which six lines may begin with by chance


def with_usual_marks(rows: list[str]) -> list[str]:
    """The rows with ">" in place of another mark that begins many of them."""
    rows = _with_usual_signs(rows)
    found = [_NAME_MARK.match(row) for row in rows]
    often = {mark for mark, count in Counter(m[1] for m in found if m).items() if count >= _FEWEST_LINES}
    if not often:
        return rows
    return [f">{row[m.end() :]}" if m and m[1] in often else row for m, row in zip(found, rows, strict=True)]


def _with_usual_signs(rows: list[str]) -> list[str]:
    firsts = Counter([row[:1] for row in rows])
    least = max(_FEWEST_LINES - 1, _USUAL * (len(rows) - firsts[""]))
    if not any(firsts[sign] > least for sign in _SIGNS):
        return rows
    found = [_SIGN_MARK.match(row) for row in rows]
    often = {mark for mark, count in Counter(m[1] for m in found if m).items() if count > least}
    return [f">{row[m.end() :]}" if m and m[1] in often else row for m, row in zip(found, rows, strict=True)]
