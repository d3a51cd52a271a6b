"""How the demo looks at received mail: as a person's eye would, from the bytes. Used by people and by checks alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from functools import lru_cache

_ANSWER_PLACE = re.compile(r"^Answer (\d+):\s*$", re.MULTILINE)
_REFERENCE = re.compile(r"^Reference: (\S+)", re.MULTILINE)


_LETTERS = 2000  # more than a year of the demo has: each is taken apart once, however often it is looked at


@lru_cache(maxsize=_LETTERS)
def decoded_parts(raw: bytes) -> tuple[str, ...]:
    """Every text in the message: decoded headers, each text part decoded, and what is inside attached messages."""
    message = message_from_bytes(raw)
    found: list[str] = []
    for part in message.walk():
        found += [f"{name}: {make_header(decode_header(str(value)))}" for name, value in part.items()]
        if not part.is_multipart():
            found.append(_text(part))
    return tuple(found)


@lru_cache(maxsize=_LETTERS)
def text_of(raw: bytes) -> str:
    """The first text/plain part, LF line ends; "" if there is none."""
    message = message_from_bytes(raw)
    return next((_text(part) for part in message.walk() if part.get_content_type() == "text/plain"), "")


@lru_cache(maxsize=_LETTERS)
def html_of(raw: bytes) -> str:
    """The first text/html part; "" if there is none."""
    message = message_from_bytes(raw)
    return next((_text(part) for part in message.walk() if part.get_content_type() == "text/html"), "")


def squeezed(text: str) -> str:
    """Letters and digits only, lower case, single spaces between: how two texts are compared."""
    return " ".join(re.findall(r"\w+", text.lower()))


@lru_cache(maxsize=_LETTERS)
def squeezed_text(raw: bytes) -> str:
    """The message's text, squeezed."""
    return squeezed(text_of(raw))


def holds(raw: bytes, words: str) -> bool:
    """Whether those words stand in the message's text, however it is wrapped."""
    return squeezed(words) in squeezed_text(raw)


def form_reference(raw: bytes, questions: int) -> str:
    """The reference of a whole form, "" if the message is not one: every place for an answer, and the last line."""
    text = text_of(raw)
    places = [int(number) for number in _ANSWER_PLACE.findall(text)]
    reference = _REFERENCE.findall(text)
    return reference[-1] if reference and places == list(range(1, questions + 1)) else ""


def above_the_footer(raw: bytes) -> str:
    """The message's own words, squeezed: what stands above the last two empty lines in a row."""
    return squeezed(text_of(raw).rstrip().rpartition("\n\n\n")[0])


def author(raw: bytes) -> str:
    """The address in From."""
    return parseaddr(str(message_from_bytes(raw)["From"]))[1]


def latest_holding(letters: Sequence[bytes], words: str) -> bytes | None:
    """The newest of the letters in which those words stand."""
    return next((raw for raw in reversed(letters) if holds(raw, words)), None)


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    return payload.decode(part.get_content_charset() or "utf-8", "replace").replace("\r\n", "\n")
