"""A round's answers for the mentor: a packet that starts a thread, and later only what changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mailbot.decide.case import Case
from mailbot.decide.introductions import partner_name
from mailbot.decide.merging import Standing
from mailbot.decide.outgoing import Note, list_id_of, own_words, queue, to_participant
from mailbot.decide.releasing import release_at
from mailbot.decide.screening import Screen, forbidden, foreign_tokens, names_that_may_stand, screen_of
from mailbot.model.answer import Answer
from mailbot.model.context import FormTarget
from mailbot.model.effect import AppendPost, Effect, Priority, StartThread
from mailbot.model.ids import MessageId, PostId, ThreadId
from mailbot.model.outbound import Automation, Hit, Words
from mailbot.model.people import MappedReference
from mailbot.model.programme import Role
from mailbot.wording.answer_lines import packet, packet_update
from mailbot.wording.forms import packet_thread_subject
from mailbot.wording.letters import Letter, Packet, PacketUpdate


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """The gate did not let a packet through: what it found, and the text in which it did."""

    hits: tuple[Hit, ...]
    printed: str


def pass_to_mentor(case: Case, target: FormTarget, standing: Standing, unplaced: str) -> tuple[Effect, ...] | Withheld:
    """The rows of the packet or update, () when there is nothing to tell; or what the gate found in it."""
    clean = _Cleaner(screen_of(case, target.pair, Role.MENTEE))
    if target.round.thread is None:
        letter: Letter | None = _packet(case, target, standing, clean.text(unplaced), clean)
    else:
        letter = _update(case, target, standing, clean.text(unplaced), clean)
    if letter is None:
        return ()
    return _send(case, target, letter)


class _Cleaner:
    """Takes names out of answers before the mentor sees them, and masks where the programme does."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def text(self, words: str) -> str:
        return self._screen.shown(words)

    def answers(self, answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
        return tuple(
            replace(answer, text=self.text(answer.text), items=tuple(self.text(item) for item in answer.items))
            for answer in answers
        )


def _packet(case: Case, target: FormTarget, standing: Standing, unplaced: str, clean: _Cleaner) -> Packet:
    return packet(
        case.about,
        target.pair.word,
        target.round.number,
        target.round.sheet.questions,
        clean.answers(standing.current),
        previous=clean.answers(target.round.previous),
        unplaced=unplaced,
    )


def _update(case: Case, target: FormTarget, standing: Standing, unplaced: str, clean: _Cleaner) -> PacketUpdate | None:
    letter = packet_update(
        case.about,
        target.pair.word,
        target.round.number,
        questions=target.round.sheet.questions,
        before=clean.answers(target.round.answers),
        now=clean.answers(standing.current),
        unplaced=unplaced,
    )
    return letter if letter.changes or unplaced.strip() else None


def _send(case: Case, target: FormTarget, letter: Letter) -> tuple[Effect, ...] | Withheld:
    desk = case.desk
    words = desk.wording.words(letter, _language(case, target))
    thread = target.round.thread or ThreadId(desk.mint.row_id())
    outgoing = MessageId(desk.mint.message_id(desk.service.relay_domain))
    queued = queue(desk, _note(case, target, letter, words, (thread, outgoing)))
    if isinstance(queued, tuple):
        return Withheld(hits=queued, printed=words.text)
    return (*_thread_rows(case, target, thread, words, outgoing), queued)


def _language(case: Case, target: FormTarget) -> str:
    return target.pair.mentor.language or case.programme.language


def _note(case: Case, target: FormTarget, letter: Letter, words: Words, minted: tuple[ThreadId, MessageId]) -> Note:
    """The packet as the mentor gets it; an update answers the packet that it is about."""
    pair, current = target.pair, target.round
    thread, outgoing = minted
    to_address, to_person, to_address_id = to_participant(pair.mentor)
    answered = current.packet_message_id if current.thread is not None else None
    return Note(
        event=case.event,
        letter=letter,
        words=words,
        to_address=to_address,
        to_person=to_person,
        to_address_id=to_address_id,
        from_name=partner_name(pair, Role.MENTOR),
        proxy=("t", pair.mentor_token),
        language=_language(case, target),
        automation=Automation.GENERATED,
        author=pair.mentee.id,
        own=(*own_words(case.about), *names_that_may_stand(case.programme, pair)),
        forbidden=forbidden(case.programme, pair, Role.MENTEE),
        foreign_tokens=(*foreign_tokens(case, pair, Role.MENTOR), current.token),
        message_id=outgoing,
        in_reply_to=answered,
        references=(answered,) if answered is not None else (),
        list_id=list_id_of(case.desk.service, case.programme),
        unsubscribe=True,
        priority=Priority.POST,
        not_before=release_at(case.programme, case.desk),
        thread=thread,
    )


def _thread_rows(
    case: Case, target: FormTarget, thread: ThreadId, words: Words, outgoing: MessageId
) -> tuple[Effect, ...]:
    """The thread that the mentor's reply belongs to; the mentee's side knows it by their own reply to the form."""
    author, round_id = target.pair.mentee.id, target.round.id
    post = AppendPost(
        post=PostId(case.desk.mint.row_id()),
        thread=thread,
        author=author,
        inbox=case.context.inbox,
        text=words.text,
        reference=MappedReference(mentee_side=case.message.message_id, mentor_side=outgoing),
    )
    if target.round.thread is not None:
        return (post,)
    started = StartThread(
        thread=thread,
        pair=target.pair.id,
        author=author,
        subject=packet_thread_subject(target.round.number),
        round=round_id,
    )
    return (started, post)
