"""The composition root: builds gateways, store and threads from a Config. Contains no rules."""

from __future__ import annotations

from mailbot.daemon.build import build_world, folder_of
from mailbot.daemon.daemon import PARTS, Daemon
from mailbot.flows.tick import TickCounts

__all__ = ["PARTS", "Daemon", "TickCounts", "build_world", "folder_of"]
