"""What is known about a message's writer: words of theirs that wait, and how much has come from their address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, func, or_, select, text

from mailbot.model.context import Clues, FormTarget, Target, ThreadTarget
from mailbot.model.ids import InboxId, PairId, PersonId
from mailbot.model.people import ConfirmationPurpose
from mailbot.model.withheld import Waiting
from mailbot.store.among import among
from mailbot.store.codec import text_of
from mailbot.store.resolve import MOST_IDS
from mailbot.store.sealing import person_key
from mailbot.store.tables import CONFIRMATION, INBOX, OUTBOX, POST, THREAD, WITHHELD
from mailbot.store.tables.outbox import LIMIT
from mailbot.store.tables.withheld import WAITS
from mailbot.store.withholding import opened_waiting
from mailbot.store.work import Work

AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)
MOST_COUNTED = 2_000  # newest messages of one address: a flood is looked at no further
# A token that is somebody else's counts like one that is nobody's: else the count would tell them apart.
GUESSES = ("foreign_address", "confirmation_from_elsewhere", "not_a_report", "guessing_slowed")
_MOST_WAITING = 50
_MOST_RECENT = 5  # of a writer, to notice a machine that says the same again
_ABOUT = ("inbox", "waiting")  # our letters about a message have events "inbox:<its id>:..." or "waiting:<its id>:..."

_WAITING = (
    select(WITHHELD)
    .where(WITHHELD.c.pair == bindparam("pair"), WITHHELD.c.person == bindparam("person"), text(WAITS))
    .order_by(WITHHELD.c.asked_at.desc(), WITHHELD.c.inbox)
    .limit(_MOST_WAITING)
)
_OWN = select(WITHHELD).where(WITHHELD.c.inbox == bindparam("which"))
_EVENTS = among(lambda these: select(OUTBOX.c.event).where(these(OUTBOX.c.message_index)))
_RECENT = (
    select(POST.c.id, POST.c.author, POST.c.sealed)
    .join_from(POST, THREAD, THREAD.c.id == POST.c.thread)
    .where(POST.c.author == bindparam("person"), POST.c.at > bindparam("since"), THREAD.c.pair == bindparam("pair"))
    .order_by(POST.c.at.desc(), POST.c.id)
    .limit(_MOST_RECENT)
)
_LATELY = (
    select(INBOX.c.received_at, INBOX.c.reason, INBOX.c.believed)
    .where(INBOX.c.writer_index == bindparam("address"), INBOX.c.received_at > bindparam("since"))
    .where(INBOX.c.reason != "")  # it is read again, and perhaps the message in hand
    .order_by(INBOX.c.received_at.desc())
    .limit(MOST_COUNTED)
    .subquery()
)
_THIS_HOUR = _LATELY.c.received_at > bindparam("since_an_hour")
_GUESSED = or_(_LATELY.c.reason.like("unknown_token%"), _LATELY.c.reason.in_(GUESSES))
_RELAYED = _LATELY.c.reason.in_(("relayed", "only_words"))
FROM_WRITER = select(
    func.count().filter(_THIS_HOUR).label("messages"),
    func.count().filter(_THIS_HOUR, _GUESSED).label("guesses"),
    func.count().filter(_THIS_HOUR, _LATELY.c.believed).label("believed"),
    func.count().filter(_RELAYED).label("posts"),
    func.count().filter(_THIS_HOUR, _RELAYED).label("posts_lately"),
).select_from(_LATELY)
TOLD_LIMIT = (
    select(OUTBOX.c.id)
    .where(text(f"outbox.{LIMIT}"), OUTBOX.c.address_index == bindparam("address"))
    .where(OUTBOX.c.queued_at > bindparam("since"))
    .exists()
)


ASKED = (  # the person whose word counts there, whether a message is theirs
    select(func.count())
    .where(CONFIRMATION.c.person == bindparam("person"), CONFIRMATION.c.purpose == ConfirmationPurpose.RELEASE.value)
    .where(CONFIRMATION.c.asked_at > bindparam("since"))
    .scalar_subquery()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """The message in hand."""

    inbox: InboxId
    insisted: bool


def words_that_wait(work: Work, target: FormTarget | ThreadTarget, clues: Clues, *, own: Own) -> tuple[Waiting, ...]:
    """The held words of the target's writer in its pair, newest first: posts, and of a form's target that round's too.

    The message in hand is among them, with what was withheld of it, only when its writer has insisted.
    """
    pair, person, _ = reader_of(target)
    rows = [row for row in work.all(_WAITING, {"pair": pair, "person": person}) if row.inbox != own.inbox]
    if own.insisted:
        rows = sorted((*rows, *work.all(_OWN, {"which": own.inbox})), key=lambda row: row.asked_at, reverse=True)
    round_id = target.round.id if isinstance(target, FormTarget) else None
    here = [row for row in rows if row.round is None or row.round == round_id]
    events = _events_answered(work, clues) if here else ()
    return tuple(opened_waiting(row, answered=any(_is_about(event, row.inbox) for event in events)) for row in here)


def _events_answered(work: Work, clues: Clues) -> tuple[str, ...]:
    """The events of all our messages that this one cites; nothing else of ours cites a notice."""
    indexes = work.indexes(clues.message_ids[:MOST_IDS], "message_id")
    return tuple(row.event for row in work.all(*_EVENTS(list(indexes)))) if indexes else ()


def _is_about(event: str, inbox: str) -> bool:
    """Whether a letter of that event is one of ours about that message."""
    about, _, rest = event.partition(":")
    return about in _ABOUT and rest.partition(":")[0] == inbox


def reader_of(target: FormTarget | ThreadTarget) -> tuple[PairId, PersonId, PersonId]:
    """The pair, who writes and who reads."""
    if isinstance(target, FormTarget):
        return target.pair.id, target.pair.mentee.id, target.pair.mentor.id
    return target.pair.id, target.pair.side(target.side).id, target.pair.side(target.side.other).id


def recent_words(work: Work, target: Target | None, *, now: datetime) -> tuple[str, ...]:
    """What the target's writer has posted in that pair within the hour, newest first."""
    if not isinstance(target, FormTarget | ThreadTarget):
        return ()
    pair, person, _ = reader_of(target)
    rows = work.all(_RECENT, {"person": person, "pair": pair, "since": now - AN_HOUR})
    return tuple(
        text_of(work.unseal(row.sealed, under=person_key(row.author), table="post", row=row.id)) for row in rows
    )
