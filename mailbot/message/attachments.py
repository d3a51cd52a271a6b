"""What hangs on a message besides its bodies: type, name and size of each part; asked for on its own, its bytes."""

from __future__ import annotations

from collections.abc import Iterator

from mailbot.message.body_parts import body_kind
from mailbot.message.contents import content
from mailbot.message.headers import decoded, one_line
from mailbot.message.structure import Node, children, content_type, read_tree, walk
from mailbot.message.unreadable import filename
from mailbot.model.inbound import Part
from mailbot.model.limits import Limits

_MAX_NAME = 255
# `parse` has counted already, by the service's own limits, which may be wider than the usual ones.
_ACCEPTED = Limits(message=10**9, parts=10**5, depth=100, headers=10**5, addresses=10**5)


def attachments(root: Node) -> tuple[Part, ...]:
    """Every leaf that is no body, in order; a message inside the message is one leaf."""
    found = []
    for node in _leaves(root):
        name = one_line(decoded(filename(node)))[:_MAX_NAME]
        found.append(Part(content_type=content_type(node), filename=name, size_bytes=_size_bytes(node)))
    return tuple(found)


def contents(raw: bytes) -> tuple[bytes, ...]:
    """The bytes of every attachment with the transfer encoding undone, in the order of InboundMessage.parts.

    For messages that `parse` has accepted. A message inside the message is b"": it is never opened. No encoding of mail
    makes a part longer than it was, so that together they are no more than the message.
    """
    root, _ = read_tree(raw, _ACCEPTED)
    return tuple(content(node) for node in _leaves(root))


def _leaves(root: Node) -> Iterator[Node]:
    for node in walk(root):
        kind = content_type(node)
        is_leaf = not children(node) or kind.startswith("message/")
        if is_leaf and not kind.startswith("multipart/") and not body_kind(node):
            yield node


def _size_bytes(node: Node) -> int:
    """About how many bytes the part holds once decoded; base64 is not decoded to find out."""
    payload = node.get_payload()
    if not isinstance(payload, str):
        return sum(_size_bytes(child) for child in children(node))
    if str(node.get("content-transfer-encoding", "")).strip().lower() == "base64":
        return (len(payload) - payload.count("\n") - payload.count("\r")) * 3 // 4
    return len(payload)
