"""Bleep, pager and extension numbers: a few digits that mean somebody only behind their word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.cues import before, behind, places
from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain

_WORDS = ("bleep", "pager", "extension", "extn", "ext", "dect", "switchboard", "vocera", "page me", "page us", "dial")
_WORDS_TOO = ("aircall", "air call", "baton phone", "baton", "internal", "desk phone")
_CALLED = re.compile(
    r"(?:call|ring|phone|reach|contact|get|text) (?:me|us|him|her)(?: [a-z]+){0,2}? on (?:x ?)?(?P<digits>\d{4,5})"
    r"(?![\d:%/]|[.,-]\d|(?:st|nd|rd|th|am|pm)\b)"
)
_X = re.compile(r"x(?P<digits>\d{4,5})(?![\d:%/x]|[.,-]\d)")
_LINK = (
    r"(?:no|num|number|nr|is|me|on|us|him|her|them|my|the|via|at|his|it|to|still|now|using|any ?time|directly|phone"
    r"|holder|if needed|and ask for|ask for)"
)
_NUMBER = re.compile(
    rf"s?(?P<links>(?:[\s:.#=*'\"(,-]{{1,4}}{_LINK}(?![a-z])){{0,5}}(?P<mark>[\s:.#=*'\"(,-]{{0,4}}))"
    r"(?P<digits>\d(?: ?\d){1,6})(?![\d:%°/]|\.\d|\s?-\s?\d)(?!,\d{3})"
    r"(?P<more>(?:\s?(?:/|,|or|and|&)\s?(?:ext\.?\s?|bleep\s)?\d{3,6}(?!\d))*)"
)
_COUNTED = re.compile(
    r"\s{0,2}(?:times|x\b|hours?|hrs?|h\b|minutes?|mins?|am\b|pm\b|calls?|bleeps|per\b|degrees?|days?|weeks?|months?"
    r"|years?|mm\b|cm\b|patients?|nights?|shifts?|in the|o'?clock|percent|words|pages|seconds?|secs?|more|different)"
)
_BELONGS = re.compile(
    r"(?<![\d.,/:-])(?P<digits>\d{3,5})\s{0,2}(?:\(|is |was |- |, )?\s?(?:my |the |his |her )?"
    r"(?:bleep|pager|extension|ext)\b"
)
_REACH = 20
_EVERYBODYS = frozenset({"2222", "999", "111", "101", "112", "3333"})
_TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_TIME_NEXT = re.compile(r"\s?(?:-|to|until|till)?\s?(?:[01]\d|2[0-3]):?[0-5]\d(?!\d)")
_AT, _TO = re.compile(r"\bat\b"), re.compile(r"\bto\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST = 3


def bleeps(plain: Plain) -> Iterator[Seen]:
    """Every short number behind its word, and those that are said to be one."""
    low = plain.low
    for word in (*_WORDS, *_WORDS_TOO):
        for at in places(low, word):
            number = _NUMBER.match(low, at + len(word))
            if number and _is_meant(low, number, word):
                yield Seen(kind="phone", start=number.start("digits"), end=number.end("more"))
    for match in behind(_CALLED, low, "call", "ring", "phone", "reach", "contact", "get", "text"):
        if match["digits"] not in _EVERYBODYS and not _YEAR.fullmatch(match["digits"]):
            yield Seen(kind="phone", start=match.start("digits"), end=match.end("digits"))
    for match in behind(_X, low, "x"):
        if not match["digits"].endswith("00") and not _YEAR.fullmatch(match["digits"]):
            yield Seen(kind="phone", start=match.start(), end=match.end("digits"))
    for match in before(_BELONGS, low, _REACH, "bleep", "pager", "ext"):
        if match["digits"] not in _EVERYBODYS and not _YEAR.fullmatch(match["digits"]):
            yield Seen(kind="phone", start=match.start("digits"), end=match.end("digits"))


def _is_meant(low: str, number: re.Match[str], word: str) -> bool:
    """Whether the figures are a number to dial: not "bleep 20 times", "bleep at 0300", "extension 2025"."""
    digits = number["digits"].replace(" ", "")
    called = any(link in number["links"] for link in ("no", "num", "nr", "is", ":", "#", "="))
    if digits in _EVERYBODYS or _COUNTED.match(low, number.end()) or (len(digits) < _FEWEST and not called):
        return False
    if _TIME.fullmatch(digits) and (_AT.search(number["links"]) or _TIME_NEXT.match(low, number.end())):
        return False
    if word in ("extension", "internal") and _TO.search(number["links"]):
        return False
    return called or not (_YEAR.fullmatch(digits) and word in ("extension", "internal"))
