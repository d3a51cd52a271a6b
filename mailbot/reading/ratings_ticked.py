"""A scale or a choice copied into the answer with one point ticked or set off: "1 2 3 [4] 5", "[ ] yes [x] no"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BOX = re.compile(
    r"[\[(]\s{0,2}(?P<tick>[xX*\u2713\u2714\u2717\u2718\u2611\u2612\u2705])?\s{0,2}[\])]"
    r"|(?P<signs>[\u2611\u2612\u2705\u2714\u2713\U0001f5f9\u25c9\u25cf\u25a0])|[\u2610\u25a1\u25a2\u25cb\u25ef]"
)
_SET_OFF = re.compile(r"[\[(*_<{>]{1,2}\s?(\d{1,2})\s?[\])*_>}<]{1,2}")
_NUMBER = re.compile(r"\d{1,3}")
_FEWEST = 3  # points of a scale that is taken for copied


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """The words beside the one tick, or "" where not one thing alone is ticked."""

    words: str


def copied(plain: str, points: int) -> Copied | None:
    """What is ticked or set off in a copy of the scale; None if the answer is no copy."""
    boxes = list(_BOX.finditer(plain))
    if len(boxes) > 1 or any(_is_ticked(box) for box in boxes):
        return Copied(words=_beside_tick(plain, boxes, points))
    numbers = [int(number) for number in _NUMBER.findall(plain)]
    rising = list(range(1, points + 1))
    if points >= _FEWEST and numbers in (rising, rising[::-1]) and not any(map(str.isalpha, plain)):
        found = _SET_OFF.findall(plain)
        return Copied(words=found[0] if len(found) == 1 else "")
    return None


def _is_ticked(box: re.Match[str]) -> bool:
    return bool(box["tick"] or box["signs"])


def _beside_tick(plain: str, boxes: list[re.Match[str]], points: int) -> str:
    ticked = [at for at, box in enumerate(boxes) if _is_ticked(box)]
    if len(ticked) != 1:
        return ""
    at = ticked[0]
    if not _BOX.sub("", plain).strip():  # nothing but boxes
        return str(at + 1) if len(boxes) == points else ""
    if not plain[: boxes[0].start()].strip():  # each box stands in front of its point
        end = boxes[at + 1].start() if at + 1 < len(boxes) else len(plain)
        words = plain[boxes[at].end() : end]
    else:
        words = plain[boxes[at - 1].end() if at else 0 : boxes[at].start()]
    return words.strip(" \t\n,;|/.")
