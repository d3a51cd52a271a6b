"""Numbers in a professional register: GMC, NMC, and others behind their cue (GDC, GPhC, HCPC, training numbers)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.cues import before, behind
from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain

_SEVEN = r"[0-9](?:[ .-]?[0-9]){6}(?![0-9])"
_GMC = re.compile(rf"(?:gmc|g\.m\.c\.?|general medical council)[^0-9]{{0,48}}?(?P<number>[c]?{_SEVEN})")
_GMC_AFTER = re.compile(
    rf"(?<![0-9])(?P<number>{_SEVEN})[ )\-,:;]{{0,3}}(?:is (?:my|his|her|the) )?[(\[]?(?:gmc|g\.m\.c)"
)
_NMC = re.compile(r"[0-9]{2}[a-l][0-9]{4}[a-z](?![a-z0-9])")
_NMC_CUED = re.compile(
    r"(?:nmc|nursing and midwifery council|pin)[^0-9]{1,48}?"
    r"(?P<number>[0-9]{2}[ -]?[a-l][ -]?[0-9]{4}[ -]?[a-z])(?![a-z0-9])"
)
_NUMBER = r"(?:no|nr|num|number|id|is|reg|registration|ref|reference|membership|card|my|code)(?![a-z])"
_LINK = rf"(?:[\s.:#=/-]{{1,3}}{_NUMBER}){{0,4}}"
_VALUE = (
    r"[\s.:#=(/-]{1,4}(?P<number>[a-z]{0,3}[ /-]?[0-9](?:[ /-]?[0-9]){3,20}(?:[a-z](?![0-9a-z])|/[a-z])?)(?![0-9a-z])"
)
_OTHERS = re.compile(
    r"(?:gdc|gphc|imc|irish medical council|goc|gcc|gosc|hcpc|psni|rcvs|social work england|ntn"
    r"|(?:national )?training number|mcr(?:n| number)|orcid|mdu|mps"
    r"|mddus|performers list (?:no|number)|smartcard (?:no|number|id)|esr (?:no|number|id)|payroll (?:no|number|id)"
    r"|employee (?:no|number|id)|staff (?:no|number|id)|assignment (?:no|number)|national insurance (?:no|number)|nino"
    rf"|passport (?:no|number)){_LINK}{_VALUE}"
)
_ORCID = re.compile(r"0000-000[0-9]-[0-9]{4}-[0-9]{3}[0-9x](?![0-9x])")
_REACH = 32
_STEMS = (
    "gdc",
    "imc",
    "irish medical",
    "gphc",
    "goc",
    "gcc",
    "gosc",
    "hcpc",
    "psni",
    "rcvs",
    "social work",
    "ntn",
    "national",
    "training number",
    "mcr",
    "orcid",
)
_STEMS_TOO = (
    "mdu",
    "mps",
    "mddus",
    "performers",
    "smartcard",
    "esr",
    "payroll",
    "employee",
    "staff",
    "assignment",
    "nino",
    "passport",
)


def registrations(plain: Plain) -> Iterator[Seen]:
    """Every number of a register in the text."""
    low = plain.low
    for match in behind(_GMC, low, "gmc", "g.m.c", "general medical council"):
        yield _number("gmc_number", match)
    for match in before(_GMC_AFTER, low, _REACH, "gmc", "g.m.c"):
        yield _number("gmc_number", match)
    for pin in _NMC.finditer(low):
        if not low[max(0, pin.start() - 1) : pin.start()].isalnum():
            yield Seen(kind="nmc_number", start=pin.start(), end=pin.end())
    for match in behind(_NMC_CUED, low, "nmc", "nursing and midwifery", "pin"):
        yield _number("nmc_number", match)
    for match in behind(_OTHERS, low, *_STEMS, *_STEMS_TOO):
        yield _number("registration_number", match)
    if "0000-000" in low:
        for match in _ORCID.finditer(low):
            yield Seen(kind="registration_number", start=match.start(), end=match.end())


def _number(kind: str, match: re.Match[str]) -> Seen:
    return Seen(kind=kind, start=match.start("number"), end=match.end("number"))
