"""A patient called by name: "patient Smith", "my patient Mrs Jones", "Mr Patel, a patient", "JB, 54, bed 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.cues import places
from mailbot.anonymity.finding import Seen
from mailbot.anonymity.patients.not_names import NOT_NAMES
from mailbot.anonymity.plain import Plain

_MISTER = r"(?:M(?:r|rs|s|iss|x|aster|ister|R|RS|S|ISS)|mr|mrs|miss|Sir|Lady|Lord|Baby|Herr|Frau)\b\.?"
_TITLE = rf"(?:{_MISTER}|(?:Dr|Prof|Professor|Rev)\b\.?)"
_PARTICLE = r"(?:(?:van|von|de|da|di|du|del|della|dos|al|el|la|le|der|den|bin|ibn|St\.?) ?){0,2}"
_NAME = rf"{_PARTICLE}(?:(?:Mc|Mac|O'|D')?[A-Z][a-z]+(?:[-'][A-Z][a-z]+)?|[A-Z]{{3,}}(?:[-'][A-Z]{{2,}})?)"
_INITIAL = r"(?:[A-Z]\.?\s?){1,3}(?=[A-Z][a-z])"
_TITLED_NAME = rf"{_TITLE}\s{{1,2}}(?:{_INITIAL})?{_NAME}(?:\s{_NAME})?"
_FULL = rf"(?:{_TITLE}\s{{1,2}})?(?:{_INITIAL})?{_NAME}(?:,?\s{{1,2}}{_NAME}){{0,2}}"
_PATIENT = r"(?:(?:[Pp]atient(?:s|in|en|innen)?|PATIENTS?)\b|(?:[Pp]ts?|PTS?|[Pp]x)\b\.?)"
_LABELLED = re.compile(
    rf"{_PATIENT}(?:'s)?(?:\s?[:=-]\s?|\s(?:is |was )?(?:called|named|by the name of)\s"
    rf"|\s?\(?(?:[Nn]ame|NAME|initials)\)?(?:\s(?:is|was)\s|\s?[:=-]?\s?))(?P<name>{_FULL})"
)
_TITLED = re.compile(rf"{_PATIENT}[ \n,(]{{1,3}}(?P<name>{_TITLED_NAME})")
_IS = re.compile(rf"{_PATIENT} (?:is|was) (?P<name>{_TITLED_NAME})(?![\w'])")
_NAME_OF = re.compile(r"[Nn]ame of (?:the |my |our |a )?$")
_NAMED_SO = re.compile(rf"{_PATIENT}(?: is| was)?[ :]{{1,2}}(?P<name>{_FULL})")
_BARE = re.compile(rf"{_PATIENT}[ \n](?P<name>{_FULL}(?:(?<=s)?\sand\s{_NAME}(?=\W))?)")
_BETWEEN_COMMAS = re.compile(rf"[Pp]atient, (?P<name>{_NAME}(?:\s{_NAME}){{1,2}})(?=[,.)])")
_OF_OURS = re.compile(
    rf"(?<=[Mm]y )patient, (?P<name>{_NAME})(?=[,.)])|(?<=[Oo]ur )patient, (?P<other>{_NAME})(?=[,.)])"
)
# No "a patient teacher", no "patient with me".
_NO_ADJECTIVE = (
    r"(?!\W{0,2}(?:man|woman|teacher|trainer|person|boss|mentor|supervisor|consultant|surgeon|listener|and|kind|enough"
    r"|with me|with us|educator|colleague|doctor"
    r"|safety|centred|centered|advocate|experience|care|champion|rep|representative|liaison|services?|flow|group|panel"
    r"|forum|participation|education|partner|partnership|list|manner|pathway|transport|information|records?)\b)"
)
_AFTER = re.compile(
    rf"(?P<name>{_TITLED_NAME})(?: \(patient\)|[\s,(-]{{1,3}}(?:who )?(?:is |was )?"
    r"(?:a|my|our|one of my|one of our|another|the|first)"
    rf" (?:[a-z-]+ ){{0,3}}?(?:patients?|pts?)\b{_NO_ADJECTIVE})"
)
_OURS = re.compile(
    rf"(?P<name>{_NAME}(?:\s{_NAME}){{1,2}}), (?:a patient of (?:mine|ours)|(?:my|our) patient\b(?! safety)"
    r"|one of (?:my|our) patients)"
)
_EPONYM = re.compile(
    r"(?:'s)? (?:disease|syndrome|nurse|score|scale|sign|test|criteria|class|grade|index|palsy|lymphoma|tumour)s?\b"
)
_THE = re.compile(r"\b(?:[Tt]he|[Ee]ach|[Ee]very|[Aa]ny|[Tt]hat)(?: [a-z-]+){0,2} $")
_TITLE_FIRST = re.compile(_TITLE)
# What a patient does or undergoes; any other verb is a colleague's: "the patient Mr Jones operated on".
_DOES = re.compile(
    r"(?: (?:and|&) \w+)? (?!(?:was|is|has|had|who|whose|were|will|did|died|came|presented|went|became|deteriorated"
    r"|bled|arrested|needed|in|from|with|on|at|for|aged?|as|today|yesterday|again|because|after|before|then|which|that|when"
    r"|by|to|of|but|so|since|until|this|last|next|if)\b)[a-z]"
)
_STEMS = ("patient", "pt", "px")
_REACH = 96


def named(plain: Plain) -> Iterator[Seen]:
    """Every name that is said to be a patient's."""
    text = plain.text
    for at in places(plain.low, *_STEMS):
        for pattern in (_LABELLED, _TITLED, _BARE, _BETWEEN_COMMAS, _IS):
            match = pattern.match(text, at)
            if (
                match
                and not _is_none(match["name"])
                and not _EPONYM.match(text, match.end())
                and (pattern is _LABELLED or not _is_colleague(text, match))
            ):
                yield Seen(kind="patient_name", start=match.start("name"), end=match.end("name"))
        if (match := _OF_OURS.match(text, at)) and not _is_none(match["name"] or match["other"]):
            yield Seen(kind="patient_name", start=match.start() + len("patient, "), end=match.end())
        so = _NAMED_SO.match(text, at) if _NAME_OF.search(text, max(0, at - 16), at) else None
        if so and not _is_none(so["name"]):
            yield Seen(kind="patient_name", start=so.start("name"), end=so.end("name"))
        for after in (_AFTER, _OURS):
            for match in after.finditer(text, max(0, at - _REACH), at + _REACH):
                yield Seen(kind="patient_name", start=match.start("name"), end=match.end("name"))


def _is_colleague(text: str, match: re.Match[str]) -> bool:
    """Whether somebody does something: "the patient Mr Jones operated on", "the patient, Mr Jones watched"."""
    if not _TITLE_FIRST.match(match["name"]) or not _THE.search(text, max(0, match.start() - 24), match.start()):
        return False
    return _DOES.match(text, match.end()) is not None


def _is_none(name: str) -> bool:
    """Whether its first word follows "patient" without being a name: "Patient Safety"."""
    words = _TITLE_FIRST.sub("", name).split()
    first = words[0].strip(".',").lower() if words else ""
    return not first or first in NOT_NAMES or first.split("-")[0] in NOT_NAMES
