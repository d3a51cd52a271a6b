"""The stretches of a text that name somebody: titles and initials taken in, the parts of one name made one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from mailbot.anonymity.names.folding import folded, lowered
from mailbot.anonymity.names.name_parts import parts
from mailbot.anonymity.names.ordinary import LETTERS_AFTER, PARTICLES, TITLES
from mailbot.anonymity.names.sightings import Sighting
from mailbot.model.outbound import Identity

_TITLE_BEFORE = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(sorted(TITLES))})(?:\.[ ]{{0,2}}|[ ]{{1,2}}|\s)(?:(?:&|and|und|et) )?$", re.IGNORECASE
)
_INITIAL_BEFORE = re.compile(r"(?<![^\W_])(?<!')([A-Za-z]|[A-Z]{2,3}(?= ))(?:\.-?[ ]{0,2}|-|[ ])$")
_INITIAL_AFTER = re.compile(r"(?:,? ?)([A-Z])(?:\.(?=[ ,;:)\n]|[A-Z]\.|$)|(?![\w.'-])|(?=[A-Z]{1,2}(?![\w.'])))")
_PARTICLE_BEFORE = re.compile(rf"(?<![^\W_])({'|'.join(sorted(map(re.escape, PARTICLES)))})\.?[ '-]$", re.IGNORECASE)
_AFTER = "|".join(
    sorted(LETTERS_AFTER - {"do", "ma", "ba", "ed", "gen", "ii", "senior", "junior"}, key=len, reverse=True)
)
_LETTERS = re.compile(rf",? \(?(?:{_AFTER}|(?-i:MA|BA))(?![\w])(?:\s?\([A-Za-z .&]{{1,16}}\)|\))?", re.IGNORECASE)
_GAP = re.compile(r"[\"']?(?:[ \t_./-]{0,3}|,[ ]{0,2}|\s{1,3}|\r?\n[>\s]{1,3})(?:[<(\[\"'][ ]?)?(?:mailto:)?[\"']?")
_URL = re.compile(r"[a-z]{2,8}://|www\.|[\w-]{1,63}\.[a-z]{2,}/", re.IGNORECASE)
_FILE = re.compile(
    r"\.(?:docx?|pdf|jpe?g|png|gif|heic|xlsx?|pptx?|txt|rtf|odt|csv|zip|eml|msg|mp4|mov|pages)(?![\w])", re.IGNORECASE
)
_ADDRESS_BEFORE = re.compile(r"[\w.+'-]{1,64}\s?@\s?(?:[\w-]{1,63}\.){0,6}$")
_HOST_BEFORE = re.compile(r"(?:[\w-]{1,63}\.){1,6}$")
_SCHEME_BEFORE = re.compile(r"(?:[a-z]{2,8}://|mailto:|www\.)$")
_REST_OF_URL = re.compile(r"(?::\d{1,5})?[/?#][^\s<>\"')\]]{0,2000}")
_QUERY = re.compile(r"\?[a-z]+=[^\s<>\"')\]]{0,2000}")
_IN_ADDRESS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
_BLANK = re.compile(r"\s")
_LONGEST = 300  # of a web address or file name that goes as a whole
_NEAR = 24


_RANK = ("person", "file", "email", "web", "address")


@dataclass(slots=True)
class Mention:
    """A stretch of the folded text that names one of these people."""

    start: int
    end: int
    people: frozenset[int]  # their numbers among the replacements, all who may be meant
    kind: str = "person"  # or "address"; "web", "file", "email" go as a whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """What may stand beside one person's name and belongs to it."""

    letters: frozenset[str]
    particles: frozenset[str]

    @classmethod
    def of(cls, person: Identity) -> Self:
        """The first letters of all their names, and their "van der"."""
        names = [name for name in person.names if "@" not in name]
        words = {word for name in names for word in re.split(r"[\s-]+", lowered(folded(name)))}
        letters = frozenset().union(*(parts(name).letters for name in names))
        return cls(letters=letters, particles=frozenset(words & PARTICLES))


def mentions(
    cased: str, seen: Iterable[Sighting], signed: Iterable[Mention], numbers: dict[str, int], own: tuple[Owned, ...]
) -> list[Mention]:
    """The mentions in order, none touching another; `own` tells what belongs to each person's name."""
    found = [
        _whole(
            cased, Mention(start=one.start, end=one.end, people=frozenset({numbers[one.form.person]})), one.form.kind
        )
        for one in seen
    ]
    merged = _merged([*found, *signed])
    for mention in merged:
        if mention.kind == "person":
            _extend(cased, mention, own)
    return _joined(cased, _merged(merged), own)


def _whole(cased: str, mention: Mention, kind: str) -> Mention:
    """A web address, file name or address of an unknown person at a known domain goes as a whole."""
    if kind == "domain":
        return _host(cased, mention)
    if kind == "address":
        if cased[max(0, mention.start - 7) : mention.start].lower() == "mailto:":
            mention.start -= 7
            rest = _QUERY.match(cased, mention.end)
            mention.end = rest.end() if rest else mention.end
        before, after = cased[max(0, mention.start - _NEAR) : mention.start], cased[mention.end : mention.end + _NEAR]
        mention.start -= len(before) - len(before.rstrip(_IN_ADDRESS))
        mention.end += len(after) - len(after.lstrip(_IN_ADDRESS))
        mention.kind = kind
        return mention
    first, last = _piece(cased, mention)
    piece = cased[first:last]
    if ("/" in piece or "www" in piece.lower()) and _URL.search(piece):
        mention.start, mention.end, mention.kind = first, first + len(piece.rstrip(".,;:!?)]>'\"")), "web"
        mention.start += len(piece) - len(piece.lstrip("(<[\"'"))
    elif "." in piece and (ending := _FILE.search(piece)) and first + ending.start() >= mention.start:
        mention.start, mention.end, mention.kind = first, first + ending.end(), "file"
        mention.start += len(piece) - len(piece.lstrip("(<[\"'"))
    elif cased[mention.start - 1 : mention.start] == "@" and not cased[mention.start - 2 : mention.start - 1].isalnum():
        mention.start -= 1
    return mention


def _piece(cased: str, mention: Mention) -> tuple[int, int]:
    """What stands between the blanks around the mention; of a very long one the part around it."""
    least = max(0, mention.start - _LONGEST)
    first = max(least - 1, *(cased.rfind(blank, least, mention.start) for blank in " \n\t\r")) + 1
    blank = _BLANK.search(cased, mention.end, mention.end + _LONGEST)
    return first, blank.start() if blank else min(len(cased), mention.end + _LONGEST)


def _host(cased: str, mention: Mention) -> Mention:
    before = cased[max(0, mention.start - _LONGEST) : mention.start]
    if address := _ADDRESS_BEFORE.search(before):
        mention.start, mention.kind = mention.start - len(before) + address.start(), "email"
        return mention
    mention.kind = "web"
    for pattern in (_HOST_BEFORE, _SCHEME_BEFORE):
        before = cased[max(0, mention.start - _LONGEST) : mention.start]
        if found := pattern.search(before):
            mention.start -= len(before) - found.start()
    if rest := _REST_OF_URL.match(cased, mention.end):
        mention.end += len(rest[0].rstrip(".,;:!?"))
    return mention


def _merged(found: list[Mention]) -> list[Mention]:
    """Mentions that overlap made one; of the people those whom both may mean, else those of the longer one."""
    found.sort(key=lambda mention: (mention.start, -mention.end))
    merged: list[Mention] = []
    for mention in found:
        last = merged[-1] if merged else None
        if last is None or mention.start >= last.end:
            merged.append(mention)
            continue
        if mention.start == last.start and mention.end == last.end:
            last.people |= mention.people
            last.kind = max(last.kind, mention.kind, key=_RANK.index)
            continue
        last.people = (last.people & mention.people) or last.people
        if mention.end > last.end:
            last.end, last.kind = mention.end, max(last.kind, mention.kind, key=_RANK.index)
    return merged


def _extend(cased: str, mention: Mention, own: tuple[Owned, ...]) -> None:
    """Titles, own initials and own particles before the name are taken in, initials and letters after it."""
    letters = frozenset().union(*(own[number].letters for number in mention.people))
    particles = frozenset().union(*(own[number].particles for number in mention.people))
    while True:
        before = cased[max(0, mention.start - _NEAR) : mention.start]
        found = _TITLE_BEFORE.search(before)
        if found is None and (found := _INITIAL_BEFORE.search(before)) and not _is_own(found, letters, cased, mention):
            found = None
        if found is None and (found := _PARTICLE_BEFORE.search(before)) and found[1].lower() not in particles:
            found = None
        if found is None:
            break
        mention.start -= len(before) - found.start()
    while (
        (after := _INITIAL_AFTER.match(cased, mention.end))
        and after[1].lower() in letters
        # "I" and "A" alone are words; "JA" are initials.
        and (after[1] not in "AI" or after[0][-1] == "." or (after[0] == after[1] and cased[mention.end - 1].isupper()))
    ):
        mention.end = after.end()
    while letters_after := _LETTERS.match(cased, mention.end):
        mention.end = letters_after.end()


def _is_own(found: re.Match[str], letters: frozenset[str], cased: str, mention: Mention) -> bool:
    """Whether the letter before is an initial of the person's: "A" and "I" without a dot are words."""
    dotted = "." in found[0] or "-" in found[0]
    if not set(found[1].lower()) <= letters or found[1].isupper() != cased[mention.start].isupper():
        return dotted and found[1].lower() in letters and found[1].isupper()
    return (dotted and found[1].isupper()) or found[1] not in ("A", "I", "a", "i")


def _joined(cased: str, found: list[Mention], own: tuple[Owned, ...]) -> list[Mention]:
    """Neighbours of one person made one: "Smith, Jane <jane@example.org>" is one mention, brackets and all."""
    joined: list[Mention] = []
    for mention in found:
        last = joined[-1] if joined else None
        both = last.people & mention.people if last else frozenset()
        if last is None or not both or not _is_gap(cased, last, mention, both, own):
            joined.append(mention)
            continue
        opened = next((mark for mark in cased[last.end : mention.start] if mark in "<(["), "")
        quote = cased[last.start - 1 : last.start] if last.start else ""
        if quote in ('"', "'") and quote in cased[last.end : mention.start]:
            last.start -= 1
        last.end, last.people = mention.end, both
        shut = {"<": ">", "(": ")", "[": "]"}.get(opened)
        last.end += 1 if shut and cased[last.end : last.end + 1] == shut else 0
        last.kind = "person"
    return joined


def _is_gap(cased: str, last: Mention, mention: Mention, both: frozenset[int], own: tuple[Owned, ...]) -> bool:
    """Whether nothing but what joins the parts of a name stands between, or the person's own initials and particles."""
    if mention.start - last.end > _NEAR or mention.kind in ("web", "file") or last.kind in ("web", "file"):
        return False
    between = cased[last.end : mention.start]
    if _GAP.fullmatch(between):
        # "I saw Jane. Jane said": a full stop and a blank end a sentence.
        return not re.search(r"[.]\s|\n\s*\n|,\s*\n", between)
    words = re.findall(r"[^\W_]+", between)
    if not words or re.search(r"[^\w\s.'-]", between):
        return False
    return all(
        any(word.lower() in own[one].particles or (len(word) == 1 and word.lower() in own[one].letters) for one in both)
        for word in words
    )
