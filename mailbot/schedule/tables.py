"""One TOML table read key by key: every fault is noted with its line, reading goes on, and nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeVar, cast

from mailbot.errors import ConfigError, Fault
from mailbot.schedule.durations import parse_duration
from mailbot.schedule.nearest import did_you_mean, nearest
from mailbot.schedule.positions import KeyPath, Positions

T = TypeVar("T")


@dataclass(slots=True)
class FaultLog:
    """The faults of one file, in the order found; `elsewhere` names the source of values that are not from it."""

    file: str
    positions: Positions
    found: list[Fault] = field(default_factory=list)
    elsewhere: Mapping[KeyPath, str] = field(default_factory=dict)
    broken: bool = False  # lines were left out, so what is missing may have stood there

    def add(self, path: KeyPath, message: str) -> None:
        """A fault is noted at that key."""
        source = self.elsewhere.get(path)
        if source is not None:
            self.found.append(Fault(file=source, line=None, message=message))
        else:
            self.found.append(Fault(file=self.file, line=self.positions.line(path), message=message))

    def add_missing(self, path: KeyPath, message: str) -> None:
        """A fault is noted about something absent, unless it may have stood on a line that could not be read."""
        if not self.broken:
            self.add(path, message)

    def raise_any(self) -> None:
        """Nothing happens while there is no fault; else ConfigError with all of them, by line."""
        if self.found:
            raise ConfigError(*sorted(self.found, key=lambda fault: (fault.file, fault.line or 0)))


def kind_of(value: object) -> str:
    """What a TOML value is, in a person's words."""
    kinds = {bool: "true or false", str: "text", int: "a number", float: "a number", list: "a list", dict: "a section"}
    return kinds.get(type(value), "a date or time")


class Table:
    """One section. Ask for each key once, then call finish(): what was never asked for is an unknown key."""

    def __init__(self, values: Mapping[str, object], *, path: KeyPath, log: FaultLog) -> None:
        self.values = values
        self.path = path
        self.log = log
        self.known: list[str] = []
        self.excused: list[str] = []  # unknown keys that were named already

    @property
    def label(self) -> str:
        """How a person finds this section: "[relay]", "[[question]] number 2, de"."""
        if not self.path:
            return "the file"
        if len(self.path) == 1:
            return f"[{self.path[0]}]"
        inner = "".join(f", {key}" for key in self.path[2:])
        place = self.path[1]
        return (
            f"[[{self.path[0]}]] number {place + 1}{inner}" if isinstance(place, int) else f"[{self.path[0]}.{place}]"
        )

    def fault(self, key: str, message: str) -> None:
        """A fault is noted at that key of this section."""
        self.log.add((*self.path, key), f"{key}: {message}")

    def given(self, key: str) -> object | None:
        """The value as it stands, None when it is absent; the key counts as known."""
        if key not in self.known:
            self.known.append(key)
        return self.values.get(key)

    def missing(self, key: str, expected: str) -> None:
        """A fault is noted about a key that must be there."""
        self.log.add_missing((*self.path, key), f'"{key}" is missing in {self.label}; expected {expected}')

    def text(self, key: str, default: str | None = None, *, expected: str = "text in quotes") -> str:
        """The text, trimmed; a key without `default` must be there and not be empty."""
        value = self.given(key)
        if value is None and default is None:
            self.missing(key, expected)
        elif value is not None and not isinstance(value, str):
            self.fault(key, f"expected {expected}, not {kind_of(value)}")
        elif isinstance(value, str) and any(ord(letter) < 32 and letter not in "\n\t" for letter in value):  # noqa: PLR2004 -- C0
            self.fault(key, "holds a control character")
        elif isinstance(value, str) and not value.strip() and default is None:
            self.fault(key, f"is empty; expected {expected}")
        elif isinstance(value, str):
            return value.strip()
        return default or ""

    def one_of(self, key: str, choices: Iterable[str], default: str | None = None) -> str:
        """One of the words that are allowed here."""
        allowed = tuple(choices)
        value = self.text(key, default, expected="one of: " + ", ".join(allowed))
        if value not in allowed and isinstance(self.given(key), str):
            self.fault(key, f'"{value}" is not known; expected one of: {", ".join(allowed)}' + _hint(value, allowed))
        return value if value in allowed else (default or allowed[0])

    def parsed(self, key: str, parse: Callable[[str], T], default: T, *, required: str = "") -> T:
        """What `parse` makes of the text; its ValueError becomes the fault. `required` says what must stand there."""
        if self.given(key) is None and not required:
            return default
        before = len(self.log.found)
        text = self.text(key, None if required else "", expected=required or "text in quotes")
        if len(self.log.found) > before or (required and not text):
            return default
        try:
            return parse(text)
        except ValueError as wrong:
            self.fault(key, str(wrong))
            return default

    def duration(self, key: str, default: timedelta) -> timedelta:
        """A length of time, "7 days"; a bare 0 is allowed as well."""
        value = self.given(key)
        if type(value) is int and value == 0:
            return timedelta()
        return self.parsed(key, parse_duration, default)

    def integer(self, key: str, default: int, *, lowest: int, highest: int) -> int:
        """A whole number within its range."""
        value = self.given(key)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            self.fault(key, f"expected a whole number from {lowest} to {highest}, without quotes")
            return default
        return value

    def boolean(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self.given(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.fault(key, "expected true or false, without quotes")
            return default
        return value

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of texts, each trimmed and not empty."""
        value = self.given(key)
        if value is None:
            return default
        if not isinstance(value, list):
            self.fault(key, f'expected a list such as ["one", "two"], not {kind_of(value)}')
            return default
        for index, item in enumerate(value):
            if not isinstance(item, str) or not item.strip():
                self.log.add((*self.path, key, index), f"{key}: item {index + 1} should be text in quotes, not empty")
        return tuple(item.strip() for item in value if isinstance(item, str) and item.strip())

    def parsed_list(self, key: str, parse: Callable[[str], T], default: tuple[T, ...] = ()) -> tuple[T, ...]:
        """What `parse` makes of each text of a list; the ValueErrors become faults."""
        if self.given(key) is None:
            return default
        made: list[T] = []
        for index, text in enumerate(self.texts(key)):
            try:
                made.append(parse(text))
            except ValueError as wrong:
                self.log.add((*self.path, key, index), f"{key}: {wrong}")
        return tuple(made)

    def table(self, key: str) -> Table:
        """The section of that name; an empty one when it is absent."""
        value = self.given(key)
        if value is None and (misspelt := self._misspelt(key)):
            self.log.add((*self.path, misspelt), f'unknown section "{misspelt}"; did you mean "{key}"?')
            self.excused.append(misspelt)
            key, value = misspelt, self.values[misspelt]
        if value is not None and not isinstance(value, dict):
            self.fault(key, f"expected a section [{key}], not {kind_of(value)}")
        values = cast("dict[str, object]", value) if isinstance(value, dict) else {}
        return Table(values, path=(*self.path, key), log=self.log)

    def _misspelt(self, key: str) -> str | None:
        """A section that was meant to be this one: reading it as such spares faults that only follow from its name."""
        strangers = (key for key in self.values if key not in (*self.known, *self.excused))
        sections = (name for name in strangers if isinstance(self.values[name], dict))
        return next((name for name in sections if nearest(name, self.known) == key), None)

    def tables(self, key: str, *, expected: str = "") -> tuple[Table, ...]:
        """The repeated sections [[key]], in their order."""
        value = self.given(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.fault(key, "expected " + (expected or f"sections [[{key}]], each with double brackets"))
            return ()
        return tuple(Table(item, path=(*self.path, key, index), log=self.log) for index, item in enumerate(value))

    def finish(self) -> None:
        """Every key that nobody asked for is noted as unknown, with the nearest valid name."""
        for key in self.values:
            if key not in (*self.known, *self.excused):
                where = f" in {self.label}" if self.path else ""
                self.log.add((*self.path, key), f'unknown key "{key}"{where}' + did_you_mean(key, self.known))


def _hint(value: str, allowed: tuple[str, ...]) -> str:
    guess = did_you_mean(value, allowed)
    return guess if "did you mean" in guess else ""
