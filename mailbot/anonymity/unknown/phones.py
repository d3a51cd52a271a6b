"""Telephone numbers of any country, and the short numbers behind "bleep" and "ext".

Most candidates are decided by their shape; only those with a country code are given to `phonenumbers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mailbot.anonymity.figures import Figures, runs
from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain

_BEFORE = 48  # characters that a cue is looked for in
_LINK_WORDS = (
    r"(?:me|us|him|her|them|my|the|a|an|on|at|is|are|was|no|nr|num|number|numbers|via|by|using|direct|line|it|its|it's"
    r"|s|to|any|time|anytime|this|new|old|own|work|home|personal|uk|if|needed|urgent|or|and|here|instead|later|please)"
)
_CUE = re.compile(
    r"(?:(?<![a-z])(?:tel|telephone|phone|phoned|phones|fone|mobile|mob|cell|cellphone|ring|rang|text|texts|txt|sms|fax"
    r"|whatsapp|whats app|signal|telegram|viber|facetime|dial|landline|switchboard|voicemail|hotline|reach|contact"
    r"|my number|his number|her number|their number|the number|numbers|call(?<!on call)(?<!on-call)|calling|message"
    r"|get (?:hold of )?me|bleep|pager|dect|ext|extn|extension|direct dial|ddi|tlf|handy|rufnummer|telefon|teléfono"
    r"|téléphone)(?:['’]s)?|(?<![\w.])[tmp]\s?:|\u260e|\u2706|\u2121)"
    rf"(?:[\s:.#=*'’\"(,_–-]{{1,4}}{_LINK_WORDS}(?![a-z])){{0,6}}[\s:.#=*'’\"(\[,_+-]{{0,6}}$"
)
_NOT_PHONE = re.compile(
    r"(?<![a-z])(?:isbn|issn|order|invoice|pmid|pmcid|doi|nct|iban|account|sort code|gmc|nmc|gphc|gdc|hcpc|nhs|chi|mrn"
    r"|h&c|hospital|hosp|patient|unit|trial|ethics|rec|project|application|tracking|parcel|booking|receipt|serial"
    r"|version|grant|licen[cs]e|policy|ticket|incident|datix|case|sample|lab|ref|reference|orcid|isrctn|batch|lot"
    r"|catalogue|candidate)(?:[\s:.#=-]{1,3}(?:no|nr|num|number|id|is|ref|reference|code)){0,3}[\s:.#=(-]{0,3}$"
)
_DATE = re.compile(
    r"(?:(?:0[1-9]|[12]\d|3[01])(?P<mark>[ ./-]{1,3})(?:0?[1-9]|1[0-2])(?P=mark)(?:19|20)?\d\d(?!\d)"
    r"|(?:19|20)\d\d-\d\d-\d\d(?!\d))(?!(?P=mark)\d\d(?P=mark)\d\d(?!\d))"
)
_DECIMAL = re.compile(r"0\.\d+(?![\d.-])")
_TRUNK = re.compile(r"[(\[]\s?0\s?[)\]]")
_BRITISH, _MOBILE, _ABROAD = 11, 10, 12
_LEAST_ABROAD = 8
_FEWEST, _MOST = 6, 15  # digits; ITU-T E.164
_GROUPS = frozenset(
    {(10,), (5, 5), (4, 6), (4, 3, 3), (6, 4), (3, 7), (3, 3, 4), (3, 4, 3), (2, 8), (2, 4, 4), (5, 3, 2), (5, 2, 3)}
)
_PAIRS = (2, 2, 2, 2, 2)
_MOBILE_GROUPS = frozenset({(4, 6), (4, 3, 3), (5, 5), (4, 2, 2, 2), (3, 3, 4), (3, 7), (2, 2, 2, 2, 2)})
_MINUTES, _HOURS = 60, 24
_AREA = re.compile(r"[2-9]\d\d[2-9]\d{6}")


def phones(plain: Plain) -> Iterator[Seen]:
    """Every telephone number in the text."""
    text = _with_zeros(plain.low)
    for run in runs(text):
        done = 0
        for first, (start, _) in enumerate(run.groups):
            if start >= done and (first == 0 or _may_begin(text, start)):
                for figures in run.rows(text, first, fewest=_FEWEST, most=_MOST):
                    if _is_phone(text, figures):
                        done = figures.end
                        yield Seen(kind="phone", start=_start(text, start), end=done)
                        break


def _may_begin(text: str, start: int) -> bool:
    """Whether a number may begin there in the middle of other figures."""
    return text[start] in "047" or text[start - 1] in "+(" or _AMERICAN.match(text, start) is not None


_AMERICAN = re.compile(r"[2-9]\d\d\D{1,2}[2-9]\d\d\D\d{4}(?!\d)")


def _with_zeros(low: str) -> str:
    """The text with a nought where somebody typed the letter: "O7700 9OO 123"."""
    if _LETTER_BESIDE.search(low):
        return _LETTERS_O.sub(lambda letters: "0" * len(letters[0]), low)
    return low


_LETTER_BESIDE = re.compile(r"[0-9]o|o[0-9]")
_LETTERS_O = re.compile(r"(?<=[0-9])o{1,4}(?![a-z])|(?<![a-z])o(?=[0-9])")


def _start(text: str, start: int) -> int:
    """Where the number begins with its plus sign and bracket."""
    while start and text[start - 1] in "+([":
        start -= 1
    return start


def _is_phone(text: str, figures: Figures) -> bool:
    before = text[max(0, figures.start - _BEFORE) : figures.start]
    if before[-1:] == "." and before[-2:-1].isdigit():
        return False
    if before[-1:].isalpha() and _CUE.search(before) is None:  # "tel07700 900123"
        return False
    written = text[figures.start : figures.end]
    if _DATE.match(written) or _DECIMAL.fullmatch(written):
        return False
    plus = before.rstrip("([ ")[-1:] == "+"
    if plus or figures.digits.startswith("00"):
        digits = _TRUNK.sub("", written) if plus else _TRUNK.sub("", written)[2:]
        return _is_abroad("".join(filter(str.isdigit, digits)))
    if _is_british(figures) or _is_american(written, figures):
        return figures.digits.startswith("07") or _NOT_PHONE.search(before) is None
    return _CUE.search(before) is not None and _fits_cue(written, figures)


def _is_british(figures: Figures) -> bool:
    """Whether the digits alone say so: 07700 900123, 020 7946 0123, 44 7700 900123, 7700 900123."""
    digits, lengths = figures.digits, figures.lengths
    if digits.startswith("440"):
        digits, lengths = "44" + digits[3:], lengths[1:]
    if digits.startswith("44") and len(digits) == _ABROAD:
        return digits[2] in "12378"
    if digits[0] == "7" and len(digits) == _MOBILE:
        return digits[1] in "1345789" and lengths in _MOBILE_GROUPS
    if digits[0] != "0" or digits[1] not in "1235789":
        return False
    if max(lengths) == 1:
        return len(digits) == _BRITISH and digits[:4] != "0123"
    if _are_times(digits, lengths):
        return False
    if len(digits) == _BRITISH:
        return lengths[0] > 1 or digits[1] in "27"
    return len(digits) == _MOBILE and (lengths in _GROUPS or (lengths == _PAIRS and digits != "0102030405"))


def _are_times(digits: str, lengths: tuple[int, ...]) -> bool:
    """Whether it begins with a shift: 0800-2000."""
    first, second = digits[:4], digits[4:8]
    return lengths[:2] == (4, 4) and all(
        int(time[:2]) <= _HOURS and int(time[2:]) < _MINUTES for time in (first, second)
    )


def _is_american(written: str, figures: Figures) -> bool:
    digits, lengths = figures.digits, figures.lengths
    if lengths[0] == 1 and digits[0] == "1":
        digits, lengths = digits[1:], lengths[1:]
    return lengths == (3, 3, 4) and _AREA.fullmatch(digits) is not None and any(mark in written for mark in "-.)")


def _fits_cue(written: str, figures: Figures) -> bool:
    """Whether a number after "call me on" can be one: no year span, no thousands, no time of day."""
    if figures.digits in ("08001111",) or _THOUSANDS.fullmatch(written) or _YEARS.fullmatch(written):
        return False
    return not _are_times(figures.digits, figures.lengths)


_THOUSANDS = re.compile(r"\d{1,3}(?:[ ,]000){1,3}")
_YEARS = re.compile(r"(?:19|20)\d\d\s?[-/]\s?(?:19|20)\d\d")


@lru_cache(maxsize=256)
def _is_abroad(digits: str) -> bool:
    """Whether these digits after a plus sign can be called; asked of the library."""
    import phonenumbers  # noqa: PLC0415 - it costs 50 ms, and most messages hold no number

    if not _LEAST_ABROAD <= len(digits):
        return False
    try:
        return bool(phonenumbers.is_possible_number(phonenumbers.parse("+" + digits)))
    except phonenumbers.NumberParseException:
        return False
