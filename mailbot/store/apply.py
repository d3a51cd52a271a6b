"""Effects to rows: the whole of what a decision can do, in the transaction that it is given."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import assert_never

from mailbot.model import effect as e
from mailbot.store import (
    addresses,
    answers,
    bounces,
    confirmations,
    holding,
    outbox,
    pairs,
    people,
    recalling,
    revealing,
    rounds,
    threads,
    withholding,
)
from mailbot.store.sealing import person_key
from mailbot.store.work import Work

_Going = e.AdvanceSchedule | e.PostponeSchedule | e.QueueMessage


def apply_effects(work: Work, effects: Iterable[e.Effect], *, now: datetime) -> None:
    """All of them are rows now, or none: the caller's transaction commits or not."""
    # A thread before its posts, in whatever order the decision names them.
    listed = sorted(effects, key=lambda one: not isinstance(one, e.StartThread))
    # One commit of the keyring for a whole roster, and not one for each person.
    work.keyring.prefetch((person_key(one.person) for one in listed if isinstance(one, e.Enrol)), make=True)
    for is_going_out, run in groupby(listed, key=lambda one: isinstance(one, _Going)):
        if is_going_out:
            _go_out(work, list(run), now=now)
        else:
            for one in run:
                apply_effect(work, one, now=now)
    work.forget()


def _go_out(work: Work, run: list[e.Effect], *, now: datetime) -> None:
    """The forms and messages of one run, in a few statements: their order among themselves is no matter."""
    rounds.advance(work, [one for one in run if isinstance(one, e.AdvanceSchedule)])
    rounds.postpone(work, [one for one in run if isinstance(one, e.PostponeSchedule)])
    outbox.queue(work, [one for one in run if isinstance(one, e.QueueMessage)], now=now)


def apply_effect(work: Work, effect: e.Effect, *, now: datetime) -> None:  # noqa: C901, PLR0912, PLR0915 - one arm each
    """The rows of one effect. StoreConflict when a unique key says that it was done before."""
    match effect:
        case e.QueueMessage():
            outbox.queue(work, [effect], now=now)
        case e.RecordAnswers():
            answers.record_answers(work, effect, now=now)
        case e.StartThread():
            threads.start_thread(work, effect, now=now)
        case e.AppendPost():
            threads.append_post(work, effect, now=now)
        case e.AdvanceSchedule():
            rounds.advance(work, [effect])
        case e.PostponeSchedule():
            rounds.postpone(work, [effect])
        case e.CreateEnrolment():
            rounds.create_enrolment(work, effect)
        case e.Enrol():
            people.enrol(work, effect, now=now)
        case e.UpdatePerson():
            people.update_person(work, effect, now=now)
        case e.ChangeMembership():
            people.change_membership(work, effect)
        case e.AddAddress():
            addresses.add_address(work, effect, now=now)
        case e.ChangeAddress():
            addresses.change_address(work, effect)
        case e.SuppressAddress():
            bounces.note_bounce(work, effect, now=now)
        case e.NoteAutomaticAnswer():
            addresses.note_automatic_answer(work, effect)
        case e.CreatePair():
            pairs.create_pair(work, effect, now=now)
        case e.ChangePair():
            pairs.change_pair(work, effect)
        case e.AcceptPair():
            pairs.accept_pair(work, effect, now=now)
        case e.HoldForReview():
            holding.hold(work, effect, now=now)
        case e.ReleaseHeld():
            holding.release(work, effect, now=now)
        case e.AskBack():
            confirmations.ask_back(work, effect)
        case e.SettleConfirmation():
            confirmations.settle_confirmation(work, effect)
        case e.Withhold():
            withholding.withhold(work, effect)
        case e.SettleWithheld():
            withholding.settle_withheld(work, effect)
        case e.Recall():
            recalling.recall(work, effect)
        case e.ChangeReveal():
            revealing.change_reveal(work, effect)
        case e.NoteNamesExchanged():
            revealing.note_names_exchanged(work, effect)
        case e.NoteAway():
            people.note_away(work, effect)
        case _:
            assert_never(effect)
