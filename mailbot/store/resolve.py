"""Where a message belongs: its clues followed in the order in which they are believed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import bindparam, or_, select

from mailbot.errors import SealBroken
from mailbot.model.context import BounceTarget, Clues, ConfirmTarget, FormTarget, Target, ThreadTarget
from mailbot.model.ids import MessageId, PersonId
from mailbot.model.people import Pair, PairState
from mailbot.model.programme import Role
from mailbot.store.among import among
from mailbot.store.confirmations import opened_confirmation
from mailbot.store.pairs import open_pairs_of, opened_pairs, pairs_by_id
from mailbot.store.people import people_by_id
from mailbot.store.rounds import opened_round, reference_index
from mailbot.store.sent_copies import sent_copy
from mailbot.store.tables import CONFIRMATION, OUTBOX, PAIR, ROUND, THREAD
from mailbot.store.threads import known_posts, post_text, thread_by_id
from mailbot.store.work import Found, Work

MOST_IDS = 50  # of one message; References of a real thread are shorter

_ROUND_AT = select(ROUND).where(ROUND.c.token_index == bindparam("token")).with_for_update()
_ROUND_SENT_AS = among(lambda these: select(ROUND).where(these(ROUND.c.message_index)).with_for_update().limit(1))
_BOUNCED = select(OUTBOX).where(OUTBOX.c.bounce_index == bindparam("token"))
_PAIR_AT = select(PAIR).where(
    or_(PAIR.c.mentee_token_index == bindparam("token"), PAIR.c.mentor_token_index == bindparam("token"))
)
_PAIR_LOCKED = select(PAIR.c.id).where(PAIR.c.id == bindparam("pair")).with_for_update()
_LOCKED = select(THREAD.c.id).where(THREAD.c.id == bindparam("thread")).with_for_update()
_ANSWERED = select(OUTBOX.c.id, OUTBOX.c.raw, OUTBOX.c.key_name).where(
    OUTBOX.c.message_index == bindparam("index"), OUTBOX.c.round == bindparam("round"), OUTBOX.c.template != "form"
)
_LETTER = select(OUTBOX.c.id, OUTBOX.c.raw, OUTBOX.c.key_name).where(OUTBOX.c.id == bindparam("which"))
_POSTS = frozenset({"post", "packet", "packet_update"})  # people's words: what is quoted of them is known by its text
_SENT = among(
    lambda these: (
        select(OUTBOX.c.id, OUTBOX.c.template, OUTBOX.c.to_person, OUTBOX.c.to_address_id, OUTBOX.c.round)
        .add_columns(OUTBOX.c.thread, OUTBOX.c.message_index, OUTBOX.c.state, OUTBOX.c.error, THREAD.c.pair)
        .outerjoin_from(OUTBOX, THREAD, THREAD.c.id == OUTBOX.c.thread)
        .where(these(OUTBOX.c.message_index))
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The target, if any; `unknown_token` when a token was given and none led anywhere."""

    target: Target | None
    unknown_token: bool


def resolve(work: Work, clues: Clues, *, now: datetime) -> Resolved:
    """Tokens first, then our Message-IDs, then those of a returned message, then a form's reference line."""
    for kind, token in clues.tokens:
        target = _by_token(work, kind, token, clues.message_ids[:MOST_IDS], now=now)
        if target is not None:
            return Resolved(target=_with_answered(work, target, clues), unknown_token=False)
    target = (
        _by_message_id(work, clues.message_ids[:MOST_IDS])
        or _by_returned_id(work, clues.returned_ids[:MOST_IDS], now=now)
        or _by_reference(work, clues.reference)
    )
    found = _with_answered(work, target, clues) if target is not None else None
    return Resolved(target=found, unknown_token=bool(clues.tokens))


def _with_answered(work: Work, target: Target, clues: Clues) -> Target:
    """A form's target with the later email about it that is answered: a receipt is quoted as often as the form."""
    if not isinstance(target, FormTarget) or not clues.message_ids:
        return target
    index = work.index(clues.message_ids[0], "message_id")
    row = work.one(_ANSWERED, {"index": index, "round": target.round.id})
    raw = _raw_of(work, row)
    return replace(target, answered_raw=raw) if raw else target


def _by_token(work: Work, kind: str, token: str, ids: tuple[MessageId, ...], *, now: datetime) -> Target | None:
    index = work.index(token, "token")
    match kind:
        case "f":
            return _form(work, work.one(_ROUND_AT, {"token": index}), "token")
        case "t":
            return _thread_by_token(work, index, ids)
        case "b":
            row = work.one(_BOUNCED, {"token": index})
            return BounceTarget(copy=sent_copy(work, row, now=now), by="token") if row is not None else None
        case "c":
            return _confirmation(work, index)
        case _:
            return None


def _form(work: Work, row: Found | None, by: str) -> FormTarget | None:
    if row is None:
        return None
    pair = pairs_by_id(work, [row.pair])[row.pair]
    return FormTarget(pair=pair, round=opened_round(work, row), by=by)


def _thread_by_token(work: Work, index: bytes, ids: tuple[MessageId, ...]) -> ThreadTarget | None:
    found = work.one(_PAIR_AT, {"token": index})
    if found is None:
        return None
    pair = opened_pairs(work, [found])[0]
    side = Role.MENTEE if found.mentee_token_index == index else Role.MENTOR
    thread, parent, letter = _thread_of_pair(work, pair, ids)
    return _thread_target(work, pair, side, thread, parent, "token", letter=letter)


def _thread_of_pair(work: Work, pair: Pair, ids: tuple[MessageId, ...]) -> tuple[str | None, str | None, Found | None]:
    """The thread of that pair that one of those ids belongs to, the post where it is one, and what is answered."""
    posts, sent = known_posts(work, ids), _sent(work, ids)
    answered = sent.get(ids[0]) if ids else None
    for message_id in ids:
        for post in posts.get(message_id, ()):
            if post.pair == pair.id:
                return post.thread, post.post, answered
        row = sent.get(message_id)
        if row is not None and row.pair == pair.id:
            return row.thread, None, answered
    return None, None, answered


def _thread_target(
    work: Work, pair: Pair, side: Role, thread: str | None, post: str | None, by: str, *, letter: Found | None = None
) -> ThreadTarget:
    if thread is not None and work.on_postgres:
        work.one(_LOCKED, {"thread": thread})  # its posts are numbered
    ours = letter is not None and letter.template not in _POSTS and letter.to_person == pair.side(side).id
    return ThreadTarget(
        pair=pair,
        side=side,
        thread=thread_by_id(work, thread) if thread is not None else None,
        by=by,
        parent=post_text(work, post) if post is not None else "",
        answered_raw=_raw_of(work, work.one(_LETTER, {"which": letter.id})) if ours and letter is not None else b"",
    )


def _raw_of(work: Work, row: Found | None) -> bytes:
    """The bytes of that message of ours; b"" once they are purged, damaged or erased: then it is read without."""
    if row is None or row.raw is None:
        return b""
    try:
        return work.unseal(row.raw, under=row.key_name, table="outbox", row=row.id, column="raw")
    except SealBroken:
        return b""


def _by_message_id(work: Work, ids: tuple[MessageId, ...]) -> Target | None:
    if not ids:
        return None
    sent, posts = _sent(work, ids), known_posts(work, ids)
    for message_id in ids:
        row = sent.get(message_id)
        target = _by_sent_row(work, row, posts.get(message_id, [])) if row is not None else None
        if target is None:
            target = _by_post(work, posts.get(message_id, []))
        if target is not None:
            return target
    row = work.one(*_ROUND_SENT_AS(list(work.indexes(ids, "message_id"))))
    return _form(work, row, "message_id")


def _by_sent_row(work: Work, row: Found, posts: list[Found]) -> Target | None:
    """To whom we sent it says who may answer it: a mentee a form, either side a thread."""
    if row.round:
        form = work.one(select(ROUND).where(ROUND.c.id == row.round).with_for_update())
        if form is not None and form.mentee == row.to_person:
            return _form(work, form, "message_id")
    if row.pair is None:
        return None
    pair = pairs_by_id(work, [row.pair])[row.pair]
    for role in Role:
        if pair.side(role).id == row.to_person:
            post = next((one.post for one in posts if one.thread == row.thread), None)
            return _thread_target(work, pair, role, row.thread, post, "message_id", letter=row)
    return None


def _by_post(work: Work, posts: list[Found]) -> Target | None:
    """The post that is known by that id; an id that stands for several is the writers' doing and leads nowhere."""
    if len({(post.thread, post.side) for post in posts}) != 1:
        return None
    post = posts[0]
    pair = pairs_by_id(work, [post.pair])[post.pair]
    return _thread_target(work, pair, Role(post.side), post.thread, post.post, "message_id")


def _by_returned_id(work: Work, ids: tuple[MessageId, ...], *, now: datetime) -> Target | None:
    sent = _sent(work, ids)
    row = next((sent[message_id] for message_id in ids if message_id in sent), None)
    return BounceTarget(copy=sent_copy(work, row, now=now), by="message_id") if row is not None else None


def _by_reference(work: Work, reference: str) -> Target | None:
    if not reference:
        return None
    index = reference_index(work, reference)
    return _form(work, work.one(select(ROUND).where(ROUND.c.reference_index == index).with_for_update()), "reference")


def _sent(work: Work, ids: tuple[MessageId, ...]) -> dict[str, Found]:
    """The rows of the outbox that went out under those ids."""
    by_index = work.indexes(ids, "message_id")
    if not by_index:
        return {}
    return {by_index[row.message_index]: row for row in work.all(*_SENT(list(by_index)))}


def _confirmation(work: Work, index: bytes) -> ConfirmTarget | None:
    row = work.one(select(CONFIRMATION).where(CONFIRMATION.c.token_index == index).with_for_update())
    if row is None:
        return None
    return ConfirmTarget(
        confirmation=opened_confirmation(work, row),
        person=people_by_id(work, [row.person])[PersonId(row.person)],
        pair=_pair_asked_about(work, row),
        by="token",
    )


def _pair_asked_about(work: Work, row: Found) -> Pair | None:
    """The pair that the question names, while it is live; else the one that waits for an answer, or the newest."""
    if row.pair:
        work.one(_PAIR_LOCKED, {"pair": row.pair})  # both sides may answer at the same moment
        asked = pairs_by_id(work, [row.pair])[row.pair]
        return asked if asked.state is PairState.LIVE else None
    pairs = open_pairs_of(work, [row.person])
    waiting = [pair for pair in pairs if pair.state is PairState.PROPOSED]
    return next(iter((*waiting, *pairs)), None)
