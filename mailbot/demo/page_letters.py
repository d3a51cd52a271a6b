"""Letters as the page shows them: each mailbox's own, and what its owner sent, by round and in the order of time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime

from mailbot.demo import eye, story
from mailbot.demo.checks.evidence import Evidence
from mailbot.demo.clients.writing import LONDON
from mailbot.demo.people import Person

_UNKNOWN = datetime(2100, 1, 1, tzinfo=UTC)
Shown = dict[str, str | int | bool]

_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style[^>]*>.*?</style>", re.DOTALL | re.IGNORECASE)
# The header by which a mail program shows itself, and what people call it.
_PROGRAMS = (
    (b"Message-ID: <CAF", "Gmail"),
    (b"X-Mailer: Microsoft Outlook", "Outlook"),
    (b"X-Mailer: iPhone", "an iPhone"),
    (b"X-Mailer: Apple Mail", "Apple Mail"),
    (b"User-Agent: Mozilla Thunderbird", "Thunderbird"),
    (b"X-Mailer: WebService", "Yahoo"),
    (b"User-Agent: Mutt", "a terminal"),
)


def round_starts(evidence: Evidence) -> tuple[datetime, ...]:
    """When each round's first form was in a mailbox."""
    starts: dict[int, datetime] = {}
    for mentee in evidence.cast.mentees:
        forms = {eye.form_reference(raw, evidence.questions): raw for raw in reversed(evidence.letters[mentee.id])}
        forms.pop("", None)
        for number, raw in enumerate(reversed(forms.values()), 1):
            at = _date(raw)
            starts[number] = min(at, starts.get(number, at))
    return tuple(at for _, at in sorted(starts.items()))


def round_of(at: datetime, starts: Sequence[datetime]) -> int:
    """The round in which that instant lies; 0 before the first."""
    return sum(start <= at for start in starts)


def shown_letters(evidence: Evidence, sent: Sequence[tuple[str, bytes]]) -> list[Shown]:
    """Everything that the page's three kinds of people received and sent, oldest first."""
    starts = round_starts(evidence)
    order = {_id(passage.raw): at for at, passage in reversed(list(enumerate(evidence.passages)))}
    people = (*evidence.cast.members, evidence.cast.coordinator)
    found = [
        (order.get(_id(raw), len(order)), _shown(person, raw, starts, is_sent=is_sent))
        for person in people
        for is_sent, mailbox in (
            (False, evidence.letters[person.id]),
            (True, [r for who, r in sent if who == person.id]),
        )
        for raw in mailbox
        if not (is_sent and eye.holds(raw, story.FORGED_WORDS))  # she did not send it
    ]
    return [letter for _, letter in sorted(found, key=lambda item: item[0])]


def _shown(person: Person, raw: bytes, starts: Sequence[datetime], *, is_sent: bool) -> Shown:
    message = message_from_bytes(raw, policy=default)
    name, address = parseaddr(str(message["From"]))
    at = _date(raw).astimezone(LONDON)
    return {
        "owner": person.id,
        "sent": is_sent,
        "program": next((title for mark, title in _PROGRAMS if mark in raw), "a mail program"),
        "round": round_of(_date(raw), starts),
        "name": name or address,
        "from": f"{name} <{address}>",
        "to": str(message["To"]),
        "date": at.strftime("%A, %-d %B %Y, %H:%M"),
        "day": at.strftime("%-d %b"),
        "subject": str(message["Subject"]),
        "html": _body(eye.html_of(raw)),
        "text": eye.text_of(raw),
        "source": raw.decode("utf-8", "replace").replace("\r\n", "\n"),
    }


def _id(raw: bytes) -> str:
    return str(message_from_bytes(raw)["Message-ID"]).strip()


def _date(raw: bytes) -> datetime:
    """When it says that it was written; what has no Date, or no zone, counts as the last."""
    try:
        at = parsedate_to_datetime(str(message_from_bytes(raw)["Date"]))
    except ValueError:
        return _UNKNOWN
    return at if at.tzinfo else _UNKNOWN


def _body(html: str) -> str:
    """What a mail program keeps of a whole HTML document: its styles and its body."""
    found = _BODY.search(html)
    return "".join(_STYLE.findall(html)) + found.group(1) if found else html
