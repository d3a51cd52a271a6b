"""A scale or its options typed out or copied, with one point marked: "[ ] 1 [x] 2 [ ] 3", "1 2 3 (4) 5"."""

from __future__ import annotations

import re
from itertools import pairwise

_TICKS = "xX*✓✔✗✘√☑☒■●◉🗹"
_BOX = re.compile(
    rf"\[[ \t_]{{0,3}}([{_TICKS}]?)[ \t_]{{0,3}}\]|\([ \t]{{0,3}}([{_TICKS}]?)[ \t]{{0,3}}\)|([☐☑☒□■○●◉🗹])"
)
_POINT = re.compile(r"([\[(<{*_]{0,2})(\d{1,2})([\])>}*_]{0,2})")
_FEWEST = 3  # points in a row that make a scale typed out


def ticked_label(text: str) -> str | None:
    """What stands beside the one ticked box, by its own words; "" if none or several are ticked, None without boxes.

    A box stands before its label or behind it, the same all the way; the first one tells.
    """
    boxes = list(_BOX.finditer(text))
    ticked = [at for at, box in enumerate(boxes) if any(sign in _TICKS for sign in filter(None, box.groups()))]
    if not boxes or (len(boxes) == 1 and not ticked):
        return None
    if len(ticked) != 1:
        return ""
    edges = [0, *(edge for box in boxes for edge in box.span()), len(text)]
    between = [text[left:right].strip(" \t\r\n,;:.-–|/") for left, right in zip(edges[::2], edges[1::2], strict=True)]
    labels = between[:-1] if between[0] else between[1:]
    return labels[ticked[0]] or (str(ticked[0] + 1) if not any(between) else "")


def marked_point(line: str, points: int) -> int | None:
    """The one point set off in a scale typed out in full, "1 2 3 (4) 5"; 0 for none or several, None for no scale."""
    found = list(_POINT.finditer(line))
    numbers = [int(point[2]) for point in found]
    full = len(numbers) >= _FEWEST and numbers in (list(range(1, points + 1)), list(range(points, 0, -1)))
    between = [line[left.end() : right.start()] for left, right in pairwise(found)]
    if not full or any(any(map(str.isalnum, gap)) for gap in between):
        return None
    marked = [point for point in found if point[1] and point[3]]
    return int(marked[0][2]) if len(marked) == 1 else 0
