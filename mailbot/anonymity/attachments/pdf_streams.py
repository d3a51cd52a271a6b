"""The bytes of a PDF's streams, decoded within limits, and the pictures among them without what only speaks of them."""

from __future__ import annotations

import zlib

from pikepdf import Array, Dictionary, Name, Object, Pdf, StreamDecodeLevel

from mailbot.anonymity.attachments.allowance import Allowance
from mailbot.anonymity.attachments.images import as_jpeg
from mailbot.anonymity.attachments.jbig2_segments import bare_jbig2
from mailbot.anonymity.attachments.jpeg_segments import bare_jpeg
from mailbot.anonymity.attachments.outcome import CannotPass

_FLATE = frozenset({"/FlateDecode", "/Fl"})
_JPEG = frozenset({"/DCTDecode", "/DCT"})
_FAX = frozenset({"/CCITTFaxDecode", "/CCF", "/JBIG2Decode"})
_LZW = frozenset({"/LZWDecode", "/LZW"})
_LZW_BYTES = 100_000  # qpdf sets it no limit, and each 12 bits of it can stand for 4,000 bytes
_CHUNK = 1_000_000
_COMPONENTS = {"/DeviceGray": 1, "/DeviceRGB": 3, "/CalRGB": 3, "/Lab": 3}
_FAX_PARAMETERS = ("K", "Columns", "Rows", "BlackIs1", "EncodedByteAlign", "EndOfLine", "EndOfBlock")


def filters_of(stream: Object) -> tuple[str, ...]:
    """The names of a stream's filters, outermost first."""
    named = stream.get("/Filter")
    if named is None:
        return ()
    return (str(named),) if isinstance(named, Name) else tuple(str(each) for each in named)


def decoded(stream: Object, allowance: Allowance) -> bytes:
    """The stream's bytes; CannotPass when they are too many. Other limits are set where pikepdf is loaded."""
    if _LZW.intersection(filters_of(stream)) and len(stream.read_raw_bytes()) > _LZW_BYTES:
        raise CannotPass("too_large")
    data = stream.read_bytes(StreamDecodeLevel.specialized)
    allowance.take_unpacked(len(data))
    return data


def count_unpacked(stream: Object, allowance: Allowance) -> None:
    """Count what a stream of objects unpacks to, piece by piece, before anything reads it whole."""
    filters = filters_of(stream)
    if not filters:
        return
    if len(filters) > 1 or filters[0] not in _FLATE:
        raise CannotPass("not_understood")
    unpacking, rest = zlib.decompressobj(), stream.read_raw_bytes()
    while rest and not unpacking.eof:
        allowance.take_unpacked(len(unpacking.decompress(rest, _CHUNK)))
        rest = unpacking.unconsumed_tail


def picture(source: Object, fresh: Object, out: Pdf, allowance: Allowance) -> None:
    """Write the picture's bytes into the new stream, which has its measures already."""
    width, height = int(source.get("/Width", 0)), int(source.get("/Height", 0))
    allowance.look_at_picture(width * height)
    filters = filters_of(source)
    if filters and filters[-1] in _JPEG:
        fresh.write(bare_jpeg(_before_last(source, filters, out, allowance)), filter=Name.DCTDecode)
        transform: object = _parameters(source).get("/ColorTransform")
        if isinstance(transform, int):
            fresh.DecodeParms = Dictionary(ColorTransform=transform)
    elif filters == ("/JPXDecode",):
        _painted_anew(source, fresh, allowance)
    elif len(filters) == 1 and filters[0] in _FAX:
        _fax(source, fresh, out, allowance)
    else:
        fresh.write(decoded(source, allowance)[: _row_bytes(fresh, width) * height])  # what hangs behind is never seen


def _before_last(source: Object, filters: tuple[str, ...], out: Pdf, allowance: Allowance) -> bytes:
    """The JPEG itself; some programs wrap it once more, in ASCII or deflated."""
    raw = source.read_raw_bytes()
    if len(filters) == 1:
        return raw
    wrapped = out.make_stream(raw)
    wrapped["/Filter"] = Array([Name(each) for each in filters[:-1]])
    return decoded(wrapped, allowance)


def _painted_anew(source: Object, fresh: Object, allowance: Allowance) -> None:
    """JPEG 2000 keeps its words in boxes of many kinds, and its own colours: it becomes a plain JPEG."""
    mode, size, data = as_jpeg(source.read_raw_bytes(), allowance)
    fresh.write(data, filter=Name.DCTDecode)
    fresh.Width, fresh.Height, fresh.BitsPerComponent = size[0], size[1], 8
    fresh.ColorSpace = Name.DeviceGray if mode == "L" else Name.DeviceRGB
    for key in ("/Decode", "/SMaskInData"):
        if key in fresh:
            del fresh[key]


def _fax(source: Object, fresh: Object, out: Pdf, allowance: Allowance) -> None:
    """Fax codings hold dots only (ITU-T T.4, T.6), and JBIG2 comments besides."""
    given, kind = _parameters(source), filters_of(source)[0]
    kept = Dictionary()
    for key in _FAX_PARAMETERS:
        value: object = given.get(f"/{key}")
        if isinstance(value, (int, bool)):
            kept[f"/{key}"] = value
    shared = given.get("/JBIG2Globals")
    if shared is not None:
        kept["/JBIG2Globals"] = out.make_stream(bare_jbig2(decoded(shared, allowance)))
    data = source.read_raw_bytes()
    fresh.write(bare_jbig2(data) if kind == "/JBIG2Decode" else data, filter=Name(kind), decode_parms=kept)


def _parameters(source: Object) -> Object:
    parameters = source.get("/DecodeParms", Dictionary())
    if not isinstance(parameters, Dictionary):
        parameters = next((each for each in reversed(list(parameters)) if isinstance(each, Dictionary)), Dictionary())
    return parameters


def _row_bytes(fresh: Object, width: int) -> int:
    """The bytes of one row of dots (ISO 32000-1, 8.9.3)."""
    if fresh.get("/ImageMask", False):
        return (width + 7) // 8
    colours = fresh.get("/ColorSpace")
    if isinstance(colours, Array):
        family = str(colours[0])
        components = len(list(colours[1])) if family == "/DeviceN" else _COMPONENTS.get(family, 1)
    else:
        components = _COMPONENTS.get(str(colours), 4)
    return (width * components * int(fresh.get("/BitsPerComponent", 8)) + 7) // 8
