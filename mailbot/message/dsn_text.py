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
    r"below this line is a copy|this is a copy of (?:the|your) message|original (?:message|mail) (?:follows|headers)"
    r"|unsent message below|message header follows|message headers follow|-----? ?original message|returned message"
    r"|^return-path:|^received: "
)
_MAX_LINES = 400
_MAX_RECIPIENTS = 100
_REASON_LINES = 6


def failures_in_text(text: str) -> dict[str, str]:
    """The addresses that a report in plain words says were not reached, each with the words that follow it."""
    lines = _report_lines(text)
    starts = [(number, address) for number, line in enumerate(lines) for address in _announced(line)]
    failures: dict[str, str] = {}
    for position, (number, address) in enumerate(starts[:_MAX_RECIPIENTS]):
        following = starts[position + 1][0] if position + 1 < len(starts) else len(lines)
        reason = " ".join(lines[number : max(number + 1, min(following, number + _REASON_LINES))])
        failures.setdefault(address, reason)
    return failures


def _report_lines(text: str) -> list[str]:
    """The lines from the server's opening words to the returned message."""
    report: list[str] = []
    opened = False
    for line in text.splitlines()[:_MAX_LINES]:
        words = line[:500].replace("\u2019", "'")
        folded = words.lower()
        if opened and _RETURNED.search(folded.strip()):
            break
        opened = opened or _OPENING.search(folded) is not None
        if opened:
            report.append(words)
    return report


def _announced(line: str) -> tuple[str, ...]:
    """Addresses that a line names as recipients: alone on it, in angle brackets, or told as not reached."""
    found = addresses_in(line)
    if not found:
        return ()
    bare = line.strip().strip("*-\u2022 \t")
    if bare.startswith("<") or bare.lower().startswith(found[0]) or _OPENING.search(line.lower()):
        return found[:1]
    # Exchange writes "Name (address)" or "'address' on 3/3/2026"; a "to:" line is a recipient's too.
    return found[:1] if re.match(r"(?:to|recipient)s?\s*:|'|[^<>()]{1,80}\(", bare.lower()) else ()
