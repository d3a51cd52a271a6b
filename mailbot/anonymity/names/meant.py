"""Whether an ordinary word is meant as a name where it stands: "I told Mark", and not "mark my words"."""

from __future__ import annotations

import re

from mailbot.anonymity.names.forms import Form
from mailbot.anonymity.names.ordinary import FUNCTION, GIVEN, PRONOUNS
from mailbot.anonymity.names.phrases import (
    AFTER_TITLE,
    BEING,
    CLOSING,
    CLOSING_BEFORE,
    GREETING,
    INTRODUCED,
    LABEL,
    NO_NAME_BEFORE,
    PERSON_VERBS,
    SPEAKING,
    TOLD,
)

_LINE = 80
_SHORT = 2
_STARTS_SENTENCE = ".!?:\u2026\u2022*>"
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:e\.g|i\.e|vs|cf|approx|[a-z])\.$")
_NEXT = re.compile(r"[\"')*_\]]{0,2}(?:(,)? ([a-z]+(?:'[a-z]+)?)|('s?(?![a-z]))|,)")
_TWO_WORDS = re.compile(r"\w{2,} \w{2,}")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|from|of|around|outside|through|via|(?:moved?|moving|went|go|going|came|come|travel\w*"
    r"|train|back|from \w{2,20}) to|the|a) $"
)
_NUMBERED = re.compile(r" (?:\d|[A-HJ-Zb-hj-z](?![\w']))|[-/]\d")  # "Ward B"; not "I gave Will a list"
_PROPER_NOUN = re.compile(
    r"(?:'s)?(?: [A-Z][a-z]+){0,2} (?:Hospital|College|Street|Road|Lane|House|Ward|Trust|Clinic|University"
    r"|Institute|Society"
    r"|School|Centre|Center|Park|Court|Avenue|Square|Medal|Award|Prize|Foundation|Library|Theatre|Unit)\b"
)
_HAS_A = re.compile(
    r"'s (?:advice|opinion|view|help|idea|question|words|letter|email|message|suggestion|comments?|patients?)\b"
)
_AND_I = re.compile(r",? and (?:i|me|you|she|he|we)\b")
_NO_VERBS = frozenset({"need", "bed", "red", "speed", "seed"})
_ENDS = re.compile(r"[\"'*_)]{0,2}(?:[.,;!?\n]|$)")
_HERE = re.compile(r" (?:again|here|speaking|calling|writing)\b")
_MARKS = "*_]"
_MARK = re.compile(r"[*_\[]$")
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z][a-z]+")
_SHORT_LINES = re.compile(r"\s*(?:[^\n]{1,40}(?:\n|$)){0,3}\s*")
_CAPITALISED_LINE = 4
_SHOWN_BEFORE = 200


def is_meant(cased: str, low: str, start: int, end: int, form: Form) -> bool:
    """Whether the ordinary word at that place, with no known name beside it, names the person."""
    stands_out = _stands_out(cased, low, start, end)
    if stands_out or _is_addressed(cased, low, start, end):
        return stands_out or not _reads_as_word(cased, low, start, end, form)
    if not cased[start].isupper():
        return False
    if form.ordinary == "month":
        return _next_word(low, end) in SPEAKING or _told_before(low, start) or _HAS_A.match(low, end) is not None
    abbreviated = end - start <= _SHORT and cased[start:end].isupper()  # "the ED", "an NG tube"
    if abbreviated or _NUMBERED.match(cased, end) or _PROPER_NOUN.match(cased, end):
        return _told_before(low, start)
    if _is_shouted(cased, start, end) or starts_sentence(cased, start):
        return _next_is_persons(low, end, form)
    return not _is_place_or_heading(cased, low, start, end, form)


def _stands_out(cased: str, low: str, start: int, end: int) -> bool:
    """Whether it can be nothing else: "call me Will", "this is jo again", "JoLi", "*Grace*", "[Bill]"."""
    if INTRODUCED.search(low, max(0, start - 24), start) and (cased[start].isupper() or _ENDS.match(low, end)):
        return True
    if low[max(0, start - 8) : start] == "this is " and _HERE.match(low, end):
        return True
    marked = (
        cased[start].isupper() and _MARK.search(cased[max(0, start - 2) : start]) and cased[end : end + 1] in _MARKS
    )
    return bool(marked and cased[end : end + 1]) or _CAMEL.fullmatch(cased, start, end) is not None


def _is_place_or_heading(cased: str, low: str, start: int, end: int, form: Form) -> bool:
    """Whether a capital inside a sentence has another reason: "in Victoria", "Things That Will Help"."""
    if form.ordinary == "place":
        return _PLACE_BEFORE.search(low, max(0, start - 32), start) is not None
    return form.key in FUNCTION | PRONOUNS and _in_heading(cased, start, end)


def _is_addressed(cased: str, low: str, start: int, end: int) -> bool:
    """After a title or "@", in a greeting, as a label's value, or in a sign-off."""
    if low[start - 1 : start] == "@" or AFTER_TITLE.search(low, max(0, start - 16), start):
        return True
    before = _line_before(low, start)
    if before is None:
        return False
    after = low[end : end + _LINE].partition("\n")[0]
    if GREETING.search(cased[start - len(before) : start]) or (LABEL.search(before) and not after.strip(' \t.;,>")')):
        return True
    return _is_signature(cased, low, start, end)


def _reads_as_word(cased: str, low: str, start: int, end: int, form: Form) -> bool:
    """Whether a greeting goes on with the word instead of naming somebody: "Thanks, will do", "Hi, may I ask"."""
    if AFTER_TITLE.search(low, max(0, start - 16), start):
        return False
    if form.key in PRONOUNS and not cased[start].isupper() and low[end : end + 1] == " ":
        return True
    following = _next_word(low, end)
    if not following or low[end : end + 1] == ",":
        return False
    if following in NO_NAME_BEFORE and form.key in FUNCTION:
        return True
    return not cased[start].isupper() and low[end : end + 1] not in ",!.'\n" and _is_lower_prose(low, start, end)


def _is_lower_prose(low: str, start: int, end: int) -> bool:
    """Whether a word without capital stands in the middle of a clause: "thanks for the long call" names nobody."""
    before = low[max(0, start - 24) : start].split()
    return len(before) > 1 or _next_word(low, end) not in ("i", "how", "thanks", "thank", "hope", "sorry", "just")


def _next_word(low: str, end: int) -> str:
    found = _NEXT.match(low, end)
    return (found[2] or "") if found else ""


def _told_before(low: str, start: int) -> bool:
    return TOLD.search(low, max(0, start - 24), start) is not None


def _next_is_persons(low: str, end: int, form: Form) -> bool:
    """Whether what follows a word at the beginning of a sentence is said of people: "Mark said", "Rose and I"."""
    found = _NEXT.match(low, end)
    if found is None or form.key in PRONOUNS:
        return False
    comma, word, owner = found.groups()
    given = form.key in GIVEN or len(form.key) <= _SHORT
    if owner or word is None:
        return bool(owner) or given
    word = word.partition("'")[0]
    if word in (PERSON_VERBS if given else SPEAKING) or _AND_I.match(low, end):
        return True
    goes_on = form.key in FUNCTION and word in NO_NAME_BEFORE
    did = bool(comma) or word in BEING or (word.endswith("ed") and word not in _NO_VERBS)
    return given and did and not goes_on


def starts_sentence(cased: str, start: int) -> bool:
    """Whether a capital at that place says nothing: the text, a paragraph, a sentence or a list item begins there."""
    before = cased[max(0, start - _SHOWN_BEFORE) : start]
    words = before.rstrip(" \t\n\r\"'([{-/")
    if not words:
        return True
    between = before[len(words) :]
    if between.count("\n") > 1 or "\n-" in between:
        return True
    return words[-1] in _STARTS_SENTENCE and not _ABBREVIATED.search(words[-8:].lower())


def _is_shouted(cased: str, start: int, end: int) -> bool:
    """Whether everything around is in capitals, so that a capital says nothing."""
    if end - start < 2 or not cased[start:end].isupper():  # noqa: PLR2004 (a single capital shouts nothing)
        return False
    around = re.findall(r"[A-Za-z]{2,}", cased[max(0, start - 24) : start] + " " + cased[end : end + 24])
    return bool(around) and sum(word.isupper() for word in around) * 2 > len(around)


def _in_heading(cased: str, start: int, end: int) -> bool:
    """Whether the line is a heading with Capitals Throughout."""
    first = cased.rfind("\n", max(0, start - _LINE), start) + 1
    last = cased.find("\n", end, end + _LINE)
    words = re.findall(r"[A-Za-z]{4,}", cased[max(first, start - _LINE) : last if last >= 0 else end + _LINE])
    return len(words) >= _CAPITALISED_LINE and all(word[0].isupper() for word in words)


def _line_before(low: str, start: int) -> str | None:
    """What stands before that place on its line; None when the line is too long to be a greeting or a signature."""
    window = low[max(0, start - _LINE) : start]
    if "\n" in window or len(window) < _LINE:
        return window.rpartition("\n")[2]
    return None


def _is_signature(cased: str, low: str, start: int, end: int) -> bool:
    """Whether the name stands under a closing phrase, after one on the same line, or alone at the very end or start."""
    before = _line_before(low, start)
    after = low[end : end + _LINE].partition("\n")[0]
    if before is None or len(after) == _LINE or _TWO_WORDS.search(after):
        return False
    if before.strip(" -~_*\t>/"):
        dashed = before.endswith((" - ", " -", " ~")) and not low[end : end + 200].strip(" .!x\r\n")
        closed = cased[start].isupper() or before.rstrip()[-1] in ",-~"
        signed = dashed or CLOSING_BEFORE.search(before) is not None
        return closed and signed and not re.match(r" [a-z]{2}", after)
    above = low[max(0, start - len(before) - 2 * _LINE) : start - len(before)].rstrip().rpartition("\n")[2]
    if CLOSING.match(above):
        return True
    if not cased[start].isupper() or after.strip(" ,.!-~_*x\t\r"):
        return False
    first, last = not low[:start].strip(" -~_*\t\n>"), not low[end : end + 400].strip(" ,.!-~_*x\t\r\n")
    # A grade or a place of work may stand below: "Mo, ST4 in surgery" in two lines.
    last = last or (not after.strip(" \r") and _SHORT_LINES.fullmatch(low, end) is not None and "." not in low[end:])
    return last or (first and "," in after) or before.strip() in ("-", "--", "~")
