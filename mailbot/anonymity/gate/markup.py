"""Our own HTML as a reader sees it, and as a program does."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from mailbot.anonymity.gate.reading import BREAK

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]{0,30})([^<>]*)>")
_COMMENT = re.compile(r"<!--|-->|<!|<\?")
_STYLE = re.compile(r"<style\b[^>]*>[^<]*(?:<(?!/style)[^<]*)*</style>", re.IGNORECASE)
_SPOKEN = re.compile(r"\b(?:alt|title|descr|author|content|placeholder|label)=\"([^\"]*)\"", re.IGNORECASE)
_USUAL_TAG = 200  # characters of a tag's attributes
# A program shows these inside a word, so that J<b>ane</b> reads as a name. The later ones are of office files.
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins", "mark", "s", "small"}
    | {"span", "strike", "strong", "sub", "sup", "u", "wbr"}
    | {
        "w:r",
        "w:t",
        "w:rpr",
        "a:r",
        "a:t",
        "a:rpr",
        "r",
        "t",
        "rpr",
        "w:ins",
        "w:prooferr",
        "w:lang",
        "w:bookmarkstart",
    }
    | {"w:bookmarkend", "w:hyperlink", "w:sz", "w:szcs", "w:rfonts", "w:color", "w:noproof", "w:i", "w:b", "w:u"}
)


def shown(markup: str) -> str:
    """The words as a reader sees them, with alt texts, titles and comments; lines as in the source."""
    visible = _STYLE.sub(lambda style: "\n" * style[0].count("\n"), markup) if "<style" in markup.lower() else markup
    words = _TAG.sub(lambda tag: _spoken(tag[2], tag[3]), visible)
    return html.unescape(_COMMENT.sub(BREAK, words))


def _spoken(name: str, attributes: str) -> str:
    """What stands for one tag: our pages repeat a few of them."""
    speak = _known_tag if len(attributes) <= _USUAL_TAG else _tag
    return speak(name, attributes)


def _tag(name: str, attributes: str) -> str:
    words = BREAK.join(_SPOKEN.findall(attributes)) + "\n" * attributes.count("\n")
    if name.lower() in _INLINE:
        return words
    return f"{BREAK}{words}{BREAK}" if words else BREAK


_known_tag = lru_cache(maxsize=512)(_tag)
