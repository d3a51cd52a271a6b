"""What closes a letter: taken off the last answer, never down to nothing, and asked about where it may be one."""

from __future__ import annotations

import pytest

from mailbot.model.answer import AnswerState
from mailbot.reading import evidence as signals
from mailbot.reading.leftovers import Typed
from mailbot.reading.tails import is_own_name, without_tail, without_tail_within
from mailbot.reading.writer import signatures_of
from tests.reading import forms, shapes
from tests.reading.replies import read, silently_wrong, unclear

SHEET = forms.surgery_sheet()
OWN = signatures_of(("Zoë Müller",))
TYPED = {1: "A course in suturing", 2: "4", 3: "One poster", 5: "Pass the exam"}
LIST = "\n".join(f"{number}. {text}" for number, text in TYPED.items())
TAILS = (
    "Thanks",
    "Best wishes,\nZoë",
    "Best wishes, Zoë",
    "Kind regards,\n\nZoë Müller\nCore surgical trainee\nTel. 0191 498 0001",
    "Kind regards,\n\nZoë Müller\nCore surgical trainee | Ward 7 | Riverside Hospitals NHS Trust\n+44 191 498 0001",
    "Zoë",
    "/Zoë",
    "~ Zoë Müller",
    "Zoë Müller\nCore surgical trainee",
    "Zoë Müller | Core trainee | 0191 498 0001",
    "Zoë Müller - Core trainee",
    "-- \nZoë Müller\nhttps://example.org",
    "Sent from my iPhone",
    "Cheers\nZ M\n\nSent from my iPhone",
    "Sent from my iPhone\n\nZoë",
    "Mit freundlichen Grüßen\nZoë Müller",
    "Cordialement,\nZoë",
    "Saludos,\nZoë",
    "Cordiali saluti\nZoë Müller",
    "Met vriendelijke groet,\nZoë",
    "Pozdrawiam\nZoë",
)


def rows(text):
    return [Typed(line=number, text=row) for number, row in enumerate(text.split("\n"))]


def kept(tail):
    return "\n".join(row.text for row in tail.kept)


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("shape", ["list", "below the quote", "last answer"])
def test_a_closing_is_no_answer(tail, shape):
    if shape == "list":
        text, typed = f"{LIST}\n\n{tail}", TYPED
    elif shape == "below the quote":
        text, typed = f"{shapes.quoted_text(SHEET.questions, TYPED)}\n\n{tail}", TYPED
    else:
        typed = {**TYPED, 9: "Long hours\nNo leave"}
        text = shapes.quoted_text(SHEET.questions, {**typed, 9: f"{typed[9]}\n\n{tail}"})
    reading = read(SHEET, shapes.message(text))
    assert silently_wrong(SHEET, reading, typed) == []
    assert unclear(reading) == {}


@pytest.mark.parametrize(
    "tail",
    [
        "Kind regards,\n\nPS: I would like to talk about my rota next week, please.",
        "Thanks,\nZoë\nThe rota for the next quarter is a problem for all of us.",
        "Zoé\nCore surgical trainee\n+44 191 498 0001",
        "Please tell me if anything is missing.",
        "This email is confidential.",
        "--\nperhaps more of it",
        "...",
        "[Quoted text hidden]",
        "> …",
    ],
)
def test_a_closing_that_may_be_part_of_the_answer_is_asked_about(tail):
    reading = read(SHEET, shapes.message(f"{LIST}\n\n{tail}"))
    assert reading.answers[4].state is AnswerState.UNCLEAR


@pytest.mark.parametrize("answer", ["Thanks, *", "Thank you", "No, thank you", "Best wishes", "Zoë"])
def test_a_courtesy_as_the_last_answer_is_never_cut_down_to_nothing(answer):
    card = "Kind regards,\n\nZoë Müller\nTel. 0191 498 0001"
    reading = read(SHEET, shapes.message(f"1. A course\n2. 4\n5. {answer}\n\n{card}"))
    assert reading.answers[4].text == answer
    assert silently_wrong(SHEET, reading, {1: "A course", 2: "4", 5: answer}) == []


def test_points_in_paragraphs_of_their_own_are_one_answer():
    reading = read(SHEET, shapes.message("1. A course\n\n2. 4\n\n8. - good team\n\n- kind trainer\n\n- nice ward"))
    assert reading.answers[7].items == ("good team", "kind trainer", "nice ward")
    assert unclear(reading) == {}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Yes\n\nThanks,\nZoë", "Yes"),
        ("Yes\n\nZoë Müller", "Yes"),
        ("Yes\nZoë", "Yes"),
        ("Sent from my iPhone\n\nYes", "Yes"),
        ("Yes\n\nSent from my iPhone\nGet Outlook for iOS", "Yes"),
        ("Yes\nthanks", "Yes\nthanks"),
        ("Thanks", "Thanks"),
        ("Zoë", "Zoë"),
        ("I wrote it\nSent from my iPhone\nwas the subject", "I wrote it\nSent from my iPhone\nwas the subject"),
        ("", ""),
    ],
)
def test_a_name_or_a_device_line_below_an_answer_that_others_follow(text, left):
    tail = without_tail_within(rows(text), OWN)
    assert kept(tail) == left
    assert tail.doubts == ()


def test_a_sign_off_without_a_name_below_an_answer_that_others_follow_is_doubted():
    tail = without_tail_within(rows("Yes\n\nThanks"), OWN)
    assert (kept(tail), tail.doubts) == ("Yes\n\nThanks", (signals.TAIL_IN_DOUBT,))


@pytest.mark.parametrize("line", ["Thanks,", "Thanks,\nZoë", "Zoë"])
def test_an_item_in_the_middle_of_a_list_that_somebody_signs(line):
    typed = {1: "A course", 2: "4", 3: "One poster"}
    reading = read(SHEET, shapes.message(f"1. A course\n\n{line}\n\n2. 4\n\n3. One poster"))
    assert silently_wrong(SHEET, reading, typed) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Zoë", True),
        ("best wishes Zoë Müller", True),
        ("Thanks! Zoë", True),
        ("Zoë helped me", False),
        ("with Zoë", False),
        ("", False),
    ],
)
def test_the_writers_own_name(text, named):
    assert is_own_name(text, OWN) is named
    assert not is_own_name(text, frozenset())


def test_a_footer_below_one_answer_alone_is_left_to_it():
    tail = without_tail(rows("This email is confidential"), OWN)
    assert (kept(tail), tail.doubts) == ("This email is confidential", ())


def test_an_older_message_below_the_form_is_nothing():
    text = shapes.quoted_text(SHEET.questions, {2: "4"})
    older = "On Tue, 1 Sep 2026 at 08:00, Maria Lopez <maria@corp.test> wrote:"
    reading = read(
        SHEET, shapes.message(f"{text}\n\nMore soon\n\n> {older}\n>> Dear Zoë, see you\n>> at the meeting\n")
    )
    assert reading.unplaced == "More soon"
    assert reading.answers[1].value == 4


@pytest.mark.parametrize("line", ["Thanks,\nZoë", "Zoë Müller", "Sent from my iPhone"])
def test_an_answer_in_the_middle_of_the_form_that_somebody_signs(line):
    typed = {2: "4", 5: "Leeds"}
    text = shapes.quoted_text(SHEET.questions, {2: f"4\n\n{line}", 5: "Leeds"})
    reading = read(SHEET, shapes.message(text))
    assert silently_wrong(SHEET, reading, typed) == []
    assert unclear(reading) == {}


def test_a_line_of_control_characters_is_empty():
    reading = read(
        SHEET, shapes.message("1. A course in laparoscopic suturing for the whole of the month of May\n\x1f\n2. 4")
    )
    assert reading.answers[0].text == "A course in laparoscopic suturing for the whole of the month of May"


@pytest.mark.parametrize("dashes", ["---", "--", "-- "])
@pytest.mark.parametrize("where", ["above", "below", "answers"])
def test_the_writers_card_behind_dashes_reaches_nobody(dashes, where):
    card = f"{dashes}\nZoë Müller\nEarly shift, hall 3\nTel. 01632 960 123"
    sheet = forms.surgery_sheet()
    form = shapes.quoted_text(sheet.questions, {3: "One poster"})
    text = {"above": f"{card}\n\n{form}", "below": f"{form}\n\n{card}", "answers": f"1. A course\n\n2. 4\n\n{card}"}[
        where
    ]
    reading = read(sheet, shapes.message(text))
    assert (reading.unplaced, unclear(reading)) == ("", {})
    assert not any("Tel" in answer.text or "shift" in answer.text for answer in reading.answers)


@pytest.mark.parametrize(
    "below", ["somebody else\nTel. 01632 960 123", "Zoë Müller\n3. One poster", "Zoë Müller\n" + "x\n" * 12]
)
def test_what_is_no_card_of_the_writers_stays(below):
    reading = read(forms.surgery_sheet(), shapes.message(f"It has been a year.\n\n---\n{below}"))
    assert all(row in f"{reading.unplaced}\n{reading.answers}" for row in below.strip().split("\n")[-1:])
