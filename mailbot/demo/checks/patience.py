"""Nobody waited in vain: the people of the demo only act on mail that they received."""

from __future__ import annotations

from mailbot.demo.checks.evidence import Evidence


def nobody_waited_in_vain(evidence: Evidence) -> tuple[str, ...]:
    """What people said when the mail that they waited for did not come."""
    return tuple(evidence.puzzles)
