"""Files made to hurt: they cost little, and end in a reason."""

from __future__ import annotations

import io
import zipfile
import zlib

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Name
from PIL import Image

from mailbot.anonymity.attachments import FileLimits
from mailbot.anonymity.attachments.allowance import Allowance
from mailbot.anonymity.attachments.outcome import CannotPass
from mailbot.anonymity.attachments.pdf_streams import count_unpacked
from tests.anonymity.attachments.looking import MARK, UNHURRIED, holds_mark, made, rebuild
from tests.anonymity.attachments.office_files import W, office, picture, rels, word, zipped
from tests.anonymity.attachments.test_images import PROGRESSIVE, segment
from tests.anonymity.attachments.test_pdf import drawing, image, saved, showing, with_page
from tests.anonymity.attachments.test_sheets import full_workbook
from tests.anonymity.attachments.test_word import full_document

BOMB = b"<w:document xmlns:w='" + W.encode() + b"'>" + b" " * 30_000_000 + b"</w:document>"


def squeezed(method: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        file.writestr("[Content_Types].xml", "<x/>" * 10)
        file.writestr("_rels/.rels", rels(("rId1", "officeDocument", "word/document.xml")))
    return out.getvalue()


def flagged(data: bytes) -> bytes:
    """As if its members had a password."""
    at = data.index(b"PK\x01\x02") + 8
    return data[:at] + b"\x01\x00" + data[at + 2 :]


def doubled() -> bytes:
    data = zipped({"[Content_Types].xml": "<x/>", "word/a.xml": "<x/>", "word/b.xml": "<x/>"})
    return data.replace(b"word/b.xml", b"Word/A.XML")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (office("docx", {"main": BOMB}), "too_large"),
        (office("docx", {"main": "<x/>", **{f"word/{n}.xml": "" for n in range(2_000)}}), "too_large"),
        (squeezed(zipfile.ZIP_BZIP2), "not_understood"),
        (flagged(word("<w:p/>")), "encrypted"),
        (doubled(), "damaged"),
        (drawing(b"q " * 3_100_000), "too_large"),
        (showing(b"x" * 99, Filter=Array([Name.ASCIIHexDecode] * 9), ColorSpace=Name.DeviceGray), "damaged"),
    ],
    ids=map(str, range(7)),
)
def test_bombs(data, why):
    assert rebuild(data) == why


def test_streams_that_unpack_to_more_than_a_page_ever_needs():
    pdf = with_page()
    pdf.pages[0].Resources.XObject = {"/I": image(pdf, bytes(70_000_000), ColorSpace=Name.DeviceGray)}
    assert rebuild(saved(pdf)) == "damaged"


def test_all_that_is_unpacked_has_a_limit():
    assert rebuild(word("<w:p/>"), limits=FileLimits(unpacked_bytes=100)) == "too_large"


def test_streams_of_objects_are_counted_before_they_are_read():
    pdf = pikepdf.Pdf.new()
    with pytest.raises(CannotPass, match="not_understood"):
        count_unpacked(
            pdf.make_stream(b"", Filter=Array([Name.ASCII85Decode, Name.FlateDecode])), Allowance(FileLimits())
        )
    stream = pdf.make_stream(zlib.compress(bytes(5_000_000)), Filter=Name.FlateDecode)
    with pytest.raises(CannotPass, match="too_large"):
        count_unpacked(stream, Allowance(FileLimits(unpacked_bytes=4_000_000)))
    count_unpacked(stream, Allowance(FileLimits(unpacked_bytes=6_000_000)))


def test_a_font_that_is_no_dictionary_is_damage():
    pdf = with_page()
    pdf.pages[0].Resources.Font.F1 = Array([1])
    assert rebuild(saved(pdf)) == "damaged"


def test_a_picture_that_is_used_twice_is_painted_once():
    shown = "".join(f'<w:pict><v:imagedata r:id="{link}"/></w:pict>' for link in ("rId1", "rId2"))
    links = (("rId1", "image", "media/a.jpg"), ("rId2", "image", "media/a.jpg"))
    new = made(word(f"<w:p>{shown}</w:p>", links=links, **{"word/media/a.jpg": picture()}))
    assert new.count(b"word/media/image1.jpeg") == 2  # the member and the directory
    assert b"image2" not in new


def test_a_printers_picture_keeps_its_mark_of_colours():
    out = io.BytesIO()
    Image.new("CMYK", (8, 8), (9, 9, 9, 9)).save(out, "JPEG", comment=MARK.encode())
    new = made(showing(out.getvalue(), Filter=Name.DCTDecode, ColorSpace=Name.DeviceCMYK))
    assert b"Adobe" in new
    assert not holds_mark(new)


def test_a_progressive_picture_in_a_pdf_keeps_all_its_scans():
    data = PROGRESSIVE[:2] + segment(0xE1, MARK.encode()) + PROGRESSIVE[2:] + MARK.encode()
    new = made(showing(data, Filter=Name.DCTDecode, ColorSpace=Name.DeviceRGB))
    assert not holds_mark(new)
    with pikepdf.Pdf.open(io.BytesIO(new)) as read:
        bare = next(iter(read.pages[0].Resources.XObject.values())).read_raw_bytes()
    assert Image.open(io.BytesIO(bare)).tobytes() == Image.open(io.BytesIO(PROGRESSIVE)).tobytes()


@pytest.mark.filterwarnings("ignore")
@UNHURRIED
@given(
    st.sampled_from([full_document(), full_workbook()]),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=12),
    st.floats(0.5, 1),
)
def test_damaged_office_files_are_made_anew_or_refused(data, changes, kept):
    mutated = bytearray(data[: int(len(data) * kept)])
    for place, value in changes:
        mutated[int(place * len(mutated))] = value
    outcome = rebuild(bytes(mutated))
    assert isinstance(outcome, str) or not holds_mark(outcome.content)


@UNHURRIED
@given(
    st.sampled_from(
        [b"rId1", b"s", b"<w:p", b"</w:p>", b'"', b">", b"w:val", b"word/", b"fldChar", b"xmlns", b"&", b"\xff"]
    ),
    st.integers(0, 40),
    st.sampled_from([b"", b"<", b"x", b"rId9", b"<w:ins/>", b'"/>', b"&#0;", b"&a;", b"../"]),
)
def test_members_that_are_damaged_inside_are_made_anew_or_refused(old, which, new):
    document = full_document()
    with zipfile.ZipFile(io.BytesIO(document)) as file:
        members = {name: file.read(name) for name in file.namelist()}
    name = sorted(members)[which % len(members)]
    at = members[name].find(old)
    if at >= 0:
        members[name] = members[name][:at] + new + members[name][at + len(old) :]
    outcome = rebuild(zipped(members))
    assert isinstance(outcome, str) or not holds_mark(outcome.content)
