"""The servers' fixtures for every test, and a closing line about servers that could not be started."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.services.process import REAL_SERVERS, SKIP_MARK

pytest_plugins = ["tests.services.fixtures"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as `services` whatever takes a real server."""
    for item in items:
        if REAL_SERVERS & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.services)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which servers were not started, why, and how many tests did not run for it."""
    reasons: Counter[str] = Counter()
    for report in terminalreporter.stats.get("skipped", []):
        words = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if SKIP_MARK in words:
            reasons[words.partition(SKIP_MARK)[2]] += 1
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"{count} tests did not run against a real server. {reason}", yellow=True)
