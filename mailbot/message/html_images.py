"""Images that stand for a sign: mail programs send an emoji as a picture and leave the sign in its alternative text."""

from __future__ import annotations

import re
import unicodedata

from mailbot.message.html_tags import Attributes

_LONGEST = 40
# Gmail's "an1" comes with data-emoji; WordPress and Twemoji "emoji"; Outlook and old Yahoo "emoticon"; Zimbra "smiley".
_EMOJI_CLASS = re.compile(r"emoji|emoticon|smiley", re.IGNORECASE)
_JOINERS = frozenset("\u200d\u20e3\ufe0e\ufe0f")
_KEYCAPS = frozenset("0123456789#*")


def seen_of_image(attributes: Attributes) -> str:
    """The sign that the image stands for; "" for every other image, whatever its alternative text says."""
    emoji = (attributes.get("data-emoji") or "").strip()
    alternative = emoji or (attributes.get("alt") or "").strip()
    if not alternative or len(alternative) > _LONGEST:
        return ""
    marked = emoji or _EMOJI_CLASS.search((attributes.get("class") or "")[: _LONGEST * 5])
    return alternative if marked or _is_emoji(alternative) else ""


def _is_emoji(text: str) -> bool:
    """Only signs: pictures, their joiners and skins; digits where a keycap is drawn round them."""
    keycap = "\u20e3" in text
    pictures = 0
    for char in text:
        if char in _JOINERS or (keycap and char in _KEYCAPS):
            pictures += char == "\u20e3"
        elif unicodedata.category(char) in ("So", "Sk") and ord(char) > 0x2000:  # noqa: PLR2004 - not © or ´
            pictures += 1
        elif not char.isspace():
            return False
    return pictures > 0
