"""What the files on a message say, to their readers and to programs."""

from __future__ import annotations

from mailbot.anonymity.gate.files.kinds import sights

__all__ = ["sights"]
