"""What a file is, by its own bytes: names and declared types are only believed about files that never pass."""

from __future__ import annotations

_ZIP = b"PK\x03\x04"
_OFFICE = b"[Content_Types].xml"  # the one member's name that is fixed (ECMA-376 part 2, 10.1.2)
_BEGINNINGS = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (_ZIP, "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "compound"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"{\\rtf", "rich_text"),
)
_FOLDERS = ((b"word/", "word"), (b"xl/", "spreadsheet"), (b"ppt/", "slides"))
_PDF_WITHIN = 1024  # readers take a PDF that begins later than its first byte (Adobe's implementation note 13)
_UTF_16 = "EncryptedPackage".encode("utf-16-le")
PICTURES = frozenset({"jpeg", "png", "gif", "webp"})


def kind_of(data: bytes) -> str:
    """Kind "jpeg", "png", "gif", "webp", "pdf", "office"; "picture", "compound", "zip"... never pass; "" is unknown."""
    if data.startswith(_ZIP) and _OFFICE in data:
        return "office"
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif", b"heim", b"heis"):
        return "picture"
    return "pdf" if b"%PDF-" in data[:_PDF_WITHIN] else ""


def office_kind(data: bytes) -> str:
    """Which of the three an Office file looks like, for its writer: "word", "spreadsheet", "slides"; or ""."""
    return next((kind for folder, kind in _FOLDERS if folder in data), "")


def is_encrypted_office(data: bytes) -> bool:
    """Whether an old container holds a new document behind a password ([MS-OFFCRYPTO] 2.3.4.1)."""
    return _UTF_16 in data
