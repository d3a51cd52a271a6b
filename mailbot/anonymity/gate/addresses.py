"""What a person's addresses give away: the address however it is spelled, the user name, the domain."""

from __future__ import annotations

from collections.abc import Iterator

from mailbot.anonymity.gate.clues import WORD, Clue, Gap, Grade, clue, grade_of
from mailbot.anonymity.gate.phrases import OFFICES, USUAL_LABELS
from mailbot.anonymity.gate.skeleton import skeleton
from mailbot.model.ids import PersonId
from mailbot.model.outbound import Identity

_TELLING = 4  # characters of a user name
_TELLING_LETTERS = 2
_TELLING_LABEL = 5


def address_clues(person: Identity, own_names: frozenset[str]) -> Iterator[Clue]:
    """The clues of all the addresses and domains of that person; a user name that is one of their names is none."""
    for address in (*person.addresses, *(name for name in person.names if "@" in name)):
        low = skeleton(address.strip()).lower()
        local, _, domain = low.rpartition("@")
        local = local.partition("+")[0]
        words, labels = tuple(WORD.findall(local)), tuple(WORD.findall(domain))
        if words and labels:
            yield clue(person.person, "address", (*words, *labels), Gap.SPELLED, joined=False)
            if len(words) > 1:
                yield clue(person.person, "address", ("".join(words), *labels), Gap.SPELLED, joined=False)
            yield from _user_name(person.person, words, own_names)
    for domain in person.domains:
        labels = tuple(WORD.findall(skeleton(domain).lower()))
        if labels:
            yield clue(person.person, "domain", labels, Gap.SPELLED, joined=False)
            yield from _telling_labels(person.person, domain)


def _user_name(who: PersonId, words: tuple[str, ...], own_names: frozenset[str]) -> Iterator[Clue]:
    name = "".join(words)
    letters = sum(map(str.isalpha, name))
    telling = len(name) >= _TELLING and letters >= _TELLING_LETTERS and name not in OFFICES and name not in own_names
    joined = grade_of(name) is Grade.SURE
    if telling and (joined or len(words) > 1):
        yield clue(who, "username", words, Gap.TIGHT, joined=joined)


def _telling_labels(who: PersonId, domain: str) -> Iterator[Clue]:
    """A telling part of a domain stands in the address of a shared folder too: leedsteaching.sharepoint.com."""
    for label in skeleton(domain).lower().split(".")[:-1]:
        words = tuple(WORD.findall(label))
        name = "".join(words)
        if len(name) >= _TELLING_LABEL and name not in USUAL_LABELS and grade_of(name) is Grade.SURE:
            yield clue(who, "domain", words, Gap.TIGHT, Grade.GLUED)
