"""Pictures that an Office file shows only in part: what was cropped away is still in the file, and may not pass.

A badge or a name cut off at the edge is one click away from being seen again.
"""

from __future__ import annotations

from mailbot.anonymity.attachments.outcome import CannotPass
from mailbot.anonymity.attachments.xml_tree import Element, name

_SHOWN_PART, _PICTURE, _EMBED = name("a:srcRect"), name("a:blip"), name("r:embed")
_OLD_PICTURE = name("v:imagedata")
_OLD_CROPS = ("croptop", "cropleft", "cropright", "cropbottom")
_WHOLE = 100_000  # thousandths of a percent (ECMA-376 part 1, 20.1.8.55)
MARK = "#"  # between the id of a relation and what is cropped away; no id has it (it is an XML name)
Crop = tuple[int, int, int, int]  # left, top, right, bottom, in _WHOLE


def note_crops(root: Element) -> None:
    """Write beside each picture's link what is cropped away, in place of the element that says so."""
    for holder in list(root.iter()):
        if holder.tag == _OLD_PICTURE and any(holder.get(crop, "0") not in ("0", "") for crop in _OLD_CROPS):
            raise CannotPass("hidden")
        part = holder.find(_SHOWN_PART)
        if part is None:
            continue
        holder.remove(part)
        crop = tuple(max(int(part.get(side, "0")), 0) for side in "ltrb")
        picture = holder.find(_PICTURE)
        link = "" if picture is None else picture.get(_EMBED, "")
        if any(crop) and picture is not None and link:
            picture.set(_EMBED, link + MARK + ",".join(map(str, crop)))


def crop_of(link: str) -> tuple[str, Crop]:
    """The relation's id, and what is cropped away of its picture."""
    identifier, _, noted = link.partition(MARK)
    left, top, right, bottom = map(int, noted.split(",")) if noted else (0, 0, 0, 0)
    return identifier, (left, top, right, bottom)


def kept_of(size: tuple[int, int], crop: Crop) -> tuple[int, int, int, int]:
    """The box of pixels that is shown."""
    left, top, right, bottom = crop
    box = (
        size[0] * left // _WHOLE,
        size[1] * top // _WHOLE,
        size[0] - size[0] * right // _WHOLE,
        size[1] - size[1] * bottom // _WHOLE,
    )
    if box[0] >= box[2] or box[1] >= box[3]:
        raise CannotPass("picture_inside")
    return box
