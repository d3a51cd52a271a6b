"""A letter's strings made harmless before any template sees them: no control characters, one kind of line end."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# C0 and C1 controls but tab and newline (the blocks are delimited with some of them), and lone surrogates, which
# no charset can carry.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")

V = TypeVar("V")


def cleaned(value: V) -> V:
    """The same value with every string in it cleaned, however deep; itself where all of them are clean."""
    return _cleaned(value)  # type: ignore[no-any-return]  # the same type comes back, which mypy cannot follow


def cleaned_text(text: str) -> str:
    """The text with the newline as its only line end; tabs stay."""
    if text.isprintable():  # so nothing of what follows is in it; nearly every string of a letter
        return text
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", _LINE_ENDS.sub("\n", text)))


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - fields are of any type; those that hold no string pass unchanged
    if type(value) is str:  # enums and other kinds of str are our own words
        return cleaned_text(value)
    if isinstance(value, tuple):
        return tuple(map(_cleaned, value))
    kind: type = type(value)
    clean = {}
    for name in _fields_of(kind):
        held = getattr(value, name)
        if (new := _cleaned(held)) != held:
            clean[name] = new
    return replace(value, **clean) if clean else value


@lru_cache(maxsize=256)
def _fields_of(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields; none for other types, which hold no strings."""
    return tuple(f.name for f in fields(kind) if f.init) if is_dataclass(kind) else ()
