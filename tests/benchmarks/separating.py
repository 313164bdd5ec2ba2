"""Measure how long `linear_separability` takes over a large table, beside a linear program that proves nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from statistics import median

import numpy as np
from scipy.optimize import linprog

import nncore

from .report import Figure, at_most, print_figures, print_title
from .rounds import interleaved, ratio

ROWS, COLUMNS = 1_000, 20
LONGEST = 50.0
"""Milliseconds."""


def measure(rounds: int) -> None:
    """Print the processor time of an answer with its proof, and as a share of SciPy's linear program."""
    print_title(f"Linear separability of {ROWS:,} rows × {COLUMNS} columns, answered and proved")
    figures = []
    for name, (inputs, targets) in _tables().items():
        contestants: dict[str, Callable[[], object]] = {
            "nncore": partial(nncore.linear_separability, inputs, targets),
            "linear program": partial(_linear_program, inputs, targets),
        }
        seconds = interleaved(contestants, rounds)
        figures += [
            Figure(f"{name} (ms)", 1000 * median(seconds["nncore"]), ".1f", at_most(LONGEST)),
            Figure(f"{name}: nncore ÷ linear program", ratio(seconds, "nncore", "linear program")),
        ]
    print_figures(figures)


def _tables() -> dict[str, tuple[np.ndarray, np.ndarray]]:
    rng = np.random.default_rng(0)
    inputs = rng.random((ROWS, COLUMNS))
    normal = rng.normal(size=COLUMNS)
    normal /= np.linalg.norm(normal)
    distances = (inputs - 0.5) @ normal
    above = (distances > 0).astype(float)
    one_wrong = above.copy()
    one_wrong[0] = 1 - one_wrong[0]
    gap = np.where(distances > 0, 1e-6, -1e-6) - np.where(rng.random(ROWS) < 0.3, distances, 0)
    whole = rng.integers(0, 3, inputs.shape).astype(float)
    return {
        "separable": (inputs, above),
        "separable by 1e-6": (inputs + gap[:, None] * normal, above),
        "one row wrong": (inputs, one_wrong),
        "no order": (inputs, rng.integers(0, 2, ROWS).astype(float)),
        "whole numbers": (whole, rng.integers(0, 2, ROWS).astype(float)),
    }


def _linear_program(inputs: np.ndarray, targets: np.ndarray) -> object:
    signs = np.where(targets > 0, 1.0, -1.0)
    rows = np.column_stack([inputs, np.ones(ROWS)]) * signs[:, None]
    return linprog(np.zeros(COLUMNS + 1), A_ub=-rows, b_ub=-np.ones(ROWS), bounds=(None, None), method="highs")
