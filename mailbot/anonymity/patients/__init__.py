"""What may tell of a patient: their number, their name, their date of birth."""

from __future__ import annotations

from mailbot.anonymity.finding import Found, found
from mailbot.anonymity.patients.births import births
from mailbot.anonymity.patients.health_numbers import health_numbers
from mailbot.anonymity.patients.hospital_numbers import hospital_numbers
from mailbot.anonymity.patients.named import named
from mailbot.anonymity.patients.treated import treated
from mailbot.anonymity.plain import plain


def patients_in(text: str) -> tuple[Found, ...]:
    """Everything in the text that may tell of a patient, in order; firm is a valid NHS or CHI number in its context."""
    read = plain(text)
    return found(read, [*health_numbers(read), *hospital_numbers(read), *births(read), *named(read), *treated(read)])
