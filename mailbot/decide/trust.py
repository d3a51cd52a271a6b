"""Who wrote it: a token says which conversation, never who (notes in docs/adr/0004).

A writer is believed when the address is one confirmed for that person and the verdict of our own receiving server
does not contradict it. Without any verdict, configuration decides between believing and asking.
"""

from __future__ import annotations

from enum import StrEnum

from mailbot.model.context import ConfirmTarget, InboundContext, Service
from mailbot.model.ids import AddressId
from mailbot.model.inbound import InboundMessage, Verdict
from mailbot.model.people import ConfirmationPurpose, Participant, PersonState

ANSWERS_A_DAY = 20  # to a person whom we believe; a stranger gets one


class Trust(StrEnum):
    """Anything but BELIEVED is held, and the registered address is asked."""

    BELIEVED = "believed"
    NO_VERDICT = "no_verdict"
    CONTRADICTED = "sender_contradicted"
    FOREIGN = "foreign_address"
    NOBODY = "sender_unclear"


def trust_in(message: InboundMessage, context: InboundContext, expected: Participant, service: Service) -> Trust:
    """Whether this message may speak for that person."""
    if context.released:
        return Trust.BELIEVED
    if message.sender is None:
        return Trust.NOBODY
    if not is_theirs(message, context, expected):
        return Trust.FOREIGN
    if message.verdict is Verdict.FAIL:
        return Trust.CONTRADICTED
    if message.verdict is Verdict.PASS or context.challenged or service.without_verdict == "accept":
        return Trust.BELIEVED
    return Trust.NO_VERDICT


def is_theirs(message: InboundMessage, context: InboundContext, person: Participant) -> bool:
    """Whether it was sent from an address of that person: a confirmed one, or one that stands beside their name.

    The latter speaks only in a conversation of theirs, whose token the coordinator who listed it has never seen.
    """
    if person.id in context.confirmed_writers:
        return True
    return message.sender is not None and message.sender.key in person.second_addresses


def may_be_answered(message: InboundMessage, context: InboundContext, service: Service) -> bool:
    """Whether an unverified writer may get an automatic answer: no backscatter to a forged address."""
    limit = ANSWERS_A_DAY if context.confirmed_writers else 1
    if message.sender is None or message.verdict is Verdict.FAIL or context.automatic_answers >= limit:
        return False
    return message.verdict is Verdict.PASS or service.without_verdict == "accept"


def asked_address(target: ConfirmTarget) -> tuple[str, AddressId]:
    """Whose answer counts; a held message is asked about at the person's address of today, wherever it was before."""
    person, confirmation = target.person, target.confirmation
    if confirmation.purpose is ConfirmationPurpose.RELEASE and person.address is not None and person.address_id:
        return person.address, person.address_id
    return confirmation.address, confirmation.address_id


def has_left(person: Participant) -> bool:
    """Whether the person takes no further part."""
    return person.state in (PersonState.LEFT, PersonState.DECLINED)
