"""Ways to make two programs read two senders in one message, all of them published.

The sender hopes that our receiving server checks evil.org, which passes, and that we read jane@victim.org. The shapes
are those of the literature on composition attacks (CWE-436 in mail: multiple From, multiple addresses, null, encodings,
comments, routes, quoted pairs, groups) and of CVE-2023-27043, CVE-2019-16056, CVE-2020-12063 and their like.
"""

from __future__ import annotations

import base64

import pytest

from mailbot.message.parse import parse
from mailbot.model.inbound import Verdict

OURS = "mx.example.org"
JANE = "jane@victim.org"
EVIL = "x@evil.org"
B64_JANE = base64.b64encode(JANE.encode()).decode()
B64_BOTH = base64.b64encode(f"{JANE}, ".encode()).decode()
QP_JANE = "jane=40victim.org"

# From values; what is read of each is nobody, or the sender who passes, never Jane.
VALUES = [
    f"{JANE} <{EVIL}>",
    f"<{JANE}> <{EVIL}>",
    f"<{EVIL}> <{JANE}>",
    f"{EVIL} <{JANE}>",
    f'"{JANE}" <{EVIL}>',
    f'"<{JANE}>" <{EVIL}>',
    f'"{EVIL}\\" <{JANE}>',
    f"'{JANE}' <{EVIL}>",
    f"{JANE}, {EVIL}",
    f"{EVIL}, {JANE}",
    f"<{JANE}>, <{EVIL}>",
    f"<{EVIL}>, <{JANE}>",
    f"{JANE},{EVIL}",
    f",{JANE}",
    f"{JANE},",
    f",,{JANE}",
    f"{JANE};{EVIL}",
    f"{EVIL};{JANE}",
    f"{JANE} {EVIL}",
    f"{JANE}\t{EVIL}",
    f"<{JANE},{EVIL}>",
    f"<{EVIL},{JANE}>",
    f"<{JANE} {EVIL}>",
    f"<{JANE}><{EVIL}>",
    f"<<{JANE}>>",
    f"<{JANE}<{EVIL}>>",
    f"<{JANE}",
    f"{JANE}>",
    f"<{JANE}>{EVIL}",
    f"{EVIL}<{JANE}>",
    f"<{JANE}> {EVIL}",
    f"<{JANE}>()x@evil.org",
    f"<{JANE}\x00>",
    f"{JANE}\x00{EVIL}",
    f"<{JANE}\x00{EVIL}>",
    f"{JANE}\x00",
    f"\x00{JANE}",
    f"=?utf-8?b?AA==?= <{JANE}>",
    f"=?utf-8?b?AA?= <{JANE}>",
    f"=?utf-8?q?=00?= <{JANE}>",
    f"=?utf-8?q?x=0d=0aFrom:_x=40evil.org?= <{JANE}>",
    f"=?utf-8?b?{B64_JANE}?=",
    f"=?utf-8?q?{QP_JANE}?=",
    f"=?utf-8?q?{QP_JANE}?= <{EVIL}>",
    f"=?utf-8?b?{B64_JANE}?= <{EVIL}>",
    f"=?utf-8?b?{B64_BOTH}?=<{EVIL}>",
    f"=?utf-8?q?=3C{QP_JANE}=3E?= <{EVIL}>",
    f"=?utf-8?q?=3Cx=40evil.org=3E?= <{JANE}>",
    f"=?utf-8?q?=3Cx=40evil.org=3E,?= <{JANE}>",
    f"<=?utf-8?q?{QP_JANE}?=>",
    "<=?utf-8?q?jane?=@victim.org>",
    "<jane@=?utf-8?q?victim?=.org>",
    "<jane@=?us-ascii?q?victim.org?=>",
    f"=?utf-7?q?+ADw-jane+AEA-victim.org+AD4-?= <{EVIL}>",
    f"=?nosuch?q?{QP_JANE}?= <{EVIL}>",
    f"=?utf-8?x?{QP_JANE}?= {JANE} <{EVIL}>",
    f"=?utf-8?q?{QP_JANE} <{EVIL}>",
    f"(<{EVIL}>) {JANE}",
    f"{JANE} (<{EVIL}>)",
    f"<{JANE}> (<{EVIL}>)",
    f"({EVIL}) ({JANE}",
    "jane@victim.org(.evil.org",
    "jane@victim.org)x@evil.org",
    "jane@victim.org)@evil.org",
    "jane@(x@evil.org)victim.org",
    "jane(x)@victim.org",
    "jane@victim(x).org",
    "jane (<x@evil.org>) @victim.org",
    f"<(x){JANE}>",
    "<jane@victim.org(x)>",
    f"<@evil.org:{JANE}>",
    f"<@evil.org,@b.org:{JANE}>",
    f"@evil.org:{JANE}",
    f"<@victim.org:{EVIL}>",
    f"team: {JANE};",
    f"team: {EVIL}, {JANE};",
    f"{JANE}: {EVIL};",
    f"undisclosed:; {JANE}",
    f"team:{JANE}",
    f"<{JANE}>\\,<{EVIL}>",
    f"{JANE}\\, {EVIL}",
    "jane\\@victim.org@evil.org",
    '"jane@victim.org"@evil.org',
    '"jane@victim.org\\"@evil.org',
    '"jane"@victim.org',
    "jane@victim.org@evil.org",
    "jane@evil.org@victim.org",
    "<jane@evil.org@victim.org>",
    "jane%victim.org@evil.org",
    "evil.org!jane@victim.org",
    "victim.org!jane@evil.org",
    "victim.org!jane",
    "jane",
    "<>",
    "<jane@>",
    "<@victim.org>",
    "jane@[192.0.2.1]",
    "jane@victim.org.",
    "jane@.victim.org",
    "jane@victim..org",
    "jane@victim.org.evil.org",
    "jane@victim,org",
    "jane @victim.org",
    "jane@ victim.org",
    "<jane @victim.org>",
    "jane@v\u0456ctim.org",
    "j\u0430ne@victim.org",
    "jane@victim\u3002org",
    "jane\uff20victim.org",
    "jane@\uff56ictim.org",
    "jane@xn--vctim-1of.org",
    "\ufeffjane@victim.org",
    "jane@victim.org\ufeff",
    "jane\u200b@victim.org",
    "ja\u00adne@victim.org",
    "\u202ejane@victim.org",
    "jane@victim.org\x7f",
    "jane@victim.org\x0bx@evil.org",
    "jane@victim.org\x0c",
    "jane@victim.org\x1b[D",
    "jane@victim.org\r\nx@evil.org",
    f"{JANE}\r\n ,{EVIL}",
    f"{JANE}\r\n \r\n <{EVIL}>",
    f"<{JANE}>\r\n <{EVIL}>",
    f"{JANE}\r <{EVIL}>",
    f"{JANE}\n\r {EVIL}",
    f'"Jane\r\n" <{JANE}> <{EVIL}>',
    f"{'a' * 30000} <{JANE}>",
    f"{' ' * 30000}{JANE} <{EVIL}>",
    "jane@" + "a" * 70 + ".victim.org",
    "a" * 70 + "@victim.org",
    "jane@" + "a." * 150 + "victim.org",
    f"{'(' * 300}{JANE}{')' * 300}",
]

# Whole header blocks.
BLOCKS = [
    f"From: {JANE}\r\nFrom: {EVIL}",
    f"From: {EVIL}\r\nFrom: {JANE}",
    f"From: {JANE}\r\nfROM: {EVIL}",
    f"From: {JANE}\r\nFrom: {JANE}",
    f"From : {JANE}\r\nFrom: {EVIL}",
    f"From: {JANE}\r\nFrom : {EVIL}",
    f"From: {JANE}\r\nFrom\t: {EVIL}",
    f"From\r\n : {EVIL}\r\nFrom: {JANE}",
    f"From\x00: {EVIL}\r\nFrom: {JANE}",
    f"From: {JANE}\r\nFrom\x00: {EVIL}",
    f"From: {JANE}\r\nFr\x00om: {EVIL}",
    f"\u00a0From: {EVIL}\r\nFrom: {JANE}",
    f"From: {JANE}\r\n\u00a0From: {EVIL}",
    f"From: {JANE}\r\nFrom\u00a0: {EVIL}",
    f"\ufeffFrom: {EVIL}\r\nFrom: {JANE}",
    f"\ufeffFrom: {JANE}",
    f" From: {JANE}\r\nFrom: {EVIL}",
    f"From: {JANE}\r\nno colon here\r\nFrom: {EVIL}",
    f"From: {JANE}\r\n: empty\r\nFrom: {EVIL}",
    f"From: {JANE}\r\nFrom x@evil.org Mon Jan  1\r\nFrom: {EVIL}",
    f"From: {JANE}\r\n>From: {EVIL}",
    f"From: {JANE}\r\nX-\u00e9: y\r\nFrom: {EVIL}",
    f"From: {JANE}\r\nX y: z\r\nFrom: {EVIL}",
    f"From: {JANE}\rFrom: {EVIL}",
    f"From: {EVIL}\rFrom: {JANE}",
    f"X: y\rFrom: {JANE}",
    f"From: {JANE}\nFrom: {EVIL}",
    f"From: {JANE}\n\rFrom: {EVIL}",
    f"From: {JANE}\r\r\nFrom: {EVIL}",
    f"From: {JANE}\r\r\n\r\nFrom: {EVIL}",
    f"Sender: {JANE}\r\nFrom: {EVIL}",
    f"Resent-From: {JANE}\r\nFrom: {EVIL}",
    f"Reply-To: {JANE}\r\nFrom: {EVIL}",
    f"Return-Path: <{JANE}>\r\nFrom: {EVIL}",
    f"Sender: {JANE}",
    f"Resent-From: {JANE}\r\nResent-Sender: {JANE}",
    f"Reply-To: {JANE}",
    f"X-Original-From: {JANE}\r\nFrom: {EVIL}",
    f"Froms: {JANE}",
    f"F rom: {JANE}\r\nFrom: {EVIL}",
    f"From:\r\n\r\nFrom: {JANE}",
    f"Subject: x\r\n\r\nFrom: {JANE}",
    f"From: {EVIL}\r\n\r\nFrom: {JANE}",
    f"From: {EVIL}\r\nContent-Type: message/rfc822\r\n\r\nFrom: {JANE}",
    f"From: {EVIL}\r\nContent-Type: message/partial\r\n\r\nFrom: {JANE}",
    f"From: {EVIL}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nFrom: {JANE}",
]
MESSAGES = [*(f"From: {value}" for value in VALUES), *BLOCKS]


def read(block: str, stamp: str):
    raw = (
        f"Authentication-Results: {OURS}; {stamp}\r\n".encode()
        + block.encode()
        + b"\r\nTo: a@example.org\r\n\r\nHello\r\n"
    )
    return parse(raw, envelope_sender=EVIL, trusted_authserv_ids=(OURS,))


@pytest.mark.parametrize("block", MESSAGES, ids=range(len(MESSAGES)))
def test_no_shape_of_a_from_makes_a_pass_for_another_count_for_jane(block):
    for stamp in (
        "dmarc=pass",
        "dmarc=pass header.from=evil.org; dkim=pass header.d=evil.org; spf=pass smtp.mailfrom=x@evil.org",
    ):
        message = read(block, stamp)
        assert message.sender is None or message.sender.key != JANE, message.sender


@pytest.mark.parametrize(
    "value",
    [
        f"{JANE} ({EVIL})",
        f'"{EVIL}" <{JANE}>',
        f"=?utf-8?q?x=40evil.org?= <{JANE}>",
        f"=?utf-8?q?x=40evil.org,_?= <{JANE}>",
        f'"x, \\"y\\" (z)" <{JANE}>',
        "JANE@VICTIM.ORG",
        f"=?utf-8?b?A?= <{JANE}>",
        f"=?utf-8?b?SmFuZQ==?= <{JANE}>",
    ],
)
def test_what_everybody_reads_as_jane_still_needs_a_pass_for_her_own_domain(value):
    message = read(f"From: {value}", "dmarc=pass header.from=evil.org; dkim=pass header.d=evil.org")
    assert message.sender is not None
    assert message.sender.key == JANE
    assert message.verdict is Verdict.NONE


def test_a_second_from_that_is_folded_into_the_stamp_above_it_spoils_the_stamp():
    message = read(f" From: {EVIL}\r\nFrom: {JANE}", "dmarc=pass")
    assert message.verdict is Verdict.NONE


def test_a_mailbox_line_of_mbox_before_the_headers_is_no_header():
    raw = f"From x@evil.org Mon Jan  1 00:00:00 2027\nFrom: {JANE}\nTo: a@example.org\n\nHello\n"
    assert parse(raw.encode()).sender.key == JANE


def test_a_white_line_within_a_folded_header_is_no_end():
    assert parse(f"Subject: a\r\n \r\n b\r\nFrom: {JANE}\r\n\r\nHello\r\n".encode()).sender.key == JANE
