"""A text/html part as lines: what a person sees, in order, with quote depth and what stands out.

Iterative from end to end: replies with thousands of nested tags are real (and sent on purpose too).
"""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mailbot.message import html_tags as tags
from mailbot.message.html_images import seen_of_image
from mailbot.message.html_mending import mended
from mailbot.message.html_page import Page
from mailbot.message.html_tags import Meaning, meaning
from mailbot.message.list_marks import list_mark
from mailbot.model.inbound import BodyLine


def html_lines(source: str) -> tuple[list[BodyLine], list[str]]:
    """The lines of the page, and the words that stood struck out."""
    page = Page()
    body = LexborHTMLParser(mended(source.replace("\x00", ""))).body
    waiting: list[LexborNode | Meaning] = [body] if body is not None else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Meaning):
            _close(page, node)
            continue
        tag = node.tag or ""
        if tag == "-text":
            page.write(node.text_content or "")
        elif tag == "br":
            page.end_line(forced=True)
        elif tag == "hr":
            page.end_line()
            page.end_line(forced=True)
        elif tag == "img":
            page.write(seen_of_image(node.attributes))
        elif not tag.startswith("-") and tag not in tags.DROPPED:
            attributes = node.attributes
            opened = meaning(tag, attributes)
            if not opened.hidden:
                _open(page, opened, attributes)
                waiting.append(opened)
                child = node.last_child
                while child is not None:
                    waiting.append(child)
                    child = child.prev
    page.end_line()
    return page.lines, [text for text in page.struck if text.strip()]


def _open(page: Page, opened: Meaning, attributes: tags.Attributes) -> None:
    if opened.breaks and page.text:
        page.end_line()
    if not opened.counts:
        return
    page.draw(opened.change)
    if opened.tag == "blockquote":
        page.depth += 1
    elif opened.tag in tags.LISTS:
        first = tags.first_number(attributes, "start", 1) if opened.tag == "ol" else None
        page.lists.append((first, opened.marker or (attributes.get("type") or "").strip()))
    elif opened.tag == "li":
        _count_item(page, opened, attributes)


def _count_item(page: Page, opened: Meaning, attributes: tags.Attributes) -> None:
    number, marker = page.lists[-1] if page.lists else (None, "")
    if number is not None:
        number = tags.first_number(attributes, "value", number)
        page.lists[-1] = (number + 1, marker)
    page.mark = list_mark(number, opened.marker or (attributes.get("type") or "").strip() or marker)


def _close(page: Page, opened: Meaning) -> None:
    if opened.breaks:
        if page.text:
            page.end_line()
        page.owes_blank = page.owes_blank or (opened.spaced and bool(page.lines) and page.lines[-1].text != "")
    if not opened.counts:
        return
    page.undraw()
    if opened.tag == "li":
        page.mark = ""
    elif opened.tag == "blockquote":
        page.depth -= 1
    elif opened.tag in tags.LISTS:
        page.lists.pop()
