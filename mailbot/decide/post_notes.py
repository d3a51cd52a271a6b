"""A post as its reader gets it, and its rows in the thread: nothing of the incoming message but words and place."""

from __future__ import annotations

from mailbot.decide.case import Case
from mailbot.decide.enclosures import Enclosed
from mailbot.decide.introductions import partner_name
from mailbot.decide.outgoing import Note, list_id_of, own_words, to_participant
from mailbot.decide.releasing import release_at
from mailbot.decide.screening import forbidden, foreign_tokens, names_that_may_stand
from mailbot.model.context import ThreadTarget
from mailbot.model.effect import AppendPost, Effect, Priority, StartThread
from mailbot.model.ids import MessageId, PostId
from mailbot.model.inbound import InboundMessage
from mailbot.model.outbound import Automation
from mailbot.model.people import MappedReference, Thread
from mailbot.model.programme import Role
from mailbot.wording.letters import Post


def post_note(
    case: Case, target: ThreadTarget, thread: Thread, text: str, files: Enclosed, outgoing: MessageId
) -> Note:
    """All that goes to the reader, with its words as they stand there."""
    pair, side = target.pair, target.side
    reader, partner = pair.side(side.other), partner_name(pair, side.other)
    to_address, to_person, to_address_id = to_participant(reader)
    answered = _answered(case.message, thread, side)
    language = reader.language or case.programme.language
    letter = _letter(case, side.other, partner, thread, text, files)
    return Note(
        event=case.event,
        letter=letter,
        words=case.desk.wording.words(letter, language),
        to_address=to_address,
        to_person=to_person,
        to_address_id=to_address_id,
        from_name=partner,
        proxy=("t", pair.token(side.other)),
        language=language,
        automation=Automation.NONE,
        author=pair.side(side).id,
        own=(*own_words(case.about), *names_that_may_stand(case.programme, pair)),
        forbidden=forbidden(case.programme, pair, side),
        foreign_tokens=foreign_tokens(case, pair, side.other),
        message_id=outgoing,
        in_reply_to=answered,
        references=_references(thread, side.other, answered),
        list_id=list_id_of(case.desk.service, case.programme),
        priority=Priority.POST,
        not_before=release_at(case.programme, case.desk),
        thread=thread.id,
        attachments=files.kept,
    )


def _letter(case: Case, reader: Role, partner: str, thread: Thread, text: str, files: Enclosed) -> Post:
    return Post(
        about=case.about,
        reader=reader,
        partner=partner,
        text=text,
        subject=thread.subject,
        attachments_left_out=len(files.refused),
    )


def post_rows(case: Case, target: ThreadTarget, thread: Thread, text: str, outgoing: MessageId) -> tuple[Effect, ...]:
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
