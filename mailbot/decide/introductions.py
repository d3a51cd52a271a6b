"""Each side of a new pair is told that it is open, from the very address that it writes to from now on."""

from __future__ import annotations

from datetime import date

from mailbot.decide.desk import Desk
from mailbot.decide.outgoing import Note, list_id_of, queue, to_participant
from mailbot.errors import MailbotError
from mailbot.model.effect import Effect, QueueMessage
from mailbot.model.people import Pair, PairState
from mailbot.model.programme import Programme, Role
from mailbot.wording.letters import About, ClosedPair, Letter, Paired


def partner_name(pair: Pair, reader: Role) -> str:
    """What a reader calls the other side: "Your mentor", "Your mentee Heron"."""
    return "Your mentor" if reader is Role.MENTEE else f"Your mentee {pair.word}"


def closed_pair(about: About, pair: Pair, reader: Role) -> ClosedPair:
    """What a reader is told whose words find nobody: the pair has ended, or has not begun."""
    return ClosedPair(about=about, partner=partner_name(pair, reader), begun=pair.state is not PairState.PROPOSED)


def introduce(desk: Desk, programme: Programme, pair: Pair, *, first_form_on: date) -> list[Effect]:
    """One letter to each side."""
    about = About.of(programme)
    letters = (
        Paired(
            about=about,
            role=role,
            word=pair.word,
            first_form_on=first_form_on,
            name="" if about.alias else pair.side(role.other).name,
        )
        for role in Role
    )
    return [
        in_conversation(desk, programme, pair, one.role, one, event=f"pair:{pair.id}:{one.role}") for one in letters
    ]


def in_conversation(
    desk: Desk, programme: Programme, pair: Pair, role: Role, letter: Letter, *, event: str
) -> QueueMessage:
    """A letter of ours to one side, from the address that it writes to the other; nobody's words are in it."""
    reader = pair.side(role)
    to_address, to_person, to_address_id = to_participant(reader)
    queued = queue(
        desk,
        Note(
            event=event,
            letter=letter,
            to_address=to_address,
            to_person=to_person,
            to_address_id=to_address_id,
            from_name=partner_name(pair, role),
            proxy=("t", pair.token(role)),
            language=reader.language or programme.language,
            author=reader.id,
            list_id=list_id_of(desk.service, programme),
        ),
    )
    if isinstance(queued, tuple):
        raise MailbotError("a letter without anybody's words did not pass the gate")
    return queued
