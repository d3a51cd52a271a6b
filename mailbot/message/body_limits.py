"""Bodies longer than anybody types, made shorter before they are read: a megabyte of `<p>` costs seconds and gigabytes.

First what holds no words goes: pasted pictures, styles, comments, a thousand empty lines. If that is not enough, the
middle is cut out and the cut is told: people write at the top, or below everything.
"""

from __future__ import annotations

import re

LONG = 100_000  # characters; a shorter body is left as it is
MOST_CHARACTERS = 280_000  # of a text, and of all that is read of one kind; the longest reply seen to a form had 30,000
MOST_LINES = 18_000
MOST_OF_PAGE = 1_000_000  # characters of a page with its tags; Gmail clips what it shows at 102,000
MOST_TAGS = 60_000
MOST_LOOKED_THROUGH = 1_000_000  # characters in which empty lines are looked for
_HEAD = 0.7  # of what is kept: most people answer at the top or in the form, and long threads stand below it
_NEAR = 0.1  # of a piece: how far from its end a line or a tag may begin for the cut to fall there
_EMPTY_ON_END = 50

# A picture pasted into the text: only where an attribute, a style or a bracket holds it, and never a short one.
_PICTURE = re.compile(r"(?<=[=\"'(\[<])data:[a-zA-Z0-9.+/-]{0,80}[;,][^\s\"'()<>\[\]]{500,}")
_PICTURE_IN_LINES = re.compile(r"(?<=[=\"'])data:[a-zA-Z0-9.+/-]{0,80};base64,[A-Za-z0-9+/=%\s]{500,}")
_UNSEEN = (("<!--", "-->"), ("<style", "</style>"), ("<script", "</script>"))
_BREAKS = ("<br>", "<br/>", "<br />", "<br>\n", "<br>\r\n", "<BR>")
_EMPTY = "<>| \t\u00a0"


def light_page(page: str) -> str:
    """The page without pasted pictures and, when it is long, without what a browser does not show."""
    if len(page) < LONG:
        return page
    if "data:" in page:
        page = _PICTURE_IN_LINES.sub("", _PICTURE.sub("", page))
    for opening, closing in _UNSEEN:
        page = _without(page, opening, closing)
    for tag in _BREAKS:
        many, few = tag * 2 * _EMPTY_ON_END, tag * _EMPTY_ON_END
        while many in page:
            page = page.replace(many, few)
    return page


def light_text(text: str) -> str:
    """The text without pasted pictures and, when it is long, with few of many empty lines on end."""
    if len(text) < LONG:
        return text
    if "data:" in text:
        text = _PICTURE.sub("", text)
    if len(text) > MOST_LOOKED_THROUGH:
        return text
    kept = []
    empty = 0
    for row in text.split("\n"):
        empty = 0 if row.strip(_EMPTY) else empty + 1
        if empty <= _EMPTY_ON_END:
            kept.append(row)
    return "\n".join(kept)


def text_within(text: str) -> str:
    """The text, or what is left of one that is too long."""
    return _within(text, MOST_CHARACTERS, "\n", MOST_LINES)


def page_within(page: str) -> str:
    """The page, or what is left of one that is too long."""
    return _within(page, MOST_OF_PAGE, "<", MOST_TAGS)


def _within(text: str, most: int, begins: str, pieces: int) -> str:
    """At most so many characters and pieces that begin with that sign, of the start and of the end."""
    if len(text) <= most and text.count(begins) <= pieces:
        return text
    head = _start(text[: int(most * _HEAD)], begins, int(pieces * _HEAD))
    rest = text[len(head) :]
    return head + _end(rest[-int(most * (1 - _HEAD)) :], begins, int(pieces * (1 - _HEAD)))


def _start(text: str, begins: str, pieces: int) -> str:
    parts = text.split(begins, pieces)
    if len(parts) > pieces:
        return text[: -len(parts[-1]) - len(begins)]
    at = text.rfind(begins, len(text) - int(len(text) * _NEAR))
    return text if at < 0 else text[:at]


def _end(text: str, begins: str, pieces: int) -> str:
    parts = text.rsplit(begins, pieces)
    if len(parts) > pieces:
        return text[len(parts[0]) :]
    at = text.find(begins, 0, int(len(text) * _NEAR))
    return text if at < 0 else text[at:]


def _without(page: str, opening: str, closing: str) -> str:
    """Without the stretches from one to the other; one that never closes stays."""
    kept = []
    at = 0
    while (start := page.find(opening, at)) >= 0 and (end := page.find(closing, start)) >= 0:
        kept.append(page[at:start])
        at = end + len(closing)
    return "".join([*kept, page[at:]]) if kept else page
