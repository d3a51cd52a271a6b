"""A message that is not believed is held, and the registered person is asked at the registered address."""

from __future__ import annotations

from mailbot.decide.case import Case, ends
from mailbot.decide.notices import local_time, notice
from mailbot.decide.strange_tokens import is_strange
from mailbot.decide.trust import Trust
from mailbot.model.effect import AskBack, Disposition, Effect, HoldForReview, InboxState, Kind, NoteAutomaticAnswer
from mailbot.model.ids import AddressId, ConfirmationId, Token
from mailbot.model.people import ConfirmationPurpose, Participant
from mailbot.wording.letters import Challenge

MAX_CHALLENGES = 20  # a day, From address and person: a flood of forgeries must not become a flood of questions


def hold_and_ask(case: Case, expected: Participant, trust: Trust, kind: Kind) -> Disposition:
    """Held until the registered person says whose it is; nothing is lost and nothing is revealed."""
    held = HoldForReview(inbox=case.context.inbox, reason=trust.value)
    asked: tuple[Effect, ...] = ()
    where = _where_to_ask(case, expected)
    if where is not None and max(case.context.automatic_answers, case.context.asked_last_day) < MAX_CHALLENGES:
        asked = _ask_whose(case, expected, where, trust)
    return ends(kind, trust.value, held, *asked, state=InboxState.HELD)


def _where_to_ask(case: Case, expected: Participant) -> tuple[str, AddressId] | None:
    """The registered address. One that bounced until it was suppressed is asked when it writes: it works again."""
    if expected.address is not None and expected.address_id is not None:
        return expected.address, expected.address_id
    sender = case.message.sender
    if sender is not None and sender.key == expected.invite_address.lower():
        return expected.invite_address, expected.invite_address_id
    return None


def _ask_whose(case: Case, expected: Participant, where: tuple[str, AddressId], trust: Trust) -> tuple[Effect, ...]:
    """The question, the token that its answer comes to, and a mark against the address that caused it.

    No mark for a guess: those are counted by themselves, and a guess at nobody's token must not count otherwise.
    """
    token = Token(case.desk.mint.token())
    letter = Challenge(
        about=case.about,
        received_at=local_time(case.context.received_at, expected, case.programme),
        size_bytes=case.message.size_bytes,
        why=trust.value,
    )
    ask = AskBack(
        confirmation=ConfirmationId(case.desk.mint.row_id()),
        token=token,
        purpose=ConfirmationPurpose.RELEASE,
        person=expected.id,
        address_id=where[1],
        asked_at=case.desk.now,
        inbox=case.context.inbox,
    )
    event = f"{case.event}:{ask.confirmation}"  # a replayed message asks anew
    asked = notice(case.desk, case.programme, expected, letter, event=event, proxy=("c", token), address=where)
    if case.message.sender is None or is_strange(case.message, case.context):
        return (ask, asked)
    return (ask, asked, NoteAutomaticAnswer(address=case.message.sender.key, at=case.desk.now))
