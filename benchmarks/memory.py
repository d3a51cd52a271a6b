"""The memory of one process, from Linux's own books."""

from __future__ import annotations

import re
from pathlib import Path


def peak_megabytes(pid: int | str = "self") -> float:
    """The most that the process ever held (VmHWM; ru_maxrss would include the parent's from before exec)."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024
