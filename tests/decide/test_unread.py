"""Answers that arrive where nobody here can read them: their writer is told what arrived, and is never silent."""

from __future__ import annotations

import pytest

from mailbot.model.effect import InboxState, Kind, RecordAnswers
from mailbot.model.inbound import Bodies, BodyLine, Part
from tests.decide.builders import ATTACHED, only, to_form, to_thread
from tests.decide.test_words_in import from_zoe, queued, templates, words_of

WORD = Part(content_type="application/octet-stream", filename="Antworten.docx", size_bytes=20_000)
PHOTO = Part(content_type="image/jpeg", filename="IMG_1.jpeg", size_bytes=900_000)
SMALL = Part(content_type="image/png", filename="me.png", size_bytes=900)
LOGO = Part(content_type="image/png", filename="image001.png", size_bytes=9_000)
TNEF = Part(content_type="application/ms-tnef", filename="winmail.dat", size_bytes=9_000)
NOTE = "I have filled the form in on my computer, because I was on the train all day, and hope that you can open it."
LONG = "I am sorry that I cannot answer this month. " * 5


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", (WORD,)),
        ("", (PHOTO, LOGO)),
        ("", (SMALL,)),
        ("Please find my answers attached.", (WORD,)),
        ("Die Antworten sind im Anhang, weil ich sie gestern am Rechner getippt habe.", (PHOTO,)),
        ("Hier sind sie.", (PHOTO,)),
        (NOTE, (WORD,)),
        ("Answer 1:\nsee attached", (WORD,)),
    ],
    ids=range(8),
)
def test_answers_in_a_file_are_never_taken_for_silence(text, parts):
    decided = from_zoe(text, to_form(), parts=parts)
    assert (decided.kind, decided.reason, decided.state) == (Kind.UNREADABLE, "attachment", InboxState.REFUSED)
    assert templates(decided) == ["unreadable"]
    assert not only(decided.effects, RecordAnswers)
    assert decided.reading is None  # which would say "blank"


@pytest.mark.parametrize(
    ("text", "parts", "reason"),
    [
        ("", (LOGO,), "nothing_found"),
        (LONG, (WORD,), "only_words"),
        ("No time this month, sorry.", (SMALL,), "only_words"),
        ("No time this month at all, I am moving house.", (PHOTO,), "only_words"),
        ("1. 4\n3. A post in research", (WORD,), "answers_partial"),
        ("1. 4", (WORD,), "answers_partial"),
    ],
    ids=range(6),
)
def test_what_can_be_read_is_read_whatever_hangs_on_it(text, parts, reason):
    assert from_zoe(text, to_form(), parts=parts).reason == reason


def test_the_writer_is_told_what_arrived_and_what_to_do():
    decided = from_zoe("", to_form(), parts=(WORD, PHOTO, ATTACHED))
    (letter,) = queued(decided.effects, "unreadable")
    words = " ".join(words_of(letter).split())
    assert "a Word document called “Antworten.docx” and in 2 more files." in words
    assert "copy your words into the email itself" in words
    assert letter.message.envelope_to == "zoe@laptop.test" or letter.to_person is not None


@pytest.mark.parametrize("target", [to_form(), to_thread()])
def test_a_wrapper_of_a_mail_program_is_named(target):
    decided = from_zoe("", target, parts=(TNEF,))
    (letter,) = queued(decided.effects, "unreadable")
    assert "winmail.dat" in words_of(letter)


def test_the_notice_of_a_secure_portal_is_no_letter():
    text = "Zoe Quillfeather has sent you a protected message.\nRead the message\n"
    decided = from_zoe(text, to_form())
    assert (decided.kind, decided.reason) == (Kind.UNREADABLE, "secure_portal")
    quoted = Bodies(plain=(BodyLine(text="No time, sorry."), BodyLine(text="sent you a secure message", depth=1)))
    assert from_zoe("", to_form(), bodies=quoted).reason == "only_words"
