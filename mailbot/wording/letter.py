"""What every letter is: typed values and the name of the template that words them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One email's values. Never a recipient, never a header: `template` is the stem of its file in templates/."""

    template: ClassVar[str]
