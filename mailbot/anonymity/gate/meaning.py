"""Whether words that are also ordinary words mean the person where they stand."""

from __future__ import annotations

import re
from typing import assert_never

from mailbot.anonymity.gate.clues import Grade
from mailbot.anonymity.gate.matching import Mention
from mailbot.anonymity.gate.phrases import ARTICLES, CLOSES, CLOSINGS, GREETINGS, INTRODUCING, OF_MEDICINE, TITLES
from mailbot.anonymity.gate.plain_words import CAPITALISED, VERY_COMMON
from mailbot.anonymity.gate.reading import Reading

_RUNS_ON = re.compile(r",? |,?\n")  # between two words of one sentence
_LONGEST_GREETING = 3  # words before the name: "Many thanks Dr Rose"
_LONGEST_CLOSING = 8  # words: "Many thanks again and all the best"
_ROWS_TO_CLOSING = 3  # "Best wishes", two empty rows at most, the name
_WORDS_LIKE_INITIALS = frozenset("aio")  # "A Long day", "I Will"


def is_meant(reading: Reading, mention: Mention) -> bool:
    """Whether somebody who reads that place takes it for the person."""
    match mention.clue.grade:
        case Grade.SURE:
            return True
        case Grade.GLUED:
            return reading.is_glued(mention.start, mention.end)
        case Grade.PAIR:
            return _has_capitals(reading, mention) or not _is_common(reading, mention)
        case Grade.BESIDE:
            return _has_capitals(reading, mention)
        case Grade.INITIAL:
            return _has_initial(reading, mention)
        case Grade.WORD | Grade.CAPITALISED:
            return _is_named(reading, mention)
        case other:
            assert_never(other)


def _is_named(reading: Reading, mention: Mention) -> bool:
    """Whether one word, which may be no name, is meant as one there."""
    if reading.goes_on(mention.end) and not reading.is_capital(mention.first):
        return False  # nearly every one: in small letters a name only ever ends its row
    may_be_word = mention.clue.grade is Grade.WORD
    return _is_addressed(reading, mention) or (may_be_word and _stands_as_name(reading, mention))


def _has_capitals(reading: Reading, mention: Mention) -> bool:
    """Both begin with one, and it says something: in a text all in capitals it does not."""
    if not (reading.is_capital(mention.first) and reading.is_capital(mention.last)):
        return False
    return not _is_shouted(reading, mention) or not _is_common(reading, mention)


def _is_shouted(reading: Reading, mention: Mention) -> bool:
    """Whether the words, and one beside them, are in capitals all through."""
    around = (mention.first, mention.first - 1, mention.last + 1)
    shouted = [reading.is_shouted(at) for at in around if 0 <= at < len(reading.words)]
    return shouted[0] and sum(shouted) > 1


def _is_common(reading: Reading, mention: Mention) -> bool:
    words = {reading.words[mention.first], reading.words[mention.last]}
    return not (words.isdisjoint(VERY_COMMON) and words.isdisjoint(CAPITALISED))


def _has_initial(reading: Reading, mention: Mention) -> bool:
    """M. Baker, M Baker, or "Baker, M."; an A or I needs its dot."""
    if not _has_capitals(reading, mention):
        return False
    in_front = len(reading.words[mention.first]) == 1
    letter = mention.first if in_front else mention.last
    dotted = reading.low.startswith(".", reading.spans[letter][1])
    if in_front:
        return dotted or reading.words[letter] not in _WORDS_LIKE_INITIALS
    return dotted and "," in reading.between(mention.last)


def _is_addressed(reading: Reading, mention: Mention) -> bool:
    """After a title, in a greeting, in a sign-off."""
    if _has_title(reading, mention) or _is_introduced(reading, mention):
        return True
    return _is_greeted(reading, mention) or _is_signed(reading, mention)


def _is_introduced(reading: Reading, mention: Mention) -> bool:
    at = mention.first
    if at == 0 or reading.words[at - 1] not in INTRODUCING or not reading.is_capital(at):
        return False
    return reading.between(at) in (" ", ' "', " '")


def _has_title(reading: Reading, mention: Mention) -> bool:
    at = mention.first - 1
    return (
        at >= 0
        and reading.words[at] in TITLES
        and reading.is_capital(at)
        and reading.is_capital(mention.first)
        and reading.between(mention.first) in (" ", ". ", ".")
    )


def _is_greeted(reading: Reading, mention: Mention) -> bool:
    """The row begins with a greeting; a name in small letters must be all that follows."""
    start = reading.row_begins(mention.first)
    if not 0 < mention.first - start <= _LONGEST_GREETING or reading.words[start] not in GREETINGS:
        return False
    before = reading.words[start : mention.first]
    if not all(word in GREETINGS or word in TITLES for word in before):
        return False
    return reading.is_capital(mention.first) or reading.ends_row(mention.last)


def _is_signed(reading: Reading, mention: Mention) -> bool:
    """The name ends its row, below a closing phrase or behind one."""
    if reading.is_kissed(mention.first, mention.last):
        return True
    if not reading.ends_row(mention.last):
        return False
    if reading.is_capital(mention.first) and reading.ends_with_dash(mention.first):
        return True
    start = reading.row_begins(mention.first)
    if start < mention.first:
        named = reading.is_capital(mention.first) or "," in reading.between(mention.first)
        return named and _is_closing(reading, start, mention.first)
    if start == 0 or reading.row(start) - reading.row(start - 1) > _ROWS_TO_CLOSING:
        return False
    return _is_closing(reading, reading.row_begins(start - 1), start)


def _is_closing(reading: Reading, start: int, end: int) -> bool:
    """Whether the words [start, end), a whole row, say goodbye."""
    if end - start > _LONGEST_CLOSING:
        return False
    words = reading.words[start:end]
    return not CLOSES.isdisjoint(words) and CLOSINGS.issuperset(words)


def _stands_as_name(reading: Reading, mention: Mention) -> bool:
    """A capital inside a sentence, where only names have one; not where all is in capitals or begins with them."""
    at = mention.first
    if not reading.is_capital(at) or reading.is_shouted(at) or at == 0 or not _runs_on(reading, at):
        return False
    before = at - 1
    if reading.words[before] in ARTICLES:
        return False
    if reading.is_capital(before) and before > 0 and _runs_on(reading, before):
        return False
    return not _is_of_something(reading, mention.last + 1)


def _is_of_something(reading: Reading, at: int) -> bool:
    """Whether the next word makes a thing of it: "Grant Hospital", "Ward 7"."""
    if at >= len(reading.words) or reading.between(at) != " " or reading.words[at] == "i":
        return False
    return reading.is_capital(at) or reading.words[at].isdigit()


def is_of_medicine(reading: Reading, mention: Mention) -> bool:
    """Whether the name is part of a term: "Parkinson's disease", "a Foley catheter"."""
    at = mention.last + 1
    if reading.words[at : at + 1] == ["s"]:
        at += 1
    return mention.first == mention.last and not OF_MEDICINE.isdisjoint(reading.words[at : at + 1])


def _runs_on(reading: Reading, at: int) -> bool:
    return _RUNS_ON.fullmatch(reading.between(at)) is not None
