"""Addresses, hosts and telephone numbers of ours, which may stand in every message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_NOT_DIGIT = re.compile(r"\D+")
_HOST = re.compile(r"(?:[a-z]{2,10}://)?(?:www\.)?([a-z0-9.-]+?)/?")
_FEWEST = 3  # digits of a telephone number


@dataclass(frozen=True, slots=True, kw_only=True)
class Ours:
    """What is ours, each in the form that it is compared in."""

    written: frozenset[str]
    numbers: frozenset[str]

    def holds(self, kind: str, low: str) -> bool:
        """Whether that finding, in lower case, is one of ours as a whole."""
        if kind == "phone":
            return _number(low) in self.numbers
        if kind == "address":
            local, _, domain = low.partition("@")
            return low in self.written or f"{local.partition('+')[0]}@{domain}" in self.written
        return kind == "link" and (low in self.written or _host(low) in self.written)


@lru_cache(maxsize=64)
def ours(own: tuple[str, ...]) -> Ours:
    """These strings made comparable."""
    low = [text.strip().lower() for text in own]
    numbers = {_number(text) for text in low if not any(map(str.isalpha, text))}
    return Ours(
        written=frozenset([*low, *(host for text in low if "@" not in text and (host := _host(text)))]),
        numbers=frozenset(number for number in numbers if len(number) >= _FEWEST),
    )


def _number(text: str) -> str:
    """The digits alone, as they are dialled within the country."""
    digits = _NOT_DIGIT.sub("", text)
    for abroad in ("00440", "0044", "440", "44"):
        if digits.startswith(abroad):
            return "0" + digits[len(abroad) :]
    return digits


def _host(low: str) -> str:
    """The host, where there is nothing but it; else nothing."""
    match = _HOST.fullmatch(low)
    return match[1] if match else ""
