"""What may stay of a Word document (ECMA-376 part 1, 17)."""

from __future__ import annotations

from mailbot.anonymity.attachments import drawing_rules as drawing
from mailbot.anonymity.attachments.rules import Rules, pairs, spaces, tags
from mailbot.anonymity.attachments.xml_tree import name, names

_DROPPED = names(
    "w:sdtPr w:sdtEndPr w:customXmlPr w:smartTagPr w:proofErr w:permStart w:permEnd w:bookmarkStart w:bookmarkEnd "
    "w:commentRangeStart w:commentRangeEnd w:commentReference w:annotationRef w:lang w:printerSettings w:rsid w:rsids "
    "w:rPrChange w:pPrChange w:sectPrChange w:tblPrChange w:tblPrExChange w:trPrChange w:tcPrChange w:tblGridChange "
    "w:numberingChange w:tblCaption w:tblDescription w:nsid w:tmpl w:latentStyles w:aliases w:docPartObj w:webHidden "
    "w:delInstrText w:ffData w:divId w:background o:extrusion o:callout o:lock o:signatureline"
)
_UNWRAPPED = names("w:sdt w:sdtContent w:customXml w:smartTag w:hyperlink w:fldSimple w:dir w:bdo")
_REFUSED = {
    **tags("w:ins w:del w:moveFrom w:moveTo w:delText w:cellIns w:cellDel w:cellMerge", "tracked_changes"),
    **tags(
        "w:customXmlInsRangeStart w:customXmlDelRangeStart w:moveFromRangeStart w:moveToRangeStart", "tracked_changes"
    ),
    **tags("w:object w:control w:altChunk w:subDoc w:movie o:OLEObject", "embedded"),
    **tags("w:contentPart", "not_understood"),
    **drawing.REFUSED,
}
_FREE = (
    pairs("w:rFonts@w:ascii w:rFonts@w:hAnsi w:rFonts@w:cs w:rFonts@w:eastAsia w:lvlText@w:val w:sym@w:font")
    | pairs("v:textpath@string w:name@w:val w:bdr@w:val")
    | drawing.FREE
)

WORDS = Rules(
    spaces=spaces("w v o w10") | drawing.SPACES,
    dropped=_DROPPED | drawing.DROPPED,
    unwrapped=_UNWRAPPED,
    refused=_REFUSED,
    worded=names("w:t") | drawing.WORDED,
    free=_FREE,
    neutral={**drawing.NEUTRAL, **{(name(f"v:{shape}"), "id"): "shape" for shape in ("shape", "rect", "group")}},
    without_link=names("a:blip"),
)
SETTINGS = Rules(
    spaces=spaces("w"),
    only=names("w:settings w:evenAndOddHeaders w:mirrorMargins w:defaultTabStop w:compat w:compatSetting"),
    neutral={(name("w:compatSetting"), name("w:uri")): "http://schemas.microsoft.com/office/word"},
)
