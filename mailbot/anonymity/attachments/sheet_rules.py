"""What may stay of a spreadsheet (ECMA-376 part 1, 18): the values as they were last shown, and how they look."""

from __future__ import annotations

from mailbot.anonymity.attachments import drawing_rules as drawing
from mailbot.anonymity.attachments.rules import Rules, pairs, spaces, tags
from mailbot.anonymity.attachments.xml_tree import name, names

_DROPPED = names(
    "x:selection x:sheetProtection x:protectedRanges x:scenarios x:autoFilter x:sortState x:dataConsolidate x:f "
    "x:customSheetViews x:phoneticPr x:rPh x:conditionalFormatting x:dataValidations x:hyperlinks x:customProperties "
    "x:cellWatches x:ignoredErrors x:smartTags x:picture x:legacyDrawing x:legacyDrawingHF x:drawingHF x:extLst "
    "x:webPublishItems x:tableParts x:sheetCalcPr x:dxfs x:tableStyles x:pivotSelection"
)
WORKBOOK = Rules(
    spaces=spaces("x"),
    only=names("x:workbook x:workbookPr x:sheets x:sheet"),
    free=pairs("x:sheet@name"),
)
SHEET = Rules(
    spaces=spaces("x"),
    dropped=_DROPPED,
    refused=tags("x:oleObjects x:controls", "embedded"),
    worded=names("x:t x:v x:oddHeader x:oddFooter x:evenHeader x:evenFooter x:firstHeader x:firstFooter"),
    without_link=names("x:pageSetup"),
)
STYLES = Rules(
    spaces=spaces("x"),
    dropped=_DROPPED,
    free=pairs("x:numFmt@formatCode x:name@val x:rFont@val"),
    neutral={(name("x:cellStyle"), "name"): "Normal"},
)
STRINGS = Rules(spaces=spaces("x"), dropped=_DROPPED, worded=names("x:t"), free=pairs("x:rFont@val"))
DRAWING = Rules(
    spaces=drawing.SPACES,
    dropped=drawing.DROPPED,
    refused=drawing.REFUSED,
    worded=drawing.WORDED,
    free=drawing.FREE,
    neutral=drawing.NEUTRAL,
    without_link=names("a:blip"),
)
