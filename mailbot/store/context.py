"""All that the store knows about one message that came in, gathered for one decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, join, literal, or_, select, true, union_all

from mailbot.errors import StoreConflict
from mailbot.model.context import (
    FORGET_CHALLENGE_AFTER,
    Clues,
    ConfirmTarget,
    FormTarget,
    InboundContext,
    Target,
    ThreadTarget,
)
from mailbot.model.effect import InboxState
from mailbot.model.ids import InboxId, MessageId, PersonId
from mailbot.model.people import AddressState, Pair
from mailbot.model.withheld import Unsent, Waiting
from mailbot.store.among import one_of
from mailbot.store.pairs import open_pairs_of
from mailbot.store.people import people_by_id
from mailbot.store.recalling import unsent_posts
from mailbot.store.resolve import resolve
from mailbot.store.tables import ADDRESS, AUTOMATIC_ANSWER, INBOX, VOICE
from mailbot.store.waiting import (
    A_DAY,
    AN_HOUR,
    ASKED,
    FROM_WRITER,
    TOLD_LIMIT,
    Own,
    reader_of,
    recent_words,
    words_that_wait,
)
from mailbot.store.work import Found, Work

_SPEAKING = (AddressState.UNCONFIRMED.value, AddressState.CONFIRMED.value)
_ENDED = (InboxState.PROCESSED.value, InboxState.HELD.value, InboxState.REFUSED.value)

_OTHER = INBOX.alias()
_EARLIER = (_OTHER.c.state == InboxState.RECEIVED.value) & or_(
    _OTHER.c.received_at < INBOX.c.received_at,
    (_OTHER.c.received_at == INBOX.c.received_at) & (_OTHER.c.id < INBOX.c.id),
)
_DUPLICATE = (  # the same bytes for the same recipients, decided before or taken in earlier; a shunted one never counts
    select(_OTHER.c.id)
    .where(_OTHER.c.delivery_index == INBOX.c.delivery_index, _OTHER.c.id != INBOX.c.id)
    .where(or_(one_of(_OTHER.c.state, _ENDED), _EARLIER), _OTHER.c.reason != "duplicate")
    .order_by(_OTHER.c.received_at, _OTHER.c.id)
    .limit(1)
    .scalar_subquery()
)
_ROW = (
    select(INBOX.c.state, INBOX.c.released, INBOX.c.insisted, INBOX.c.key_name, INBOX.c.raw, INBOX.c.envelope)
    .add_columns(_DUPLICATE.label("duplicate_of"))
    .where(INBOX.c.id == bindparam("inbox"))
    .with_for_update(skip_locked=True, of=INBOX)
)
_IS_THERE = select(INBOX.c.id).where(INBOX.c.id == bindparam("inbox"))
_ANSWERED = (
    select(func.count().label("answers"))
    .select_from(AUTOMATIC_ANSWER)
    .where(AUTOMATIC_ANSWER.c.address_index == bindparam("address"), AUTOMATIC_ANSWER.c.at > bindparam("since"))
    .subquery()
)
_HEARD = union_all(
    select(
        ADDRESS.c.person, ADDRESS.c.state, ADDRESS.c.remembered_at, ADDRESS.c.created_at, literal(0).label("vouched")
    ).where(ADDRESS.c.address_index == bindparam("address"), one_of(ADDRESS.c.state, _SPEAKING)),
    select(
        VOICE.c.person, literal(AddressState.CONFIRMED.value), VOICE.c.remembered_at, VOICE.c.remembered_at, literal(1)
    ).where(VOICE.c.address_index == bindparam("address"), VOICE.c.remembered_at > bindparam("since_vouched")),
).subquery()
_LATELY = FROM_WRITER.subquery()
_COUNTED = join(_ANSWERED, _LATELY, true())
_SPEAKERS = (  # one row at least, for the counts; of one person the last wins: "unconfirmed" sorts first
    select(_ANSWERED.c.answers, _LATELY.c.messages, _LATELY.c.guesses, _LATELY.c.posts, _LATELY.c.believed)
    .add_columns(_LATELY.c.posts_lately)
    .add_columns(TOLD_LIMIT.label("told_limit"), ASKED.label("asked"))
    .add_columns(_HEARD.c.person, _HEARD.c.state, _HEARD.c.remembered_at)
    .outerjoin_from(_COUNTED, _HEARD, true())
    .order_by(_HEARD.c.state.desc(), _HEARD.c.vouched, _HEARD.c.created_at, _HEARD.c.person)
)


class Contexts(Work):
    """The one query that gathers everything."""

    def context(
        self,
        inbox: InboxId,
        *,
        clues: Clues,
        message_id: MessageId | None,  # noqa: ARG002 - theirs to choose: the bytes say whether it came before
        received_at: datetime,
        now: datetime,
    ) -> InboundContext:
        """Target, writers and history of that message.

        A message that is in no row (`explain` reads files) is looked at as well. StoreConflict when another worker
        has decided the row, or is at it.
        """
        row = self._locked_row(inbox)
        resolved = resolve(self, clues, now=now)
        speaking, counted = self._addresses_of(clues.writer, resolved.target, now)
        own = Own(inbox=inbox, insisted=row is not None and row.insisted)
        conversation = self._conversation(resolved.target, clues, own)
        writers = people_by_id(self, [address.person for address in speaking])
        return InboundContext(
            inbox=inbox,
            received_at=received_at,
            target=resolved.target,
            unknown_token=resolved.unknown_token,
            writers=tuple(writers[PersonId(address.person)] for address in speaking),
            confirmed_writers=frozenset(
                address.person for address in speaking if address.state == AddressState.CONFIRMED.value
            ),
            challenged=_is_remembered(speaking, resolved.target, now),
            released=row is not None and row.released,
            duplicate_of=InboxId(row.duplicate_of) if row is not None and row.duplicate_of else None,
            automatic_answers=counted.answers if counted else 0,
            pairs=self._pairs(resolved.target, tuple(writers)),
            insisted=own.insisted,
            waiting=conversation[0],
            unsent=conversation[1],
            from_writer_last_hour=counted.messages if counted else 0,
            posts_last_day=counted.posts if counted else 0,
            unknown_tokens_last_hour=counted.guesses if counted else 0,
            believed_last_hour=counted.believed if counted else 0,
            recent_words=recent_words(self, resolved.target, now=now) if counted and counted.posts_lately else (),
            asked_last_day=counted.asked if counted else 0,
            told_limit=bool(counted and counted.told_limit),
        )

    def _locked_row(self, inbox: InboxId) -> Found | None:
        row = self.one(_ROW, {"inbox": inbox})
        if row is None and self.on_postgres and self.one(_IS_THERE, {"inbox": inbox}) is not None:
            raise StoreConflict(f"another worker is at message {inbox}")
        if row is not None and row.state != InboxState.RECEIVED.value:
            raise StoreConflict(f"message {inbox} was decided already")
        self.locked = {} if row is None else {inbox: row}
        return row

    def _addresses_of(self, writer: str, target: Target | None, now: datetime) -> tuple[Sequence[Found], Found | None]:
        """One row for each person who has that address, the confirmed one of two; and a row with its counts."""
        if not writer:
            return (), None
        given: dict[str, object] = {
            "address": self.address_index(writer),
            "since": now - A_DAY,
            "since_an_hour": now - AN_HOUR,
        }
        given["since_vouched"] = now - FORGET_CHALLENGE_AFTER
        given["person"] = reader_of(target)[1] if isinstance(target, FormTarget | ThreadTarget) else ""
        found = self.all(_SPEAKERS, given)
        speaking = {row.person: row for row in found if row.person is not None}
        return tuple(speaking.values()), found[0]

    def _conversation(
        self, target: Target | None, clues: Clues, own: Own
    ) -> tuple[tuple[Waiting, ...], tuple[Unsent, ...]]:
        """What waits for the target's writer there, and what of theirs has not left."""
        if not isinstance(target, FormTarget | ThreadTarget):
            return (), ()
        pair, _, reader = reader_of(target)
        return words_that_wait(self, target, clues, own=own), unsent_posts(self, pair, reader=reader)

    def _pairs(self, target: Target | None, writers: tuple[PersonId, ...]) -> tuple[Pair, ...]:
        """The open pairs of the writers, or of the person that a confirmation asks."""
        if isinstance(target, ConfirmTarget):
            return open_pairs_of(self, [target.person.id])
        return open_pairs_of(self, writers)


def _is_remembered(speaking: Sequence[Found], target: Target | None, now: datetime) -> bool:
    """Whether the person whose word counts here has confirmed a message from this very address lately."""
    expected: str | None = None
    if isinstance(target, FormTarget):
        expected = target.pair.mentee.id
    elif isinstance(target, ThreadTarget):
        expected = target.pair.side(target.side).id
    elif isinstance(target, ConfirmTarget):
        expected = target.person.id
    theirs = [row for row in speaking if expected is None or row.person == expected]
    since = now - FORGET_CHALLENGE_AFTER
    return bool(theirs) and all(row.remembered_at is not None and row.remembered_at > since for row in theirs)
