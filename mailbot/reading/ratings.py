"""An answer's value: the point of a scale, the number of an option, 1 for yes and 0 for no. In doubt, None.

A second number or a second label is doubt: "3 -> 2", "3 or 4", "not 4, more like 2".
"""

from __future__ import annotations

import re
import unicodedata

from mailbot.model.form import FormQuestion, QuestionKind
from mailbot.reading.folding import squared
from mailbot.reading.ticked import marked_point, ticked_label
from mailbot.reading.yes_no import ends_word, yes_or_no

VALUED = (QuestionKind.SCALE, QuestionKind.CHOICE, QuestionKind.YES_NO)
_WORDS = {
    word: number
    for number, words in enumerate(
        ("one un eins", "two deux zwei", "three trois drei", "four quatre vier", "five cinq fünf", "six sechs",
         "seven sept sieben", "eight huit acht", "nine neuf neun", "ten dix zehn"), 1)
    for word in words.split()
}  # fmt: skip
_OUT_OF = re.compile(r"(\d{1,3})\s{0,3}(?:/|out of|of|von|sur|de)\s{0,3}(\d{1,3})(?!\d|[.,]\d)", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,3})(?!\d|[.,]\d|[^\W\d_])")
_RANGE = re.compile(r"\s{0,3}(?:-|–|—|/|,|~|or|to|bis|oder|ou|à|and|und|&|\+|\.\.)\s{0,3}\d", re.IGNORECASE)
_RIVAL = re.compile(r"(?<![\w.,/=])(\d{1,2})(?=\s{0,3}(?:$|[.,;:!?)\]…\n]))")
_ARROW = re.compile(r"\s{0,3}(?:->|=>|→|⇒|➔|>)")
_WORD = re.compile(r"[^\W_]+")
_EQUALS = re.compile(r"\d\s{0,2}=")
_LEAD = re.compile(
    r"(?:(?:i ?['’]?d|i would|i) (?:say|give it|go for)|probably|maybe|perhaps|about|around|roughly|say|it ?['’]?s|"
    r"my answer is|ich würde sagen|etwa|ungefähr|wohl|vielleicht|je dirais|peut-être|environ|plutôt|an?|eine?|une?)"
    r",?(?: an?| eine?| une?)?(?: solid| good| strong| weak)?\s{1,3}(?=\d)",
    re.IGNORECASE,
)
_LOOK = 200  # characters at the start of an answer that can hold a value
_NEAR = 60  # characters behind a number in which a second one takes it back


def value_of(text: str, question: FormQuestion) -> int | None:
    """The value that the answer states; None if it states none, or not clearly ("3-4", "45", "5/5" of seven)."""
    plain = unicodedata.normalize("NFKC", text[:_LOOK].replace("\u20e3", "").replace("\ufe0f", ""))
    label = ticked_label(plain)
    if label is not None:
        return _stated(label, question) if label else None
    line = plain.strip().partition("\n")[0]
    point = None if question.kind is QuestionKind.YES_NO else marked_point(line, _points(question))
    if point is not None:
        return point or None
    bare = _bare(plain)
    own = re.match(rf"{question.number}[.):]\s{{1,3}}(?=\S)", bare)
    if own:  # its own number once more, as a label: "5. 2" below question 5
        return _stated(_bare(bare[own.end() :]), question)
    return _stated(bare, question)


def _bare(text: str) -> str:
    return text.strip(" \t\r\n*_\"'“”‘’()[]<>")


def _stated(plain: str, question: FormQuestion) -> int | None:
    if question.kind is QuestionKind.YES_NO:
        return yes_or_no(plain)
    names = question.options if question.kind is QuestionKind.CHOICE else question.labels
    named = _named(plain, names)
    return (named or None) if named is not None else _numbered(plain, _points(question), names)


def _points(question: FormQuestion) -> int:
    """How many points there are: its names, else the highest that the hint names, ten where it names none."""
    names = question.options if question.kind is QuestionKind.CHOICE else question.labels
    return len(names) or max((int(number) for number in re.findall(r"\d{1,2}", question.hint[:500])), default=10)


def _named(plain: str, names: tuple[str, ...]) -> int | None:
    """The point whose name the text is, or begins with ("fair, it depends"); 0 where another is named behind it."""
    words = squared(plain)
    whole = [at for at, name in enumerate(names, 1) if squared(name) and squared(name) == words.rstrip(".,!;:")]
    if whole:
        return whole[0] if len(whole) == 1 else 0
    first, rest = _first_phrase(plain)
    hits = [at for at, name in enumerate(names, 1) if squared(name) and squared(name) == squared(first)]
    if len(hits) != 1 or not rest:
        return None
    others = [name for at, name in enumerate(names, 1) if at != hits[0]]
    taken_back = any(_spaced(name) in _spaced(rest) for name in others) or not _is_sure(hits[0], f" {rest}", len(names))
    return 0 if taken_back else hits[0]


def _spaced(text: str) -> str:
    """The words between single blanks, so that one text can be looked for in another by whole words."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _first_phrase(plain: str) -> tuple[str, str]:
    """The text up to its first mark or line end, and what follows it."""
    cut = re.search(r"\s{0,3}(?:[,;:.!(\n]|\s[-–—]\s)", plain)
    return (plain[: cut.start()], plain[cut.end() :]) if cut else (plain, "")


def _numbered(plain: str, points: int, names: tuple[str, ...]) -> int | None:
    lead = _LEAD.match(plain)
    plain = plain[lead.end() :] if lead else plain
    of = _OUT_OF.match(plain)
    if of:
        number = int(of[1])
        return number if int(of[2]) == points and _is_sure(number, plain[of.end() :], points) else None
    found = _NUMBER.match(plain)
    if found is None:
        word = re.match(r"[^\W\d_]{1,12}", plain)
        rest = plain[word.end() :] if word else ""
        number = _WORDS.get(word[0].casefold(), 0) if word else 0
        return number if _is_sure(number, rest, points) and ends_word(rest) else None
    number, rest = int(found[1]), plain[found.end() :]
    if not _is_sure(number, rest, points) or len(_EQUALS.findall(plain)) > 1:
        return None
    if rest[:1] in ("%", "+") or (rest[:1] == "-" and rest[1:2].isdigit()):
        return None
    other = _named(rest.strip(" \t-–—=:.,()"), names)
    return None if other is not None and other != number else number


def _is_sure(number: int, rest: str, points: int) -> bool:
    """Whether the number is on the scale and nothing behind it takes it back."""
    if not 1 <= number <= points or _RANGE.match(rest) or _ARROW.match(rest):
        return False
    first, _, more = rest.partition("\n")
    rivals = [*_RIVAL.findall(first[:_NEAR]), *(row.strip() for row in more.split("\n") if row.strip().isdecimal())]
    return all(int(rival) == number or not 1 <= int(rival) <= points for rival in rivals)
