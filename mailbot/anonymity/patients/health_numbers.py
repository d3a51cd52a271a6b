"""NHS numbers, CHI numbers (Scotland) and Health and Care numbers (Northern Ireland): ten digits with a check digit.

Source: NHS Data Dictionary, "NHS number" (modulus 11); Public Health Scotland, "CHI number" (begins with the birth date).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.figures import Figures, windows
from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain

_DIGITS = 10
_MODULUS = 11
_BEFORE, _AFTER = 80, 40
_NAMED = re.compile(
    r"(?<![a-z])(?:nhs|n\.h\.s|h ?& ?c|hcn|health (?:and|&) (?:social )?care|chi|community health index)(?![a-z])"
    r"(?:[\s.:#=*(-]{0,3}(?:no|nr|num|number|numbers|id|is|was|patient|of|the|for|this|his|her|their|pt)(?![a-z])){0,6}"
    r"[\s.:#=*(\[-]{0,6}$"
)
_CHI = re.compile(r"(?<![a-z])(?:chi|community health index)(?![a-z])")
_CONTEXT = re.compile(
    r"(?<![a-z])(?:nhs|n\.h\.s|patients?|pts?|hospital|hosp|mrn|dob|d\.o\.b|birth|born|chi|h ?& ?c|hcn|ward|bed|admitted"
    r"|admission|discharged|referral|referred|clinic|notes|diagnos\w{0,6}|lady|gentleman|mr|mrs|ms|miss|unit number"
    r"|theatre|operation|surgery|year.old|yo|y/o|results?|bloods|scan|ct|mri|medical record|casenote|case note)(?![a-z])"
)
_NOT = re.compile(
    r"(?<![a-z])(?:isbn|issn|order|invoice|pmid|doi|tracking|parcel|booking|account|serial|grant|policy|ticket"
    r"|receipt|tel|telephone|phone|mobile|call|ring|fax|whatsapp)(?:[\s.:#=-]{1,3}(?:no|num|number|id|is|ref|me|on)){0,3}"
    r"[\s.:#=(+-]{0,3}$"
)
_SHAPES = frozenset({(10,), (3, 3, 4), (3, 7), (6, 4), (5, 5), (4, 3, 3), (3, 4, 3), (4, 6), (7, 3), (1,) * 10})
_CHI_SHAPES = _SHAPES | {(2, 2, 2, 4), (2, 2, 2, 2, 2), (2, 2, 6)}
_MONTHS, _DAYS = 12, 31


def health_numbers(plain: Plain) -> Iterator[Seen]:
    """Every number of a patient; without any context a valid one is soft, and so is one that is miswritten."""
    text, done = plain.low, 0
    for figures in windows(text, most=11, fewest=9):
        if figures.start < done or len(set(figures.digits)) == 1:
            continue
        if seen := _seen(text, figures):
            done = figures.end
            yield seen


def _seen(text: str, figures: Figures) -> Seen | None:
    before, written = text[max(0, figures.start - _BEFORE) : figures.start], text[figures.start : figures.end]
    if before[-1:] == "." and before[-2:-1].isdigit():
        return None
    named = _NAMED.search(before)
    kind = "chi_number" if named and _CHI.search(named[0]) else "nhs_number"
    if len(figures.digits) == _DIGITS and _is_valid(figures.digits):
        birth = _begins_with_date(figures.digits)
        shaped = "," not in written and figures.lengths in (_CHI_SHAPES if birth else _SHAPES)
        around = before + " " + text[figures.end : figures.end + _AFTER]
        context = _CONTEXT.search(around) is not None
        if named or (shaped and _stands_apart(text, figures) and not _NOT.search(before)):
            if not named and birth and _CHI.search(around):
                kind = "chi_number"
            return Seen(kind=kind, start=figures.start, end=figures.end, firm=context or named is not None)
        return None
    return Seen(kind=kind, start=figures.start, end=figures.end) if named else None


def _stands_apart(text: str, figures: Figures) -> bool:
    """Whether neither a letter nor a plus sign touches it."""
    before, after = text[figures.start - 1 : figures.start], text[figures.end : figures.end + 1]
    return not (before.isalpha() or before == "+" or after.isalpha())


def _is_valid(digits: str) -> bool:
    """Whether the tenth is the check digit of the nine before it.

    >>> _is_valid("9434765919"), _is_valid("9434765918")
    (True, False)
    """
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(_DIGITS, 1, -1), strict=False))
    return -total % _MODULUS == int(digits[-1])


def _begins_with_date(digits: str) -> bool:
    return 1 <= int(digits[:2]) <= _DAYS and 1 <= int(digits[2:4]) <= _MONTHS
