"""Where the signature of a post begins: what a person, a phone or a company's server adds to every letter.

The policy, because nobody agrees on one: whatever says only who wrote goes, because the two in a thread must not know
each other. That is everything behind "-- "; a closing courtesy with the name or the card below it; a card without
courtesy; the writer's own name; a phone's line; the footer of a company or a mailing list. What says something stays:
a thank-you without a name, a postscript, an address after "please write to:". Never is a message cut down to nothing,
but for a phone's line that stands alone.
"""

from __future__ import annotations

import re

from mailbot.reading.dates import has_date
from mailbot.reading.folding import collapsed
from mailbot.reading.leftovers import Typed, trimmed
from mailbot.reading.phrases import is_device_line, is_footer, is_named_sign_off, is_sign_off, is_thanks

_CARD_LINES = 14
_LAYERS = 4  # a phone's line, a name, a card and a company's footer
_CARD_WIDTH = 90
_CONTACT = re.compile(
    r"\S@\S|www\.|https?:|\+?\d[\d ()./-]{6,20}"
    r"|\b(?:tel|phone|fax|mob|mobile|cell|skype|direct|office|t|m|f|e|p|w)\s?[.:] ?\S|\[(?:cid|image)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"(?:p\.? ?s\b|p\.? ?p\.? ?s\b|n\.? ?b\b|\d{1,2}[.):] |q\d|[-*•] \S)", re.IGNORECASE)
_SENTENCE_WORDS = 5  # a sentence has its stop and as many words
_PROSE_WORDS = 12  # no line of a card has as many
_NOTICE = 80  # characters of a notice that need not name the mail
_THIS_MAIL = (
    "mail",
    "message",
    "nachricht",
    "courriel",
    "mensaje",
    "messaggio",
    "bericht",
    "registered",
    "virus",
    "list",
)
# With its capital: "i" is an article in Italian.
_SPEAKER = re.compile(
    r"\b(?:I|[Mm]e|[Mm]y|[Ii]ch|[Mm]ir|[Mm]ein|[Jj]e|[Jj]'ai|[Mm]oi|[Mm]on|[Yy]o|[Mm]i|[Ii]o|[Ii]k|[Jj]ag|[Jj]eg)\b"
)
_DASH_NAME = re.compile(r"(?:-|–|—|~)(?:[^\W\d_][\w.'’]{0,20})(?: [^\W\d_][\w.'’]{0,20}){0,2}")
_PARTICLES = frozenset(
    ("de", "da", "di", "du", "del", "van", "von", "der", "den", "ter", "la", "le", "al", "bin", "y", "e")
)
_DELIMITERS = frozenset({"--", "---", "—", "__", "***", "-- --"})


def without_signature(
    rows: list[Typed], own: frozenset[str], *, whole: bool, standard: frozenset[int] = frozenset()
) -> list[Typed]:
    """The rows of one stretch without the signature at their end; `whole` if there is nothing else in the message.

    `standard` are the lines that are exactly "-- ": what stands below one may be as long as it likes (RFC 3676 4.3),
    unless somebody speaks in it.
    """
    rows = trimmed(rows)
    for number, row in enumerate(rows[whole:], whole):
        if row.line in standard and not any(map(_is_said, rows[number:])):
            rows = trimmed(rows[:number])
            break
    alone = whole and not all(is_device_line(row.text) for row in rows if row.text)
    for _ in range(_LAYERS):
        at = _start(rows, own, 1 if alone else 0)
        rows = trimmed(rows[:at])
    if any(is_sign_off(row.text) or is_named_sign_off(row.text) for row in rows):
        # A postscript stands below the name, which is a signature all the same.
        rows = [row for at, row in enumerate(rows) if not _is_name_below(rows, at, own)]
    return trimmed(rows)


def _is_said(row: Typed) -> bool:
    return "?" in row.text or _SPEAKER.search(row.text[:4000]) is not None


def _is_name_below(rows: list[Typed], at: int, own: frozenset[str]) -> bool:
    text = rows[at].text
    return at > 0 and bool(text) and (collapsed(text) in own or is_device_line(text))


def _start(rows: list[Typed], own: frozenset[str], low: int) -> int | None:
    """The row from `low` on at which one layer of the signature begins, None if nothing at the end is one."""
    low = max(low, len(rows) - 3 * _CARD_LINES)
    for at in range(low, len(rows)):
        text = rows[at].text
        after = [row.text for row in rows[at + 1 :] if row.text]
        if _is_delimiter(text) and _is_card(after, own) and (not after or _signs(text, after, own)):
            return at
        fresh = at == 0 or not rows[at - 1].text or len(after) < 3 or _closes(rows[at - 1].text)  # noqa: PLR2004
        if fresh and is_sign_off(text) and after and _is_card(after, own) and _signs(text, after, own):
            return at
    last = _last_line(rows, own, low) if rows else None
    return last if last is not None and last >= low else None


def _closes(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?", "…", ")", ":)"))


def _is_delimiter(text: str) -> bool:
    return text in _DELIMITERS or (len(text) > 4 and not text.strip("-_=*—– "))  # noqa: PLR2004


def _last_line(rows: list[Typed], own: frozenset[str], low: int) -> int | None:
    """The last line or the last paragraph, if it says only who wrote."""
    last = len(rows) - 1
    text = rows[last].text
    first = last
    while first > 0 and rows[first - 1].text:
        first -= 1
    paragraph = [row.text for row in rows[first:]]
    if _is_notice(paragraph):
        return first if first or len(paragraph) < 3 else None  # noqa: PLR2004
    if is_device_line(text) or collapsed(text.lstrip("-–—~")) in own or _is_named_sign_off(text, own):
        return last
    if is_sign_off(text) and not is_thanks(text):
        return last
    if not own and last > 0 and _DASH_NAME.fullmatch(text) and not rows[last - 1].text.startswith(("-", "–", "—", "*")):
        return last
    is_card = _is_own_card(paragraph, own) or (not _introduces(rows, first) and _is_bare_card(paragraph))
    return first if first >= low and is_card else None


def _is_named_sign_off(text: str, own: frozenset[str]) -> bool:
    """Whether it is "Regards, Zoë"; "Thanks, Monday" thanks for something unless Monday is how the writer is called."""
    if not is_named_sign_off(text):
        return False
    courtesy, _, name = text.partition("," if "," in text else "!")
    return _is_own(name, own) if own and is_thanks(courtesy) else _is_name(name)


def _signs(text: str, after: list[str], own: frozenset[str]) -> bool:
    """Whether what stands below a courtesy or a delimiter begins with somebody: "Thanks" can be followed by words."""
    first = after[0]
    if any(asks(first) for asks in (is_sign_off, is_device_line, is_footer)) or _is_own(first, own):
        return True
    if _tells_contact(first):
        return not first[0].islower() and not is_thanks(text)  # "my number is ..." tells something
    surely = bool(own) and is_thanks(text)
    return _is_name(first) and (not surely or any(map(_tells_contact, after[1:4])))


def _is_own(name: str, own: frozenset[str]) -> bool:
    return bool(own.intersection([collapsed(name), *collapsed(name).split()]))


def _is_name(line: str) -> bool:
    """Whether the line could be a name: one word, or words with capitals; two scripts in three have none."""
    found = [word for word in line.strip("*_-–—,. ").split() if word not in _PARTICLES]
    if not 0 < len(found) < _SENTENCE_WORDS or line.rstrip().endswith(("?", ":")):
        return False
    return len(found) == 1 or all(not word[0].islower() for word in found)


def _tells_contact(line: str) -> bool:
    return _CONTACT.search(line[:500]) is not None and not has_date(line[:500])


def _is_notice(paragraph: list[str]) -> bool:
    """Whether the paragraph is a server's: it tells of this very mail; "please keep it confidential" is a person's."""
    if any(map(is_sign_off, paragraph)) or not any(map(is_footer, paragraph)):
        return False
    text = " ".join(paragraph)[:4000]
    if len(text) < _NOTICE and not any(word in text.casefold() for word in _THIS_MAIL):
        return False
    return not _SPEAKER.search(text)


def _introduces(rows: list[Typed], first: int) -> bool:
    """Whether the line above speaks of what follows: "please write to:"."""
    above = next((row.text for row in reversed(rows[:first]) if row.text), "")
    return above.rstrip().endswith((":", "：", ","))


def _is_bare_card(paragraph: list[str]) -> bool:
    """A name and ways to reach it: at least two of them, or one right below the name."""
    if not 1 < len(paragraph) <= _CARD_LINES or any(map(_says_something, paragraph)):
        return False
    contacts = sum(map(_tells_contact, paragraph))
    return contacts > 1 and _is_name_like(paragraph[0])


def _is_own_card(paragraph: list[str], own: frozenset[str]) -> bool:
    """The writer's own name with lines below it that could be a ward, a title, a telephone: they give it away."""
    if not 1 < len(paragraph) <= _CARD_LINES or collapsed(paragraph[0]) not in own:
        return False
    return not any(_says_something(line) or (line[0].islower() and not _tells_contact(line)) for line in paragraph[1:])


def _is_name_like(line: str) -> bool:
    found = line.strip("*_ ").split()
    return 0 < len(found) < 6 and not line.endswith((".", "?", "!", ":")) and found[0][:1].isupper()  # noqa: PLR2004


def _is_card(after: list[str], own: frozenset[str]) -> bool:
    """Whether the lines below a delimiter or a courtesy are a card: short, few, and no sentences."""
    body = list(after)
    while body and (is_footer(body[-1]) or is_device_line(body[-1])):
        body.pop()
    for at, line in enumerate(body):
        if is_footer(line):
            body = body[:at]
            break
    if len(body) > _CARD_LINES:
        return False
    return not any(_says_something(line) for line in body if collapsed(line) not in own)


def _says_something(line: str) -> bool:
    """Whether the line is a sentence, a postscript, a point of a list."""
    found = line.split()
    if _MORE.match(line) or (len(found) >= _SENTENCE_WORDS and line.rstrip().endswith((".", "!", "?", "…"))):
        return True
    if _tells_contact(line) and len(line) <= _CARD_WIDTH:
        return False
    return len(found) >= _PROSE_WORDS or line.endswith((":", "："))
