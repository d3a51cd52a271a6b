"""What a reader sees of the HTML part: its blocks as text, found by a parser of its own."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser


def seen_blocks(html: str) -> list[str]:
    """The text of each paragraph and heading, white space squeezed; empty ones left out."""
    tree = LexborHTMLParser(html.replace("<br>", "\n"))
    texts = (" ".join(node.text(deep=True).split()) for node in tree.css("p, h2"))
    return [text for text in texts if text]


def squeezed(text: str) -> str:
    """All words with one space between them."""
    return " ".join(text.split())
