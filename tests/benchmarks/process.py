"""What another process takes: memory and processor time, as Linux tells."""

from __future__ import annotations

import os
import resource
from pathlib import Path


def resident_megabytes(process: int) -> float:
    """Return what a process occupies now."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def processor_seconds(process: int) -> float:
    """Return the processor time that a process has taken so far, in all its threads."""
    # The name, in brackets, may hold anything; the fields are counted behind it.
    behind = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    user, system = int(behind[11]), int(behind[12])
    return (user + system) / os.sysconf("SC_CLK_TCK")
