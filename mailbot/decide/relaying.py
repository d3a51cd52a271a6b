"""A post from one side of a pair to the other: composed anew out of its new words, never forwarded.

To: mentoring+t-<mentee's token>@ours          From: Your mentee Heron <mentoring+t-<mentor's token>@ours>
From: Jane Doe <jane@hospital.example>    -->  Message-ID: <fresh@ours>; In-Reply-To: as the mentor's client knows it
Message-ID: <...@hospital.example>             one text, and HTML that we made of it
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from mailbot.anonymity.scrub import scrubbed
from mailbot.decide.case import Case, ends
from mailbot.decide.commands import command_in
from mailbot.decide.desk import Desk
from mailbot.decide.holding import hold_and_ask
from mailbot.decide.introductions import partner_name
from mailbot.decide.outgoing import Note, list_id_of, own_words, queue, to_participant
from mailbot.decide.requests import CONVERSATION_COMMANDS, carry_out, not_from_one_who_left
from mailbot.decide.subjects import typed_subject
from mailbot.decide.trust import Trust, has_left, trust_in
from mailbot.decide.unread import unread_words
from mailbot.model.context import InboundContext, ThreadTarget
from mailbot.model.effect import (
    AppendPost,
    Disposition,
    Effect,
    HoldForReview,
    InboxState,
    Kind,
    Priority,
    StartThread,
)
from mailbot.model.ids import MessageId, PostId, ThreadId
from mailbot.model.inbound import InboundMessage
from mailbot.model.outbound import Automation, Hit
from mailbot.model.people import MappedReference, PairState, Participant, Thread
from mailbot.model.programme import Role
from mailbot.reading.folding import squared
from mailbot.reading.post_passages import Passage, as_letter
from mailbot.reading.posts import passages
from mailbot.wording.letters import About, ClosedPair, Finding, HeldPost, LeftOut, Post, Unreadable
from mailbot.wording.render import Wording


def relay(message: InboundMessage, context: InboundContext, target: ThreadTarget, desk: Desk) -> Disposition:
    """The post goes to the other side, or its writer is told why not."""
    writer, programme = target.pair.side(target.side), desk.programme(target.pair.programme)
    if programme is None:
        return ends(Kind.POST, "programme_gone", state=InboxState.HELD)
    case = Case(message=message, context=context, programme=programme, desk=desk)
    trust = trust_in(message, context, writer, desk.service)
    if trust is not Trust.BELIEVED:
        return hold_and_ask(case, writer, trust, Kind.POST)
    if message.unreadable:
        letter = Unreadable(about=case.about, why=message.unreadable)
        told = case.reply(writer, letter, proxy=("t", target.pair.token(target.side)))
        return ends(Kind.UNREADABLE, message.unreadable, told, state=InboxState.REFUSED, author=writer.id)
    return _read(case, target, writer)


def _read(case: Case, target: ThreadTarget, writer: Participant) -> Disposition:
    """A believed writer's message: a command, nothing new, or words for the other side."""
    own = ("t", target.pair.token(target.side))
    found = passages(case.message.bodies, target.parent, (_below(case, target),), case.names_of(writer))
    words = "\n\n".join(passage.words for passage in found)
    command = command_in(words, case.message.subject, new_subject=target.thread is None)
    if command in CONVERSATION_COMMANDS:
        return carry_out(case, writer, command, pairs=case.context.pairs, proxy=own)
    if has_left(writer):
        return not_from_one_who_left(case, writer, Kind.POST, proxy=own)
    if target.pair.state is not PairState.LIVE or not target.pair.side(target.side.other).may_receive:
        begun = target.pair.state is not PairState.PROPOSED
        letter = ClosedPair(about=case.about, partner=partner_name(target.pair, target.side), begun=begun)
        told = case.reply(writer, letter, proxy=own)
        return ends(Kind.POST, "pair_not_open", told, state=InboxState.REFUSED, author=writer.id)
    if not words.strip():
        letter_empty = unread_words(case, words) or Unreadable(about=case.about, why="empty")
        return ends(Kind.POST, "no_new_words", case.reply(writer, letter_empty, proxy=own), author=writer.id)
    return replace(pass_on(case, target, _letter(found, target.parent)), new_text=words)


def _letter(found: tuple[Passage, ...], parent: str) -> str:
    """The new words, each below what it answers of the partner's own; what stands below our footer answers nothing."""
    said = squared(parent)
    return as_letter(tuple(one if squared(one.answers) in said else replace(one, answers="") for one in found))


def _below(case: Case, target: ThreadTarget) -> str:
    """Our footer, as the writer had it below the message that is answered: it is quoted too, often without marks."""
    language = target.pair.side(target.side).language or case.programme.language
    partner = partner_name(target.pair, target.side)
    return _footer(case.desk.wording, case.about, target.side, partner, language)


@lru_cache(maxsize=512)
def _footer(wording: Wording, about: About, reader: Role, partner: str, language: str) -> str:
    """What stands below every post to that reader; nobody's words are in it, so it may be kept."""
    return wording.text(Post(about=about, reader=reader, partner=partner, text=""), language)


def pass_on(case: Case, target: ThreadTarget, words: str) -> Disposition:
    """The words go to the other side, unless the gate finds somebody in them."""
    pair, side, desk = target.pair, target.side, case.desk
    writer = pair.side(side)
    replacements = ((writer.identity, _word_for(target)), (pair.side(side.other).identity, _word_for_reader(target)))
    thread = target.thread or Thread(
        id=ThreadId(desk.mint.row_id()), pair=pair.id, subject=typed_subject(case.message.subject, replacements)
    )
    text = scrubbed(words, replacements)
    outgoing = MessageId(desk.mint.message_id(desk.service.relay_domain))
    queued = queue(desk, _note(case, target, thread, text, outgoing))
    if isinstance(queued, tuple):
        return _held(case, target, queued)
    rows = _rows(case, target, thread, text, outgoing)
    return ends(Kind.POST, "relayed", *rows, queued, *_told_what_was_left_out(case, target), author=writer.id)


def _note(case: Case, target: ThreadTarget, thread: Thread, text: str, outgoing: MessageId) -> Note:
    """The post as the reader gets it: nothing of the incoming message but its words and its place in the thread."""
    pair, side = target.pair, target.side
    reader, partner = pair.side(side.other), partner_name(pair, side.other)
    to_address, to_person, to_address_id = to_participant(reader)
    answered = _answered(case.message, thread, side)
    return Note(
        event=case.event,
        letter=Post(
            about=case.about,
            reader=side.other,
            partner=partner,
            text=text,
            subject=thread.subject,
            attachments_left_out=len(case.message.parts),
        ),
        to_address=to_address,
        to_person=to_person,
        to_address_id=to_address_id,
        from_name=partner,
        proxy=("t", pair.token(side.other)),
        language=reader.language or case.programme.language,
        automation=Automation.NONE,
        author=pair.side(side).id,
        own=own_words(case.about),
        forbidden=(pair.side(side).identity, *pair.others),
        foreign_tokens=(pair.token(side),),
        message_id=outgoing,
        in_reply_to=answered,
        references=_references(thread, side.other, answered),
        list_id=list_id_of(case.desk.service, case.programme),
        priority=Priority.POST,
        thread=thread.id,
    )


def _rows(case: Case, target: ThreadTarget, thread: Thread, text: str, outgoing: MessageId) -> tuple[Effect, ...]:
    """The post in its thread, and the thread itself when this begins it."""
    author = target.pair.side(target.side).id
    post = AppendPost(
        post=PostId(case.desk.mint.row_id()),
        thread=thread.id,
        author=author,
        inbox=case.context.inbox,
        text=text,
        reference=_mapped(target.side, case.message.message_id, outgoing),
    )
    if target.thread is not None:
        return (post,)
    return (StartThread(thread=thread.id, pair=target.pair.id, author=author, subject=thread.subject), post)


def _told_what_was_left_out(case: Case, target: ThreadTarget) -> tuple[Effect, ...]:
    pair, side = target.pair, target.side
    if not case.message.parts:
        return ()
    letter = LeftOut(about=case.about, partner=partner_name(pair, side), attachments=len(case.message.parts))
    return (case.reply(pair.side(side), letter, proxy=("t", pair.token(side))),)


def _held(case: Case, target: ThreadTarget, hits: tuple[Hit, ...]) -> Disposition:
    """The gate found somebody: the writer is asked to take it out and send again; the words stay sealed with us."""
    writer = target.pair.side(target.side)
    findings = tuple(dict.fromkeys(Finding(kind=hit.kind, where=hit.where, line=None) for hit in hits))
    letter = HeldPost(about=case.about, partner=partner_name(target.pair, target.side), findings=findings)
    again = f"{case.event}:{case.desk.mint.row_id()}"
    told = case.reply(writer, letter, proxy=("t", target.pair.token(target.side)), event=again)
    held = HoldForReview(inbox=case.context.inbox, reason="identifiers_found")
    decided = ends(Kind.POST, "identifiers_found", held, told, state=InboxState.HELD, author=writer.id)
    return replace(decided, withheld=hits)


def _word_for(target: ThreadTarget) -> str:
    """What stands where the writer named themselves."""
    return target.pair.word if target.side is Role.MENTEE else "your mentor"


def _word_for_reader(target: ThreadTarget) -> str:
    """What stands where the writer named the reader, whose name they should not know."""
    return "my mentor" if target.side is Role.MENTEE else target.pair.word


def _answered(message: InboundMessage, thread: Thread, side: Role) -> MessageId | None:
    """The reader's own copy of the message that this one answers; None in a new conversation."""
    by_writer = {ref.known_to(side): ref.known_to(side.other) for ref in thread.references}
    for cited in (*message.in_reply_to, *reversed(message.references)):
        if by_writer.get(cited) is not None:
            return by_writer[cited]
    return next((ref.known_to(side.other) for ref in reversed(thread.references) if ref.known_to(side.other)), None)


def _references(thread: Thread, reader: Role, answered: MessageId | None) -> tuple[MessageId, ...]:
    """The thread as the reader's client knows it, oldest first, ending with what is answered (RFC 5322 3.6.4)."""
    known = [ref.known_to(reader) for ref in thread.references]
    ids = [identifier for identifier in known if identifier is not None and identifier != answered][-20:]
    return (*ids, answered) if answered is not None else tuple(ids)


def _mapped(side: Role, incoming: MessageId | None, outgoing: MessageId) -> MappedReference:
    if side is Role.MENTEE:
        return MappedReference(mentee_side=incoming, mentor_side=outgoing)
    return MappedReference(mentee_side=outgoing, mentor_side=incoming)
