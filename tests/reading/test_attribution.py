"""Where the lines that introduce a quote stand."""

from __future__ import annotations

import pytest

from mailbot.reading.attribution import KnownSender, attribution
from mailbot.reading.phrases import (
    ends_attribution,
    is_device_line,
    is_footer,
    is_greeting,
    is_header,
    is_rule,
    is_sign_off,
)
from tests.reading import forms

SENDER = KnownSender.of(forms.surgery_sheet())
FROM = f"From: {forms.SENDER_NAME} <{forms.SENDER_ADDRESS}>"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("a\nOn Mon, 2 Nov 2026 at 10:11, Northern mentoring wrote:\nb", (1, 2)),
        (f"a\nOn Mon, 2 Nov 2026 at 10:11, Northern mentoring\n<{forms.SENDER_ADDRESS}> wrote:\nb", (1, 3)),
        (f"a\nNorthern mentoring, 2.11.2026\n<{forms.SENDER_ADDRESS}>\nwrote:\nb", (1, 4)),
        (f"a\n\n<{forms.SENDER_ADDRESS}>\n\nb", (2, 3)),
        (f"a\nOn Tue, 5 Jan 2027 at 8:00, Northern mentoring\n\n<{forms.SENDER_ADDRESS}> wrote:\nb", (1, 4)),
        (f"On Tue, 5 Jan I saw Northern mentoring\n\n<{forms.SENDER_ADDRESS}> wrote:", (2, 3)),
        (f"<{forms.SENDER_ADDRESS}>\nb\nc\nd", (0, 1)),
        (f"<{forms.SENDER_ADDRESS}>", (0, 1)),
        ("a\nb\nc d\nNorthern mentoring 02.11.2026:\nb", (3, 4)),
        ("a\nNorthern mentoring wrote:\nb", (1, 2)),
        ("a\nMaria wrote:\nb", None),
        ("a\nMaria wrote on 2.11.2026\nb", None),
        (f"a\n{FROM}\nSent: Monday\nTo: Zoë\nSubject: x\n\nb", (1, 6)),
        (f"a\n{'_' * 32}\n{FROM}\nSent: Monday\n\nb", (1, 5)),
        (f"a\n-----Original Message-----\n\n{FROM}\nTo: a,\n  b\nSubject: x\nb", (1, 7)),
        (f"a\n\n{FROM}\nSubject: x\nb", (2, 4)),
        ("a\nFrom: my heart\nTo: yours\nb", None),
        ("a\nFrom: my heart\nb", None),
        ("", None),
    ],
)
def test_the_attribution_is_found(text, span):
    assert attribution(text.split("\n"), SENDER) == span


def test_the_search_can_begin_later():
    lines = f"<{forms.SENDER_ADDRESS}>\na\n<{forms.SENDER_ADDRESS}>".split("\n")
    assert attribution(lines, SENDER, 1) == (2, 3)


WHOLE_LINES = [
    (is_sign_off, "Best regards,|Thanks!|Viele Grüße|Cordialement", "Thanks for the course||" + "regards " * 99),
    (
        is_device_line,
        "Sent from my iPhone|Get Outlook for Android|Von meinem iPhone gesendet",
        "sent from my desk, so|",
    ),
    (
        is_greeting,
        "Hi|Dear Maria Lopez,|Hello – here are my answers:|See below",
        "Dear me, I have not done a thing|Hi I am on leave until May next year|",
    ),
    (is_footer, "This email is CONFIDENTIAL|Registered charity 1", "in confidence|"),
    (is_header, "From: x|*Von:* x|Betreff:|Sent : x", "From my desk: x|Note: x|"),
    (
        is_rule,
        "_____|-----Original Message-----|-------- Ursprüngliche Nachricht --------",
        "--|original message|- one -|",
    ),
    (ends_attribution, "x wrote:|x schrieb:|*wrote:*|x写道：", "x wrote|x wrote: y|wrote it:|"),
]


@pytest.mark.parametrize(("asks", "yes", "no"), WHOLE_LINES)
def test_what_a_whole_line_is(asks, yes, no):
    assert [line for line in yes.split("|") if not asks(line)] == []
    assert [line for line in no.split("|") if asks(line)] == []
