"""Pictures: every hiding place emptied, what is seen kept, whatever is wrong refused."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps, PngImagePlugin

from mailbot.anonymity.attachments import FileLimits
from mailbot.model.outbound import Attachment
from tests.anonymity.attachments.looking import MARK, UNHURRIED, holds_mark, made, rebuild

WORD = MARK.encode()
RED, BLUE = (200, 30, 30), (20, 40, 220)


def picture(mode: str = "RGB", size: tuple[int, int] = (96, 64)) -> Image.Image:
    """Red above, blue below."""
    whole = Image.new("RGB", size, RED)
    whole.paste(BLUE, (0, size[1] // 2, *size))
    if mode.endswith("A"):
        whole.putalpha(200)
    return whole.convert(mode)


def saved(image: Image.Image, kind: str, **options) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def exif(orientation: int = 1) -> bytes:
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010F], tags[0x013B], tags[0x9286] = MARK, MARK, WORD  # maker, artist, comment
    tags.get_ifd(0x8825)[29] = MARK  # GPS date stamp
    tags.get_ifd(0x8769)[0xA431] = MARK  # the camera's number
    return tags.tobytes()


def profile() -> bytes:
    return bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()).replace(b"sRGB", b"SENT", 1) + WORD


def segment(code: int, body: bytes) -> bytes:
    return bytes((0xFF, code)) + struct.pack(">H", len(body) + 2) + body


XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{MARK}</x:xmpmeta>".encode()


def full_jpeg(orientation: int = 1) -> bytes:
    small = saved(picture(size=(16, 16)), "JPEG", comment=WORD)
    bare = saved(picture(), "JPEG", exif=exif(orientation), icc_profile=profile(), comment=WORD, dpi=(301, 301))
    hiding = (
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + XMP)
        + segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x08" + WORD)
        + segment(0xE0, b"JFXX\x00\x10" + small)
        + b"".join(segment(code, WORD) for code in (0xE3, 0xEB, 0xEF, 0xFE))
    )
    return bare[:2] + hiding + bare[2:] + WORD + small


def full_png(mode: str = "RGB") -> bytes:
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", MARK)
    text.add_text("Comment", MARK, zip=True)
    text.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
    text.add(b"prVt", WORD)
    bare = saved(picture(mode), "PNG", pnginfo=text, exif=exif(), icc_profile=profile(), dpi=(301, 301))
    return bare + WORD + zlib.compress(WORD)


def full_webp(mode: str = "RGB") -> bytes:
    bare = saved(picture(mode), "WEBP", exif=exif(), xmp=XMP, icc_profile=profile())
    return bare + WORD


def full_gif() -> bytes:
    frames = [picture(), picture().rotate(180)]
    return saved(frames[0].convert("P"), "GIF", save_all=True, append_images=frames[1:], comment=WORD) + WORD


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (full_jpeg(), "jpg"),
        (full_png(), "png"),
        (full_png("RGBA"), "png"),
        (full_png("P"), "png"),
        (full_png("L"), "png"),
        (full_png("LA"), "png"),
        (full_png("1"), "png"),
        (full_webp(), "jpg"),
        (full_webp("RGBA"), "png"),
        (full_gif(), "png"),
        (saved(picture("CMYK"), "JPEG", comment=WORD), "jpg"),
        (saved(picture("L"), "JPEG", comment=WORD), "jpg"),
        (saved(picture(), "JPEG", comment=WORD, progressive=True), "jpg"),
        (saved(picture(), "WEBP", lossless=True, exif=exif()), "jpg"),
        (saved(picture(), "WEBP"), "jpg"),
    ],
)
def test_what_is_seen_stays_and_all_else_goes(data, ending):
    attachment = rebuild(data)
    assert isinstance(attachment, Attachment)
    assert attachment.filename == f"attachment-1.{ending}"
    assert not holds_mark(attachment.content)
    image = opened(attachment.content)
    assert image.size == (96, 64)
    assert not image.info.keys() - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    above, below = (image.convert("L").getpixel((48, row)) for row in (10, 54))
    assert above != below


def test_a_camera_held_sideways_is_turned_and_says_so_no_more():
    image = opened(made(full_jpeg(orientation=6)))
    assert image.size == (64, 96)
    assert not image.getexif()
    right, left = image.getpixel((60, 48)), image.getpixel((4, 48))
    assert right[0] > left[0]  # what was above is on the right


@pytest.mark.parametrize("orientation", range(1, 10))
def test_each_way_to_hold_a_camera_is_undone_as_viewers_do(orientation):
    data = saved(picture(), "JPEG", exif=exif(orientation), quality=95)
    with Image.open(io.BytesIO(data)) as before:
        shown = ImageOps.exif_transpose(before).convert("L")
    seen = opened(made(data)).convert("L")
    assert seen.size == shown.size
    places = [(5, 5), (seen.width - 5, 5), (5, seen.height - 5)]
    assert all(abs(seen.getpixel(place) - shown.getpixel(place)) < 9 for place in places)


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow's own
@pytest.mark.parametrize(
    "body", [b"II*\x00\xff\xff\xff\x00", b"XXXX\x00\x00\x00\x08", b"II*\x00\x08\x00\x00\x00\x01\x00\x12\x01", b""]
)
def test_broken_exif_turns_nothing(body):
    data = saved(picture(), "JPEG")
    assert opened(made(data[:2] + segment(0xE1, b"Exif\x00\x00" + body) + data[2:])).size == (96, 64)


def test_nothing_is_left_under_transparent_pixels():
    hidden = picture("RGBA")
    hidden.putalpha(Image.new("L", hidden.size, 0))
    assert opened(made(saved(hidden, "PNG"))).getextrema() == ((0, 0),) * 4


def test_sixteen_bits_keep_their_shades():
    image = Image.new("I;16", (64, 64), 0x8000)
    image.paste(0xFFFF, (0, 0, 64, 32))
    seen = opened(made(saved(image, "PNG")))
    assert (seen.getpixel((5, 5)), seen.getpixel((5, 50))) == (255, 127)


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_of(width: int, height: int) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def webp_of(chunk_name: bytes, body: bytes) -> bytes:
    return b"RIFF\x30\x00\x00\x00WEBP" + chunk_name + struct.pack("<I", len(body)) + body + bytes(20)


VP8X = webp_of(b"VP8X", bytes(4) + b"\xff\x3f\x00" * 2)
VP8L = webp_of(b"VP8L", b"\x2f" + struct.pack("<I", 0x3FFF | 0x3FFF << 14))
VP8 = webp_of(b"VP8 ", b"\x00\x00\x00\x9d\x01\x2a" + b"\xff\x3f" * 2)
PROGRESSIVE = saved(picture(), "JPEG", progressive=True)
SCAN = PROGRESSIVE.index(b"\xff\xda")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (png_of(50_000, 50_000), "too_many_pixels"),
        (png_of(8_000, 8_000), "too_many_pixels"),
        (saved(Image.new("1", (7_000, 7_200)), "PNG"), "too_many_pixels"),
        (VP8X, "too_many_pixels"),
        (VP8L, "too_many_pixels"),
        (VP8, "too_many_pixels"),
        (PROGRESSIVE[:SCAN] + PROGRESSIVE[SCAN : SCAN + 10] * 300_000, "too_many_pixels"),
        (saved(picture(), "JPEG")[:-200], "damaged"),
        (png_of(300, 300), "damaged"),
        (b"\xff\xd8\xff\xd9", "damaged"),
        (b"GIF89a", "damaged"),
        (webp_of(b"VP8 ", b""), "damaged"),
        (saved(picture(size=(47, 20)), "PNG"), "logo"),
        (saved(picture(), "TIFF"), "picture_format"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "picture_format"),
    ],
    ids=map(str, range(15)),
)
def test_what_cannot_be_painted_anew_is_refused(data, why):
    assert rebuild(data) == why


def test_many_pictures_have_a_limit_together():
    limits = FileLimits(all_pixels=100)
    assert rebuild(saved(picture(), "PNG"), limits=limits) == "too_many_pixels"


@UNHURRIED
@given(
    st.sampled_from([full_jpeg(), full_png(), full_webp(), full_gif()]),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=12),
    st.floats(0.5, 1),
)
def test_damaged_pictures_are_painted_or_refused(data, changes, kept):
    mutated = bytearray(data[: int(len(data) * kept)])
    for place, value in changes:
        mutated[int(place * len(mutated))] = value
    outcome = rebuild(bytes(mutated))
    assert isinstance(outcome, str) or not holds_mark(outcome.content)
