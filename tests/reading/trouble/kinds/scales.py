"""Values that are said in a roundabout way, corrected, or cannot be told."""

from __future__ import annotations

from tests.reading.trouble.answers import Typed, made_answers
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import Wanted, inline


def valued(form):
    return [q for q in form.questions if q.kind.value in ("scale", "choice", "yes_no")]


def said(rng, form, saying, kinds=("scale",)):
    """Answers of those kinds in the words of `saying(question)`, which gives text, value and whether it is doubtful."""
    typed = made_answers(rng, form)
    for q in form.questions:
        if q.kind.value in kinds:
            typed[q.number] = saying(q)
    return inline(form, typed)


def two(rng, q):
    return rng.sample(range(1, len(q.labels) + 1), 2)


@kind(2)
def value_and_an_old_one(rng, form):
    """The value with last time's beside it."""

    def saying(q):
        now, then = two(rng, q)
        return Typed(
            rng.choice(
                ("{} (was {} last time)", "{}, last time {}", "{} - up or down from {}", "{} now, {} in May")
            ).format(now, then),
            value=now,
        )

    return asking(said(rng, form, saying))


@kind(2)
def value_corrected_in_place(rng, form):
    """A value, then a better one."""

    def saying(q):
        old, new = two(rng, q)
        way = rng.choice(
            (
                "{} - no, sorry, {}",
                "{} ... make that {}",
                "{} {}?",
                "not {}, more like {}",
                "{}, or rather {}",
                "{} -> {}",
                "from {} to {}",
            )
        )
        return Typed(way.format(old, new), value=new)

    return asking(said(rng, form, saying))


@kind(2)
def value_in_between(rng, form):
    """Between two points, or off the scale: nobody can give the value."""

    def saying(q):
        n = rng.randint(1, len(q.labels) - 1)
        big = len(q.labels) + rng.randint(1, 4)
        ways = (
            f"between {n} and {n + 1}", f"{n}.5", f"{n} or {n + 1}", f"{n}-{n + 1}", f"{n}/{n + 1}", f"{n} to {n + 1}",
            f"{big}", f"{big}/10", "80%", f"{n},5", f"{n}½", "0", f"-{n}", f"{n}{n + 1}", f"{n} & {n + 1}",
        )  # fmt: skip
        return Typed(rng.choice(ways), doubtful=True)

    return said(rng, form, saying)


@kind(2)
def word_and_number_disagree(rng, form):
    """The number of one point and the word of another."""

    def saying(q):
        a, b = two(rng, q)
        return Typed(
            rng.choice(
                (
                    f"{a} = {q.labels[b - 1]}",
                    f"{a} ({q.labels[b - 1]})",
                    f"{q.labels[b - 1]} ({a})",
                    f"{a} - {q.labels[b - 1]}",
                )
            ),
            doubtful=True,
        )

    return said(rng, form, saying)


@kind(2)
def yes_and_no(rng, form):
    """Neither yes nor no."""

    def saying(_q):
        return Typed(
            rng.choice(
                (
                    "yes and no",
                    "yes/no",
                    "maybe",
                    "sometimes yes, sometimes no",
                    "no idea",
                    "yes... no",
                    "depends",
                    "N/Y",
                )
            ),
            doubtful=True,
        )

    return said(rng, form, saying, ("yes_no",))


@kind(2)
def several_options(rng, form):
    """More than one option, or one that is not there."""

    def saying(q):
        a, b = rng.sample(range(1, len(q.options) + 1), 2)
        ways = (
            f"{a} and {b}",
            f"{q.options[a - 1]} or {q.options[b - 1]}",
            f"{a}, {b}",
            "both",
            "none of these",
            "something quite different",
            f"{a} + {b}",
            f"not {a}",
        )
        return Typed(rng.choice(ways), doubtful=True)

    return said(rng, form, saying, ("choice",))


@kind(2)
def value_within_a_sentence(rng, form):
    """The value somewhere in a sentence, with other numbers in it."""

    def saying(q):
        n = rng.randint(1, len(q.labels))
        ways = (
            f"After 2 bad weeks and 1 good one, I say {n}.",
            f"I give it a {n}",
            f"Probably a {n} this time",
            f"My rating: {n}",
            f"Well... {n}?",
            f"a solid {n}",
            f"Still {n}",
            f"{n} I think",
        )
        return Typed(rng.choice(ways), value=n)

    return asking(said(rng, form, saying))


@kind(2)
def arrow_into_the_hint(rng, form):
    """An arrow or a tick typed behind the chosen point within the hint."""
    reply = inline(form, made_answers(rng, form))
    for q in valued(form):
        if q.kind.value == "scale":
            n = rng.randint(1, len(q.labels))
            hint = reply.block("hint", q.number)
            point = f"{n} = {q.labels[n - 1]}"
            mark = rng.choice((" <--", " <-- this", " ✓", " X", " ***", " (me)", " !!"))
            hint.text, hint.markup = hint.text.replace(point, point + mark, 1), ""
            if reply.answer(q.number):
                reply.blocks.remove(reply.answer(q.number))
            reply.wanted[q.number] = Wanted((point, point + mark, mark.strip(), str(n)), may_ask=True, value=n)
    return reply


def asking(reply):
    """Asking back is right as well for what was said on a scale."""
    reply.ask(*(q.number for q in reply.form.questions if q.kind.value == "scale"))
    return reply
