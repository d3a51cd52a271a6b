"""What people type, ordinary and awkward, for any questionnaire."""

from __future__ import annotations

from mailbot.model.form import QuestionKind

PROSE = (
    "I learned to put in a chest drain, which took me several attempts and the patience of two consultants who stayed.",
    "A poster",
    "Finish the audit & send it in",
    "Ich möchte die Prüfung schaffen, mit „Ruhe“",
    "none",
)
PLAIN = (
    "A course in suturing",
    "Passed the first part",
    "A poster in Leeds",
    "Start with research",
    "Grow into the role",
)
AWKWARD = (
    "3) is the option",
    "First assistant at six repairs.\n\nAlso a course, twice.",
    "> 3 years",
    "No, thank you",
    "1. a talk\n2. an audit",
    "Re: last time, From: here on it gets better",
    "",
)
SCALES = {"prose": ("4", "2 - it depends"), "plain": ("4", "2"), "awkward": ("4 - good on the whole", "2 (too tired)")}
LISTS = {
    "prose": ("I led the round\nA good team", "Two late finishes\nNo study leave"),
    "plain": ("Good team\nNice ward", "Long days\nLost files"),
    "awkward": ("- first list alone\n- praise", "* rota\n* 3 cancelled lists"),
}
OPTIONS = {QuestionKind.CHOICE: "2", QuestionKind.YES_NO: "yes"}
TEXTS = {"prose": PROSE, "plain": PLAIN, "awkward": AWKWARD}
SETS = tuple(TEXTS)


def answers(asked, style="prose"):
    """An answer of that style, perhaps "", for each question by its number."""
    counts = dict.fromkeys(("text", "scale", "list"), 0)
    typed = {}
    for question in asked.questions:
        if question.kind in OPTIONS:
            typed[question.number] = OPTIONS[question.kind]
            continue
        kind = question.kind.value if question.kind.value in counts else "text"
        source = {"text": TEXTS, "scale": SCALES, "list": LISTS}[kind][style]
        typed[question.number] = source[counts[kind] % len(source)]
        counts[kind] += 1
    return typed
