"""Points of a list in any bullet, dashes that are no signature, words struck out."""

from __future__ import annotations

import pytest

from mailbot.model.answer import AnswerState
from tests.reading.modes import apple, gmail, outlook, text_clients
from tests.reading.modes.answers import answers
from tests.reading.modes.check import ASKED, exact_or_asked, read, recovered
from tests.reading.modes.mails import html_form, mail, numbered, text_form
from tests.reading.modes.questionnaires import FORMS, asked

CLIENTS = {
    "gmail": gmail.split,
    "apple": apple.mac,
    "word": outlook.coloured,
    "text": outlook.text_mail,
    "flowed": text_clients.thunderbird,
}
POINTS = ("I led the ward round", "My trainer stayed late")
TWO = {
    "dashes": "- {}\n- {}",
    "stars": "* {}\n* {}",
    "bullets": "• {}\n• {}",
    "dots": "· {}\n· {}",
    "letters": "o {}\no {}",
    "numbers": "1. {}\n2. {}",
    "brackets": "1) {}\n2) {}",
    "plus": "+ {}\n+ {}",
    "long dashes": "– {}\n– {}",
    "double dashes": "-- {}\n-- {}",
    "a b": "a) {}\nb) {}",
    "lines": "{}\n{}",
    "semicolon": "{}; {}",
    "sentences": "{}. {}.",
    "paragraphs": "{}\n\n{}",
    "no space": "-{}\n-{}",
    "Word": "·         {}\n·         {}",
    "arrows": "→ {}\n→ {}",
    "roman": "i) {}\nii) {}",
    "hash": "#1 {}\n#2 {}",
    "squares": "▪ {}\n▪ {}",
}


def lists(one):
    """The questions that ask for at least two points."""
    return [q.number for q in one.questions if q.at_least]


@pytest.mark.parametrize("bullet", TWO)
@pytest.mark.parametrize("form", FORMS)
def test_mode_49_two_points_are_counted(form, bullet):
    one = asked(form)
    typed = {**answers(one, "plain"), **dict.fromkeys(lists(one), TWO[bullet].format(*POINTS))}
    for client in CLIENTS.values():
        reading = recovered(one, client(one, typed), typed)
        for number in lists(one):
            assert tuple(item.rstrip(".") for item in reading.answers[number - 1].items) == POINTS


@pytest.mark.parametrize("form", FORMS)
def test_mode_49_and_in_one_sentence_is_kept_whole_and_another_is_asked_for_at_most(form):
    one = asked(form)
    typed = {**answers(one, "plain"), **dict.fromkeys(lists(one), "I led the ward round and my trainer stayed late")}
    for client in CLIENTS.values():
        reading = recovered(one, client(one, typed), typed)
        assert all(" ".join(reading.answers[n - 1].items) for n in lists(one))


@pytest.mark.parametrize("bullet", ["{}", "- {}", "1. {}"])
@pytest.mark.parametrize("form", FORMS)
def test_mode_49_a_single_point_is_kept_and_asked_about_once(form, bullet):
    one = asked(form)
    typed = {**answers(one, "plain"), **dict.fromkeys(lists(one), bullet.format(POINTS[0]))}
    for client in CLIENTS.values():
        reading = recovered(one, client(one, typed), typed)
        for number in lists(one):
            answer = reading.answers[number - 1]
            assert answer.items == POINTS[:1]
            assert "fewer points than asked for" in answer.evidence


@pytest.mark.parametrize(
    "last", ["- a\n- b", "-- a good team\n-- a nice ward", "--\nlong days", "- Noor\n- my trainer"]
)
@pytest.mark.parametrize("form", FORMS)
def test_mode_50_dashes_are_no_signature(form, last):
    one = asked(form)
    typed = {**answers(one, "plain"), lists(one)[-1]: last}
    for client in CLIENTS.values():
        reading = exact_or_asked(one, client(one, typed), typed, most=1)
        assert reading.answers[lists(one)[-1] - 1].text
    for quote in ("", f"\n\n{gmail.text_head(one)}{text_form(one, {})}"):
        exact_or_asked(one, mail(one, numbered(typed, join="\n\n") + quote), typed, most=2)


@pytest.mark.parametrize("form", FORMS)
def test_mode_50_plus_and_minus_stay_under_their_questions(form):
    one = asked(form)
    good, bad = "+ good list\n+ kind team", "- bad rota\n- long days"
    numbers = lists(one)
    typed = {**answers(one, "plain"), numbers[0]: good, **dict.fromkeys(numbers[1:], bad)}
    for client in CLIENTS.values():
        reading = recovered(one, client(one, typed), typed)
        assert reading.answers[numbers[0] - 1].items == ("good list", "kind team")
        assert all(reading.answers[n - 1].items == ("bad rota", "long days") for n in numbers[1:])


STRUCK = {
    "s": "<s>{}</s>",
    "del": "<del>{}</del>",
    "strike": "<strike>{}</strike>",
    "style": '<span style="text-decoration:line-through">{}</span>',
    "style line": '<span style="text-decoration-line: line-through;">{}</span>',
}


@pytest.mark.parametrize("tag", STRUCK)
@pytest.mark.parametrize("form", FORMS)
def test_mode_51_struck_words_are_left_out(form, tag):
    one = asked(form)
    typed = answers(one, "plain")
    old = STRUCK[tag].format("my earlier words")
    body = html_form(
        one, typed, lambda text: f"</blockquote><div>{old} {text}</div>{gmail.QUOTE}".replace("\n", "<br>")
    )
    recovered(one, mail(one, None, gmail.quoted(one, body)), typed)


@pytest.mark.parametrize("form", FORMS)
def test_mode_51_with_a_text_part_that_kept_them_it_is_exact_or_asked(form):
    one = asked(form)
    scale = next(q.number for q in one.questions if q.labels)
    typed = {**answers(one, "plain"), scale: "4"}
    both = {**typed, scale: "2 4"}
    body = html_form(one, typed, lambda text: f"</blockquote><div>{text.replace('4', '<s>2</s> 4')}</div>{gmail.QUOTE}")
    for page in (gmail.quoted(one, body), None):
        raw = mail(one, gmail.text_head(one) + text_form(one, both), page)
        answer = read(one, raw).answers[scale - 1]
        assert (answer.state, answer.value) in ((ASKED, None), (ASKED, 4), (AnswerState.ANSWERED, 4))
