"""Letters that make sure who somebody is; none of them shows a word that anybody wrote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from mailbot.wording.letter import Letter
from mailbot.wording.parts import About, Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge(Letter):
    """To the registered address: did you write this? Date and size only, never the words."""

    template: ClassVar[str] = "challenge"
    about: About
    received_at: datetime  # in the reader's own zone
    size_bytes: int  # 0 where it is not known any more
    again: bool = False  # the second and third time of asking
    why: str = (
        ""  # "no_verdict" | "sender_contradicted" | "foreign_address" | "sender_unclear"; "" is not known any more
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled(Letter):
    """Follows YES or NO to a challenge."""

    template: ClassVar[str] = "settled"
    about: About
    released: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused(Letter):
    """Nobody answered the challenge for 30 days: the message is closed; to the registered address."""

    template: ClassVar[str] = "refused"
    about: About
    received_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressNew(Letter):
    """To an address that the roster gives somebody: is it yours?"""

    template: ClassVar[str] = "address_new"
    about: About


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressOld(Letter):
    """To the address used so far: another one was given, nothing changes before that one confirms."""

    template: ClassVar[str] = "address_old"
    about: About


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressConfirmed(Letter):
    """Follows YES from the new address."""

    template: ClassVar[str] = "address_confirmed"
    about: About


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranger(Letter):
    """To somebody whom we do not know; says nothing about who takes part."""

    template: ClassVar[str] = "stranger"
    offices: tuple[Office, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownToken(Letter):
    """The message came to an address that is no longer, or never was, in use."""

    template: ClassVar[str] = "unknown_token"
    offices: tuple[Office, ...]
