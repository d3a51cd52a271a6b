"""XML read strictly and written plainly: UTF-8, no DTD (so no entities), no comments, no processing instructions."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from mailbot.anonymity.attachments.outcome import CannotPass

_PREFIXES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "pr": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}
_ENCODING = re.compile(rb"\A<\?xml[^>]{0,100}?encoding\s?=\s?[\"']([A-Za-z0-9_-]{1,20})")
_UTF_8 = (b"utf-8", b"utf8", b"us-ascii")
Element = ET.Element

for _prefix, _uri in _PREFIXES.items():
    if _prefix != "xml":
        ET.register_namespace(_prefix, _uri)  # Office reads any prefixes; people who look into a file know these


def name(short: str) -> str:
    """The tag or attribute as the tree has it: "w:p" is "{http://...}p"; without a prefix it stays."""
    prefix, colon, local = short.partition(":")
    return f"{{{_PREFIXES[prefix]}}}{local}" if colon else short


def names(shorts: str) -> frozenset[str]:
    """Several, written with blanks between them; "w:" alone is the namespace itself."""
    return frozenset(name(short) for short in shorts.split())


def parsed(data: bytes) -> Element:
    """The tree; CannotPass when it is not UTF-8 or has a DTD, ParseError when it is no XML."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    declared = _ENCODING.match(data)
    if declared is not None and declared[1].lower() not in _UTF_8:
        raise CannotPass("not_understood")
    data.decode("utf-8")  # UnicodeDecodeError is a ValueError: damaged
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise CannotPass("not_understood")
    return ET.fromstring(data)  # noqa: S314 - no DTD, see above


def written(root: Element) -> bytes:
    """The bytes of a part."""
    return bytes(ET.tostring(root, encoding="UTF-8", xml_declaration=True))
