"""DrawingML and charts, as all three kinds of Office files hold them: shapes, pictures, text in shapes, charts."""

from __future__ import annotations

from mailbot.anonymity.attachments.rules import Rules, pairs, spaces, tags
from mailbot.anonymity.attachments.xml_tree import name, names

SPACES = spaces("a pic c wp wps wpg wpc xdr m")
DROPPED = names(
    "a:hlinkClick a:hlinkHover a:hlinkMouseOver a:extLst a:custClrLst a:snd c:extLst c:externalData c:userShapes "
    "c:printSettings c:pivotSource c:pivotFmts c:lang c:protection pic:extLst xdr:extLst wp:extLst wps:extLst"
)
REFUSED = {
    **tags("a:audioCd a:audioFile a:videoFile a:wavAudioFile a:quickTimeFile", "embedded"),
    **tags("xdr:contentPart wp:contentPart wpc:contentPart", "not_understood"),
}
WORDED = names("a:t m:t c:v c:f c:formatCode c:separator c:name")
FREE = pairs(
    "a:latin@typeface a:ea@typeface a:cs@typeface a:sym@typeface a:font@typeface a:buFont@typeface a:buChar@char "
    "c:numFmt@formatCode m:chr@m:val m:begChr@m:val m:endChr@m:val m:sepChr@m:val"
)
_NAMED = ("wp:docPr", "pic:cNvPr", "wps:cNvPr", "wpg:cNvPr", "xdr:cNvPr", "p:cNvPr", "a:cNvPr")
_THEMES = ("a:theme", "a:clrScheme", "a:fontScheme", "a:fmtScheme")
NEUTRAL = {
    **{(name(tag), "name"): "Item" for tag in _NAMED},  # "C:\Users\jane\scan.png" has been seen there
    **{(name(tag), "name"): "Office" for tag in _THEMES},
}

GRAPHICS = frozenset(
    f"http://schemas.{home}/{kind}"
    for home, kinds in (
        ("openxmlformats.org/drawingml/2006", "picture chart table"),
        ("microsoft.com/office/word/2010", "wordprocessingShape wordprocessingGroup wordprocessingCanvas"),
    )
    for kind in kinds.split()
)

THEME = Rules(
    spaces=spaces("a"),
    dropped=DROPPED | names("a:objectDefaults a:extraClrSchemeLst"),
    free=FREE,
    neutral=NEUTRAL,
)
CHART = Rules(
    spaces=spaces("a c"),
    dropped=DROPPED,
    refused=REFUSED,
    worded=WORDED,
    free=FREE,
    neutral=NEUTRAL,
)
