"""What the demo proves before it says that all is well: one pure function a promise, over collected values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mailbot.demo.checks.accounting import every_message_is_accounted_for
from mailbot.demo.checks.anonymity import nobody_is_given_away
from mailbot.demo.checks.answers import answers_as_typed_or_asked_back
from mailbot.demo.checks.confidentiality import words_stay_with_the_pair
from mailbot.demo.checks.courtesy import strangers_get_one_answer_machines_none
from mailbot.demo.checks.evidence import Evidence
from mailbot.demo.checks.forgery import the_forged_letter_is_held
from mailbot.demo.checks.forms import each_form_arrives_once
from mailbot.demo.checks.letters import each_letter_arrives_once
from mailbot.demo.checks.patience import nobody_waited_in_vain


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One broken promise: which, and every instance in plain words."""

    promise: str
    faults: tuple[str, ...]


CHECKS: dict[str, Callable[[Evidence], tuple[str, ...]]] = {
    "Nobody waited for mail in vain": nobody_waited_in_vain,
    "Each form arrived exactly once": each_form_arrives_once,
    "Each answer stands as it was typed, or was asked back": answers_as_typed_or_asked_back,
    "Each letter reached the other side once": each_letter_arrives_once,
    "Nothing gives one side away to the other": nobody_is_given_away,
    "A stranger got one answer, a machine none": strangers_get_one_answer_machines_none,
    "The forged letter was held": the_forged_letter_is_held,
    "No words outside the pair's mailboxes": words_stay_with_the_pair,
    "Every message is accounted for": every_message_is_accounted_for,
}


def findings(evidence: Evidence) -> tuple[Finding, ...]:
    """Every promise with its faults; all is well when each has none."""
    return tuple(Finding(promise=promise, faults=check(evidence)) for promise, check in CHECKS.items())
