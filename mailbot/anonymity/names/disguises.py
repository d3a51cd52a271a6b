r"""Names behind figures and marks and inside of longer words: J-a-n-e, J<b>ane</b>, J4ne, jane84, drjanesmith, JaneCV.

Only what looks odd is looked at: pieces with marks or figures in them, with capitals of their own, and very long ones.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from mailbot.anonymity.names.forms import Form
from mailbot.anonymity.names.identifiers import Register
from mailbot.anonymity.names.ordinary import GIVEN, WORDS
from mailbot.anonymity.names.sightings import Sighting

_AROUND = "\"'()[]{}.,;:!?*_-~/\\|=+&%#`^"
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,80})?/?>")
_MARKS = re.compile(r"[\W_]+")
_OWNING = re.compile(r"'s?$")
_RUN_OF_LETTERS = re.compile(r"[^\W\d_]+")
_RUN_OF_SIGNS = re.compile(r"[^\W_]+")
_BETWEEN_BLANKS = re.compile(r"\S+")
_CAMEL = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}(?![a-z])")
# Figures for letters; "1" is either of two.
_FIGURES = tuple(str.maketrans("43057$!@8|1", f"aeostsiabl{one}") for one in "il")
_BEFORE = re.compile(r"(?:dr|mr|mrs|ms|miss|prof|professor|sir|doctor|the|team|ask|im|iam)(?=.{4})")
_BEFORES = ("dr", "mr", "ms", "miss", "prof", "sir", "doctor", "the", "team", "ask", "im", "iam")
_AFTER = re.compile(r"(?<=.{4})(?:cv|resume|photo|md|phd|frcs|mrcs|surgery|surgeon|dr|nhs|family|official)$")
_AFTERS = (
    "cv",
    "resume",
    "photo",
    "md",
    "phd",
    "frcs",
    "mrcs",
    "surgery",
    "surgeon",
    "dr",
    "nhs",
    "family",
    "official",
)
_FEW = 12  # pieces that are faster found one after the other
_LONG = 7
_LONGEST = 80  # of a piece that is looked at as a whole


def disguised(cased: str, low: str, words: set[str], known: Register) -> Iterator[Sighting]:
    """Every name that stands in the text in disguise, in no order; `words` are those of the text."""
    within = {piece: inside for piece in _odd_pieces(cased) if (inside := list(_in_piece(piece, known)))}
    for piece, at in _places(cased, within):
        yield from (replace(one, start=at + one.start, end=at + one.end) for one in within[piece])
    yield from _inside_long(low, words, known)


def _odd_pieces(cased: str) -> list[str]:
    """What stands between blanks and is neither a word nor a word in marks, each once."""
    odd = [piece for piece in set(cased.split()) if not (piece.isalpha() and (piece.islower() or piece.istitle()))]
    bare = {piece.strip(_AROUND) for piece in odd} - {""}
    return [
        piece for piece in bare if not (piece.isalpha() and (piece.islower() or piece.istitle() or piece.isupper()))
    ]


def _in_piece(piece: str, known: Register) -> Iterator[Sighting]:
    low = piece.lower()
    if len(piece) <= _LONGEST:
        owning = _OWNING.search(low)
        end = owning.start() if owning else len(low)
        for form in _forms_of(_TAG.sub("", low[:end]), known, tagged="<" in low):
            yield Sighting(start=0, end=end, form=form)
    for part in _RUN_OF_LETTERS.finditer(low):
        yield from _beside_figures(low, part, known)
        if not piece[part.start() : part.end()].istitle():
            for inner in _CAMEL.finditer(piece, part.start(), part.end()):
                for form in known.sure(inner[0].lower()):
                    yield Sighting(start=part.start(), end=part.end(), form=form)


def _forms_of(bare: str, known: Register, *, tagged: bool) -> Iterator[Form]:
    """What the whole piece is without its marks, or with its figures read as letters."""
    parts = _MARKS.split(bare)
    letters = "".join(parts)
    spelled = max(map(len, parts)) == 1
    if spelled:
        yield from known.letters.get(letters, ())
    elif tagged or (len(parts) > 1 and not all(len(part) > 1 and part in WORDS for part in parts)):
        yield from known.sure(letters)
    if len(letters) > _LONG and len(parts) > 1:
        yield from (form for name in known.long if name in letters and name not in bare for form in known.letters[name])
    for figures in _FIGURES:
        if (name := bare.translate(figures)) != bare:
            yield from known.sure(_MARKS.sub("", name))


def _beside_figures(low: str, part: re.Match[str], known: Register) -> Iterator[Sighting]:
    """Names with figures glued to them: "jane84"; of ordinary words only given names with two figures, "mark84"."""
    end = part.end()
    while low[end : end + 1].isdigit():
        end += 1
    if end == part.end() and not low[max(0, part.start() - 1) : part.start()].isdigit():
        return
    handle = part[0] in GIVEN and end - part.end() == 2  # noqa: PLR2004 (a year of birth)
    for form in known.letters.get(part[0], ()) if handle else known.sure(part[0]):
        yield Sighting(start=part.start(), end=end, form=form)


def _inside_long(low: str, words: set[str], known: Register) -> Iterator[Sighting]:
    """Names inside of longer words: "drjanesmith", "janesmithcv", "teamsmith"."""
    holding: dict[str, tuple[Form, ...]] = {}
    for word in words:
        if word.startswith(_BEFORES) and (before := _BEFORE.match(word)):
            holding[word] = tuple(known.sure(word[before.end() :]))
        if word.endswith(_AFTERS) and (after := _AFTER.search(word)):
            holding[word] = holding.get(word, ()) + tuple(known.sure(word[: after.start()]))
    long = [word for word in words if len(word) > _LONG]
    together = " ".join(long)
    for name in known.long:
        if name in together:
            holding |= {word: known.letters[name] for word in long if name in word}
    # What is a name of somebody's was found already.
    holding = {word: forms for word, forms in holding.items() if forms and word not in known.by_key}
    for word, at in _places(low, holding):
        yield from (Sighting(start=at, end=at + len(word), form=form) for form in holding[word])


def _places(text: str, wanted: Collection[str]) -> Iterator[tuple[str, int]]:
    """Where these pieces stand in the text; many are found in one go, so that the time stays linear."""
    if not wanted:
        return
    if len(wanted) <= _FEW:
        for piece in wanted:
            at = text.find(piece)
            while at >= 0:
                yield piece, at
                at = text.find(piece, at + len(piece))
        return
    for match in _BETWEEN_BLANKS.finditer(text):
        whole = match[0]
        piece = whole.strip(_AROUND)
        if piece in wanted:
            yield piece, match.start() + whole.index(piece)
        for word in _RUN_OF_SIGNS.finditer(whole):
            if word[0] != piece and word[0] in wanted:
                yield word[0], match.start() + word.start()
