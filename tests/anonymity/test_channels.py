"""Every channel by which mail gives its writer away: a mark in each, and none in what the other side receives."""

from __future__ import annotations

import base64
import quopri

import pytest

from mailbot.anonymity.gate import clear
from mailbot.anonymity.scrub import scrubbed
from mailbot.message.compose import compose
from mailbot.message.exposed import views
from mailbot.message.parse import parse
from mailbot.model.outbound import ClearedMessage
from tests.anonymity.people import JANE, MARK
from tests.message.builders import draft

MARKED = "SENTINEL{}X"

HEADERS = """
Received|from {0}.host ([192.0.2.1]) by mx.example.org; Mon, 4 Jan 2027 23:01:02 +1300
X-Received|by {0}
X-Originating-IP|[{0}]
X-Sender-IP|{0}
X-Client-IP|{0}
Received-SPF|pass client-ip={0}
Return-Path|<{0}@host.example>
Delivered-To|{0}@host.example
X-Original-To|{0}@host.example
Envelope-To|{0}@host.example
Sender|{0} <{0}@host.example>
Resent-From|{0} <{0}@host.example>
X-Sender|{0}
X-Original-From|{0}
X-Google-Original-From|{0}
X-Forwarded-For|{0}
X-Forwarded-To|{0}
Errors-To|{0}@host.example
X-Authenticated-Sender|{0}
Reply-To|{0} <{0}@host.example>
Cc|{0} <{0}@host.example>
Bcc|{0}@host.example
Mail-Followup-To|{0}@host.example
Mail-Reply-To|{0}@host.example
Message-ID|<{0}@laptop.host.example>
In-Reply-To|<{0}@laptop.host.example>
References|<{0}@laptop.host.example>
Thread-Index|{0}
Thread-Topic|{0}
Message-Context|{0}
Subject|AW: [{0}] Your form
Organization|{0}
User-Agent|{0}
X-Mailer|{0}
X-MimeOLE|{0}
X-Priority|{0}
Importance|{0}
X-MSMail-Priority|{0}
Content-Language|{0}
Accept-Language|{0}
X-Accept-Language|{0}
X-Apple-Base-Url|{0}
X-Universally-Unique-Identifier|{0}
X-Uniform-Type-Identifier|{0}
X-Identity-Key|{0}
X-Mozilla-Keys|{0}
Autocrypt|addr={0}@host.example
Autocrypt-Gossip|addr={0}@host.example
OpenPGP|id={0}
X-PGP-Key|{0}
Face|{0}
X-Face|{0}
BIMI-Selector|{0}
Feedback-ID|{0}
X-Report-Abuse|{0}
Comments|{0}
Keywords|{0}
X-MS-Exchange-Organization-AuthAs|{0}
X-MS-Exchange-CrossTenant-Id|{0}
X-OriginatorOrg|{0}
X-MS-Has-Attach|{0}
X-MS-TNEF-Correlator|{0}
X-Google-DKIM-Signature|{0}
X-Gm-Message-State|{0}
X-Yahoo-Newman-Id|{0}
X-Proton-Abuse|{0}
X-Pm-Origin|{0}
X-Proofpoint-GUID|{0}
X-Mimecast-Originator|{0}
X-Spam-Report|{0}
X-Virus-Scanned|{0}
DKIM-Signature|v=1; d={0}
DomainKey-Signature|{0}
ARC-Seal|i=1; d={0}
ARC-Authentication-Results|i=1; {0}
Authentication-Results|{0}; spf=pass
Disposition-Notification-To|{0}@host.example
Return-Receipt-To|{0}@host.example
X-Confirm-Reading-To|{0}@host.example
Content-Location|{0}
Content-Description|{0}
X-Attachment-Id|{0}
X-Never-Heard-Of|{0}
"""
CHANNELS = [line.split("|", 1) for line in HEADERS.split("\n") if line]

HTML = """<html><head><meta name="author" content="{0}"><title>{0}</title><style>.{0}{{}}</style></head>
<body class="{0}" data-x="{0}"><!-- {0} --><!--[if mso]>{0}<![endif]--><p>The new words.</p>
<img src="https://t.example/{0}.gif" alt="{0}" title="{0}"><img src="cid:{0}@01DA"></body></html>
"""
ATTACHMENTS = """--{0}
Content-Type: application/pdf; name="{0}_CV.pdf"
Content-Disposition: attachment; filename="{0}_CV.pdf"; creation-date="{0}"
Content-ID: <{0}@01DA>
Content-Transfer-Encoding: base64

{1}
--{0}
Content-Type: text/calendar; method=REQUEST

BEGIN:VCALENDAR
ORGANIZER;CN={0}:mailto:{0}@host.example
--{0}
Content-Type: text/vcard

FN:{0}
--{0}
Content-Type: message/rfc822

From: {0}@host.example

{0}
--{0}
Content-Type: application/pkcs7-signature; name=smime.p7s

{0}
--{0}
Content-Type: application/ms-tnef; name=winmail.dat

{0}
--{0}--
epilogue {0}
"""


def inbound(sentinel: str) -> bytes:
    """A message that carries the mark in every channel but its new words."""
    head = [f"{name}: {value.format(sentinel)}" for name, value in CHANNELS]
    head += [f'From: "{sentinel}" <{sentinel}@host.example>', "To: mentoring@example.org", "MIME-Version: 1.0"]
    head += ["Date: Mon, 4 Jan 2027 23:01:02 +1300", f'Content-Type: multipart/mixed; boundary="{sentinel}"']
    body = [
        f"preamble {sentinel}",
        f"--{sentinel}",
        "Content-Type: multipart/alternative; boundary=inner",
        "",
        "--inner",
        f'Content-Type: text/plain; charset="utf-8"; x={sentinel}',
        "",
        "The new words.",
        "--inner",
        "Content-Type: text/html; charset=utf-8",
        "",
        HTML.format(sentinel),
        "--inner--",
        ATTACHMENTS.format(sentinel, base64.b64encode(sentinel.encode()).decode()),
    ]
    return "\r\n".join([*head, "", *body]).replace("\r\n", "\n").replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    ("to_address", "from_name"),
    [("mentor@mail.example.net", "Your mentee Heron"), ("mentee@mail.example.net", "Your mentor")],
)
def test_no_mark_reaches_the_other_side(to_address, from_name):
    sentinel = MARKED.format("QZ")
    message = parse(inbound(sentinel))
    assert len(CHANNELS) > 60
    assert message.sender is not None
    assert sentinel in message.subject  # the marks did arrive
    new_words = "\n".join(line.text for line in message.bodies.plain if line.text)
    assert new_words == "The new words."
    relayed = draft(to_address=to_address, from_name=from_name, text=new_words, html=f"<p>{new_words}</p>")
    raw = compose(relayed)
    seen = [view.text for view in views(raw)]
    for look in (raw.decode("ascii"), quopri.decodestring(raw).decode("latin-1"), *seen):
        assert sentinel.lower() not in look.lower()
        assert base64.b64encode(sentinel.encode()).decode().rstrip("=") not in look
        assert "host.example" not in look
        assert "192.0.2" not in look
        assert "+1300" not in look
    assert isinstance(clear(relayed, raw, forbidden=(JANE, MARK), own=("example.org",)), ClearedMessage)


@pytest.mark.parametrize(
    "leak",
    [
        "Best wishes,\nJane",
        "Jane O'Brien-Müller MRCS, ST3",
        "On 3 Jan 2027, Jane <jane.obrien84@leedsteaching.nhs.uk> wrote:",
        "From: Jane O’Brien\nSent: Monday",
        "Hi, it is J\u00adane here",
        "tel:+44 20 7946 0000 or jane.obrien84 (at) leedsteaching dot nhs dot uk",
    ],
)
def test_what_words_themselves_give_away_is_replaced_or_held(leak):
    text = f"The new words.\n\n{leak}\n"
    unscrubbed = draft(text=text, html="")
    assert not isinstance(clear(unscrubbed, compose(unscrubbed), forbidden=(JANE,)), ClearedMessage)
    clean = draft(text=scrubbed(text, ((JANE, "your mentor"),)), html="")
    assert isinstance(clear(clean, compose(clean), forbidden=(JANE,)), ClearedMessage)
