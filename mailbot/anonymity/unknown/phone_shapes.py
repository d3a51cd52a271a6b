"""What digits and their grouping say by themselves: British, North American, callable abroad.

Sources: Ofcom, National Telephone Numbering Plan; NANP (area code and exchange begin with 2-9); ITU-T E.164.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mailbot.anonymity.figures import Figures

_LONG, _SHORT, _ABROAD = 11, 10, 12  # digits: 07700 900123, 01632 96012, 44 7700 900123
_LEAST_ABROAD = 8
_GROUPS = frozenset(
    {(10,), (5, 5), (4, 6), (4, 3, 3), (6, 4), (3, 7), (3, 3, 4), (3, 4, 3), (2, 8), (5, 3, 2), (5, 2, 3)}
)
_TWO_GROUPS = frozenset({(3, 6), (4, 5), (3, 9), (4, 8), (5, 7)})  # 0176 12345678, as in Germany
_LANDLINE = (2, 4, 4)
_YEARS = re.compile(r"(?:(?:19|20)\d\d){2}")
_PAIRS = (2, 2, 2, 2, 2)  # 06 12 34 56 78, as in France
_MOBILE_GROUPS = frozenset({(4, 6), (4, 3, 3), (5, 5), (4, 2, 2, 2), (3, 3, 4), (3, 7), _PAIRS})
_TIME = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")
_AREA = re.compile(r"[2-9]\d\d[2-9]\d{6}")
_ROUND = re.compile(r"(?:\d{0,3}0(?:\D{1,3}|$))+")  # doses: 400-800-1200


def is_british(figures: Figures) -> bool:
    """Whether the digits alone say so: 07700 900123, 020 7946 0123, 44 7700 900123, 7700 900123."""
    digits = figures.digits
    if digits.startswith("44"):
        return _is_with_country(digits)
    if digits[0] == "7" and len(digits) == _SHORT:
        return digits[1] in "1345789" and figures.lengths in _MOBILE_GROUPS
    if digits[0] != "0" or digits[1] == "0" or are_times(figures):
        return False
    return _is_national(digits, figures.lengths)


def _is_with_country(digits: str) -> bool:
    national = digits[2:].removeprefix("0")
    return len(national) == _ABROAD - 2 and national[0] in "12378"


def _is_national(digits: str, lengths: tuple[int, ...]) -> bool:
    if max(lengths) == 1:
        return len(digits) == _LONG and not digits.startswith("0123")
    if len(digits) == _LONG:
        return lengths[0] > 1 or digits[1] in "27"
    if lengths == _LANDLINE:  # (02) 6371 0261, but not "07 2024 2025"
        return len(digits) == _SHORT and _YEARS.fullmatch(digits, 2) is None
    if len(digits) == _SHORT:
        return lengths in _GROUPS or (lengths == _PAIRS and digits != "0102030405")
    return lengths in _TWO_GROUPS


def has_area_in_brackets(text: str, figures: Figures) -> bool:
    """Whether it begins "(06506) ...": no other number does."""
    area = figures.start + figures.lengths[0]
    bracketed = text[figures.start - 1 : figures.start] == "(" and text[area : area + 1] == ")"
    return bracketed and figures.digits[0] == "0" and figures.digits[1] != "0" and len(figures.lengths) > 1


def are_times(figures: Figures) -> bool:
    """Whether it begins with a shift: 0800-2000."""
    begins = (figures.digits[:4], figures.digits[4:8])
    return figures.lengths[:2] == (4, 4) and all(map(_TIME.fullmatch, begins))


def is_american(written: str, figures: Figures) -> bool:
    """Whether it is 212-555-0123, with a mark between: with spaces alone it may be anything."""
    digits, lengths = figures.digits, figures.lengths
    if lengths[0] == 1 and digits[0] == "1":
        digits, lengths = digits[1:], lengths[1:]
    shaped = lengths == (3, 3, 4) and _AREA.fullmatch(digits) is not None
    return shaped and any(mark in written for mark in "-.)") and not _ROUND.fullmatch(written)


@lru_cache(maxsize=256)
def is_callable(digits: str) -> bool:
    """Whether these digits after a plus sign can be called; asked of the library."""
    import phonenumbers  # noqa: PLC0415 - it costs 50 ms, and most messages hold no number

    if len(digits) < _LEAST_ABROAD:
        return False
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse("+" + digits))
    except phonenumbers.NumberParseException:
        return False
