# ruff: noqa: E501 - XML as PowerPoint writes it
"""Presentations: what the slides show, and no notes, comments, unused layouts or animations."""

from __future__ import annotations

import pytest

from tests.anonymity.attachments.looking import MARK, holds_mark, made, rebuild
from tests.anonymity.attachments.office_files import A, properties, slides
from tests.anonymity.attachments.test_word import members, texts

SHAPE = f"""<p:sp><p:nvSpPr><p:cNvPr id="2" name="{MARK}" descr="{MARK}" title="{MARK}"><a:hlinkClick r:id="rId9" tooltip="{MARK}"/></p:cNvPr>
<p:nvPr><p:custDataLst><p:tags r:id="rId8"/></p:custDataLst></p:nvPr></p:nvSpPr><p:spPr><a:custGeom><a:gdLst><a:gd name="x" fmla="*/ w 1 2"/><a:gd name="y" fmla="val 16667"/><a:gd name="z" fmla="{MARK} of Jane"/></a:gdLst></a:custGeom></p:spPr><p:txBody><a:p><a:r><a:rPr lang="en-GB" dirty="0"/><a:t>Shown</a:t></a:r>
<a:fld id="{{1}}" type="slidenum"><a:rPr lang="en-GB"/><a:pPr/><a:t>7</a:t></a:fld><a:fld id="{{2}}" type="{MARK}"/></a:p></p:txBody></p:sp>"""
AFTER = f'<p:transition><p:sndAc name="{MARK}"/></p:transition><p:timing><p:audio name="{MARK}"/></p:timing><p:extLst>{MARK}</p:extLst>'


def test_what_is_shown_stays_and_nothing_that_tells_of_the_writer():
    data = slides(SHAPE, after=AFTER, **properties())
    assert holds_mark(data)
    new = made(data)
    assert not holds_mark(new)
    assert texts(new, f"{{{A}}}t") == ["Shown", "7"]
    found = members(new)
    assert {name for name in found if "slideLayout" in name and "rels" not in name} == {
        "ppt/slideLayouts/slideLayout1.xml"
    }
    assert found["ppt/slideMasters/slideMaster1.xml"].count(b"<p:sldLayoutId ") == 1
    slide = found["ppt/slides/slide1.xml"]
    assert slide.count(b"<a:r>") == 2
    assert b"a:fld" not in slide
    assert b"a:pPr" not in slide
    assert b'fmla="*/ w 1 2"' in slide
    assert b'fmla="val 16667"' in slide
    assert not {name for name in found if "notes" in name or "comment" in name}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (slides(attributes='show="0"'), "hidden"),
        (slides("<p:graphicFrame><p:oleObj/></p:graphicFrame>"), "embedded"),
        (slides('<p:pic><p:nvPicPr><p:nvPr><a:videoFile r:link="rId1"/></p:nvPr></p:nvPicPr></p:pic>'), "embedded"),
        (slides('<p:contentPart r:id="rId1"/>'), "not_understood"),
    ],
)
def test_what_cannot_be_made_anew_is_refused(data, why):
    assert rebuild(data) == why
