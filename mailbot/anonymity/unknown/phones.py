"""Telephone numbers of any country, and the short numbers behind "bleep" and "ext".

Most candidates are decided by their shape; only those with a country code are given to `phonenumbers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.figures import Figures, Run, runs
from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain
from mailbot.anonymity.unknown.phone_shapes import are_times, has_area_in_brackets, is_american, is_british, is_callable

_BEFORE = 48  # characters that a cue is looked for in
_LINK_WORDS = (
    r"(?:me|us|him|her|them|my|the|a|an|on|at|is|are|was|no|nr|num|number|via|by|using|direct|line|it|its|it's"
    r"|s|to|any|time|anytime|this|new|old|own|work|home|personal|uk|if|needed|urgent|or|and|here|instead|later|please)"
)
_CUE = re.compile(
    r"(?:(?<![a-z])(?:tel|telephone|phone|phoned|phones|fone|mobile|mob|cell|cellphone|ring|rang|text|texts|txt|sms|fax"
    r"|whatsapp|whats app|signal|telegram|viber|facetime|dial|landline|switchboard|voicemail|hotline|reach|contact"
    r"|(?:my|his|her|their)(?: [a-z]+){0,2} number|call(?<!on call)(?<!on-call)|calling|message"
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
_FEWEST, _MOST = 6, 15  # digits; ITU-T E.164
_NATIONAL = (9, 13)  # 044 123456, 44 (0) 7700 900123
_SIGNS = 4
_MOBILE = 11
_EXTENSION = re.compile(r"[ ,]{0,2}(?:x|#|ext|extn|extension)[.: ]{0,2}\d{2,6}(?!\d)")
_CHILDLINE = "08001111"
_THOUSANDS = re.compile(r"\d{1,3}(?:[ ,]000){1,3}")
_YEARS = re.compile(r"(?:19|20)\d\d\s?[-/]\s?(?:19|20)\d\d")
_AMERICAN = re.compile(r"[2-9]\d\d\D{1,2}[2-9]\d\d\D\d{4}(?!\d)")
_LETTER_BESIDE = re.compile(r"[0-9]o|o[0-9]")
_LETTERS_O = re.compile(r"(?<=[0-9])o{1,4}(?![a-z])|(?<![a-z])o(?=[0-9])")


def phones(plain: Plain) -> Iterator[Seen]:
    """Every telephone number in the text."""
    text = with_zeros(plain.low)
    for run in runs(text):
        yield from _in_run(text, run)


def _in_run(text: str, run: Run) -> Iterator[Seen]:
    begin = run.groups[0][0]
    cued = _CUE.search(text, max(0, begin - _BEFORE), begin) is not None
    done = 0
    for first, (start, _) in enumerate(run.groups):
        if start < done or not (first == 0 or _may_begin(text, start)):
            continue
        if first and run.is_spaced_out(first):
            continue
        any_length = first == 0 or text[start - 1] in "+(" or text.startswith("00", start)
        fewest, most = (_FEWEST, _MOST) if any_length else _NATIONAL
        for figures in run.rows(text, first, fewest=fewest, most=most):
            if _is_phone(text, figures, cued=cued and first == 0):
                done = figures.end
                yield Seen(kind="phone", start=_start(text, start, done), end=_end(text, done))
                break


def _may_begin(text: str, start: int) -> bool:
    """Whether a number may begin there in the middle of other figures."""
    return text[start] in "047" or text[start - 1] in "+(" or _AMERICAN.match(text, start) is not None


def with_zeros(low: str) -> str:
    """The text with a nought where somebody typed the letter: "O7700 9OO 123"."""
    if _LETTER_BESIDE.search(low):
        return _LETTERS_O.sub(lambda letters: "0" * len(letters[0]), low)
    return low


def _start(text: str, start: int, end: int) -> int:
    """Where the number begins with its plus sign and bracket; a bracket that closes after it is not its own."""
    before = text[max(0, start - _SIGNS) : start]
    own = "+([" if ")" in text[start:end] or "]" in text[start:end] else "+"
    return start - len(before) + len(before.rstrip(own))


def _end(text: str, end: int) -> int:
    """Where it ends with its extension: 020 7946 0123 x12."""
    extension = _EXTENSION.match(text, end)
    return extension.end() if extension else end


def _is_phone(text: str, figures: Figures, *, cued: bool) -> bool:
    before = text[max(0, figures.start - _BEFORE) : figures.start]
    written = text[figures.start : figures.end]
    plus = before.rstrip("([ ")[-1:] == "+"
    if plus or figures.digits.startswith("00"):
        digits = "".join(filter(str.isdigit, _TRUNK.sub("", written)))
        fits = is_callable(digits if plus else digits[2:])
    elif is_british(figures) or is_american(written, figures) or has_area_in_brackets(text, figures):
        fits = figures.digits.startswith("07") or _NOT_PHONE.search(before) is None
    else:
        fits = cued and _fits_cue(written, figures)
    # A letter touches it only in "tel07700 900123".
    mobile = (
        figures.digits.startswith("07") and len(figures.digits) == _MOBILE
    )  # also as item 1 of a list: "1.07700 ..."
    return fits and (cued or not before[-1:].isalpha()) and (mobile or not _is_date_or_decimal(before, written))


def _is_date_or_decimal(before: str, written: str) -> bool:
    within = before[-2:].strip("0123456789") == "."
    return within or _DATE.match(written) is not None or _DECIMAL.fullmatch(written) is not None


def _fits_cue(written: str, figures: Figures) -> bool:
    """Whether a number after "call me on" can be one: no year span, no thousands, no time of day."""
    if figures.digits == _CHILDLINE or _THOUSANDS.fullmatch(written) or _YEARS.fullmatch(written):
        return False
    return not are_times(figures)
