# ruff: noqa: E501 - one picture a line
"""PDF files: the pages as they look, and nothing that tells of people, programs, times or earlier versions."""

from __future__ import annotations

import io
import struct
import zlib

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf, String

from mailbot.anonymity.attachments import FileLimits
from tests.anonymity.attachments.looking import MARK, UNHURRIED, holds_mark, made, rebuild
from tests.anonymity.attachments.office_files import picture

WORD = MARK.encode()
DRAWN = b"""% %s
/Span <</ActualText (%s) /Lang (%s)>> BDC /OC /MC0 BDC BT /F%s 12 Tf 10 100 Td (Visible words) Tj ET EMC EMC
/%s MP (%s) %s q 50 0 0 50 10 10 cm /X%s Do Q /G%s gs /C%s cs 0.5 sc /P%s scn /S%s sh""".replace(b"%s", WORD)


def saved(pdf: Pdf, **options) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **options)
    return out.getvalue()


def with_page(drawn: bytes = b"BT /F1 12 Tf (Hello) Tj ET", **resources) -> Pdf:
    """A PDF of one page."""
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(200, 200))
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    page.Resources = Dictionary(Font=Dictionary(F1=font), **resources)
    page.Contents = pdf.make_stream(drawn)
    return pdf


def pages(data: bytes) -> list[bytes]:
    with Pdf.open(io.BytesIO(data)) as pdf:
        assert not pdf.check_pdf_syntax()
        return [page.Contents.read_bytes() for page in pdf.pages]


def marked(pdf: Pdf, stream: bytes = b"", **entries) -> pikepdf.Object:
    """A stream with a mark in its dictionary wherever programs put one."""
    private = Dictionary(Program=Dictionary(LastModified=String(MARK), Private=String(MARK)))
    return pdf.make_stream(
        stream,
        Metadata=pdf.make_stream(WORD),
        PieceInfo=private,
        LastModified=String(MARK),
        OC=Dictionary(Name=String(MARK)),
        Name=Name(f"/{MARK}"),
        **entries,
    )


def icc(pdf: Pdf) -> Array:
    return Array([Name.ICCBased, pdf.make_stream(WORD, N=1, Metadata=pdf.make_stream(WORD))])


def full_pdf() -> Pdf:
    pdf = with_page(DRAWN)
    page = pdf.pages[0]
    form = marked(pdf, b"% " + WORD + b"\n0 0 10 10 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 10, 10])
    form.Resources = Dictionary(XObject=Dictionary(Loop=form))
    jpeg = marked(pdf, picture(), Type=Name.XObject, Subtype=Name.Image, Width=20, Height=10, BitsPerComponent=8)
    jpeg.Filter, jpeg.ColorSpace = Name.DCTDecode, Array([Name.ICCBased, pdf.make_stream(WORD, N=3)])
    glyph = pdf.make_stream(b"500 0 d0 % " + WORD)
    descriptor = Dictionary(FontName=Name("/ABCDEF+Sans"), FontFamily=String(MARK), Metadata=pdf.make_stream(WORD))
    drawn_font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        CharProcs=Dictionary(a=glyph),
        Encoding=Dictionary(Differences=[97, Name.a]),
        FontDescriptor=descriptor,
        ToUnicode=pdf.make_stream(
            b"%!PS " + WORD + b"\n/Registry (" + WORD + b") def 1 begincodespacerange\n% " + WORD, CMapName=Name.X
        ),
        Name=Name(f"/{MARK}"),
    )
    page.Resources = Dictionary(
        Font={f"/F{MARK}": drawn_font},
        XObject={f"/X{MARK}": form, "/Picture": jpeg},
        ExtGState={f"/G{MARK}": Dictionary(CA=0.5, Note=String(MARK))},
        ColorSpace={f"/C{MARK}": icc(pdf)},
        Pattern={f"/P{MARK}": Dictionary(PatternType=2, Shading=Dictionary(ShadingType=2, Note=String(MARK)))},
        Shading={f"/S{MARK}": Dictionary(ShadingType=2, ColorSpace=Name.DeviceGray)},
        Properties=Dictionary(MC0=Dictionary(Name=String(MARK))),
    )
    page.Metadata = pdf.make_stream(WORD)
    page.PieceInfo = Dictionary(P=Dictionary(Private=String(MARK)))
    page.Thumb = pdf.make_stream(WORD)
    page.LastModified, page.ID = String(MARK), String(MARK)
    page.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String(MARK)))
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], T=String(MARK), Contents=String(MARK))
    link = Dictionary(Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(S=Name.URI, URI=String(MARK)))
    ink = Dictionary(Subtype=Name.Ink, Rect=[0, 0, 9, 9], T=String(MARK), Contents=String(MARK), F=4)
    ink.AP = Dictionary(N=pdf.make_stream(b"1 1 m 5 5 l S", Subtype=Name.Form, BBox=[0, 0, 9, 9]))
    signature = Dictionary(Subtype=Name.Widget, FT=Name.Sig, Rect=[0, 0, 9, 9], V=Dictionary(Name=String(MARK)))
    page.Annots = Array([pdf.make_indirect(each) for each in (note, link, ink, signature)])
    pdf.Root.AcroForm = Dictionary(Fields=[page.Annots[3]], SigFlags=3)
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(MARK))
    pdf.Root.PageLabels = Dictionary(Nums=[0, Dictionary(P=String(MARK))])
    pdf.Root.Lang = String(MARK)
    pdf.Root.OutputIntents = Array([Dictionary(Info=String(MARK))])
    pdf.Root.OCProperties = Dictionary(OCGs=[Dictionary(Name=String(MARK))], D=Dictionary(Name=String(MARK), OFF=[]))
    pdf.attachments[f"{MARK}.txt"] = WORD
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(MARK, 0))
    pdf.docinfo["/Author"] = MARK
    with pdf.open_metadata() as xmp:
        xmp["dc:creator"] = [MARK]
    pdf.trailer["/ID"] = Array([String(MARK), String(MARK)])
    return pdf


def revised(data: bytes) -> bytes:
    """With an earlier version still in the file, and bytes before and behind it."""
    old = data.replace(b"startxref", b"% " + WORD + b"\nstartxref")
    update = b"\n99 0 obj\n(" + WORD + b")\nendobj\ntrailer << /Prev 0 >>\n% " + WORD
    return old + update + WORD


@pytest.mark.parametrize(
    "data",
    [
        saved(full_pdf()),
        saved(full_pdf(), object_stream_mode=pikepdf.ObjectStreamMode.generate),
        saved(full_pdf(), compress_streams=False),
        saved(full_pdf(), qdf=True),
        revised(saved(full_pdf())),
        WORD + b"\n" + saved(full_pdf(), linearize=True),
    ],
    ids=["plain", "object streams", "unpacked", "qdf", "revised", "linearized"],
)
def test_the_pages_stay_and_nothing_that_tells_of_the_writer(data):
    assert holds_mark(data)
    new = made(data)
    assert not holds_mark(new)
    assert len(pages(new)) == 1
    assert b"(Visible words) Tj" in pages(new)[0]
    assert made(data) == new  # its id is made of its contents
    with Pdf.open(io.BytesIO(new)) as pdf:
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}
        assert "/Info" not in pdf.trailer
        assert (
            len(pdf.pages[0].Resources.XObject) == 3
        )  # the form, the picture, and the ink that became part of the page


def test_a_signature_whose_kind_stands_with_its_parent_goes_too():
    pdf = with_page()
    seen = pdf.make_stream(b"BT /F1 9 Tf (" + WORD + b") Tj ET", Subtype=Name.Form, BBox=[0, 0, 90, 20])
    parent = pdf.make_indirect(Dictionary(FT=Name.Sig, T=String(MARK)))
    loop = pdf.make_indirect(Dictionary(Subtype=Name.Widget, Rect=[0, 0, 9, 9]))
    loop.Parent = loop
    kid = pdf.make_indirect(Dictionary(Subtype=Name.Widget, Rect=[0, 0, 9, 9], AP=Dictionary(N=seen), Parent=parent))
    parent.Kids = Array([kid])
    pdf.pages[0].Annots = Array([kid, loop])
    pdf.Root.AcroForm = Dictionary(Fields=[parent, loop])
    assert not holds_mark(made(saved(pdf, compress_streams=False)))


def test_what_was_filled_in_is_on_the_page_afterwards():
    pdf = with_page()
    seen = pdf.make_stream(b"BT /F1 9 Tf (Filled in) Tj ET", Subtype=Name.Form, BBox=[0, 0, 90, 20])
    seen.Resources = Dictionary(Font=pdf.pages[0].Resources.Font)
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(MARK), V=String("Filled in"), F=4,
        TU=String(MARK), Rect=[0, 0, 90, 20], AP=Dictionary(N=seen), DA=String("/F1 9 Tf"),
    )  # fmt: skip
    pdf.pages[0].Annots = Array([pdf.make_indirect(field)])
    fields = Array([pdf.pages[0].Annots[0]])
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=fields, NeedAppearances=True, DA=String("/F1 9 Tf")))
    new = made(saved(pdf))
    assert not holds_mark(new)
    with Pdf.open(io.BytesIO(new)) as read:
        drawn = [each.read_bytes() for each in read.pages[0].Resources.XObject.values()]
    assert any(b"Filled in" in each for each in drawn)


def image(pdf: Pdf, data: bytes, **entries) -> pikepdf.Object:
    return pdf.make_stream(
        data, Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, BitsPerComponent=8, **entries
    )


def jpeg_2000(mode: str) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new(mode, (8, 8)).save(out, "JPEG2000")
    return out.getvalue()


def dots(kind: int, data: bytes, number: int = 0, referred: bytes = b"\x00", page: bytes = b"\x01") -> bytes:
    """A segment of JBIG2."""
    return struct.pack(">IB", number, kind) + referred + page + struct.pack(">I", len(data)) + data


JBIG2 = (
    dots(62, WORD)
    + dots(48, b"page")
    + dots(62 | 0x40, WORD, page=bytes(4))
    + dots(6, b"", 300, b"\x20\x00\x01")
    + dots(6, b"", 70_000, b"\x20" + bytes(4))
    + dots(6, b"", 7, b"\xe0\x00\x00\x08" + bytes(2) + bytes(8))
    + dots(62, WORD, 7, b"\xe0\x00\x00\x01" + bytes(1) + bytes(1))
)


def pictures(pdf: Pdf) -> dict[str, tuple[pikepdf.Object, int]]:
    """Pictures in each coding and colour, with as many bytes as they may have afterwards (0: not looked at)."""
    gray, spare = bytes(64), bytes(64) + WORD
    ink = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0], C1=[1])
    mask = image(pdf, gray, ColorSpace=Name.DeviceGray)
    table = pdf.make_stream(bytes(768))
    return {
        "gray": (image(pdf, spare, ColorSpace=Name.DeviceGray, SMask=mask, Mask=Array([0, 0])), 64),
        "calibrated": (image(pdf, bytes(192) + WORD, ColorSpace=Array([Name.CalRGB, Dictionary(Gamma=[1, 1, 1])])), 192),
        "indexed": (image(pdf, spare, ColorSpace=Array([Name.Indexed, Name.DeviceRGB, 255, table])), 64),
        "few": (image(pdf, spare, ColorSpace=Array([Name.Indexed, Name.DeviceRGB, 1, String("abcdef")])), 64),
        "one ink": (image(pdf, spare, ColorSpace=Array([Name.Separation, Name(f"/{MARK}"), Name.DeviceGray, ink])), 64),
        "inks": (
            image(pdf, bytes(128) + WORD, ColorSpace=Array([Name.DeviceN, Array([Name(f"/{MARK}"), Name.Black]), Name.DeviceGray,
                                                            Array([ink]), Dictionary(Colorants=String(MARK))])), 128),
        "device": (image(pdf, spare, ColorSpace=Array([Name.DeviceGray])), 64),
        "dots": (pdf.make_stream(bytes(8) + WORD, Subtype=Name.Image, Width=8, Height=8, ImageMask=True), 8),
        "masked": (image(pdf, gray, ColorSpace=Name.DeviceGray, Mask=pdf.make_stream(bytes(8), Subtype=Name.Image, Width=8, Height=8, ImageMask=True)), 64),
        "colourless": (image(pdf, bytes(256) + WORD), 256),
        "j2k": (image(pdf, jpeg_2000("RGB"), Filter=Name.JPXDecode, Decode=[0, 1]), 0),
        "j2k gray": (image(pdf, jpeg_2000("L"), Filter=Name.JPXDecode), 0),
        "j2k alpha": (image(pdf, jpeg_2000("RGBA"), Filter=Name.JPXDecode, SMaskInData=1), 0),
        "wrapped": (image(pdf, zlib.compress(picture()), Filter=[Name.FlateDecode, Name.DCTDecode], ColorSpace=Name.DeviceRGB,
                          DecodeParms=[None, Dictionary(ColorTransform=1, Note=String(MARK))]), 0),
        "fax": (image(pdf, b"\x00", Filter=Name.CCITTFaxDecode, DecodeParms=Dictionary(K=-1, Columns=8, Note=String(MARK))), 1),
        "jbig2": (image(pdf, JBIG2, Filter=Name.JBIG2Decode, DecodeParms=Dictionary(JBIG2Globals=pdf.make_stream(JBIG2))), 1),
    }  # fmt: skip


def test_pictures_keep_their_dots_and_no_more():
    pdf = with_page()
    drawn = {name.replace(" ", ""): each for name, each in pictures(pdf).items()}
    pdf.pages[0].Resources.XObject = Dictionary({f"/{name}": image for name, (image, _) in drawn.items()})
    new = made(saved(pdf, compress_streams=False))
    assert not holds_mark(new)
    with Pdf.open(io.BytesIO(new)) as read:
        found = dict(read.pages[0].Resources.XObject.items())
        numbered = [found[name] for name in sorted(found, key=lambda name: int(name[2:]))]
        for name, each in zip(sorted(drawn), numbered, strict=True):  # as they stand in a dictionary of a PDF
            size, coding = drawn[name][1], str(each.get("/Filter", ""))
            if coding == "/DCTDecode":
                assert size == 0, name
            elif coding == "/CCITTFaxDecode":
                assert each.read_raw_bytes() == b"\x00"
            elif coding == "/JBIG2Decode":
                assert each.read_raw_bytes().startswith(dots(48, b"page") + dots(6, b"", 300, b"\x20\x00\x01"))
            else:
                assert len(each.read_bytes()) == size, name


def sfnt(*tables: tuple[bytes, bytes], version: bytes = b"\x00\x01\x00\x00", count: int | None = None) -> bytes:
    at = 12 + 16 * len(tables)
    head, body = version + struct.pack(">HHHH", len(tables) if count is None else count, 0, 0, 0), b""
    for tag, table in tables:
        head += tag + struct.pack(">III", 0, at + len(body), len(table))
        body += table
    return head + body


def with_font(program: bytes, key: str = "FontFile2", **entries) -> bytes:
    pdf = with_page()
    font = pdf.pages[0].Resources.Font.F1
    font.FontDescriptor = Dictionary(FontName=Name.Sans, Flags=32, FontFamily=String(MARK))
    font.FontDescriptor[f"/{key}"] = pdf.make_stream(program, Note=String(MARK), **entries)
    font.DescendantFonts = Array([Dictionary(
        Subtype=Name.CIDFontType2, CIDToGIDMap=Name.Identity,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String(MARK), Supplement=0, Note=String(MARK)),
    )])  # fmt: skip
    font.Encoding = pdf.make_stream(b"1 begincidrange", CMapName=Name.X, UseCMap=Name("/Identity-H"))
    return saved(pdf)


def font_of(data: bytes) -> dict[str, object]:
    with Pdf.open(io.BytesIO(data)) as pdf:
        font = next(iter(pdf.pages[0].Resources.Font.values()))
        program = next(value for key, value in font.FontDescriptor.items() if key.startswith("/FontFile"))
        return {
            "program": program.read_bytes(),
            "registry": str(font.DescendantFonts[0].CIDSystemInfo.Registry),
            "name": str(font.BaseFont),
            "use": str(font.Encoding.UseCMap),
        }


def test_a_font_keeps_the_tables_that_draw_and_loses_names_and_times():
    tables = ((b"head", bytes(range(54))), (b"name", WORD), (b"glyf", b"abc"), (b"DSIG", WORD))
    new = made(with_font(sfnt(*tables)))
    assert not holds_mark(new)
    font = font_of(new)
    program = font["program"]
    assert (b"name" in program, b"DSIG" in program, b"glyf" in program) == (False, False, True)
    assert program[program.index(bytes(range(20))) :][20:36] == bytes(16)
    assert (font["registry"], font["use"]) == ("Adobe", "/Identity-H")


@pytest.mark.parametrize(
    ("key", "entries", "kept"),
    [
        ("FontFile3", {"Subtype": Name.OpenType}, b""),
        ("FontFile", {"Length1": 3}, b"name"),
    ],
)
def test_other_fonts(key, entries, kept):
    program = sfnt((b"name", b"plain"), version=b"OTTO")
    new = font_of(made(with_font(program, key, **entries)))["program"]
    assert (b"name" in new) is bool(kept)


def index(*members: bytes, size: int = 1) -> bytes:
    """An INDEX of a compact font."""
    offsets = [1 + sum(map(len, members[:at])) for at in range(len(members) + 1)]
    counted = struct.pack(">HB", len(members), size) + b"".join(each.to_bytes(size, "big") for each in offsets)
    return counted + b"".join(members) if members else b"\x00\x00"


def short(number: int) -> bytes:
    return b"\x1c" + struct.pack(">h", number)


def compact(*, offset: int = 1) -> bytes:
    """A compact font whose notice, names and copyright are marks, and whose glyphs have names too."""
    top = (
        short(391) + b"\x01" + b"\x1d" + struct.pack(">i", 392) + b"\x02" + b"\xf8\x1d\x03"  # 393: two bytes
        + b"\x8b\x04" + b"\xfb\x00\x05" + b"\x1e\xe2\xa2\x5f\x0c\x07" + short(395) + b"\x0c\x00" + short(999) + b"\x0c\x15"
        + short(396) + b"\x0f"
    )  # fmt: skip
    strings = index(WORD, WORD, WORD, b"glyph", WORD, b"kept", size=2)
    return (
        b"\x01\x00\x04"
        + bytes((offset,))
        + index(WORD).replace(b"\x00\x01\x01", bytes((0, 1, offset)), 1)
        + index(top)
        + strings
        + b"rest"
    )


TYPE_1 = (
    b"%!PS-AdobeFont-1.0: "
    + WORD
    + b" 1.0\n%%Creator: "
    + WORD
    + b"\n/Notice ("
    + WORD
    + b") readonly def\n"
    + bytes(30)
)


@pytest.mark.parametrize(
    ("key", "program", "entries", "kept"),
    [
        ("FontFile3", compact(), {"Subtype": Name.Type1C}, b"glyph"),
        (
            "FontFile3",
            b"\x01\x00\x04\x01" + index(WORD) + index() + index() + b"rest",
            {"Subtype": Name.Type1C},
            b"rest",
        ),
        ("FontFile", TYPE_1, {"Length1": len(TYPE_1) - 30}, b"%!PS-AdobeFont-1.0"),
        ("FontFile", b"/F 1 def (" + WORD + b")", {}, b"/F 1 def ("),
        ("FontFile", TYPE_1.replace(b"\n", b"\r"), {"Length1": len(TYPE_1) - 30}, b"readonly def"),
    ],
)
def test_the_words_in_a_font_are_written_over(key, program, entries, kept):
    new = made(with_font(program, key, **entries))
    font = font_of(new)
    assert not holds_mark(new)
    assert len(font["program"]) == len(program)
    assert kept in font["program"]
    assert font["name"].startswith("/L")


def cropped(box: list[int]) -> bytes:
    pdf = with_page()
    pdf.pages[0].CropBox = Array(box)
    return saved(pdf)


def annotated(subtype: str) -> bytes:
    pdf = with_page()
    pdf.pages[0].Annots = Array([pdf.make_indirect(Dictionary(Subtype=Name(f"/{subtype}"), Rect=[0, 0, 1, 1]))])
    return saved(pdf)


def rooted(**entries) -> bytes:
    pdf = with_page()
    for key, value in entries.items():
        pdf.Root[f"/{key}"] = value
    return saved(pdf)


def drawing(drawn: bytes) -> bytes:
    return saved(with_page(drawn))


def showing(data: bytes, **entries) -> bytes:
    pdf = with_page()
    pdf.pages[0].Resources.XObject = Dictionary(I=image(pdf, data, **entries))
    return saved(pdf, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def coloured(*values: object) -> bytes:
    pdf = with_page()
    pdf.pages[0].Resources.ColorSpace = Dictionary(C=Array(list(values)) if values else Array())
    return saved(pdf)


def locked(user: str) -> bytes:
    return saved(with_page(), encryption=pikepdf.Encryption(owner="owner", user=user))


def nested(levels: int) -> bytes:
    pdf = with_page()
    inner = Dictionary()
    for _ in range(levels):
        inner = pdf.make_stream(
            b"", Subtype=Name.Form, BBox=[0, 0, 1, 1], Resources=Dictionary(XObject=Dictionary(X=inner))
        )
    pdf.pages[0].Resources.XObject = Dictionary(X=inner)
    return saved(pdf)


def packed(old: bytes, new: bytes) -> bytes:
    """A file whose objects are in a stream of objects of another coding."""
    whole = saved(with_page(), object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert old in whole
    return whole.replace(old, new.ljust(len(old)), 1)


def many_contents() -> bytes:
    pdf = with_page()
    pdf.pages[0].Contents = Array([pdf.make_stream(b"BT /F1 12 Tf"), pdf.make_stream(b"(x) Tj ET")])
    return saved(pdf)


VIEW_OFF = Dictionary(Usage=Dictionary(View=Dictionary(ViewState=Name.OFF)))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (locked("secret"), "encrypted"),
        (locked(""), "encrypted"),
        (annotated("Redact"), "redaction"),
        (rooted(Collection=Dictionary()), "embedded"),
        (rooted(AcroForm=Dictionary(XFA=String("x"))), "form_fields"),
        (rooted(OCProperties=Dictionary(D=Dictionary(OFF=[1]))), "hidden"),
        (rooted(OCProperties=Dictionary(D=Dictionary(BaseState=Name.OFF))), "hidden"),
        (rooted(OCProperties=Dictionary(OCGs=Array([Dictionary(), VIEW_OFF]))), "hidden"),
        (rooted(OCProperties=Dictionary(OCGs=Array([Dictionary()]))), None),
        (saved(Pdf.new()), "damaged"),
        (b"%PDF-1.7 nothing", "damaged"),
        (drawing(b"BI /W 1 /H 1 /BPC 8 /CS /G /Foo (x) ID x EI"), "not_understood"),
        (drawing(b"BI /W 1 /H 1 /BPC 8 /CS /G /F /DCT ID x EI"), "picture_inside"),
        (drawing(b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI gs 1 Tf"), None),
        (showing(b"no jpeg", Filter=Name.DCTDecode), "picture_inside"),
        (showing(b"\xff\xd8 no", Filter=Name.DCTDecode), "picture_inside"),
        (showing(b"\xff\xd8\xff\xdb\x00\x01", Filter=Name.DCTDecode), "picture_inside"),
        (showing(b"\xff\xd8\xff\xdb\x00\x09x", Filter=Name.DCTDecode), "picture_inside"),
        (showing(b"\xff\xd8\xff\xda\x00\x02" + bytes(9), Filter=Name.DCTDecode), None),
        (showing(b"\x00" * 44, Filter=Name.JBIG2Decode), None),
        (showing(dots(6, b"x")[:-4], Filter=Name.JBIG2Decode), "picture_inside"),
        (showing(dots(6, b"x")[:5], Filter=Name.JBIG2Decode), "picture_inside"),
        (showing(dots(6, b"x")[:7] + b"\xff" * 4, Filter=Name.JBIG2Decode), "picture_inside"),
        (cropped([50, 50, 150, 150]), "hidden"),
        (cropped([5, 5, 195, 195]), None),
        (with_font(compact()[:9], "FontFile3", Subtype=Name.Type1C), "not_understood"),
        (with_font(b"\x01", "FontFile3", Subtype=Name.Type1C), "not_understood"),
        (with_font(compact(offset=9), "FontFile3", Subtype=Name.Type1C), "not_understood"),
        (showing(b"not j2k", Filter=Name.JPXDecode), "damaged"),
        (showing(bytes(200_000), Filter=Name.LZWDecode), "too_large"),
        (coloured(), "not_understood"),
        (coloured(Name.NoSuch), "not_understood"),
        (coloured(Name.ICCBased, Dictionary(N=9)), "damaged"),
        (coloured(Name.Pattern, Name.DeviceRGB), None),
        (coloured(Name.Pattern), None),
        (nested(70), "not_understood"),
        (with_font(b"nonsense"), "not_understood"),
        (with_font(sfnt(count=200)), "not_understood"),
        (with_font(sfnt(count=9)), "damaged"),
        (with_font(sfnt()), None),
        (many_contents(), None),
        (saved(with_page(), object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=False), None),
        (packed(b"/Filter /FlateDecode /N", b"/Filter/RunLengthDecode"), "damaged"),
    ],
    ids=map(str, range(43)),
)
def test_what_cannot_be_made_anew_is_refused(data, why):
    outcome = rebuild(data)
    assert outcome == why if why else not isinstance(outcome, str)


def test_limits():
    data = saved(full_pdf(), object_stream_mode=pikepdf.ObjectStreamMode.generate)
    for limit, why in (
        ({"pages": 0}, "too_many_pages"),
        ({"objects": 2}, "too_large"),
        ({"objects": 10}, "too_large"),
        ({"drawing": 1}, "too_large"),
        ({"unpacked_bytes": 10}, "too_large"),
        ({"pixels": 10}, "too_many_pixels"),
        ({"file_bytes": 10}, "too_large"),
        ({"all_bytes": 10}, "too_large"),
    ):
        assert rebuild(data, limits=FileLimits(**limit)) == why, limit


def test_odd_places():
    """Where a value stands that has no place there, it is left out."""
    pdf = with_page()
    function = Dictionary(FunctionType=2, Domain=[0, 1], N=1)
    stream = pdf.make_stream(b"0 0 1 1 re f", PatternType=1, BBox=[0, 0, 1, 1])
    pdf.pages[0].Resources = Dictionary(
        Font=Dictionary(F1=Dictionary(Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)),
        Pattern=Dictionary(T=stream, S=Dictionary(PatternType=2)),
        ColorSpace=Dictionary(N=Name.Named, D=Dictionary(), DefaultRGB=Array([Name.DeviceRGB])),
        XObject=Dictionary(
            D=Dictionary(), PS=pdf.make_stream(b"", Subtype=Name.PS), M=image(pdf, bytes(64), Mask=Dictionary())
        ),
        Shading=Dictionary(F=Dictionary(ShadingType=1, Function=Array([function]))),
        ExtGState=Dictionary(
            A=Dictionary(SMask=Name.None_, TR=Name.Identity, Font=Array([Dictionary(Subtype=Name.Type1), 12])),
            B=Dictionary(SMask=Dictionary(S=Name.Alpha, G=stream, TR=function), CA=String(MARK)),
        ),
    )
    pdf.pages[0].Rotate = String(MARK)
    new = made(saved(pdf))
    assert not holds_mark(new)
    with Pdf.open(io.BytesIO(new)) as read:
        assert "/Rotate" not in read.pages[0]
        assert len(read.pages[0].Resources.XObject) == 1


def test_a_page_without_contents_is_an_empty_page():
    pdf = with_page()
    del pdf.pages[0].Contents
    assert pages(made(saved(pdf))) == [b""]


@pytest.mark.filterwarnings("ignore")
@UNHURRIED
@given(
    st.sampled_from(
        [saved(full_pdf()), saved(full_pdf(), object_stream_mode=pikepdf.ObjectStreamMode.generate, qdf=False)]
    ),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=20),
    st.floats(0.5, 1),
)
def test_damaged_files_are_made_anew_or_refused(data, changes, kept):
    mutated = bytearray(data[: int(len(data) * kept)])
    for place, value in changes:
        mutated[int(place * len(mutated))] = value
    outcome = rebuild(bytes(mutated))
    assert isinstance(outcome, str) or not holds_mark(outcome.content)


def layered(membership: Dictionary, *, where: str) -> bytes:
    pdf = with_page()
    hidden = image(pdf, MARK.encode(), ColorSpace=Name.DeviceGray, OC=membership)
    if where == "picture":
        pdf.pages[0].Resources.XObject = Dictionary(H=hidden)
    else:
        pdf.pages[0].Resources.Properties = Dictionary(MC0=Dictionary(), MC1=membership)
    return saved(pdf, compress_streams=False)


@pytest.mark.parametrize(
    ("membership", "where", "outcome"),
    [
        (Dictionary(Type=Name.OCMD, P=Name.AllOff), "picture", "gone"),
        (Dictionary(Type=Name.OCMD, P=Name.AllOn), "picture", "there"),
        (Dictionary(Type=Name.OCMD, VE=Array([Name.Not])), "picture", "hidden"),
        (Dictionary(Type=Name.OCMD, P=Name.AnyOff), "commands", "hidden"),
        (Dictionary(Type=Name.OCG), "commands", "there"),
    ],
)
def test_what_a_layer_hides_is_not_uncovered(membership, where, outcome):
    done = rebuild(layered(membership, where=where))
    if outcome == "hidden":
        assert done == "hidden"
    else:
        assert holds_mark(done.content) is (outcome == "there" and where == "picture")
