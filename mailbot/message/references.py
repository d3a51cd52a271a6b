"""Message-IDs out of headers (RFC 5322 3.6.4), in linear time and whatever stands between them."""

from __future__ import annotations

import re

from mailbot.model.ids import MessageId

MAX_IDS = 100
_ID = re.compile(r"<([^<>]{1,900})>")  # one start per "<", so linear
_SPACE = re.compile(r"\s+")
_PRINTABLE = re.compile(r"[!-;=?-~]{1,900}")
_ID_LINE = re.compile(r"^[> \t]{0,8}Message-ID:[ \t]*(<[^<>\s]{1,900}>)", re.IGNORECASE | re.MULTILINE)


def message_ids(value: str) -> tuple[MessageId, ...]:
    """Every id in the header, in its order, each once; of more than a hundred the newest, which stand last.

    Old Exchange servers fold inside a long id, so white space in one is dropped; what is left must be printable ASCII.
    """
    found: dict[MessageId, None] = {}
    for candidate in _ID.finditer(value):
        inner = _SPACE.sub("", candidate[1])
        if _PRINTABLE.fullmatch(inner):
            found[MessageId(f"<{inner}>")] = None
    return tuple(found)[-MAX_IDS:]


def own_id(value: str) -> MessageId | None:
    """The id of the message itself: the first one, also where a client left the brackets out."""
    if bracketed := message_ids(value):
        return bracketed[0]
    bare = value.strip(" <>\t")
    return MessageId(f"<{bare}>") if "@" in bare and _PRINTABLE.fullmatch(bare) else None


def id_lines(text: str) -> tuple[MessageId, ...]:
    """The ids of "Message-ID:" lines in plain text: a returned message that was pasted rather than attached."""
    return tuple(dict.fromkeys(MessageId(line[1]) for line in _ID_LINE.finditer(text)))[:MAX_IDS]
