"""What was found, replaced by words in brackets that say what stood there."""

from __future__ import annotations

from collections.abc import Iterable

from mailbot.anonymity.finding import Found

_WORDS = {
    "phone": "telephone number",
    "address": "email address",
    "link": "link",
    "ip": "network address",
    "handle": "account name",
    "gmc_number": "GMC number",
    "nmc_number": "NMC number",
    "registration_number": "registration number",
    "postcode": "postcode",
    "street": "street address",
    "nhs_number": "NHS number",
    "chi_number": "CHI number",
    "hospital_number": "hospital number",
    "patient_name": "name",
    "birth_date": "date of birth",
}


def masked(text: str, found: Iterable[Found]) -> str:
    """The text with "[telephone number left out]" and the like in place of each finding; nothing else changes."""
    pieces, done = [], 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= done:
            pieces += [text[done : one.start], f"[{_WORDS.get(one.kind, 'detail')} left out]"]
        done = max(done, one.end)
    return "".join([*pieces, text[done:]])
