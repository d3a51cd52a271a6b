"""The paragraphs of a received HTML body, as Word flattens them: bold survives, structure does not."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

_BLOCKS = frozenset({"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "br", "blockquote", "tr", "td", "table"})
_SILENT = frozenset({"style", "script", "title"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One block of text: as read, and as HTML with its bold."""

    text: str
    html: str


class _Flattener(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Paragraph] = []
        self._text = ""
        self._html = ""
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a new paragraph; bold is kept."""
        del attrs
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self.end_paragraph()
        elif tag in ("b", "strong"):
            self._html += "<b>"

    def handle_endtag(self, tag: str) -> None:
        """A block ends its paragraph."""
        self._silent -= tag in _SILENT
        if tag in _BLOCKS:
            self.end_paragraph()
        elif tag in ("b", "strong"):
            self._html += "</b>"

    def handle_data(self, data: str) -> None:
        """Text, with its white space made one."""
        if self._silent:
            return
        words = " ".join(data.split())
        gap = " " if data[:1].isspace() and self._text and not self._text.endswith(" ") else ""
        tail = " " if words and data[-1:].isspace() else ""
        self._text += gap + words + tail
        self._html += gap + escape(words, quote=False) + tail

    def end_paragraph(self) -> None:
        """What was gathered is a paragraph of its own, if it has words."""
        if self._text.strip():
            self.found.append(Paragraph(text=self._text.strip(), html=self._html.strip()))
        self._text = self._html = ""


def paragraphs(html: str) -> list[Paragraph]:
    """The paragraphs that have words, in order."""
    flattener = _Flattener()
    flattener.feed(html)
    flattener.close()
    flattener.end_paragraph()
    return flattener.found
