"""Questions to a person about themselves: will you take part, is this address yours?"""

from __future__ import annotations

from mailbot.decide.desk import Desk
from mailbot.decide.notices import notice
from mailbot.model.effect import AskBack, Effect
from mailbot.model.ids import AddressId, ConfirmationId, Token
from mailbot.model.people import ConfirmationPurpose, Participant
from mailbot.model.programme import Programme
from mailbot.wording.dates import every
from mailbot.wording.letters import About, AddressNew, AddressOld, Invitation, Letter, PairOffer


def invitation(programme: Programme, person: Participant) -> Invitation:
    """The words of an invitation."""
    often = every(programme.cadence.every)
    return Invitation(about=About.of(programme), role=person.role, privacy=programme.privacy, every=often)


def invite(
    desk: Desk, programme: Programme, person: Participant, *, address: str = "", address_id: AddressId | None = None
) -> list[Effect]:
    """One invitation, to the address that the roster gives; nothing else is sent until ACCEPT."""
    letter = invitation(programme, person)
    to = (address or person.invite_address, address_id or person.invite_address_id)
    return _ask(desk, programme, person, letter, ConfirmationPurpose.JOIN, to, event=f"invite:{to[1]}")


def offer_pair(desk: Desk, programme: Programme, person: Participant, *, event: str) -> list[Effect]:
    """Another partner is proposed to somebody who has joined; both must accept (or the pair never opens).

    Somebody who has not joined has an invitation to answer: their ACCEPT is for every pair that waits for it.
    """
    if person.address is None or person.address_id is None:
        return []
    letter = PairOffer(about=About.of(programme), role=person.role)
    return _ask(
        desk, programme, person, letter, ConfirmationPurpose.JOIN, (person.address, person.address_id), event=event
    )


def ask_about_address(
    desk: Desk, programme: Programme, person: Participant, address: str, address_id: AddressId
) -> list[Effect]:
    """The new address is asked whether it is theirs, and the old one is told."""
    about = About.of(programme)
    asked = _ask(
        desk,
        programme,
        person,
        AddressNew(about=about),
        ConfirmationPurpose.ADDRESS,
        (address, address_id),
        event=f"address:{address_id}",
    )
    if person.address is None:
        return asked
    told = notice(desk, programme, person, AddressOld(about=about), event=f"address:{address_id}", proxy=None)
    return [*asked, told]


def _ask(
    desk: Desk,
    programme: Programme,
    person: Participant,
    letter: Letter,
    purpose: ConfirmationPurpose,
    to: tuple[str, AddressId],
    *,
    event: str,
) -> list[Effect]:
    token = Token(desk.mint.token())
    return [
        AskBack(
            confirmation=ConfirmationId(desk.mint.row_id()),
            token=token,
            purpose=purpose,
            person=person.id,
            address_id=to[1],
            asked_at=desk.now,
        ),
        notice(desk, programme, person, letter, event=event, proxy=("c", token), address=to),
    ]
