"""The context of a dry run: everything needed to decide, and nothing of anybody's words to show.

`mailbot explain` may show only what is in the file that it was given: earlier answers, subjects, and the addresses
and names of people stand as "[sealed]". Identities stay, because the gate must find them; they are never printed.
"""

from __future__ import annotations

from dataclasses import replace

from mailbot.model.answer import Answer, AnswerState
from mailbot.model.context import FormTarget, InboundContext, ThreadTarget
from mailbot.model.ids import MessageId
from mailbot.model.people import MappedReference, Pair, Participant, Round, Thread
from mailbot.model.programme import Role

SEALED = "[sealed]"


def sealed_view(context: InboundContext) -> InboundContext:
    """The same context without a word that came out of a sealed row."""
    target = context.target
    if isinstance(target, FormTarget):
        target = replace(target, pair=_pair(target.pair), round=_round(target.round))
    elif isinstance(target, ThreadTarget):
        thread = target.thread and _thread(target.thread, target.side)
        target = replace(target, pair=_pair(target.pair), thread=thread)
    return replace(
        context,
        target=target,
        writers=tuple(_person(person) for person in context.writers),
        pairs=tuple(_pair(pair) for pair in context.pairs),
    )


def _round(current: Round) -> Round:
    answers = tuple(_answer(answer) for answer in current.answers)
    previous = tuple(_answer(answer) for answer in current.previous)
    return replace(current, answers=answers, previous=previous)


def _answer(answer: Answer) -> Answer:
    if answer.state is not AnswerState.ANSWERED:
        return replace(answer, text="", items=())
    return replace(answer, text=SEALED, value=None, items=(SEALED,) * len(answer.items))


def _thread(thread: Thread, writer: Role) -> Thread:
    """The other side's Message-IDs are made by their mail programs: a domain in one says where they work."""
    references = tuple(_reference(one, writer, number) for number, one in enumerate(thread.references, 1))
    return replace(thread, subject=SEALED if thread.subject else "", references=references)


def _reference(known: MappedReference, writer: Role, number: int) -> MappedReference:
    hidden = MessageId(f"<{number}@sealed.invalid>") if known.known_to(writer.other) is not None else None
    return replace(known, mentor_side=hidden) if writer is Role.MENTEE else replace(known, mentee_side=hidden)


def _pair(pair: Pair) -> Pair:
    return replace(pair, mentee=_person(pair.mentee), mentor=_person(pair.mentor))


def _person(person: Participant) -> Participant:
    hidden = f"{person.role.value}@sealed.invalid"
    return replace(person, name=SEALED, address=hidden if person.address else None, invite_address=hidden)
