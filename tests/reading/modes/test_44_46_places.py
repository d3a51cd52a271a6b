"""Answers below the form, in two places at once, and answers that say little."""

from __future__ import annotations

import pytest

from mailbot.model.answer import AnswerState
from tests.reading.modes import gmail, outlook
from tests.reading.modes.answers import answers
from tests.reading.modes.check import ASKED, exact_or_asked, read, recovered
from tests.reading.modes.mails import broken, html_form, mail, numbered, text_form
from tests.reading.modes.questionnaires import FORMS, asked


def listed(one, style="plain"):
    return {n: text.replace("\n", "; ") for n, text in answers(one, style).items()}


def below(one, inline, rows, *, mark="> "):
    """Text below the whole quoted form, as K-9 and alpine have it by setting."""
    head = f"On 5 January 2027 08:00:00 GMT, {one.sheet.sender_name} wrote:\n"
    return mail(one, f"{head}{text_form(one, inline, mark=mark)}\n\n{rows}\n")


@pytest.mark.parametrize("notation", ["{}. {}", "{}) {}", "Q{}: {}", "{} {}"])
@pytest.mark.parametrize("mark", ["> ", ">", ""])
@pytest.mark.parametrize("form", FORMS)
def test_mode_44_below_is_read_like_above(form, mark, notation):
    one = asked(form)
    typed = listed(one)
    under = recovered(one, below(one, {}, numbered(typed, notation), mark=mark), typed)
    over = recovered(one, mail(one, f"{numbered(typed, notation)}\n\n{text_form(one, {}, mark=mark)}"), typed)
    assert [(a.state, a.text, a.value, a.items) for a in under.answers] == [
        (a.state, a.text, a.value, a.items) for a in over.answers
    ]


@pytest.mark.parametrize("form", FORMS)
def test_mode_44_below_in_html(form):
    one = asked(form)
    typed = listed(one)
    rows = broken(numbered(typed))
    page = f"{gmail.quoted(one, html_form(one, {}, str), above='')}<div>{rows}</div>"
    recovered(one, mail(one, None, page), typed)


@pytest.mark.parametrize("remark", ["", "(see below)", "see below"])
@pytest.mark.parametrize("form", FORMS)
def test_mode_45_some_inline_and_the_rest_below(form, remark):
    one = asked(form)
    typed = listed(one)
    inline = {n: text for n, text in typed.items() if n < 4}
    rest = {n: text for n, text in typed.items() if n >= 4}
    if remark:
        last = len(one.questions)
        reading = read(one, below(one, {**inline, last: remark}, numbered(rest)))
        assert reading.answers[-1].state is ASKED or reading.answers[-1].text == typed[last]
        assert all(reading.answers[n - 1].text == text for n, text in typed.items() if n < last)
    else:
        recovered(one, below(one, inline, numbered(rest)), typed)
        recovered(one, mail(one, f"{numbered(rest)}\n\n{text_form(one, inline)}"), typed)


@pytest.mark.parametrize("form", FORMS)
def test_mode_45_answered_twice_and_differently_is_asked_about(form):
    one = asked(form)
    inline = {1: "A course in suturing", 2: "4", 3: "A poster"}
    reading = read(one, below(one, inline, "2. 5\n3. A poster"))
    assert reading.answers[1].state is ASKED
    assert "answered twice" in reading.answers[1].evidence
    assert reading.answers[2].text == "A poster"


SHORT = (
    "Same as last month",
    "n/a",
    "N/A.",
    "-",
    "?",
    "none",
    "—",
    "...",
    "0",
    "x",
    "nil",
    "idem",
    "–",
    "./.",
    "no",
    "s.o.",
)


@pytest.mark.parametrize("text", SHORT)
@pytest.mark.parametrize("form", FORMS)
def test_mode_46_little_said_is_not_nothing_said(form, text):
    one = asked(form)
    words = [q.number for q in one.questions if q.kind.value in ("text", "goal")]
    typed = {words[0]: text, words[1]: "", words[-1]: text}
    for raw in (mail(one, text_form(one, typed)), gmail.split(one, typed), outlook.text_mail(one, typed)):
        reading = exact_or_asked(one, raw, typed, most=len(typed))
        assert reading.answers[words[0] - 1].state is AnswerState.ANSWERED
        assert reading.answers[words[1] - 1].state is AnswerState.BLANK


@pytest.mark.parametrize("text", ["n/a", "-", "?", "Same as last month", "none"])
@pytest.mark.parametrize("form", FORMS)
def test_mode_46_on_a_scale_it_is_asked_about(form, text):
    one = asked(form)
    scale = next(q.number for q in one.questions if q.labels)
    for raw in (mail(one, text_form(one, {scale: text})), gmail.split(one, {scale: text})):
        answer = read(one, raw).answers[scale - 1]
        assert (answer.state, answer.text, answer.value) == (ASKED, text, None)


@pytest.mark.parametrize("form", FORMS)
def test_mode_46_blanks_only_are_empty(form):
    one = asked(form)
    for blank in (" ", "\u00a0", "\u200b", " \n \n", "\u00a0\n\u00a0"):
        typed = dict.fromkeys(range(1, len(one.questions) + 1), blank)
        recovered(one, mail(one, text_form(one, typed)), {})
