"""Each stretch of a reply with what it was taken for, in the reply's own order and with no word left out."""

from __future__ import annotations

from mailbot.model.inbound import Bodies, BodyLine
from mailbot.reading.answers import marked_reply
from tests.reading import forms, shapes
from tests.reading.replies import marked

SHEET = forms.surgery_sheet()
ATTRIBUTION = f"On Mon, 2 Nov 2026 at 09:00, {forms.SENDER_NAME} <{forms.SENDER_ADDRESS}> wrote:"


def stretches(text):
    return [(s.taken_for, s.question, s.text) for s in marked(SHEET, shapes.message(text))]


def quoted(answers):
    return shapes.quoted_text(SHEET.questions, answers)


def test_every_word_of_a_reply_is_in_one_stretch():
    text = (
        "Dear Maria,\n\nmy rota changed, more below.\n\n"
        f"{ATTRIBUTION}\n{quoted({1: 'A course', 2: '4'})}\n\nBest regards,\nZoë Müller\n01234 567890\n"
        "Sent from my iPhone"
    )
    found = stretches(text)
    assert [" ".join(row.split()) for row in text.split("\n") if row.strip("> ")] == [
        " ".join(row.split()) for _, _, block in found for row in block.split("\n") if row.strip("> ")
    ]
    assert found[0] == ("greeting", None, "Dear Maria,")
    assert found[1] == ("unplaced", None, "my rota changed, more below.")
    assert found[2] == ("quote", None, ATTRIBUTION)
    assert ("answer", "skills", "A course") in found
    assert ("answer", "satisfaction", "4") in found
    assert found[-1] == ("signature", None, "Best regards,\nZoë Müller\n01234 567890\nSent from my iPhone")
    assert [question for kind, question, _ in found if kind == "question"][:2] == ["skills", "skills"]


def test_an_answer_on_the_line_of_its_question_is_told_from_it():
    text = quoted({}).replace("present?", "present? 4, mostly")
    found = stretches(text)
    at = found.index(("answer", "satisfaction", "4, mostly"))
    assert found[at - 1][:2] == ("question", "satisfaction")
    assert found[at + 1][0] == "form"


def test_two_answers_of_one_line_are_told_apart():
    text = shapes.quoted_text(SHEET.questions, {3: "x"}, width=200)
    text = text.replace("x\n>\n>\n> 4. How", "One poster 4. How").replace("life outside it?", "life outside it? 2")
    found = stretches(text)
    assert ("answer", "cv", "One poster") in found
    assert ("answer", "balance", "2") in found


def test_paragraphs_of_one_answer_are_one_stretch():
    assert ("answer", "skills", "One\n\nTwo") in stretches(quoted({1: "One\n\nTwo", 2: "4"}))


def test_what_leads_to_a_quote_is_a_quote():
    head = "\n".join(f"{name}: {value}" for name, value in shapes.HEADER_LINES)
    found = stretches(
        f"2. 4\n\n-----Original Message-----\n{head}\n\n" + shapes.quoted_text(SHEET.questions, {}, mark="")
    )
    assert found[0] == ("answer", "satisfaction", "2. 4")
    assert found[1][0] == "quote"


def test_a_name_below_a_sign_off_above_the_quote_is_a_signature():
    found = stretches(f"2. 4\n\nThanks,\nZoë\n\n{ATTRIBUTION}\n{quoted({})}")
    assert found[1] == ("signature", None, "Thanks,\nZoë")


def test_a_name_alone_in_front_of_the_form_belongs_to_no_answer():
    found = stretches(f"Zoë\n\n{ATTRIBUTION}\n{quoted({2: '4'})}")
    assert found[0] == ("quote", None, f"Zoë\n\n{ATTRIBUTION}")


def test_a_line_of_signs_only_is_kept():
    assert ("answer", "skills", "***\nOne") in stretches(quoted({1: "***\nOne"}))


def test_nothing_to_read_has_no_stretches():
    assert marked_reply(SHEET, Bodies(plain=(BodyLine(text=" "),))) == ()
