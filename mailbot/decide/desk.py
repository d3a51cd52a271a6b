"""What every decision has at hand: the service's settings, the programmes, the words, the mint and the hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mailbot.model.context import Catalogue, Service
from mailbot.model.ids import ProgrammeName
from mailbot.model.mint import Mint
from mailbot.model.programme import Programme
from mailbot.wording.render import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Passed in whole to each decision; `now` is aware UTC."""

    service: Service
    catalogue: Catalogue
    wording: Wording
    mint: Mint
    now: datetime

    def programme(self, name: ProgrammeName) -> Programme | None:
        """The programme as last loaded, None when its file is gone."""
        return self.catalogue.programmes.get(name)
