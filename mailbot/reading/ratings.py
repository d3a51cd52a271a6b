"""An answer's value: the point of a scale, the number of an option, 1 for yes and 0 for no. In doubt, None."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.model.form import FormQuestion, QuestionKind
from mailbot.reading.numerals import head_of
from mailbot.reading.ratings_names import Names
from mailbot.reading.ratings_ticked import copied
from mailbot.reading.ratings_tokens import Token, plain_answer, tokens_of
from mailbot.reading.ratings_words import BEFORE, BEHIND, CHANGE, HALF, NOT, NUMBERS, OF
from mailbot.reading.ratings_yes_no import yes_or_no

_LABEL = re.compile(r"\s{0,3}(?:[^\W\d_]{1,12}\s?:|[Aa]ns\.)\s{0,3}(?=[\w(*-])")  # "Answer: 4", "ZM: 4"
_MOST_BEFORE = 9  # tokens in front of the value: "I would say a solid"
_NO_POINT = frozenset("+%/?°$€£#&")  # signs that make a number something else
_RANGE = frozenset("-~>/+=")


def value_of(text: str, question: FormQuestion) -> int | None:
    """The value that the answer states; None if it states none, or not clearly ("3-4", "45", "5/5" of seven)."""
    plain = plain_answer(text)
    own = head_of(plain)
    if own and own.number == question.number and own.strong and not own.digit and plain[own.end :].strip():
        plain = plain[own.end :]  # its own number once more, as a label: "5. 2" below question 5
    label = _LABEL.match(plain)
    if label and question.kind is QuestionKind.YES_NO:
        plain = plain[label.end() :]
    if question.kind is QuestionKind.YES_NO:
        ticked = copied(plain, 0)
        return yes_or_no(tokens_of(plain if ticked is None else ticked.words))
    options = question.options if question.kind is QuestionKind.CHOICE else question.labels
    names = Names(options)
    points = len(options) or _highest(question.hint)
    named = names.whole(plain)
    if named:
        number = plain.strip(" \t\n.!*_")
        means_two = number.isdigit() and int(number) != named and 1 <= int(number) <= points
        is_name = question.kind is QuestionKind.SCALE and names.are_numbers  # from 0 to 10, say
        return None if means_two and not is_name else named
    copy = copied(plain, points)
    words = plain if copy is None else copy.words
    if label and not names.at(tokens_of(words), 0)[0]:
        words = words[label.end() :]
    return _stated(tokens_of(words), names, points)


def _highest(hint: str) -> int:
    """The highest point that a hint names, ten where it names none."""
    return max((int(number) for number in re.findall(r"\d{1,2}", hint[:500])), default=10)


def _stated(tokens: Sequence[Token], names: Names, points: int) -> int | None:
    at = 0
    while at < len(tokens) and at < _MOST_BEFORE:
        token = tokens[at]
        if token.kind == "number" and _out_of(tokens, at + 1)[1] == points:
            return _by_number(tokens, at, names, points)  # "3/10" beats a point whose name is "3"
        value, end = names.at(tokens, at)
        if value:
            return value if _name_ends(tokens, end) and _agrees(tokens, end, value, names, points) else None
        if names.have_numbers and token.kind == "number":
            break  # "3" may be an option's number or the number in one
        spelt = token.kind == "word" and token.text in NUMBERS
        if token.kind == "number" or (spelt and not _is_article(tokens, at)):
            return _by_number(tokens, at, names, points)
        if token.kind == "word" and token.text not in BEFORE:
            break
        if token.kind == "sign" and (token.text in _NO_POINT or _is_sign_of(tokens, at)):
            break
        at += 1
    return names.begun(tokens)


def _is_article(tokens: Sequence[Token], at: int) -> bool:
    """Whether "un" or "ein" leads to the value itself, or "one" is no number: "ein 4", "the one"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    leads = following is not None and following.kind in ("number", "word")
    return NUMBERS[tokens[at].text] == 1 and (leads or (at > 0 and tokens[at - 1].kind == "word"))


def _is_sign_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether it makes "-4" of a 4, or points from it as "<- 3" does."""
    if tokens[at].text == "<":
        return at + 1 < len(tokens) and tokens[at + 1].text == "-"
    return tokens[at].text == "-" and at + 1 < len(tokens) and tokens[at + 1].tight and tokens[at + 1].kind == "number"


def _by_number(tokens: Sequence[Token], at: int, names: Names, points: int) -> int | None:
    token = tokens[at]
    value = _whole_number(token)
    end, of = _out_of(tokens, at + 1)
    if not 1 <= value <= points or of not in (0, points):
        return None
    if not of and not _number_ends(tokens, end, names, spelt=token.kind == "word"):
        return None
    named, stop = names.at(tokens, _past_signs(tokens, end))
    if named and named != value and _name_ends(tokens, stop):
        return None
    return value if not _another_number(tokens, end, value, points) else None


def _out_of(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Behind "/5" or "out of 5" with the highest point that it names; 0 where there is none."""
    start = at
    while at < len(tokens) and at < start + 2 and (tokens[at].text in OF or tokens[at].text in ("/", "out")):
        at += 1
    highest = _whole_number(tokens[at]) if start < at < len(tokens) else 0
    return (at + 1, highest) if highest else (start, 0)


def _whole_number(token: Token) -> int:
    if token.kind == "word":
        return NUMBERS.get(token.text, 0)
    return int(token.text) if token.text.isdigit() else 0


def _number_ends(tokens: Sequence[Token], at: int, names: Names, *, spelt: bool) -> bool:
    """Whether a number stands for itself: "4 - good" and "4 because" do, "4 weeks", "4th" and "3-4" do not."""
    if at >= len(tokens) or tokens[at].kind == "line":
        return True
    token = tokens[at]
    if token.kind == "word" and token.tight:
        return token.text == "ish"
    if token.kind == "word":
        return not spelt and (token.text in BEHIND or bool(names.at(tokens, at)[0]))
    return token.kind == "sign" and token.text not in _NO_POINT and _sign_ends(tokens, at, names)


def _sign_ends(tokens: Sequence[Token], at: int, names: Names) -> bool:
    """Whether the sign behind a number ends it: no other number follows, and "4-year" or "4-" is something else."""
    past = _past_signs(tokens, at)
    following = tokens[past] if past < len(tokens) else None
    if following is not None and following.kind == "number":
        return False
    if tokens[at].text != "-" or not tokens[at].tight:
        return True
    if following is None:
        return False
    return not following.tight or following.text == "ish" or bool(names.at(tokens, at + 1)[0])


def _name_ends(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens) or tokens[at].kind == "line":
        return True
    token = tokens[at]
    if token.kind == "word":
        return token.text in BEHIND
    return token.kind == "number" or token.text not in _NO_POINT


def _past_signs(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].kind == "sign":
        at += 1
    return at


def _agrees(tokens: Sequence[Token], at: int, value: int, names: Names, points: int) -> bool:
    """Whether nothing behind a name states another value."""
    return names.among(tokens, at) <= {value} and not _another_number(tokens, at, value, points)


def _another_number(tokens: Sequence[Token], start: int, value: int, points: int) -> bool:
    """Whether another point of the scale stands there by itself: "4 -> 3", not "4, after 3 cancelled lists"."""
    for at in range(start, len(tokens)):
        token = tokens[at]
        before = tokens[at - 1]
        if token.text in HALF:
            return True
        number = NUMBERS.get(token.text, 0) if token.kind == "word" else 0
        if number > 1 and number != value and before.text in CHANGE:
            return True
        if token.kind != "number" or before.text in NOT:
            continue
        stated = float(token.text.replace(",", "."))
        if stated == value or not 1 <= stated <= points:
            continue
        if before.text in CHANGE or before.text in _RANGE or not _counts(tokens, at + 1):
            return True
    return False


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number in front counts something: "3 nights"."""
    word = tokens[at] if at < len(tokens) else None
    return word is not None and word.kind == "word" and not word.tight and word.text not in BEHIND | CHANGE
