"""What hangs on a message, in a person's terms."""

from __future__ import annotations

import pytest

from mailbot.message.file_kinds import FileKind, files_of, is_named_as_logo, kind_by_name
from mailbot.model.inbound import Part


def files(content_type, filename="", size_bytes=100_000):
    return files_of((Part(content_type=content_type, filename=filename, size_bytes=size_bytes),))


@pytest.mark.parametrize(
    ("content_type", "filename", "what"),
    [
        ("application/octet-stream", "Form.DOCX", "word"),
        ("application/msword", "", "word"),
        ("application/pdf", "scan", "pdf"),
        ("application/pdf", "scan.0042", "pdf"),
        ("application/vnd.oasis.opendocument.text", "", "open_document"),
        ("text/rtf", "a.rtf", "rich_text"),
        ("application/octet-stream", "a.pages", "pages"),
        ("text/plain", "answers.txt", "text"),
        ("image/heic", "IMG_1.HEIC", "picture"),
        ("image/jpeg", "", "picture"),
        ("audio/mp4", "voice", "recording"),
        ("video/quicktime", "a.mov", "film"),
        ("text/html", "a.htm", "page"),
        ("message/rfc822", "", "email"),
        ("application/x-zip", "a.zip", "folder"),
        ("application/octet-stream", "thing", "file"),
        ("application/octet-stream", ".docx", "file"),
        ("application/octet-stream", "WINMAIL.DAT", "tnef"),
        ("application/ms-tnef", "", "tnef"),
        ("application/pkcs7-mime", "smime.p7m", "smime"),
    ],
)
def test_files_that_can_hold_words(content_type, filename, what):
    assert [file.what for file in files(content_type, filename)] == [what]


@pytest.mark.parametrize(
    ("content_type", "filename", "size"),
    [
        ("application/pkcs7-signature", "smime.p7s", 4_000),
        ("application/octet-stream", "signature.asc", 4_000),
        ("text/vcard", "zoe.vcf", 400),
        ("text/calendar", "invite.ics", 400),
        ("text/calendar", "", 400),
        ("application/applefile", "x", 400),
        ("image/png", "image001.png", 9_000),
        ("image/gif", "NHS_logo.gif", 9_000),
        ("image/png", "Outlook-a1b2c3.png", 9_000),
    ],
)
def test_files_that_programs_add_and_logos_hold_none(content_type, filename, size):
    assert files(content_type, filename, size) == ()


def test_a_large_picture_is_no_logo_whatever_its_name():
    assert files("image/jpeg", "image001.jpg", 900_000) == (FileKind(what="picture", name="image001.jpg"),)


def test_a_small_picture_is_named_so():
    assert files("image/jpeg", "paper.jpg", 900)[0].small


@pytest.mark.parametrize(
    ("filename", "shown"),
    [
        ("C:\\Users\\Zoe\\My answers.docx", "My answers.docx"),
        ("a/b/c.pdf", "c.pdf"),
        ("x\u202efdp.docx", "xfdp.docx"),
        ("x" * 80 + ".docx", "x" * 40 + "..." + "x" * 11 + ".docx"),
    ],
)
def test_only_the_name_itself_is_shown(filename, shown):
    assert files("application/octet-stream", filename)[0].name == shown


@pytest.mark.parametrize(
    ("name", "content_type", "kind"),
    [
        ("JD.vcf", "application/octet-stream", "contact"),
        ("", "text/x-vcard", "contact"),
        ("invite.ics", "text/calendar", "calendar"),
        ("", "text/calendar", "calendar"),
        ("smime.p7s", "application/pkcs7-signature", "signature"),
        ("", "application/pgp-keys", "signature"),
        ("", "message/delivery-status", "report"),
        ("", "message/rfc822", "email"),
        ("", "message/partial", "email"),
        ("winmail.dat", "application/ms-tnef", "tnef"),
        ("smime.p7m", "application/octet-stream", "smime"),
        ("CV.doc", "application/octet-stream", "word"),
        ("", "text/x-log", "text"),
        ("", "chemical/x-pdb", ""),
    ],
)
def test_what_a_file_says_that_it_is(name, content_type, kind):
    assert kind_by_name(Part(content_type=content_type, filename=name, size_bytes=1)) == kind


@pytest.mark.parametrize(
    ("name", "logo"),
    [("image001.png", True), ("Outlook-abc.png", True), ("NHS-Logo.jpg", True), ("IMG_2034.jpg", False), ("", False)],
)
def test_pictures_named_as_parts_of_a_signature(name, logo):
    assert is_named_as_logo(Part(content_type="image/png", filename=name, size_bytes=1)) is logo
