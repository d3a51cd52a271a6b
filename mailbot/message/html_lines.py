"""A text/html part as lines: what a person sees, in order, with quote depth and what stands out.

Iterative from end to end: replies with thousands of nested tags are real (and sent on purpose too).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mailbot.message import html_tags as tags
from mailbot.model.inbound import BodyLine

_BLANKS = " \t\n\r\f"


@dataclass(slots=True)
class _Page:
    """What is open at one place of the walk, and the lines so far."""

    lines: list[BodyLine] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)  # of the line being written, one character each
    set_off: list[bool] = field(default_factory=list)  # the same length
    mark: str = ""  # the list mark that waits for the first word of its item
    depth: int = 0
    struck_depth: int = 0
    set_off_depth: int = 0
    keeps: int = 0
    owes_blank: bool = False
    counters: list[int | None] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Adds the text of one node to the current line, blanks collapsed as a browser does."""
        if self.struck_depth:
            self.struck.append(text)
            return
        for char in text:
            if self.keeps and char in "\r\n":
                if char == "\n":
                    self.end_line(forced=True)
            elif char not in _BLANKS or self.keeps:
                self._put(char)
            elif self.text and self.text[-1] != " ":
                self._put(" ")

    def _put(self, char: str) -> None:
        if self.mark:
            mark, self.mark = self.mark, ""
            self.text.extend(mark)
            self.set_off.extend(False for _ in mark)
        self.text.append(char)
        self.set_off.append(self.set_off_depth > 0)

    def end_line(self, *, forced: bool = False) -> None:
        """Closes the current line; without words it is dropped unless `forced` (a <br>)."""
        text = "".join(self.text)
        if not text and not forced:
            return
        if self.owes_blank:
            self.lines.append(BodyLine(text="", depth=self.depth))
            self.owes_blank = False
        shown = text.rstrip(_BLANKS)
        empty = not shown.replace("\u00a0", "").strip()
        if text and not shown and not forced:
            self._clear()
            return
        spans = () if empty else _spans(self.set_off[: len(shown)])
        self.lines.append(BodyLine(text="" if empty else shown, depth=self.depth, emphasis=spans))
        self._clear()

    def _clear(self) -> None:
        self.text.clear()
        self.set_off.clear()


def _spans(set_off: list[bool]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    start = -1
    for at, on in enumerate([*set_off, False]):
        if on and start < 0:
            start = at
        elif not on and start >= 0:
            spans.append((start, at))
            start = -1
    return tuple(spans)


def html_lines(source: str) -> tuple[list[BodyLine], list[str]]:
    """The lines of the page, and the words that stood struck out."""
    page = _Page()
    body = LexborHTMLParser(source.replace("\x00", "")).body
    stack: list[tuple[LexborNode, _Opened | None]] = [(body, None)] if body is not None else []
    while stack:
        node, opened = stack.pop()
        if opened is not None:
            _close(page, opened)
            continue
        tag = node.tag or ""
        if tag == "-text":
            page.write(node.text_content or "")
        elif tag == "br":
            page.end_line(forced=True)
        elif tag == "hr":
            page.end_line()
            page.end_line(forced=True)
        elif not tag.startswith("-") and tag not in tags.DROPPED:
            attributes = node.attributes
            if not tags.is_hidden(attributes):
                stack.append((node, _open(page, tag, attributes)))
                stack.extend((child, None) for child in reversed(_children(node)))
    page.end_line()
    return page.lines, [text for text in page.struck if text.strip()]


def _children(node: LexborNode) -> list[LexborNode]:
    children: list[LexborNode] = []
    child = node.child
    while child is not None:
        children.append(child)
        child = child.next
    return children


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """What opening an element added, so that closing it takes the same away."""

    tag: str
    struck: int
    set_off: int
    keeps: int
    spaced: bool


def _open(page: _Page, tag: str, attributes: tags.Attributes) -> _Opened:
    opened = _Opened(
        tag=tag,
        struck=int(tags.is_struck(tag, attributes)),
        set_off=int(tags.is_set_off(tag, attributes)),
        keeps=int(tags.keeps_spaces(tag, attributes)),
        spaced=tag in tags.SPACED and not tags.is_tight(attributes),
    )
    if tag in tags.BLOCK:
        page.end_line()
    page.depth += tag == "blockquote"
    page.struck_depth += opened.struck
    page.set_off_depth += opened.set_off
    page.keeps += opened.keeps
    if tag == "ol":
        page.counters.append(tags.first_number(attributes, "start", 1))
    elif tag == "ul":
        page.counters.append(None)
    elif tag == "li":
        page.mark = _list_mark(page, attributes)
    return opened


def _list_mark(page: _Page, attributes: tags.Attributes) -> str:
    if not page.counters or page.counters[-1] is None:
        return "- "
    number = tags.first_number(attributes, "value", page.counters[-1])
    page.counters[-1] = number + 1
    return f"{number}. "


def _close(page: _Page, opened: _Opened) -> None:
    if opened.tag in tags.BLOCK:
        page.end_line()
        if opened.tag == "li":
            page.mark = ""
        page.owes_blank = page.owes_blank or (opened.spaced and bool(page.lines) and page.lines[-1].text != "")
    page.depth -= opened.tag == "blockquote"
    page.struck_depth -= opened.struck
    page.set_off_depth -= opened.set_off
    page.keeps -= opened.keeps
    if opened.tag in ("ol", "ul"):
        page.counters.pop()
