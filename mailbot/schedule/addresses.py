"""Addresses and zones as people type them into a file, made regular or refused in plain words."""

from __future__ import annotations

import re
from functools import cache
from zoneinfo import available_timezones

from email_validator import EmailNotValidError, validate_email

from mailbot.schedule.nearest import did_you_mean

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def parse_address(text: str) -> str:
    """The address with its domain in lower-case ASCII (IDNA); the local part stays as written.

    No name server is asked. Raises ValueError, in plain words, for what is no address, and for a local part that is
    not ASCII: many smart hosts do not carry those (RFC 6531).
    """
    try:
        # test_environment lets the domain "test" (RFC 6761) pass, which rehearsals use
        found = validate_email(text.strip(), check_deliverability=False, allow_smtputf8=False, test_environment=True)
    except EmailNotValidError as wrong:
        raise ValueError(f'expected an address such as "name@example.org": {wrong}') from None
    return f"{found.local_part}@{(found.ascii_domain or found.domain).lower()}"


def parse_timezone(text: str) -> str:
    """The name of an IANA time zone. Raises ValueError, in plain words, with the nearest name, for anything else."""
    if text not in _zones():
        raise ValueError(f'expected a time zone such as "Europe/London", not "{text}"' + did_you_mean(text, _zones()))
    return text


def parse_language(text: str) -> str:
    """A language tag such as "en" or "de-CH" (RFC 5646). Raises ValueError, in plain words, for anything else."""
    if not is_language(text):
        raise ValueError(f'expected a language such as "en" or "de", not "{text}"')
    return text


def is_language(text: str) -> bool:
    """Whether it has the shape of a language tag."""
    return _LANGUAGE.fullmatch(text) is not None


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())
