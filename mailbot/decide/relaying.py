"""A post from one side of a pair to the other: composed anew out of its new words, never forwarded.

To: mentoring+t-<mentee's token>@ours          From: Your mentee Heron <mentoring+t-<mentor's token>@ours>
From: Jane Doe <jane@hospital.example>    -->  Message-ID: <fresh@ours>; In-Reply-To: as the mentor's client knows it
Message-ID: <...@hospital.example>             one text, and HTML that we made of it
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from mailbot.decide.asked import asked
from mailbot.decide.case import Case, ends
from mailbot.decide.commands import command_in
from mailbot.decide.desk import Desk
from mailbot.decide.holding import hold_and_ask
from mailbot.decide.introductions import closed_pair, partner_name
from mailbot.decide.posting import pass_on
from mailbot.decide.trust import Trust, trust_in
from mailbot.decide.unread import unread_words
from mailbot.message.parse import parse
from mailbot.model.context import InboundContext, ThreadTarget
from mailbot.model.effect import Disposition, InboxState, Kind
from mailbot.model.inbound import InboundMessage
from mailbot.model.people import PairState, Participant
from mailbot.model.programme import Role
from mailbot.reading.folding import squared
from mailbot.reading.post_passages import Passage
from mailbot.reading.posts import passages
from mailbot.wording.letters import About, Post, Unreadable
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
    found = passages(case.message.bodies, target.parent, _earlier(case, target), case.names_of(writer))
    words = "\n\n".join(passage.words for passage in found)
    command = command_in(words, case.message.subject, new_subject=target.thread is None)
    if (done := asked(case, target, command, words)) is not None:
        return done
    if target.pair.state is not PairState.LIVE or not target.pair.side(target.side.other).may_receive:
        told = case.reply(writer, closed_pair(case.about, target.pair, target.side), proxy=own)
        return ends(Kind.POST, "pair_not_open", told, state=InboxState.REFUSED, author=writer.id)
    if not words.strip():
        letter_empty = unread_words(case, words) or Unreadable(about=case.about, why="empty")
        return ends(Kind.POST, "no_new_words", case.reply(writer, letter_empty, proxy=own), author=writer.id)
    return replace(pass_on(case, target, _in_place(found, target.parent)), new_text=words)


def _in_place(found: tuple[Passage, ...], parent: str) -> tuple[Passage, ...]:
    """The new words, each below what it answers of the partner's own; what stands below our footer answers nothing."""
    said = squared(parent)
    return tuple(one if squared(one.answers) in said else replace(one, answers="") for one in found)


def _earlier(case: Case, target: ThreadTarget) -> tuple[str, ...]:
    """What else the writer may quote, often without marks: our letter that they answer, or our footer below a post.

    The footer below a letter of ours would be known alone, and what stands above it be taken for the writer's.
    """
    if target.answered_raw:
        return ("\n".join(line.text for line in parse(target.answered_raw).bodies.plain),)
    if not target.parent:
        return ()
    language = target.pair.side(target.side).language or case.programme.language
    partner = partner_name(target.pair, target.side)
    return (_footer(case.desk.wording, case.about, target.side, partner, language),)


@lru_cache(maxsize=512)
def _footer(wording: Wording, about: About, reader: Role, partner: str, language: str) -> str:
    """What stands below every post to that reader; nobody's words are in it, so it may be kept."""
    return wording.text(Post(about=about, reader=reader, partner=partner, text=""), language)
