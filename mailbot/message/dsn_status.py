"""What a status code means for the address (RFC 3463): is it dead, or was it only this message, or only today?"""

from __future__ import annotations

import re

UNKNOWN = "5.0.0"
_ENHANCED = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_BASIC = re.compile(r"(?<![\d.])([45])\d\d(?=[\s-])")
# A refusal for good that says nothing against the address: full, too large, content, policy, routing.
_NOT_THE_ADDRESS = re.compile(r"5\.(?:1\.[78]|2\.[23]|3\.[1245]|4\.[1-35-9]|5\.\d+|6\.\d+|7\.\d+)")
_GENERIC = re.compile(r"[45]\.(?:0\.0|3\.0|5\.0)")
_FULL = re.compile(
    r"quota|mail ?(?:box|folder) (?:is )?full|full mail ?box|insufficient (?:disk|storage|space)|enough space"
    r"|storage (?:space|limit)|too many messages on|exceeds allowed size|mailbox (?:size )?exceeded|zuviele mails"
)
_NOBODY = re.compile(
    r"user unknown|unknown user|no such (?:user|recipient|mailbox|address|person|domain)|does(?: not|n't) exist"
    r"|unknown (?:recipient|address|mailbox|or illegal alias)|(?:user|recipient|mailbox|address) (?:was )?not found"
    r"|no mail ?box (?:here|available)|(?:recipient|address) rejected: user|invalid (?:recipient|mailbox)"
    r"|mailbox unavailable|account (?:has been |is )?(?:disabled|closed)|not a (?:valid|known) (?:user|mailbox)"
    r"|host (?:or domain name )?not found|no longer (?:available|valid|active|works)|address not found"
    r"|not an active address|deactivated|recipient name is not recogni[sz]ed|no account by that name"
)
# What a server says of this one message, of us, or of its own state today, often under a bare 550.
_THIS_ONE = re.compile(
    r"spam|unsolicited|\bbulk (?:e-?)?mail|black ?list|block ?list|\brbl\b|\bdnsbl\b|blocked|reputation"
    r"|polic(?:y|ies)\b|relay(?:ing)? (?:access )?(?:denied|not)|not allowed to (?:send|relay)|whitelist|confirm"
    r"|sender (?:address )?(?:rejected|verify|not|policy)|message (?:is )?too (?:big|large)|max .{0,12}size"
    r"|size limit|too many hops|loop(?:s back|ing)|virus|attachment|embedded|content (?:rejected|matched|filter)"
    r"|authenticat|\bdmarc\b|\bspf\b|\bdkim\b|service (?:currently |temporarily )?unavailable|timed out|temp_failure"
    r"|connection (?:was )?(?:dropped|refused|lost|reset)|command died|internal error|greylist|rate limit|too many"
    r"|not accepting (?:mail|messages)"
)
_LATE = re.compile(
    r"delayed|still trying|will (?:be )?retr|will (?:keep|continue) (?:to )?(?:try|attempt)|warning message only"
    r"|try again (?:later|in)|not found, try again"
    r"|attempts? will continue|just a warning|only a warning|not yet been delivered|no action is required"
    r"|still being retried|do not need to re-?send"
)


def best_status(stated: str, diagnosis: str) -> str:
    """The most telling "class.subject.detail" of a report: the stated one unless the diagnosis says more."""
    own = _ENHANCED.search(stated)
    told = next((code for code in _ENHANCED.finditer(diagnosis) if code[1] != "2"), None)  # "id 17:20:2.0.13"
    if own and not (told and _GENERIC.fullmatch(own[0])):
        return own[0]
    if told:
        return told[0]
    if basic := _BASIC.search(diagnosis):
        return f"{basic[1]}.0.0"
    return "4.0.0" if _LATE.search(diagnosis.lower()) else UNKNOWN


def is_permanent(status: str, diagnosis: str) -> bool:
    """Whether the address itself is dead. 5.2.2 (full) or 5.7.1 (policy) end one message, not a person."""
    words = diagnosis.lower()
    if not status.startswith("5") or _FULL.search(words) or _LATE.search(words):
        return False
    if _NOBODY.search(words):
        return True
    return _NOT_THE_ADDRESS.fullmatch(status) is None and _THIS_ONE.search(words) is None


def is_late(words: str) -> bool:
    """Whether a report says that it is still being tried."""
    return _LATE.search(words.lower()) is not None


def is_generic(status: str) -> bool:
    """Whether the code says no more than that something failed."""
    return not status or _GENERIC.fullmatch(status) is not None
