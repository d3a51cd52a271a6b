"""Messages whose words cannot be read by us, though their writer believes that we can: they must be asked again."""

from __future__ import annotations

import re

from mailbot.message.body_parts import body_kind
from mailbot.message.contents import content
from mailbot.message.structure import Node, content_type, parameter, walk

_PGP_BEGIN = b"-----BEGIN PGP MESSAGE-----"
_PGP = re.compile(rb"^-----BEGIN PGP MESSAGE-----[ \t]*\r?$", re.MULTILINE)
_LOOK_AT_CHARACTERS = 6144  # as encoded
_SMIME = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_TNEF = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_RPMSG = frozenset({"application/x-microsoft-rpmsg-message"})
# Secure-mail portals send their words as a page to open: NHSmail and others (Trend Micro), Cisco, Zix, Barracuda.
_PORTAL_PAGE = re.compile(r"(?:encrypted_?message|securedoc|message_zdm|securemessage|message).*\.html?\Z")
_SECURE_SUBJECT = re.compile(r"\A\W*(?:secure|encrypt(?:ed)?)\W")


def unreadable(root: Node, subject: str) -> str:
    """Why the words cannot be read: "pgp", "smime", "rights_managed", "tnef", "secure_portal"; "" if they can be."""
    texts, pages = [], []
    kinds = set()
    for node in walk(root):
        kind = content_type(node)
        kinds.add(kind)
        if body_kind(node):
            texts.append(content(node, most=_LOOK_AT_CHARACTERS))
        elif kind in ("text/html", "application/octet-stream"):
            pages.append(filename(node).lower())
    if "multipart/encrypted" in kinds or any(_PGP_BEGIN in text and _PGP.search(text) for text in texts):
        return "pgp"
    if kinds & _SMIME and not _clear_words(texts):
        return "smime"
    if kinds & _RPMSG:
        return "rights_managed"
    if kinds & _TNEF and not _clear_words(texts):
        return "tnef"
    if _SECURE_SUBJECT.match(subject.lower()) and any(_PORTAL_PAGE.fullmatch(page) for page in pages):
        return "secure_portal"
    return ""


def filename(node: Node) -> str:
    """The part's file name as the sender wrote it, "" when it has none."""
    return parameter(node, "filename", "content-disposition") or parameter(node, "name")


def _clear_words(texts: list[bytes]) -> bool:
    return any(text.strip() for text in texts)
