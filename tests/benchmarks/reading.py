"""Measure how long a large file takes to be ready to be learnt, and how much memory that takes over the file's own size."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable
from statistics import median

import numpy as np

from nncore.table_checks.check_table import check_table
from nncore.table_checks.table_finding import TableFinding
from playground.settings.build import build_experiment
from playground.settings.settings import DEFAULTS
from playground.tables import read_file
from playground.tables.pasted_table import pasted_table
from playground.tables.reading.reading import Reading
from playground.tables.table_dataset import read_dataset

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
                Figure("read (s)", median(_seconds(read, data) for _ in range(rounds)), ".2f"),
                Figure(
                    "read, put into the table, learnt from and checked (s)",
                    median(_seconds(ready, data) for _ in range(rounds)),
                    ".2f",
                    at_most(1),
                ),
                Figure("memory at its most, over the file's size", _memory(data) / len(data), ".1f", at_most(10)),
            ]
        )


def read(data: bytes) -> Reading:
    """Return what a file says."""
    reading = read_file(data, "table.csv")
    if len(reading.rows) != ROWS or reading.problems:
        raise RuntimeError("the file was not read as it was written")
    return reading


def ready(data: bytes) -> tuple[TableFinding, ...]:
    """Return what is found in a file that is put into the table: all that comes before the training."""
    table = pasted_table(read(data), ())
    dataset = read_dataset(table.columns, table.cells).dataset
    if dataset is None or dataset.samples != ROWS:
        raise RuntimeError("the file is not learnt from as it was written")
    return check_table(build_experiment(dataset, {**DEFAULTS, "output_activation": "linear"}))


def _seconds(what: Callable[[bytes], object], data: bytes) -> float:
    started = time.process_time()
    what(data)
    return time.process_time() - started


def _memory(data: bytes) -> int:
    tracemalloc.start()
    ready(data)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most
