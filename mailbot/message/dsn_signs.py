"""Does a message without a machine-readable report look like a bounce at all? People write about mail, too."""

from __future__ import annotations

import re
from enum import Enum

from mailbot.message.automatic import is_vacation_subject
from mailbot.message.headers import Headers, decoded, first


class Sign(Enum):
    """NONE: never looked through. WEAK: only a text that opens as servers write. STRONG: whatever names somebody."""

    NONE = 0
    WEAK = 1
    STRONG = 2


_OF_A_MACHINE = re.compile(
    r"undeliver|deliver(?:y|able)|returned|return to sender|fail|error|could not|not (?:yet )?(?:been )?delivered"
    r"|unknown|delayed|rejected|warning|address|\bblocked\b|non recens"
    r"|unzustellbar|nicht zugestellt|zustell|non remis|echec|no entregad|mancata consegna|onbestelbaar"
)
# What nobody types: of a sender that does not own up to being a machine.
_OF_ANYBODY = re.compile(
    r"non-delivery|undelivered mail|undeliverable(?: mail|:)|mail delivery (?:failed|failure|system)|failure notice"
    r"|delivery status notification|returned mail|delivery (?:has )?failed|non remis \(|delivery report"
)
_WORDS = re.compile(r"[a-z]{3}")


def bounce_sign(headers: Headers, report: str, *, from_machine: bool) -> Sign:
    """How much the headers speak for a bounce; `report` is the kind of a multipart/report, "" for none."""
    if report == "delivery-status":
        return Sign.STRONG
    subject = decoded(first(headers, "subject")).lower()
    rejected = "rejected" in first(headers, "auto-submitted").lower()  # Dovecot refuses as if it were a read receipt
    if report not in ("", "unknown") and not rejected:  # a read receipt, a complaint
        return Sign.NONE
    if is_vacation_subject(subject):
        return Sign.NONE
    if from_machine or report:
        # Sina and Yahoo write none, or one without a Latin word.
        told = "x-failed-recipients" in headers or _OF_A_MACHINE.search(subject) or not _WORDS.search(subject)
        return Sign.STRONG if told else Sign.NONE
    # People answer something, and have a name; they paste bounces, too.
    person = "in-reply-to" in headers or "references" in headers or _has_name(first(headers, "from"))
    return Sign.WEAK if not person and _OF_ANYBODY.search(subject) else Sign.NONE


def _has_name(author: str) -> bool:
    before, bracket, _ = author.partition("<")
    return "(" in author or bool(bracket and before.strip())
