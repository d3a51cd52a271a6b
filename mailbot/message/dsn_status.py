"""What a status code means for the address (RFC 3463): is it dead, or was it only this message, or only today?"""

from __future__ import annotations

import re

UNKNOWN = "5.0.0"
_ENHANCED = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_BASIC = re.compile(r"(?<![\d.])([45])\d\d(?=[\s-])")
# A refusal for good that says nothing against the address: full, too large, content, policy, routing.
_NOT_THE_ADDRESS = re.compile(r"5\.(?:1\.[78]|2\.[23]|3\.[1245]|4\.[1-35-9]|5\.\d+|6\.\d+|7\.\d+)")
_GENERIC = re.compile(r"[45]\.(?:0\.0|3\.0|5\.0)")
_FULL = re.compile(r"quota|mailbox (?:is )?full|over ?quota|insufficient (?:disk|storage)|storage (?:space|limit)")
_NOBODY = re.compile(
    r"user unknown|unknown user|no such (?:user|recipient|mailbox|address|person|domain)|does(?: not|n't) exist"
    r"|unknown (?:recipient|address|mailbox|or illegal alias)|(?:user|recipient|mailbox|address) (?:was )?not found"
    r"|no mailbox here|(?:recipient|address) rejected: user|invalid (?:recipient|mailbox)|mailbox unavailable"
    r"|account (?:has been |is )?(?:disabled|closed)|not a valid (?:user|mailbox)|host (?:or domain name )?not found"
    r"|no longer (?:available|valid|active|works)|address not found"
)
_LATE = re.compile(
    r"delayed|still trying|will (?:be )?retr|will (?:keep|continue) (?:to )?try|warning message only|try again later"
)


def best_status(stated: str, diagnosis: str) -> str:
    """The most telling "class.subject.detail" of a report: the stated one unless the diagnosis says more."""
    own = _ENHANCED.search(stated)
    told = _ENHANCED.search(diagnosis)
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
    if not status.startswith("5") or _FULL.search(words):
        return False
    return _NOT_THE_ADDRESS.fullmatch(status) is None or _NOBODY.search(words) is not None
