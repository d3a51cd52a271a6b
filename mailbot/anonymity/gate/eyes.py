"""Who looks at a text, for a word that is a name to one means nothing to another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Eye(StrEnum):
    """How strictly a text is searched."""

    READER = "reader"  # knows by its place whether a word is a name
    PROGRAM = "program"  # sees markup and headers: only what is sure counts
    LABEL = "label"  # the name of a file, its author: any word of a name counts
    HANDLE = "handle"  # only names run together count: "JoLi", where "McDonald" is no Donald
    BYTES = "bytes"  # hold short words by chance
    FONT = "font"  # names whoever drew it
    NOBODY = "nobody"  # it could not be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One text out of a file."""

    eye: Eye
    text: str
