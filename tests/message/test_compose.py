from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.message.compose import MAX_REFERENCES, compose
from mailbot.message.exposed import views
from mailbot.message.parse import parse
from mailbot.model.outbound import Automation
from tests.message.builders import draft

SAFE = re.compile(rb"(?:[^\r\n]|\r\n)*")
ids = st.from_regex(r"\A<[a-z2-7]{1,60}@example\.org>\Z")
# What a subject or a name may hold: anything but what compose refuses, surrogates included nowhere (they are no text).
lines = st.text(alphabet=st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\n\x00"), max_size=300)
names = st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=300)
texts = st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=2000)


def test_a_whole_message_as_it_is_sent():
    raw = compose(draft(in_reply_to="<p@x>", references=("<o@x>", "<p@x>"), loop_mark="mark", reply_to="r@example.org"))
    assert raw.decode("ascii").split("\r\n") == [
        "Date: Tue, 05 Jan 2027 08:00:00 +0000",
        "From: Your mentee Heron <mentoring+t-mzxw6ytboi4dcnrqgezdgnbv@example.org>",
        "To: jo@mail.example.net",
        "Reply-To: r@example.org",
        "Subject: Your mentee Heron: a question",
        "Message-ID: <abc@example.org>",
        "In-Reply-To: <p@x>",
        "References: <o@x> <p@x>",
        "X-Loop: mark",
        "MIME-Version: 1.0",
        'Content-Type: multipart/alternative; boundary="=_boundary234567"',
        "",
        "--=_boundary234567",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "Hello",
        "",
        "Some words.",
        "",
        "--=_boundary234567",
        "Content-Type: text/html; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "<p>Some words.</p>",
        "",
        "--=_boundary234567--",
        "",
    ]


def test_mail_of_our_own_says_so_and_relayed_words_do_not():
    ours = compose(
        draft(automation=Automation.GENERATED, list_id="forms.example.org", unsubscribe="mailto:x@y.org?subject=STOP")
    )
    assert b"\r\nAuto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All\r\n" in ours
    assert b"\r\nList-Id: <forms.example.org>\r\nList-Unsubscribe: <mailto:x@y.org?subject=STOP>\r\n" in ours
    relayed = compose(draft())
    assert b"Auto-Submitted" not in relayed
    assert b"Suppress" not in relayed
    assert b"List-" not in relayed


def test_the_date_tells_no_zone():
    when = datetime(2027, 1, 5, 9, 30, tzinfo=timezone(timedelta(hours=1, minutes=30)))
    assert b"Date: Tue, 05 Jan 2027 08:00:00 +0000\r\n" in compose(draft(date=when))


def test_without_html_it_is_one_text_part():
    message = parse(compose(draft(html="")))
    assert [line.text for line in message.bodies.plain][:3] == ["Hello", "", "Some words."]
    assert message.bodies.html == ()


@settings(max_examples=150, deadline=None)
@given(lines, names, texts, texts, st.lists(ids, max_size=80), st.sampled_from(Automation))
def test_whatever_the_words_the_bytes_are_safe_and_read_back(subject, name, text, html, references, automation):
    sent = draft(
        subject=subject,
        from_name=name,
        text=text,
        html=html,
        references=tuple(references),
        in_reply_to=references[-1] if references else None,
        automation=automation,
    )
    raw = compose(sent)
    assert SAFE.fullmatch(raw)
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    message = parse(raw)
    assert message.sender.address == sent.from_address
    assert message.message_id == sent.message_id
    assert message.recipients == (sent.to_address,)
    assert message.sent_at == sent.date
    assert message.automatic == ("auto_submitted" if automation else message.automatic)
    assert set(message.references) <= set(references)
    assert not [one for one in message.defects if not one.startswith("body") and one != "doubly_encoded"]
    seen = {view.where: view.text for view in views(raw)}
    assert seen["subject"].removeprefix("Subject: ").strip() == subject.strip()
    expected = re.sub(r"\r\n|\r", "\n", text.replace("\x00", ""))
    assert seen["text"].rstrip("\n") == expected.rstrip("\n")


@settings(deadline=None)
@given(lines.filter(str.strip))
def test_a_name_reads_back_as_it_was_written(name):
    message = parse(compose(draft(from_name=name)))
    if message.sender is None:  # a control character or an address in a name is refused on the way in
        assert message.defects in (("from_control_characters",), ("from_address_in_name",))
    else:
        assert message.sender.name.split() == re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", name).split()


@pytest.mark.parametrize(
    "name",
    [
        "Heron",
        "Your mentor",
        'Q "the" \\ x',
        "J. Smith",
        "a@b.org",
        "=?utf-8?q?x?=",
        "Zoë",
        "名前",
        " x ",
        "x  y",
        "y" * 300,
    ],
)
def test_names_of_every_shape(name):
    assert parse(compose(draft(from_name=name, to_name=name))).sender.name == name.strip()


def test_words_in_other_scripts_go_as_base64_where_that_is_shorter():
    raw = compose(draft(text="こんにちは" * 100, html=""))
    assert b"base64" in raw
    assert parse(raw).bodies.plain[0].text == "こんにちは" * 100


def test_a_line_that_begins_with_from_is_kept_from_mbox_files():
    assert b"\r\n=46rom here on\r\n" in compose(draft(text="Hello\nFrom here on\n"))


def test_of_many_references_the_first_and_the_newest_are_sent():
    references = tuple(f"<{n}@x>" for n in range(200))
    found = parse(compose(draft(references=references))).references
    assert len(found) == MAX_REFERENCES
    assert (found[0], found[-1]) == ("<0@x>", "<199@x>")
    assert parse(compose(draft(references=references[:1]))).references == ("<0@x>",)


@pytest.mark.parametrize("evil", ["x\r\nBcc: y@z.org", "x\ny", "x\ry", "x\x00y"])
@pytest.mark.parametrize("field", ["subject", "from_name", "to_name"])
def test_a_line_end_in_words_of_a_header_is_refused(field, evil):
    with pytest.raises(ValueError, match="line end"):
        compose(draft(**{field: evil}))


@pytest.mark.parametrize(
    "changes",
    [
        {"to_address": "a@b.org\r\nBcc: c@d.org"},
        {"to_address": "a b@c.org"},
        {"to_address": "a@b.org, c@d.org"},
        {"to_address": "jö@b.org"},
        {"to_address": ""},
        {"from_address": "nobody"},
        {"reply_to": "<a@b.org>"},
        {"message_id": "abc@example.org"},
        {"message_id": "<a b@example.org>"},
        {"in_reply_to": "<a@b>\r\nX: y"},
        {"references": ("<a@b>", "<c>d")},
        {"boundary": 'a"b'},
        {"boundary": ""},
        {"boundary": "Hello", "text": "Hello"},
        {"boundary": "words", "text": "x", "html": "words"},
        {"list_id": "a b"},
        {"unsubscribe": "mailto:a\n"},
        {"loop_mark": "ü"},
        {"date": datetime(2027, 1, 5, 8, 0)},
    ],
    ids=str,
)
def test_a_value_that_cannot_stand_in_a_header_is_refused(changes):
    with pytest.raises(ValueError, match=r"line end|cannot stand|boundary|zone"):
        compose(draft(**changes))
