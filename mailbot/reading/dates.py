"""How much of a date and a time a line holds: the surest sign that a mail program wrote it, in any language."""

from __future__ import annotations

import re

# Arabic-Indic and Persian digits, as Gmail writes them in these languages.
_DIGITS = {ord("٠") + n: str(n) for n in range(10)} | {ord("۰") + n: str(n) for n in range(10)}
_NUMERIC = re.compile(r"(?<!\d)(?:\d{1,4}[./-] ?\d{1,2}[./-] ?\d{2,4}|\d{1,2}-[^\W\d_]{3,9}\.?-\d{2,4})(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20|25)\d\d(?!\d)")
_DAY = re.compile(r"(?<![\d:.])[0-3]?\d(?:st|nd|rd|th|er|º|ª)?(?![\d:])")
_EASTERN = re.compile(r"\d{1,2} ?[月월] ?\d{1,2} ?[日일]")
_TIME = re.compile(r"(?<![\d./])[0-2]?\d ?[:.h時时시] ?[0-5]\d(?!\d|[./-] ?\d)|\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)


def has_date(text: str) -> bool:
    """Whether a whole date stands there: day, month and year."""
    text = text.translate(_DIGITS)
    if _NUMERIC.search(text) or _EASTERN.search(text):
        return True
    return _YEAR.search(text) is not None and _DAY.search(text) is not None


def has_time(text: str) -> bool:
    """Whether a time of day stands there."""
    return _TIME.search(text.translate(_DIGITS)) is not None


def has_digits(text: str) -> bool:
    """Whether any digit stands there, so that it could be a part of a date."""
    return any(map(str.isdigit, text))
