"""What hangs on a message, in a person's terms, and which of it can hold what somebody wanted to say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.model.inbound import Part

_BY_ENDING = {
    "word": "doc docx docm dot dotx odoc wps",
    "pdf": "pdf xps",
    "open_document": "odt ott fodt",
    "rich_text": "rtf rtfd",
    "pages": "pages",
    "text": "txt text md log",
    "spreadsheet": "xls xlsx xlsm ods csv numbers",
    "slides": "ppt pptx odp",
    "picture": "jpg jpeg png gif heic heif tif tiff webp bmp avif jfif svg",
    "recording": "m4a mp3 wav aac amr ogg opus wma caf",
    "film": "mp4 mov m4v 3gp avi mkv webm",
    "page": "htm html mht mhtml xhtml",
    "email": "eml msg",
    "folder": "zip 7z rar gz tar",
    "smime": "p7m",
}
_ENDINGS = {ending: kind for kind, endings in _BY_ENDING.items() for ending in endings.split()}
_BY_TYPE = (
    ("application/msword", "word"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml", "word"),
    ("application/pdf", "pdf"),
    ("application/vnd.oasis.opendocument.text", "open_document"),
    ("application/rtf", "rich_text"),
    ("text/rtf", "rich_text"),
    ("application/vnd.apple.pages", "pages"),
    ("application/x-iwork-pages", "pages"),
    ("application/vnd.ms-excel", "spreadsheet"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml", "spreadsheet"),
    ("application/vnd.ms-powerpoint", "slides"),
    ("application/vnd.openxmlformats-officedocument.presentationml", "slides"),
    ("application/zip", "folder"),
    ("text/plain", "text"),
    ("text/csv", "spreadsheet"),
    ("text/html", "page"),
    ("image/", "picture"),
    ("audio/", "recording"),
    ("video/", "film"),
    ("message/rfc822", "email"),
    ("application/ms-tnef", "tnef"),
    ("application/vnd.ms-tnef", "tnef"),
    ("application/pkcs7-mime", "smime"),
    ("application/x-pkcs7-mime", "smime"),
    ("application/octet-stream", "file"),
)
# Made by programs: signatures, business cards, calendar entries, receipts, Apple's second halves of files.
_NO_WORDS = frozenset({"p7s", "asc", "sig", "vcf", "ics", "p7c", "cer"})
_BESIDE_WORDS = {
    "vcf": "contact",
    "ics": "calendar",
    "p7s": "signature",
    "p7c": "signature",
    "asc": "signature",
    "sig": "signature",
    "cer": "signature",
}
_BESIDE_WORDS_BY_TYPE = (
    ("text/calendar", "calendar"),
    ("application/ics", "calendar"),
    ("text/vcard", "contact"),
    ("text/x-vcard", "contact"),
    ("text/directory", "contact"),
    ("application/pgp-", "signature"),
    ("application/pkcs7-signature", "signature"),
    ("application/x-pkcs7-signature", "signature"),
    ("message/delivery-status", "report"),
    ("message/disposition-notification", "report"),
    ("message/", "email"),
    ("text/", "text"),
)
_LOGO = re.compile(r"\A(?:image\d{3}\.|outlook-)|logo|banner|signature|icon")
_SMALL_PICTURE = 40_000  # bytes; a logo in a signature has less, a photograph of a page more

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """One file: what it is ("word", "picture", "tnef", "smime" ...) and its name, for its own writer's eyes only."""

    what: str
    name: str
    small: bool = False  # a picture so small that it may be a logo


def files_of(parts: tuple[Part, ...]) -> tuple[FileKind, ...]:
    """The parts that can hold words of the writer's, in order."""
    found = []
    for part in parts:
        kind, name = _kind(part), _shown(part.filename)
        small = kind == "picture" and part.size_bytes < _SMALL_PICTURE
        if kind and not (small and _LOGO.search(name.lower())):
            found.append(FileKind(what=kind, name=name, small=small))
    return tuple(found)


def kind_by_name(part: Part) -> str:
    """What the part's name, else its type, says that it is; "contact", "calendar", "signature" too; "" if neither."""
    ending = part.filename.lower().rpartition(".")[2]
    by_type = (kind for start, kind in _BESIDE_WORDS_BY_TYPE if part.content_type.startswith(start))
    return _BESIDE_WORDS.get(ending) or _kind(part) or next(by_type, "")


def is_named_as_logo(part: Part) -> bool:
    """Whether a picture's name is one that mail programs and offices give to what stands in a signature."""
    return bool(_LOGO.search(_shown(part.filename).lower()))


def _kind(part: Part) -> str:
    stem, dot, ending = part.filename.lower().rpartition(".")
    if dot and stem:
        if part.filename.lower() == "winmail.dat":
            return "tnef"
        if ending in _NO_WORDS:
            return ""
        if ending in _ENDINGS:
            return _ENDINGS[ending]
    return next((kind for start, kind in _BY_TYPE if part.content_type.startswith(start)), "")


def _shown(name: str) -> str:
    """The last part of the name, without what draws it otherwise than it is; of a long one both ends."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(char for char in last if char.isprintable()).strip()
    return plain if len(plain) <= _LONGEST_NAME else f"{plain[:40]}...{plain[-16:]}"
