"""Letters of the programme itself to one of its people: nobody else's words are in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from mailbot.decide.desk import Desk
from mailbot.decide.outgoing import Note, list_id_of, own_words, queue, to_participant
from mailbot.errors import MailbotError
from mailbot.model.effect import QueueMessage
from mailbot.model.ids import AddressId, MessageId, RoundId, ThreadId, Token
from mailbot.model.inbound import InboundMessage
from mailbot.model.outbound import Automation, Identity
from mailbot.model.people import Participant
from mailbot.model.programme import Programme
from mailbot.wording.letters import About, Letter


class GateClosed(MailbotError):
    """A letter of our own holds what its reader must not learn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Who and what must not stand in a letter that repeats its reader's own words."""

    forbidden: tuple[Identity, ...]
    foreign_tokens: tuple[Token, ...] = ()


def notice(  # noqa: PLR0913 - each is a header of its own
    desk: Desk,
    programme: Programme,
    person: Participant,
    letter: Letter,
    *,
    event: str,
    proxy: tuple[str, Token] | None,
    answers: InboundMessage | None = None,
    address: tuple[str, AddressId] | None = None,
    round_id: RoundId | None = None,
    thread: ThreadId | None = None,
    unsubscribe: bool = False,
    guard: Guard | None = None,
) -> QueueMessage:
    """The queued letter; an answer to `answers` when that is given (RFC 3834 3.1: threaded under it).

    GateClosed when a `guard` is given and one of whom it speaks stands in the letter.
    """
    to_address, to_person, to_address_id = to_participant(person)
    to_address, to_address_id = address or (to_address, to_address_id)
    in_reply_to, references = _threaded_under(answers)
    queued = queue(
        desk,
        Note(
            event=event,
            letter=letter,
            to_address=to_address,
            to_person=to_person,
            to_address_id=to_address_id,
            from_name=programme.title,
            proxy=proxy,
            language=person.language or programme.language,
            automation=Automation.REPLIED if answers is not None else Automation.GENERATED,
            author=person.id,
            in_reply_to=in_reply_to,
            references=references,
            round=round_id,
            thread=thread,
            own=own_words(About.of(programme)),
            forbidden=guard.forbidden if guard else (),
            foreign_tokens=guard.foreign_tokens if guard else (),
            list_id=list_id_of(desk.service, programme),
            unsubscribe=unsubscribe,
        ),
    )
    if isinstance(queued, tuple):
        raise GateClosed("a notice did not pass the gate")
    return queued


def local_time(moment: datetime, person: Participant, programme: Programme) -> datetime:
    """That moment on the person's own clock, for letters that name it."""
    return moment.astimezone(ZoneInfo(person.timezone or programme.timezone))


def _threaded_under(answers: InboundMessage | None) -> tuple[MessageId | None, tuple[MessageId, ...]]:
    """In-Reply-To and References of an answer to that message; none where it has no Message-ID."""
    if answers is None or answers.message_id is None:
        return None, ()
    return answers.message_id, (*answers.references[-10:], answers.message_id)
