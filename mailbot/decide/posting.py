"""The words of a post on their way to the other side: looked at, composed, and looked at once more by the gate."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mailbot.decide.case import Case, ends
from mailbot.decide.copies import copied_to, other_conversations
from mailbot.decide.enclosures import Enclosed, enclosed
from mailbot.decide.gate_sightings import gate_sightings
from mailbot.decide.introductions import partner_name
from mailbot.decide.notices import local_time
from mailbot.decide.outgoing import queue
from mailbot.decide.post_notes import post_note, post_rows
from mailbot.decide.repeated import is_said_again
from mailbot.decide.screening import BODY, SUBJECT, Look, Screen, Sighting, screen_of
from mailbot.decide.settling import replaced, settle_posts
from mailbot.decide.subjects import MAX_CHARACTERS, our_subjects, typed_subject
from mailbot.decide.withholding import hold_post
from mailbot.message.file_kinds import files_of
from mailbot.model.context import ThreadTarget
from mailbot.model.effect import Disposition, Effect, Kind
from mailbot.model.ids import MessageId, ThreadId
from mailbot.model.people import Thread
from mailbot.reading.post_passages import Passage, as_letter
from mailbot.wording.letters import LeftOut


@dataclass(frozen=True, slots=True, kw_only=True)
class _Screened:
    """A post as it may pass, and what was found in it."""

    text: str
    pieces: tuple[str, ...]  # the writer's own words in it
    subject: str
    holding: tuple[Sighting, ...]
    masked: tuple[Sighting, ...]


def pass_on(case: Case, target: ThreadTarget, found: tuple[Passage, ...]) -> Disposition:
    """The words go to the other side, or wait for their writer, who is asked."""
    screen = screen_of(case, target.pair, target.side)
    post, writer = _screened(case, target, found, screen), target.pair.side(target.side)
    if _is_a_robots(case, post.text):
        return ends(Kind.AUTO_REPLY, "repeated_words", author=writer.id)  # two robots come to an end
    files = enclosed(case, screen)
    thread = target.thread or Thread(
        id=ThreadId(case.desk.mint.row_id()), pair=target.pair.id, subject=post.subject[:MAX_CHARACTERS]
    )
    outgoing = MessageId(case.desk.mint.message_id(case.desk.service.relay_domain))
    note = post_note(case, target, thread, post.text, files, outgoing)
    queued = queue(case.desk, note)
    hits = queued if isinstance(queued, tuple) else ()
    printed = note.words.text if note.words is not None else ""
    holding = (*post.holding, *gate_sightings(hits, printed=printed, pieces=post.pieces))
    if isinstance(queued, tuple) or holding:
        held = hold_post(case, target, holding)
        return replace(held, withheld=tuple(one.hit for one in (*holding, *post.masked)))
    rows = post_rows(case, target, thread, post.text, outgoing)
    settled = settle_posts(case)
    relayed = ends(
        Kind.POST,
        "relayed",
        *rows,
        queued,
        *settled,
        *_told(case, target, files, masked=bool(post.masked)),
        author=writer.id,
    )
    return replace(relayed, withheld=tuple(one.hit for one in post.masked))


def _is_a_robots(case: Case, text: str) -> bool:
    """Whether these are the same words once more; not where files hang on them, or a person has spoken for them."""
    spoken_for = case.context.released or case.context.insisted or bool(files_of(case.message.parts))
    return not spoken_for and is_said_again(text, case.context)


def _screened(case: Case, target: ThreadTarget, found: tuple[Passage, ...], screen: Screen) -> _Screened:
    """The post's words, and the subject where it begins a conversation."""
    body = screen.look(tuple(passage.words for passage in found), BODY)
    passages = (replace(passage, words=text) for passage, text in zip(found, body.texts, strict=True))
    typed = _subject(case, target)
    subject = screen.look((typed,), SUBJECT) if typed else Look(texts=("",))
    return _Screened(
        text=as_letter(tuple(_quoted(screen, passage) for passage in passages)),
        pieces=body.texts,
        subject=subject.texts[0],
        holding=(*(replace(one, line=None) for one in subject.holding), *body.holding),
        masked=(*(replace(one, line=None) for one in subject.masked), *body.masked),
    )


def _quoted(screen: Screen, passage: Passage) -> Passage:
    """What the reader wrote themselves stays as they wrote it, but for names that may have got into it."""
    return replace(passage, answers=screen.renamed(passage.answers)) if passage.answers else passage


def _subject(case: Case, target: ThreadTarget) -> str:
    """What was typed for a conversation that begins here; "" where it is our own letter's, or the thread has one."""
    if target.thread is not None or any(one.answered for one in case.context.waiting):
        return ""
    typed = typed_subject(case.message.subject)
    writer = target.pair.side(target.side)
    partner, language = partner_name(target.pair, target.side), writer.language or case.programme.language
    ours = our_subjects(case.desk.wording, case.about, target.side, target.pair.word, partner, language)
    return "" if typed in ours else typed


def _told(case: Case, target: ThreadTarget, files: Enclosed, *, masked: bool) -> tuple[Effect, ...]:
    """One letter to the writer about all that did not go as they may think; none where nothing is to be said."""
    pair, side = target.pair, target.side
    writer = pair.side(side)
    copied, elsewhere = copied_to(case, writer), other_conversations(case, pair, writer)
    instead = tuple(local_time(one.asked_at, writer, case.programme).date() for one in replaced(case))
    if not (files.refused or copied or elsewhere or instead or case.context.insisted):
        return ()
    letter = LeftOut(
        about=case.about,
        partner=partner_name(pair, side),
        refused=files.refused,
        attached=len(files.kept),
        copied=copied,
        insisted=case.context.insisted,
        masked=masked,
        elsewhere=elsewhere,
        instead_of_on=next(iter(instead), None),
    )
    thread = target.thread.id if target.thread is not None else None
    return (case.reply(writer, letter, proxy=("t", pair.token(side)), thread=thread),)
