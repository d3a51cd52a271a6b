"""What does not happen every round: a stranger, an absence, a full mailbox, somebody who writes in another's name."""

from __future__ import annotations

from email.utils import format_datetime

from mailbot.demo import eye, story
from mailbot.demo.clients.received import read
from mailbot.demo.clients.writing import Typed
from mailbot.demo.people import Person
from mailbot.demo.story import Written
from mailbot.demo.walk import Walk

FARAH, HAMISH = "m03", "s2"
_FULL = ("5.2.2", "The recipient's mailbox is full and cannot accept messages now")


def before_forms(walk: Walk, number: int) -> None:
    """Farah leaves for a week before the form of one round arrives."""
    if number == story.AWAY_ROUND:
        walk.servers.smart_host.away[walk.cast.person(FARAH).account.address] = story.AWAY_NOTE


def after_forms(walk: Walk, number: int) -> None:
    """Farah is back; in the first round, somebody whom nobody knows writes to the bare address."""
    walk.servers.smart_host.away.clear()
    if number == story.STRANGER_ROUND:
        stranger = walk.cast.stranger
        to = walk.cast.bot.address
        walk.submit(stranger, _letter(walk, stranger, to, "An offer", story.STRANGER_WORDS), to=to)
        walk.written.append(_by(stranger, number, story.STRANGER_WORDS))
        walk.settle()


def before_relay(walk: Walk, number: int) -> None:
    """Farah's mailbox is full on the day on which her mentor's letter is passed on."""
    if number == story.FULL_ROUND:
        walk.servers.smart_host.refusing[walk.cast.person(FARAH).account.address] = _FULL


def after_mentors(walk: Walk, number: int) -> None:
    """The mailbox takes mail again and the mentor writes once more; or somebody forges a letter from Farah."""
    walk.servers.smart_host.refusing.clear()
    if number == story.FULL_ROUND:
        _write_again(walk)
    if number == story.FORGED_ROUND:
        _forge(walk)


def at_the_end(walk: Walk, number: int) -> None:
    """Farah was asked whether the forged letter was hers, and says no."""
    if number != story.FORGED_ROUND:
        return
    farah = walk.cast.person(FARAH)
    question = next((raw for raw in reversed(walk.letters[FARAH]) if "+c-" in read(raw).reply_to), None)
    if question is None:
        walk.puzzles.append(f"{farah.account.name} was not asked whether the forged letter was hers.")
        return
    walk.reply(farah, "thunderbird", question, Typed(above="NO"))
    walk.settle()


def newest_words(number: int, mentee: str) -> str:
    """What the mentee answers to, where the mentor had to write twice; "" elsewhere."""
    return story.SECOND_TRY if (number, mentee) == (story.FULL_ROUND, FARAH) else ""


def _write_again(walk: Walk) -> None:
    answers = story.rounds_of(FARAH)[story.FULL_ROUND - 1].answers
    packet = eye.latest_holding(walk.letters[HAMISH], answers[0])
    if packet is None:
        return  # said already, when he wanted to write the first time
    walk.reply(walk.cast.person(HAMISH), "apple_mail", packet, Typed(above=story.SECOND_TRY))
    walk.written.append(Written(writer=HAMISH, pair=FARAH, round=story.FULL_ROUND, number=0, words=story.SECOND_TRY))
    walk.advance(hours=1)


def _forge(walk: Walk) -> None:
    """Somebody has got hold of the address that Farah writes to, and sends from outside in her name."""
    farah = walk.cast.person(FARAH)
    mentor_words = story.rounds_of(FARAH)[story.FORGED_ROUND - 1].mentor
    stolen = eye.latest_holding(walk.letters[FARAH], mentor_words)
    if stolen is None:
        return  # her waiting in vain is said where she wants to thank
    to = read(stolen).reply_to
    walk.submit(farah, _letter(walk, farah, to, "Urgent", story.FORGED_WORDS), to=to, logged_in=False)
    walk.written.append(_by(walk.cast.stranger, story.FORGED_ROUND, story.FORGED_WORDS))
    walk.advance(hours=1)


def _by(person: Person, number: int, words: str) -> Written:
    return Written(writer=person.id, pair="", round=number, number=0, words=words)


def _letter(walk: Walk, author: Person, to: str, subject: str, words: str) -> bytes:
    account = author.account
    lines = (
        f"From: {account.name} <{account.address}>",
        f"To: {to}",
        f"Subject: {subject}",
        f"Date: {format_datetime(walk.clock())}",
        f"Message-ID: <{len(walk.sent)}.letter@{account.host}>",
        "",
        words,
        "",
    )
    return "\r\n".join(lines).encode("utf-8")
