"""Initials where they sign or greet: "Thanks, JS", "- J.", "/js", "Hi J,", "Dr S."; elsewhere they name nobody."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from mailbot.anonymity.names.ordinary import TITLES
from mailbot.anonymity.names.phrases import CLOSING, CLOSING_BEFORE, GREETING

_TITLES = TITLES - {"fr", "sr", "lt"}
_LETTERS = r"[A-Za-z](?:[. -]{0,2}[A-Za-z]){0,4}"
_ALONE = re.compile(rf"([ \t>*_~/|(\u2022-]*)({_LETTERS})(\.?)[ \t)*_~!,.|\r-]{{0,6}}(?:[xX]{{1,4}}[ \t\r]*)?")
_AT_END = re.compile(r"[,!? \-/~]([A-Z](?:\.? ?[A-Z]){0,3})\.?[ \t]*(?:[xX]{1,3}[ \t]*)?\r?$")
_AFTER_TITLE = re.compile(r"\.?[ ]?([A-Z](?:[. ]{0,2}[A-Z]){0,2})(?![^\W_]|')\.?")
_GREETED = re.compile(r"[ \t>*_]*[A-Za-z][\w ]{0,30}[, ] ?([A-Z](?:[. ]{0,2}[A-Z]){0,3})(?:\.?[,!:]|\.?[ \t\r]*$)")
_CUED = re.compile(r"initials?(?: are| is|:)? [\"'(]?([a-z](?:[. ]{0,2}[a-z]){0,4})(?![^\W_])", re.IGNORECASE)
_SLASHED = re.compile(r"/([a-z]{1,4})[ \t]*\r?$", re.MULTILINE)
_GOES_ON = re.compile(r"\.(?= [a-z]|[,;:)])")
_LEFT_OUT = re.compile(r"[. -]")
_PLACEHOLDERS = "ABNXYZ"
_SHORT_LINE = 24
_TAIL = 16
# Short words of mails and wards that stand alone on a line and sign nothing.
_NO_INITIALS_WORDS = """
ok no hi ps pps nb re fw fwd cc bcc ct mr gp ed or it us eg ie na tbc tbd am pm a i x xx xxx etc er ot pt dr st
"""
_NO_INITIALS = frozenset(_NO_INITIALS_WORDS.split())
_LINE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Initials at [start, end) of the folded text."""

    start: int
    end: int
    letters: str


def initials_in(cased: str, low: str, words: set[str], known: Collection[str]) -> Iterator[Signed]:
    """Every place where one of these initials signs, greets, or follows a title; `words` are those of the text."""
    for match, group in _candidates(cased, low, words):
        letters = _LEFT_OUT.sub("", match[group]).lower()
        if match.re is _AFTER_TITLE and f".{letters}" in known:
            letters = f".{letters}"
        if letters not in known and letters.endswith("x"):  # kisses
            letters = letters.rstrip("x")
        if letters in known:
            start = match.start() if match.re is _SLASHED else match.start(group)
            dotted = match.re is _AFTER_TITLE and _GOES_ON.match(cased, match.end(group))
            yield Signed(start=start, end=match.end(group) + (1 if dotted else 0), letters=letters)


def _candidates(cased: str, low: str, words: set[str]) -> Iterator[tuple[re.Match[str], int]]:
    at = 0
    for line in cased.split("\n"):
        end = at + len(line)
        if len(line) < _SHORT_LINE and (match := _ALONE.fullmatch(cased, at, end)) and _alone(cased, match):
            yield match, 2
        if (match := _AT_END.search(cased, max(at, end - _TAIL), end)) and _at_end(cased, match):
            yield match, 1
        if (match := _GREETED.match(cased, at, min(end, at + _LINE))) and _greeted(cased, match):
            yield match, 1
        at = end + 1
    for title in _TITLES & words:
        for where in re.finditer(title, low):
            # "Mr X and Mrs Y" are nobody.
            if (match := _AFTER_TITLE.match(cased, where.end())) and match[1] not in _PLACEHOLDERS:
                yield match, 1
    if "initial" in low:
        yield from ((match, 1) for match in _CUED.finditer(cased))
    yield from (
        (match, 1) for match in _SLASHED.finditer(cased) if not cased[match.start() - 1 : match.start()].strip()
    )


def _alone(cased: str, match: re.Match[str]) -> bool:
    """A line of nothing but initials: under a closing, behind a dash, or as the last line."""
    letters = _LEFT_OUT.sub("", match[2]).lower()
    if letters in _NO_INITIALS and not _closes(cased, match.start()):
        return False
    dashed = any(mark in match[1] for mark in "-~/")
    last = not cased[match.end() : match.end() + 200].strip()
    return _closes(cased, match.start()) or dashed or (last and (match[2].isupper() or len(letters) > 1))


def _closes(cased: str, start: int) -> bool:
    above = cased[max(0, start - 2 * _LINE) : start].rstrip().rpartition("\n")[2].lower()
    return len(above) < _LINE and CLOSING.match(above) is not None


def _at_end(cased: str, match: re.Match[str]) -> bool:
    """Initials behind a closing on its line: "Many thanks, JS"."""
    letters = _LEFT_OUT.sub("", match[1]).lower()
    before = cased[max(0, match.start(1) - _LINE) : match.start(1)].rpartition("\n")[2]
    if letters in _NO_INITIALS or len(before) >= _LINE:
        return False
    return before.strip() in ("-", "~", "/") or CLOSING_BEFORE.search(before.lower()) is not None


def _greeted(cased: str, match: re.Match[str]) -> bool:
    letters = _LEFT_OUT.sub("", match[1]).lower()
    if letters in _NO_INITIALS and len(letters) > 1:
        return False
    before = cased[match.start() : match.start(1)].lower()
    return GREETING.search(before) is not None and (letters not in "ai" or len(letters) > 1 or match[0][-1] in ",!")
