from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from mailbot.model.context import Service
from mailbot.model.ids import MessageId, Token
from mailbot.model.outbound import Automation, Draft, Words

SERVICE = Service(
    address="mentoring@example.org",
    address_style="plus",
    relay_domain="example.org",
    from_style="proxy",
    bounce_style="verp",
    without_verdict="challenge",
    loop_key="loopmark",
)
CATCHALL = replace(SERVICE, address_style="catchall", relay_domain="relay.example.org")
TOKEN = Token("mzxw6ytboi4dcnrqgezdgnbv")

DRAFT = Draft(
    template="post",
    to_address="jo@mail.example.net",
    to_name="",
    from_name="Your mentee Heron",
    from_address=f"mentoring+t-{TOKEN}@example.org",
    reply_to="",
    envelope_from=f"mentoring+b-{TOKEN}@example.org",
    words=Words(subject="Your mentee Heron: a question", text="Hello\n\nSome words.\n", html="<p>Some words.</p>\n"),
    message_id=MessageId("<abc@example.org>"),
    boundary="=_boundary234567",
    date=datetime(2027, 1, 5, 8, 0, tzinfo=UTC),
    automation=Automation.NONE,
)


def draft(**changes: object) -> Draft:
    words = {name: changes.pop(name) for name in ("subject", "text", "html") if name in changes}
    return replace(DRAFT, words=replace(DRAFT.words, **words), **changes)


def mail(*headers: str, body: str = "Hello\r\n", start: str = "From: Jane <jane@example.net>") -> bytes:
    lines = [start, *headers] if start else list(headers)
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode("utf-8", "surrogateescape")
