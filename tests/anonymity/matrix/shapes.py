"""What mail programs send: the bytes of a reply of each, with one stretch of typed words that can be exchanged."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from functools import cache
from html import escape
from pathlib import Path

from mailbot.demo.clients import CLIENTS
from mailbot.demo.clients.received import Received, read
from mailbot.demo.clients.writing import Moment, Typed, Writer
from mailbot.message.compose import compose
from tests.message.builders import draft

REPLIES = Path(__file__).parents[2] / "emails" / "replies"
MARK = "The audit of the waiting list is nearly done."
_DESKTOP = (
    "evolution-html-top-numbered geary-top-numbered thunderbird-html-top-numbered claws-top-numbered"
    " gnus-super-top-numbered rmail-old-bottom-numbered sylpheed-top-marker"
)
_TERMINAL = "alpine-top_numbered neomutt-flowed-top_noquote s-nail-top_noquote"
_WEBMAIL = (
    "bakers/nextcloud-top_num bakers/sogo-html-top_paren_gaps pflege/sogo-text-noquote pflege/gmail-ul warden/apple-ul"
    " doctoral/horde-html-top_paren_gaps ecole/horde-text-trailing ecole/quill-top_num warden/yandex-top_num"
    " bakers/roundcube-text-below-bottom_num doctoral/roundcube-html-marker bakers/proton-partial bakers/fastmail-soft"
    " bakers/owa-split pflege/tuta-top_colon bakers/yahoo-oneline bakers/hey-blank"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One reply: its bytes, the words in it that may be exchanged, and what it answers."""

    name: str
    raw: bytes
    mark: str
    parent: str


@cache
def shapes() -> tuple[Shape, ...]:
    """A reply of each program that we have, composed ones first."""
    return (*_composed(), *_kept())


def _composed() -> list[Shape]:
    """Replies to a post, as the eight programs of the demo build them."""
    words = draft().words
    text = "Good to hear from you.\n\nHow is the audit?\n"
    ours = replace(draft(), words=replace(words, text=text, html=f"<html><body><p>{text}</p></body></html>"))
    received: Received = read(compose(ours))
    writer = Writer(name="", address="writer@host.example", host="desk", signature=("Q.",))
    typed = Typed(above=f"Thank you for this.\n\n{MARK}\n\nShall we speak of it next month?")
    moment = Moment(at=datetime(2027, 1, 6, 8, tzinfo=UTC), serial=7)
    return [
        Shape(name=name, raw=client(received, typed, writer, moment), mark=MARK, parent=text)
        for name, client in CLIENTS.items()
    ]


def _kept() -> list[Shape]:
    """Replies of real programs, as their servers got them."""
    names = [f"desktop/{one}" for one in _DESKTOP.split()]
    names += [f"terminal/{one}" for one in _TERMINAL.split()]
    names += [f"webmail/{one}" for one in _WEBMAIL.split()]
    return [_from_file(name) for name in names]


def _from_file(name: str) -> Shape:
    path = REPLIES / f"{name}.eml"
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    raw = path.read_bytes()
    texts = [_text(part) for part in _text_parts(message_from_bytes(raw, policy=compat32))]
    answers = sorted(truth["answers"].values(), key=len, reverse=True)
    mark = next(one for one in answers if len(one) < 70 and all(one in text or escape(one) in text for text in texts))
    form = (path.parent / "form.eml") if name.startswith("webmail") else None
    parent = _text(_text_parts(message_from_bytes(form.read_bytes(), policy=compat32))[0]) if form else ""
    return Shape(name=name, raw=raw, mark=mark, parent=parent)


def _text_parts(message: Message) -> list[Message]:
    return [part for part in message.walk() if part.get_content_type() in ("text/plain", "text/html")]


def _text(part: Message) -> str:
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content.decode(part.get_content_charset("utf-8"), "replace").replace("\r\n", "\n")


def with_words(shape: Shape, words: str, *, html: str | None = None, plain: str | None = None) -> bytes:
    """The reply with other words typed; `html` and `plain` where the two parts differ."""
    message = message_from_bytes(shape.raw, policy=compat32)
    for part in _text_parts(message):
        is_html = part.get_content_type() == "text/html"
        said = (escape(words).replace("\n", "<br>") if html is None else html) if is_html else plain or words
        old, text = (escape(shape.mark) if is_html else shape.mark), _text(part)
        old = old if old in text else shape.mark
        assert old in text, shape.name
        typed = text.replace(old, said, 1).encode("utf-8")
        del part["Content-Transfer-Encoding"]
        part["Content-Transfer-Encoding"] = "base64"
        part.set_param("charset", "utf-8")
        part.set_payload(base64.encodebytes(typed).decode("ascii"))
    return message.as_bytes()
