"""Who a message says it is from: exactly one From with exactly one plain address, or nobody at all.

The standard parsers disagree with the big mail programs about every hostile shape (RFC 5322 3.4 read with care and
CVE-2023-27043), so this one knows only the shapes that everybody reads alike and refuses the rest with a name.
"""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass, field

from mailbot.message.headers import Headers, decoded, one_line
from mailbot.model.inbound import Mailbox

# No "!" and "%": old servers route by them, and read another address (RFC 5321 F.4).
_LOCAL = re.compile(r"[A-Za-z0-9#$&'*+/=?^_`{|}~-](?:[A-Za-z0-9#$&'*+/=?^_`{|}~.-]{0,63})")
_DOMAIN = re.compile(r"(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,62})\.)*[A-Za-z0-9_][A-Za-z0-9-]{0,62}")
_ENCODED = re.compile(r"=\?[^?\s]{1,60}\?[bBqQ]\?")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_HEADER_BLOCK_ENDS = (b"\r\n\r\n", b"\n\n", b"\n\r\n", b"\r\n\n")
# The stdlib drops "From :" without a word (RFC 5322 4.5.8 allowed it once); others believe it.
_SPACE_BEFORE_COLON = re.compile(rb"^from(?:[ \t]|\r?\n[ \t])+:", re.IGNORECASE | re.MULTILINE)
_FIELD = re.compile(rb"[!-9;-=?-~][!-9;-~]*:")  # ">From:" is one that an mbox hides, and some undo that
_IN_BRACKETS = re.compile(r"<[^<>@]*@[^<>@]")
_MAX_COMMENT_DEPTH = 5
_NUL_IN_WORD = re.compile(r"=\?[^?\s]{1,60}\?(?:[qQ]\?[^?\s]*=00|[bB]\?([A-Za-z0-9+/=]*)\?=)")


class _Refused(Exception):
    """Why this From names nobody; its text is the defect."""


@dataclass(slots=True)
class _Shape:
    """A From value taken apart: the words before the angle bracket, what is inside it, and comments."""

    phrase: list[str] = field(default_factory=list)
    angle: str | None = None
    comments: list[str] = field(default_factory=list)


def header_block(raw: bytes) -> bytes:
    """The bytes before the first empty line."""
    return raw[: min((at for end in _HEADER_BLOCK_ENDS if (at := raw.find(end)) >= 0), default=len(raw))]


def sender_of(headers: Headers, raw_headers: bytes) -> tuple[Mailbox | None, str]:
    """The one sender and "", or None and the defect's name."""
    values = headers.get("from", ())
    begun = b"\n" + raw_headers.lower()
    if begun.count(b"\nfrom") != begun.count(b"\nfrom:") and _SPACE_BEFORE_COLON.search(raw_headers):
        return None, "from_space_before_colon"
    if raw_headers.count(b"\r") != raw_headers.count(b"\r\n"):
        return None, "bare_cr_in_headers"
    if _has_broken_line(raw_headers):
        return None, "header_broken"
    if len(values) != 1:
        return None, "from_twice" if values else "from_missing"
    try:
        return _mailbox(values[0]), ""
    except _Refused as refused:
        return None, str(refused)


def _has_broken_line(raw_headers: bytes) -> bool:
    """Whether some line is no header: there the stdlib takes the rest for the body, others go on and find a From."""
    lines = raw_headers.removesuffix(b"\r\n").removesuffix(b"\n").split(b"\n")
    if lines[0].startswith(b"From "):  # mbox
        del lines[0]
    begun = False
    for line in lines:
        if not _FIELD.match(line) and not (begun and line[:1] in (b" ", b"\t")):
            return True
        begun = True
    return False


def _mailbox(value: str) -> Mailbox:
    if _CONTROL.search(value):
        raise _Refused("from_control_characters")
    shape = _taken_apart(value)
    if shape.angle is None:
        if len(shape.phrase) != 1:
            raise _Refused("from_stray_text" if shape.phrase else "from_no_address")
        address, name = shape.phrase[0], " ".join(shape.comments[:1])
    else:
        address, name = shape.angle, " ".join(_unquoted(word) for word in shape.phrase)
        # Some clients repeat the address as its own name without quotes; only a different one is a trap.
        if name != address and any("@" in word and not word.startswith('"') for word in shape.phrase):
            raise _Refused("from_address_in_name")
    text = decoded(name)
    if _CONTROL.search(text) or _has_encoded_nul(name):
        raise _Refused("from_control_characters")
    # Some programs look for the first or the last "<...>" wherever it stands, quotes and comments or not.
    if _holds_address(text, address) or any(_holds_address(decoded(comment), address) for comment in shape.comments):
        raise _Refused("from_address_in_name")
    return Mailbox(name=one_line(text), address=_checked(address))


def _has_encoded_nul(name: str) -> bool:
    """Whether an encoded word has a NUL in it, at which some programs stop reading."""
    for word in _NUL_IN_WORD.finditer(name):
        try:
            if word[1] is None or b"\0" in binascii.a2b_base64(f"{word[1]}=="):
                return True
        except binascii.Error:
            continue  # no bytes at all
    return False


def _holds_address(words: str, address: str) -> bool:
    """Whether an address in angle brackets stands in those words, another one than the sender's."""
    return _IN_BRACKETS.search(words.replace(f"<{address}>", "")) is not None


def _checked(address: str) -> str:
    """The address with its domain in lower case, when everybody would read it alike."""
    local, at, domain = address.rpartition("@")
    if _ENCODED.search(address):
        raise _Refused("from_encoded_address")
    if not at or not address.isascii():
        raise _Refused("from_not_ascii" if at else "from_no_address")
    if "@" in local:
        raise _Refused("from_route" if ":" in local else "from_several")
    if not _LOCAL.fullmatch(local) or not _DOMAIN.fullmatch(domain) or len(domain) > 253:  # noqa: PLR2004 (RFC 1035)
        raise _Refused("from_odd_address")
    return f"{local}@{domain.lower()}"


def _unquoted(word: str) -> str:
    return re.sub(r"\\(.)", r"\1", word[1:-1]) if word.startswith('"') else word


def _taken_apart(value: str) -> _Shape:
    """One pass over the value, left to right, each character once."""
    shape = _Shape()
    position = 0
    while position < len(value):
        letter = value[position]
        if letter in " \t":
            position += 1
        elif letter == "(":
            position = _comment(value, position, shape)
        elif shape.angle is not None:
            raise _Refused("from_several" if letter in ",;" else "from_stray_text")
        elif letter == '"':
            position = _quoted(value, position, shape)
        elif letter == "<":
            end = value.find(">", position)
            if end < 0:
                raise _Refused("from_unclosed")
            shape.angle = value[position + 1 : end].strip()
            position = end + 1
        else:
            position = _atom(value, position, shape)
    return shape


def _comment(value: str, start: int, shape: _Shape) -> int:
    depth, position = 0, start
    while position < len(value):
        letter = value[position]
        if letter == "\\":
            position += 1
        elif letter == "(":
            depth += 1
            if depth > _MAX_COMMENT_DEPTH:
                raise _Refused("from_nested_comments")
        elif letter == ")":
            depth -= 1
            if depth == 0:
                shape.comments.append(value[start + 1 : position])
                return position + 1
        position += 1
    raise _Refused("from_unclosed")


def _quoted(value: str, start: int, shape: _Shape) -> int:
    position = start + 1
    while position < len(value):
        if value[position] == "\\":
            position += 1
        elif value[position] == '"':
            shape.phrase.append(value[start : position + 1])
            return position + 1
        position += 1
    raise _Refused("from_unclosed")


# Outlook leaves the comma of "Last, First" bare inside an encoded word, against RFC 2047 5.
_WHOLE_WORD = re.compile(r'=\?[^?\s<>@"()\\]{1,60}\?[bBqQ]\?[^?\s<>@"()\\]*\?=')
_ATOM_END = re.compile(r'[ \t()<>,:;"\\\[\]]')
_STRAY = {",": "from_several", ":": "from_group", ";": "from_group"}


def _atom(value: str, start: int, shape: _Shape) -> int:
    if word := _WHOLE_WORD.match(value, start):
        shape.phrase.append(word[0])
        return word.end()
    if _ATOM_END.match(value[start]):
        raise _Refused(_STRAY.get(value[start], "from_stray_text"))
    ending = _ATOM_END.search(value, start)
    end = ending.start() if ending else len(value)
    shape.phrase.append(value[start:end])
    return end
