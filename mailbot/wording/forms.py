"""The questionnaire as a form: its numbered questions, and the sheet that a reply is read against."""

from __future__ import annotations

from dataclasses import replace

from mailbot.model.form import FormQuestion, FormSheet, Question, QuestionKind, Wording
from mailbot.model.outbound import Words
from mailbot.wording.blocks import one_line
from mailbot.wording.clean import cleaned_text
from mailbot.wording.letters_forms import Form


def form_questions(questions: tuple[Question, ...], language: str) -> tuple[FormQuestion, ...]:
    """The questions as they are printed, numbered from 1, in that language or else the programme's own."""
    return tuple(
        _form_question(number, question, question.wording(language)) for number, question in enumerate(questions, 1)
    )


def form_sheet(
    letter: Form,
    words: Words,
    *,
    sender_name: str,
    sender_address: str,
    recipient_name: str = "",
    language: str = "en",
) -> FormSheet:
    """What a reply to this form is read against: its questions, and every line of its text part."""
    return FormSheet(
        language=language,
        subject=words.subject,
        sender_name=sender_name,
        sender_address=sender_address,
        recipient_name=recipient_name,
        reference=letter.reference,
        questions=letter.questions,
        lines=tuple(words.text.removesuffix("\n").split("\n")),
    )


def sheet_of_receipt(sheet: FormSheet, lines: tuple[str, ...]) -> FormSheet:
    """What a reply to a receipt (or a reminder) is read against: its lines, with the form's questions among them.

    A client that quotes without marks (Outlook) sends a receipt back with every answer in it; what stands in the
    receipt must not be taken for an answer given again.
    """
    questions = tuple(replace(question, hint="", marker="") for question in sheet.questions)
    return replace(sheet, questions=questions, lines=lines)


def packet_thread_subject(round_number: int) -> str:
    """The subject of the thread that a round's packet starts, as it stands behind the partner on both sides."""
    return f"Answers to form {round_number}"


def _form_question(number: int, question: Question, wording: Wording) -> FormQuestion:
    return FormQuestion(
        id=question.id,
        number=number,
        kind=question.kind,
        ask=_line(wording.ask),
        hint=_hint(question.kind, wording),
        marker=f"Answer {number}:",
        labels=tuple(_line(label) for label in wording.labels),
        options=tuple(_line(option) for option in wording.options),
        at_least=question.at_least,
    )


def _hint(kind: QuestionKind, wording: Wording) -> str:
    """The line below the question: what may be answered, then the coordinator's help; "" if there is neither."""
    choices = {
        QuestionKind.SCALE: ", ".join(f"{n} = {label}" for n, label in enumerate(wording.labels, 1)),
        QuestionKind.CHOICE: ", ".join(f"{n} = {option}" for n, option in enumerate(wording.options, 1)),
        QuestionKind.YES_NO: "yes or no",
    }.get(kind, "")
    return " ".join(f"({_line(part)})" for part in (choices, wording.help) if part.strip())


def _line(text: str) -> str:
    return one_line(cleaned_text(text))
