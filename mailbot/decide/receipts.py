"""What a mentee is told of their reply: what was understood, what is asked back, and what was kept back and why."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from mailbot.decide.answer_screening import Sifted
from mailbot.decide.case import Case
from mailbot.decide.copies import copied_to
from mailbot.decide.merging import Standing
from mailbot.decide.notices import GateClosed, Guard
from mailbot.decide.screening import BODY, Sighting, foreign_tokens
from mailbot.decide.withholding import until_on
from mailbot.message.file_kinds import files_of
from mailbot.model.answer import Answer, AnswerState
from mailbot.model.context import FormTarget
from mailbot.model.effect import QueueMessage
from mailbot.model.programme import Role
from mailbot.wording.answer_lines import answer_lines
from mailbot.wording.letters import AnswerLine, Finding, KeptBack, Letter, Receipt

_STANDS = (AnswerState.ANSWERED, AnswerState.UNCLEAR)


def receipt(case: Case, target: FormTarget, standing: Standing, sifted: Sifted, *, passed_on: bool) -> QueueMessage:
    """The queued receipt; a reply to it corrects the answers of the round."""
    letter = receipt_letter(case, target, standing, sifted, passed_on=passed_on)
    return repeating(case, target, letter, replace(letter, lines=(), unplaced=""))


def repeating(case: Case, target: FormTarget, letter: Letter, without: Letter) -> QueueMessage:
    """A letter to the mentee that repeats their own words; without these when an address that they hold is secret."""
    pair = target.pair
    others = (pair.mentor.identity, *pair.others)
    tokens = tuple(token for token in foreign_tokens(case, pair, Role.MENTEE) if token != target.round.token)
    guard = Guard(forbidden=tuple(replace(one, names=(), domains=()) for one in others), foreign_tokens=tokens)
    proxy = ("f", target.round.token)
    try:
        return case.reply(pair.mentee, letter, proxy=proxy, round_id=target.round.id, guard=guard)
    except GateClosed:
        return case.reply(pair.mentee, without, proxy=proxy, round_id=target.round.id)


def receipt_letter(case: Case, target: FormTarget, standing: Standing, sifted: Sifted, *, passed_on: bool) -> Receipt:
    """What was understood, question by question; an unclear one shows what was seen of it, one kept back nothing."""
    seen: dict[str, Answer] = {answer.question: answer for answer in (*standing.current, *standing.asked)}
    questions = target.round.sheet.questions
    lines = answer_lines(
        questions, tuple(seen[question.id] for question in questions), asked_more=standing.answered_before
    )
    patient = any(one.patient for one in sifted.held)
    return Receipt(
        about=case.about,
        round_number=target.round.number,
        lines=lines,
        reference=target.round.sheet.reference,
        unplaced=sifted.unplaced,
        corrected=not standing.first,
        passed_on=passed_on,
        kept_back=_kept_back(lines, sifted.held),
        until_on=until_on(case, target.pair.mentee, patient=patient) if sifted.held else None,
        patient=patient,
        firm=all_firm(sifted.held),
        insisted=case.context.insisted,
        attachments=len(files_of(case.message.parts)),
        copied=copied_to(case, target.pair.mentee),
    )


def all_firm(held: tuple[Sighting, ...]) -> bool:
    """Whether SEND would release none of these places."""
    by_place = groupby(sorted(held, key=_place), key=_place)
    return bool(held) and all(any(one.firm for one in found) for _, found in by_place)


def _place(one: Sighting) -> str:
    return one.where


def _kept_back(lines: tuple[AnswerLine, ...], held: tuple[Sighting, ...]) -> tuple[KeptBack, ...]:
    """In the form's order, and what was written outside the questions last."""
    known = {line.question: line for line in lines}
    places = [line.question for line in lines if any(one.where == line.question for one in held)]
    outside = [one for one in held if one.where not in known]
    told = [_of_question(known[place], held) for place in places]
    if outside:
        told.append(KeptBack(number=0, ask="", findings=_each_once(outside)))
    return tuple(told)


def _of_question(line: AnswerLine, held: tuple[Sighting, ...]) -> KeptBack:
    findings = _each_once([one for one in held if one.where == line.question])
    return KeptBack(number=line.number, ask="" if line.state in _STANDS else line.ask, findings=findings)


def _each_once(held: list[Sighting]) -> tuple[Finding, ...]:
    """Without the values: what stands in a receipt comes back in the answers to it."""
    return tuple(dict.fromkeys(replace(one.finding, value="", where=BODY) for one in held))
