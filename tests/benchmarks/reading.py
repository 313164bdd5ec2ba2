"""Measure how long a large file takes to be read and checked, and how much memory that takes over the file's own size."""

from __future__ import annotations

import time
import tracemalloc
from statistics import median

import numpy as np

from playground.tables import read_file

from .report import Figure, at_most, print_figures, print_title

ROWS, COLUMNS = 10_000, 20
FORMATS = {"whole numbers": "%d", "three decimals": "%.3f", "all digits": "%.17g"}


def measure(rounds: int) -> None:
    """Print the processor seconds and the memory at its most, for numbers of few digits and of many."""
    numbers = np.random.RandomState(1).standard_normal((ROWS, COLUMNS)) * 100
    for kind, form in FORMATS.items():
        lines = [",".join(f"x{place}" for place in range(COLUMNS))]
        lines += [",".join(form % number for number in row) for row in numbers]
        data = "\n".join(lines).encode()
        print_title(f"A CSV of {ROWS:,} × {COLUMNS}, {kind}: {len(data) / 1e6:.1f} MB")
        print_figures(
            [
                Figure("read and checked (s)", median(_seconds(data) for _ in range(rounds)), ".2f", at_most(1)),
                Figure("memory at its most, over the file's size", _memory(data) / len(data), ".1f", at_most(10)),
            ]
        )


def _seconds(data: bytes) -> float:
    started = time.process_time()
    reading = read_file(data, "table.csv")
    seconds = time.process_time() - started
    if len(reading.rows) != ROWS or reading.problems:
        raise RuntimeError("the file was not read as it was written")
    return seconds


def _memory(data: bytes) -> int:
    tracemalloc.start()
    read_file(data, "table.csv")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most
