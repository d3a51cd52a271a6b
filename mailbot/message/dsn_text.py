"""Bounces that only people can read, of the servers that still write them: qmail, Exim, sendmail, Exchange, Gmail...

Only what stands between a server's own opening words and the returned message is looked at, line by line.
"""

from __future__ import annotations

import re

from mailbot.message.recipients import addresses_in

_OPENING = re.compile(
    r"this is the qmail-send program|unable to deliver your message|wasn'?t delivered to|could not be delivered"
    r"|following address(?:es)? failed|permanent fatal errors|transient non-fatal errors|delivery has failed to"
    r"|did not reach the following recipient|delivery to the following recipients? (?:has )?(?:failed|been delayed)"
    r"|(?:could|was) not (?:be )?deliver|undeliverable (?:to|mail|message)|not able to deliver|failed permanently"
    r"|message delivery (?:has )?failed|your message (?:has )?encountered (?:some )?(?:delivery )?problems"
    r"|the following (?:recipient|address)|returned to sender|delivery failure|nicht zugestellt werden|n'a pas pu etre"
    r"|the e-?mail account .{0,40}does not exist|mail delivery failed|cannot be delivered|delivery status notification"
)
_RETURNED = re.compile(
    r"below this line is a copy|is a copy of (?:the|your) (?:first part|message)|-----? ?original message"
    r"|original (?:message|mail) (?:details|follow|head|below|attached|as received)|original message\.?$"
    r"|unsent message below|(?:message )?headers? (?:of the original message )?(?:follows?|is following|and top)"
    r"|returned mail follows|returned (?:message|mail)\b.{0,20}--|-{4,} ?returned (?:message|mail)"
    r"|your message reads|lines of your original|summary of the undelivered message|^>?return-path:|^>?received: "
)
_LISTED = re.compile(
    r"(?:(?:to|recipient|failed recipient|intended recipient|error-for|unknown user|undeliverable address)s?)\s*:"
    r"|'|\[|[^<>()]{1,80}\("
)
_OURS = re.compile(r"(?:generated from|expanded from|originally addressed to)\W{0,3}([^\s<>()]{3,254})", re.IGNORECASE)
# Another line of the header block, or somebody to ask for help.
_NOT_A_RECIPIENT = re.compile(r"^(?:from|reply-to|sender|contact|subject)\s*:|contact|postmaster|mail from|help|e\.g\.")
_ADVICE = re.compile(r"mail from|\btry(?:ing)?\b.{0,40}@")  # "jo@x fails, try jo.doe@x" (Yale)
_FAILED = re.compile(
    r"not (?:yet )?(?:been )?(?:be )?deliver|undeliver|unable to deliver|deliver(?:y|ed) (?:failed|error)|mailbox"
    r"|unknown|did not reach|is wrong|no such user|rejected|quota|no longer valid|does not exist|invalid|returned"
    r"|postponed|failed|not a valid user|no such recipient"
)
_MAX_LINES = 400
_MAX_RECIPIENTS = 100
_REASON_LINES = 6


def failures_in_text(text: str, ignored: frozenset[str] = frozenset()) -> dict[str, str]:
    """The addresses that a report in plain words lists as not reached, each with the words that follow it.

    `ignored` are addresses that the report may mention and that are not meant: its own sender and its own recipient.
    """
    lines, opened = _report_lines(text)
    below = lines[opened:]
    starts = [(number, one) for number, one in _named(below, ignored) if one in _announced(below[number])]
    failures: dict[str, str] = {}
    for position, (number, address) in enumerate(starts[:_MAX_RECIPIENTS]):
        following = starts[position + 1][0] if position + 1 < len(starts) else len(below)
        reason = " ".join(below[number : max(number + 1, min(following, number + _REASON_LINES))])
        failures.setdefault(_as_we_wrote_it(reason, address), reason)
    return failures


def single_failure_in_text(text: str, ignored: frozenset[str] = frozenset()) -> dict[str, str]:
    """The only address of a report that lists none: it is believed where the words say that something failed."""
    lines, opened = _report_lines(text)
    lines = lines[opened:]
    if not _FAILED.search(" ".join(lines).lower()):
        return {}
    possible = [
        (number, one) for number, one in _named(lines, ignored) if not _NOT_A_RECIPIENT.search(lines[number].lower())
    ]
    if len({one for _, one in possible}) != 1:
        return {}
    number, address = possible[0]
    reason = " ".join(lines[number : number + _REASON_LINES])
    return {_as_we_wrote_it(reason, address): reason}


def opens_as_reports_do(text: str, within: int = _MAX_LINES) -> bool:
    """Whether one of the first so many lines says, in the words of a mail server, that something was not delivered."""
    lines = [line for line in text.splitlines()[:_MAX_LINES] if line.strip()][:within]
    joined = " ".join(line[:500].replace("\u2019", "'").strip().lower() for line in lines)
    return _OPENING.search(joined) is not None


def _named(lines: list[str], ignored: frozenset[str]) -> list[tuple[int, str]]:
    return [(number, one) for number, line in enumerate(lines) for one in addresses_in(line) if one not in ignored]


def _as_we_wrote_it(reason: str, address: str) -> str:
    """The address before a forward: "(generated from jo@example.org)" (Exim), "(expanded from: ...)" (sendmail)."""
    ours = _OURS.search(reason)
    before = addresses_in(ours[1]) if ours else ()
    return before[0] if before else address


def _report_lines(text: str) -> tuple[list[str], int]:
    """The lines to the returned message, and the number of that with the server's opening words, 0 without any."""
    report: list[str] = []
    for line in text.splitlines()[:_MAX_LINES]:
        words = line[:500].replace("\u2019", "'")
        folded = words.lower().strip()
        if report and _RETURNED.search(folded):
            break
        if words.strip():
            report.append(words)
    return report, next((number for number, line in enumerate(report) if _OPENING.search(line.lower())), 0)


def _announced(line: str) -> tuple[str, ...]:
    """Addresses that a line names as recipients: alone on it, in angle brackets, or told as not reached."""
    found = addresses_in(line)
    if not found or _ADVICE.search(line.lower()):
        return ()
    bare = line.strip().strip("*->\u2022 \t").lower()
    if bare.startswith(("<", found[0])) or _OPENING.search(bare):
        return found[:1]
    # Exchange writes "Name (address)" or "'address' on 3/3/2026"; others name the field.
    return found[:1] if _LISTED.match(bare) else ()
