"""What a person types, and who they are as far as their mail program knows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")  # where all of them write from


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The keys a person pressed: above the quote, and between its lines after "Answer 3:"."""

    above: str = ""
    between: dict[int, str] = field(default_factory=dict)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What stands above, line by line; empty lines are kept."""
        return tuple(self.above.split("\n")) if self.above else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """The person behind the keyboard. `signature` has one line or more; `host` is the machine's name."""

    name: str
    address: str
    host: str
    signature: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When a message is written; `serial` makes its ids its own."""

    at: datetime
    serial: int

    @property
    def local(self) -> datetime:
        """On the writer's wall clock."""
        return self.at.astimezone(LONDON)


def clock_time(sent_at: datetime) -> datetime:
    """When the quoted message was sent, on the reader's wall clock: what attribution lines show."""
    return sent_at.astimezone(LONDON)
