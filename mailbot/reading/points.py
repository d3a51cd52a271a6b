"""The points of a list answer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_SIGNS = "-*•·–—+▪▫■□●○◦‣⁃➤➢►▶✓✔→⇒»"
_BULLET = re.compile(
    rf"\s{{0,8}}(?:[{_SIGNS}]{{1,2}}\s{{1,16}}|[•·▪●◦‣→]|#\d{{1,2}}[.):]?\s{{1,4}}|\(?\d{{1,2}}[.)]\s{{1,4}}"
    r"|\(?[a-zA-Z][.)]\s{1,4}|\(?[ivx]{1,4}[.)]\s{1,4}|o\s{1,4})(?=\S)"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s{1,4}(?=[^\W\d_a-z])")
_VARIANT = "\ufe0f "  # what says that a sign is drawn in colour
_SHORTEST = 3  # characters of a sentence that can be a point


def without_bullet(line: str) -> str:
    """The line without the sign that begins a point of a list."""
    mark = _BULLET.match(line)
    return line[mark.end() :] if mark else line


def points_of(text: str) -> tuple[str, ...]:
    """The points in order, without their bullets: bulleted lines, else lines, else ";" or sentences of one line."""
    rows = _spaced_signs([row.strip() for row in text.split("\n") if row.strip()])
    if any(_BULLET.match(row) for row in rows):
        return _bulleted(rows)
    if len(rows) > 1:
        return tuple(rows)
    line = rows[0] if rows else ""
    for pieces in (line.split(";"), _SENTENCE.split(line)):
        found = tuple(piece.strip() for piece in pieces if len(piece.strip()) >= _SHORTEST)
        if len(found) > 1:
            return found
    return tuple(rows)


def is_one_list(lines: Sequence[str]) -> bool:
    """Whether the lines are one list from its beginning: each with a bullet, and numbers count from one."""
    rows = [line for line in lines if line.strip()]
    marks = [row[: len(row) - len(without_bullet(row))].strip(" ().#\t") for row in rows]
    numbers = [mark for mark in marks if mark.isalnum()]
    return (
        len(rows) > 1
        and all(row != without_bullet(row) for row in rows)
        and (not numbers or numbers[0].lower() in ("1", "a", "i", "o"))
    )


def has_more_below_list(lines: Sequence[str]) -> bool:
    """Whether a list of two points or more is followed by a line that is none."""
    marked = [row != without_bullet(row) for row in lines if row.strip()]
    return sum(marked) > 1 and not marked[-1]


def _spaced_signs(rows: list[str]) -> list[str]:
    """With a blank behind a sign that every line begins with, "-one" and "-two", or one picture before each of them."""
    signs = {row[0] for row in rows}
    if len(rows) < 2 or len(signs) != 1 or not all(row[1:2].strip() or row[1:2] == " " for row in rows):  # noqa: PLR2004
        return rows
    sign = signs.pop()
    if unicodedata.category(sign) == "So":
        return [f"- {row[1:].lstrip(_VARIANT)}" for row in rows]
    return [f"{sign} {row[1:]}" for row in rows] if sign in "-*+" and all(row[1].isalpha() for row in rows) else rows


def _bulleted(rows: list[str]) -> tuple[str, ...]:
    points: list[str] = []
    for row in rows:
        mark = _BULLET.match(row)
        if mark:
            points.append(row[mark.end() :].strip())
        elif points:
            points[-1] += " " + row
        else:
            points.append(row)
    return tuple(points)
