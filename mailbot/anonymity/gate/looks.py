"""Every look that anybody can take at a finished message: headers, parts, pages as text and as source, files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.anonymity.gate.eyes import Eye
from mailbot.anonymity.gate.files import sights
from mailbot.anonymity.gate.markup import shown
from mailbot.anonymity.gate.reading import BREAK
from mailbot.anonymity.gate.skeleton import skeleton
from mailbot.message.exposed import View, views

_PERCENT = re.compile(r"%([2-7][0-9A-Fa-f])")
_BASE64_LINE = re.compile(rb"(?m)^[A-Za-z0-9+/]{60,76}\r?\n")
_TURNED = re.compile("[\u202b\u202e\u2067]")  # what follows is shown from right to left
_OF_SEVERAL = re.compile(r"([^\W_]{2,40})s'(?![^\W_])")  # the Youngs' list
_CAMEL = re.compile("([a-z])([A-Z])")
_BROKEN_WORD = re.compile(r"-\n([^\W_]{1,40})")


_HEADERS = ("subject", "header", "machinery", "file_name")
_EYES = {"machinery": Eye.PROGRAM, "file_name": Eye.LABEL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One text as it is searched: a skeleton."""

    where: str
    eye: Eye
    text: str


def looks(raw: bytes, envelope_from: str) -> Iterator[Look]:
    """All looks at the message, raw bytes last; MalformedMessage where it cannot be read."""
    seen = views(raw)
    for where in _HEADERS:  # of one kind together: a look costs as much as a hundred letters
        lines = [view.text for view in seen if view.where == where]
        if lines:
            yield Look(where=where, eye=_EYES.get(where, Eye.READER), text=_opened(BREAK.join(lines)))
    for view in seen:
        if view.where not in _HEADERS:
            yield from _of_view(view)
    yield Look(where="envelope", eye=Eye.PROGRAM, text=skeleton(envelope_from))
    bare = (_BASE64_LINE.sub(b"", raw) if b"base64" in raw else raw).replace(b"=\r\n", b"")
    yield Look(where="raw", eye=Eye.BYTES, text=_opened(bare.decode("latin-1")))


def _of_view(view: View) -> Iterator[Look]:
    if view.where == "file":
        yield from (Look(where="file", eye=sight.eye, text=_opened(sight.text)) for sight in sights(view.content))
        return
    if view.where == "html":
        yield Look(where="html", eye=Eye.PROGRAM, text=_opened(view.text))
    yield from _read(view.where, shown(view.text) if view.where == "html" else view.text)


def _read(where: str, text: str) -> Iterator[Look]:
    opened = _opened(text)
    yield Look(where=where, eye=Eye.READER, text=opened)
    if "s'" in opened:
        yield Look(where=where, eye=Eye.READER, text=_OF_SEVERAL.sub(r"\1's", opened))
    if _CAMEL.search(opened):
        yield Look(where=where, eye=Eye.HANDLE, text=_CAMEL.sub(r"\1_\2", opened))
    if "-\n" in opened:
        yield Look(where=where, eye=Eye.PROGRAM, text=_BROKEN_WORD.sub(r"\1\n", opened))
    if not text.isascii() and _TURNED.search(text):
        yield Look(where=where, eye=Eye.PROGRAM, text="\n".join(line[::-1] for line in opened.split("\n")))


def _opened(text: str) -> str:
    """The skeleton, with what a web address writes as %40 as it is meant."""
    if "%" in text:
        text = _PERCENT.sub(lambda code: chr(int(code[1], 16)), text)
    return skeleton(text)
