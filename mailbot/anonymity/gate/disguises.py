"""Names that a reader still reads although no word of the text is one: spaced out, with digits, inside a handle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.gate.clues import Clue
from mailbot.anonymity.gate.watch import INSIDE, Watch

_SPACED_OUT = re.compile(r"(?<![^\W_])[^\W_](?:(?:[^\w\n]|_){1,3}[^\W_](?![^\W_])){2,400}")
_NOT_LETTERS = re.compile(r"[^\w\n]|_")
_AS_LETTERS = (bytes.maketrans(b"0134578", b"oleastb"), bytes.maketrans(b"0134578", b"oieastb"))
_DIGITS = b"0123456789"
_INSIDE_SPACED = 4
_LETTERS = frozenset(bytes([code]) for code in b"abcdefghijklmnopqrstuvwxyz")


def disguised_words(words: set[bytes], watch: Watch) -> Iterator[tuple[Clue, bytes]]:
    """Clues that stand in a longer word, or in one with digits; and that word."""
    for word in words:
        if len(word) > INSIDE and watch.inside:
            yield from ((clue, word) for clue in _inside(word, watch))
        if not word.isalpha():
            yield from ((clue, word) for clue in _behind_digits(word, watch))


def _inside(word: bytes, watch: Watch) -> Iterator[Clue]:
    for at in range(len(word) - INSIDE + 1):
        for letters, clue in watch.inside.get(word[at : at + INSIDE], ()):
            if letters != word and word.startswith(letters, at):
                yield clue


def _behind_digits(word: bytes, watch: Watch) -> Iterator[Clue]:
    """What digits around it ("jane84") or in it ("j4ne") do not hide."""
    for letters in (word.strip(_DIGITS), *(word.translate(table) for table in _AS_LETTERS)):
        if letters != word and letters in watch.bare:
            yield watch.bare[letters]


def spaced_out(low: str, words: set[bytes], watch: Watch) -> Iterator[tuple[Clue, int]]:
    """Clues whose letters stand apart, "J a n e"; and where that begins."""
    alone = words & _LETTERS
    possible = [(word, clue) for letters, word, clue in watch.apart if letters <= alone]
    if not possible:
        return
    for run in _SPACED_OUT.finditer(low):
        letters = _NOT_LETTERS.sub("", run[0])
        for word, clue in possible:
            if letters == word or (len(word) >= _INSIDE_SPACED and word in letters):
                yield clue, run.start()


def unspaced(low: str, watch: Watch) -> Iterator[tuple[Clue, int]]:
    """Clues of scripts without spaces, wherever their letters stand; and the line on which they begin."""
    if not watch.unspaced:
        return
    letters = low.replace(" ", "")
    for clue in watch.unspaced:
        at = letters.find(clue.letters)
        if at >= 0:
            yield clue, letters.count("\n", 0, at) + 1
