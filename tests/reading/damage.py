"""Whole mails made worse: headers lost, doubled, renamed and cut, encodings and charsets exchanged, bytes thrown in."""

from __future__ import annotations

import random
import re

ENCODINGS = (b"base64", b"quoted-printable", b"7bit", b"8bit", b"binary", b"x-uuencode", b"", b"\xff", b"BASE64; x=y")
CHARSETS = (
    b"utf-8",
    b"utf-16",
    b"utf-7",
    b"iso-2022-jp",
    b"gb2312",
    b"big5",
    b"koi8-r",
    b"x",
    b'"',
    b"undefined",
    b"idna",
)
TYPES = (
    b"text/plain", b"text/html", b"text/enriched", b"multipart/mixed; boundary=b", b"multipart/alternative",
    b"multipart/digest; boundary=b", b"multipart/report; report-type=delivery-status; boundary=b", b"message/rfc822",
    b"message/delivery-status", b"application/octet-stream; name*0*=x'y", b"text/plain; format=flowed; delsp=yes",
    b"application/pkcs7-mime", b'image/png; name="', b"text", b"/", b"",
)  # fmt: skip
JUNK = (
    b"\x00", b"\xff\xfe", b"\xe2\x80", b"\r", b"\n", b"\r\n\r\n", b"--b\r\n", b"=\r\n", b"=E9", b"=?utf-8?q?=?=",
    b"<blockquote>", b"</div>", b"<!--", b"]]>", b"&#55357;", b"\xed\xa0\xbd", b"> ", b"-- \r\n", b"\x1b$B", b"~{",
    b"-----BEGIN PGP SIGNED MESSAGE-----\r\n", b"[cid:x]", b"\xc3\x83\xc2\xa9", b"From: ", b"\xe2\x80\xa8",
)  # fmt: skip


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """The mail with one to six kinds of damage."""
    for _ in range(chance.randint(1, 6)):
        raw = chance.choice(DAMAGES)(raw, chance)
    return raw


def _place(raw: bytes, chance: random.Random) -> int:
    return chance.randint(0, len(raw))


def _junk(raw: bytes, chance: random.Random) -> bytes:
    at = _place(raw, chance)
    return raw[:at] + chance.choice(JUNK) * chance.choice((1, 1, 1, 40)) + raw[at:]


def _cut(raw: bytes, chance: random.Random) -> bytes:
    start, stop = sorted((_place(raw, chance), _place(raw, chance)))
    return raw[:start] + raw[stop:] if chance.random() < 0.5 else raw[: max(start, 200)]


def _lines(raw: bytes, chance: random.Random) -> bytes:
    rows = raw.split(b"\r\n")
    at = chance.randrange(min(len(rows), 30))
    match chance.randrange(5):
        case 0:
            del rows[at]
        case 1:
            rows.insert(at, rows[at])
        case 2:
            rows[at] = rows[at].replace(b":", b"", 1)
        case 3:
            rows[at] = rows[at][: len(rows[at]) // 2]
        case _:
            rows[at] = b" " + rows[at]
    return chance.choice((b"\r\n", b"\r\n", b"\n", b"\r")).join(rows)


def _header(name: bytes, values: tuple[bytes, ...]):
    pattern = re.compile(rb"(?i)" + name + rb"[^\r\n]*")

    def exchanged(raw: bytes, chance: random.Random) -> bytes:
        found = list(pattern.finditer(raw))
        if not found:
            return raw
        one = chance.choice(found)
        return raw[: one.start()] + name + chance.choice(values) + raw[one.end() :]

    return exchanged


def _bit(raw: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(raw)) if raw else 0
    return raw[:at] + bytes([chance.randrange(256)]) + raw[at + 1 :]


DAMAGES = (
    _junk,
    _cut,
    _lines,
    _bit,
    _header(b"Content-Type: ", TYPES),
    _header(b"Content-Transfer-Encoding: ", ENCODINGS),
    _header(b"charset=", CHARSETS),
    _header(b"boundary=", (b"b", b'"', b"", b"x" * 90)),
    _header(b"Content-Disposition: ", (b"attachment", b"inline; filename*=utf-8''%ff", b";;", b"")),
    _header(b"Subject: ", (b"=?gb2312?B?xxxx", b"\xff", b"[secure] x", b"STOP")),
    _header(b"From: ", (b"", b"a@b, c@d", b'"', b"=?utf-8?q?=00?= <a@b>")),
)
