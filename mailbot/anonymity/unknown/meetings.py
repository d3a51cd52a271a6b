"""What lets one into a meeting: its number, its code, its passcode."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.cues import behind
from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain

_MEETING = re.compile(
    r"(?:meeting|zoom|webex|teams|conference)(?:\smeeting|\scall)?(?:\s(?:id|number|code|room))?(?:\s(?:is|no|number))?"
    r"[\s:#.=(-]{1,3}(?P<name>\d{3,4}[ -]?\d{3,4}[ -]?\d{3,5})(?!\d)"
)
_JOIN = re.compile(r"(?:meet|join|code|meeting)(?![a-z])[^.\n]{0,24}?[ :](?P<name>[a-z]{3}-[a-z]{4}-[a-z]{3})(?![\w-])")
_PASSCODE = re.compile(
    r"(?:passcode|pass code|meeting password)(?:\s(?:is|no|number))?[\s:=#]{1,3}(?P<name>\w{0,8}\d\w{2,12})"
)
_YEARS = re.compile(r"(?:(?:19|20)\d\d[ -]?){2,3}")


def meetings(plain: Plain) -> Iterator[Seen]:
    """Every number or code of a meeting in the text."""
    low = plain.low
    for match in behind(_MEETING, low, "meeting", "zoom", "webex", "teams", "conference"):
        if not _YEARS.fullmatch(match["name"]):
            yield _link(match)
    for match in behind(_JOIN, low, "meet", "join", "code"):
        yield _link(match)
    for match in behind(_PASSCODE, low, "passcode", "pass code", "meeting password"):
        yield _link(match)


def _link(match: re.Match[str]) -> Seen:
    return Seen(kind="link", start=match.start("name"), end=match.end("name"))
