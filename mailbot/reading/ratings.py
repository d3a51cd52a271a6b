"""An answer's value: the point of a scale, the number of an option, 1 for yes and 0 for no. In doubt, None."""

from __future__ import annotations

import re
import unicodedata

from mailbot.model.form import FormQuestion, QuestionKind
from mailbot.reading.folding import collapsed, squared

VALUED = (QuestionKind.SCALE, QuestionKind.CHOICE, QuestionKind.YES_NO)
_WORDS = {
    word: number
    for number, words in enumerate(
        ("one un eins", "two deux zwei", "three trois drei", "four quatre vier", "five cinq fünf", "six sechs",
         "seven sept sieben", "eight huit acht", "nine neuf neun", "ten dix zehn"), 1)
    for word in words.split()
}  # fmt: skip
_OUT_OF = re.compile(r"(\d{1,3})\s{0,3}(?:/|out of|of|von|sur|de)\s{0,3}(\d{1,3})(?!\d|[.,]\d)", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,3})(?!\d|[.,]\d)")
_RANGE = re.compile(r"\s{0,3}(?:-|–|—|/|,|or|to|bis|oder|ou|à|and|und|&|\+|\.\.)\s{0,3}\d", re.IGNORECASE)
_EQUALS = re.compile(r"\d\s{0,2}=")
_YES = frozenset("yes y yep yeah ja oui si sí sim tak".split())  # noqa: SIM905 - a list of words
_NO = frozenset("no n nope nein non nee não nie".split())  # noqa: SIM905
_LOOK = 200  # characters at the start of an answer that can hold a value


def value_of(text: str, question: FormQuestion) -> int | None:
    """The value that the answer states; None if it states none, or not clearly ("3-4", "45", "5/5" of seven)."""
    plain = unicodedata.normalize("NFKC", text[:_LOOK]).strip(" \t\n*_\"'“”‘’()[]")
    plain = plain.replace("\u20e3", "").replace("\ufe0f", "")  # keycaps
    if question.kind is QuestionKind.YES_NO:
        return _yes_or_no(plain)
    names = question.options if question.kind is QuestionKind.CHOICE else question.labels
    named = _named(plain, names)
    if named:
        return named
    return _numbered(plain, len(names) or _highest(question.hint), names)


def _named(plain: str, names: tuple[str, ...]) -> int | None:
    words = squared(plain).rstrip(".,!;:")
    hits = [number for number, name in enumerate(names, 1) if squared(name) == words and words]
    return hits[0] if len(hits) == 1 else None


def _highest(hint: str) -> int:
    """The highest point that a hint names, ten where it names none."""
    return max((int(number) for number in re.findall(r"\d{1,2}", hint[:500])), default=10)


def _numbered(plain: str, points: int, names: tuple[str, ...]) -> int | None:
    of = _OUT_OF.match(plain)
    if of:
        number = int(of[1])
        return number if int(of[2]) == points and 1 <= number <= points else None
    found = _NUMBER.match(plain)
    if found is None:
        word = re.match(r"[^\W\d_]{1,12}", plain)
        rest = plain[word.end() :] if word else ""
        number = _WORDS.get(word[0].casefold(), 0) if word else 0
        return number if 1 <= number <= points and not _RANGE.match(rest) and _ends_word(rest) else None
    number, rest = int(found[1]), plain[found.end() :]
    if not 1 <= number <= points or _RANGE.match(rest) or len(_EQUALS.findall(plain)) > 1:
        return None
    if rest[:1] == "%" or (rest[:1] == "-" and rest[1:2].isdigit()):
        return None
    other = _named(rest.strip(" \t-–—=:.,()"), names)
    return None if other and other != number else number


def _ends_word(rest: str) -> bool:
    """Whether a number word stands by itself: "four, good" does, "one of my colleagues" does not."""
    return not rest.strip() or rest.lstrip()[0] in ".,;:!-–—("


def _yes_or_no(plain: str) -> int | None:
    found = re.match(r"[^\W\d_]{1,5}(?=$|[\s,.;:!()–—-])", plain)
    if not found:
        return None
    word, rest = found[0].casefold(), plain[found.end() :]
    others = set(collapsed(rest).split())
    if (word not in _YES and word not in _NO) or others & (_YES if word in _NO else _NO) or not _ends_word(rest):
        return None
    return int(word in _YES)
