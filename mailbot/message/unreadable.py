"""Messages whose words cannot be read by us, though their writer believes that we can: they must be asked again."""

from __future__ import annotations

import re

from mailbot.message.body_parts import body_kind
from mailbot.message.contents import content
from mailbot.message.structure import Node, content_type, parameter, walk

_PGP_BEGIN = b"-----BEGIN PGP MESSAGE-----"
_PGP = re.compile(rb"^-----BEGIN PGP MESSAGE-----[ \t]*\r?$", re.MULTILINE)
_LOOK_AT_CHARACTERS = 6144  # as encoded
_ENCRYPTED = frozenset({"multipart/encrypted", "application/pgp-encrypted"})
_SMIME = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_TNEF = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_RPMSG = frozenset({"application/x-microsoft-rpmsg-message"})
# Gateways call them application/octet-stream.
_OPAQUE_FILES = {"p7m": "smime", "rpmsg": "rpmsg"}
# Secure-mail portals send their words as a page to open: NHSmail and others (Trend Micro), Cisco, Zix, Barracuda.
_PORTAL_PAGE = re.compile(r"(?:encrypted_?message|securedoc|message_zdm|securemessage|message).*\.html?\Z")
_SECURE_SUBJECT = re.compile(r"\A\W*(?:secure|encrypt(?:ed)?)\W|\[(?:secure|encrypt(?:ed)?)\]")


def unreadable(root: Node, subject: str) -> str:
    """Why the words cannot be read: "pgp", "smime", "smime_signed", "rights_managed", "tnef", "secure_portal".

    "" if they can be, as far as the parts tell.
    """
    texts, pages, wraps = [], [], set()
    kinds = set()
    for node in walk(root):
        kind = content_type(node)
        kinds.add(kind)
        if body_kind(node):
            texts.append(content(node, most=_LOOK_AT_CHARACTERS))
        elif kind in ("text/html", "application/octet-stream"):
            name = filename(node).lower()
            pages.append(name)
            wraps.add("tnef" if name == "winmail.dat" else _OPAQUE_FILES.get(name.rpartition(".")[2], ""))
    if kinds & _ENCRYPTED or any(_PGP_BEGIN in text and _PGP.search(text) for text in texts):
        return "pgp"
    if kinds & _RPMSG or "rpmsg" in wraps:
        return "rights_managed"
    if _SECURE_SUBJECT.search(subject.lower()) and any(_PORTAL_PAGE.fullmatch(page) for page in pages):
        return "secure_portal"
    return "" if any(text.strip() for text in texts) else _wrapped(root, kinds, wraps)


def _wrapped(root: Node, kinds: set[str], wraps: set[str]) -> str:
    """Why a message without any text of its own cannot be read."""
    if kinds & _SMIME or "smime" in wraps:
        if all(parameter(node, "smime-type").lower() != "signed-data" for node in walk(root)):
            return "smime"
        return "smime_signed"
    if kinds & _TNEF or "tnef" in wraps:
        return "tnef"
    return ""


def filename(node: Node) -> str:
    """The part's file name as the sender wrote it, "" when it has none."""
    return parameter(node, "filename", "content-disposition") or parameter(node, "name")
