"""The sections [[question]]: what a form asks, in the programme's language and in others."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.model.form import AskIf, Question, QuestionKind, Wording
from mailbot.model.ids import QuestionId
from mailbot.schedule.addresses import is_language
from mailbot.schedule.nearest import did_you_mean
from mailbot.schedule.tables import Table

_MOST_POINTS = 11  # a scale from 0 to 10 is the longest that people know
_MOST_ITEMS = 20


def read_questions(programme: Table) -> tuple[Question, ...]:
    """Every question in the form's order. Faults go to the table's log."""
    tables = programme.tables("question")
    if not tables and programme.given("question") is None:
        programme.log.add_missing((), "there is no [[question]]; expected at least one, with id, kind and ask")
    questions: list[Question] = []
    for table in tables:
        question = _question(table, questions)
        _check_unlike(table, question, questions)
        questions.append(question)
    return tuple(questions)


def _question(table: Table, earlier: Sequence[Question]) -> Question:
    written = table.text("id", expected='a short name that never changes, such as "satisfaction"')
    if written and not (written.isascii() and written.replace("_", "").replace("-", "").isalnum()):
        table.fault("id", f'expected letters, digits, "_" or "-", not "{written}"')
    kind = QuestionKind(table.one_of("kind", tuple(QuestionKind)))
    kind_known = table.values.get("kind") == kind
    own = _wording(table, kind, strict=kind_known)
    at_least = table.integer("at_least", 0, lowest=0, highest=_MOST_ITEMS)
    if at_least and kind_known and kind is not QuestionKind.LIST:
        table.fault("at_least", f'counts only with kind = "list"; this question is of kind "{kind}"')
    ask_if = _ask_if(table, earlier) if table.given("ask_if") is not None else None
    words = {"": own}
    for key, value in table.values.items():
        if key not in table.known and isinstance(value, dict) and is_language(key):
            words[key] = _translation(table.table(key), kind, own, strict=kind_known)
    table.finish()
    return Question(id=QuestionId(written), kind=kind, words=words, at_least=at_least, ask_if=ask_if)


def _wording(table: Table, kind: QuestionKind, *, strict: bool) -> Wording:
    """The words in one language; not `strict` where the kind is unknown, so that one fault does not make three."""
    ask = " ".join(table.text("ask", expected="the question in quotes").split())
    labels, options = table.texts("labels"), table.texts("options")
    for key, given, its_kind in (("labels", labels, QuestionKind.SCALE), ("options", options, QuestionKind.CHOICE)):
        if not strict:
            continue
        if kind is its_kind and table.given(key) is None:
            table.missing(key, f'the words of this {kind}, such as ["one", "two", "three"]')
        elif kind is its_kind and not 2 <= len(given) <= _MOST_POINTS:  # noqa: PLR2004 -- one is no choice
            table.fault(key, f"expected from 2 to {_MOST_POINTS} entries, not {len(given)}")
        elif kind is not its_kind and table.given(key) is not None:
            table.fault(key, f'counts only with kind = "{its_kind}"; this question is of kind "{kind}"')
        elif len({text.casefold() for text in given}) < len(given):
            table.fault(key, "names the same thing twice; expected each entry once")
    return Wording(ask=ask, help=" ".join(table.text("help", "").split()), labels=labels, options=options)


def _translation(table: Table, kind: QuestionKind, own: Wording, *, strict: bool) -> Wording:
    words = _wording(table, kind, strict=strict)
    for key, mine, theirs in (("labels", own.labels, words.labels), ("options", own.options, words.options)):
        if mine and 1 < len(theirs) != len(mine):
            table.fault(key, f"expected {len(mine)} entries as in the question itself, not {len(theirs)}")
    table.finish()
    return words


def _ask_if(table: Table, earlier: Sequence[Question]) -> AskIf | None:
    if not isinstance(table.given("ask_if"), dict):
        table.fault("ask_if", 'expected { question = "an-earlier-id", is = ["yes"] }')
        return None
    condition = table.table("ask_if")
    name = condition.text("question", expected="the id of an earlier question")
    values = _values(condition)
    condition.finish()
    about = next((question for question in earlier if question.id == name), None)
    if name and about is None:
        names = [question.id for question in earlier]
        hint = did_you_mean(name, names) or "; there is no earlier question"
        condition.fault("question", f'no earlier question has the id "{name}"{hint}')
    if about is None or not values:
        return None
    possible = _possible(about)
    if not possible:
        expected = "expected a question of kind yes_no, choice or scale"
        condition.fault("question", f'"{name}" is of kind "{about.kind}", whose answers are free; {expected}')
        return None
    for value in values:
        if value.casefold() not in possible:
            hint = did_you_mean(value, possible)
            condition.fault("is", f'"{value}" is no answer to "{name}"{hint}')
    return AskIf(question=about.id, values=tuple(possible.get(value.casefold(), value) for value in values))


def _values(condition: Table) -> tuple[str, ...]:
    written = condition.given("is")
    if isinstance(written, list) and any(type(value) is int for value in written):
        condition.values = {**condition.values, "is": [str(v) if type(v) is int else v for v in written]}
    values = condition.texts("is")
    if written is None or written == []:
        condition.missing("is", 'the answers that lead to this question, such as ["yes"]')
    return values


def _possible(question: Question) -> dict[str, str]:
    """What may stand in `is`, folded, and how it is kept: "yes", an option's text, or the number of a point."""
    own = question.words[""]
    if question.kind is QuestionKind.YES_NO:
        return {"yes": "yes", "no": "no"}
    if question.kind is QuestionKind.CHOICE:
        return {option.casefold(): option for option in own.options}
    numbers = {str(number): str(number) for number in range(1, len(own.labels) + 1)}
    return numbers | {label.casefold(): str(number) for number, label in enumerate(own.labels, start=1)}


def _check_unlike(table: Table, question: Question, earlier: Sequence[Question]) -> None:
    """Two questions of one form must differ: a reply is read by finding each question in it again."""
    for other in earlier:
        if question.id and other.id == question.id:
            table.fault("id", f'"{question.id}" is taken by an earlier question; expected an id of its own')
        for language in question.words.keys() & other.words.keys():
            ask = question.words[language].ask.casefold()
            if ask and ask == other.words[language].ask.casefold():
                path = (*table.path, language, "ask") if language else (*table.path, "ask")
                table.log.add(path, f'ask: "{other.id}" asks the same in the same words; expected words that differ')
