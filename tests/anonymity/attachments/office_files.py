# ruff: noqa: E501 - XML as the programs write it
"""Office files put together by hand, with a mark wherever Word, Excel and PowerPoint write of people and machines."""

from __future__ import annotations

import io
import zipfile

from PIL import Image

from tests.anonymity.attachments.looking import MARK

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument."
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
NAMES = (
    f'xmlns:r="{R}" xmlns:a="{A}" xmlns:c="{C}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
MAIN = {
    "docx": ("word/document.xml", f"{TYPES}wordprocessingml.document.main+xml"),
    "xlsx": ("xl/workbook.xml", f"{TYPES}spreadsheetml.sheet.main+xml"),
    "pptx": ("ppt/presentation.xml", f"{TYPES}presentationml.presentation.main+xml"),
}
Members = dict[str, str | bytes]


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (20, 10), "green").save(out, "JPEG", comment=MARK.encode())
    return out.getvalue() + MARK.encode()


def rels(*arrows: tuple[str, str, str], outside: tuple[tuple[str, str, str], ...] = ()) -> str:
    """Each (id, last word of its type, target)."""
    inside = "".join(f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{to}"/>' for i, kind, to in arrows)
    beyond = "".join(
        f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{to}" TargetMode="External"/>' for i, kind, to in outside
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}{beyond}</Relationships>'


def zipped(members: Members, comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, (2026, 11, 24, 9, 41, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.comment = comment
            if comment:
                entry.extra = b"\xfe\xca" + len(comment).to_bytes(2, "little") + comment
            file.writestr(entry, content)
        file.comment = comment
    return out.getvalue()


def office(form: str, members: Members, *, content_type: str = "", comment: bytes = b"") -> bytes:
    """A file of that form with these members; "main" is the main part, "main.rels" what leads from it."""
    main, usual = MAIN[form]
    folder, _, base = main.rpartition("/")
    path = {"main": main, "main.rels": f"{folder}/_rels/{base}.rels"}
    types = (
        f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/{main}" ContentType="{content_type or usual}"/>'
    )
    return zipped(
        {
            "[Content_Types].xml": types + "</Types>",
            "_rels/.rels": rels(("rId1", "officeDocument", main), ("rId2", "extended-properties", "docProps/app.xml")),
            **{path.get(name, name): content for name, content in members.items()},
        },
        comment=comment,
    )


def word(body: str, *, styles: str = "", links: tuple[tuple[str, str, str], ...] = (), **more: str | bytes) -> bytes:
    """A document with that body."""
    members: Members = {
        "main": f'<w:document xmlns:w="{W}" {NAMES}><w:body>{body}</w:body></w:document>',
        "main.rels": rels(*((("rIdS", "styles", "styles.xml"),) if styles else ()), *links),
        **more,
    }
    if styles:
        members["word/styles.xml"] = f'<w:styles xmlns:w="{W}">{styles}</w:styles>'
    return office("docx", members)


def sheet(cells: str = "", *, around: str = "", workbook: str = "", strings: str = "", **more: str | bytes) -> bytes:
    """A workbook with one sheet."""
    sheets = workbook or '<sheets><sheet name="Rota" sheetId="1" r:id="rId1"/></sheets>'
    members: Members = {
        "main": f'<workbook xmlns="{X}" {NAMES}>{sheets}</workbook>',
        "main.rels": rels(
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            *((("rId2", "sharedStrings", "sharedStrings.xml"),) if strings else ()),
            ("rId3", "styles", "styles.xml"),
            ("rId4", "externalLink", "externalLinks/externalLink1.xml"),
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{X}" {NAMES}><sheetData>{cells}</sheetData>{around}</worksheet>',
        "xl/styles.xml": f'<styleSheet xmlns="{X}"><cellStyles count="2"><cellStyle name="{MARK}" xfId="0" builtinId="0"/>'
        f'<cellStyle name="{MARK}" xfId="1"/></cellStyles></styleSheet>',
        "xl/externalLinks/externalLink1.xml": f"<x>{MARK}</x>",
        **more,
    }
    if strings:
        members["xl/sharedStrings.xml"] = f'<sst xmlns="{X}">{strings}</sst>'
    return office("xlsx", members)


def slides(shapes: str = "", *, attributes: str = "", after: str = "", **more: str | bytes) -> bytes:
    """A presentation with one slide, one layout that it uses and one that it does not."""
    tree = '<p:cSld name="{}"><p:spTree>{}</p:spTree></p:cSld>'.format
    head = f'xmlns:p="{P}" {NAMES}'
    layouts = (
        '<p:sldLayoutIdLst><p:sldLayoutId id="1" r:id="rId1"/><p:sldLayoutId id="2" r:id="rId2"/></p:sldLayoutIdLst>'
    )
    members: Members = {
        "main": f'<p:presentation {head}><p:sldMasterIdLst><p:sldMasterId id="1" r:id="rId1"/></p:sldMasterIdLst>'
        f'<p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst><p:modifyVerifier hashData="{MARK}"/></p:presentation>',
        "main.rels": rels(
            ("rId1", "slideMaster", "slideMasters/slideMaster1.xml"),
            ("rId2", "slide", "slides/slide1.xml"),
            ("rId3", "commentAuthors", "commentAuthors.xml"),
            ("rId4", "theme", "theme/theme1.xml"),
        ),
        "ppt/slides/slide1.xml": f"<p:sld {head} {attributes}>{tree(MARK, shapes)}{after}</p:sld>",
        "ppt/slides/_rels/slide1.xml.rels": rels(
            ("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"),
            ("rId2", "notesSlide", "../notesSlides/notesSlide1.xml"),
        ),
        "ppt/slideLayouts/slideLayout1.xml": f"<p:sldLayout {head}>{tree(MARK, '')}</p:sldLayout>",
        "ppt/slideLayouts/slideLayout2.xml": f"<p:sldLayout {head}>{tree(MARK, MARK)}</p:sldLayout>",
        **{
            f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels": rels(
                ("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")
            )
            for n in (1, 2)
        },
        "ppt/slideMasters/slideMaster1.xml": f"<p:sldMaster {head}>{tree('', '')}{layouts}</p:sldMaster>",
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": rels(
            ("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"),
            ("rId2", "slideLayout", "../slideLayouts/slideLayout2.xml"),
            ("rId3", "theme", "../theme/theme1.xml"),
        ),
        "ppt/theme/theme1.xml": f'<a:theme xmlns:a="{A}" name="{MARK}"><a:themeElements><a:clrScheme name="{MARK}"/>'
        f'</a:themeElements><a:custClrLst><a:custClr name="{MARK}"/></a:custClrLst></a:theme>',
        "ppt/notesSlides/notesSlide1.xml": f"<x>{MARK}</x>",
        "ppt/commentAuthors.xml": f"<x>{MARK}</x>",
        **more,
    }
    return office("pptx", members)


def properties() -> Members:
    """What every Office file has beside its words."""
    return {
        "docProps/core.xml": f"<x>{MARK}</x>",
        "docProps/app.xml": f"<x>{MARK}</x>",
        "docProps/custom.xml": f"<x>{MARK}</x>",
        "docProps/thumbnail.jpeg": picture(),
        f"customXml/{MARK}.xml": f"<x>{MARK}</x>",
        "word/comments.xml": f"<x>{MARK}</x>",
        "word/people.xml": f"<x>{MARK}</x>",
        "word/printerSettings1.bin": MARK.encode("utf-16-le"),
        "_xmlsignatures/sig1.xml": f"<x>{MARK}</x>",
    }
