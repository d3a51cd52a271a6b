"""Street addresses: a house number and the name of a road, in capitals as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain

_ROAD = (
    r"(?:Road|Street|Avenue|Lane|Close|Drive|Crescent|Gardens|Terrace|Court|Place|Grove|Mews|Rise|Walk|Hill|Row|Square"
    r"|Parade|Rd|Ave|Cres|St(?=[.,\n]|$))"
)
_STREET = re.compile(rf"[0-9][a-zA-Z]?,? (?:[A-Z][a-z']+ ){{1,3}}{_ROAD}\b")
_NUMBER = re.compile(r"(?<![0-9.,:/-])[0-9]{0,3}$")


def streets(plain: Plain) -> Iterator[Seen]:
    """Every street address in the text."""
    for street in _STREET.finditer(plain.text):
        number = _NUMBER.search(plain.text, max(0, street.start() - 3), street.start())
        if number:
            yield Seen(kind="street", start=number.start(), end=street.end())
