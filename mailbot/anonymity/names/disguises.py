"""Names behind figures, marks and blanks: J-a-n-e, J a n e, J<b>ane</b>, J4ne, jane84, drjanesmith, JaneCV, Smi-\\nth.

Only what looks odd is looked at: pieces with marks inside them, with figures, very long ones, and rows of single letters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from operator import add
from collections.abc import Collection, Iterator
from dataclasses import replace

from mailbot.anonymity.names.forms import Form
from mailbot.anonymity.names.identifiers import Register
from mailbot.anonymity.names.name_forms import ordinary
from mailbot.anonymity.names.ordinary import GIVEN, WORDS
from mailbot.anonymity.names.sightings import Sighting

_AROUND = "\"'()[]{}.,;:!?*_-~/\\|=+&%#`^"
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,80})?/?>")
_MARKS = re.compile(r"[\W_]+")
_RUN_OF_LETTERS = re.compile(r"[^\W\d_]+")
_ROW = re.compile(r"(?<![^\W_])[^\W_](?:[\W_]{1,4}[^\W_](?![^\W_])){2,80}")
_HYPHENATED = re.compile(r"([^\W\d_]{1,20})[-=]\r?\n[> \t]{0,4}([^\W\d_]{1,20})")
_RUN_OF_SIGNS = re.compile(r"[^\W_]+")
_BETWEEN_BLANKS = re.compile(r"\S+")
_FEW = 12
_LENGTHS = defaultdict(lambda: "-", {1: "1"})
_SINGLES = re.compile("1{3,}")
_CAMEL = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}(?![a-z])")
_FIGURES = str.maketrans("43057$!@8|", "aeostsiabl")
_BEFORE = re.compile(r"(?:dr|mr|mrs|ms|miss|prof|professor|sir|doctor|the|team|ask|im|iam)(?=.{4})")
_BEFORES = ("dr", "mr", "ms", "miss", "prof", "sir", "doctor", "the", "team", "ask", "im", "iam")
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
_LONG = 7
_LEAST = 4
_LONGEST = 80  # of a piece that is looked at as a whole


def disguised(cased: str, low: str, words: list[str], present: set[str], known: Register) -> list[Sighting]:
    """Every name that stands in the text in disguise, in no order; `words` are the text's in their order, `present` each once."""
    found: list[Sighting] = []
    within = {piece: inside for piece in _odd_pieces(cased) if (inside := list(_in_piece(piece, 0, known)))}
    for piece, at in _places(cased, within):
        found += (replace(one, start=at + one.start, end=at + one.end) for one in within[piece])
    if _has_row(words, known):
        for row in _ROW.finditer(low):
            found += _in_row(row, known)
    found += _broken(low, words, known)
    found += _inside_long(low, present, known)
    return found


def _odd_pieces(cased: str) -> list[str]:
    """What stands between blanks and is neither a word nor a word in marks, each once."""
    odd = [piece for piece in set(cased.split()) if not (piece.isalpha() and (piece.islower() or piece.istitle()))]
    bare = {piece.strip(_AROUND) for piece in odd} - {""}
    return [
        piece for piece in bare if not (piece.isalpha() and (piece.islower() or piece.istitle() or piece.isupper()))
    ]


def _named(letters: str, known: Register, *, words_too: bool = False) -> Iterator[Form]:
    """The forms that these letters are; ordinary words only where they are told apart in another way."""
    return (form for form in known.letters.get(letters, ()) if words_too or not form.ordinary)


def _in_piece(piece: str, at: int, known: Register) -> Iterator[Sighting]:
    low = piece.lower()
    if len(piece) <= _LONGEST:
        bare = _TAG.sub("", low).removesuffix("'s").removesuffix("'")
        end = at + len(piece) - (2 if low.endswith("'s") else 1 if low.endswith("'") else 0)
        parts = _MARKS.split(bare)
        letters = "".join(parts)
        spelled = max(map(len, parts), default=0) == 1
        tagged = "<" in low and len(parts) == 1
        if tagged or len(parts) > 1 and (spelled or not all(len(part) > 1 and part in WORDS for part in parts)):
            yield from (Sighting(start=at, end=end, form=form) for form in _named(letters, known, words_too=spelled))
        if len(letters) > _LONG and len(parts) > 1:
            within = (name for name in known.long if name in letters and name not in bare)
            yield from (Sighting(start=at, end=end, form=form) for name in within for form in known.letters[name])
        figures = bare.translate(_FIGURES)
        if figures != bare:
            for one in ("i", "l"):
                name = _MARKS.sub("", figures.replace("1", one))
                yield from (Sighting(start=at, end=end, form=form) for form in _named(name, known))
        elif "1" in bare:
            for one in ("i", "l"):
                yield from (Sighting(start=at, end=end, form=form) for form in _named(letters.replace("1", one), known))
    yield from _parts_of(piece, at, known)


def _parts_of(piece: str, at: int, known: Register) -> Iterator[Sighting]:
    """Names beside figures ("jane84") and under capitals of their own ("JaneSmithCV")."""
    low = piece.lower()
    for part in _RUN_OF_LETTERS.finditer(low):
        name, figures = part[0], low[part.end() : part.end() + 4]
        glued = figures[:1].isdigit() or low[part.start() - 1 : part.start()].isdigit()
        if glued:
            handle = name in GIVEN and figures[1:2].isdigit() and not figures.isdigit()
            for form in _named(name, known, words_too=handle):
                yield Sighting(start=at + part.start(), end=at + _past_figures(low, part.end()), form=form)
        if not glued and piece[part.start() : part.end()].istitle():
            continue
        for inner in _CAMEL.finditer(piece, part.start(), part.end()):
            for form in _named(inner[0].lower(), known):
                yield Sighting(start=at + inner.start(), end=at + inner.end(), form=form)


def _past_figures(low: str, end: int) -> int:
    while low[end : end + 1].isdigit():
        end += 1
    return end


def _has_row(words: list[str], known: Register) -> bool:
    """Whether single letters that follow each other hold a known name."""
    lengths = "".join(map(_LENGTHS.__getitem__, map(len, words)))
    return any(
        any(name in letters for name in known.letters)
        for row in _SINGLES.finditer(lengths)
        if (letters := "".join(words[row.start() : row.end()]))
    )


def _in_row(row: re.Match[str], known: Register) -> Iterator[Sighting]:
    """Names spelled in a row of letters: "m y  n a m e  i s  J a n e"."""
    places = [row.start() + at for at, letter in enumerate(row[0]) if letter.isalnum()]
    letters = "".join(letter for letter in row[0] if letter.isalnum())
    for name, forms in known.letters.items():
        at = letters.find(name)
        while at >= 0:
            last = at + len(name) - 1
            yield from (Sighting(start=places[at], end=places[last] + 1, form=form) for form in forms)
            at = letters.find(name, last + 1)


def _broken(low: str, words: list[str], known: Register) -> Iterator[Sighting]:
    """Names in two pieces: at the end of a line, behind a large first letter, in two words instead of one."""
    if "-\n" in low or "=\n" in low or "-\r" in low or "=\r" in low:
        for match in _HYPHENATED.finditer(low):
            for form in _named(match[1] + match[2], known):
                yield Sighting(start=match.start(), end=match.end(), form=form)
    if known.letters.keys().isdisjoint(map(add, words, words[1:])):
        return
    pairs: dict[str, set[tuple[str, str]]] = {}
    for at, name in enumerate(map(add, words, words[1:])):
        if name in known.letters:
            pairs.setdefault(name, set()).add((words[at], words[at + 1]))
    for name, apart in pairs.items():
        forms = tuple(_named(name, known))
        if len(name) < _LEAST or not forms:
            continue
        for first, second in apart:
            if len(second) == 1 or first in "aio" or (ordinary(first) and ordinary(second)):
                continue
            broken = re.compile(rf"(?<![^\W_]){re.escape(first)}[\s_-]{{1,3}}{re.escape(second)}(?![^\W_])")
            for match in broken.finditer(low):
                yield from (Sighting(start=match.start(), end=match.end(), form=form) for form in forms)


def _inside_long(low: str, words: set[str], known: Register) -> Iterator[Sighting]:
    """Names inside of longer words: "drjanesmith", "janesmithcv", "teamsmith"."""
    holding: dict[str, tuple[Form, ...]] = {}
    for word in words:
        if word.startswith(_BEFORES) and (before := _BEFORE.match(word)):
            holding[word] = tuple(_named(word[before.end() :], known))
        if word.endswith(_AFTERS):
            for after in _AFTERS:
                if found := tuple(_named(word.removesuffix(after), known)):
                    holding[word] = found
    long = [word for word in words if len(word) > _LONG and word not in known.by_key]
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
