"""A reply to a form: its answers are stored, the mentee gets a receipt, the mentor a packet or what changed."""

from __future__ import annotations

from dataclasses import replace

from mailbot.decide.case import Case, ends
from mailbot.decide.commands import command_in
from mailbot.decide.desk import Desk
from mailbot.decide.holding import hold_and_ask
from mailbot.decide.introductions import partner_name
from mailbot.decide.merging import Standing, merged
from mailbot.decide.packets import Withheld, pass_to_mentor
from mailbot.decide.relaying import pass_on
from mailbot.decide.requests import CONVERSATION_COMMANDS, carry_out, not_from_one_who_left
from mailbot.decide.trust import Trust, has_left, trust_in
from mailbot.decide.unread import unread_answers
from mailbot.message.parse import parse
from mailbot.model.answer import Answer, Reading
from mailbot.model.context import FormTarget, InboundContext, ThreadTarget
from mailbot.model.effect import Disposition, Effect, InboxState, Kind, QueueMessage, RecordAnswers
from mailbot.model.form import FormSheet
from mailbot.model.ids import Token
from mailbot.model.inbound import InboundMessage
from mailbot.model.outbound import Hit
from mailbot.model.people import PairState
from mailbot.model.programme import Role
from mailbot.reading.answers import read_reply
from mailbot.reading.posts import new_words
from mailbot.wording.answer_lines import answer_lines
from mailbot.wording.forms import sheet_of_receipt
from mailbot.wording.letters import Finding, HeldPost, NothingFound, Receipt, Unreadable


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
    return _read(case, target, proxy)


def _read(case: Case, target: FormTarget, proxy: tuple[str, Token]) -> Disposition:
    """A believed mentee's message: a command, answers, a letter, or nothing."""
    mentee, message = target.pair.mentee, case.message
    names = case.names_of(mentee)
    words = new_words(message.bodies, parent="\n".join(target.round.sheet.lines), writer_names=names)
    command = command_in(words, message.subject, new_subject=True)
    reading = read_reply(_sheet(case, target), message.bodies, writer_names=names)
    if command in CONVERSATION_COMMANDS and not _is_an_answer(words, reading):
        return carry_out(case, mentee, command, pairs=case.context.pairs, proxy=proxy)
    if has_left(mentee):
        return not_from_one_who_left(case, mentee, Kind.FORM_REPLY, proxy=proxy)
    if (unread := unread_answers(case, reading)) is not None:
        return _unread(case, target, unread)  # without the reading, in which all of it would stand as left empty
    if not reading.has_answers and not reading.unplaced.strip():
        return replace(_nothing(case, target), reading=reading)
    if not any(answer.text for answer in reading.answers):
        letter = words if set(reading.unplaced.split()) <= set(words.split()) else reading.unplaced
        return replace(_only_words(case, target, letter), reading=reading, new_text=letter)
    return _record(case, target, reading)


def _is_an_answer(words: str, reading: Reading) -> bool:
    """Whether the word stands where an answer goes: "Help" can be what somebody needs most."""
    first = next((line.strip() for line in words.splitlines() if line.strip()), "")
    return bool(first) and any(answer.text.strip().partition("\n")[0] == first for answer in reading.answers)


def _sheet(case: Case, target: FormTarget) -> FormSheet:
    """What the reply is read against: the form, or the later email about it that was answered."""
    sheet = target.round.sheet
    if target.answered_raw:
        lines = tuple(line.text for line in parse(target.answered_raw).bodies.plain)
        return sheet_of_receipt(sheet, lines)
    if not target.round.answers or target.round.message_id in case.message.in_reply_to:
        return sheet
    # The receipt's bytes are gone, or it is not said what is answered: as the receipt would be today.
    standing = replace(merged(target.round.answers, (), sheet.questions), answered_before=frozenset())
    letter = _receipt_letter(case, target, standing, "", passed_on=True)
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
        unplaced=words,
    )
    told = case.reply(target.pair.mentee, letter, proxy=("f", target.round.token), round_id=target.round.id)
    to_mentor = ThreadTarget(pair=target.pair, side=Role.MENTEE, thread=None, by=target.by)
    if target.pair.state is not PairState.LIVE or not target.pair.mentor.may_receive:
        return ends(Kind.FORM_REPLY, "only_words", told, author=target.pair.mentee.id)
    passed = pass_on(case, to_mentor, words)
    if passed.withheld:
        return replace(passed, kind=Kind.FORM_REPLY)
    return replace(passed, kind=Kind.FORM_REPLY, reason="only_words", effects=(*passed.effects, told))


def _record(case: Case, target: FormTarget, reading: Reading) -> Disposition:
    pair, current = target.pair, target.round
    standing = merged(current.answers, reading.answers, current.sheet.questions)
    effects: list[Effect] = [
        RecordAnswers(
            round=current.id,
            author=pair.mentee.id,
            inbox=case.context.inbox,
            answers=standing.fresh,
            unplaced=reading.unplaced,
            complete=standing.is_complete,
        ),
    ]
    reason = "answers_complete" if standing.is_complete else "answers_partial"
    if standing.asked:
        reason = "answers_unclear"
    withheld: tuple[Hit, ...] = ()
    passed_on = False
    if pair.state is PairState.LIVE and pair.mentor.may_receive:
        passed = pass_to_mentor(case, target, standing, reading.unplaced)
        if isinstance(passed, Withheld):
            effects.append(_say_why(case, target, passed.hits))
            reason, withheld = "packet_withheld", passed.hits
        else:
            effects += passed
            passed_on = True
    effects.append(_receipt(case, target, standing, reading.unplaced, passed_on=passed_on))
    decided = ends(Kind.FORM_REPLY, reason, *effects, author=pair.mentee.id)
    return replace(decided, reading=reading, withheld=withheld)


def _receipt(case: Case, target: FormTarget, standing: Standing, unplaced: str, *, passed_on: bool) -> QueueMessage:
    letter = _receipt_letter(case, target, standing, unplaced, passed_on=passed_on)
    return case.reply(target.pair.mentee, letter, proxy=("f", target.round.token), round_id=target.round.id)


def _receipt_letter(case: Case, target: FormTarget, standing: Standing, unplaced: str, *, passed_on: bool) -> Receipt:
    """What was understood, question by question; an unclear one shows what was seen of it."""
    seen: dict[str, Answer] = {answer.question: answer for answer in (*standing.current, *standing.asked)}
    questions = target.round.sheet.questions
    lines = answer_lines(
        questions, tuple(seen[question.id] for question in questions), asked_more=standing.answered_before
    )
    return Receipt(
        about=case.about,
        round_number=target.round.number,
        lines=lines,
        reference=target.round.sheet.reference,
        unplaced=unplaced,
        corrected=not standing.first,
        passed_on=passed_on,
    )


def _say_why(case: Case, target: FormTarget, hits: tuple[Hit, ...]) -> QueueMessage:
    """The answers are kept, but they name somebody: the mentee is asked to say it otherwise."""
    findings = tuple(dict.fromkeys(Finding(kind=hit.kind, where=hit.where) for hit in hits))
    letter = HeldPost(about=case.about, partner=partner_name(target.pair, Role.MENTEE), findings=findings)
    return case.reply(target.pair.mentee, letter, proxy=("f", target.round.token), round_id=target.round.id)
