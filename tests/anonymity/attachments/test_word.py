# ruff: noqa: E501, Q003 - XML as Word writes it
"""Word documents: the words stay, and nothing that says who wrote them, with what, when and from which template."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from tests.anonymity.attachments.looking import MARK, holds_mark, made, rebuild
from tests.anonymity.attachments.office_files import NAMES, PACKAGE, W, office, picture, properties, rels, word
from tests.anonymity.attachments.test_images import full_jpeg

RSID = f'w:rsidR="{MARK}" w:rsidRDefault="{MARK}" w14:paraId="{MARK}"'


def run(text: str, looks: str = "") -> str:
    return f"<w:r><w:rPr>{looks}</w:rPr><w:t>{text}</w:t></w:r>"


def field(instruction: str, shown: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    said = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in instruction.split("|"))
    return mark("begin") + said + mark("separate") + run(shown) + mark("end")


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def texts(data: bytes, tag: str = f"{{{W}}}t") -> list[str]:
    found = members(data)
    for name, content in found.items():
        if name.endswith((".xml", ".rels")):
            ET.fromstring(content)
    main = next(
        content for name, content in found.items() if name.endswith(("document.xml", "sheet1.xml", "slide1.xml"))
    )
    return [element.text or "" for element in ET.fromstring(main).iter(tag)]


INLINE = (
    f'<w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="{MARK}" descr="C:/Users/{MARK}" title="{MARK}">'
    f'<a:hlinkClick r:id="rId9"/></wp:docPr><wp:positionH><wp:posOffset>12</wp:posOffset></wp:positionH><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    f'<pic:cNvPr id="0" name="{MARK}" descr="{MARK}"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1">'
    f'<a:extLst><a:ext uri="{MARK}"/></a:extLst></a:blip></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing>"
)
HIDING = f"""
<w:p {RSID}><w:pPr><w:pStyle w:val="{MARK}"/><w:pPrChange w:author="{MARK}" w:date="2026-01-01"/></w:pPr>
<w:bookmarkStart w:id="1" w:name="{MARK}"/>{run("Visible")}<w:bookmarkEnd w:id="1"/><w:proofErr w:type="spellStart"/>
<w:permStart w:id="1" w:ed="{MARK}"/><w:commentRangeStart w:id="0"/><w:r {RSID}><w:commentReference w:id="0"/></w:r></w:p>
<w:sdt><w:sdtPr><w:alias w:val="{MARK}"/><w:tag w:val="{MARK}"/></w:sdtPr><w:sdtContent><w:p>{run("boxed")}</w:p></w:sdtContent></w:sdt>
<w:p><w:smartTag w:uri="{MARK}" w:element="PersonName"><w:smartTagPr><w:attr w:name="{MARK}" w:val="{MARK}"/></w:smartTagPr>
{run("tagged")}</w:smartTag><w:hyperlink r:id="rId9" w:tooltip="{MARK}">{run("linked")}</w:hyperlink></w:p>
<w:p>{run("hidden" + MARK, "<w:vanish/>")}{run("shown", '<w:vanish w:val="0"/>')}</w:p>
<w:p><w:r>{INLINE}</w:r></w:p>
<w:p>{field("AUTHOR " + MARK, "by me")}{field(" PA|GE ", "1")}{field(f' INCLUDETEXT "c:/{MARK}" ', "in")}
<w:fldSimple w:instr=" FILENAME {MARK} ">{run("name")}</w:fldSimple></w:p>
<w:p><w:r><w:fldChar w:fldCharType="end"/><w:instrText>{MARK}</w:instrText></w:r></w:p>
<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>{MARK}</w:instrText></w:r></w:p>
<w:p><w:unknown>{MARK}</w:unknown><w14:unknown>{MARK}</w14:unknown><!-- {MARK} --><?{MARK} {MARK}?></w:p>
<mc:AlternateContent><mc:Choice Requires="w14"><w:p>{run(MARK)}</w:p></mc:Choice><mc:Fallback><w:p>{run("fallback")}</w:p></mc:Fallback></mc:AlternateContent>
<mc:AlternateContent><mc:Choice Requires="wps"><w:p>{run("choice")}</w:p></mc:Choice><mc:Fallback><w:p>{run(MARK)}</w:p></mc:Fallback></mc:AlternateContent>
<mc:AlternateContent><mc:Choice Requires="nosuch"/></mc:AlternateContent>
<w:p><w:r><w:pict><v:shape id="{MARK}'s" style="width:10pt;height:5pt" alt="{MARK}" o:gfxdata="{MARK}"><v:imagedata r:id="rId1" o:title="{MARK}"/>
<v:textbox><w:txbxContent><w:p>{run("in a box")}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>
<w:sectPr w:rsidR="{MARK}"><w:headerReference w:type="default" r:id="rId2"/><w:printerSettings r:id="rId8"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>
"""
STYLES = f"""<w:docDefaults/><w:latentStyles><w:lsdException w:name="{MARK}"/></w:latentStyles>
<w:style w:type="paragraph" w:styleId="{MARK}" w:customStyle="1"><w:name w:val="{MARK} heading"/><w:aliases w:val="{MARK}"/>
<w:basedOn w:val="Heading1"/><w:rsid w:val="{MARK}"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Heading1"/><w:next w:val="gone"/></w:style>
<w:style w:type="character" w:styleId="nameless"/>"""
LINKS = (
    ("rId1", "image", f"media/{MARK}.jpeg"),
    ("rId2", "header", "header1.xml"),
    ("rId3", "settings", "settings.xml"),
    ("rId4", "numbering", "/word/numbering.xml"),
    ("rId5", "comments", "comments.xml"),
    ("rId6", "people", "people.xml"),
    ("rId7", "theme", "NULL"),
    ("rId8", "printerSettings", "printerSettings1.bin"),
)


def full_document() -> bytes:
    head = f'xmlns:w="{W}" {NAMES}'
    outside = (("rId9", "hyperlink", f"https://{MARK}.example"), ("rId10", "attachedTemplate", f"file:///{MARK}.dotx"))
    return office(
        "docx",
        {
            "main": f'<w:document {head} mc:Ignorable="w14"><w:body>{HIDING}</w:body></w:document>',
            "main.rels": rels(("rIdS", "styles", "styles.xml"), *LINKS, outside=outside),
            "word/styles.xml": f"<w:styles {head}>{STYLES}</w:styles>",
            f"word/media/{MARK}.jpeg": picture(),
            "word/header1.xml": f"<w:hdr {head}><w:p>{run('Letterhead')}</w:p></w:hdr>",
            "word/settings.xml": f'<w:settings {head}><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsid w:val="{MARK}"/>'
            f'</w:rsids><w:evenAndOddHeaders/><w:docVars><w:docVar w:name="{MARK}"/></w:docVars><w:compat><w:compatSetting '
            f'w:name="compatibilityMode" w:uri="{MARK}" w:val="15"/></w:compat></w:settings>',
            "word/numbering.xml": f'<w:numbering {head}><w:abstractNum w:abstractNumId="0"><w:nsid w:val="{MARK}"/><w:name '
            f'w:val="{MARK}"/><w:lvl w:ilvl="0"><w:lvlText w:val="%1 of ten."/></w:lvl></w:abstractNum></w:numbering>',
            **properties(),
        },
        comment=MARK.encode(),
    )


def test_the_words_stay_and_nothing_that_tells_of_the_writer():
    document = full_document()
    assert holds_mark(document)
    new = made(document)
    assert not holds_mark(new)
    shown = "Visible boxed tagged linked shown by me 1 in name fallback choice in a box"
    assert " ".join(texts(new)) == shown
    assert set(members(new)) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/settings.xml",
        "word/numbering.xml",
        "word/header1.xml",
        "word/media/image1.jpeg",
    }


def test_page_numbers_stay_alive_and_styles_keep_their_places():
    new = members(made(full_document()))
    document, styles = new["word/document.xml"].decode(), new["word/styles.xml"].decode()
    assert document.count("<w:instrText") == 1
    assert "<w:instrText>PAGE</w:instrText>" in document
    assert '<w:pStyle w:val="s1"' in document
    assert 'w:val="Style s1"' in styles
    assert 'w:val="heading 1"' in styles
    assert b"%1 of ten." in new["word/numbering.xml"]
    assert b"evenAndOddHeaders" in new["word/settings.xml"]


def test_the_zip_tells_no_time_and_no_system():
    with zipfile.ZipFile(io.BytesIO(made(full_document()))) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(entry.create_system, entry.extra, entry.comment) for entry in file.infolist()} == {(0, b"", b"")}
        assert file.comment == b""


BASE = '<w:style w:styleId="{}"><w:name w:val="x"/><w:basedOn w:val="{}"/>{}</w:style>'.format
PLAIN = f"<w:p>{run('Hello')}</w:p>"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (word(f"<w:p><w:ins w:author='x'>{run('new')}</w:ins></w:p>"), "tracked_changes"),
        (word("<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"), "tracked_changes"),
        (word("<w:p><w:moveFromRangeStart/></w:p>"), "tracked_changes"),
        (word("<w:p><w:r><w:object/></w:r></w:p>"), "embedded"),
        (word("<w:altChunk r:id='rId1'/>"), "embedded"),
        (word(f"<w:p>{field('FORMCHECKBOX', '')}</w:p>"), "form_fields"),
        (word("<w:p><w:fldSimple w:instr='FORMDROPDOWN'/></w:p>"), "form_fields"),
        (
            word(
                "<w:p><w:pPr><w:pStyle w:val='b'/></w:pPr></w:p>",
                styles=BASE("a", "", "<w:rPr><w:vanish/></w:rPr>") + BASE("b", "a", ""),
            ),
            "hidden",
        ),
        (word(INLINE.replace("/2006/picture", "/2006/diagram")), "not_understood"),
        (word(INLINE.replace("drawingml/2006/picture\"><", "presentationml/2006/ole\"><")), "embedded"),
        (word(INLINE, links=(("rId1", "image", "media/a.emf"),), **{"word/media/a.emf": b"\x01\x00\x00\x00"}), "picture_inside"),
        (word(INLINE, links=(("rId1", "image", "media/a.jpg"),), **{"word/media/a.jpg": b"\xff\xd8\xff"}), "damaged"),
        (word('<w:pict><v:imagedata croptop="6554f"/></w:pict>'), "hidden"),
        (word(INLINE.replace("</pic:blipFill>", '<a:srcRect l="99000" r="9000"/></pic:blipFill>'), links=(("rId1", "image", "a.jpg"),), **{"word/a.jpg": picture()}), "picture_inside"),
        (word("<w:p>" * 120 + "</w:p>" * 120), "not_understood"),
        (word("<w:p/>", **{"word/vbaProject.bin": b"x"}), "macros"),
        (office("docx", {"main": "<x/>"}, content_type="application/vnd.ms-word.document.macroEnabled.main+xml"), "macros"),
        (office("docx", {"main": "<x/>"}), "not_understood"),
        (office("docx", {"main": "<x/>"}, content_type="application/x-other"), "not_understood"),
        (office("docx", {"main": "<w:document"}), "damaged"),
        (office("docx", {}), "not_understood"),
        (office("docx", {"main": b"\xff\xfe<\x00x\x00/\x00>\x00"}), "damaged"),
        (office("docx", {"main": '<?xml version="1.0" encoding="utf-16"?><x/>'}), "not_understood"),
        (office("docx", {"main": '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'}), "not_understood"),
        (b"PK\x03\x04" + b"[Content_Types].xml word/", "damaged"),
        (b"PK\x03\x04 a folder", "kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old_office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ],
    ids=map(str, range(28)),
)  # fmt: skip
def test_what_cannot_be_made_anew_is_refused(data, why):
    assert rebuild(data) == why


def test_what_is_cropped_away_of_a_picture_does_not_pass():
    whole = Image.new("RGB", (100, 80), "white")
    whole.paste("red", (60, 0, 100, 80))  # the badge at the right
    out = io.BytesIO()
    whole.save(out, "PNG")
    shown = '<w:p><w:r><w:drawing><pic:blipFill><a:blip r:embed="rId1"/><a:srcRect {}/></pic:blipFill></w:drawing></w:r></w:p>'
    body = "".join(shown.format(crop) for crop in ('r="50000"', 'r="50000"', 'l="-500"', 'b="25000" t="25000"'))
    body += "<w:p><pic:blipFill><a:srcRect l='1'/></pic:blipFill><pic:blipFill><a:blip/><a:srcRect l='1'/></pic:blipFill></w:p>"
    new = members(made(word(body, links=(("rId1", "image", "a.png"),), **{"word/a.png": out.getvalue()})))
    seen = [Image.open(io.BytesIO(content)) for name, content in new.items() if "media" in name]
    assert [image.size for image in seen] == [(50, 80), (100, 80), (100, 40)]
    assert seen[0].getcolors() == [(4000, (255, 255, 255))]
    assert b"srcRect" not in new["word/document.xml"]


def test_pictures_inside_are_not_turned_since_their_shapes_are():
    body = INLINE
    data = word(
        f"<w:p><w:r>{body}</w:r></w:p>", links=(("rId1", "image", "a.jpg"),), **{"word/a.jpg": full_jpeg(orientation=6)}
    )
    [picture_made] = [content for name, content in members(made(data)).items() if "media" in name]
    assert Image.open(io.BytesIO(picture_made)).size == (96, 64)


def test_hidden_styles_that_nothing_uses_do_not_matter():
    assert texts(made(word(PLAIN, styles=BASE("a", "", "<w:rPr><w:vanish/></w:rPr>")))) == ["Hello"]


def test_a_byte_order_mark_and_a_declaration_are_read():
    main = f'\ufeff<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{W}"><w:body>{PLAIN}</w:body></w:document>'
    assert texts(made(office("docx", {"main": main}))) == ["Hello"]


def test_an_element_without_its_target_goes_and_a_picture_that_is_elsewhere_too():
    body = '<w:p><w:r><w:pict><v:imagedata r:id="gone"/></w:pict></w:r></w:p>' + PLAIN
    assert b"imagedata" not in members(made(word(body)))["word/document.xml"]
    assert f"{PACKAGE}/relationships" not in members(made(word(body))).get("word/_rels/document.xml.rels", b"").decode()
