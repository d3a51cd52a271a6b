"""Answers that look like something else: dates, headers of mail, sign-offs, links, lines of the form."""

from __future__ import annotations

from tests.reading.trouble.answers import Typed, made_answers
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import inline

DATES = (
    "12. November: exam", "3.11. first list alone", "8:30 start, 19:00 end", "1/12 I move", "2026-11-24 is the viva",
    "5. 6. and 7. May off", "10) am to 4) pm", "24.12.", "20 hours", "1 of 3 done", "2nd year now", "4x on call",
)  # fmt: skip
SIGNS = (
    "C:\\audit\\draft.doc", "a > b in most cases", "#1 priority: sleep", "* * *", "50/50", "1 + 1 = 3 in our team",
    "~10", "@home", "<none>", "{tbc}", "=", "e.g. theatre; i.e. nights", "& so on", "!", "100 %", "x",
)  # fmt: skip
MAIL = (
    "On Monday I wrote: enough is enough", "From: my boss I got a day off", "Subject: teaching, mostly",
    "Sent from my desk, between two lists", "To: be honest, I do not know", "Date: not fixed yet",
    "My supervisor wrote: well done", "-- no comment", "Von: keiner", "Re: rota, see last time",
)  # fmt: skip
POLITE = (
    "Thanks to my team", "No, thank you", "Kind regards from two patients", "Best of all: the ward",
    "Cheers were had", "Thank you cards", "Zoë's old list", "Hello was all he said", "Dear me, no", "Sincerely tired",
)  # fmt: skip
LINKS = (
    "see https://example.net/a?b=1&c=2", "<https://example.net/poster>", "ask tutor@example.net", "www.example.net",
    "my poster <https://example.net/p/very/long/path/that/no/program/likes/to/leave/in/one/piece/at/all>",
)  # fmt: skip


def scattered(rng, form, texts, *, share=0.5, kinds=("text", "goal")):
    """Ordinary answers, with some of these texts among them."""
    typed = made_answers(rng, form)
    for q in form.questions:
        if q.kind.value in kinds and rng.random() < share:
            typed[q.number] = Typed(rng.choice(texts))
    return inline(form, typed)


@kind(3)
def answers_like_dates(rng, form):
    """Answers that begin with dates, times and counts."""
    return scattered(rng, form, DATES)


@kind(3)
def answers_like_signs(rng, form):
    """Answers of symbols, paths, formulas."""
    reply = scattered(rng, form, SIGNS)
    reply.ask(*(n for n in reply.answered if not any(c.isalnum() for c in reply.typed[n].text)))
    return reply


@kind(3)
def answers_like_mail(rng, form):
    """Answers that look like the headers and attributions of mail."""
    return scattered(rng, form, MAIL)


@kind(3)
def answers_like_farewells(rng, form):
    """Answers that begin like a greeting or a sign-off, the last one too."""
    reply = scattered(rng, form, POLITE)
    reply.ask(reply.numbers[-1])
    return reply


@kind(3)
def answers_like_the_form(rng, form):
    """Answers in the words of hints, labels, closing lines or marks."""
    hints = [q.hint.strip("()") for q in form.questions if q.hint]
    closing = [p.text for p in form.paragraphs if p.role == "closing"]
    texts = [*hints, *(c.split(".")[0] for c in closing[:-1]), "PAUSE", "Answer: none", "Hello", "as much as I like"]
    reply = scattered(rng, form, texts, share=0.4)
    for n in reply.answered:
        if reply.typed[n].text in texts:
            reply.ask(*(m for m in (n, n + 1) if m in reply.typed))
    return reply


@kind(3)
def answers_with_links(rng, form):
    """Answers with addresses of pages and mail in them, some in angle brackets."""
    return scattered(rng, form, LINKS)


@kind(3)
def answers_of_emoji(rng, form):
    """Answers of emoji alone."""
    return scattered(rng, form, ("🙂", "👍👍", "💤", "🎉 🎉", "❤️", "🤷‍♀️", "😡😡😡", "✅"))


@kind(3)
def numbers_as_answers(rng, form):
    """Questions for words that are answered with a bare number."""
    return scattered(rng, form, ("1", "3", "2.", "12", "0", "4)", "7 of them", "#2", "(5)", "1."))


@kind(3)
def much_empty_space(rng, form):
    """Five empty lines round each answer, and within some."""
    reply = inline(form, made_answers(rng, form))
    for number in reply.answered:
        reply.answer(number).text = "\n" * rng.randint(2, 5) + reply.typed[number].text + "\n" * rng.randint(1, 5)
    return reply


@kind(3)
def own_list_below_one_question(rng, form):
    """A numbered list below one question that asks for words; nothing below the others."""
    number = rng.choice(form.questions).number
    points = rng.sample(
        ("good team", "late finishes", "the audit", "more sleep", "a poster", "the exam"), rng.randint(2, 6)
    )
    said = "\n".join(f"{n}. {p}" for n, p in enumerate(points, 1))
    typed = {q.number: Typed(said if q.number == number else "") for q in form.questions}
    reply = inline(form, typed)
    if form.questions[number - 1].kind.value not in ("text", "goal", "list"):
        reply.only_ask(number)
    reply.ask(*reply.numbers)
    return reply
