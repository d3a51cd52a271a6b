"""What a PDF says: its pages' words, every string of every object, Info and XMP, and the files that it carries."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mailbot.anonymity.gate.eyes import Eye, Sight
from mailbot.anonymity.gate.files.byte_texts import plain_texts_in, texts_in
from mailbot.anonymity.gate.files.pdf_words import words_shown
from mailbot.anonymity.gate.markup import shown
from mailbot.errors import MalformedMessage

if TYPE_CHECKING:
    import pikepdf

_MOST_OBJECTS = 200_000
_MOST_STREAM = 40_000_000
_FONTS = ("/FontFile", "/FontFile2", "/FontFile3")
_PICTURES = ("/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode")


def pdf_sights(content: bytes) -> Iterator[Sight | bytes]:
    """Its texts; bytes are files of their own. MalformedMessage where it is encrypted, damaged, or too much."""
    try:
        import pikepdf  # noqa: PLC0415 - 40 MB that a message without files does without
    except ImportError as fault:
        raise MalformedMessage("nothing here reads PDF") from fault
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            yield from _objects(pdf)
            for page in pdf.pages:
                yield Sight(eye=Eye.READER, text=words_shown(page.obj))
    except (pikepdf.PdfError, pikepdf.PasswordError, pikepdf.DataDecodingError, *_FAULTS) as fault:
        raise MalformedMessage("this PDF cannot be read") from fault


_FAULTS = (ValueError, TypeError, KeyError, AttributeError, RecursionError, RuntimeError, NotImplementedError)


def _objects(pdf: pikepdf.Pdf) -> Iterator[Sight | bytes]:
    import pikepdf  # noqa: PLC0415 - as above

    objects: list[Any] = [*pdf.objects]
    if len(objects) > _MOST_OBJECTS:
        raise MalformedMessage("this PDF is too big to be read")
    fonts = {one[key].objgen for one in objects if isinstance(one, pikepdf.Dictionary) for key in _FONTS if key in one}
    for one in (*objects, pdf.trailer):
        yield from (Sight(eye=Eye.LABEL, text=text) for text in _strings(one))
        if isinstance(one, pikepdf.Stream):
            yield from _stream(one, is_font=one.objgen in fonts)


def _strings(top: Any) -> Iterator[str]:  # noqa: ANN401 - a PDF object is anything
    """Every string and name in one object, not in those that it points to."""
    import pikepdf  # noqa: PLC0415 - as above

    waiting = [top]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.String):
            yield str(one)
            yield from texts_in(bytes(one))
        elif isinstance(one, pikepdf.Array):
            waiting += [part for part in one if not getattr(part, "is_indirect", False)]
        elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            held = one.stream_dict if isinstance(one, pikepdf.Stream) else one
            waiting += [part for _, part in held.items() if not getattr(part, "is_indirect", False)]


def _stream(stream: Any, *, is_font: bool) -> Iterator[Sight | bytes]:  # noqa: ANN401 - as above
    filters = str(stream.get("/Filter", ""))
    if any(one in filters for one in _PICTURES):
        yield bytes(stream.read_raw_bytes())
        return
    decoded = bytes(stream.read_bytes())
    if len(decoded) > _MOST_STREAM:
        raise MalformedMessage("this PDF is too big to be read")
    if is_font:
        yield from (Sight(eye=Eye.FONT, text=text) for text in texts_in(decoded))
    elif stream.get("/Type") == "/EmbeddedFile":
        yield decoded
    elif stream.get("/Type") == "/Metadata":
        yield Sight(eye=Eye.LABEL, text=shown(decoded.decode("utf-8", "replace")))
        yield Sight(eye=Eye.PROGRAM, text=decoded.decode("utf-8", "replace"))
    else:
        texts = plain_texts_in if stream.get("/Subtype") == "/Image" else texts_in
        yield from (Sight(eye=Eye.BYTES, text=text) for text in texts(decoded))
