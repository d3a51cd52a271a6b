"""Two people and a third, whose every name is a word that nothing else in a message holds."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from mailbot.model.ids import AddressId, ParticipantId, PersonId
from mailbot.model.outbound import Identity
from mailbot.model.people import Participant, PersonState
from mailbot.model.programme import Role
from tests.decide.builders import pair, programme


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """Somebody, with the words that only they are known by."""

    who: Participant
    given: str
    family: str
    address: str
    domain: str

    @property
    def tells(self) -> tuple[str, ...]:
        """What must not be found, squeezed."""
        words = (self.given, self.family, self.address.partition("@")[0], self.domain.partition(".")[0])
        return tuple(dict.fromkeys(squeezed(word) for word in words))


def _player(role: Role, number: str, given: str, family: str, address: str, *more: str) -> Player:
    name = f"{'Dr ' if role is Role.MENTOR else ''}{given} {family}"
    domain = address.partition("@")[2]
    identity = Identity(person=PersonId(number), names=(name, *more), addresses=(address,), domains=(domain,))
    who = Participant(
        id=PersonId(number),
        programme=programme().id,
        participant=ParticipantId(number),
        role=role,
        state=PersonState.ACTIVE,
        name=name,
        address=address,
        address_id=AddressId(f"address-{number}"),
        invite_address=address,
        invite_address_id=AddressId(f"address-{number}"),
        identity=identity,
        timezone="",
        language="",
    )
    return Player(who=who, given=given, family=family, address=address, domain=domain)


MENTEE = _player(Role.MENTEE, "m01", "Ottoline", "Quillfeather", "otq84@brackenmoorhospital.example")
MENTOR = _player(Role.MENTOR, "t01", "Bartholomew", "Ashgröve", "bashwell@northgatesurgery.example", "Barty")
OTHER = _player(Role.MENTEE, "m02", "Ibrahim", "Vandermolen", "ivm@lakesideclinic.example")
SIDES = {Role.MENTEE: MENTEE, Role.MENTOR: MENTOR}
PAIR = pair(mentee=MENTEE.who, mentor=MENTOR.who, others=(OTHER.who.identity,))


def squeezed(text: str) -> str:
    """Only the letters and digits of a text, marks gone, in lower case: however a name is broken up, it is there."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in bare if letter.isalnum())
