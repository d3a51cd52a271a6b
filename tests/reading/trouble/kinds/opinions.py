"""Values and options in people's own words."""

from __future__ import annotations

from tests.reading.trouble.answers import Typed, made_answers
from tests.reading.trouble.kinds.scales import asking, said
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import Wanted, inline


@kind(4)
def drawn_values(rng, form):
    """Keycaps, filled stars, bars."""

    def saying(q):
        n, most = rng.randint(1, len(q.labels)), len(q.labels)
        ways = (
            f"{n}\ufe0f\u20e3",
            "★" * n + "☆" * (most - n),
            f"{n} ⭐",
            "●" * n + "○" * (most - n),
            f"({n})",
            f"»{n}«",
            f"#{n}",
        )
        return Typed(rng.choice(ways), value=n)

    return asking(said(rng, form, saying))


@kind(4)
def labels_in_a_sentence(rng, form):
    """The label's word in a sentence, often with a "not" before it."""

    def saying(q):
        n = rng.randint(1, len(q.labels))
        label = q.labels[n - 1]
        if rng.random() < 0.5:
            return Typed(
                rng.choice(
                    (
                        f"not {label}",
                        f"not really {label}",
                        f"neither {label} nor {q.labels[0]}",
                        f"less {label} than before",
                    )
                ),
                doubtful=True,
            )
        return Typed(
            rng.choice((f"I am {label}", f"{label}, I think", f"{label} on the whole", f"It is {label}.")), value=n
        )

    reply = said(rng, form, saying)
    return asking(reply)


@kind(4)
def degrees_between_labels(rng, form):
    """ "pretty good", "so-so": no point of the scale."""

    def saying(_q):
        return Typed(
            rng.choice(
                (
                    "pretty OK",
                    "so-so",
                    "meh",
                    "fifty-fifty",
                    "as always",
                    "up and down",
                    "four and a half",
                    "top",
                    "0/10",
                )
            ),
            doubtful=True,
        )

    return said(rng, form, saying)


@kind(4)
def boxes_drawn(rng, form):
    """ "☑ yes ☐ no", and the same for options."""
    typed = made_answers(rng, form)
    for q in form.questions:
        names = ("yes", "no") if q.kind.value == "yes_no" else q.options
        if q.kind.value in ("yes_no", "choice"):
            n = rng.randint(1, len(names))
            off, on = rng.choice((("☐", "☑"), ("☐", "☒"), ("[ ]", "[x]"), ("( )", "(x)"), ("○", "●")))
            rows = [f"{on if at == n else off} {name}" for at, name in enumerate(names, 1)]
            value = 2 - n if q.kind.value == "yes_no" else n
            typed[q.number] = Typed(rng.choice((" ", "\n")).join(rows), value=value)
    reply = inline(form, typed)
    reply.ask(*(q.number for q in form.questions if q.kind.value in ("yes_no", "choice")))
    return reply


@kind(4)
def yes_or_no_left_in_the_hint(rng, form):
    """Of "(yes or no)" one word was deleted, and nothing is typed below."""
    reply = inline(form, made_answers(rng, form))
    for q in form.questions:
        if q.kind.value == "yes_no":
            hint = reply.block("hint", q.number)
            word = rng.choice(("yes", "no"))
            hint.text, hint.markup = hint.text.replace("yes or no", word, 1), ""
            if reply.answer(q.number):
                reply.blocks.remove(reply.answer(q.number))
            reply.wanted[q.number] = Wanted((word, f"({word})", hint.text), may_ask=True, value=int(word == "yes"))
    return reply


@kind(4)
def options_by_their_place(rng, form):
    """ "the second one", "option 2", "b", "the last"."""

    def saying(q):
        n = rng.randint(1, len(q.options))
        place = ("first", "second", "third", "fourth", "fifth")[n - 1]
        ways = (
            f"the {place} one",
            f"option {n}",
            "abcde"[n - 1],
            f"no. {n}",
            f"{place}",
            f"{n}) {q.options[n - 1]}",
            f"{n}th option",
        )
        return Typed(rng.choice(ways), value=n)

    reply = said(rng, form, saying, ("choice",))
    reply.ask(*(q.number for q in form.questions if q.kind.value == "choice"))
    return reply


@kind(4)
def yes_with_conditions(rng, form):
    """Yes or no in other words, or with a condition that turns it round."""

    def saying(_q):
        word, value = rng.choice(
            (
                ("of course", 1),
                ("definitely", 1),
                ("not yet", 0),
                ("never", 0),
                ("sure", 1),
                ("yes, absolutely", 1),
                ("no way", 0),
                ("nope", 0),
            )
        )
        return (
            Typed(word, value=value)
            if rng.random() < 0.6
            else Typed(
                rng.choice(("yes, if I get leave, otherwise no", "not sure", "ask me later", "y/n", "no, well, yes")),
                doubtful=True,
            )
        )

    reply = said(rng, form, saying, ("yes_no",))
    reply.ask(*(q.number for q in form.questions if q.kind.value == "yes_no"))
    return reply
