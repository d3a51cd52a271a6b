"""What a person's own words hold that may not pass as it is, and the words as they may: the same for posts and answers.

First patients, in the words as typed; then the known names are replaced; then what else points to a person is looked
for, and held, masked or let through as the programme wants it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from mailbot.anonymity.finding import Found
from mailbot.anonymity.masking import masked
from mailbot.anonymity.patients import patients_in
from mailbot.anonymity.scrub import scrubbed
from mailbot.anonymity.unknown import unknown_in
from mailbot.decide.case import Case
from mailbot.decide.outgoing import own_names, own_words
from mailbot.model.ids import Token
from mailbot.model.outbound import Hit, Identity
from mailbot.model.people import Pair
from mailbot.model.programme import Programme, Role
from mailbot.wording.letters import Finding

PIECES_APART = "\n\n"
BODY, SUBJECT, ATTACHMENT = "body", "subject", "attachment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One thing found. `value` is only for its writer's own eyes, and "" of patients and of what the gate found."""

    kind: str
    where: str
    line: int | None
    value: str = ""
    patient: bool = False
    firm: bool = False  # SEND does not release it

    @property
    def finding(self) -> Finding:
        """As its writer is told."""
        return Finding(kind=self.kind, where=self.where, line=self.line, value=self.value)

    @property
    def hit(self) -> Hit:
        """As it is counted: no value."""
        return Hit(kind=self.kind, where=self.where, line=self.line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Words as they may pass, piece by piece, what keeps them back, and what was masked in them."""

    texts: tuple[str, ...]
    holding: tuple[Sighting, ...] = ()
    masked: tuple[Sighting, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """How one person's words are looked at on their way to the other side."""

    replacements: tuple[tuple[Identity, str], ...]
    own: tuple[str, ...]  # of ours, and may stand
    policy: str  # "hold" | "mask" | "allow": what becomes of identifiers that we do not know
    addresses: tuple[tuple[str, str], ...] = ()  # of two who know each other's names: nothing else of theirs is hidden
    insisted: bool = False  # the writer has said SEND

    def look(self, pieces: tuple[str, ...], where: str) -> Look:
        """The pieces without known names, and masked where the programme says so; with all that is found in them.

        Lines are counted over the pieces with an empty line between them. Once their writer insists, only what is
        certainly about a patient keeps them back.
        """
        words = PIECES_APART.join(pieces)
        patients = patients_in(words)
        hidden = tuple(_bare(words[one.start : one.end]) for one in patients)
        texts: list[str] = []
        unknown: list[Sighting] = []
        line = 1
        for piece in pieces:
            text, seen = self._piece(piece, where, line)
            texts.append(text)
            unknown += (one for one in seen if not any(_overlap(_bare(one.value), other) for other in hidden))
            line += piece.count("\n") + PIECES_APART.count("\n")
        holding = tuple(
            Sighting(kind=one.kind, where=where, line=one.line, patient=True, firm=one.firm)
            for one in patients
            if one.firm or not self.insisted
        )
        if self.policy == "mask":
            return Look(texts=tuple(texts), holding=holding, masked=tuple(unknown))
        return Look(texts=tuple(texts), holding=(*holding, *unknown))

    def why_not(self, words: str) -> str:
        """Why a file of these words is not passed on, "" where it may be: nobody can mask a part of it, or insist."""
        if patients_in(words):
            return "patient"
        return "identifiers" if self.policy != "allow" and unknown_in(words, self.own) else ""

    def renamed(self, words: str) -> str:
        """The words without known names, or without the addresses of people whose names may stand."""
        for address, word in self.addresses:
            words = re.sub(re.escape(address), lambda _: word, words, flags=re.IGNORECASE)  # noqa: B023 - used at once
        return scrubbed(words, self.replacements)

    def shown(self, words: str) -> str:
        """The words as the other side may see them, whatever was found in them."""
        return self._piece(words, BODY, 1)[0] if self.policy == "mask" else self.renamed(words)

    def _piece(self, words: str, where: str, first_line: int) -> tuple[str, tuple[Sighting, ...]]:
        clean = self.renamed(words)
        if self.policy == "allow" or (self.insisted and self.policy == "hold"):
            return clean, ()
        found = unknown_in(clean, self.own)
        seen = tuple(_unknown(clean, one, where, first_line) for one in found)
        return (masked(clean, found) if self.policy == "mask" else clean), seen


def screen_of(case: Case, pair: Pair, side: Role) -> Screen:
    """How words of that side of the pair are looked at."""
    contacts = tuple(text for one in case.programme.contacts for text in (one.phone, one.email) if text)
    roles = _roles(pair, side)
    others = tuple((one, "somebody") for one in pair.others)
    named = knows_names(case.programme, pair)
    return Screen(
        replacements=(
            *((replace(one, names=(), addresses=()), word) if named else (one, word) for one, word in roles),
            *others,
        ),
        own=(*own_names(case.desk.service), *own_words(case.about), *contacts),
        policy=case.programme.relay.identifiers,
        addresses=tuple((address, word) for one, word in roles for address in one.addresses) if named else (),
        insisted=case.context.insisted,
    )


def _roles(pair: Pair, side: Role) -> tuple[tuple[Identity, str], ...]:
    """The writer and the reader, with what stands where the writer names them."""
    as_writer = pair.word if side is Role.MENTEE else "your mentor"
    as_reader = "my mentor" if side is Role.MENTEE else pair.word
    return (pair.side(side).identity, as_writer), (pair.side(side.other).identity, as_reader)


def forbidden(programme: Programme, pair: Pair, side: Role) -> tuple[Identity, ...]:
    """Who must not be found in what the other side receives of that side's words."""
    writer = pair.side(side).identity
    return (replace(writer, names=()) if knows_names(programme, pair) else writer, *pair.others)


def foreign_tokens(case: Case, pair: Pair, reader: Role) -> tuple[Token, ...]:
    """The tokens of every address of theirs that this reader does not write to: the other side's, other threads'."""
    pairs = {one.id: one for one in (*case.context.pairs, pair)}
    tokens = {one.token(role) for one in pairs.values() for role in Role}
    return tuple(sorted(tokens - {pair.token(reader)}))


def names_that_may_stand(programme: Programme, pair: Pair) -> tuple[str, ...]:
    """The names of the two where they know them: a username is often one of them."""
    if not knows_names(programme, pair):
        return ()
    names = (*pair.mentee.identity.names, *pair.mentor.identity.names)
    return tuple(dict.fromkeys((*names, *(word for name in names for word in name.split()))))


def knows_names(programme: Programme, pair: Pair) -> bool:
    """Whether the two know each other's names; their addresses stay hidden all the same."""
    return programme.anonymity == "named" or pair.revealed


def _unknown(text: str, found: Found, where: str, first_line: int) -> Sighting:
    return Sighting(
        kind=found.kind,
        where=where,
        line=found.line + first_line - 1,
        value=" ".join(text[found.start : found.end].split()),
    )


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _overlap(one: str, other: str) -> bool:
    return bool(one) and bool(other) and (one in other or other in one)
