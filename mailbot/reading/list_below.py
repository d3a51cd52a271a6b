"""A list of all answers typed in one place of the form: below the last question, as a rule, or below the first."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.model.form import VALUED, FormQuestion, QuestionKind
from mailbot.reading import evidence as signals
from mailbot.reading.evidence import Evidence
from mailbot.reading.leftovers import Typed, has_words
from mailbot.reading.numbered import numbered_answers
from mailbot.reading.ratings import value_of


def list_of_all(lines: dict[int, list[Typed]], questions: Sequence[FormQuestion], evidence: Evidence) -> list[Typed]:
    """The list, taken out of the one answer where it stands; empty if there is none, or none without doubt.

    What may be a list of points as well is left where it is, and every question is doubted whose number it has.
    """
    filled = [question for question, rows in lines.items() if has_words(rows)]
    if len(filled) != 1:
        return []
    where = filled[0]
    rows = lines[where]
    listed = numbered_answers(rows, len(questions), Evidence(), questions).answers
    is_list = questions[where].kind is QuestionKind.LIST
    at_an_end = where in (0, len(questions) - 1)
    if not set(listed) - {where} or (is_list and not at_an_end):
        return []
    texts = {question: "\n".join(row.text for row in answer).strip() for question, answer in listed.items()}
    valued = [question for question in listed if questions[question].kind in VALUED]
    fits = all(value_of(texts[question], questions[question]) is not None for question in valued)
    complete = len(listed) == len(questions) > 2 and not is_list  # noqa: PLR2004 - two come about by chance
    if fits and (valued or (complete and at_an_end)):
        lines[where] = []
        return rows
    if not at_an_end:
        return []
    evidence.note_all({where, *listed}, signals.HOLDS_NEXT)
    return []
