"""Where a quote is opened: "On ... X wrote:", a block of From, Sent, Subject, "-----Original Message-----".

Found by build before words: a date or an address and a colon at the end, directly above a quote, needs no verb that
we know. Without a quote below it, an opener must be one beyond doubt, because everything under it goes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from mailbot.model.inbound import BodyLine
from mailbot.reading import client_words as words
from mailbot.reading.dates import has_date, has_digits, has_time
from mailbot.reading.phrases import header_key, is_divider, is_rule, without_directions

_LONGEST = 400  # characters of a sentence that opens a quote
_WRAPPED = 4  # lines that one can be wrapped over
_SHORT = 100  # characters of "X wrote:" without a date
_MOST = 1_000  # lines looked at more closely; a thread of fifty hops has a tenth of them
_NEAR = 8  # lines looked at below the first header
_ENDS = " \t*_\u00a0\u200e\u200f-–—"
_WORDS = re.compile(r"[^\W\d_]+(?:\([^\s()]{1,4}\)|/[^\W\d_]{1,3}(?![^\W\d_]))?")
_FIRST_WITHOUT_BLANKS = "\u0e00"  # from Thai on, words stand without blanks between them
_LATIN_WROTE = frozenset(
    word for word in words.WROTE if word[0].isalpha() and word[0] < _FIRST_WITHOUT_BLANKS and " " not in word
)
_WROTE = tuple(words.WROTE)
_OTHER_WROTE = tuple(word for word in words.WROTE if word not in _LATIN_WROTE)
_LATER = re.compile(r"(?<![^\W\d_])(?:On|Am|Le|Il|El|Em|Op|Den) ")
_KEY_IN_LINE = re.compile(r"(?:^|\s)[*_]{0,2}([^\W\d_]{2,12})[*_]{0,2}\s?:")
_IN_ANGLES = re.compile(r"<[^<>\s]{1,200}>")
_NO_MORE_THAN = 12  # words in a line that is a name and a date, in the languages that use most
_LINK = re.compile(r"https?://\S{1,400}")
_A_SUBJECT = "subject"
_ADDRESS = re.compile(r"[^\s<>@:,;]@[^\s<>@:,;]")


class Kind(Enum):
    """What opens the quote."""

    SENTENCE = "sentence"
    BLOCK = "block"
    DIVIDER = "divider"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener:
    """The lines [start, end); the first `column` characters of the first line are the person's own words."""

    start: int
    end: int
    kind: Kind
    column: int = 0


def openers(lines: Sequence[BodyLine], quoted: Sequence[bool]) -> list[Opener]:
    """Every opener in order; `quoted` says of each line whether it begins a stretch that is known to be quoted."""
    found: list[Opener] = []
    texts = [without_directions(line.text).strip() for line in lines]
    low = 0
    for at in [at for at, text in enumerate(texts) if _is_candidate(text)][:_MOST]:
        if at >= low and (opener := _at(lines, texts, quoted, at, low)):
            found.append(opener)
            low = opener.end
    return found


def _is_candidate(text: str) -> bool:
    return text != "" and (header_key(text) != "" or _may_end(text) or is_divider(text))


def _at(lines: Sequence[BodyLine], texts: Sequence[str], quoted: Sequence[bool], at: int, low: int) -> Opener | None:
    text = texts[at]
    if is_divider(text):
        return Opener(start=at, end=_block_end(texts, at + 1), kind=Kind.DIVIDER)
    if header_key(text):
        if is_block(texts, at):
            return Opener(start=_block_start(texts, at, low), end=_block_end(texts, at), kind=Kind.BLOCK)
        return None
    return _sentence(lines, texts, quoted, at, low)


def is_block(texts: Sequence[str], at: int) -> bool:
    """Whether a block of header lines begins at that line, of which one is a sender and one a date, or the like."""
    if _one_line_block(texts[at]):
        return True
    keys: set[str] = set()
    told = ""
    other = 0
    for number, text in enumerate(texts[at : at + _NEAR], at):
        key = header_key(text)
        if is_rule(text) or (keys and key in words.FROM and not texts[number - 1]):
            break  # another block
        if key and _role(key) not in keys:
            keys.add(_role(key))
            told += f" {text}"
        elif text:
            other += 1
            if other > 1:  # one line is a header that was wrapped
                break
    if len(keys) < 2:  # noqa: PLR2004 - one line alone could be typed
        return False
    if _ADDRESS.search(told):
        return True
    # "Date, From 10:00, To 11:00" is a plan; without an address there must be a subject.
    ruled = at > 0 and is_rule(_before(texts, at))
    return _role(_A_SUBJECT) in keys and (len(keys) > 2 or ruled)  # noqa: PLR2004


def _role(key: str) -> str:
    roles = (words.SUBJECT, words.SENT, words.COPY, words.BESIDE, words.FROM, words.TO)
    return next(str(number) for number, role in enumerate(roles) if key in role)


def _one_line_block(text: str) -> bool:
    """Whether the whole block came in one line, as some converters of HTML leave it."""
    found = {word.casefold() for word in _KEY_IN_LINE.findall(text[: 2 * _LONGEST])}
    return len(found & words.HEADERS) > 2  # noqa: PLR2004 - From, Sent and one more


def _before(texts: Sequence[str], at: int) -> str:
    at -= 1
    while at > 0 and not texts[at]:
        at -= 1
    return texts[at]


def _block_start(texts: Sequence[str], at: int, low: int) -> int:
    """With the rule, and with what Lotus Notes writes above its block: a name with a date and time."""
    start = at
    for number in range(at - 1, max(low, at - 1 - _WRAPPED) - 1, -1):
        text = texts[number]
        if text and (
            not text.strip("-_=*") or is_rule(text) or (len(text) < 2 * _SHORT and has_date(text) and has_time(text))
        ):
            start = number
        elif text and not (len(text) < _SHORT and _ADDRESS.search(text) and " " not in text):
            break
    return start


def _block_end(texts: Sequence[str], at: int) -> int:
    """After the last header line; a long list of recipients is wrapped into lines without a name."""
    end = at
    number = at
    while number < len(texts) and number < end + 4:
        if header_key(texts[number]):
            end = number + 1
        elif not texts[number] and end > at and not any(map(header_key, texts[number + 1 : number + 2])):
            break
        number += 1
    return end


def _sentence(
    lines: Sequence[BodyLine], texts: Sequence[str], quoted: Sequence[bool], at: int, low: int
) -> Opener | None:
    """The sentence that ends on this line, if it opens a quote: of the fewest lines that do, and what is wrapped."""
    follows = _follows(lines, texts, quoted, at)
    joined = ""
    for number in range(at, max(low, at - _WRAPPED, 0) - 1, -1):
        above = texts[number] if number < at else ""
        if (number < at and not above and texts[number + 1][:1] != "<") or _ends(above):
            break
        joined = f"{texts[number]} {joined}".strip()
        if lines[number].depth != lines[at].depth or len(joined) > _LONGEST:
            break
        if opens(joined, quote=follows > 0, text=follows == 0):
            start = _first_line(texts, number, joined, max(low, at - _WRAPPED))
            return Opener(start=start, end=at + 1, kind=Kind.SENTENCE, column=_column(lines[start].text))
    return None


def _ends(text: str) -> bool:
    """Whether a sentence ends there: with its stop, but not behind a date, "2. Nov." or "9:12 a.m."."""
    return text.endswith((":", "!", "?")) or (text.endswith(".") and not has_date(text))


def _first_line(texts: Sequence[str], start: int, joined: str, low: int) -> int:
    """The line that the sentence begins on: Gmail wraps it, so that "wrote:" can stand alone."""
    first = start
    missing_date, missing_address = not has_date(joined), not _ADDRESS.search(joined)
    for number in range(start - 1, low - 1, -1):
        above = texts[number]
        if not above or _ends(above) or len(above) > 2 * _SHORT or _LATER.match(texts[first]):
            break
        if missing_date and has_digits(above) and (has_date(above) or has_time(above)):
            first, missing_date = number, False
        elif (missing_address and _ADDRESS.search(above)) or (
            first == number + 1 and texts[first].startswith(("<", "(<"))
        ):
            first = number
    return first


def _may_end(text: str) -> bool:
    bare = text[-60:].rstrip(_ENDS)
    if bare.endswith((":", "：", ">")) or bare.casefold().endswith(_WROTE):
        return True
    return ">" in text and len(text) < 2 * _SHORT and _ADDRESS.search(text) is not None and has_time(text)


def _follows(lines: Sequence[BodyLine], texts: Sequence[str], quoted: Sequence[bool], at: int) -> int:
    """What comes next: 1 a quote or the header lines of one, 0 other words, -1 nothing."""
    for number in range(at + 1, min(len(lines), at + 6)):
        if quoted[number] or lines[number].depth > lines[at].depth:
            return 1
        if texts[number]:
            return int(header_key(texts[number]) != "" and is_block(texts, number))
    return -1


def opens(sentence: str, *, quote: bool, text: bool) -> bool:
    """Whether the sentence opens a quote, by what stands below it: a quote, or words without any mark."""
    bare = sentence.strip(_ENDS)
    colon = bare.endswith((":", "："))
    wrote = _holds_wrote(bare)
    address = _ADDRESS.search(bare) is not None
    whole = has_date(bare)
    if _is_own(bare):
        return quote and whole and has_time(bare)
    dated = whole and has_time(bare)
    if quote:
        told = address or dated or (len(bare) < _SHORT and sentence.startswith("-"))
        # Nextcloud puts the date last, without a colon; old Gmail the address.
        return (
            (wrote and (colon or told))
            or (colon and dated)
            or (address and (colon or dated or (whole and bare.endswith(">"))))
        )
    if not text:
        return wrote and address and whole and colon
    if wrote and (address or dated):
        return colon or whole or sentence.startswith("---")
    return colon and address and dated and len(_WORDS.findall(_IN_ANGLES.sub("", bare))) <= _NO_MORE_THAN


def _holds_wrote(text: str) -> bool:
    low = _LINK.sub("", text.casefold())
    return any(word in _LATIN_WROTE for word in _WORDS.findall(low)) or any(word in low for word in _OTHER_WROTE)


def _is_own(text: str) -> bool:
    """Whether somebody tells of somebody: "I wrote", "schrieb ich"; mail programs name people, they do not point."""
    found = _WORDS.findall(text.casefold())
    for at, word in enumerate(found):
        if word in _LATIN_WROTE and words.OWN_PRONOUNS.intersection(found[max(0, at - 2) : at + 2]):
            return True
    return any(word in text for word in words.EASTERN_PRONOUNS)


def _column(text: str) -> int:
    """Where the sentence begins on a line that begins with the person's own words: "fine On 3 May 2026, X wrote:"."""
    for found in list(_LATER.finditer(text))[-1:]:
        if found.start() and has_digits(text[found.start() :]) and text[: found.start()].strip(_ENDS):
            return len(text[: found.start()].rstrip(_ENDS))
    return 0
