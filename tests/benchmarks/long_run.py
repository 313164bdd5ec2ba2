"""Measure a million epochs: the history keeps its limit, and the process does not grow."""

from __future__ import annotations

import resource
import time
from pathlib import Path

import nncore
from nncore.training.history import HISTORY_BYTES

from .report import Figure, at_most, print_figures, print_title
from .works import single_neuron

EPOCHS = 1_000_000
QUARTERS = 4
MAY_GROW = 1.0
"""Megabytes, from the end of the first quarter to the end of the last: what an allocator does by the way."""


def measure(rounds: int) -> None:
    """Print how much memory a million epochs of the first work take; it is done once, whatever `rounds` says."""
    print_title(f"{EPOCHS:,} epochs of the first work")
    work = single_neuron()
    trainer = nncore.Trainer(work.network(), work.inputs, work.targets, **work.settings(EPOCHS))
    before = _resident_megabytes()
    resident, history = [], []
    started = time.process_time()
    for _ in range(QUARTERS):
        trainer.advance(epochs=EPOCHS // QUARTERS)
        resident.append(_resident_megabytes())
        history.append(trainer.history.memory / 1e6)
    figures = [
        Figure("seconds", time.process_time() - started),
        Figure("history, MB, at its largest quarter", max(history), ".3f", at_most(HISTORY_BYTES / 1e6)),
        Figure("process before, MB", before, ".1f"),
        *(Figure(f"process after quarter {number}, MB", size, ".1f") for number, size in enumerate(resident, 1)),
        Figure("process, growth after the first quarter, MB", resident[-1] - resident[0], ".2f", at_most(MAY_GROW)),
    ]
    print_figures(figures)


def _resident_megabytes() -> float:
    """Return what the process occupies now; where the system does not tell, the most it ever has."""
    table = Path("/proc/self/statm")
    if table.exists():
        return int(table.read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
