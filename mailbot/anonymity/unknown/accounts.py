"""Accounts named with their platform ("Insta: janesmith77"), and the numbers of meetings ("Zoom ID 987 6543 2101")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.cues import behind
from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain

_PLATFORMS = (
    *("insta", "twitter", "tiktok", "snapchat", "telegram", "skype", "linkedin", "facebook", "threads", "bluesky"),
    *("mastodon", "discord", "reddit", "youtube", "github", "researchgate", "messenger", "my gmail", "my hotmail"),
    *("gmail is", "gmail:", "signal username", "ig ", "ig:", "bsky", "nhsmail", "nhs mail"),
)
_HANDLE = re.compile(
    r"[a-z ]{2,20}(?:[ ](?:handle|username|user name|user|account|profile|name|page|id|address))?"
    r"(?P<said>[ ]?[:=(-][ ]?|[ ](?:is|as|under)[ ]|[ ])@?(?P<name>(?:live:)?[\w.-]{4,40})(?P<next>[ ][a-z]|)"
)
_SAYS_SO = re.compile(r"handle|user|account|profile| name| id[ :=]|address")
_TELLING = re.compile(r"[\w.-]{0,40}(?:[a-z][0-9]|[0-9][a-z]|[a-z][_.-][a-z]|[a-z]_[0-9]|live:)")
# "Twitter: fantastic" is an opinion, "Insta: janedoe" is not.
_JUDGED = re.compile(r".{0,6}|.*(?:ful|less|ing|ed|ly|tic|ive|ous|able|ible|ent|ant|rful|time|thing)")
_NAMED = re.compile(
    r"(?:linkedin|facebook|insta(?:gram)?|twitter|messenger|skype)(?:\s(?:profile|account|name))?(?:\s?[:=]|\s(?:as|under))\s?"
    r"(?P<name>[A-Z][a-z]+(?:[ -][A-Z][a-z'-]+){1,2})",
    re.IGNORECASE,
)
_PROFILE = re.compile(r"linkedin[\s,:(]{1,3}/?in/(?P<name>[\w-]{3,60})")
_REDDIT = re.compile(r"u/(?P<name>[a-z0-9]{0,20}[_\d-][\w-]{2,20})")
_MEETING = re.compile(
    r"(?:meeting|zoom|webex|teams|conference)(?:\smeeting|\scall)?(?:\s(?:id|number|code|room))?(?:\s(?:is|no|number))?"
    r"[\s:#.=(-]{1,3}(?P<name>\d{3}[ -]?\d{3,4}[ -]?\d{3,5})(?!\d)"
)


def accounts(plain: Plain) -> Iterator[Seen]:
    """Every account that is named with its platform, and every meeting."""
    low = plain.low
    for match in behind(_HANDLE, low, *_PLATFORMS):
        name = match["name"].rstrip(".-")
        says_so = _SAYS_SO.search(match[0], 0, match.start("name") - match.start()) is not None
        alone = match["said"].strip() in (":", "=") and not match["next"] and _JUDGED.fullmatch(name) is None
        if _TELLING.match(name) or ((says_so or alone) and match["said"].strip()):
            yield Seen(kind="handle", start=match.start("name"), end=match.start("name") + len(name))
    for match in behind(
        _NAMED, plain.text, "LinkedIn", "Facebook", "Insta", "Twitter", "linkedin", "facebook", "insta"
    ):
        if plain.text[match.start("name")].isupper():
            yield _named("handle", match)
    for match in behind(_PROFILE, low, "linkedin"):
        yield _named("handle", match)
    for match in behind(_REDDIT, low, "u/"):
        yield _named("handle", match)
    for match in behind(_MEETING, low, "meeting", "zoom", "webex", "teams", "conference"):
        yield _named("link", match)


def _named(kind: str, match: re.Match[str]) -> Seen:
    return Seen(kind=kind, start=match.start("name"), end=match.end("name"))
