"""Files that carry a text in one place, made by hand so that the place is known."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

import pikepdf


def packed(members: Mapping[str, bytes | str], comment: bytes = b"") -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return whole.getvalue()


def word(*runs: str, **parts: str) -> bytes:
    body = "".join(f"<w:r><w:t xml:space='preserve'>{run}</w:t></w:r>" for run in runs)
    members = {"word/document.xml": f"<?xml version='1.0'?><w:document><w:p>{body}</w:p></w:document>"}
    return packed({**members, **{name.replace("__", "/"): content for name, content in parts.items()}})


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(kind: bytes = b"gAMA", body: bytes = b"\0\0\xb1\x8f") -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(kind, body) + pixels + chunk(b"IEND", b"")


def jpeg(marker: int = 0xE0, body: bytes = b"JFIF\0") -> bytes:
    segment = bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body
    return b"\xff\xd8\xff\x01" + segment + b"\xff\xda\x00\x02pixels\xff\xd9"


def webp(kind: bytes, body: bytes) -> bytes:
    parts = b"VP8 \x02\0\0\0xx" + kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
    return b"RIFF" + struct.pack("<I", len(parts) + 4) + b"WEBP" + parts


def gif(comment: bytes) -> bytes:
    return b"GIF89a\1\0\1\0\0\0\0\x21\xfe" + bytes([len(comment)]) + comment + b"\0;"


def pdf(content: bytes = b"", **changes: object) -> bytes:
    """One page with this content stream; `font`, `info`, `xmp`, `attached`, `extra` go where they are called."""
    made = pikepdf.new()
    page = made.add_blank_page()
    page.obj.Contents = made.make_stream(content)
    if "font" in changes:
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=changes["font"](made)))
    if "info" in changes:
        made.docinfo["/Author"] = changes["info"]
    if "xmp" in changes:
        made.Root.Metadata = made.make_stream(str(changes["xmp"]).encode(), Type=pikepdf.Name.Metadata)
    if "attached" in changes:
        made.attachments["x"] = pikepdf.AttachedFileSpec(made, bytes(changes["attached"]), filename="x")
    if "extra" in changes:
        changes["extra"](made)
    whole = io.BytesIO()
    made.save(whole, **changes.get("save", {}))
    return whole.getvalue()
