"""What mail servers write by themselves: the delivery report of a bounce (RFC 3464) and the out-of-office note."""

from __future__ import annotations

from datetime import datetime
from email.parser import BytesHeaderParser
from email.utils import format_datetime

from mailbot.demo.accounts import AUTHSERV_ID

_REPORT = """\
Return-Path: <>
Date: {date}
From: MAILER-DAEMON@{mta} (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: {to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
 boundary="{number}.1736236800/{mta}"
Message-Id: <{number}@{mta}>

This is a MIME-encapsulated message.

--{number}.1736236800/{mta}
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host {mta}.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

                   The mail system

<{recipient}>: host {mta}[127.0.0.1] said:
    {reply} {status} {why} (in reply to RCPT TO command)

--{number}.1736236800/{mta}
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; {mta}
X-Postfix-Queue-ID: {number}
X-Postfix-Sender: rfc822; {to}
Arrival-Date: {date}

Final-Recipient: rfc822; {recipient}
Original-Recipient: rfc822;{recipient}
Action: failed
Status: {status}
Remote-MTA: dns; {mta}
Diagnostic-Code: smtp; {reply} {status} {why}

--{number}.1736236800/{mta}
Content-Description: Undelivered Message
Content-Type: message/rfc822

{original}
--{number}.1736236800/{mta}--
"""

_AWAY = """\
From: {name} <{sender}>
To: {to}
Subject: Automatic reply: {subject}
Thread-Topic: {subject}
Date: {date}
Message-ID: <{number}.AWAY@{host}>
In-Reply-To: {parent}
References: {parent}
Auto-Submitted: auto-generated
X-Auto-Response-Suppress: All
MIME-Version: 1.0
Content-Type: text/plain; charset="us-ascii"

{note}
"""


def delivery_report(
    *, to: str, recipient: str, status: str, why: str, original: bytes, number: str, at: datetime
) -> bytes:
    """A bounce as Postfix words it, the whole returned message inside; `status` is an RFC 3463 code such as 5.2.2."""
    report = _REPORT.format(
        to=to,
        recipient=recipient,
        status=status,
        reply="552" if status.startswith("5") else "452",
        why=why,
        original="{original}",
        number=number,
        mta=AUTHSERV_ID,
        date=format_datetime(at),
    )
    before, after = _crlf(report).split(b"{original}")
    return before + original + after


def away_note(original: bytes, *, sender: str, name: str, host: str, note: str, number: str, at: datetime) -> bytes:
    """An out-of-office note as Exchange sends one: to the From of what came in, marked as automatic."""
    came_in = BytesHeaderParser().parsebytes(original)
    return _crlf(
        _AWAY.format(
            name=name,
            sender=sender,
            host=host,
            note=note,
            number=number,
            to=" ".join(str(came_in["From"]).split()),  # unfolded
            subject=" ".join(str(came_in["Subject"]).split()),
            parent=str(came_in["Message-ID"]).strip(),
            date=format_datetime(at),
        ),
    )


def _crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode("ascii", "backslashreplace")
