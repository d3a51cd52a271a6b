"""A reply to a form: its answers are stored, the mentee gets a receipt, the mentor a packet or what changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mailbot.decide.answer_screening import Sifted
from mailbot.decide.asked import asked
from mailbot.decide.case import Case, ends
from mailbot.decide.commands import command_in
from mailbot.decide.desk import Desk
from mailbot.decide.holding import hold_and_ask
from mailbot.decide.merging import merged
from mailbot.decide.posting import pass_on
from mailbot.decide.receipts import receipt_letter, repeating
from mailbot.decide.recording import record
from mailbot.decide.screening import BODY, screen_of
from mailbot.decide.settling import own_waiting
from mailbot.decide.trust import Trust, trust_in
from mailbot.decide.unread import unread_answers
from mailbot.message.parse import parse
from mailbot.model.answer import Reading
from mailbot.model.context import FormTarget, InboundContext, ThreadTarget
from mailbot.model.effect import Disposition, InboxState, Kind
from mailbot.model.form import FormSheet
from mailbot.model.inbound import InboundMessage
from mailbot.model.people import PairState
from mailbot.model.programme import Role
from mailbot.model.withheld import UNPLACED
from mailbot.reading.answers import read_reply
from mailbot.reading.post_passages import Passage
from mailbot.reading.posts import new_words
from mailbot.wording.forms import sheet_of_receipt
from mailbot.wording.letters import NothingFound, Unreadable


def answer_form(message: InboundMessage, context: InboundContext, target: FormTarget, desk: Desk) -> Disposition:
    """The answers of one reply, and everybody told who should be."""
    mentee, programme = target.pair.mentee, desk.programme(target.pair.programme)
    if programme is None:
        return ends(Kind.FORM_REPLY, "programme_gone", state=InboxState.HELD)
    case = Case(message=message, context=context, programme=programme, desk=desk)
    trust = trust_in(message, context, mentee, desk.service)
    if trust is not Trust.BELIEVED:
        return hold_and_ask(case, mentee, trust, Kind.FORM_REPLY)
    proxy = ("f", target.round.token)
    if message.unreadable:
        told = case.reply(mentee, Unreadable(about=case.about, why=message.unreadable), proxy=proxy)
        return ends(Kind.UNREADABLE, message.unreadable, told, state=InboxState.REFUSED, author=mentee.id)
    return _read(case, target)


def _read(case: Case, target: FormTarget) -> Disposition:
    """A believed mentee's message: a command, answers, a letter, or nothing."""
    mentee, message = target.pair.mentee, case.message
    names = case.names_of(mentee)
    earlier = (_printed(target),) if target.answered_raw else ()
    parent = "\n".join(target.round.sheet.lines)
    words = new_words(message.bodies, parent=parent, earlier=earlier, writer_names=names)
    command = command_in(words, message.subject, new_subject=True)
    reading = _reading(case, target, names)
    if _is_an_answer(words, reading):
        command, words = None, ""
    if (done := asked(case, target, command, words)) is not None:
        return done
    if (unread := unread_answers(case, reading)) is not None:
        return _unread(case, target, unread)  # without the reading, in which all of it would stand as left empty
    if not reading.has_answers and not reading.unplaced.strip():
        return replace(_nothing(case, target), reading=reading)
    if not any(answer.text for answer in reading.answers):
        letter = words if set(reading.unplaced.split()) <= set(words.split()) else reading.unplaced
        return replace(_only_words(case, target, letter), reading=reading, new_text=letter)
    return record(case, target, reading)


def _is_an_answer(words: str, reading: Reading) -> bool:
    """Whether the word stands where an answer goes: "Help" can be what somebody needs most."""
    first = next((line.strip() for line in words.splitlines() if line.strip()), "")
    return bool(first) and any(answer.text.strip().partition("\n")[0] == first for answer in reading.answers)


def _reading(case: Case, target: FormTarget, names: tuple[str, ...]) -> Reading:
    """The reply read against what it answers; on a second reading, against that which the first was read against."""
    bodies, own = case.message.bodies, own_waiting(case)
    readings = (read_reply(sheet, bodies, writer_names=names) for sheet in _sheets(case, target))
    first = next(readings)
    if own is None or _speaks_of(first, own.places):
        return first
    return next((one for one in readings if _speaks_of(one, own.places)), first)


def _speaks_of(reading: Reading, places: tuple[str, ...]) -> bool:
    said = {answer.question for answer in reading.answers if answer.text}
    return said.union((UNPLACED,) if reading.unplaced.strip() else ()).issuperset(places)


def _sheets(case: Case, target: FormTarget) -> Iterator[FormSheet]:
    """What the reply can be read against, the likeliest first: the form, or the later email about it."""
    sheet = target.round.sheet
    if target.answered_raw:
        yield sheet_of_receipt(sheet, tuple(_printed(target).split("\n")))
    elif not target.round.answers or target.round.message_id in case.message.in_reply_to:
        yield sheet
    else:
        if case.context.insisted:
            yield sheet
        yield _as_today(case, target)


def _printed(target: FormTarget) -> str:
    """The later email about the form that is answered, as it was sent."""
    return "\n".join(line.text for line in parse(target.answered_raw).bodies.plain)


def _as_today(case: Case, target: FormTarget) -> FormSheet:
    """The receipt's bytes are gone, or it is not said what is answered: the receipt as it would be today."""
    sheet = target.round.sheet
    standing = replace(merged(target.round.answers, (), sheet.questions), answered_before=frozenset())
    letter = receipt_letter(case, target, standing, Sifted(answers=(), unplaced=""), passed_on=True)
    text = case.desk.wording.text(letter, target.pair.mentee.language or case.programme.language)
    return sheet_of_receipt(sheet, tuple(text.splitlines()))


def _unread(case: Case, target: FormTarget, letter: Unreadable) -> Disposition:
    """The answers are where we cannot read them: nothing is counted as left empty."""
    told = case.reply(target.pair.mentee, letter, proxy=("f", target.round.token))
    reason = "attachment" if letter.why == "attachment" else letter.why
    return ends(Kind.UNREADABLE, reason, told, state=InboxState.REFUSED, author=target.pair.mentee.id)


def _nothing(case: Case, target: FormTarget) -> Disposition:
    """The form came back untouched."""
    letter = NothingFound(about=case.about, round_number=target.round.number, reference=target.round.sheet.reference)
    told = case.reply(target.pair.mentee, letter, proxy=("f", target.round.token), round_id=target.round.id)
    return ends(Kind.FORM_REPLY, "nothing_found", told, author=target.pair.mentee.id)


def _only_words(case: Case, target: FormTarget, words: str) -> Disposition:
    """A letter instead of answers ("no time this week"): the mentor gets it, the mentee is shown how to answer."""
    letter = NothingFound(
        about=case.about,
        round_number=target.round.number,
        reference=target.round.sheet.reference,
        unplaced=words if _may_be_repeated(case, target, words) else "",
    )
    told = repeating(case, target, letter, replace(letter, unplaced=""))
    to_mentor = ThreadTarget(pair=target.pair, side=Role.MENTEE, thread=None, by=target.by)
    if target.pair.state is not PairState.LIVE or not target.pair.mentor.may_receive:
        return ends(Kind.FORM_REPLY, "only_words", told, author=target.pair.mentee.id)
    passed = pass_on(case, to_mentor, (Passage(answers="", words=words),))
    if passed.kind is Kind.AUTO_REPLY:
        return passed
    if passed.state is InboxState.HELD:
        return replace(passed, kind=Kind.FORM_REPLY)
    effects = passed.effects if case.context.insisted else (*passed.effects, told)
    return replace(passed, kind=Kind.FORM_REPLY, reason="only_words", effects=effects)


def _may_be_repeated(case: Case, target: FormTarget, words: str) -> bool:
    """Whether a letter of ours may hold them; nothing about a patient is sent back to anybody."""
    return not any(one.patient for one in screen_of(case, target.pair, Role.MENTEE).look((words,), BODY).holding)
