"""Initials where they sign or greet: "Thanks, JS", "- J.", "/js", "Hi J,", "Dr S."; elsewhere they name nobody."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from mailbot.anonymity.ordinary import TITLES
from mailbot.anonymity.phrases import CLOSING, CLOSING_BEFORE, GREETING

_TITLE = "|".join(sorted(TITLES - {"fr", "sr", "de"}))
_LETTERS = r"[A-Za-z](?:[. ]{0,2}[A-Za-z]){0,4}"
_ALONE = re.compile(rf"(?m)^([ \t>*_~/|(\u2022-]*)({_LETTERS})(\.?)[ \t)*_~!,.|\r-]{{0,6}}(?:[xX]{{1,4}}[ \t\r]*)?$")
_AT_END = re.compile(r"(?m)(?<=[,.!? \-/~])([A-Za-z](?:\.?[A-Za-z]){0,3})\.?[ \t]*(?:[xX]{1,3}[ \t]*)?\r?$")
_TITLED = re.compile(rf"(?<![^\W_])(?:{_TITLE})\.?[ ]?([A-Z](?:[. ]{{0,2}}[A-Z]){{0,2}})(?![^\W_]|')\.?", re.IGNORECASE)
_GREETED = re.compile(
    r"(?m)^[ \t>*_]*\w[\w ]{0,30}[, ] ?((?-i:[A-Z])(?:[. ]{0,2}[A-Z]){0,3})(?:\.?[,!:]|\.?[ \t]*\r?$)", re.IGNORECASE
)
_CUED = re.compile(r"initials?(?: are| is|:)? [\"'(]?([a-z](?:[. ]{0,2}[a-z]){0,4})(?![^\W_])", re.IGNORECASE)
_SLASHED = re.compile(r"(?m)(?:^|\s)/([a-z]{1,4})[ \t]*\r?$")
# Short words of mails and wards that stand alone on a line and sign nothing.
_NO_INITIALS = frozenset(
    "ok no hi ps pps nb re fw fwd cc bcc ct mr gp ed or it us eg ie na tbc tbd am pm a i x xx xxx etc er ot pt dr st".split()
)
_LINE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Initials at [start, end) of the folded text."""

    start: int
    end: int
    letters: str


def initials_in(cased: str, known: Collection[str]) -> Iterator[Signed]:
    """Every place where one of these initials signs, greets, or follows a title."""
    for pattern, accepted in (
        (_ALONE, _alone),
        (_AT_END, _at_end),
        (_GREETED, _greeted),
        (_TITLED, _always),
        (_SLASHED, _always),
        (_CUED, _always),
    ):
        for match in pattern.finditer(cased):
            group = 2 if pattern is _ALONE else 1
            letters = re.sub(r"[. ]", "", match[group]).lower()
            if letters in known and accepted(cased, match, letters):
                yield Signed(start=match.start(group), end=match.end(group), letters=letters)


def _always(_cased: str, _match: re.Match[str], _letters: str) -> bool:
    return True


def _alone(cased: str, match: re.Match[str], letters: str) -> bool:
    """A line of nothing but initials: under a closing, behind a dash, or as the last line."""
    if letters in _NO_INITIALS and not _closes(cased, match.start()):
        return False
    dashed = any(mark in match[1] for mark in "-~/")
    last = not cased[match.end() : match.end() + 200].strip()
    return _closes(cased, match.start()) or dashed or (last and (match[2].isupper() or len(letters) > 1))


def _closes(cased: str, start: int) -> bool:
    above = cased[max(0, start - 2 * _LINE) : start].rstrip().rpartition("\n")[2].lower()
    return len(above) < _LINE and CLOSING.match(above) is not None


def _at_end(cased: str, match: re.Match[str], letters: str) -> bool:
    """Initials behind a closing on its line: "Many thanks, JS"."""
    before = cased[max(0, match.start() - _LINE) : match.start()].rpartition("\n")[2]
    if letters in _NO_INITIALS or len(before) >= _LINE or not match[1].replace(".", "").isupper():
        return False
    return before.strip() in ("-", "~", "/") or CLOSING_BEFORE.search(before.lower()) is not None


def _greeted(cased: str, match: re.Match[str], letters: str) -> bool:
    if letters in _NO_INITIALS and len(letters) > 1:
        return False
    before = cased[match.start() : match.start(1)].lower()
    return GREETING.search(before) is not None and (letters not in "ai" or len(letters) > 1 or match[0][-1] in ",!")
