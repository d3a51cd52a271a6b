"""A reply as lines of text: marked, unmarked, flowed, rewrapped."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

from tests.reading.trouble.reply import untouched as as_sent


@dataclass(frozen=True, slots=True)
class Plain:
    """How a program writes the text part."""

    mark: str = "> "
    width: int = 72  # of the form's lines, without their marks
    typed_mark: str = ""  # what the program puts before typed lines
    typed_width: int = 0  # 0: typed lines stay whole
    pad: bool = False  # empty lines round what was typed
    lead: int = 0  # empty form lines between the answer mark and what was typed
    bold: str = ""  # round a question
    squeeze: bool = False  # no empty lines at all
    flowed: bool = False


def text_of(reply, plain, attribution, *, untouched=False):
    """The whole text part. `untouched`: the form as it came, for parts that a program forgets to renew."""
    rows = [] if untouched or not reply.top else [*typed_rows(reply.top, plain), ""]
    rows += attribution
    blocks = as_sent(reply.form) if untouched else reply.blocks
    for number, block in enumerate(blocks):
        rows += block_rows(block, blocks[number + 1 : number + 2], blocks[max(0, number - 1) : number], plain)
    if reply.bottom and not untouched:
        rows += ["", *typed_rows(reply.bottom, plain)]
    return "\n".join(rows) + "\n"


def block_rows(block, following, preceding, plain):
    if block.depth == 0:
        return _typed_block(block, following, preceding, plain)
    rows = form_rows(block, plain)
    empty = [_empty(block.depth, plain)] * (0 if plain.squeeze else block.gap)
    after = following[0] if following else None
    if after is not None and after.depth == 0:  # the typed block takes its share of the empty lines behind it
        empty = empty if after.low else empty[: plain.lead]
    return rows + empty


def _typed_block(block, following, preceding, plain):
    rows = typed_rows(block.text, plain, plain.typed_mark)
    pad = [plain.typed_mark.rstrip()] if plain.pad and not plain.squeeze else []
    gap = preceding[0].gap if preceding and preceding[0].depth else 1
    rest = 0 if block.low or plain.squeeze else max(0, gap - plain.lead)
    if following and following[0].depth == 0:
        rest = min(rest, 1)
    depth = following[0].depth if following else 1
    return (pad if not block.low else []) + rows + (pad if not block.low else []) + [_empty(depth, plain)] * rest


def form_rows(block, plain):
    """A paragraph of the form behind its marks, with what was typed behind it."""
    mark = "" if block.unmarked else block.extra + _mark(block.depth, plain)
    text = (
        f"{plain.bold}{block.text}{plain.bold}"
        if plain.bold and block.role == "question" and block.text
        else block.text
    )
    rows = []
    for row in text.split("\n"):
        rows += textwrap.wrap(row, plain.width, break_on_hyphens=False, break_long_words=False) or [""]
    if block.behind:
        rows[-1] += " " + block.behind.split("\n")[0]
        rows += block.behind.split("\n")[1:]
    end = " " if plain.flowed else ""
    return [
        f"{mark}{row}{end if number < len(rows) - 1 else ''}".rstrip(" " * (not plain.flowed))
        for number, row in enumerate(rows)
    ]


def typed_rows(text, plain, mark=""):
    rows = []
    for row in text.split("\n"):
        if plain.flowed:
            stuffed = " " + row if re.match(r">|From | ", row) else row
            rows.append(
                " \n".join(
                    textwrap.wrap(stuffed, 72, break_long_words=False, break_on_hyphens=False, drop_whitespace=True)
                )
                or ""
            )
            if stuffed != row and not rows[-1].startswith(" "):
                rows[-1] = " " + rows[-1]
        elif plain.typed_width and row:
            rows += textwrap.wrap(row, plain.typed_width, break_long_words=False, break_on_hyphens=False)
        else:
            rows.append(row)
    return [f"{mark}{row}" if row else mark.rstrip() for row in rows]


def _mark(depth, plain):
    return plain.mark * depth if plain.mark.strip() else plain.mark


def _empty(depth, plain):
    return _mark(depth, plain).rstrip()
