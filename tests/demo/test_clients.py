from __future__ import annotations

import re
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from email.utils import parsedate_to_datetime

import pytest

from mailbot.demo.clients import CLIENTS, TITLES, TRACES
from mailbot.demo.clients.paragraphs import paragraphs
from mailbot.demo.clients.received import read
from mailbot.demo.clients.writing import Moment, Typed, Writer
from tests.demo.letters import QUESTIONS, form

ME = Writer(
    name="Ann Hill", address="ann@hill.example", host="ann-laptop.hill.example", signature=("Ann Hill", "Surgery")
)
AT = Moment(at=datetime(2025, 7, 8, 18, 30, tzinfo=UTC), serial=7)
BETWEEN = Typed(between={1: "suturing\nand knots", 2: "4", 3: "> 3 hernias"})
ABOVE = Typed(above="Thank you for the form.\n\nFrom now on Fridays suit me.")


def written(client, typed=ABOVE, raw=None):
    reply = CLIENTS[client](read(raw or form()), typed, ME, AT)
    return reply, message_from_bytes(reply, policy=default)


def text(part):
    return part.get_content().replace("\r\n", "\n")


def squeezed(text):
    return re.sub(r"[\s>]+", " ", text)


@pytest.fixture(params=CLIENTS)
def client(request):
    return request.param


def test_each_client_has_a_title_for_people():
    assert TITLES.keys() == CLIENTS.keys()


def test_headers_are_those_of_a_reply(client):
    raw, message = written(client)
    assert message["To"].addresses[0].addr_spec == "mentoring+f-abc@programme.example"
    assert message["From"].addresses[0].addr_spec == "ann@hill.example"
    assert message["In-Reply-To"].strip() == "<form1@programme.example>"
    assert message["References"].split() == ["<earlier@programme.example>", "<form1@programme.example>"]
    assert message["Subject"].lower() == "re: your form, round 1"
    assert parsedate_to_datetime(message["Date"]) == AT.at
    assert re.fullmatch(rb"(?:[^\r\n]|\r\n)*", raw)
    assert not message.defects


def test_reply_to_comes_first(client):
    _, message = written(client, raw=form(reply_to="mentoring+f-xyz@programme.example"))
    assert message["To"].addresses[0].addr_spec == "mentoring+f-xyz@programme.example"


def test_ids_are_its_own(client):
    ids = {
        CLIENTS[client](read(form()), ABOVE, ME, Moment(at=AT.at, serial=n)).split(b"essage-")[1][:60] for n in range(3)
    }
    assert len(ids) == 3


def test_each_client_leaves_a_trace_that_can_be_searched_for(client):
    raw, _ = written(client)
    assert any(trace.encode() in raw for trace in TRACES)


def test_what_was_typed_above_stands_before_the_signature_and_the_quote(client):
    _, message = written(client)
    for part in message.walk():
        if not part.is_multipart():
            seen = squeezed(re.sub("<[^>]*>", " ", part.get_content()))
            assert seen.index("Thank you for the form.") < seen.index("Fridays suit me.") < seen.index("Ann Hill")
            assert client == "mutt" or seen.index("Fridays") < seen.index(QUESTIONS[0])


@pytest.mark.parametrize("client", [name for name in CLIENTS if name != "mutt"])
def test_answers_stand_below_their_markers_in_each_part(client):
    _, message = written(client, BETWEEN)
    for part in message.walk():
        if not part.is_multipart():
            seen = squeezed(re.sub("<[^>]*>", " ", part.get_content()).replace("&gt;", ""))
            places = [seen.index(words) for words in ("Answer 1:", "and knots", "2. How", "Answer 2: 4", "3 hernias")]
            assert places == sorted(places)
            assert seen.index("3 hernias") < seen.index("Reference: 7F3A")


def test_outlook_marks_nothing_and_thunderbird_everything():
    _, outlook = written("outlook_plain", BETWEEN)
    assert "\nAnswer 1:\nsuturing\n" in text(outlook)
    assert "> " not in text(outlook).replace("> 3 hernias", "").replace("example> ", "")
    _, thunderbird = written("thunderbird", BETWEEN)
    assert "> Answer 1:\n\nsuturing\n" in text(thunderbird)
    assert "\n > 3 hernias" in text(thunderbird)  # stuffed, RFC 3676 4.4


def test_thunderbird_breaks_long_lines_softly():
    _, message = written("thunderbird", Typed(above="words " * 30 + "From here on"))
    assert all(line.endswith(" ") for line in text(message).split("\n")[:2])


def test_a_reply_to_a_reply_keeps_one_re():
    _, message = written("gmail", raw=form().replace(b"Subject: Your", b"Subject: Re: Your"))
    assert message["Subject"] == "Re: Your form, round 1"


def test_a_subject_beyond_ascii_is_encoded():
    raw, message = written("iphone", raw=form().replace(b"Subject: Your", b"Subject: =?utf-8?q?Caf=C3=A9?= Your"))
    assert message["Subject"] == "Re: Café Your form, round 1"
    assert raw.isascii()


def test_word_keeps_bold_and_drops_structure():
    found = paragraphs("<style>p{}</style><ul><li><b>One</b> &amp; two</li></ul><div>three<br>four </div>")
    assert [(p.text, p.html) for p in found] == [
        ("One & two", "<b>One</b> &amp; two"),
        ("three", "three"),
        ("four", "four"),
    ]


def test_a_message_without_html_is_read_too():
    plain = (
        b"From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nDate: Tue, 07 Jan 2025 08:00:00 +0000\r\n\r\nhello\r\n"
    )
    received = read(plain)
    assert (received.text, received.html, received.reply_to) == ("hello\n", "", "a@b.example")
