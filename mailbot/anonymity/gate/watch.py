"""All clues of some people, by the words that they begin with; and one quick look for whether any can be there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from mailbot.anonymity.gate.addresses import address_clues
from mailbot.anonymity.gate.clues import Clue, Gap, Grade
from mailbot.anonymity.gate.names import name_clues
from mailbot.model.outbound import Identity

# Bytes of a skeleton as words: letters in small, what stands between them one blank; above ASCII all are letters.
_FLAT = bytes(ord(letter.lower()) if letter.isalnum() else ord(" ") for letter in map(chr, range(128))) + bytes(
    range(128, 256)
)
_ALONE = (Grade.SURE, Grade.WORD, Grade.CAPITALISED)
_ANYWHERE = (Grade.SURE, Grade.GLUED)
INSIDE = 8  # letters of a handle that may stand inside a longer one: "drjanesmith"
_APART = 3  # letters that stand apart, and are no list of options
_DISGUISED = 4  # letters of a name that digits may hide: "j4ne", "jane84"


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """Words of which a text must hold one, or all of a group."""

    single: frozenset[bytes]
    groups: tuple[frozenset[bytes], ...]

    def are_met(self, words: set[bytes]) -> bool:
        """Whether a text of these words may hold a clue."""
        return not self.single.isdisjoint(words) or any(group <= words for group in self.groups)


def _needs(clues: Iterable[Clue]) -> Needs:
    every = {frozenset(word.encode() for word in need) for clue in clues for need in clue.needs}
    single = frozenset(word for need in every if len(need) == 1 for word in need)
    return Needs(single=single, groups=tuple(need for need in every if need.isdisjoint(single)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What the gate looks for."""

    starting: dict[str, tuple[Clue, ...]]  # by each word that a clue may begin with
    by_place: Needs  # a text without any of these holds none of the clues
    anywhere: Needs  # and none of those that need no sentence around them
    inside: dict[bytes, tuple[tuple[bytes, Clue], ...]]  # in any word that is longer, by their first letters
    bare: dict[bytes, Clue]  # sure in themselves, so that digits around or in them hide nothing
    apart: tuple[
        tuple[frozenset[bytes], str, Clue], ...
    ]  # their letters may stand apart: the letters, and the row of them
    unspaced: tuple[Clue, ...]  # anywhere in a row of letters


@lru_cache(maxsize=512)
def watch(people: tuple[Identity, ...]) -> Watch:
    """The watch for all of these people; made once for each set of people."""
    return indexed(found for person in people for found in _clues(person))


def _clues(person: Identity) -> tuple[Clue, ...]:
    names = tuple(name_clues(person))
    own_names = frozenset(found.letters for found in names if found.gap is Gap.NAME and found.grade in _ALONE)
    return (*names, *address_clues(person, own_names))


def indexed(clues: Iterable[Clue]) -> Watch:
    """The watch for these clues."""
    every = tuple(dict.fromkeys(clues))
    starting: dict[str, list[Clue]] = {}
    for found in every:
        for word in found.starts:
            starting.setdefault(word, []).append(found)
    sure = [found for found in every if found.grade is Grade.SURE and found.gap is not Gap.SPELLED]
    inside: dict[bytes, list[tuple[bytes, Clue]]] = {}
    for found in sure:
        if found.gap is Gap.TIGHT and found.letters in found.starts and len(found.letters) >= INSIDE:
            letters = found.letters.encode()
            inside.setdefault(letters[:INSIDE], []).append((letters, found))
    return Watch(
        starting={word: tuple(found) for word, found in starting.items()},
        by_place=_needs(every),
        anywhere=_needs(found for found in every if found.grade in _ANYWHERE),
        inside={first: tuple(found) for first, found in inside.items()},
        bare={
            one.letters.encode(): one for one in sure if one.letters in one.starts and len(one.letters) >= _DISGUISED
        },
        apart=tuple(
            (frozenset(letter.encode() for letter in found.letters), found.letters, found)
            for found in every
            if found.gap is not Gap.SPELLED
            and found.grade is Grade.SURE
            and len(found.letters) >= _APART
            and found.starts
        ),
        unspaced=tuple(found for found in every if not found.starts),
    )


def words_of(skeleton: str) -> set[bytes]:
    """The words of a skeleton, each once, in small letters."""
    text = skeleton if skeleton.isascii() else skeleton.lower()
    return set(text.encode("utf-8", "replace").translate(_FLAT).split())
