"""The boundary of the daemon's threads: whatever goes wrong in one round is logged, and the next round comes."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

from mailbot import eventlog
from mailbot.errors import TemporaryFailure


def guarded(step: Callable[[], object]) -> bool:
    """Whether the step went well. A full disk or a database that restarts ends no thread."""
    try:
        step()
    except TemporaryFailure as error:
        eventlog.round_put_off(error=str(error))
    except Exception as error:  # noqa: BLE001 - the last boundary of a thread that must not end
        frames = traceback.extract_tb(error.__traceback__)[-6:]
        eventlog.round_failed(
            error=type(error).__name__, frames=tuple(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
        )
    else:
        return True
    return False
