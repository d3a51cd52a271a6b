"""All of a finished message that a reader, or a reader's program, could see: decoded every way, as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from mailbot.message import charsets
from mailbot.message.composed import ComposedPart, composed_parts
from mailbot.message.contents import content
from mailbot.message.headers import decoded
from mailbot.message.structure import Node, content_type, parameter, read_tree, walk
from mailbot.message.unreadable import filename

_DISPLAYED = frozenset({"from", "to", "reply-to", "list-id", "list-unsubscribe"})

_BODIES = {"text/plain": "text", "text/html": "html"}


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One way to look at the message: "subject", "header" (people read it), "machinery" (only programs do)...

    ... "text", "html", "part" (what stands outside the parts), "file" with its `content`, or "file_name". `text` keeps
    its lines.
    """

    where: str
    text: str
    content: bytes = field(default=b"", repr=False)


def views(raw: bytes) -> tuple[View, ...]:
    """Every header and every leaf part, encodings undone, outermost first; MalformedMessage when over a limit."""
    if (composed := composed_parts(raw)) is not None:
        return tuple(view for part in composed for view in _of_composed(part))
    root, _ = read_tree(raw)
    found = []
    for node in walk(root, into_messages=True):
        found += [_header(name, value) for name, value in node.raw_items()]
        if name := filename(node):
            found.append(View(where="file_name", text=decoded(name)))
        if isinstance(node.get_payload(), str):
            found.append(_leaf(node))
        # What stands outside the parts is hidden by every mail program, and is there all the same.
        found += [View(where="part", text=str(aside)) for aside in (node.preamble, node.epilogue) if aside]
    return tuple(found)


def _of_composed(part: ComposedPart) -> Iterator[View]:
    for name, value in part.headers:
        yield _header(name, value)
    if part.kind:
        yield _text_view(_BODIES[f"text/{part.kind}"], part.content, "utf-8")


def _header(name: str, value: str) -> View:
    folded = name.lower()
    where = "subject" if folded == "subject" else "header" if folded in _DISPLAYED else "machinery"
    return View(where=where, text=f"{name}: {decoded(value.replace(chr(13), '').replace(chr(10), ''))}")


def _leaf(node: Node) -> View:
    body = _BODIES.get(content_type(node))
    if body is None:
        return View(where="file", text="", content=content(node))
    return _text_view(body, content(node), parameter(node, "charset"))


def _text_view(where: str, raw: bytes, charset: str) -> View:
    text = charsets.decoded(raw, charset).text
    return View(where=where, text=text.replace("\r\n", "\n"))
