"""The kinds of trouble by name. Each is one small function that makes a reply and says what may be made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

MODULES = (
    "edits",
    "places",
    "lists",
    "layers",
    "ratings",
    "openings",
    "marks",
    "scales",
    "talk",
    "heaps",
    "lookalikes",
    "editors",
    "seconds",
    "composed",
    "everyday",
    "wires",
    "opinions",
    "notations",
    "paper",
    "busy",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of trouble: its name, the round in which it was thought of, and its maker (rng, form) -> Reply."""

    name: str
    round: int
    make: Callable
    fewest: int  # questions that it needs
    most: int

    @property
    def what(self):
        return (self.make.__doc__ or "").strip().split("\n")[0]


KINDS: dict[str, Kind] = {}


def kind(number, fewest=2, most=25):
    """Registers a maker under its function's name."""

    def register(make):
        assert make.__name__ not in KINDS
        KINDS[make.__name__] = Kind(make.__name__, number, make, fewest, most)
        return make

    return register


def all_kinds():
    """Every kind, in the order in which they were thought of."""
    for module in MODULES:
        import_module(f"tests.reading.trouble.kinds.{module}")
    return dict(KINDS)
