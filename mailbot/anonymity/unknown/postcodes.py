"""Postcodes of the United Kingdom, in capitals or not, with a space or without where nothing else is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain

# Royal Mail, "Programmer's guide": A9 9AA, A99 9AA, AA9 9AA, AA99 9AA, A9A 9AA, AA9A 9AA.
_POSTCODE = re.compile(
    r"(?<![a-z0-9])(?P<area>[a-z]{1,2})(?P<district>[0-9][0-9a-hjkmnp-y]?)(?P<gap>[\s-]{0,2})"
    r"(?P<inward>[0-9][abd-hjlnp-uw-z]{2})(?![a-z0-9])"
)
_GIRO = re.compile(r"(?<![a-z0-9])gir\s{0,2}0aa(?![a-z0-9])|(?<![a-z0-9])bfpo\s?\d{1,4}(?![a-z0-9])")
_AREAS = frozenset(
    (
        "ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy"
        " g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv ja je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn"
        " np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw"
        " ub w wa wc wd wf wn wr ws wv yo ze"
    ).split()
)
# What is more often a number with its unit, where the writer uses small letters: "B12 1st", "m25 2hr".
_UNITS = frozenset(
    {"st", "nd", "rd", "th", "hr", "yr", "ug", "pt", "pu", "bd", "ds", "qd", "xs", "ng", "ft", "wt", "by"}
)
_CUE = re.compile(r"(?:post ?code|zip|address|live|living|road|street|avenue|lane|sat ?nav|directions?)[^.\n]{0,40}$")
_SURE_LENGTH = 6
_WHOLE = 4  # "dn55" is no measure
_ORDINAL = re.compile(r"1st|2nd|3rd|[4-90]th")


def postcodes(plain: Plain) -> Iterator[Seen]:
    """Every postcode in the text."""
    low = plain.low
    for match in _POSTCODE.finditer(low):
        if match["area"] in _AREAS and _is_meant(plain, match):
            yield Seen(kind="postcode", start=match.start(), end=match.end())
    if "gir" in plain.words or "gir0aa" in plain.words or "bfpo" in low:
        for match in _GIRO.finditer(low):
            yield Seen(kind="postcode", start=match.start(), end=match.end())


def _is_meant(plain: Plain, match: re.Match[str]) -> bool:
    written = plain.text[match.start() : match.end()]
    cued = _CUE.search(plain.low, max(0, match.start() - 60), match.start()) is not None
    if not (written.isupper() or cued) and _is_measure(match):
        return False
    if match["gap"]:
        spaced = match["gap"] != "-" or written.isupper()
        return spaced and (written.isupper() or cued or len(written) > _SURE_LENGTH)
    return cued or len(written) >= _SURE_LENGTH


def _is_measure(match: re.Match[str]) -> bool:
    """Whether it may as well be "ward b33 8th floor" or "m25 2hr"."""
    if _ORDINAL.fullmatch(match["inward"]):
        return True
    return match["inward"][1:] in _UNITS and len(match["area"] + match["district"]) < _WHOLE
