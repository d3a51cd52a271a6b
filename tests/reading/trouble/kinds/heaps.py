"""Lists of answers that nobody thought of when the form was made."""

from __future__ import annotations

from tests.reading.trouble.answers import Typed, made_answers
from tests.reading.trouble.kinds.lists import place, topped
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import Wanted, bare, inline, listed
from tests.reading.trouble.vocabulary import SENTENCES

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
         "xviii", "xix", "xx")  # fmt: skip
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
ORDINAL = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")


@kind(2, fewest=4)
def list_backwards(rng, form):
    """A numbered list from the last question to the first."""
    reply = topped(rng, form)
    reply.ask(*reply.numbers)
    return place(rng, reply, listed(reply, ". ", "\n", reply.answered[::-1]))


@kind(2, fewest=6)
def list_with_gaps(rng, form):
    """A numbered list of a third of the questions."""
    reply = topped(rng, form, empty=0.65)
    if len(reply.answered) < 3:
        reply.ask(*reply.numbers)
    return place(rng, reply, listed(reply, rng.choice((". ", ") ")), rng.choice(("\n", "\n\n"))))


@kind(2)
def list_with_points_in_it(rng, form):
    """A numbered list whose items have bullets or lines of their own."""
    reply = bare(form, made_answers(rng, form, simple=True, empty=0.1))
    for q in form.questions:
        if q.kind.value in ("list", "text") and rng.random() < 0.4:
            points = rng.sample(
                ("good team", "late finishes", "the audit", "more sleep", "a poster"), rng.randint(2, 3)
            )
            bullet = rng.choice(("- ", "* ", "• ", "a) "))
            rows = [f"{'abc'[i]}) {p}" if bullet == "a) " else bullet + p for i, p in enumerate(points)]
            reply.typed[q.number] = Typed("\n".join(rows))
            reply.wanted[q.number] = Wanted(("\n".join(rows),), may_ask=True)
    text = "\n".join(
        f"{n}. " + ("\n" if "\n" in reply.typed[n].text else "") + reply.typed[n].text for n in reply.answered
    )
    return place(rng, reply, text)


@kind(2, most=20)
def roman_or_circled(rng, form):
    """Roman or circled numbers, or with a zero before them."""
    reply = topped(rng, form)
    way = rng.choice(
        (
            lambda n: ROMAN[n - 1] + ". ",
            lambda n: CIRCLED[n - 1] + " ",
            lambda n: f"{n:02}. ",
            lambda n: f"{ROMAN[n - 1].upper()}) ",
        )
    )
    reply.ask(*reply.numbers)
    return place(rng, reply, "\n".join(way(n) + reply.typed[n].text for n in reply.answered))


@kind(2, most=10)
def ordinal_words(rng, form):
    """First ..., second ..., third ..."""
    reply = topped(rng, form)
    reply.ask(*reply.numbers)
    sep = rng.choice((": ", ", ", " - "))
    return place(rng, reply, "\n".join(f"{ORDINAL[n - 1]}{sep}{reply.typed[n].text}" for n in reply.answered))


@kind(2, fewest=6)
def grouped_numbers(rng, form):
    """ "1-3: fine", "4 and 5: no change": one answer for several questions."""
    reply = bare(form, {q.number: Typed() for q in form.questions})
    rows, number = [], 1
    while number < len(form.questions):
        size = min(rng.choice((1, 2, 2, 3)), len(form.questions) - number)
        said = rng.choice(("fine", "no change", "as last time", "nothing new", "good"))
        last = number + size
        name = rng.choice((f"{number}-{last}", f"{number} and {last}" if size == 1 else f"{number} to {last}"))
        rows.append(f"{name}: {said}")
        for one in range(number, last + 1):
            reply.wanted[one] = Wanted((said,), may_ask=True)
        number = last + 1
    reply.ask(*reply.numbers)
    return place(rng, reply, "\n".join(rows))


@kind(2, fewest=4)
def headed_by_topics(rng, form):
    """Answers headed by two words of their question, without numbers."""
    reply = topped(rng, form, empty=0.2)
    rows = []
    for n in reply.answered:
        words = form.questions[n - 1].ask.split(" ")
        at = rng.randint(0, max(0, len(words) - 2))
        rows.append(f"{' '.join(words[at : at + 2]).strip('?,.')}: {reply.typed[n].text}")
    reply.ask(*reply.numbers)
    return place(rng, reply, "\n".join(rows))


@kind(2)
def numbers_and_topics(rng, form):
    """ "3. ward rounds - good": the number, a word or two of the question, the answer."""
    reply = topped(rng, form, empty=0.1)
    rows = []
    for n in reply.answered:
        words = form.questions[n - 1].ask.rstrip("?").split(" ")
        said = f"{' '.join(words[-2:]).strip(',.')} - {reply.typed[n].text}"
        rows.append(f"{n}. {said}")
        reply.wanted[n] = Wanted((said, reply.typed[n].text), may_ask=True)
        if reply.typed[n].doubtful:
            reply.wanted[n] = Wanted((), may_ask=True)
        elif reply.typed[n].value:
            reply.wanted[n] = Wanted((said, reply.typed[n].text), may_ask=True, value=reply.typed[n].value)
    return place(rng, reply, "\n".join(rows))


@kind(2)
def list_among_talk(rng, form):
    """A numbered list with talk before, between and behind."""
    reply = topped(rng, form, empty=0.1)
    before = rng.choice(("Sorry for the delay, it was a busy week. Here are my answers:", "Hello, as promised:"))
    behind = rng.choice(("I hope that this is what you need.", "Please tell me if anything is missing."))
    reply.ask(reply.answered[-1] if reply.answered else 1)
    return place(rng, reply, f"{before}\n\n{listed(reply, '. ', rng.choice((chr(10), chr(10) * 2)))}\n\n{behind}")


@kind(2)
def prose_only(rng, form):
    """A letter that answers some questions in prose: only a person could say which."""
    reply = bare(form, {q.number: Typed() for q in form.questions})
    text = ". ".join(rng.sample(SENTENCES, 4)) + "."
    reply.ask(*reply.numbers)
    reply.loose = (text,)
    return place(rng, reply, text)


@kind(2, fewest=4)
def below_and_see_above(rng, form):
    """Numbered answers above, and "see above" below each of these questions."""
    reply = inline(form, made_answers(rng, form, simple=True, empty=0.1))
    above = [n for n in reply.answered if rng.random() < 0.5]
    for n in above:
        reply.answer(n).text = "see above"
        reply.wanted[n] = Wanted(
            (reply.typed[n].text, "see above") if not reply.typed[n].doubtful else ("see above",), may_ask=True
        )
    reply.top = listed(reply, ". ", "\n", above) if above else ""
    return reply
