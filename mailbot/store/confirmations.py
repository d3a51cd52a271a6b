"""Questions that a reply to a +c- address settles, and what is remembered of the answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, func, select, update

from mailbot.model.effect import AskBack, InboxState, SettleConfirmation
from mailbot.model.ids import AddressId, ConfirmationId, InboxId, PairId, PersonId, Token
from mailbot.model.people import Confirmation, ConfirmationPurpose, Participant
from mailbot.store.codec import text_bytes, text_of
from mailbot.store.people import opened_address, people_by_id
from mailbot.store.sealing import SYSTEM, person_of_key
from mailbot.store.tables import ADDRESS, CONFIRMATION, INBOX, OUTBOX, VOICE, WITHHELD
from mailbot.store.work import Found, Work

ASK_AGAIN_AFTER = (timedelta(days=3), timedelta(days=10))
REFUSE_AFTER = timedelta(days=30)
_WRITER = select(INBOX.c.writer_index).where(INBOX.c.id == bindparam("which"))
_AGAIN = update(VOICE).where(VOICE.c.person == bindparam("whose"), VOICE.c.address_index == bindparam("which"))
_WITHHELD = select(WITHHELD.c.inbox).where(WITHHELD.c.inbox == INBOX.c.id, WITHHELD.c.settled_at.is_(None)).exists()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldAsk:
    """A held message about which its person must hear again.

    `asked` counts the questions so far; `confirmation` is None when the message was held without a question.
    """

    inbox: InboxId
    person: Participant
    confirmation: Confirmation | None
    asked: int
    held_at: datetime


def opened_confirmation(work: Work, row: Found) -> Confirmation:
    """The confirmation of that row."""
    address = work.one(select(ADDRESS).where(ADDRESS.c.id == row.address_id))
    token = text_of(work.unseal(row.sealed, under=SYSTEM, table="confirmation", row=row.id))
    return Confirmation(
        id=ConfirmationId(row.id),
        token=Token(token),
        purpose=ConfirmationPurpose(row.purpose),
        person=PersonId(row.person),
        address=opened_address(work, address) if address is not None else "",
        address_id=AddressId(row.address_id),
        asked_at=row.asked_at,
        open=row.settled_at is None,
        inbox=InboxId(row.inbox) if row.inbox else None,
        pair=PairId(row.pair) if row.pair else None,
    )


class Confirmations(Work):
    """Queries about questions that wait."""

    def held_to_ask(self, *, now: datetime) -> tuple[HeldAsk, ...]:
        """Held messages whose person is to be asked again (after 3 and 10 days), or that are 30 days old by now.

        Those of which something was withheld are not among them: `withheld_due` has them.
        A question is an AskBack, or a later message whose event is "reask:<inbox>:<n>".
        """
        old_enough = INBOX.c.settled_at <= now - ASK_AGAIN_AFTER[0]
        held = self.all(
            select(INBOX.c.id, INBOX.c.settled_at, INBOX.c.key_name)
            .where(INBOX.c.state == InboxState.HELD.value, old_enough, ~_WITHHELD)
            .order_by(INBOX.c.settled_at, INBOX.c.id)
        )
        asks = (self._held_ask(row) for row in held)
        return tuple(ask for ask in asks if ask is not None and _is_time(ask.asked, now - ask.held_at))

    def _held_ask(self, held: Found) -> HeldAsk | None:
        """None when nobody is known who could be asked."""
        theirs = select(CONFIRMATION).where(CONFIRMATION.c.inbox == held.id)
        questions = self.all(theirs.order_by(CONFIRMATION.c.asked_at.desc(), CONFIRMATION.c.id))
        person = questions[0].person if questions else person_of_key(held.key_name)
        if person is None:
            return None
        event = f"reask:{held.id}:"
        again = select(func.count()).where(OUTBOX.c.event >= event, OUTBOX.c.event < event[:-1] + ";")
        return HeldAsk(
            inbox=InboxId(held.id),
            person=people_by_id(self, [person])[PersonId(person)],
            confirmation=opened_confirmation(self, questions[0]) if questions else None,
            asked=len(questions) + int(self.connection.scalar(again) or 0),
            held_at=held.settled_at,
        )


def _is_time(asked: int, waited: timedelta) -> bool:
    if waited >= REFUSE_AFTER:
        return True
    return 0 < asked <= len(ASK_AGAIN_AFTER) and waited >= ASK_AGAIN_AFTER[asked - 1]


def ask_back(work: Work, effect: AskBack) -> None:
    """A question waits for a reply to its own address."""
    sealed = work.seal(text_bytes(effect.token), under=SYSTEM, table="confirmation", row=effect.confirmation)
    work.insert(
        CONFIRMATION,
        {
            "id": effect.confirmation,
            "purpose": effect.purpose.value,
            "person": effect.person,
            "address_id": effect.address_id,
            "inbox": effect.inbox,
            "pair": effect.pair,
            "token_index": work.index(effect.token, "token"),
            "sealed": sealed,
            "asked_at": effect.asked_at,
        },
    )


def settle_confirmation(work: Work, effect: SettleConfirmation) -> None:
    """It was answered, and with it every other asking of the same question."""
    row = work.one(select(CONFIRMATION).where(CONFIRMATION.c.id == effect.confirmation))
    if row is None:
        return
    same = (CONFIRMATION.c.person == row.person) & (CONFIRMATION.c.purpose == row.purpose)
    same &= CONFIRMATION.c.inbox == row.inbox if row.inbox else CONFIRMATION.c.inbox.is_(None)
    same &= CONFIRMATION.c.pair == row.pair if row.pair else CONFIRMATION.c.pair.is_(None)
    same &= (CONFIRMATION.c.address_id == row.address_id) & CONFIRMATION.c.settled_at.is_(None)
    work.connection.execute(update(CONFIRMATION).where(same).values(settled_at=effect.at))
    if effect.remember:
        work.connection.execute(update(ADDRESS).where(ADDRESS.c.id == row.address_id).values(remembered_at=effect.at))
        _remember_writer(work, row, at=effect.at)


def _remember_writer(work: Work, confirmation: Found, *, at: datetime) -> None:
    """The address that the message came from speaks for its person from now on, like the one that was asked."""
    message = work.one(_WRITER, {"which": confirmation.inbox}) if confirmation.inbox else None
    if message is not None and message.writer_index is not None:
        voice = {"address_index": message.writer_index, "person": confirmation.person, "remembered_at": at}
        if not work.insert_new(VOICE, voice):
            work.connection.execute(_AGAIN, voice | {"whose": confirmation.person, "which": message.writer_index})
