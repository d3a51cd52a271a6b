"""The known names and addresses of people replaced by what the reader knows them as, so that the text still reads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.anonymity.folding import folded, lowered, positions
from mailbot.anonymity.identifiers import register, words_of
from mailbot.anonymity.ordinary import PARTICLES, TITLES
from mailbot.anonymity.sightings import sightings, starts_sentence
from mailbot.model.outbound import Identity

_TITLE_BEFORE = re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(TITLES))})\.?\s{{1,2}}$", re.IGNORECASE)
_GAP = re.compile(r"[\s,.\-]{0,3}[<(\[]?\s?(?:mailto:)?")
_GREETING_BEFORE = re.compile(
    r"(?:^|\n)[ \t]*(?:hi|hello|hey|dear|hallo|liebe[rs]?|bonjour|cher|chère|hola|ciao)[ ,]+$", re.IGNORECASE
)
_YOUR = re.compile(r"^(?:your|ihre?|deine?|votre|ton|ta|tu|su|il tuo|la tua|din|uw|je) (?=\S)", re.IGNORECASE)
_MY = re.compile(r"^(?:my|meine?|mon|ma|mi|il mio|la mia|min|mijn) (?=\S)", re.IGNORECASE)
_NEARBY = 200  # characters that are looked at on either side


@dataclass(slots=True)
class _Span:
    """A stretch of the folded text that names one person."""

    start: int
    end: int
    person: int


def scrubbed(text: str, replacements: tuple[tuple[Identity, str], ...]) -> str:
    """The text with every known name, address and username of these people replaced by their role word.

    Domains alone are replaced too. A name that is also an ordinary word goes only where it is meant as a name.
    """
    # Twice, because what stands beside a replaced name may only then be seen as a name.
    once = _scrubbed_once(text, replacements)
    return _scrubbed_once(once, replacements) if once != text else text


def _scrubbed_once(text: str, replacements: tuple[tuple[Identity, str], ...]) -> str:
    cased = folded(text)
    low = lowered(cased)
    words = words_of(low)
    spans: list[_Span] = []
    for number, (person, _) in enumerate(replacements):
        candidates = register((person,)).among(words)
        belongs = _belongs_before(person) if candidates else ()
        for seen in sightings(cased, low, candidates):
            start = seen.start
            if seen.form.kind == "name":
                start = _extended(cased, start, belongs)
            spans.append(_Span(start=start, end=seen.end, person=number))
    if not spans:
        return text
    origin = positions(text)
    pieces, done = [], 0
    for span in _joined(cased, spans):
        start, end = origin[span.start], origin[span.end]
        pieces += [text[done:start], _role(text, start, end, replacements[span.person][1])]
        done = end
    return "".join([*pieces, text[done:]])


def _belongs_before(person: Identity) -> tuple[re.Pattern[str], ...]:
    """What is taken in with this person's name: a title, their own initials, their own "van der"."""
    names = [name for name in person.names if "@" not in name]
    words = {word for name in names for word in lowered(folded(name)).split()}
    initials = "".join(sorted({word[0].upper() for word in words if word[0].isalpha()}))
    patterns = [_TITLE_BEFORE]
    if initials:
        patterns.append(re.compile(rf"(?<![^\W_])[{initials}](?:\.\s?|\s)$"))
    if particles := sorted(words & PARTICLES):
        patterns.append(re.compile(rf"(?<![^\W_])(?:{'|'.join(particles)})[\s'-]$", re.IGNORECASE))
    return tuple(patterns)


def _extended(cased: str, start: int, belongs: tuple[re.Pattern[str], ...]) -> int:
    """Where the mention begins once everything that belongs before the name is taken in."""
    while True:
        before = cased[max(0, start - 16) : start]
        found = next((match for pattern in belongs if (match := pattern.search(before))), None)
        if found is None:
            return start
        start -= len(before) - found.start()


def _joined(cased: str, spans: list[_Span]) -> list[_Span]:
    """Neighbouring spans of one person made one: "Smith, Jane <jane@example.org>" is one mention, brackets and all."""
    spans.sort(key=lambda span: (span.start, -span.end))
    joined = [spans[0]]
    for span in spans[1:]:
        last = joined[-1]
        if span.start < last.end:
            last.end = max(last.end, span.end)
        elif span.person == last.person and _GAP.fullmatch(cased, last.end, span.start):
            opened = any(bracket in cased[last.end : span.start] for bracket in "<([")
            last.end = span.end + (1 if opened and cased[span.end : span.end + 1] in (">", ")", "]") else 0)
        else:
            joined.append(span)
    return joined


def _role(text: str, start: int, end: int, role: str) -> str:
    """The role word as that place needs it: "Dear mentor", "I met your mentor", "Your mentor said"."""
    before, after = text[max(0, start - _NEARBY) : start], text[end : end + _NEARBY]
    if _GREETING_BEFORE.search(before):
        return _MY.sub("", _YOUR.sub("", role))
    alone = not before.rpartition("\n")[2].strip() and not after.partition("\n")[0].strip(" ,.!")
    if alone or starts_sentence(before, len(before)):
        return role[:1].upper() + role[1:]
    return _YOUR.sub(lambda own: own[0].lower(), role)
