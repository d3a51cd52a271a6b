"""Forms to reply to, in the layout that the reader is promised: as a FormSheet, as text, and as a whole message."""

from __future__ import annotations

import html
import textwrap
from email.message import EmailMessage
from email.policy import SMTP

from mailbot.model.form import FormQuestion, FormSheet, QuestionKind
from mailbot.model.ids import QuestionId

SENDER_NAME = "Northern mentoring"
SENDER_ADDRESS = "mentoring+f-k5tq2v7mhx3cw4rn2jza@example.org"
REFERENCE = "7F3A-K2QM-9XDB-LR4T"
SUBJECT = "Your two months in surgery: six short questions and two lists"
INTRO = (
    "Dear Zoë,",
    (
        "this is your questionnaire for October and November. Please reply to this email and write each answer below "
        "its question, after the word Answer. It takes about ten minutes, and you may leave a question empty."
    ),
)
CLOSING = (
    "Only you and your mentor can read what you write. Nobody at the hospital is shown it.",
    "To stop these emails, reply with the single word STOP. To pause them, reply with PAUSE.",
    "Questions about the programme: Maria Lopez, coordinator, coordinator@example.org, 0191 498 0000.",
)
SATISFACTION = ("very unsatisfied", "unsatisfied", "neither", "satisfied", "very satisfied")
BALANCE = ("very poor", "poor", "fair", "good", "very good")


def question(number, kind, ask, hint="", **more):
    return FormQuestion(
        id=QuestionId(more.pop("id", f"q{number}")),
        number=number,
        kind=kind,
        ask=ask,
        hint=hint or scale_hint(more.get("labels", ())),
        marker=f"Answer {number}:",
        **more,
    )


def scale_hint(labels):
    return f"({', '.join(f'{n} = {label}' for n, label in enumerate(labels, 1))})" if labels else ""


def surgery_questions():
    text, goal, items = QuestionKind.TEXT, QuestionKind.GOAL, QuestionKind.LIST
    return (
        question(
            1,
            text,
            "Which new surgical skills have you learned or practised in the past two months, and how did you "
            "learn them?",
            "(For example: first assistant at six hernia repairs; a course in laparoscopic suturing.)",
            id="skills",
        ),
        question(
            2,
            QuestionKind.SCALE,
            "How satisfied are you with your surgical training at present?",
            labels=SATISFACTION,
            id="satisfaction",
        ),
        question(
            3,
            text,
            "What have you added to your CV in the past two months (papers, talks, courses, audits, exams)?",
            id="cv",
        ),
        question(
            4,
            QuestionKind.SCALE,
            "How would you rate the balance between your work and your life outside it?",
            labels=BALANCE,
            id="balance",
        ),
        question(5, goal, "What is your career goal for the next six months?", id="goal_short"),
        question(6, goal, "What is your career goal for the next two to three years?", id="goal_medium"),
        question(7, goal, "Where would you like your career to be in ten years?", id="goal_long"),
        question(
            8,
            items,
            "Which good things happened in your training in the past two months? Please give at least two.",
            '(One on each line, for example "I was allowed to lead the ward round".)',
            at_least=2,
            id="positives",
        ),
        question(
            9,
            items,
            "Which things did not go well in your training in the past two months? Please give at least two.",
            '(One on each line, for example "My list was cancelled three times".)',
            at_least=2,
            id="negatives",
        ),
    )


def last_line(reference=REFERENCE):
    return f"Reference: {reference} (please leave this line in your reply)"


def paragraphs(questions, intro=INTRO, closing=CLOSING):
    """Every paragraph of the form with the empty lines that follow it."""
    found = [(text, 1) for text in intro]
    for q in questions:
        found += [(f"{q.number}. {q.ask}", 1)] + [(q.hint, 1)] * bool(q.hint) + [(q.marker, 2)]
    return [*found, *((text, 1) for text in closing), (last_line(), 0)]


def form_text(questions, intro=INTRO, closing=CLOSING, width=72):
    lines = []
    for text, gap in paragraphs(questions, intro, closing):
        lines += textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) + [""] * gap
    return "\n".join(lines)


def sheet_of(questions, intro=INTRO, closing=CLOSING, recipient="Zoë Müller"):
    return FormSheet(
        language="en",
        subject=SUBJECT,
        sender_name=SENDER_NAME,
        sender_address=SENDER_ADDRESS,
        recipient_name=recipient,
        reference=REFERENCE,
        questions=tuple(questions),
        lines=tuple(form_text(questions, intro, closing).split("\n")),
    )


def surgery_sheet():
    return sheet_of(surgery_questions())


def form_html(questions, intro=INTRO, closing=CLOSING):
    out = ["<html><body>"]
    for text, gap in paragraphs(questions, intro, closing):
        inner = html.escape(text, quote=False)
        bold = any(text == f"{q.number}. {q.ask}" for q in questions)
        out.append(f"<p><b>{inner}</b></p>" if bold else f"<p>{inner}</p>")
        out += ["<p>&nbsp;</p>"] * (gap - 1)
    return "\n".join([*out, "</body></html>"])


def form_message(questions):
    message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    message["From"] = f"{SENDER_NAME} <{SENDER_ADDRESS}>"
    message["To"] = "Zoë Müller <zoe@corp.test>"
    message["Subject"] = SUBJECT
    message["Date"] = "Sun, 01 Nov 2026 08:00:00 +0000"
    message["Message-ID"] = "<form.1.k5tq2v7mhx@example.org>"
    message.set_content(form_text(questions))
    message.add_alternative(form_html(questions), subtype="html")
    return message
