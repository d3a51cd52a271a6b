"""No words outside the pair's mailboxes: not in anybody else's, not in the database, not in data/, not in a log."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.resources import files

from mailbot.demo import eye
from mailbot.demo.checks.evidence import Evidence
from mailbot.demo.story import Written

_RUN_OF_WORDS = 4
_LONG_WORD = 11
_PRINTABLE = re.compile(rb"[ -~\r\n\t]{10,}")


def words_stay_with_the_pair(evidence: Evidence) -> tuple[str, ...]:
    """Where something was found that somebody wrote, and names in files; the words themselves are not repeated."""
    telling = _telling(evidence.written)
    faults: list[str] = []
    for place, readers, text in _places(evidence):
        seen = set(_pieces(text))
        faults += [
            f"Words that {evidence.name(written.writer)} wrote in round {written.round} stand in {place}."
            for written, pieces in zip(evidence.written, telling, strict=True)
            if written.pair not in readers and not pieces.isdisjoint(seen)
        ]
    for name, content in evidence.files.items():
        faults += [
            f"{name} holds the name or address of {person.account.name} in clear."
            for person in evidence.cast.members
            if any(trait.encode() in content for trait in (person.account.name, person.account.address))
        ]
    return tuple(faults)


def _places(evidence: Evidence) -> Iterator[tuple[str, frozenset[str], str]]:
    """Every mailbox and file, with the pairs whose words may stand there, and its text."""
    for person in evidence.cast.people:
        own = {person.id, *(mentee.id for mentee in evidence.cast.mentees if mentee.mentor == person.id)}
        text = "\n".join(part for raw in evidence.letters[person.id] for part in eye.decoded_parts(raw))
        yield f"the mailbox of {person.account.name}", frozenset(own), text
    for name, content in evidence.files.items():
        yield name, frozenset(), "\n".join(run.decode("ascii") for run in _PRINTABLE.findall(content))


def _telling(written: Sequence[Written]) -> list[set[str]]:
    """For each thing typed, the runs of words and long words that only its pair typed and no form asks with."""
    asked = files("mailbot.demo").joinpath("year", "demo.toml").read_text(encoding="utf-8")
    ordinary = set(_pieces(asked))
    pieces = [set(_pieces(one.words)) for one in written]
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for one, each in zip(written, pieces, strict=True):
        for piece in each:
            owners[piece].add(one.pair)
    return [{piece for piece in each if len(owners[piece]) == 1 and piece not in ordinary} for each in pieces]


def _pieces(text: str) -> Iterator[str]:
    words = eye.squeezed(text).split()
    yield from (word for word in words if len(word) >= _LONG_WORD and word.isalpha())
    for start in range(len(words) - _RUN_OF_WORDS + 1):
        yield " ".join(words[start : start + _RUN_OF_WORDS])
