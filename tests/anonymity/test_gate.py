from __future__ import annotations

from pathlib import Path

import pytest

import mailbot
from mailbot.anonymity.gate import clear
from mailbot.anonymity.gate.markup import shown
from mailbot.message.compose import compose
from mailbot.model.outbound import ClearedMessage, Hit
from tests.anonymity.people import JANE, MARK, WEI, person
from tests.message.builders import DRAFT, draft

OWN = ("mentoring@example.org", "example.org")
TOKEN = "otherpeoplestokenabcdefg"


def hits(
    raw: bytes | None = None, *, forbidden=(JANE, MARK, WEI), own=OWN, tokens=(), **changes
) -> set[tuple[str, str]]:
    sent = draft(**changes)
    result = clear(sent, raw or compose(sent), forbidden=forbidden, own=own, foreign_tokens=tokens)
    return set() if isinstance(result, ClearedMessage) else {(hit.kind, hit.where) for hit in result}


def test_a_clean_message_passes_with_its_envelope():
    raw = compose(DRAFT)
    cleared = clear(DRAFT, raw, forbidden=(JANE, MARK, WEI), own=OWN, foreign_tokens=(TOKEN,))
    assert isinstance(cleared, ClearedMessage)
    assert cleared.raw is raw
    assert (cleared.message_id, cleared.envelope_from, cleared.envelope_to) == (
        DRAFT.message_id,
        DRAFT.envelope_from,
        DRAFT.to_address,
    )


def test_nobody_is_forbidden():
    assert hits(forbidden=(), text="Jane") == set()


def test_a_hit_names_kind_place_and_line_and_never_the_value():
    sent = draft(text="one\ntwo\nthree Jane\nfour Jane\n", html="")
    found = clear(sent, compose(sent), forbidden=(JANE,), own=OWN)
    assert found == (Hit(kind="name", where="text", line=3), Hit(kind="name", where="text", line=4))
    assert "jane" not in repr(found).lower()


ADDRESS = "jane.obrien84@leedsteaching.nhs.uk"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"text": "I am Jane"}, ("name", "text")),
        ({"text": "王伟先生 こんにちは" * 30}, ("name", "text")),  # sent as base64
        ({"text": "Zoë"}, ("name", "text")),
        ({"text": "x" * 70 + " Jane at the soft line end"}, ("name", "text")),
        ({"text": "J\u200bane"}, ("name", "text")),
        ({"text": f"write to {ADDRESS}"}, ("address", "text")),
        ({"text": "jane.obrien84 (at) leedsteaching dot nhs dot uk"}, ("address", "text")),
        ({"text": "find me as jane.obrien84"}, ("username", "text")),
        ({"text": "https://x.leedsteaching.nhs.uk/a"}, ("domain", "text")),
        ({"text": "Best wishes,\nMark"}, ("name", "text")),
        ({"html": "<p>I am J<b>an</b>e</p>"}, ("name", "html")),
        ({"html": "<p>I am &#74;ane</p>"}, ("name", "html")),
        ({"html": "<p>I am<br>\nJane</p>"}, ("name", "html")),
        ({"html": "<!-- Jane --><p>x</p>"}, ("name", "html")),
        ({"html": '<img alt="Jane">'}, ("name", "html")),
        ({"html": "<style>.jane { color: red }</style><p>x</p>"}, ("name", "html")),
        ({"html": f'<a href="mailto:{ADDRESS}">x</a>'}, ("address", "html")),
        ({"html": '<a href="https://leedsteaching.nhs.uk/">x</a>'}, ("domain", "html")),
        ({"subject": "From Jane"}, ("name", "subject")),
        ({"subject": "Über Jane"}, ("name", "subject")),
        ({"from_name": "Jane"}, ("name", "header")),
        ({"from_name": "Zoë"}, ("name", "header")),
        ({"message_id": "<abc@leedsteaching.nhs.uk>"}, ("domain", "machinery")),
        ({"references": ("<abc@leedsteaching.nhs.uk>",)}, ("domain", "machinery")),
        ({"boundary": "leedsteaching.nhs.uk"}, ("domain", "machinery")),
        ({"loop_mark": ADDRESS}, ("address", "machinery")),
        ({"list_id": "leedsteaching.nhs.uk"}, ("domain", "header")),
        ({"unsubscribe": f"mailto:{ADDRESS}"}, ("address", "header")),
        ({"text": f"to {TOKEN}"}, ("token", "text")),
        ({"reply_to": f"mentoring+t-{TOKEN}@example.org"}, ("token", "header")),
        ({"envelope_from": f"mentoring+t-{TOKEN}@example.org"}, ("token", "envelope")),
        ({"html": f"<a href='mailto:mentoring+t-{TOKEN.upper()}@example.org'>"}, ("token", "html")),
    ],
    ids=str,
)
def test_whatever_names_the_writer_is_found(changes, expected):
    assert expected in hits(tokens=(TOKEN,), **changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "Mark my words, I will bake"},
        {"html": '<p style="font-family:Baker;color:Mark">x</p>'},
        {"html": "<style>.mark { color: red }</style><p>x</p>"},
        {"text": "janet and mulled wine"},
    ],
)
def test_what_only_looks_like_a_name_passes(changes):
    assert hits(**changes) == set()


def test_our_own_addresses_and_the_addressees_never_count():
    ours = person("X Mentoring", addresses=("mentoring@example.org",), domains=("example.org",))
    assert hits(forbidden=(ours,)) == set()
    same_house = person("Q Doe", addresses=("jo@mail.example.net",), domains=("mail.example.net",))
    assert hits(forbidden=(same_house,), own=()) == set()
    assert ("domain", "text") in hits(forbidden=(same_house,), text="see www.mail.example.net")


def test_an_address_at_our_own_domain_still_gives_its_owner_away():
    staff = person("Q Doe", addresses=("q.doe77@example.org",))
    assert ("address", "text") in hits(forbidden=(staff,), text="write to q.doe77@example.org")


def test_words_that_the_caller_calls_our_own_may_stand():
    quill = person("Jo Severnquill")
    assert ("name", "text") in hits(forbidden=(quill,), text="Severnquill surgical e-mentoring")
    assert (
        hits(
            forbidden=(quill,), own=(*OWN, "Severnquill Surgical e-mentoring"), text="Severnquill surgical e-mentoring"
        )
        == set()
    )
    assert ("name", "text") in hits(
        forbidden=(quill,), own=(*OWN, "Severnquill Surgical e-mentoring"), text="ask Severnquill"
    )


@pytest.mark.parametrize("raw", [b"From: a@b.org\n\nx\n", b"a\r\n\rb", b"\n\r"])
def test_a_bare_line_end_is_held(raw):
    assert hits(raw) == {("line_end", "raw")}


def test_what_cannot_be_read_is_held():
    assert hits(b"X: y\r\n" * 30_000 + b"\r\n") == {("unreadable", "raw")}


def test_what_the_draft_does_not_know_of_is_searched_too():
    raw = compose(DRAFT).replace(b"MIME-Version", b"X-Originating-Host: ward7.leedsteaching.nhs.uk\r\nMIME-Version")
    assert ("domain", "machinery") in hits(raw)
    attached = compose(DRAFT).replace(
        b"--=_boundary234567--", f"--=_boundary234567\r\n\r\n{ADDRESS}\r\n--=_boundary234567--".encode()
    )
    assert ("address", "text") in hits(attached)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("a<b>b</b>c", "abc"),
        ("<p>a</p>\n<p>b</p>", "a\nb"),
        ("a<br\n>b", "a\nb"),
        ("<style>\nx\n</style>y", "y"),
        ('<img alt="c" title="d">', "c d"),
        ("&lt;b&gt;", "<b>"),
    ],
)
def test_html_as_a_reader_sees_it(markup, text):
    assert shown(markup).split() == text.split()
    assert shown(markup).count("\n") == markup.count("\n")


def test_only_the_gate_clears_a_message():
    package = Path(mailbot.__file__).parent
    makers = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if any(mark in path.read_text("utf-8") for mark in ("ClearedMessage(", "_GATE", "pass_key"))
    }
    assert makers == {"model/outbound.py", "anonymity/gate/clearing.py"}


def test_nobody_else_can_make_one():
    with pytest.raises(TypeError, match="only the egress gate"):
        ClearedMessage(raw=b"", message_id="<a@b>", envelope_from="", envelope_to="", pass_key=object())


def test_a_person_named_like_a_word_of_our_own_emails_does_not_hold_them():
    press = person("Jo Press", "Reply Answer")
    assert hits(forbidden=(press,), text="Press the key. You can press reply, or answer below.") == set()
    assert ("name", "text") in hits(forbidden=(press,), text="I asked Press about it")
