"""The lines between what was typed and what is quoted: "On Sunday ... wrote:", or a block of From, Sent, Subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.model.form import FormSheet
from mailbot.reading.dates import has_date, has_time
from mailbot.reading.folding import squared
from mailbot.reading.openers import is_block, opens
from mailbot.reading.phrases import ends_attribution, is_header, is_rule, without_directions

_OPENING = re.compile(r"[\W_]{0,6}(?:on|am|le|el|il|op|den|em|w dniu|dne)\b", re.IGNORECASE)
_DATE = re.compile(r"\d{4}|\d{1,2}[:.]\d{2}|\d{1,2}[./-]\d{1,2}")
_LABEL = re.compile(r"[*_]{0,2}[^\W\d_][^:：\n]{0,24}[:：]")
# Rmail quotes raw headers, and the buttons that it shows for each part.
_RAW = re.compile(
    r"(?:Auto-Submitted|Content-[A-Z][\w-]{1,30}|MIME-Version|Message-ID|In-Reply-To|References|X-[\w-]{1,30}):\s"
    r"|\[\d{1,2}:[a-z]{1,20}/",
    re.IGNORECASE,
)
_LABELS = 8  # lines of a block, whatever language its labels are in
_LOOK_BACK = 4  # lines that one attribution can be wrapped over


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSender:
    """Who wrote what is quoted, squared: the form's own sender is a surer sign than any pattern."""

    address: str = ""
    name: str = ""
    subject: str = ""

    @classmethod
    def of(cls, sheet: FormSheet) -> KnownSender:
        """The sender of a form."""
        return cls(
            address=squared(sheet.sender_address), name=squared(sheet.sender_name), subject=squared(sheet.subject)
        )


def attribution(lines: Sequence[str], sender: KnownSender, start: int = 0) -> tuple[int, int] | None:
    """Where the first attribution from line `start` on stands, as [first line, line after it); None if nowhere."""
    lines = [without_directions(line) for line in lines]
    for at in range(start, len(lines)):
        if not lines[at].strip():
            continue
        if _is_block(lines, at, sender):
            return max(start, _with_rule(lines, at)), _block_end(lines, at)
        if end := _labelled_end(lines, at, sender):
            return max(start, _with_rule(lines, at)), end
        if _is_sentence(lines, at, sender):
            first = _with_name(lines, _sentence_start(lines, at, sender), sender)
            return max(start, first), _with_headers(lines, _sentence_end(lines, at))
    return None


def _with_name(lines: Sequence[str], start: int, sender: KnownSender) -> int:
    """With what stands above a bare address: Emacs wraps behind the name, Yahoo's app makes two paragraphs of it."""
    if not start or not sender.name:
        return start
    above = start - 1
    if squared(lines[above]).strip('"') == sender.name:
        return above
    above -= not lines[above].strip()
    dated = above >= 0 and _DATE.search(lines[above]) and squared(lines[above]).rstrip(',"').endswith(sender.name)
    return above if dated and lines[start].lstrip().startswith("<") else start


def _is_block(lines: Sequence[str], at: int, sender: KnownSender) -> bool:
    if not is_header(lines[at]):
        return False
    if is_block([line.strip() for line in lines[at : at + _LABELS]], 0):
        return True
    near = [line for line in lines[at + 1 : at + 6] if line.strip()][:3]
    headers = sum(map(is_header, near))
    words = squared(" ".join(lines[at : at + 8])[:2000])
    known = any(part and part in words for part in (sender.address, sender.subject))
    after_rule = at > 0 and any(is_rule(line) for line in lines[max(0, at - 2) : at])
    return headers >= 2 or (headers >= 1 and (known or after_rule))  # noqa: PLR2004 - From, Sent and one more


def _block_end(lines: Sequence[str], at: int) -> int:
    """After the last header line; a wrapped header (long lists of recipients) goes on in the next line."""
    end = at
    while end < len(lines) and end < at + 30:
        text = lines[end].strip()
        if text and not is_header(text) and not _RAW.match(text):
            follows = any(is_header(line) or _RAW.match(line.strip()) for line in lines[end + 1 : end + 3])
            if not follows:
                break
        end += 1
    return end


def _labelled_end(lines: Sequence[str], at: int, sender: KnownSender) -> int:
    """The end of a block of "Label: value" lines with our address or name and our subject, in any language; else 0."""
    end = at
    while end < min(len(lines), at + _LABELS) and _LABEL.match(lines[end].strip()):
        end += 1
    if end < at + 2 or not sender.subject:
        return 0
    words = squared(" ".join(lines[at:end])[:2000])
    return end if sender.subject in words and any(p and p in words for p in (sender.address, sender.name)) else 0


def _with_headers(lines: Sequence[str], end: int) -> int:
    """Lotus Notes writes "Sent by:", "To:" and "Subject:" below the name and the date."""
    after = end
    while after < len(lines) and not lines[after].strip():
        after += 1
    return _block_end(lines, after) if after < len(lines) and is_header(lines[after]) else end


def _with_rule(lines: Sequence[str], at: int) -> int:
    start = at
    while start > 0 and at - start < _LOOK_BACK and (not lines[start - 1].strip() or is_rule(lines[start - 1])):
        start -= 1
    return start if any(is_rule(line) for line in lines[start:at]) else at


def _is_sentence(lines: Sequence[str], at: int, sender: KnownSender) -> bool:
    line = lines[at][:1000]
    if opens(line.strip(), quote=False, text=True):
        return True
    words = squared(line) if sender.address or sender.name else ""
    if sender.address and sender.address in words:
        return True
    if "@" in line and sender.name and sender.name in words and has_date(line) and has_time(line):
        return True  # Nextcloud: name, address, a dash and the date
    wrote = ends_attribution(line)
    named = len(sender.name) > 4 and sender.name in words  # noqa: PLR2004 - not initials
    if not wrote and not (named and line.rstrip().endswith((":", "："))):
        return False
    near = " ".join(text[:300] for text in lines[max(0, at - 2) : at + 1])
    return _DATE.search(near) is not None or (wrote and bool(sender.name) and sender.name in squared(near))


def _sentence_start(lines: Sequence[str], at: int, sender: KnownSender) -> int:
    """The line where the sentence begins: Gmail wraps it, so that "wrote:" can stand alone."""
    if _OPENING.match(lines[at]):
        return at
    start = at
    while start > 0 and at - start < _LOOK_BACK and lines[start - 1].strip():
        start -= 1
        if _OPENING.match(lines[start]) and _DATE.search(lines[start]):
            return start
        if sender.name and sender.name in squared(lines[start][:1000]) and _DATE.search(lines[start]):
            return start
    return at


def _sentence_end(lines: Sequence[str], at: int) -> int:
    for end in range(at, min(len(lines), at + 3)):
        if not lines[end].strip():
            return at + 1
        if lines[end].rstrip("*_ ").endswith((":", "：")):
            return end + 1
    return at + 1
