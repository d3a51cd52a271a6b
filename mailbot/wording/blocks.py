"""The blocks that every email is built of: how each looks as text and as HTML.

Templates know nothing else. Each block is a filter (`{% filter p %}...{% endfilter %}`, `{{ letter.text | words }}`),
and a template is rendered once with the text filters and once with the HTML ones, so both parts say the same words.
A rendered block travels between control characters that no cleaned string holds.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby, pairwise

from markupsafe import Markup, escape

COLUMNS = 72
_OPEN, _KIND_END, _CLOSE = "\x1e", "\x1d", "\x1f"
_BLOCK = re.compile(f"{_OPEN}([a-z]+){_KIND_END}([^{_CLOSE}]*){_CLOSE}")
_ASCII_SPACE = re.compile(r"[ \t\n\r]+")  # a no-break space stays what it is
_ODD_SPACE = re.compile(r"[\t\n\x0b\x0c\r]|  ")  # what textwrap keeps or changes within a line
_LEADING_SPACE = re.compile(r"[ \t]*")
_PARAGRAPH_GAP = re.compile(r"\n(?:[ \t]*\n)+")

# Each line of a person's words finds its own direction, and a long address does not push the page wide on a phone.
_OWN_DIRECTION = "unicode-bidi:plaintext;text-align:start;overflow-wrap:anywhere"
# Every style is inline and sets no colour of words: light and dark mail clients then pick a pair that they can read.
HTML_STYLES = {
    "p": "margin:0 0 14px",
    "heading": "margin:26px 0 10px;font-size:17px;font-weight:bold",
    "item": "margin:0 0 6px;padding-left:12px;text-indent:-12px",
    "question": "margin:18px 0 6px",
    "hint": "margin:0 0 6px",
    "marker": "margin:0 0 6px",
    "words": f"margin:0 0 14px;{_OWN_DIRECTION}",
    "said": f"margin:0 0 10px;padding-left:12px;border-left:3px solid #6f8fb3;{_OWN_DIRECTION}",
    "note": "margin:0 0 10px;font-size:14px",
    "closing": "margin:0 0 8px;font-size:14px",
    "foot": "margin:0 0 4px;font-size:14px",
}
# A form's last lines have no line above them: it would look like the end of the mail in some clients' quotes.
_AREAS = {
    "foot": "margin-top:28px;padding-top:12px;border-top:1px solid #8a8a8a",
    "closing": "margin-top:28px",
    "item": "margin:0 0 14px",
}
_ENDINGS = ("foot", "closing")
FILLED = ("p", "heading", "item", "question", "hint", "marker", "note", "closing", "foot")
_SAID_INDENT = "  "


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a rendered template: its kind and its finished text or HTML."""

    kind: str
    content: str


def blocks_of(rendered: str) -> tuple[tuple[Block, ...], str]:
    """The blocks in order, and what stands outside of them (white space, or a template's fault)."""
    found = tuple(Block(match[1], match[2]) for match in _BLOCK.finditer(rendered))
    return found, _BLOCK.sub("", rendered).strip()


def text_part(blocks: tuple[Block, ...]) -> str:
    """The text part: lines of at most 72 columns, an empty line between blocks, two after an answer place."""
    if not blocks:
        return ""
    pieces = [blocks[0].content]
    for above, below in pairwise(blocks):
        pieces += ["\n" * (1 + _empty_lines_between(above.kind, below.kind)), below.content]
    return "".join(pieces) + "\n"


def html_part(blocks: tuple[Block, ...], *, language: str, title: str) -> str:
    """The HTML part: a whole document of paragraphs, without anything that would have to be fetched."""
    pieces = []
    for area, group in groupby(blocks, key=lambda block: _AREAS.get(block.kind)):
        body = "\n".join(block.content for block in group)
        pieces.append(body if area is None else f'<div style="{area}">\n{body}\n</div>')
    return _PAGE.format(language=escape(language), title=escape(title), body="\n".join(pieces))


def text_filters() -> dict[str, Callable[[str], str]]:
    """The filters by name, for the text part."""
    filled = {kind: _text_filled(kind) for kind in FILLED}
    return {**filled, "words": _text_words, "said": _text_said, "subject": _subject}


def html_filters() -> dict[str, Callable[[str], str]]:
    """The filters by name, for the HTML part; what they give is escaped."""
    filled = {kind: _html_filled(kind) for kind in FILLED}
    return {**filled, "words": _html_typed("words"), "said": _html_typed("said"), "subject": _subject}


def one_line(text: str) -> str:
    """The text with every run of ASCII white space made one space."""
    return _ASCII_SPACE.sub(" ", text).strip(" ")


def _wrapped(kind: str, content: str) -> str:
    return f"{_OPEN}{kind}{_KIND_END}{content}{_CLOSE}" if content else ""


def _empty_lines_between(above: str, below: str) -> int:
    if above == below and above in ("foot", "item"):
        return 0
    if above == "marker" or (below in _ENDINGS and above != below):
        return 2
    return 1


def _subject(text: str) -> str:
    return _wrapped("subject", one_line(str(text)))


def _fill(line: str, *, first: str = "", rest: str = "") -> str:
    if len(first) + len(line) <= COLUMNS:  # most lines: textwrap costs ten times as much
        return first + line if line else ""
    if not _ODD_SPACE.search(line):
        return _filled(line, first, rest)
    return textwrap.fill(
        line,
        COLUMNS,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,  # an address or a long word stays whole
        break_on_hyphens=False,
    )


def _filled(line: str, first: str, rest: str) -> str:
    """What textwrap makes of words with one space between any two, for a tenth of its price."""
    rows: list[str] = []
    lead, at = first, 0
    while len(lead) + len(line) - at > COLUMNS:
        end = line.rfind(" ", at, at + COLUMNS - len(lead) + 1)
        if end < 0:  # an address or a long word stays whole
            end = line.find(" ", at)
        if end < 0:
            break
        rows.append(lead + line[at:end])
        lead, at = rest, end + 1
    rows.append(lead + line[at:])
    return "\n".join(rows)


def _text_filled(kind: str) -> Callable[[str], str]:
    first, rest = ("- ", "  ") if kind == "item" else ("", "")

    def as_text(text: str) -> str:
        line = one_line(str(text))  # a value that a letter lacks complains here
        return _wrapped(kind, _fill(line, first=first, rest=rest) if line else "")

    return as_text


def _text_words(text: str) -> str:
    return _wrapped("words", _typed_lines(str(text), ""))


def _text_said(text: str) -> str:
    return _wrapped("said", _typed_lines(str(text), _SAID_INDENT))


def _typed_lines(text: str, indent: str) -> str:
    """A person's lines, each wrapped alone with its own indent; one empty line between paragraphs."""
    return "\n\n".join(
        "\n".join(_typed_line(line, indent) for line in paragraph.split("\n")) for paragraph in _paragraphs(text)
    )


def _typed_line(line: str, indent: str) -> str:
    lead = indent + _lead(line)
    return _fill(line.strip(), first=lead, rest=lead)


def _lead(line: str) -> str:
    match = _LEADING_SPACE.match(line)
    return " " * min(len(match[0].expandtabs(4)) if match else 0, 12)


def _paragraphs(text: str) -> list[str]:
    """The paragraphs, without empty lines round them; an indent of the first line stays."""
    parts = (part.strip("\n") for part in _PARAGRAPH_GAP.split(text.rstrip()))
    return [part for part in parts if part.strip()]


def _html_filled(kind: str) -> Callable[[str], str]:
    tag = "h2" if kind == "heading" else "p"
    start = "- " if kind == "item" else ""
    after = '<p style="margin:0 0 6px"><br></p>' if kind == "marker" else ""

    def as_html(text: str) -> str:
        line = one_line(escape(text))
        bold = f"<b>{line}</b>" if kind == "question" else line  # a tag: clients drop the style when they quote
        html = f'<{tag} style="{HTML_STYLES[kind]}">{start}{bold}</{tag}>{after}' if line else ""
        return Markup(_wrapped(kind, html))  # noqa: S704 - escaped above

    return as_html


def _html_typed(kind: str) -> Callable[[str], str]:
    opening = f'<p dir="auto" style="{HTML_STYLES[kind]}">'  # a person may write from right to left

    def as_html(text: str) -> str:
        paragraphs = (
            "<br>".join(_lead(line).replace(" ", "\u00a0") + escape(line.strip()) for line in paragraph.split("\n"))
            for paragraph in _paragraphs(text)
        )
        html = "\n".join(f"{opening}{paragraph}</p>" for paragraph in paragraphs)
        return Markup(_wrapped(kind, html))  # noqa: S704 - escaped line by line

    return as_html


_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
</head>
<body style="margin:0;padding:16px;font-family:Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:620px">
{body}
</div>
</body>
</html>
"""
