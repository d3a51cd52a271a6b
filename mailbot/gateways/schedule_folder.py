"""The Schedules port on a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mailbot.gateways.schedule_files import fingerprint, load_catalogue
from mailbot.model.context import Catalogue


@dataclass(frozen=True, slots=True)
class ScheduleFolder:
    """The folder that coordinators edit."""

    folder: Path

    def fingerprint(self) -> str:
        """As in the port."""
        return fingerprint(self.folder)

    def load(self) -> Catalogue:
        """As in the port."""
        return load_catalogue(self.folder)
