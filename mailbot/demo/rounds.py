"""One round of the programme, for all pairs at once: form, answers, packet, the mentor's letter, thanks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from mailbot.demo import events, eye, story
from mailbot.demo.clients.writing import LONDON, Typed
from mailbot.demo.people import Person
from mailbot.demo.story import Later, Round, Written
from mailbot.demo.walk import Walk

FORM_MONTHS = (1, 3, 5, 7, 9, 11)
YEAR = 2025


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One pair's part of one round."""

    mentee: Person
    mentor: Person
    number: int  # of the round, from 1
    script: Round


def play(walk: Walk, number: int) -> None:
    """The whole round `number` (from 1). Whoever waits in vain says so in `walk.puzzles`."""
    turns = tuple(_turns(walk, number))
    events.before_forms(walk, number)
    forms = _wait_for_forms(walk, turns)
    events.after_forms(walk, number)
    for turn in sorted(turns, key=lambda turn: turn.script.after_days):
        _move(walk, forms_at=forms, days=turn.script.after_days)
        _answer(walk, turn)
    walk.advance(hours=5)
    for turn in turns:
        if turn.script.late:
            _answer_late(walk, turn, turn.script.late)
    walk.advance(days=1)
    events.before_relay(walk, number)
    for turn in turns:
        _mentor_writes(walk, turn)
    walk.advance(hours=22)
    events.after_mentors(walk, number)
    for turn in turns:
        _thank(walk, turn)
    walk.advance(hours=3)
    events.at_the_end(walk, number)


def _turns(walk: Walk, number: int) -> Iterator[Turn]:
    for mentee in walk.cast.mentees:
        script = story.rounds_of(mentee.id)[number - 1]
        yield Turn(mentee=mentee, mentor=walk.cast.mentor_of(mentee), number=number, script=script)


def _wait_for_forms(walk: Walk, turns: tuple[Turn, ...]) -> datetime:
    """When the forms were there: on the 7th at eight, or on the working day after it."""
    number = turns[0].number
    seventh = datetime(YEAR, FORM_MONTHS[number - 1], 7, 8, 1, tzinfo=LONDON)
    for day in range(4):
        walk.move_to(seventh + timedelta(days=day))
        if all(_form(walk, turn) for turn in turns):
            break
    return walk.clock()


def _form(walk: Walk, turn: Turn) -> bytes | None:
    """That mentee's form of this round: the n-th different one in their mailbox."""
    found: dict[str, bytes] = {}
    for raw in walk.letters[turn.mentee.id]:
        reference = eye.form_reference(raw, story.QUESTIONS)
        if reference:
            found.setdefault(reference, raw)
    return list(found.values())[turn.number - 1] if len(found) >= turn.number else None


def _move(walk: Walk, *, forms_at: datetime, days: int) -> None:
    """Evening by evening, so that what falls due between is done on its day."""
    for day in range(1, days + 1):
        walk.move_to((forms_at + timedelta(days=day)).astimezone(LONDON).replace(hour=18, minute=40))


def _answer(walk: Walk, turn: Turn) -> None:
    form = _form(walk, turn)
    if form is None:
        walk.puzzles.append(f"{turn.mentee.account.name} waited in vain for the form of round {turn.number}.")
        return
    walk.reply(turn.mentee, turn.script.client, form, turn.script.typed)
    for number, words in enumerate(turn.script.answers, 1):
        if words:
            walk.written.append(_written(turn, turn.mentee, words, number=number))


def _answer_late(walk: Walk, turn: Turn, late: Later) -> None:
    """The answer that was left out goes in as a reply to the receipt, the newest letter that shows the first answer."""
    receipt = eye.latest_holding(walk.letters[turn.mentee.id], turn.script.answers[0])
    if receipt is None:
        walk.puzzles.append(f"{turn.mentee.account.name} waited in vain for the receipt of round {turn.number}.")
        return
    walk.reply(turn.mentee, late.client, receipt, Typed(above=f"{late.number}. {late.words}"))
    walk.written.append(_written(turn, turn.mentee, late.words, number=late.number))


def _mentor_writes(walk: Walk, turn: Turn) -> None:
    packet = eye.latest_holding(walk.letters[turn.mentor.id], turn.script.answers[0])
    if packet is None:
        walk.puzzles.append(
            f"The mentor of {turn.mentee.account.name} waited in vain for the answers of round {turn.number}."
        )
        return
    walk.reply(turn.mentor, turn.script.mentor_client, packet, Typed(above=turn.script.mentor))
    walk.written.append(_written(turn, turn.mentor, turn.script.mentor))


def _thank(walk: Walk, turn: Turn) -> None:
    words = events.newest_words(turn.number, turn.mentee.id) or turn.script.mentor
    letter = eye.latest_holding(walk.letters[turn.mentee.id], words)
    if letter is None:
        walk.puzzles.append(
            f"{turn.mentee.account.name} waited in vain for the mentor's letter of round {turn.number}."
        )
        return
    walk.reply(turn.mentee, turn.script.thanks_client, letter, Typed(above=turn.script.thanks))
    walk.written.append(_written(turn, turn.mentee, turn.script.thanks))


def _written(turn: Turn, writer: Person, words: str, *, number: int = 0) -> Written:
    return Written(writer=writer.id, pair=turn.mentee.id, round=turn.number, number=number, words=words)
