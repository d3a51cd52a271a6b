"""Questionnaires, answers and ways to reply, made up at random."""

from __future__ import annotations

from hypothesis import strategies as st

from mailbot.model.form import QuestionKind
from mailbot.model.inbound import BodyLine
from tests.reading import forms, shapes

_WORDS = (
    "which what how where when your you have the a of in for with training skills goals work balance "
    "positive negative weeks months career support team ward theatre budget staff mentor learned changed "
    "improve describe rate satisfied added papers courses plans next last year two three people time "
    "hours clinic project leave "
)
WORDS = _WORDS.split()
_TYPED = (
    "we the and a to of yes no not really good bad better training course ward 3 2026 4.5 10% O'Neill "
    "(mostly) café Zürich naïve – … “so” a@b.example www.example.org/x?y=1 PostgreSQL & < * _ended_ 5 € "
    "first; second, third. why? ok! "
)
TYPED = _TYPED.split()
STARTS = ("", "", "", "", "- ", "* ", "3) ", "2. ", "4 - ", "1. ", "Q2 ", "(2) ", "PS: ", "Thanks, ", "From: ")

PLAIN_STARTS = ("", "", "- ", "* ")  # in a numbered list "2. we" below "1. yes" cannot be told from answer 2


def asks():
    sentence = st.lists(st.sampled_from(WORDS), min_size=5, max_size=14, unique=True).map(
        lambda words: " ".join(words).capitalize() + "?"
    )
    return st.lists(sentence.filter(lambda s: len(s) >= 24), min_size=2, max_size=8, unique_by=lambda s: s.lower())


@st.composite
def questionnaires(draw):
    questions = []
    for number, ask in enumerate(draw(asks()), 1):
        kind = draw(st.sampled_from((QuestionKind.TEXT, QuestionKind.SCALE, QuestionKind.LIST, QuestionKind.GOAL)))
        labels = forms.BALANCE if kind is QuestionKind.SCALE else ()
        hint = draw(
            st.sampled_from(("", "(A few words are enough.)", "(Leave it empty if nothing has changed since then.)"))
        )
        questions.append(forms.question(number, kind, ask, "" if labels else hint, labels=labels))
    return tuple(questions)


def typed_lines(starts=STARTS):
    words = st.lists(st.sampled_from(TYPED), min_size=1, max_size=14).map(" ".join)
    return st.tuples(st.sampled_from(starts), words).map("".join)


def typed_texts(starts=STARTS):
    """Texts of one to three lines; `starts` are how lines after the first may begin."""
    more = st.lists(typed_lines(starts), max_size=2)
    lines = st.tuples(typed_lines(), more).map(lambda pair: [pair[0], *pair[1]])
    texts = st.one_of(typed_lines(), lines.map("\n".join), lines.map("\n\n".join))
    return st.just("") | texts.filter(lambda text: any(map(str.isalnum, text)))


@st.composite
def answered(draw, starts=STARTS):
    """A questionnaire with an answer, perhaps empty, to each question."""
    questions = draw(questionnaires())
    answers = {}
    for question in questions:
        scale = question.kind is QuestionKind.SCALE
        values = st.sampled_from(("1", "4", "3 - it depends", "5/5", "2 (too many meetings)", "", "3-4", "good", "45"))
        answers[question.number] = draw(values if scale else typed_texts(starts))
    return questions, answers


@st.composite
def quoted(draw, questions, answers):
    """A reply in plain text with any mark, width and spacing."""
    mark = draw(st.sampled_from(("> ", ">", "| ", "", ">> ", "> > ", " > ", ": ", "Zoe> ")))
    width = draw(st.integers(28, 100))
    pad = draw(st.booleans())
    bold = draw(st.sampled_from(("", "*")))
    return shapes.message(shapes.quoted_text(questions, answers, mark, width, pad, bold))


MAIL = (
    "On Mon, 2 Nov 2026 at 10:00, Northern mentoring wrote:",
    f"<{forms.SENDER_ADDRESS}> wrote:",
    "From: Northern mentoring",
    "Sent: 1 November 2026",
    "Subject: Your two months",
    "-----Original Message-----",
    "________________________________",
    "-- ",
    "--",
    "Thanks,",
    "Zoë",
    "Sent from my iPhone",
    "",
    "",
    "1. one",
    "2) two",
    "Answer 1:",
    "Answer 2: yes",
    "Dear Zoë,",
    forms.CLOSING[0],
    forms.last_line(),
    "1. Which what how where when?",
    "(A few words are enough.)",
    "PS: one more thing that has more words than a title would have",
)


def mail_lines():
    return st.builds(
        lambda text, depth, prefix: BodyLine(text=text, depth=depth, prefix=prefix, emphasis=((0, len(text)),)),
        st.sampled_from(MAIL) | st.text(max_size=30) | typed_lines(),
        st.integers(0, 3),
        st.sampled_from(("", "> ", ">", "| ", ">> ")),
    )
