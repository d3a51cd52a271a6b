"""Accounts that are named with their platform: "Insta: janesmith77"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.cues import behind
from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain

_PLATFORMS = (
    *(
        "insta",
        "twitter",
        "tiktok",
        "snapchat",
        "telegram",
        "skype",
        "linkedin",
        "facebook",
        "threads",
        "bluesky",
        "bsky",
    ),
    *("mastodon", "discord", "reddit", "youtube", "github", "researchgate", "messenger", "wechat", "facetime", "gmail"),
    *("hotmail", "signal username", "username", "handle", "strava", "psn", "snap", "ig", "nhsmail", "nhs mail"),
)
_HANDLE = re.compile(
    rf"(?:{'|'.join(_PLATFORMS)})(?:gram)?"
    r"(?:[ ](?:handle|username|user name|user|account|profile|name|page|id|address))?"
    r"(?P<said>[ ]?[:=(-][ ]?|[ ](?:is|as|under)[ ]|[ ])@?(?P<name>(?:live:)?[\w.#-]{4,40})(?P<next>[ ][a-z]|)"
)
_SAYS_SO = re.compile(r"handle|user|account|profile| name| id[ :=]|address")
_TELLING = re.compile(r"[\w.-]{0,40}(?:[a-z][0-9]|[0-9][a-z]|[a-z][_.-][a-z]|[a-z]_[0-9]|[a-z]#[0-9]|live:)")
# "Twitter: fantastic" is an opinion, "Insta: janedoe" is not.
_JUDGED = re.compile(r".{0,6}|.*(?:ful|less|ing|ed|ly|tic|ive|ous|able|ible|ent|ant|rful|time|thing)")
_NAMED = re.compile(
    r"(?:linkedin|facebook|insta(?:gram)?|twitter|messenger|skype)(?:\s(?:profile|account|name))?(?:\s?[:=]|\s(?:as|under))\s?"
    r"(?P<name>[A-Z][a-z]+(?:[ -][A-Z][a-z'-]+){1,2})",
    re.IGNORECASE,
)
_PROFILE = re.compile(r"linkedin[\s,:(]{1,3}/?in/(?P<name>[\w-]{3,60})")
_SHORT_POSTS = ("tiktok", "snapchat", "insta", "wechat")  # "TikTok janedoe", but not "TikTok videos"
_THINGS = re.compile(r"s$|account|channel|live|page|group|trend|app|feed")
_REDDIT = re.compile(r"u/(?P<name>(?=[a-z0-9]{0,20}[_\d-])[\w-]{3,22})")


def accounts(plain: Plain) -> Iterator[Seen]:
    """Every account that is named with its platform."""
    low = plain.low
    for match in behind(_HANDLE, low, *_PLATFORMS):
        name = match["name"].rstrip(".-")
        if _TELLING.match(name) or _is_said(match, name):
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


def _is_said(match: re.Match[str], name: str) -> bool:
    """Whether a word that may be any word is said to be an account: "handle is janedoe", "Insta: janedoe"."""
    said, opinion = match["said"].strip(), _JUDGED.fullmatch(name) is not None
    if said and _SAYS_SO.search(match[0], 0, match.start("name") - match.start()):
        return True
    if match["next"] or opinion:
        return False
    mine = said == "is" and match.string[max(0, match.start() - 3) : match.start()] == "my "
    return said in (":", "=") or mine or (not said and match[0].startswith(_SHORT_POSTS) and not _THINGS.search(name))


def _named(kind: str, match: re.Match[str]) -> Seen:
    return Seen(kind=kind, start=match.start("name"), end=match.end("name"))
