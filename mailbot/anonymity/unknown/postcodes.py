"""Postcodes of the United Kingdom, in capitals or not, with a space or without where nothing else is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain

# Royal Mail, "Programmer's guide": A9 9AA, A99 9AA, AA9 9AA, AA99 9AA, A9A 9AA, AA9A 9AA.
_INWARD = re.compile(r"[0-9][abd-hjlnp-uw-z]{2}(?![a-z0-9])")
_OUTWARD = re.compile(r"(?<![a-z0-9])(?P<area>[a-z]{1,2})(?P<district>[0-9][0-9a-hjkmnp-y]?)(?P<gap>[\s-]{0,2})$")
_GIRO = re.compile(r"(?<![a-z0-9])gir\s{0,2}0aa(?![a-z0-9])|(?<![a-z0-9])bfpo\s?\d{1,4}(?![a-z0-9])")
_NAMES_OF_AREAS = """
ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gl gu
gy ha hd hg hp hr hs hu hx ig im ip iv ja je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa
pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv
yo ze
"""
_AREAS = frozenset(_NAMES_OF_AREAS.split())
# What is more often a number with its unit, where the writer uses small letters: "B12 1st", "m25 2hr".
_UNITS = frozenset(
    {"st", "nd", "rd", "th", "hr", "yr", "ug", "pt", "pu", "bd", "ds", "qd", "xs", "ng", "ft", "wt", "by"}
)
_CUE = re.compile(r"(?:post ?code|zip|address|live|living|road|street|avenue|lane|sat ?nav|directions?)[^.\n]{0,40}$")
_SURE_LENGTH = 6
_OUTWARD_REACH = 7  # characters before the inward part: a letter more than an outward part and its gap
_WHOLE = 4  # "dn55" is no measure
_ORDINAL = re.compile(r"1st|2nd|3rd|[4-90]th")


def postcodes(plain: Plain) -> Iterator[Seen]:
    """Every postcode in the text."""
    low = plain.low
    for inward in _INWARD.finditer(low):
        outward = _OUTWARD.search(low, max(0, inward.start() - _OUTWARD_REACH), inward.start())
        if outward and outward["area"] in _AREAS and _is_meant(plain, outward, inward):
            yield Seen(kind="postcode", start=outward.start(), end=inward.end())
    if "gir" in low or "bfpo" in low:
        for match in _GIRO.finditer(low):
            yield Seen(kind="postcode", start=match.start(), end=match.end())


def _is_meant(plain: Plain, outward: re.Match[str], inward: re.Match[str]) -> bool:
    written = plain.text[outward.start() : inward.end()]
    cued = _CUE.search(plain.low, max(0, outward.start() - 60), outward.start()) is not None
    if not (written.isupper() or cued) and _is_measure(outward, inward):
        return False
    if outward["gap"]:
        spaced = outward["gap"] != "-" or written.isupper()
        return spaced and (written.isupper() or cued or len(written) >= _SURE_LENGTH)
    return cued or len(written) >= _SURE_LENGTH or (written.isupper() and inward[0][1:] not in _UNITS)


def _is_measure(outward: re.Match[str], inward: re.Match[str]) -> bool:
    """Whether it may as well be "ward b33 8th floor" or "m25 2hr"."""
    if _ORDINAL.fullmatch(inward[0]):
        return True
    return inward[0][1:] in _UNITS and len(outward["area"] + outward["district"]) < _WHOLE
