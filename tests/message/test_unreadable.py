from __future__ import annotations

import pytest

from mailbot.message.parse import parse
from mailbot.model.inbound import Part
from tests.message.builders import mail

ARMOUR = "-----BEGIN PGP MESSAGE-----\r\n\r\nabc\r\n-----END PGP MESSAGE-----\r\n"


def part(content_type: str, body: str = "x", *more: str) -> str:
    return "\r\n".join([f"Content-Type: {content_type}", *more, "", body])


def mixed(*parts: str, kind: str = "mixed", subject: str = "x") -> bytes:
    body = "".join(f"--b\r\n{one}\r\n" for one in parts) + "--b--\r\n"
    return mail(f"Content-Type: multipart/{kind}; boundary=b", f"Subject: {subject}", body=body)


TEXT = part("text/plain", "Words to read")
EMPTY = part("text/plain", " \r\n")


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (mail(), ""),
        (mixed(part("application/pgp-encrypted"), part("application/octet-stream"), kind="encrypted"), "pgp"),
        (mail(body=f"Hi\r\n{ARMOUR}"), "pgp"),
        (mail("Content-Transfer-Encoding: base64", body="LS0tLS1CRUdJTiBQR1AgTUVTU0FHRS0tLS0tCg==\r\n"), "pgp"),
        (mail(body=f"> {ARMOUR}"), ""),
        (mail(body="-----BEGIN PGP SIGNED MESSAGE-----\r\nhi\r\n"), ""),
        (mail("Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m"), "smime"),
        (mail("Content-Type: application/x-pkcs7-mime"), "smime"),
        (mixed(TEXT, part("application/pkcs7-signature"), kind="signed"), ""),
        (mixed(TEXT, part("application/pkcs7-mime")), ""),
        (mail("Content-Type: application/ms-tnef; name=winmail.dat"), "tnef"),
        (mixed(EMPTY, part("application/ms-tnef")), "tnef"),
        (mixed(TEXT, part("application/ms-tnef")), ""),
        (
            mixed(TEXT, part("application/x-microsoft-rpmsg-message", "x", "Content-Disposition: attachment")),
            "rights_managed",
        ),
        (
            mixed(
                TEXT,
                part("text/html", "<p>x", 'Content-Disposition: attachment; filename="Encrypted_Message.html"'),
                subject="[SECURE] form",
            ),
            "secure_portal",
        ),
        (
            mixed(
                TEXT,
                part(
                    "application/octet-stream",
                    "x",
                    'Content-Disposition: attachment; filename="securedoc_20270105.html"',
                ),
                subject="[Encrypt] x",
            ),
            "secure_portal",
        ),
        (
            mixed(
                TEXT,
                part("text/html", "x", 'Content-Disposition: attachment; filename="notes.html"'),
                subject="[secure] form",
            ),
            "",
        ),
        (mixed(TEXT, part("text/html", "x", 'Content-Disposition: attachment; filename="message.html"')), ""),
        (mail("Subject: [secure] my form"), ""),
        (mail("Content-Transfer-Encoding: base64", body="=====\r\n"), ""),
        (mail("Content-Transfer-Encoding: nosuch", body="x\r\n"), ""),
        (mail("Content-Type: multipart/mixed; boundary=b", body="no parts\r\n"), ""),
        (mail("Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m"), "smime_signed"),
        (mail("Content-Type: application/octet-stream; name=smime.p7m"), "smime"),
        (mail("Content-Type: application/octet-stream; name=winmail.dat"), "tnef"),
        (mixed(TEXT, part("application/octet-stream; name=message_v2.rpmsg")), "rights_managed"),
        (mixed(TEXT, part("application/pgp-encrypted"), part("application/octet-stream; name=a.asc")), "pgp"),
        (
            mixed(TEXT, part("application/octet-stream; name=message.html"), subject="Re: [Secure] form"),
            "secure_portal",
        ),
        (mail("Content-Type: application/pdf", body="x"), ""),
    ],
    ids=range(29),
)
def test_why_a_message_cannot_be_read(raw, why):
    assert parse(raw).unreadable == why


def test_attachments_by_type_name_and_size():
    raw = mixed(
        TEXT,
        part("image/png; name==?utf-8?q?caf=C3=A9.png?=", "aGVsbG8=", "Content-Transfer-Encoding: base64"),
        part("application/pdf", "12345", "Content-Disposition: attachment; filename*=utf-8''r%C3%A9sum%C3%A9.pdf"),
        part("message/rfc822", "Subject: inner\r\n\r\nbody of it"),
        part("text/plain", "notes", 'Content-Disposition: attachment; filename="a\x00b.txt"'),
        part("multipart/alternative; boundary=c", "--c\r\n\r\ninner text\r\n--c--\r\n"),
    )
    assert parse(raw).parts == (
        Part(content_type="image/png", filename="café.png", size_bytes=6),
        Part(content_type="application/pdf", filename="résumé.pdf", size_bytes=5),
        Part(content_type="message/rfc822", filename="", size_bytes=10),
        Part(content_type="text/plain", filename="a b.txt", size_bytes=5),
    )
