"""Read receipts (RFC 8098), also those that a gateway turned into plain words: "Read: your form", "was read on Friday".

A receipt tells when somebody looked at a message. It is ignored: the other side must not learn it.
"""

from __future__ import annotations

import re

from mailbot.message.dsn import report_text
from mailbot.message.structure import Node, children, content_type

_NOTIFICATION = "message/disposition-notification"
_MOST = 2_000  # characters: a receipt is short
_SUBJECT = re.compile(
    r"(?:not read|read|return receipt|(?:un|nicht )?gelesen|lesebestätigung|lu|non lu|leído|no leído|letto|non letto"
    r"|(?:niet )?gelezen|läst|lest|læst|luettu|lida"
    r"|przeczytano|přečteno|прочитано|既読|开封|已读|읽음)\s*(?:\([^)]{0,30}\)\s*)?:"
)
_WORDS = re.compile(
    r"was read on|was deleted without being read|wurde (?:am|um|ohne) .{1,80}(?:gelesen|gelöscht)|a été lu\b"
    r"|(?:ha sido|se ha) leído|è stato letto|is gelezen op|lästes|foi lida|displayed on the recipient"
    r"|message was displayed|receipt for the mail",
    re.DOTALL,
)


def is_read_receipt(root: Node, report: str, subject: str) -> bool:
    """Whether the message only says that another one was read, or thrown away unread.

    `report` is the kind of a multipart/report.
    """
    if report == "disposition-notification":
        return True
    if any(content_type(child) == _NOTIFICATION for child in children(root)):
        return True
    if not _SUBJECT.match(subject.strip().lower()):
        return False
    return _WORDS.search(report_text(root)[:_MOST].lower()) is not None
