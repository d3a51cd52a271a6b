"""A sentence that corrects one answer: "Q3 should be 4", "please change my answer to question 3 to 4"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.model.form import VALUED, FormQuestion
from mailbot.reading.folding import collapsed
from mailbot.reading.leftovers import Typed
from mailbot.reading.numerals import NUMBERED_THINGS
from mailbot.reading.ratings import value_of

_LONGEST = 300
_SENTENCE = re.compile(r"(?<=[.!?])\s{1,4}(?=[^\W\d_a-z])")
_NUMBER = re.compile(r"(?<![\w.,/])([a-z#]?)(\d{1,2})(?![\d\w%/])(?![.,]\d)", re.IGNORECASE)
_CHANGE_WORDS = (
    "change correct update set amend make replace edit fix put ändern ändere korrigieren corriger changer cambiar "
    "cambiare wijzig zmień"
)
# What may stand in front of the question's number, and what says that the new answer follows.
_WORDS_BEFORE = (
    "please could can would you kindly i want wanted need like to my the answer answers for in on of at and also sorry "
    "oops correction regarding re concerning as it i'd made mistake with about bitte sie meine die zu bei von auf "
    "und entschuldigung s'il vous plaît ma la réponse por favor mi per favore il de alla alle à"
)
_WORDS_AFTER = (
    "should must be been read have now is was meant to i actually really say it make use put into as with by supposed "
    "needs need ought the please correctly instead = -> => > sollte soll muss ist war sein auf zu devrait être est "
    "debe debería ser es deve essere dovrebbe moet zijn powinno być ska vara answer answers from"
)
_WORDS_THAT_SAY_SO = "should must meant supposed = -> => sollte soll devrait debería debe dovrebbe moet powinno ska"
_CHANGE = frozenset(_CHANGE_WORDS.split())
_BEFORE = NUMBERED_THINGS | _CHANGE | frozenset(_WORDS_BEFORE.split())
_SAYS = frozenset(_WORDS_AFTER.split())
_SAYS_SO = frozenset(_WORDS_THAT_SAY_SO.split())
_SAYS_WITH_QUESTION = frozenset(("is", "now", "use", "make", "ist", "est", "es", "è"))
_PHRASE = re.compile(
    r"[\s:,–-]{0,4}(?:(?:should|must|ought to|needs to)(?: now| actually)?(?: have)? (?:be|been|read|say)"
    r"|i(?: actually| really)? meant(?: to (?:say|write|put))?|is now|->|=>|→|=)[\s:]{1,3}(?=\S)",
    re.IGNORECASE,
)
_IS = re.compile(r"[\s.):,]{0,3}(?:is|ist|est|es|è)[\s:]{1,3}(?=\S)", re.IGNORECASE)
_SORRY = frozenset(("sorry", "oops", "correction", "mistake", "entschuldigung"))
_INTO = re.compile(r"\s{0,3}(?:to|into|auf|in|->|→|=)[\s:]{1,3}(?=\S)", re.IGNORECASE)
_OLD = re.compile(
    r"(?:\s{0,3},)?\s{1,3}\(?(?:and |und )?(?:not|instead of|rather than|statt|nicht|au lieu de|pas|en vez de)\s{1,3}"
    r"([^\s).!]{1,20}(?: [^\s).!]{1,20})?)\s?[).!]{0,3}$",
    re.IGNORECASE,
)
_END = re.compile(
    r"[\s,]{0,3}(?:please|thanks|thank you|many thanks|bitte|danke|merci|gracias)?[\s.!?,;:)]{0,4}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """The new text for one question (from 0), whether the sentence leaves no doubt about it, whether it has words."""

    question: int
    text: str
    sure: bool
    worded: bool = True  # "Q3 = 4" has none but the question's


def sentences(row: Typed) -> list[str]:
    """The sentences of a line; a long line is one."""
    return _SENTENCE.split(row.text) if len(row.text) <= _LONGEST else [row.text]


def correction_in(sentence: str, questions: Sequence[FormQuestion]) -> Correction | None:
    """The correction that the sentence is, None if it is something else; not sure if it states no value of a scale."""
    found = _NUMBER.search(sentence) if len(sentence) <= _LONGEST else None
    if found is None or not 1 <= int(found[2]) <= len(questions):
        return None
    before = (
        collapsed(sentence[: found.start(1)].replace("#", " question ")).replace(":", " ").replace("(", " ").split()
    )
    if found[1]:
        before.append({"#": "question"}.get(found[1], found[1].casefold()))
    if not set(before) <= _BEFORE:
        return None
    led = any(word in NUMBERED_THINGS for word in before)
    sorry = any(word in _SORRY for word in before)
    change = sorry or any(word in _CHANGE for word in before)
    rest = sentence[found.end() :]
    question = questions[int(found[2]) - 1]
    if question.kind in VALUED:
        return _of_value(rest, question, led=led, change=change)
    says = _PHRASE.match(rest) or (_INTO.match(rest) if change else None) or (_IS.match(rest) if sorry else None)
    if says is None or not (led or change or sorry):
        return None
    text = rest[says.end() :].strip()
    sure = led and _OLD.search(text) is None and _IS.match(rest) is None
    return Correction(question=question.number - 1, text=text, sure=sure, worded=_is_worded(rest[: says.end()]))


def _is_worded(text: str) -> bool:
    return any(map(str.isalpha, text))


def _of_value(rest: str, question: FormQuestion, *, led: bool, change: bool) -> Correction | None:
    rest = rest.lstrip(" .):")
    old = _OLD.search(rest)
    rest = _END.sub("", rest[: old.start()] if old else rest, count=1)
    words = re.findall(r"[^\s:,]+", rest.replace("→", "->").replace("–", " "))
    said = _says(words, 0)
    if words[said - 1 : said] == ["from"]:  # "from 2 to 4"
        said = _says(words, said + 1)
    stop = len(words)
    while stop > said + 1 and words[stop - 1].casefold() in _SAYS:  # "sollte 4 sein", "4 now"
        stop -= 1
    text = " ".join(words[said:stop])
    told = {word.casefold() for word in words[:said]}
    says_so = change or bool(told & _SAYS_SO) or (led and (old is not None or bool(told & _SAYS_WITH_QUESTION)))
    if not says_so or not text:
        return None
    # Without the word "question", "3 should have been 4" can speak of an answer "3".
    other = old is not None and value_of(old[1], question) not in (None, question.number)
    sure = (led or other or words[:said] == ["="]) and value_of(text, question) is not None
    worded = old is not None or _is_worded("".join(words[:said]))
    return Correction(question=question.number - 1, text=text, sure=sure, worded=worded)


def _says(words: list[str], at: int) -> int:
    while at < len(words) - 1 and words[at].casefold() in _SAYS:
        at += 1
    return at
