"""What was found in somebody's words, said in plain English: the one place that words a finding's kind."""

from __future__ import annotations

_ELSE = "something that points to a person"
_IN_WORDS = {
    # of a patient
    "nhs_number": "an NHS number",
    "chi_number": "a CHI number",
    "hospital_number": "a hospital number",
    "patient_name": "a patient's name",
    "birth_date": "a date of birth",
    # what points to a person, though we do not know whom
    "phone": "a telephone number",
    "address": "an email address",
    "link": "a link",
    "ip": "the network address of a computer",
    "handle": "the name of an account",
    "gmc_number": "a GMC number",
    "nmc_number": "an NMC number",
    "registration_number": "a registration number",
    "postcode": "a postcode",
    "street": "a street address",
    # what we know of the people who take part
    "name": "a name",
    "username": "the first part of an email address",
    "domain": "the internet address of a workplace",
    "token": "one of our own private addresses",
    "unreadable": "something that we cannot look into",
}


def in_words(kind: str) -> str:
    """The kind as it stands in a sentence: "a telephone number"."""
    return _IN_WORDS.get(kind, _ELSE)
