"""A text/plain part as lines with quote depth, as RFC 3676 (format=flowed) and everybody else write them."""

from __future__ import annotations

import re
from functools import lru_cache

from mailbot.message.armour import without_armour
from mailbot.message.odd_marks import with_usual_marks
from mailbot.model.inbound import BodyLine

_MARKS = ">|"
_PREFIX_LETTERS = ">| \t\u00a0"
_USUAL = 40  # characters in front of a line; every line of a quote begins alike
# What a client writes for a picture: Outlook and Gmail, and what Word's picture description says of itself.
_IMAGE = re.compile(
    r"\[cid:[^\]\s]{1,200}\]|<cid:[^>\s]{1,200}>|\[image: [^\]\n]{1,200}\]"
    r"|\[[^\[\]]{1,300}(?:Description automatically generated|AI-generated content may be incorrect)[^\[\]]{0,80}\]"
)
_SIGNS_OF_IMAGE = ("cid:", "[image:", "enerated")
_SIGNATURE = "-- "
_SEPARATORS = ("\x0b", "\x0c", "\x85", "\u2028", "\u2029")  # seen as line ends; Apple's notes write the fourth


def plain_lines(text: str, *, flowed: bool = False, delsp: bool = False) -> list[BodyLine]:
    """The lines of the part in order; soft-wrapped lines of one depth are joined when `flowed` (RFC 3676 4)."""
    if any(sign in text for sign in _SIGNS_OF_IMAGE):
        text = _IMAGE.sub("", text)
    rows = with_usual_marks(_rows(without_armour(text)))
    return _flowed_lines(rows, delsp=delsp) if flowed else [_fixed_line(row) for row in rows]


def _rows(text: str) -> list[str]:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    for separator in _SEPARATORS:
        text = text.replace(separator, "\n")
    return text.split("\n")


def quote_prefix(row: str) -> int:
    """Length of the quote prefix: marks with up to three blanks before each, and one blank behind the last."""
    end = at = 0
    while at < len(row):
        if row[at] in _MARKS:
            end = at = at + 1
        elif row[at] in " \t\u00a0" and at - end < 3:  # noqa: PLR2004 - Proton puts a blank before ">"; four is code
            at += 1
        else:
            break
    if end and row[end : end + 1] in (" ", "\t"):
        end += 1
    return end


def _depth(prefix: str) -> int:
    return prefix.count(">") + prefix.count("|")


def _prefix(head: str) -> tuple[str, int]:
    """The quote prefix at the beginning of these marks and blanks, and how deep it quotes."""
    prefix = head[: quote_prefix(head)]
    return prefix, _depth(prefix)


_usual_prefix = lru_cache(maxsize=256)(_prefix)


def _fixed_line(row: str) -> BodyLine:
    head = row[: len(row) - len(row.lstrip(_PREFIX_LETTERS))]
    if not head:
        return BodyLine(text=row)
    prefix, depth = (_usual_prefix if len(head) <= _USUAL else _prefix)(head)
    return BodyLine(text=row[len(prefix) :], depth=depth, prefix=prefix)


def _flowed_lines(rows: list[str], *, delsp: bool) -> list[BodyLine]:
    lines: list[BodyLine] = []
    pieces: list[str] = []  # the texts of one paragraph, joined once: a long one would cost quadratic time otherwise
    head = BodyLine(text="")
    for row in rows:
        line, soft = _flowed_line(row)
        if pieces and line.depth != head.depth:
            lines.append(BodyLine(text="".join(pieces), depth=head.depth, prefix=head.prefix))
            pieces = []
        if not pieces:
            head = line
        pieces.append(line.text[:-1] if soft and delsp else line.text)
        if not soft:
            lines.append(BodyLine(text="".join(pieces), depth=head.depth, prefix=head.prefix))
            pieces = []
    if pieces:
        lines.append(BodyLine(text="".join(pieces), depth=head.depth, prefix=head.prefix))
    return lines


def _flowed_line(row: str) -> tuple[BodyLine, bool]:
    """One physical line without marks and stuffing, and whether it goes on in the next (RFC 3676 4.5)."""
    bare = row.lstrip(">")
    marks = len(row) - len(bare)
    prefix = row[:marks]
    if bare.startswith(" "):
        prefix, bare = prefix + " ", bare[1:]
    if marks or bare.startswith("|"):
        # Clients write "> > text" although the second mark should touch the first; mutt can quote with "| ".
        more = quote_prefix(bare)
        prefix, bare = prefix + bare[:more], bare[more:]
    return BodyLine(text=bare, depth=_depth(prefix), prefix=prefix), bare.endswith(" ") and bare != _SIGNATURE
