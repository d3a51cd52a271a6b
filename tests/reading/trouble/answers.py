"""What people type as an answer, made up from a seed, with the value that a reader of it would give."""

from __future__ import annotations

from dataclasses import dataclass

from mailbot.model.form import QuestionKind
from tests.reading.trouble import vocabulary as words

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven")
CIRCLED = "①②③④⑤⑥⑦"
ARABIC = "١٢٣٤٥٦٧"


@dataclass(frozen=True, slots=True)
class Typed:
    """One answer: its text, its value where it has one, its points, and whether a person would have to ask."""

    text: str = ""
    value: int | None = None
    items: tuple[str, ...] = ()
    doubtful: bool = False  # "3-4": no value can be given

    @property
    def paragraphs(self):
        return self.text.count("\n\n") + bool(self.text)


def made_answers(rng, form, *, empty=0.2, simple=False):
    """An answer to each question by number, a fifth of them empty."""
    return {q.number: Typed() if rng.random() < empty else made_answer(rng, q, simple=simple) for q in form.questions}


def made_answer(rng, question, *, simple=False):
    """`simple`: one line of words, as people type in a list of answers."""
    match question.kind:
        case QuestionKind.SCALE:
            return scale(rng, question.labels)
        case QuestionKind.CHOICE:
            return choice(rng, question.options)
        case QuestionKind.YES_NO:
            return yes_no(rng)
        case QuestionKind.LIST:
            return Typed(line(rng)) if simple else points(rng, question.at_least)
    return Typed(line(rng) if simple else text(rng))


def scale(rng, labels):
    n = rng.randint(1, len(labels))
    notations = [str(n)] * 6 + [
        f"{n}.", f"{n}!", f"{n} - {labels[n - 1]}", labels[n - 1], f"{n}/{len(labels)}", f"{n} out of {len(labels)}",
        NUMBERS[n - 1], f"{n} ({labels[n - 1]})", CIRCLED[n - 1], ARABIC[n - 1], f"{n}, but it was higher last month",
        f"{n} = {labels[n - 1]}", f"{n} because of the nights", f"I would say {n}", labels[n - 1].capitalize() + ".",
    ]  # fmt: skip
    said = rng.choice(notations)
    if rng.random() < 0.04:
        return Typed(
            rng.choice((f"{max(1, n - 1)}-{max(2, n)}", f"{len(labels)}{len(labels)}", "?", "hard to say")),
            doubtful=True,
        )
    return Typed(said, value=n)


def choice(rng, options):
    n = rng.randint(1, len(options))
    return Typed(rng.choice((str(n), options[n - 1], options[n - 1].capitalize(), f"{n} - {options[n - 1]}")), value=n)


def yes_no(rng):
    said = rng.choice(("yes", "no", "Yes", "No.", "YES", "yes!", "Yes, from May", "no, sadly"))
    return Typed(said, value=int(said.lower().startswith("yes")))


def line(rng):
    return rng.choice((rng.choice(words.PHRASES), rng.choice(words.SENTENCES), rng.choice(words.SENTENCES) + "."))


def text(rng):
    """A phrase, a sentence, a paragraph, two of them, a few lines; sometimes with a beginning that can mislead."""
    shape = rng.random()
    if shape < 0.5:
        said = line(rng)
    elif shape < 0.8:
        said = ". ".join(rng.sample(words.SENTENCES, rng.randint(2, 4))) + "."
    elif shape < 0.9:
        said = "\n\n".join(s + "." for s in rng.sample(words.SENTENCES, 2))
    else:
        said = "\n".join(rng.sample(words.PHRASES, 3))
    if rng.random() < 0.08:
        said = (
            rng.choice(("3 things: ", "2025 was hard: ", "> ", "“Well”, ", "PS: ", "(sorry) ", "Re rota: ", "1st: "))
            + said
        )
    return said


def points(rng, at_least):
    count = rng.randint(max(2, at_least), 4)
    said = rng.sample(words.PHRASES + words.SENTENCES, count)
    bullet = rng.choice(("- ", "* ", "• ", "", "", "+ ", "– ", "n) ", "n. "))
    rows = [f"{n}{bullet[1:]}{one}" if bullet[:1] == "n" else bullet + one for n, one in enumerate(said, 1)]
    return Typed("\n".join(rows), items=tuple(said))
