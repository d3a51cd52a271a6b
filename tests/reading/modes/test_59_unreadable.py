"""Answers where nobody here can read them: the person is asked again, and never scored as silent."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from mailbot.model.effect import InboxState, Kind, RecordAnswers
from tests.reading.modes import gmail
from tests.reading.modes.decided import decided, told
from tests.reading.modes.mails import envelope, html_form, text_form
from tests.reading.modes.questionnaires import FORMS, asked

ARMOUR = "-----BEGIN PGP MESSAGE-----\n\nhQEMA1e+1x0J1hX4AQf+\n=abcd\n-----END PGP MESSAGE-----\n"
DOCX = "vnd.openxmlformats-officedocument.wordprocessingml.document"


def base(one, text):
    made = envelope(one)
    made.set_content(text)
    return made


def wrapped(one, kind, name, text="", *, disposition="attachment"):
    """A reply whose words are in a file; the text is empty or the untouched form."""
    made = base(one, text)
    main, sub = kind.split("/")
    made.add_attachment(b"x" * 200, maintype=main, subtype=sub, filename=name, disposition=disposition)
    return bytes(made)


def opaque(one):
    made: EmailMessage = envelope(one)
    made.set_content(b"0" * 300, maintype="application", subtype="pkcs7-mime", filename="smime.p7m")
    return bytes(made)


FILES = {
    "winmail.dat": ("application/ms-tnef", "winmail.dat"),
    "docx": (f"application/{DOCX}", "form answers.docx"),
    "doc": ("application/msword", "answers.doc"),
    "pdf": ("application/pdf", "Scan_0042.pdf"),
    "photo": ("image/jpeg", "IMG_2214.jpeg"),
    "heic": ("image/heic", "IMG_2215.heic"),
    "octets": ("application/octet-stream", "antworten.odt"),
    "text file": ("text/plain", "answers.txt"),
    "page": ("text/html", "answers.html"),
    "message": ("text/rtf", "answers.rtf"),
}


def is_asked_again(disposition):
    assert disposition.kind is Kind.UNREADABLE
    assert disposition.state is InboxState.REFUSED
    assert not any(isinstance(effect, RecordAnswers) for effect in disposition.effects)
    assert told(disposition) == ["unreadable"]


@pytest.mark.parametrize("text", ["", "form"])
@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("form", FORMS)
def test_mode_59_answers_in_a_file(form, file, text):
    one = asked(form)
    untouched = gmail.text_head(one) + text_form(one, {}) if text else text
    is_asked_again(decided(form, wrapped(one, *FILES[file], untouched)))


@pytest.mark.parametrize("form", FORMS)
def test_mode_59_an_inline_photo_of_the_paper(form):
    one = asked(form)
    is_asked_again(decided(form, wrapped(one, "image/jpeg", "paper.jpeg", disposition="inline")))


@pytest.mark.parametrize(
    "words", ["", "Please find attached.\n", "See attached\n", "Hi,\n\nmy answers are attached.\n\nNoor Quillon\n"]
)
@pytest.mark.parametrize("form", FORMS)
def test_mode_59_a_line_that_says_so_is_not_an_answer(form, words):
    one = asked(form)
    raw = wrapped(one, f"application/{DOCX}", "form.docx", words + gmail.text_head(one) + text_form(one, {}))
    disposition = decided(form, raw)
    assert not any(isinstance(effect, RecordAnswers) for effect in disposition.effects)
    assert disposition.reading is None or not any(a.text for a in disposition.reading.answers)
    assert told(disposition)


@pytest.mark.parametrize("form", FORMS)
def test_mode_59_encrypted_words(form):
    one = asked(form)
    is_asked_again(decided(form, opaque(one)))
    is_asked_again(decided(form, bytes(base(one, ARMOUR))))
    is_asked_again(decided(form, bytes(base(one, f"Hello,\n\n{ARMOUR}"))))
    made = envelope(one)
    made.set_content("Version: 1\n", subtype="pgp-encrypted")
    made.make_mixed()
    raw = bytes(made).replace(b"multipart/mixed", b"multipart/encrypted")
    is_asked_again(decided(form, raw.replace(b"text/pgp-encrypted", b"application/pgp-encrypted")))


@pytest.mark.parametrize("form", FORMS)
def test_mode_59_a_page_of_a_secure_portal(form):
    one = asked(form)
    made = base(one, "You have received an encrypted message. Open the attached file to read it.\n")
    page = f"<html>{html_form(one, {}, str)}</html>".encode()
    made.add_attachment(page, maintype="text", subtype="html", filename="Encrypted_Message.html")
    made.replace_header("Subject", f"[SECURE] Re: {one.sheet.subject}")
    is_asked_again(decided(form, bytes(made)))
