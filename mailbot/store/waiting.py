"""What is known about a message's writer: words of theirs that wait, and how much has come from their address."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import bindparam, func, select, text

from mailbot.model.context import Clues, FormTarget, ThreadTarget
from mailbot.model.ids import InboxId, PairId, PersonId
from mailbot.model.withheld import Waiting
from mailbot.store.tables import INBOX, OUTBOX, WITHHELD
from mailbot.store.tables.withheld import WAITS
from mailbot.store.withholding import opened_waiting
from mailbot.store.work import Work

AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)
MOST_COUNTED = 2_000  # newest messages of one address: a flood is looked at no further
_MOST_WAITING = 50
_ABOUT = (
    "inbox",
    "withheld",
)  # our letters about a message have events "inbox:<its id>:..." or "withheld:<its id>:..."

_ANSWERED = select(OUTBOX.c.event).where(OUTBOX.c.message_index == bindparam("index")).scalar_subquery()
_WAITING = (
    select(WITHHELD, _ANSWERED.label("event"))
    .where(WITHHELD.c.pair == bindparam("pair"), WITHHELD.c.person == bindparam("person"), text(WAITS))
    .order_by(WITHHELD.c.asked_at.desc(), WITHHELD.c.inbox)
    .limit(_MOST_WAITING)
)
_LATELY = (
    select(INBOX.c.received_at, INBOX.c.reason)
    .where(INBOX.c.writer_index == bindparam("address"), INBOX.c.received_at > bindparam("since"))
    .order_by(INBOX.c.received_at.desc())
    .limit(MOST_COUNTED)
    .subquery()
)
_THIS_HOUR = _LATELY.c.received_at > bindparam("since_an_hour")
FROM_WRITER = select(
    func.count().filter(_THIS_HOUR).label("messages"),
    func.count().filter(_THIS_HOUR, _LATELY.c.reason.like("unknown_token%")).label("guesses"),
    func.count().filter(_LATELY.c.reason.in_(("relayed", "only_words"))).label("posts"),
).select_from(_LATELY)


def words_that_wait(
    work: Work, target: FormTarget | ThreadTarget, person: PersonId, clues: Clues, *, inbox: InboxId
) -> tuple[Waiting, ...]:
    """The held words of that person in the target's pair, newest first; of a form's target those of other rounds not.

    The message in hand is not among them: it is being read anew.
    """
    answered = clues.message_ids[0] if clues.message_ids else ""
    given = {"pair": target.pair.id, "person": person, "index": work.index(answered, "message_id")}
    this_round = target.round.id if isinstance(target, FormTarget) else None
    return tuple(
        opened_waiting(row, answered=_is_about(row.event, row.inbox))
        for row in work.all(_WAITING, given)
        if row.inbox != inbox and (this_round is None or row.round in (None, this_round))
    )


def _is_about(event: str | None, inbox: str) -> bool:
    """Whether a letter of that event is one of ours about that message."""
    about, _, rest = (event or "").partition(":")
    return about in _ABOUT and rest.partition(":")[0] == inbox


def reader_of(target: FormTarget | ThreadTarget) -> tuple[PairId, PersonId, PersonId]:
    """The pair, who writes and who reads."""
    if isinstance(target, FormTarget):
        return target.pair.id, target.pair.mentee.id, target.pair.mentor.id
    return target.pair.id, target.pair.side(target.side).id, target.pair.side(target.side.other).id
