# ruff: noqa: E501 - XML as Excel writes it
"""Spreadsheets: the values as they were last shown, and nothing that tells of people, files and machines."""

from __future__ import annotations

import pytest

from tests.anonymity.attachments.looking import MARK, holds_mark, made, rebuild
from tests.anonymity.attachments.office_files import NAMES, A, C, X, picture, properties, rels, sheet
from tests.anonymity.attachments.test_word import members, texts

CELLS = f"""<row r="1" spans="1:2"><c r="A1" t="s"><v>1</v></c><c r="B1" t="str" vm="1"><f>[1]{MARK}!A1</f><v>Result</v></c></row>
<row r="2" hidden="1"><c r="A2"><v>4.5</v></c><c r="B2" t="inlineStr"><is><t>Typed</t><rPh sb="0" eb="1"><t>{MARK}</t></rPh></is></c></row>"""
STRINGS = (
    f"<si><t>{MARK}</t></si><si><r><rPr><rFont val='Calibri Light'/></rPr><t>Shared</t></r></si><si><t>{MARK}</t></si>"
)
AROUND = f"""<sheetProtection userName="{MARK}"/><protectedRanges><protectedRange name="{MARK}"/></protectedRanges>
<scenarios><scenario user="{MARK}"/></scenarios><hyperlinks><hyperlink ref="A1" r:id="rId9" tooltip="{MARK}"/></hyperlinks>
<pageSetup paperSize="9" r:id="rId3"/><headerFooter><oddHeader>Seen on paper</oddHeader></headerFooter><drawing r:id="rId1"/>
<legacyDrawing r:id="rId2"/><tableParts><tablePart r:id="rId4"/></tableParts><extLst><ext uri="{MARK}"/></extLst>"""
DRAWING = f"""<xdr:wsDr {NAMES}><xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff></xdr:from>
<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="{MARK}" descr="{MARK}"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1" r:link="rId8"/></xdr:blipFill></xdr:pic>
<xdr:graphicFrame macro="{MARK}"><a:graphic><a:graphicData uri="{C}"><c:chart r:id="rId2"/></a:graphicData></a:graphic></xdr:graphicFrame>
<xdr:sp textlink="{MARK}"><xdr:txBody><a:p><a:fld id="{{A1}}" type="{MARK}"><a:t>Field</a:t></a:fld></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>"""
CHART = f"""<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" {NAMES.replace(f'xmlns:c="{C}"', "").replace(f'xmlns:a="{A}"', "")}><c:lang val="{MARK}"/>
<c:chart><c:ser><c:f>Rota!$A$1</c:f><c:f/><c:f>'C:\\Users\\{MARK}\\[a.xlsx]Rota'!$B$1</c:f><c:v>7</c:v></c:ser></c:chart><c:externalData r:id="rId1"/><c:userShapes r:id="rId2"/></c:chartSpace>"""


def full_workbook() -> bytes:
    workbook = (
        f'<fileSharing userName="{MARK}"/><workbookPr codeName="{MARK}" date1904="1"/><sheets><sheet name="Rota &amp; leave" '
        f'sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="{MARK}">1</definedName></definedNames>'
    )
    return sheet(
        CELLS,
        around=AROUND,
        workbook=workbook,
        strings=STRINGS,
        **{
            "xl/worksheets/_rels/sheet1.xml.rels": rels(
                ("rId1", "drawing", "../drawings/drawing1.xml"),
                ("rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
                ("rId3", "printerSettings", "../printerSettings1.bin"),
                ("rId4", "table", "../tables/table1.xml"),
                ("rId5", "comments", "../comments1.xml"),
                outside=(("rId9", "hyperlink", f"mailto:{MARK}"),),
            ),
            "xl/drawings/drawing1.xml": DRAWING,
            "xl/drawings/_rels/drawing1.xml.rels": rels(
                ("rId1", "image", "../media/image%201.jpeg"),
                ("rId2", "chart", "../charts/chart1.xml"),
                outside=(("rId8", "image", f"https://{MARK}"),),
            ),
            "xl/media/image 1.jpeg": picture(),
            "xl/charts/chart1.xml": CHART,
            "xl/comments1.xml": f"<x>{MARK}</x>",
            "xl/tables/table1.xml": f"<x>{MARK}</x>",
            **properties(),
        },
    )


def test_the_values_stay_and_nothing_that_tells_of_the_writer():
    data = full_workbook()
    assert holds_mark(data)
    new = made(data)
    assert not holds_mark(new)
    found = members(new)
    assert texts(new, f"{{{X}}}v") == ["1", "Result", "4.5"]
    assert texts(new, f"{{{X}}}t") == ["Typed"]
    assert b"Shared" in found["xl/sharedStrings.xml"]
    assert found["xl/sharedStrings.xml"].count(b"<x:si") == 3
    assert b'name="Rota &amp; leave"' in found["xl/workbook.xml"]
    assert b"date1904" in found["xl/workbook.xml"]
    assert b"Rota!$A$1" in found["xl/charts/chart1.xml"]
    assert b"Field" in found["xl/drawings/drawing1.xml"]
    assert b"<x:pageSetup" in found["xl/worksheets/sheet1.xml"]
    assert found["xl/styles.xml"].count(b"cellStyle ") == 1
    assert {name for name in found if "media" in name} == {"xl/media/image1.jpeg"}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (sheet(workbook='<sheets><sheet name="a" sheetId="1" state="veryHidden" r:id="rId1"/></sheets>'), "hidden"),
        (sheet('<row><c r="A1"><f>A2*2</f></c></row>'), "not_understood"),
        (sheet(around='<oleObjects><oleObject r:id="rId1"/></oleObjects>'), "embedded"),
        (sheet(**{"xl/macrosheets/sheet1.xml": "<x/>"}), "macros"),
    ],
)
def test_what_cannot_be_made_anew_is_refused(data, why):
    assert rebuild(data) == why
