"""The files of one message together: which pass, under which names, and why the others do not."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.anonymity.attachments import FileLimits, missing_packages, rebuilt
from mailbot.model.inbound import Part
from tests.anonymity.attachments.looking import ALL, MARK, UNHURRIED, rebuild
from tests.anonymity.attachments.office_files import sheet, slides, word, zipped
from tests.anonymity.attachments.test_images import picture, saved
from tests.anonymity.attachments.test_pdf import saved as saved_pdf
from tests.anonymity.attachments.test_pdf import with_page

PNG = saved(picture(), "PNG")
PDF = saved_pdf(with_page())
DOCX = word("<w:p/>")


def part(name: str = "", kind: str = "application/octet-stream") -> Part:
    return Part(content_type=kind, filename=name, size_bytes=1)


def test_names_are_numbers_and_every_part_is_in_one_of_the_two():
    parts = (
        part("Jane Doe.PNG"),
        part("invite.ics", "text/calendar"),
        part("cv.exe"),
        part("letter.bin"),
        part("r.csv"),
    )
    done = rebuilt(parts, (PNG, b"BEGIN:VCALENDAR", PDF, DOCX, sheet()), ALL)
    assert [(one.filename, one.content_type.rpartition("/")[2]) for one in done.kept] == [
        ("attachment-1.png", "png"),
        ("attachment-2.pdf", "pdf"),
        ("attachment-3.docx", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("attachment-4.xlsx", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ]
    assert [(one.number, one.what, one.why) for one in done.refused] == [(2, "calendar", "kind")]


@pytest.mark.parametrize(
    ("content", "about", "what", "why"),
    [
        (PNG, part(), "picture", "not_allowed"),
        (PDF, part("image.png", "image/png"), "pdf", "not_allowed"),
        (DOCX, part(), "word", "not_allowed"),
        (sheet(), part(), "spreadsheet", "not_allowed"),
        (slides(), part(), "slides", "not_allowed"),
        (zipped({"[Content_Types].xml": "x"}), part(), "folder", "not_allowed"),
        (zipped({"a.txt": "x"}), part("a.docx"), "folder", "kind"),
        (b"{\\rtf1 x}", part("a.doc"), "rich_text", "kind"),
        (b"BEGIN:VCARD", part("jane.vcf"), "contact", "kind"),
        (b"", part("", "message/rfc822"), "email", "kind"),
        (b"", part("winmail.dat", "application/ms-tnef"), "tnef", "kind"),
        (b"", part("smime.p7m"), "smime", "kind"),
        (b"", part("smime.p7s"), "signature", "kind"),
        (b"ID3", part("memo.m4a"), "recording", "kind"),
        (b"hello", part("notes.txt", "text/plain"), "text", "kind"),
        (b"<svg/>", part("a.svg", "image/svg+xml"), "picture", "picture_format"),
        (b"MZ", part("a.exe"), "file", "kind"),
    ],
)
def test_what_a_programme_that_allows_nothing_says(content, about, what, why):
    [refused] = rebuilt((about,), (content,), frozenset()).refused
    assert (refused.number, refused.what, refused.why) == (1, what, why)


def test_a_logo_goes_by_its_name():
    assert rebuild(PNG, part("image001.png", "image/png")) == "logo"


def test_twenty_files_and_no_more():
    done = rebuilt((part(),) * 22, (PNG,) * 22, ALL)
    assert len(done.kept) == 20
    assert {one.why for one in done.refused} == {"too_many_files"}


def test_all_files_together_have_a_size():
    done = rebuilt((part(),) * 3, (PNG,) * 3, ALL, FileLimits(all_bytes=len(rebuild(PNG).content) * 2))
    assert [one.number for one in done.refused] == [3]


@pytest.mark.parametrize(("content", "package"), [(PNG, "images"), (PDF, "pdf"), (DOCX, "office")])
def test_a_package_that_is_missing_refuses_the_file_and_nothing_else(content, package, monkeypatch):
    monkeypatch.setitem(sys.modules, f"mailbot.anonymity.attachments.{package}", None)
    assert rebuild(content) == "not_available"


def test_packages_are_named_as_pip_knows_them(monkeypatch):
    assert missing_packages(ALL) == ()
    monkeypatch.setattr("mailbot.anonymity.attachments.packages.find_spec", lambda _: None)
    assert missing_packages(ALL) == ("pillow", "pikepdf")
    assert missing_packages(frozenset({"office"})) == ("pillow",)
    assert missing_packages(frozenset()) == ()


def test_a_service_that_passes_no_files_on_loads_no_library():
    said = "import sys, mailbot.anonymity.attachments; print([n for n in ('PIL', 'pikepdf') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_nothing_of_a_file_shows_in_a_repr():
    done = rebuilt((part(MARK),), (PNG,), ALL)
    assert MARK not in repr(done)
    assert "\\x" not in repr(done)


@UNHURRIED
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"%PDF-1.4", b"PK\x03\x04[Content_Types].xml", b"\xff\xd8\xff", b"GIF89a"]),
)
def test_any_bytes_end_in_a_reason(data, beginning):
    assert isinstance(rebuild(beginning + data), str)
