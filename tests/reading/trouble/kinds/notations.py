"""Notations of people with habits: programmers, secretaries, readers of other scripts, ticket systems."""

from __future__ import annotations

from tests.reading.trouble.answers import Typed, made_answers
from tests.reading.trouble.kinds.lists import place, topped
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import Wanted, bare, inline, listed

EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

DATA = (
    ("", "{},{}", "\n", ""),
    ("answers:\n", "  {}: {}", "\n", ""),
    ("{", '"{}": "{}"', ", ", "}"),
    ("", "| {} | {} |", "\n", ""),
    ("", "q{} = {}", "\n", ""),
    ("", "{};{}", "\n", ""),
    ("", "[{}] {}", "\n", ""),
    ("", "{}\t{}", "\n", ""),
)


def rows_of(rng, form, way, gap="\n", **more):
    """A list with `way(number, text)` for each answer."""
    reply = topped(rng, form, **more)
    return reply, gap.join(way(n, reply.typed[n].text) for n in reply.answered)


@kind(5)
def label_on_its_own_line(rng, form):
    """ "Question 3:" on a line, the answer on the next."""
    name = rng.choice(("Question {}:", "Question {}", "Q{}", "{}.", "{})", "# {}", "Frage {}:", "Answer {}:", "### {}"))
    reply, text = rows_of(rng, form, lambda n, said: f"{name.format(n)}\n{said}", rng.choice(("\n", "\n\n")))
    return place(rng, reply, text)


@kind(5)
def other_scripts_number(rng, form):
    """Numbers with full-width signs, an ideographic comma, eastern digits, a section sign."""
    way = rng.choice(
        (
            lambda n, said: f"{n}、{said}",
            lambda n, said: f"{n}．{said}",
            lambda n, said: f"{str(n).translate(EASTERN)}. {said}",
            lambda n, said: f"（{n}）{said}",
            lambda n, said: f"§{n} {said}",
            lambda n, said: f"№ {n}: {said}",
            lambda n, said: f"{n}º {said}",
        )
    )
    reply, text = rows_of(rng, form, way)
    reply.ask(*reply.numbers)
    return place(rng, reply, text)


@kind(5)
def re_three(rng, form):
    """ "Re 3:", "ad 3)", "zu 3:", "to 3:" before each answer."""
    name = rng.choice(("Re {}: ", "ad {}) ", "Zu {}: ", "to {}: ", "on {}: ", "re question {}: ", "for no. {} - "))
    reply, text = rows_of(rng, form, lambda n, said: name.format(n) + said, rng.choice(("\n", "\n\n")))
    reply.ask(*reply.numbers)
    return place(rng, reply, text)


@kind(5)
def number_behind_the_answer(rng, form):
    """ "good (3)": the number behind the answer."""
    name = rng.choice((" ({})", " - Q{}", " [{}]", " (question {})", " <- {}"))
    reply, text = rows_of(rng, form, lambda n, said: said + name.format(n))
    for n in reply.answered:
        said = reply.typed[n]
        reply.wanted[n] = Wanted(() if said.doubtful else (said.text, said.text + name.format(n)), may_ask=True)
    reply.ask(*reply.numbers)
    return place(rng, reply, text)


@kind(5)
def as_data(rng, form):
    """CSV, YAML, JSON, a table of bars: the answers as data."""
    reply = topped(rng, form)
    head, way, gap, end = rng.choice(DATA)
    text = head + gap.join(way.format(n, reply.typed[n].text) for n in reply.answered) + end
    reply.ask(*reply.numbers)
    return place(rng, reply, text)


@kind(5)
def markdown(rng, form):
    """Bold numbers, headings, each question quoted by hand with ">"."""
    reply = topped(rng, form, empty=0.1)
    rows = [f"> {n}. {form.questions[n - 1].ask}\n\n{reply.typed[n].text}" for n in reply.answered]
    if rng.random() < 0.5:
        rows = [f"**{n}.** {reply.typed[n].text}" for n in reply.answered]
        reply.ask(*reply.numbers)
    reply.blocks, reply.top = [], "\n\n".join(rows)
    return reply


@kind(5)
def all_on_one_line_without_signs(rng, form):
    """ "1 yes 2 the audit 3 4 4 none": numbers and answers in a row."""
    reply, text = rows_of(rng, form, lambda n, said: f"{n} {said.rstrip('.')}", " ")
    for n in reply.answered:
        said = reply.typed[n]
        reply.wanted[n] = Wanted(
            () if said.doubtful else (said.text, said.text.rstrip(".")), may_ask=True, value=said.value
        )
    reply.ask(*reply.numbers)
    return place(rng, reply, text)


@kind(5)
def numbers_with_letters_behind(rng, form):
    """Some answers in two halves, "3a." and "3b."."""
    reply = topped(rng, form, empty=0.1)
    rows = []
    for n in reply.answered:
        said = reply.typed[n]
        if form.questions[n - 1].kind.value in ("text", "list", "goal") and rng.random() < 0.4:
            second = rng.choice(("and more sleep", "the poster too"))
            rows += [f"{n}a. {said.text}", f"{n}b. {second}"]
            joined = (
                f"{said.text}\n{second}",
                f"a. {said.text}\nb. {second}",
                f"{n}a. {said.text}\n{n}b. {second}",
                f"{said.text}\nb. {second}",
            )
            reply.wanted[n] = Wanted(joined, may_ask=True)
        else:
            rows.append(f"{n}. {said.text}")
    return place(rng, reply, "\n".join(rows))


@kind(5, fewest=6)
def some_grouped_in_a_list(rng, form):
    """A numbered list in which "4-6: n/a" stands for three."""
    reply = topped(rng, form, empty=0)
    first = rng.randint(2, len(form.questions) - 2)
    last = first + rng.randint(1, 2)
    rows = [f"{n}. {reply.typed[n].text}" for n in reply.numbers if n < first]
    rows.append(f"{first}-{last}{rng.choice((': ', '. ', ') ', ' '))}n/a")
    rows += [f"{n}. {reply.typed[n].text}" for n in reply.numbers if n > last]
    for n in range(first, last + 1):
        reply.wanted[n] = Wanted(("n/a",), may_ask=True)
    reply.ask(first - 1)
    return place(rng, reply, "\n".join(rows))


@kind(5)
def same_but_for_one(rng, form):
    """ "Everything as last time, but 3 is now: ..."."""
    reply = bare(form, {q.number: Typed() for q in form.questions})
    n = rng.choice(reply.numbers)
    reply.top = rng.choice(
        (
            "Everything as last time, but {} is now: the audit",
            "Same as last month except Q{}: the audit",
            "No changes. {}. the audit",
        )
    ).format(n)
    reply.ask(*reply.numbers)
    reply.wanted[n] = Wanted(("the audit",), may_ask=True)
    return reply


@kind(5)
def ticket_system(rng, form):
    """A ticket system's lines above and below."""
    reply = inline(form, made_answers(rng, form))
    reply.top = rng.choice(
        ("##- Please type your reply above this line -##", "Ticket #4711 has been updated.", "[ref:_00D1.5003:ref]")
    )
    reply.bottom = rng.choice(
        ("", "[ref:_00D1.5003:ref]", "This email is a service from Northern Hospital. Delivered by Zendesk")
    )
    reply.ask(*(n for n in reply.numbers if n not in reply.answered))
    return reply


@kind(5)
def attribution_without_a_quote(rng, form):
    """A list, then the line about who wrote when, and no quote below it."""
    reply = topped(rng, form, empty=0.1)
    line = rng.choice(
        (
            "On Sun, Nov 1, 2026 at 8:00 AM Northern surgical e-mentoring wrote:",
            "Am 01.11.26 um 08:00 schrieb Northern surgical e-mentoring:",
        )
    )
    reply.top, reply.blocks = f"{listed(reply)}\n\n{line}", []
    return reply


@kind(5)
def reaction_only(rng, form):
    """A thumb, and nothing else typed."""
    reply = bare(form, {q.number: Typed() for q in form.questions})
    reply.top = rng.choice(("👍", "🙂", "Zoë Müller reacted to your message:", "👍🏽 Zoë Müller reacted via Gmail"))
    reply.ask(*reply.numbers)
    return reply
