from __future__ import annotations

from pathlib import Path

import pytest

from mailbot.gateways.schedule_files import load_catalogue
from mailbot.gateways.template_files import shipped_schedules
from mailbot.model.form import QuestionKind
from mailbot.model.ids import ProgrammeName
from mailbot.model.programme import Period, Programme, Role

SAMPLES = sorted(path.stem for path in shipped_schedules().glob("*.toml"))


@pytest.fixture(scope="module")
def samples() -> dict[ProgrammeName, Programme]:
    return dict(load_catalogue(shipped_schedules()).programmes)


def test_the_surgery_programme_of_the_article_is_among_the_samples() -> None:
    assert "northern-surgery" in SAMPLES


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_asks_all_that_the_article_asks(samples: dict[str, Programme], name: str) -> None:
    questions = {question.id: question for question in samples[name].questions}
    kinds = {
        "skills": QuestionKind.TEXT,
        "satisfaction": QuestionKind.SCALE,
        "cv": QuestionKind.LIST,
        "balance": QuestionKind.SCALE,
        "goal_short": QuestionKind.GOAL,
        "goal_medium": QuestionKind.GOAL,
        "goal_long": QuestionKind.GOAL,
        "positives": QuestionKind.LIST,
        "negatives": QuestionKind.LIST,
    }
    assert {key: questions[key].kind for key in kinds} == kinds
    for key in ("positives", "negatives"):
        assert questions[key].at_least == 2
        assert questions[key].words[""].help.startswith("for example: ")
    for key in ("satisfaction", "balance"):
        assert len(questions[key].words[""].labels) == 5
    assert samples[name].cadence.every == Period(months=2)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_reply_to_a_sample_can_be_read_by_its_questions(samples: dict[str, Programme], name: str) -> None:
    for language in {language for question in samples[name].questions for language in question.words}:
        asked = [question.wording(language).ask for question in samples[name].questions]
        assert all(len(ask) >= 20 for ask in asked)
        assert len({ask.casefold() for ask in asked}) == len(asked)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_has_pairs_and_trained_mentors_and_no_real_domain(samples: dict[str, Programme], name: str) -> None:
    people = samples[name].people
    mentors = {row.id for row in people if row.role is Role.MENTOR and row.trained_on}
    mentees = [row for row in people if row.role is Role.MENTEE]
    assert mentees
    assert {row.mentor for row in mentees} <= mentors
    assert all(row.email.endswith(("example.org", "example.com", "example.net")) for row in people)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_can_be_edited_in_excel_and_in_an_80_column_window(name: str) -> None:
    text = Path(shipped_schedules() / f"{name}.toml").read_text(encoding="utf-8")
    assert text.isascii()
    assert all(len(line) <= 120 for line in text.splitlines())
