"""Pictures painted anew: the pixels, upright, and nothing else of the file that came.

EXIF, GPS, XMP, IPTC, colour profiles, comments, text chunks, thumbnails, further frames, bytes behind the end and
what stands under transparent pixels are all left behind, since nothing but the pixels is taken over.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image

from mailbot.anonymity.attachments.allowance import Allowance
from mailbot.anonymity.attachments.crops import Crop, kept_of
from mailbot.anonymity.attachments.outcome import CannotPass

Image.MAX_IMAGE_PIXELS = 50_000_000
warnings.simplefilter("error", Image.DecompressionBombWarning)  # Pillow alone would warn only, up to twice as many
_QUALITY = 88
_SMALLEST = 48  # pixels a side: what is smaller both ways is a logo or a spy
_FORMATS = {"jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP"}
_ORIENTATION = 0x0112  # EXIF 2.32, 4.6.4
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SCAN = b"\xff\xda"
_PHOTOGRAPHS = ("jpeg", "webp")


def repainted(data: bytes, kind: str, allowance: Allowance) -> tuple[str, bytes]:
    """Ending "jpeg" or "png" and the bytes of the picture, of kind "jpeg", "png", "gif" (its first frame) or "webp".

    CannotPass for whatever cannot be read to its last pixel.
    """
    with _opened(data, kind, allowance) as picture:
        if max(picture.size) < _SMALLEST:
            raise CannotPass("logo")
        picture.load()
        return _encoded(_plain(_upright(picture)), kind)


def repainted_inside(data: bytes, kind: str, crop: Crop, allowance: Allowance) -> tuple[str, bytes]:
    """The same for a picture in an Office file: as small as it may be, what is shown of it only, and not turned.

    The shape around it says how it is turned; Office itself does not read that in EXIF again.
    """
    with _opened(data, kind, allowance) as picture:
        box = kept_of(picture.size, crop)
        picture.load()
        return _encoded(_plain(picture.crop(box)), kind)


@contextmanager
def _opened(data: bytes, kind: str, allowance: Allowance) -> Iterator[Image.Image]:
    """The picture with its size counted and no pixel read; whatever goes wrong with it is a reason."""
    if kind == "webp":
        _check_webp(data, allowance)
    try:
        with Image.open(io.BytesIO(data), formats=(_FORMATS[kind],)) as picture:
            _count(picture.size, data, kind, allowance)
            yield picture
    except CannotPass:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise CannotPass("too_many_pixels") from bomb
    except Exception as fault:  # Pillow raises what its decoders raise: OSError, SyntaxError, ValueError, struct.error
        raise CannotPass("damaged") from fault


def as_jpeg(data: bytes, allowance: Allowance) -> tuple[str, tuple[int, int], bytes]:
    """Mode "L" or "RGB", size and bytes of a JPEG 2000 picture painted anew as JPEG, for a PDF that holds it."""
    with Image.open(io.BytesIO(data), formats=("JPEG2000",)) as picture:
        allowance.take_pixels(picture.size[0] * picture.size[1])
        picture.load()
        plain = _plain(picture)
    if plain.mode == "RGBA":
        plain = plain.convert("RGB")
    return plain.mode, plain.size, _encoded(plain, "jpeg")[1]


def _count(size: tuple[int, int], data: bytes, kind: str, allowance: Allowance) -> None:
    """Before a pixel is decoded. A progressive JPEG paints the whole picture once for each of its scans."""
    pixels = size[0] * size[1]
    if kind == "jpeg" and data.count(_SCAN) * pixels > allowance.limits.scans:
        raise CannotPass("too_many_pixels")
    allowance.take_pixels(pixels)


def _check_webp(data: bytes, allowance: Allowance) -> None:
    """Its decoder takes memory for the whole canvas as soon as it is opened (RFC 9649 2.5 to 2.7)."""
    chunk, body = data[12:16], data[20:30]
    if chunk == b"VP8X":
        width, height = int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    elif chunk == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        width, height = (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1
    else:
        width = int.from_bytes(body[6:8], "little") & 0x3FFF
        height = int.from_bytes(body[8:10], "little") & 0x3FFF
    allowance.look_at_picture(width * height)


def _upright(picture: Image.Image) -> Image.Image:
    """As viewers show it; a camera that was held sideways says so in EXIF alone.

    ImageOps.exif_transpose also writes the EXIF anew, and trips over broken entries in it.
    """
    turn = _TURNS.get(picture.getexif().get(_ORIENTATION, 1))
    return picture if turn is None else picture.transpose(turn)


def _plain(picture: Image.Image) -> Image.Image:
    """The pixels in a new image of mode L, RGB or RGBA that knows nothing of the old one."""
    if picture.mode.startswith("I"):  # 16 bits a pixel
        picture = picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    has_alpha = picture.has_transparency_data
    mode = "RGBA" if has_alpha else "L" if picture.mode in ("1", "L") else "RGB"
    converted = picture.convert(mode)
    fresh = Image.new(mode, converted.size)
    if not has_alpha:
        fresh.paste(converted)
        return fresh
    seen = converted.getchannel("A").point(lambda alpha: 255 if alpha else 0)
    fresh.paste(converted, mask=seen)  # what an eraser left under transparent pixels stays behind
    return fresh


def _encoded(picture: Image.Image, kind: str) -> tuple[str, bytes]:
    out = io.BytesIO()
    if kind in _PHOTOGRAPHS and picture.mode != "RGBA":
        picture.save(out, "JPEG", quality=_QUALITY)
        return "jpeg", out.getvalue()
    picture.save(out, "PNG")
    return "png", out.getvalue()
