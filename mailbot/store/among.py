"""Statements over a list of values, built once for each size that is a power of two.

SQLAlchemy's own expanding lists are spelt out anew at each execution, which costs more than most of our queries; and a
database that remembers statements by their text remembers these few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Executable, bindparam, literal

Condition = Callable[[Column[Any]], ColumnElement[bool]]
Given = tuple[Executable, dict[str, Any]]


def sizes(build: Callable[[int], Executable]) -> Callable[[Sequence[Any]], Given]:
    """The statement for a list, with its values: `build` is called once a size, for the names one0, one1 and so on."""
    built = cache(build)

    def statement(values: Sequence[Any]) -> Given:
        size = 1 << (len(values) - 1).bit_length()
        padded = (*values, *(values[-1],) * (size - len(values)))  # repeats fill the list up and change nothing
        return built(size), {f"one{number}": value for number, value in enumerate(padded)}

    return statement


def among(build: Callable[[Condition], Executable]) -> Callable[[Sequence[Any]], Given]:
    """The statement for a list, with its values; `build` is given the condition that a column is one of them."""

    def sized(size: int) -> Executable:
        return build(
            lambda column: column.in_([bindparam(f"one{number}", type_=column.type) for number in range(size)])
        )

    return sizes(sized)


def one_of(column: Column[str], states: Iterable[str]) -> ColumnElement[bool]:
    """The condition that the column is one of those; spelt out once, as they are always the same."""
    return column.in_([literal(state) for state in states])
