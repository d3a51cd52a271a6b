"""NHS numbers, CHI numbers (Scotland) and Health and Care numbers (Northern Ireland): ten digits with a check digit.

Source: NHS Data Dictionary, "NHS number" (modulus 11); Public Health Scotland, "CHI number" (begins
with the date of birth).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.cues import behind
from mailbot.anonymity.figures import Figures, runs
from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain
from mailbot.anonymity.unknown.phones import with_zeros
from mailbot.anonymity.unknown.spoken import SAID, digits_of

_DIGITS = 10
_FEWEST, _MOST = 9, 11  # digits of one that is miswritten
_DIGIT = re.compile(r"[0-9]")
_SCALE = frozenset("12345")
_NAMES_IT = re.compile(r"(?:nhs|chi|h&c)(?:\s(?:number|no\.?|num))?(?:\sis)?[\s:,-]{1,3}")
_MODULUS = 11
_BEFORE, _AFTER = 80, 40
_NAMED = re.compile(
    r"(?<![a-z])(?:nhs|n\.h\.s|h ?& ?c|hcn|health (?:and|&) (?:social )?care|chi|community health index)(?![a-z])"
    r"(?:[\s.:#=*(-]{0,3}(?:no|nr|num|number|numbers|id|is|was|patient|of|the|for|this|his|her|their|pt)(?![a-z])){0,6}"
    r"[\s.:#=*(\[-]{0,6}$"
)
_CHI = re.compile(r"(?<![a-z])(?:chi|community health index)(?![a-z])")
_CONTEXT = re.compile(
    r"(?<![a-z])(?:nhs|n\.h\.s|patients?|pts?|hospital|hosp|mrn|dob|d\.o\.b|birth|born|chi|h ?& ?c|hcn|ward|bed"
    r"|admitted|admission|discharged|referral|referred|clinic|notes|diagnos\w{0,6}|lady|gentleman"
    r"|mr|mrs|ms|miss|unit number"
    r"|theatre|operation|surgery|year.old|yo|y/o|results?|bloods|scan|ct|mri|medical record|casenote)(?![a-z])"
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
    text = with_zeros(plain.low)
    yield from _spoken(plain.low)
    for run in runs(text):
        done = 0
        for first, (start, _) in enumerate(run.groups):
            row = next(run.rows(text, first, fewest=_DIGITS, most=_DIGITS), None) if start >= done else None
            if row and _is_valid(row.digits) and (seen := _valid(text, row)):
                done = row.end
                yield seen
        if not done and (row := next(run.rows(text, 0, fewest=_FEWEST, most=_MOST), None)):
            yield from _miswritten(text, row)


def _spoken(low: str) -> Iterator[Seen]:
    """The number said in words, behind the words that name it."""
    for cue in behind(_NAMES_IT, low, "nhs", "chi", "h&c"):
        said = SAID.match(low, cue.end())
        digits = digits_of(said[0]) if said else ""
        if said and _FEWEST <= len(digits) <= _MOST and not said[0][-1].isdigit():
            firm = len(digits) == _DIGITS and _is_valid(digits)
            yield Seen(kind=_kind(cue[0]), start=said.start(), end=said.end(), firm=firm)


def _valid(text: str, row: Figures) -> Seen | None:
    """The number with its check digit in what stands around it; None where that says that it is something else."""
    solid = len(row.lengths) == 1 or "." in text[row.start : row.end]
    if solid and text[max(0, row.start - 2) : row.start].strip("0123456789") == ".":  # a fraction; not "1.943 476 5919"
        return None
    before = text[max(0, row.start - _BEFORE) : row.start]
    if named := _NAMED.search(before):
        return Seen(kind=_kind(named[0]), start=row.start, end=row.end, firm=True)
    birth = _begins_with_date(row.digits)
    if row.digits[0] in "012" and not birth:  # never issued
        return None
    shaped = "," not in text[row.start : row.end] and row.lengths in (_CHI_SHAPES if birth else _SHAPES)
    if not shaped or _are_ratings(text, row) or not _stands_apart(text, row) or _NOT.search(before):
        return None
    around = before + " " + text[row.end : row.end + _AFTER]
    kind = _kind(around) if birth else "nhs_number"
    return Seen(kind=kind, start=row.start, end=row.end, firm=_CONTEXT.search(around) is not None)


def _miswritten(text: str, row: Figures) -> Iterator[Seen]:
    """The number as it was typed, where the words before it say that it is one."""
    named = _NAMED.search(text, max(0, row.start - _BEFORE), row.start)
    if named and len(set(row.digits)) > 1:
        yield Seen(kind=_kind(named[0]), start=row.start, end=row.end)


def _kind(words: str) -> str:
    return "chi_number" if _CHI.search(words) else "nhs_number"


def _are_ratings(text: str, row: Figures) -> bool:
    """Whether it is a row of single figures as of a questionnaire: all up to five, or with one mark and another."""
    if max(row.lengths) > 1:
        return False
    marks = set(_DIGIT.split(text[row.start + 1 : row.end - 1]))
    return len(marks) > 1 or set(row.digits) <= _SCALE


def _stands_apart(text: str, figures: Figures) -> bool:
    """Whether neither a letter nor a plus sign touches it."""
    before, after = text[figures.start - 1 : figures.start], text[figures.end : figures.end + 1]
    return not (before.isalpha() or before == "+" or after.isalpha())


def _is_valid(digits: str) -> bool:
    """Whether the tenth is the check digit of the nine before it, and not all are the same.

    >>> _is_valid("9434765919"), _is_valid("9434765918")
    (True, False)
    """
    if len(set(digits)) == 1:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(_DIGITS, 1, -1), strict=False))
    return -total % _MODULUS == int(digits[-1])


def _begins_with_date(digits: str) -> bool:
    return 1 <= int(digits[:2]) <= _DAYS and 1 <= int(digits[2:4]) <= _MONTHS
