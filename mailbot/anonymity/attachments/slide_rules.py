"""What may stay of a presentation (ECMA-376 part 1, 19): what the slides show; no notes, animations or comments."""

from __future__ import annotations

from mailbot.anonymity.attachments import drawing_rules as drawing
from mailbot.anonymity.attachments.rules import Rules, spaces, tags
from mailbot.anonymity.attachments.xml_tree import name, names

_DROPPED = names("p:custDataLst p:tags p:extLst p:timing p:transition p:hf")
_REFUSED = {
    **tags("p:oleObj p:controls p:audio p:video", "embedded"),
    **tags("p:contentPart", "not_understood"),
    **drawing.REFUSED,
}
PRESENTATION = Rules(
    spaces=spaces("p a"),
    dropped=drawing.DROPPED
    | _DROPPED
    | names(
        "p:notesMasterIdLst p:handoutMasterIdLst p:custShowLst p:photoAlbum p:kinsoku p:modifyVerifier "
        "p:embeddedFontLst p:smartTags"
    ),
    free=drawing.FREE,
)
SLIDE = Rules(
    spaces=spaces("p") | drawing.SPACES,
    dropped=drawing.DROPPED | _DROPPED,
    refused=_REFUSED,
    worded=drawing.WORDED,
    free=drawing.FREE,
    neutral={**drawing.NEUTRAL, (name("p:cSld"), "name"): ""},
    without_link=names("a:blip"),
)
