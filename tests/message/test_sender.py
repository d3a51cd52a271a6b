from __future__ import annotations

import pytest

from mailbot.message.parse import parse
from mailbot.model.inbound import Mailbox
from tests.message.builders import mail


@pytest.mark.parametrize(
    ("value", "name", "address"),
    [
        ("jane@example.net", "", "jane@example.net"),
        ("<jane@example.net>", "", "jane@example.net"),
        ("Jane Smith <jane@EXAMPLE.Net>", "Jane Smith", "jane@example.net"),
        ("Jane.Smith@example.net", "", "Jane.Smith@example.net"),
        ('"Smith, Jane" <jane@example.net>', "Smith, Jane", "jane@example.net"),
        (r'"J \"Jo\" Smith" <jane@example.net>', 'J "Jo" Smith', "jane@example.net"),
        ("jane@example.net (Jane Smith)", "Jane Smith", "jane@example.net"),
        ("Jane (at (home)) <jane@example.net> (work)", "Jane", "jane@example.net"),
        (r"Jane (a \) b) <jane@example.net>", "Jane", "jane@example.net"),
        ("J. Smith <jane@example.net>", "J. Smith", "jane@example.net"),
        ("=?utf-8?q?J=C3=A4ne?= Smith <jane@example.net>", "Jäne Smith", "jane@example.net"),
        ("=?utf-8?Q?Smith,_Jane?= <jane@example.net>", "Smith, Jane", "jane@example.net"),
        ("=?utf-8?b?SsOk?= =?utf-8?b?bmU=?= <jane@example.net>", "Jäne", "jane@example.net"),
        ("Jäne <jane@example.net>", "Jäne", "jane@example.net"),
        ('"evil@x.org" <jane@example.net>', "evil@x.org", "jane@example.net"),
        ("jane@example.net <jane@example.net>", "jane@example.net", "jane@example.net"),
        ("Jane\r\n Smith\r\n <jane@example.net>", "Jane Smith", "jane@example.net"),
        ("Jane < jane@example.net >", "Jane", "jane@example.net"),
        ("<o'brien+x_y@example.net>", "", "o'brien+x_y@example.net"),
    ],
)
def test_one_plain_address_is_the_sender(value, name, address):
    message = parse(mail(start=f"From: {value}"))
    assert message.sender == Mailbox(name=name, address=address)
    assert message.sender.key == address.lower()
    assert not [defect for defect in message.defects if "from" in defect]


HOSTILE = [
    ("", "from_no_address"),
    ("Jane Smith", "from_stray_text"),
    ("Jane", "from_no_address"),
    ("jane@example.net, evil@x.org", "from_several"),
    ("Jane <jane@example.net>, Evil <evil@x.org>", "from_several"),
    ("Jane <jane@example.net>; x", "from_several"),
    ("evil@x.org <jane@example.net>", "from_address_in_name"),
    ("evil @x.org <jane@example.net>", "from_address_in_name"),
    ("jane@example.net)evil@x.org", "from_stray_text"),
    ("jane@example.net evil@x.org", "from_stray_text"),
    ("<jane@example.net> evil", "from_stray_text"),
    ("<jane@example.net><evil@x.org>", "from_stray_text"),
    ("jane@example.net<evil@x.org>", "from_address_in_name"),
    ("jane(comment)@example.net", "from_stray_text"),
    ("<@relay.org:jane@example.net>", "from_route"),
    ("<@a.org,@b.org:jane@example.net>", "from_route"),
    ("<jane@example.net@evil.org>", "from_several"),
    ("team: jane@example.net, bob@example.net;", "from_group"),
    ("undisclosed:;", "from_group"),
    ('"jane doe"@example.net', "from_stray_text"),
    (r"jane\@evil@example.net", "from_stray_text"),
    ("=?utf-8?q?jane=40example.net?=", "from_encoded_address"),
    ("<=?utf-8?q?jane?=@example.net>", "from_encoded_address"),
    ("=?utf-8?q?a=0d=0aBcc:_x=40y?= <jane@example.net>", "from_control_characters"),
    ("jane\x00@example.net", "from_control_characters"),
    ("Jane\x08 <jane@example.net>", "from_control_characters"),
    ("jäne@example.net", "from_not_ascii"),
    ("jane@exämple.net", "from_not_ascii"),
    ("jane@[127.0.0.1]", "from_stray_text"),
    ("<jane@[127.0.0.1]>", "from_odd_address"),
    ("a@[", "from_stray_text"),
    ("<jane@example..net>", "from_odd_address"),
    ("<jane@>", "from_odd_address"),
    ("<@example.net>", "from_odd_address"),
    ("<jane@" + "a." * 130 + "net>", "from_odd_address"),
    ("<ja ne@example.net>", "from_odd_address"),
    ("Jane <jane@example.net", "from_unclosed"),
    ('"Jane <jane@example.net>', "from_unclosed"),
    ('"Jane \\', "from_unclosed"),
    ("(" * 2000 + " jane@example.net", "from_nested_comments"),
    ("(jane@example.net", "from_unclosed"),
    ("(jane@example.net\\", "from_unclosed"),
    ("<jane>", "from_no_address"),
]


@pytest.mark.parametrize(("value", "defect"), HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_from_names_nobody_and_says_why(value, defect):
    message = parse(mail("To: x@example.org", start=f"From: {value}"))
    assert message.sender is None
    assert defect in message.defects


@pytest.mark.parametrize(
    ("headers", "defect"),
    [
        (["Subject: x"], "from_missing"),
        (["From: jane@example.net", "From: evil@x.org"], "from_twice"),
        (["From: jane@example.net", "from: jane@example.net"], "from_twice"),
        (["From : jane@example.net"], "from_space_before_colon"),
        (["From\t: evil@x.org", "From: jane@example.net"], "from_space_before_colon"),
        (["From: jane@example.net", "From : evil@x.org"], "from_space_before_colon"),
        (["From: jane@example.net", "FROM\r\n : evil@x.org"], "from_space_before_colon"),
        (["Subject: x\rFrom: evil@x.org", "From: jane@example.net"], "bare_cr_in_headers"),
        (["Subject: x\rFrom: evil@x.org"], "bare_cr_in_headers"),
        (["Sender: jane@example.net"], "from_missing"),
        (["Resent-From: jane@example.net"], "from_missing"),
    ],
)
def test_a_from_that_programs_disagree_about_names_nobody(headers, defect):
    message = parse(mail(*headers, start=""))
    assert message.sender is None
    assert defect in message.defects


def test_a_from_line_in_the_body_does_not_count():
    assert parse(mail("Subject: x", body="From : evil@x.org\r\rFrom: b@c\r\n")).sender.address == "jane@example.net"


def test_a_message_that_is_all_headers():
    assert parse(b"From: jane@example.net\r\nSubject: x").sender.address == "jane@example.net"
