"""The cast: who has a mailbox in the little world, what they sign with, and who is paired with whom."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from mailbot.demo.accounts import Account
from mailbot.demo.clients.writing import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a mailbox, a machine and a way to sign. `id` is the roster's."""

    id: str
    account: Account
    signature: tuple[str, ...]
    mentor: str = ""  # a mentee's: the mentor's id

    @property
    def writer(self) -> Writer:
        """Who their mail program thinks they are."""
        a = self.account
        return Writer(name=a.name, address=a.address, host=a.host, signature=self.signature)

    @property
    def traits(self) -> tuple[str, ...]:
        """What would give them away: name, address, domain, machine, and every line that they sign with."""
        a = self.account
        return (a.name, *a.name.split(), a.address, a.local_part, a.domain, a.host, *self.signature)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Everybody. The bot is a mailbox like the others."""

    bot: Account
    coordinator: Person
    stranger: Person
    mentees: tuple[Person, ...]
    mentors: tuple[Person, ...]

    @property
    def members(self) -> tuple[Person, ...]:
        """Those whom the programme is for."""
        return self.mentees + self.mentors

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody but the bot."""
        return (*self.members, self.coordinator, self.stranger)

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Every mailbox, the bot's first."""
        return (self.bot, *(person.account for person in self.people))

    def person(self, id_: str) -> Person:
        """The member, coordinator or stranger with that id."""
        return next(person for person in self.people if person.id == id_)

    def mentor_of(self, mentee: Person) -> Person:
        """The other side of that mentee's pair."""
        return self.person(mentee.mentor)


def cast() -> Cast:
    """The same eight mailboxes every time, with passwords made for this run."""
    return Cast(
        bot=Account(
            address="mentoring@programme.example",
            password=secrets.token_hex(5),
            name="Mentoring",
            role="bot",
            host="daemon.programme.example",
        ),
        coordinator=_person("co", "Jo Pemberton", "office@deanery.example", "coordinator", "Programme office"),
        stranger=_person("st", "Rex Halloran", "rex.halloran@elsewhere.example", "stranger", "Halloran Supplies"),
        mentees=(
            _person("m01", "Ngozi Adeyemi", "ngozi.adeyemi@sandhaven.example", "mentee", "Bleep 4471", "s1"),
            _person(
                "m02", "Tobias Lindqvist", "t.lindqvist@brackenfell.example", "mentee", "Office 01632 960117", "s1"
            ),
            _person("m03", "Farah Siddiqui", "farah@ashcombe.example", "mentee", "Ashcombe Infirmary", "s2"),
        ),
        mentors=(
            _person("s1", "Marguerite Delacroix", "marguerite@quayside.example", "mentor", "Quayside Hospital"),
            _person("s2", "Hamish Ferguson", "h.ferguson@millbrook.example", "mentor", "Mobile 07700 900461"),
        ),
    )


def _person(id_: str, name: str, address: str, role: str, line: str, mentor: str = "") -> Person:
    host = f"{name.split(maxsplit=1)[0].lower()}-pc.{address.partition('@')[2]}"
    account = Account(address=address, password=secrets.token_hex(5), name=name, role=role, host=host)
    return Person(id=id_, account=account, signature=(name, line), mentor=mentor)
