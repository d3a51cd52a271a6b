"""STOP, PAUSE, RESUME and HELP: each acts at once and gets one answer; RESUME undoes the other two."""

from __future__ import annotations

from dataclasses import replace

from mailbot.decide.case import Case, ends
from mailbot.decide.commands import Command
from mailbot.decide.introductions import partner_name
from mailbot.decide.outgoing import Note, list_id_of, own_words, queue, to_participant
from mailbot.model.effect import ChangeMembership, Disposition, Effect, InboxState, Kind, QueueMessage
from mailbot.model.ids import Token
from mailbot.model.people import Pair, PairState, Participant, PersonState
from mailbot.model.programme import Role
from mailbot.wording.letters import Already, Help, LeftNotice, Letter, Paused, Resumed, Standing, Stopped

CONVERSATION_COMMANDS = (Command.STOP, Command.PAUSE, Command.RESUME, Command.HELP)

_GOAL = {
    Command.STOP: (PersonState.LEFT, Standing.STOPPED),
    Command.PAUSE: (PersonState.PAUSED, Standing.PAUSED),
    Command.RESUME: (PersonState.ACTIVE, Standing.ACTIVE),
}


def carry_out(
    case: Case, person: Participant, command: Command, *, pairs: tuple[Pair, ...], proxy: tuple[str, Token] | None
) -> Disposition:
    """The command's effect and its answer; `command` is one of CONVERSATION_COMMANDS."""
    if command is Command.HELP:
        told = case.reply(person, Help(about=case.about, role=person.role), proxy=proxy)
        return ends(Kind.COMMAND, "help", told)
    state, standing = _GOAL[command]
    if person.state is state:
        told = case.reply(person, Already(about=case.about, standing=standing), proxy=proxy)
        return ends(Kind.COMMAND, f"already_{standing.value}", told)
    effects: list[Effect] = [ChangeMembership(person=person.id, state=state, at=case.desk.now)]
    effects.append(case.reply(person, _letter(case, person, command), proxy=proxy))
    if command is Command.STOP:
        told_too = (_tell_partner(case, pair, person) for pair in pairs if _is_open(pair, person))
        effects += [one for one in told_too if one is not None]
    return ends(Kind.COMMAND, command.value, *effects)


def not_from_one_who_left(
    case: Case, writer: Participant, kind: Kind, *, proxy: tuple[str, Token] | None
) -> Disposition:
    """Words of somebody who has left are not passed on and not kept; they are told how to come back."""
    told = case.reply(writer, Already(about=case.about, standing=Standing.STOPPED), proxy=proxy)
    return ends(kind, "writer_has_left", told, state=InboxState.REFUSED, author=writer.id)


def _letter(case: Case, person: Participant, command: Command) -> Letter:
    if command is Command.STOP:
        return Stopped(about=case.about)
    if command is Command.PAUSE:
        return Paused(about=case.about, role=person.role)
    return Resumed(about=case.about, role=person.role)


def _is_open(pair: Pair, person: Participant) -> bool:
    return (
        pair.state is PairState.LIVE
        and person.id in (pair.mentee.id, pair.mentor.id)
        and pair.side(person.role.other).may_receive
    )


def _tell_partner(case: Case, pair: Pair, person: Participant) -> QueueMessage | None:
    """The same bytes whoever asked, and why is not said; None if the gate finds them, for STOP never waits for it.

    Nobody's words are in it, and a person may be called May or Pair: only addresses are looked for.
    """
    role: Role = person.role.other
    partner = pair.side(role)
    to_address, to_person, to_address_id = to_participant(partner)
    queued = queue(
        case.desk,
        Note(
            event=f"{case.event}:{pair.id}",
            letter=LeftNotice(about=case.about, partner=partner_name(pair, role)),
            to_address=to_address,
            to_person=to_person,
            to_address_id=to_address_id,
            from_name=partner_name(pair, role),
            proxy=("t", pair.token(role)),
            language=partner.language or case.programme.language,
            author=partner.id,
            forbidden=(replace(person.identity, names=()),),
            own=own_words(case.about),
            list_id=list_id_of(case.desk.service, case.programme),
        ),
    )
    return None if isinstance(queued, tuple) else queued
