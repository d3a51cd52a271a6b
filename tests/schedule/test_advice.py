from __future__ import annotations

from pathlib import Path

from mailbot.gateways.schedule_files import advise, load_questionnaire
from mailbot.gateways.template_files import shipped_schedules
from mailbot.schedule.advice import advice_on, advice_on_languages
from mailbot.schedule.programmes import read_programme
from mailbot.schedule.roster import read_roster

SAMPLES = Path(__file__).parent / "samples"
DOCUMENTED = (SAMPLES / "northern.toml").read_text(encoding="utf-8")


def advice(text: str) -> list[str]:
    programme = read_programme("northern", text, file="northern.toml")
    return [str(each).removeprefix("northern.toml:") for each in advice_on(programme, text, file="northern.toml")]


def test_nothing_is_to_be_said_about_the_shipped_samples() -> None:
    assert advise(shipped_schedules()) == ()


def test_short_questions_are_harder_to_find_again() -> None:
    text = DOCUMENTED.replace("How satisfied are you with your training?", "Satisfied?")
    text = text.replace("Was ist in den letzten zwei Monaten gut gelaufen? Bitte mindestens zwei Punkte.", "Gutes?")
    said = "ask: is short; from 20 letters on a question is surely found again in a reply"
    assert advice(text) == [f"47: {said}", f"58: {said}"]


def test_words_that_look_like_the_layout_are_better_left_out() -> None:
    said = 'ask: mailbot numbers the questions and writes "Answer 1:" itself; better left out here'
    assert advice(DOCUMENTED.replace("How satisfied", "1. How satisfied")) == [f"47: {said}"]
    assert advice(DOCUMENTED.replace("for example:", "see answer 1:")) == [f"53: {said}"]


def test_a_form_should_close_before_the_next_one_comes() -> None:
    text = DOCUMENTED.replace('every = "2 months"', 'every = "3 weeks"')
    assert advice(text) == ["23: close_after: a form would still be open when the next one comes"]


def test_a_person_whose_language_is_not_spoken_throughout_is_named() -> None:
    said = 'language: not every question has words in "de"; those without are asked in "en"'
    assert [str(each) for each in advise(SAMPLES)] == [f"{SAMPLES / 'northern.people.csv'}:3: {said}"]


def test_a_language_spoken_throughout_needs_no_word() -> None:
    path = SAMPLES / "northern.toml"
    german = '[question.de]\nask = "Wie zufrieden sind Sie?"\nlabels = ["1", "2", "3", "4", "5"]\n'
    text = path.read_text(encoding="utf-8").replace(
        '[[question]]\nid = "positives"', german + '[[question]]\nid = "positives"'
    )
    roster = read_roster(
        "id,role,name,email,language\na,mentor,A,a@example.org,de\nb,mentor,B,b@example.org,en\n", file="x.csv"
    )
    programme = read_programme("northern", text, file="northern.toml", roster=roster)
    assert advice_on_languages(programme, file="x.csv") == ()
    assert advice_on_languages(load_questionnaire(path), file="x.csv") == ()
