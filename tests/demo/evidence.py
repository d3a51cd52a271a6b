"""A year of one round, made by hand, in which all is well; each test plants one fault in it."""

from __future__ import annotations

from datetime import UTC, datetime

from mailbot.demo.checks.evidence import Evidence
from mailbot.demo.people import cast
from mailbot.demo.smart_host import Passage
from mailbot.demo.story import FORGED_WORDS, Written
from tests.demo.letters import QUESTIONS, form, letter

CAST = cast()
BOT = CAST.bot.address
ANSWERS = ("Tied forty surgeon's knots blindfolded", "4", "- taught a newcomer\n- chose a research question")
REFERENCES = {"m01": "AAAA-AAAA-AAAA-AAAA", "m02": "BBBB-BBBB-BBBB-BBBB", "m03": "CCCC-CCCC-CCCC-CCCC"}
WORDS = ("First", "Second", "Third", "Fourth")
LETTER = "thoughts about the bookshelf upstairs"


def address(id_):
    return CAST.person(id_).account.address


def answer_of(id_, number):
    return ANSWERS[number - 1] + (f" in ward {id_}" if number == 1 else "")


def shown(id_, *, answers=None):
    texts = answers or {n: answer_of(id_, n) for n in (1, 2, 3)}
    return "\n\n".join(f"{n}. {ask}\n\n{indented(texts[n])}" for n, ask in enumerate(QUESTIONS, 1))


def indented(text):
    return text if text.startswith("What would help") else "  " + text.replace("\n", "\n  ")


def from_bot(to, text, *, subject="A letter", sender=BOT):
    return letter(to=to, sender=sender, subject=subject, text=text)


def post(reader, words):
    return from_bot(address(reader), f"{words}\n\n\nYour partner wrote this.\n")


def receipt(id_, **changed):
    return from_bot(
        address(id_), f"This is how we understood it.\n\n{shown(id_, **changed)}\n\nReference: {REFERENCES[id_]} x\n"
    )


def packet(id_, **changed):
    mentor = CAST.person(id_).mentor
    return from_bot(address(mentor), f"Answers to form 1.\n\n{shown(id_, **changed)}\n")


def letters_of(id_):
    """What is written in a pair, in turn by mentor and mentee."""
    mentor = CAST.person(id_).mentor
    return [
        Written(writer=(mentor, id_)[n % 2], pair=id_, round=1, number=0, words=f"{word} {id_} {LETTER}")
        for n, word in enumerate(WORDS)
    ]


def passage(to, raw, *, account=BOT, outcome="delivered"):
    at = datetime(2025, 1, 7, tzinfo=UTC)
    return Passage(at=at, account=account, envelope_from=BOT, envelope_to=to, outcome=outcome, raw=raw)


def forged():
    raw = letter(to=BOT, sender=address("m03"), subject="Urgent", text=FORGED_WORDS)
    return passage("mentoring+t-abc@programme.example", raw, account="")


def good(**changed):
    mailboxes = {person.id: [] for person in CAST.people}
    written = []
    for mentee in CAST.mentees:
        id_ = mentee.id
        mailboxes[id_] += [form(to=address(id_), reference=REFERENCES[id_]), receipt(id_)]
        mailboxes[mentee.mentor].append(packet(id_))
        written += [Written(writer=id_, pair=id_, round=1, number=n, words=answer_of(id_, n)) for n in (1, 2, 3)]
        for one in letters_of(id_):
            reader = id_ if one.writer != id_ else mentee.mentor
            mailboxes[reader].append(post(reader, one.words))
            written.append(one)
    mailboxes["m03"].append(from_bot(address("m03"), "Did you write it?", sender="mentoring+c-abc@programme.example"))
    mailboxes["st"].append(from_bot(address("st"), "We do not know you."))
    written.append(Written(writer="st", pair="", round=1, number=0, words=FORGED_WORDS))
    sent = [passage(address(id_), raw) for id_, mailbox in mailboxes.items() for raw in mailbox]
    values = {
        "cast": CAST,
        "rounds": 1,
        "questions": 3,
        "letters": mailboxes,
        "written": written,
        "passages": [*sent, forged()],
        "files": {"data/mailbot.db": b"\x00\x91 sealed \xff", "the log": b"event=sent outbox=abc\n"},
        "counts": {
            "inbox": {"received": 0, "processed": 0, "held": 1, "refused": 0, "shunted": 0},
            "outbox": {"queued": 0, "sending": 0, "sent": len(sent), "failed": 0, "suppressed": 0},
        },
        "held": 1,
        "puzzles": [],
    }
    return Evidence(**{**values, **changed})
