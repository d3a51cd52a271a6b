"""A file by what it is, not by what it is called: its words, its properties, and its bytes as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from mailbot.anonymity.gate.eyes import Eye, Sight
from mailbot.anonymity.gate.files.archives import Budget, members
from mailbot.anonymity.gate.files.byte_texts import plain_texts_in, texts_in
from mailbot.anonymity.gate.files.pdf import pdf_sights
from mailbot.anonymity.gate.files.pictures import is_picture, properties
from mailbot.anonymity.gate.markup import shown
from mailbot.errors import MalformedMessage

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PDF = b"%PDF-"
_PDF_WITHIN = 1024  # ISO 32000-1, H.3: readers look for it so far
_MOST_NESTED = 3
_PROPERTIES = ("docProps/core", "docProps/custom")


def sights(content: bytes) -> Iterator[Sight]:
    """All that can be read in the file; one Sight for nobody where it cannot be read."""
    try:
        yield from _inside(content, Budget(), 0)
    except MalformedMessage:
        yield Sight(eye=Eye.NOBODY, text="")


def _inside(content: bytes, budget: Budget, depth: int) -> Iterator[Sight]:
    if content.startswith(_ZIP):
        if depth >= _MOST_NESTED:
            raise MalformedMessage("archives in archives in archives")
        yield from _noise_of(content)
        for name, packed in members(content, budget):
            yield Sight(eye=Eye.READER, text=name)
            if name.startswith(_PROPERTIES):
                yield Sight(eye=Eye.LABEL, text=shown(packed.decode("utf-8", "replace")))
            else:
                yield from _inside(packed, budget, depth + 1)
    elif _PDF in content[:_PDF_WITHIN]:
        yield from _noise_of(content)
        for found in pdf_sights(content):
            if isinstance(found, Sight):
                yield found
            else:
                yield from _inside(found, budget, depth + 1)
    elif is_picture(content):
        yield from _noise_of(content)
        yield from (Sight(eye=Eye.LABEL, text=text) for blob in properties(content) for text in texts_in(blob))
    else:
        yield from _words_of(content)


def _words_of(content: bytes) -> Iterator[Sight]:
    """Plain text and markup; any other bytes as they are."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield from _bytes_of(content)
        return
    if "\0" in text:
        yield from _bytes_of(content)
    elif text.lstrip().startswith("<"):
        yield Sight(eye=Eye.PROGRAM, text=text)
        yield Sight(eye=Eye.READER, text=shown(text))
    else:
        yield Sight(eye=Eye.READER, text=text)


def _bytes_of(content: bytes) -> Iterator[Sight]:
    return (Sight(eye=Eye.BYTES, text=text) for text in texts_in(content))


def _noise_of(content: bytes) -> Iterator[Sight]:
    """Packed bytes and pixels: what is legible in them is looked at again where it is unpacked."""
    return (Sight(eye=Eye.BYTES, text=text) for text in plain_texts_in(content))
