"""NHS numbers, CHI numbers (Scotland) and Health and Care numbers (Northern Ireland): ten digits with a check digit.

Source: NHS Data Dictionary, "NHS number" (modulus 11); Public Health Scotland, "CHI number" (begins with the birth date).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.figures import Figures, runs
from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain

_DIGITS = 10
_FEWEST, _MOST = 9, 11  # digits of one that is miswritten
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
    text = plain.low
    for run in runs(text):
        done = 0
        for first, (start, _) in enumerate(run.groups):
            if start < done:
                continue
            for figures in run.rows(text, first, fewest=_FEWEST if first == 0 else _DIGITS, most=_MOST):
                if seen := _seen(text, figures):
                    done = figures.end
                    yield seen
                    break


def _seen(text: str, figures: Figures) -> Seen | None:
    ten = len(figures.digits) == _DIGITS
    if len(set(figures.digits)) == 1 or text[max(0, figures.start - 2) : figures.start].strip("0123456789") == ".":
        return None
    valid = ten and _is_valid(figures.digits)
    before = text[max(0, figures.start - _BEFORE) : figures.start]
    named = _NAMED.search(before)
    kind = "chi_number" if named and _CHI.search(named[0]) else "nhs_number"
    if named:
        return Seen(kind=kind, start=figures.start, end=figures.end, firm=valid)
    if not valid or not _stands_apart(text, figures) or _NOT.search(before):
        return None
    birth = _begins_with_date(figures.digits)
    if "," in text[figures.start : figures.end] or figures.lengths not in (_CHI_SHAPES if birth else _SHAPES):
        return None
    around = before + " " + text[figures.end : figures.end + _AFTER]
    kind = "chi_number" if birth and _CHI.search(around) else "nhs_number"
    return Seen(kind=kind, start=figures.start, end=figures.end, firm=_CONTEXT.search(around) is not None)


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
