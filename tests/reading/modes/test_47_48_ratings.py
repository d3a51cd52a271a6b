"""What is typed for a scale, and a scale from which all but one was taken away."""

from __future__ import annotations

import pytest

from mailbot.model.answer import AnswerState
from tests.reading.modes import gmail, outlook
from tests.reading.modes.check import ASKED, read
from tests.reading.modes.mails import esc, html_form, mail, text_form
from tests.reading.modes.questionnaires import FORMS, asked

FOUR = ("4/5", "4 out of 5", "four", "4!", "4 - good", "④", "4\ufe0f\u20e3", "٤", "4", "4.", "(4)", "4 / 5", "Four.",
        "*4*", "4 (I think)", "4 of 5", "４", "۴", "4 – fine", "4, thanks", "4: it was busy", "four out of five",
        "[4]", "4 stars", "a 4", "4 points", "vier", "quatre", "4 :-)", "4+")  # fmt: skip
FIVE = ("5 (excellent)", "5/5", "⑤", "5 out of 5", "five", "5\ufe0f\u20e3", "٥", "5!!")
NEVER = ("3-4", "45", "3 - 4", "3/4", "3 or 4", "between 3 and 4", "3,4", "6", "0", "-4", "44", "4 out of 10", "8/10",
         "3–4", "4 -> 3", "3.5", "2 to 3", "10", "1-5", "4 or 5", "3 & 4", "4/10", "four or five", "3~4")  # fmt: skip


def scales(one):
    return [q.number for q in one.questions if q.labels]


def replies(one, text):
    typed = dict.fromkeys(scales(one), text)
    return mail(one, text_form(one, typed)), outlook.coloured(one, typed)


def given(one, text):
    """Every answer to a scale, in three mail programs."""
    return [read(one, raw).answers[n - 1] for raw in replies(one, text) for n in scales(one)]


@pytest.mark.parametrize(("value", "text"), [(4, text) for text in FOUR] + [(5, text) for text in FIVE])
@pytest.mark.parametrize("form", FORMS)
def test_mode_47_the_value_or_a_question(form, value, text):
    one = asked(form)
    for answer in given(one, text):
        assert answer.text.strip("*") == text.strip("*")
        assert answer.value in (value, None)
        assert answer.state is (AnswerState.ANSWERED if answer.value else ASKED)


CLEAR = ("4/5", "4 out of 5", "four", "4!", "4 - good", "④", "4\ufe0f\u20e3", "٤", "4.", "(4)", "４", "*4*", "4 (why)")


@pytest.mark.parametrize("text", CLEAR)
@pytest.mark.parametrize("form", FORMS)
def test_mode_47_what_is_clear_to_anybody_is_believed(form, text):
    assert {answer.value for answer in given(asked(form), text)} == {4}


@pytest.mark.parametrize("form", FORMS)
def test_mode_47_five_with_a_word_behind_it(form):
    assert {answer.value for answer in given(asked(form), "5 (excellent)")} == {5}


@pytest.mark.parametrize("text", NEVER)
@pytest.mark.parametrize("form", FORMS)
def test_mode_47_a_range_or_a_number_off_the_scale_is_asked_about(form, text):
    assert {(answer.state, answer.value) for answer in given(asked(form), text)} == {(ASKED, None)}


@pytest.mark.parametrize("text", ["4.5", "4,5", "4½"])
@pytest.mark.parametrize("form", FORMS)
def test_mode_47_a_half_is_never_another_value(form, text):
    assert {answer.value for answer in given(asked(form), text)} <= {None, 4}
    assert all(a.value is not None or a.state is ASKED for a in given(asked(form), text))


MARKS = {
    "bold": "<b>{}</b>",
    "strong": "<strong>{}</strong>",
    "highlighted": '<span style="background-color:yellow">{}</span>',
    "mark": "<mark>{}</mark>",
    "underlined": "<u>{}</u>",
    "bold by style": '<span style="font-weight:bold">{}</span>',
    "shaded by Word": "<span style='background:yellow;mso-highlight:yellow'>{}</span>",
}


def pointed(one, number, mark):
    """The hint of a scale with one point marked where it stands."""
    labels = one.questions[number - 1].labels
    point = esc(f"4 = {labels[3]}")
    body = html_form(one, {}, str)
    at = body.index(f"Answer {number}:")
    start = body.rindex("(1 = ", 0, at)
    return body[:start] + body[start:at].replace(point, MARKS[mark].format(point)) + body[at:]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_48_one_point_of_the_scale_marked_is_that_one_or_asked(form, mark):
    one = asked(form)
    for number in scales(one):
        answer = read(one, mail(one, None, gmail.quoted(one, pointed(one, number, mark)))).answers[number - 1]
        assert (answer.state, answer.value) in ((AnswerState.ANSWERED, 4), (ASKED, None), (ASKED, 4))


@pytest.mark.parametrize("form", FORMS)
def test_mode_48_all_points_but_one_deleted_is_that_one_or_asked(form):
    one = asked(form)
    for number in scales(one):
        labels = one.questions[number - 1].labels
        whole = " ".join(p.text for p in one.paragraphs if p.kind == "hint" and p.number == number)
        for left in (f"4 = {labels[3]}", f"(4 = {labels[3]})"):
            body = html_form(one, {}, str)
            start = body.rindex(esc(whole), 0, body.index(f"Answer {number}:"))
            body = body[:start] + esc(left) + body[start + len(esc(whole)) :]
            answer = read(one, mail(one, None, gmail.quoted(one, body))).answers[number - 1]
            assert (answer.state, answer.value) in ((AnswerState.ANSWERED, 4), (ASKED, None), (ASKED, 4))


@pytest.mark.parametrize(
    "copied", ["1 2 3 [4] 5", "1 [ ] 2 [ ] 3 [ ] 4 [x] 5 [ ]", "1 2 3 *4* 5", "1 - 2 - 3 - (4) - 5"]
)
@pytest.mark.parametrize("form", FORMS)
def test_mode_48_the_scale_typed_out_with_one_point_ticked_is_that_one_or_asked(form, copied):
    for answer in given(asked(form), copied):
        assert (answer.state, answer.value) in ((AnswerState.ANSWERED, 4), (ASKED, None))


@pytest.mark.parametrize("form", FORMS)
def test_mode_48_with_the_text_alone_it_is_asked_about(form):
    one = asked(form)
    labels = one.questions[scales(one)[0] - 1].labels
    text = ", ".join(f"{n} = {label}" for n, label in enumerate(labels, 1))
    for answer in given(one, text):
        assert (answer.state, answer.value) == (ASKED, None)
