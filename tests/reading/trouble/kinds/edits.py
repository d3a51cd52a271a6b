"""The form itself is changed: questions, hints, marks and numbers edited or deleted."""

from __future__ import annotations

import re

from tests.reading.trouble.answers import Typed, made_answer, made_answers
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import Wanted, inline

TRANSLATED = {
    "de": ("Wie würden Sie das heute einschätzen, und was hat sich geändert?", "Was können Sie uns dazu sagen?",
           "Was war in letzter Zeit am schwierigsten für Sie?", "Bitte nennen Sie mindestens zwei Punkte dazu.",
           "Welche Ziele haben Sie sich als Nächstes vorgenommen?", "Wie zufrieden waren Sie damit insgesamt?"),
    "pl": ("Jak oceniasz to dzisiaj i co się zmieniło?", "Co możesz nam o tym powiedzieć?",
           "Co było ostatnio najtrudniejsze?", "Jakie masz cele na najbliższy czas?",
           "Jak bardzo jesteś z tego zadowolony?", "Podaj co najmniej dwa punkty."),
}  # fmt: skip


def some(rng, reply, at_least=1):
    numbers = reply.numbers
    return sorted(rng.sample(numbers, rng.randint(at_least, max(at_least, len(numbers) // 2))))


def reword(block, text):
    block.text, block.markup = text, ""


@kind(1)
def nothing_wrong(rng, form):
    """Every answer below its question; only the mail program may do something."""
    return inline(form, made_answers(rng, form))


@kind(1)
def question_word_changed(rng, form):
    """One or two words of some questions are changed, left out or put in."""
    reply = inline(form, made_answers(rng, form))
    for number in some(rng, reply):
        block = reply.block("question", number)
        head, *words = block.text.split(" ")
        at = rng.randrange(len(words))
        match rng.randrange(3):
            case 0:
                words[at] = rng.choice(("really", "mostly", "our", "das", "XX"))
            case 1 if len(words) > 3:
                del words[at]
            case _:
                words.insert(at, rng.choice(("really", "now", "overall")))
        reword(block, " ".join([head, *words]))
    return reply


@kind(1)
def question_shortened(rng, form):
    """Some questions are cut to their first half to save room."""
    reply = inline(form, made_answers(rng, form))
    for number in some(rng, reply):
        block = reply.block("question", number)
        words = block.text.split(" ")
        reword(block, " ".join(words[: max(3, len(words) // 2)]) + rng.choice(("", "...", "?", " […]")))
    return reply


@kind(1)
def question_first_words(rng, form):
    """Every question is cut to its number and first two words; the answer marks stay."""
    reply = inline(form, made_answers(rng, form))
    for number in reply.numbers:
        block = reply.block("question", number)
        reword(block, " ".join(block.text.split(" ")[:3]))
    return reply


@kind(1)
def question_text_deleted(rng, form):
    """Some questions are gone; their hints and answer marks stay with the answers."""
    reply = inline(form, made_answers(rng, form))
    reply.drop(*(("question", n) for n in some(rng, reply)))
    return reply


@kind(1)
def unanswered_deleted(rng, form):
    """Whoever does not answer a question deletes all of it."""
    reply = inline(form, made_answers(rng, form, empty=0.4))
    gone = [n for n in reply.numbers if n not in reply.answered]
    reply.drop(*((role, n) for n in gone for role in ("question", "hint", "marker")))
    return reply


@kind(1)
def hints_deleted(rng, form):
    """The hints are deleted."""
    reply = inline(form, made_answers(rng, form))
    reply.drop("hint")
    return reply


@kind(1)
def markers_deleted(rng, form):
    """The lines "Answer 3:" are typed over by the answers."""
    reply = inline(form, made_answers(rng, form))
    for number in reply.numbers:
        index = reply.index("marker", number)
        gap = reply.blocks[index].gap
        if reply.answer(number):
            reply.answer(number).gap = 0
            reply.blocks[index - 1].gap = 1
        else:
            reply.blocks[index - 1].gap = gap
    reply.drop("marker")
    return reply


@kind(1)
def numbers_deleted(rng, form):
    """The numbers of the questions are deleted, the answer marks are not."""
    reply = inline(form, made_answers(rng, form))
    for number in reply.numbers:
        block = reply.block("question", number)
        reword(block, re.sub(r"^\d+\. ", "", block.text))
    return reply


@kind(1, fewest=4)
def renumbered(rng, form):
    """Unanswered questions are deleted and the others numbered afresh, answer marks too."""
    reply = inline(form, made_answers(rng, form, empty=0.35))
    gone = [n for n in reply.numbers if n not in reply.answered]
    reply.drop(*((role, n) for n in gone for role in ("question", "hint", "marker")))
    for new, number in enumerate(reply.answered, 1):
        block = reply.block("question", number)
        reword(block, re.sub(r"^\d+\.", f"{new}.", block.text))
        reword(reply.block("marker", number), f"Answer {new}:")
    return reply


@kind(1)
def questions_translated(rng, form):
    """A program translated the questions and hints; numbers and answer marks stayed."""
    reply = inline(form, made_answers(rng, form))
    language = rng.choice(tuple(TRANSLATED))
    for number in reply.numbers:
        reword(reply.block("question", number), f"{number}. {rng.choice(TRANSLATED[language])}")
    return reply


@kind(1)
def all_translated(rng, form):
    """Questions and answer marks were translated; only the numbers are left."""
    reply = inline(form, made_answers(rng, form))
    for number in reply.numbers:
        reword(reply.block("question", number), f"{number}. {rng.choice(TRANSLATED['de'])}")
        reword(reply.block("marker", number), f"Antwort {number}:")
        reply.ask(number)
    return reply


@kind(1, fewest=4)
def all_but_one_deleted(rng, form):
    """Only one question is left, with its answer."""
    number = rng.choice([q.number for q in form.questions])
    typed = {q.number: Typed() for q in form.questions}
    typed[number] = made_answer(rng, form.questions[number - 1])
    reply = inline(form, typed)
    for other in reply.numbers:
        if other != number:
            reply.drop(*((role, other) for role in ("question", "hint", "marker")))
    if rng.random() < 0.5:
        reply.drop("intro", "closing")
    return reply


@kind(1)
def question_autocorrected(rng, form):
    """A telephone "corrects" letters of some questions while somebody types near them."""
    reply = inline(form, made_answers(rng, form))
    for number in some(rng, reply):
        block = reply.block("question", number)
        letters = list(block.text)
        for _ in range(rng.randint(1, 3)):
            at = rng.randrange(4, len(letters))
            letters[at] = rng.choice("aeinst")
        reword(block, "".join(letters))
    return reply


@kind(1)
def questions_in_capitals(rng, form):
    """The questions were put into capitals to tell them from the answers."""
    reply = inline(form, made_answers(rng, form))
    for number in reply.numbers:
        block = reply.block("question", number)
        reword(block, block.text.upper())
    return reply


@kind(1)
def bullets_before_questions(rng, form):
    """An editor put a bullet before each question."""
    reply = inline(form, made_answers(rng, form))
    bullet = rng.choice(("• ", "- ", "* ", "➢ "))
    for number in reply.numbers:
        block = reply.block("question", number)
        reword(block, bullet + block.text)
    return reply


@kind(1)
def frame_deleted(rng, form):
    """Everything but questions, hints, marks and answers is deleted."""
    reply = inline(form, made_answers(rng, form))
    reply.drop("intro", "closing")
    last = reply.numbers[-1]
    if reply.typed[last].paragraphs > 1:
        reply.ask(last)
    return reply


@kind(1, fewest=3)
def question_deleted_answer_kept(rng, form):
    """A question, its hint and its mark are deleted by accident; the answer stays below the one before."""
    reply = inline(form, made_answers(rng, form, empty=0))
    number = rng.choice(reply.numbers[1:])
    reply.drop(*((role, number) for role in ("question", "hint", "marker")))
    reply.only_ask(number - 1, number)
    reply.wanted[number - 1] = Wanted((reply.typed[number - 1].text,), may_ask=True)
    reply.wanted[number] = Wanted((reply.typed[number].text,), may_ask=True)
    return reply
