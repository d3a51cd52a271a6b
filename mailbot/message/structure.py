"""Raw bytes into a tree of parts, within limits, and the walk over its leaves.

The tree is the stdlib's (compat32 parser: a seventh of the cost of policy.default, and it does not raise while it
reads headers). The limits bite while the parser runs: a hundred thousand empty parts or three hundred levels would
otherwise cost seconds, or a RecursionError, before anything of ours could look at them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesFeedParser
from email.policy import Compat32, compat32
from typing import Any

from mailbot.errors import MalformedMessage
from mailbot.model.limits import Limits

MAX_LINES = 600_000  # 25 MB of base64 is 340,000
MAX_MESSAGE_BYTES = 50_000_000  # whatever the settings say
MAX_HEADERS = 200  # of a message of ours
MAX_HEADERS_CHARACTERS = 100_000
MAX_HEADER_CHARACTERS = 20_000
_CHUNK_BYTES = 65_536
MAX_PARAMETERS = 100  # the stdlib reads them in quadratic time (cpython 136063)

_HEAD_BYTES = 64_000
_NO_LIMITS = Limits(
    headers=_HEAD_BYTES, addresses=_HEAD_BYTES
)  # a head has neither parts nor depth, and is cut to its size
_DEFAULTS = Limits()

Node = Message


class OverLimit(MalformedMessage):
    """The message is more than we take; `what` is one stable word for which limit it is over."""

    def __init__(self, what: str) -> None:
        super().__init__(f"over the limit: {what}")
        self.what = what


@dataclass(slots=True)
class _Ledger:
    """What one parse may use up, and has used up so far."""

    limits: Limits
    parts: int = 0
    header_characters: int = 0
    defects: list[str] = field(default_factory=list)


class _Part(Node):
    """A part that counts itself in while the parser builds the tree."""

    def __init__(self, ledger: _Ledger, policy: Compat32) -> None:
        super().__init__(policy=policy)
        self._ledger = ledger
        self._depth = 0
        self._header_count = 0
        self._content_type = ""

    def attach(self, payload: Any) -> None:  # noqa: ANN401 (the stdlib's own signature)
        ledger = self._ledger
        ledger.parts += 1
        if ledger.parts > ledger.limits.parts:
            raise OverLimit("parts")
        payload._depth = self._depth + 1  # noqa: SLF001 (it is one of us)
        if payload._depth > ledger.limits.depth:  # noqa: SLF001
            raise OverLimit("depth")
        super().attach(payload)

    def get_payload(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 (the stdlib's own signature)
        """A leaf's text comes back as it stands: the stdlib would decode it by its charset, and raise for some."""
        untouched = vars(self)["_payload"]
        if isinstance(untouched, str) and not args and not kwargs:
            return untouched
        return super().get_payload(*args, **kwargs)

    def get_content_type(self) -> str:
        """The media type, worked out once: every room of a message asks for it again and again."""
        if not self._content_type:
            self._content_type = super().get_content_type()
        return self._content_type

    def set_default_type(self, ctype: str) -> None:
        self._content_type = ""
        super().set_default_type(ctype)

    def set_raw(self, name: str, value: Any) -> None:  # noqa: ANN401 (the stdlib's own signature)
        ledger = self._ledger
        self._content_type = ""
        self._header_count += 1
        ledger.header_characters += len(name) + len(value)
        if self._header_count > ledger.limits.headers:
            raise OverLimit("headers")
        if ledger.header_characters > MAX_HEADERS_CHARACTERS * (2 if self._depth else 1):
            raise OverLimit("headers")
        if len(value) > MAX_HEADER_CHARACTERS:
            if name.lower() in ("to", "cc") and value.count("@") > ledger.limits.addresses:
                raise OverLimit("addresses")
            ledger.defects.append("header_too_long")
            value = ""
        elif value.count(";") > MAX_PARAMETERS and name.lower().startswith("content-"):
            ledger.defects.append("too_many_parameters")
            value = ""
        super().set_raw(name, value)


def _line_count(raw: bytes) -> int:
    return raw.count(b"\n") + raw.count(b"\r") - raw.count(b"\r\n")


def read_head(raw: bytes) -> tuple[Node, tuple[str, ...]]:
    """The headers alone, of a message that is over a limit: who sent it can still be told."""
    return read_tree(head_of(raw), _NO_LIMITS)


def head_of(raw: bytes) -> bytes:
    """The bytes of the headers, to the empty line; of a huge head the start."""
    start = raw[:_HEAD_BYTES]
    ends = [at for at in (start.find(b"\n\n"), start.find(b"\n\r\n"), start.find(b"\r\r")) if at >= 0]
    return start[: min(ends) + 1] if ends else start


def read_tree(raw: bytes, limits: Limits = _DEFAULTS) -> tuple[Node, tuple[str, ...]]:
    """The message as a tree and what was odd about it; OverLimit when it is over one."""
    if len(raw) > min(limits.message, MAX_MESSAGE_BYTES):
        raise OverLimit("size")
    if _line_count(raw) > MAX_LINES:
        raise OverLimit("lines")
    ledger = _Ledger(limits)

    def part(*, policy: Compat32 = compat32) -> _Part:
        return _Part(ledger, policy)

    parser = BytesFeedParser(part, policy=compat32)
    for at in range(0, len(raw), _CHUNK_BYTES):  # in one piece it would be held four times over
        parser.feed(raw[at : at + _CHUNK_BYTES])
    root: Node = parser.close()
    vars(parser).clear()  # it holds the message and its generator holds it: the collector would have to find that
    return root, tuple(dict.fromkeys(ledger.defects))


def children(node: Node) -> list[Node]:
    """The parts of a multipart (or the message in a message/rfc822), in order; none for a leaf."""
    payload = node.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def walk(root: Node, *, into_messages: bool = False) -> Iterator[Node]:
    """Every part, outermost first, without recursion. Messages inside the message stay shut unless asked for."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if into_messages or node is root or not content_type(node).startswith("message/"):
            waiting.extend(reversed(children(node)))


def content_type(node: Node) -> str:
    """The part's media type in lower case, as RFC 2045 5.2 defaults it."""
    return node.get_content_type()


def parameter(node: Node, name: str, header: str = "content-type") -> str:
    """One parameter of a part's header as plain text, "" when it is absent or cannot be read."""
    try:
        value = node.get_param(name, "", header)
        if isinstance(value, tuple):  # RFC 2231: charset, language, text
            charset, _, text = value
            return text.encode("latin-1", "replace").decode(charset or "us-ascii", "replace")
    except (LookupError, ValueError, TypeError):  # TypeError: "filename*" beside "filename*0"
        return ""
    return str(value)
