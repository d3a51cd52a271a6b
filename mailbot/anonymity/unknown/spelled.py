"""Host names whose dots are written in any way: "example.org", "example (dot) org", "linkedin dot com slash in"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain
from mailbot.anonymity.unknown.suffixes import SPOKEN, SURE, WORDLIKE

OPEN, CLOSE = r"[(\[{<*_#|~-]{1,2}", r"[)\]}>*_#|~-]{1,2}"
BRACKETED_DOT = rf"\s?{OPEN}\s?(?:dot|\.|punkt|point|punto)\s?{CLOSE}\s?"
SAID_DOT = r"\s{1,2}(?:dot|punkt|punto|\.)\s{1,2}"
DOT = re.compile(rf"\.|{BRACKETED_DOT}|{SAID_DOT}")
LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
_MOST_LABELS = 8
_SPELLED_DOT = re.compile(
    r"[ \t]?[(\[{]\s?(?:dot|\.)\s?[)\]}]|[ \t]{1,2}dot\s{1,2}"
    r"|[ \t]{1,2}\.[ \t]{1,2}(?=(?:com|org|net|nhs|co|ac|gov|edu)\b)"
)
_SIGNS = (" dot ", " . ", "[.]", "(.)", "[dot]", "(dot)", "[ . ]", "{.}", "{dot}", "dot\n")
_WORD_BEFORE = re.compile(r"[a-z0-9-]{1,63}$")
_SAID_PATH = re.compile(r"(?:(?:\s?/\s?|\s(?:forward )?slash\s)[^\s<>\"/]{0,200}){0,20}")
_REACH = 64
_NO_LABEL = frozenset({"the", "a", "dot", "this", "that"})  # "the dot com boom"
_TRAILING = frozenset(".,;:!?'\"*_)]}")


def host_end(low: str, start: int, *, strict: bool) -> int:
    """Where the host name that begins there ends; 0 when it ends like none. `strict`: no ending that is a word."""
    end = best = labels = 0
    label = LABEL.match(low, start)
    while label is not None and labels < _MOST_LABELS:
        labels, end = labels + 1, label.end()
        if labels > 1 and (label[0] in SPOKEN or (not strict and label[0] in SURE | WORDLIKE)):
            best = end
        dot = DOT.match(low, end)
        label = LABEL.match(low, dot.end()) if dot else None
    return best


def spelled_hosts(plain: Plain) -> Iterator[Seen]:
    """Every host whose dots are words or bracketed, with the path that is said after it."""
    low, done = plain.low, 0
    if not any(sign in low for sign in _SIGNS):
        return
    for dot in _SPELLED_DOT.finditer(low):
        before = _WORD_BEFORE.search(low, max(done, dot.start() - _REACH), dot.start())
        end = host_end(low, before.start(), strict=True) if before else 0
        if before and end and before[0] not in _NO_LABEL:
            path = _SAID_PATH.match(low, end)
            done = sentence_free(low, end, path.end() if path else end)
            yield Seen(kind="link", start=before.start(), end=done)


def sentence_free(low: str, start: int, end: int) -> int:
    """Where a link ends without the punctuation of its sentence; a bracket that was opened in it belongs to it."""
    unclosed = low.count("(", start, end) - low.count(")", start, end)
    while end > start and low[end - 1] in _TRAILING and not (low[end - 1] == ")" and unclosed >= 0):
        unclosed += low[end - 1] == ")"
        end -= 1
    return end
