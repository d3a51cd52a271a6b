"""What YES, NO, ACCEPT and DECLINE bring about, for each thing that is ever asked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mailbot.decide.desk import Desk
from mailbot.decide.pairing import go_live
from mailbot.model.context import ConfirmTarget
from mailbot.model.effect import AcceptPair, ChangeAddress, ChangeMembership, ChangePair, Effect, ReleaseHeld
from mailbot.model.people import AddressState, Pair, PairState, Participant, PersonState
from mailbot.model.programme import Programme, Role
from mailbot.wording.letters import About, AddressConfirmed, Declined, Letter, Settled, Welcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The rows, the letter that says so, and the reason."""

    effects: tuple[Effect, ...]
    letter: Letter
    reason: str


def settle_join(
    target: ConfirmTarget, pairs: tuple[Pair, ...], programme: Programme, desk: Desk, *, agreed: bool
) -> Outcome:
    """A person takes part, or does not; their pairs open where the other side has accepted too."""
    person, confirmation = target.person, target.confirmation
    if not agreed:
        return _declined(person, pairs, programme, desk)
    effects: list[Effect] = []
    if person.state is not PersonState.ACTIVE:
        effects.append(ChangeMembership(person=person.id, state=PersonState.ACTIVE, at=desk.now))
    if person.address_id != confirmation.address_id:
        effects.append(ChangeAddress(address_id=confirmation.address_id, state=AddressState.CONFIRMED, at=desk.now))
    for pair in pairs:
        if pair.state is PairState.PROPOSED and person.id in (pair.mentee.id, pair.mentor.id):
            effects.append(AcceptPair(pair=pair.id, role=person.role))
            if person.role.other in pair.accepted:
                effects += go_live(desk, programme, _with_address(pair, target))
    letter = Welcome(about=About.of(programme), role=person.role)
    return Outcome(effects=tuple(effects), letter=letter, reason="accepted")


def settle_release(target: ConfirmTarget, programme: Programme, desk: Desk, *, agreed: bool) -> Outcome:
    """A held message is read again as theirs, or refused; an answer from a suppressed address puts it in use again."""
    inbox = target.confirmation.inbox
    reason = "released" if agreed else "disowned"
    effects: list[Effect] = []
    if inbox is not None:
        effects.append(ReleaseHeld(inbox=inbox, refuse=not agreed, reason=reason))
    if agreed and target.person.address is None:
        address = target.confirmation.address_id
        effects.append(ChangeAddress(address_id=address, state=AddressState.CONFIRMED, at=desk.now))
    return Outcome(effects=tuple(effects), letter=Settled(about=About.of(programme), released=agreed), reason=reason)


def settle_address(target: ConfirmTarget, programme: Programme, desk: Desk, *, agreed: bool) -> Outcome:
    """The new address is used from now on, or never."""
    state = AddressState.CONFIRMED if agreed else AddressState.RETIRED
    changed = ChangeAddress(address_id=target.confirmation.address_id, state=state, at=desk.now)
    about = About.of(programme)
    letter: Letter = AddressConfirmed(about=about) if agreed else Declined(about=about)
    return Outcome(effects=(changed,), letter=letter, reason="address_confirmed" if agreed else "address_refused")


def _declined(person: Participant, pairs: tuple[Pair, ...], programme: Programme, desk: Desk) -> Outcome:
    """A NO to the programme declines it; to one more pair, only that pair."""
    effects: list[Effect] = [
        ChangePair(pair=pair.id, state=PairState.CLOSED, at=desk.now)
        for pair in pairs
        if pair.state is PairState.PROPOSED and person.id in (pair.mentee.id, pair.mentor.id)
    ]
    if person.state is PersonState.INVITED:
        effects.append(ChangeMembership(person=person.id, state=PersonState.DECLINED, at=desk.now))
    return Outcome(effects=tuple(effects), letter=Declined(about=About.of(programme)), reason="declined")


def _with_address(pair: Pair, target: ConfirmTarget) -> Pair:
    """The pair as it is once this person's address is confirmed, for the introduction that goes there."""
    joined = replace(target.person, address=target.confirmation.address, address_id=target.confirmation.address_id)
    return replace(pair, mentee=joined) if target.person.role is Role.MENTEE else replace(pair, mentor=joined)
