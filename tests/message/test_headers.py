from __future__ import annotations

import pytest

from mailbot.message.headers import decoded, one_line, plain
from mailbot.message.parse import parse
from mailbot.message.recipients import addresses_in, recipients_of
from mailbot.message.references import id_lines, message_ids, own_id
from tests.message.builders import mail


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain", "plain"),
        ("", ""),
        ("=?utf-8?q?caf=C3=A9?=", "café"),
        ("=?UTF-8?B?Y2Fmw6k=?=", "café"),
        ("=?iso-8859-1?q?caf=E9_au?= lait", "café au lait"),
        ("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"),
        ("=?utf-8?q?a?= and =?utf-8?q?b?=", "a and b"),
        ("=?utf-8?b?ww?= =?utf-8?b?pA==?=", "ä"),  # cut inside a letter
        ("=?utf-8?q?a?= =?iso-8859-1?q?=E9?=", "aé"),
        ("=?utf-8*en?q?a?=", "a"),
        ("=?nosuch?q?caf=C3=A9?=", "café"),
        ("=?utf-8?b?*?=", ""),
        ("=?utf-8?b?abcde?=", "abcde"),  # no base64: shown as it stands
        ("=?unicode_escape?q?\\N?=", "\\N"),
        ("=?utf-8?x?a?=", "=?utf-8?x?a?="),
        ("=?utf-8?q?unfinished", "=?utf-8?q?unfinished"),
        ("caf\udcc3\udca9", "café"),
        ("caf\udce9", "café"),
        ("=?utf-7?q?+2AA-?=", "?"),
        ("naïve", "naïve"),
    ],
)
def test_encoded_words(value, text):
    assert decoded(value) == text


def test_text_without_lone_surrogates():
    assert plain("x") == "x"
    assert plain("naïve") == "naïve"
    assert plain("\udce9") == "é"


def test_a_subject_is_one_line_without_control_characters():
    assert one_line(" a\x00b\r\n\tc\u2028d ") == "a b c d"
    assert parse(mail("Subject: =?utf-8?q?a=0d=0aBcc:_x=40y?=")).subject == "a Bcc: x@y"
    assert parse(mail("Subject: first", "Subject: second")).subject == "first"
    assert parse(mail("Subject:\r\n folded\r\n\tonce more")).subject == "folded once more"


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Jane <Jane@Example.org>, bob@example.org", ("jane@example.org", "bob@example.org")),
        ('"a@b.org" <c@d.org>', ("a@b.org", "c@d.org")),
        ("team: a@b.org, c@d.org;", ("a@b.org", "c@d.org")),
        ("@@ a@ @b a@b@c no", ()),
        ("", ()),
    ],
)
def test_addresses_in(value, found):
    assert addresses_in(value) == found


def test_recipients_come_best_evidence_first_and_once():
    message = parse(
        mail("To: To@x.org, cc@x.org", "Cc: cc@x.org", "X-Original-To: orig@x.org", "Delivered-To: deliv@x.org"),
        envelope_recipients=("<Rcpt@x.org>", "to@x.org"),
    )
    assert message.recipients == ("rcpt@x.org", "to@x.org", "deliv@x.org", "orig@x.org", "cc@x.org")


def test_twenty_thousand_recipients_are_a_hundred_and_a_defect():
    addresses = tuple(f"a{n}@example.org" for n in range(20_000))
    found, defect = recipients_of({}, addresses)
    assert len(found) == 100
    assert defect == "too_many_addresses"
    assert recipients_of({}, addresses[:100])[1] == ""


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("<a@b>", ("<a@b>",)),
        ("<a@b> <c@d>\t<a@b>", ("<a@b>", "<c@d>")),
        ("<a@\t b>", ("<a@b>",)),  # old Exchange folds inside
        ("junk <a@b> (comment) <c@d> junk", ("<a@b>", "<c@d>")),
        ("<>", ()),
        ("<", ()),
        ("<[", ()),
        ("<[[[", ()),
        ("<<<a@b>>>", ("<a@b>",)),
        ("<a\x00b>", ()),
        ("<ä@b>", ()),
        ("", ()),
    ],
)
def test_message_ids(value, found):
    assert message_ids(value) == found


def test_of_many_references_the_newest_are_kept():
    found = message_ids(" ".join(f"<{n}@x>" for n in range(150)))
    assert len(found) == 100
    assert found[-1] == "<149@x>"


@pytest.mark.parametrize(
    ("value", "found"),
    [("<a@b>", "<a@b>"), (" a@b ", "<a@b>"), ("nothing", None), ("", None), ("<a@b", "<a@b>"), ("a b@c", None)],
)
def test_the_messages_own_id(value, found):
    assert own_id(value) == found


def test_ids_in_pasted_headers():
    text = "This is a copy.\n\n> Message-ID: <a@b>\nmessage-id:<c@d>\nSee Message-ID: <no@x>\nMessage-Id: <a@b>\n"
    assert id_lines(text) == ("<a@b>", "<c@d>")


def test_threading_headers_of_a_message():
    message = parse(
        mail("Message-ID: <m@x>", "Message-ID: <n@x>", "In-Reply-To: <a@x>", "References: <b@x>", "References: <a@x>"),
    )
    assert message.message_id == "<m@x>"
    assert message.in_reply_to == ("<a@x>",)
    assert message.references == ("<b@x>", "<a@x>")
    assert "message_id_twice" in message.defects


@pytest.mark.parametrize(
    ("value", "iso", "defects"),
    [
        ("Tue, 05 Jan 2027 09:30:00 +0130", "2027-01-05T08:00:00+00:00", ()),
        ("Tue, 05 Jan 2027 08:00:00", "2027-01-05T08:00:00+00:00", ()),
        ("Tue, 05 Jan 2027 08:00:00 -0000", "2027-01-05T08:00:00+00:00", ()),
        ("soon", None, ("date",)),
        ("Tue, 99 Jan 2027 08:00:00 +0000", None, ("date",)),
        ("Fri, 31 Dec 9999 23:59:59 -2300", None, ("date",)),
        ("Tue, 05 Jan 2027 08:00:00 +99999999999999", None, ("date",)),
        ("", None, ()),
    ],
)
def test_dates(value, iso, defects):
    message = parse(mail(f"Date: {value}"))
    assert (message.sent_at.isoformat() if message.sent_at else None) == iso
    assert message.defects == defects
