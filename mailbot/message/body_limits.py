"""Bodies longer than anybody types, cut before they are read: a megabyte of `<p>` costs seconds and gigabytes."""

from __future__ import annotations

from mailbot.message.body_text import body_kind
from mailbot.message.structure import Node, walk

MAX_BODY_CHARACTERS = 1_000_000  # as encoded; Gmail clips what it shows at 102,000
MAX_BODY_LINES = 50_000


def cut_long_bodies(root: Node) -> str:
    """The defect "body_cut" where a text body was over a limit and is now shorter, else "". Attachments stay whole."""
    cut = ""
    for node in walk(root):
        payload = node.get_payload()
        if not isinstance(payload, str) or not body_kind(node):
            continue
        kept = payload[:MAX_BODY_CHARACTERS]
        if kept.count("\n") > MAX_BODY_LINES:
            kept = "\n".join(kept.split("\n", MAX_BODY_LINES)[:MAX_BODY_LINES])
        if len(kept) < len(payload):
            node.set_payload(kept)
            cut = "body_cut"
    return cut
