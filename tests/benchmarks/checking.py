"""Measure how long it takes to find what is wrong with a large table."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median

import numpy as np

import nncore

from .report import Figure, at_most, print_figures, print_title
from .rounds import interleaved

ROWS, COLUMNS = 1_000, 20
LONGEST = 50.0
"""Milliseconds."""


def measure(rounds: int) -> None:
    """Print the processor time of building an experiment and of all findings about its table."""
    print_title(f"A table of {ROWS:,} rows × {COLUMNS} columns, and as many test rows, checked")
    contestants = {"without a fault": _check(*_healthy()), "with most faults": _check(*_faulty())}
    seconds = interleaved(contestants, rounds)
    print_figures(
        [Figure(f"{name} (ms)", 1000 * median(times), ".1f", at_most(LONGEST)) for name, times in seconds.items()]
    )


def _check(inputs: np.ndarray, targets: np.ndarray, test_inputs: np.ndarray) -> Callable[[], object]:
    dataset = nncore.Dataset(inputs, targets, test_inputs=test_inputs, test_targets=targets)
    shape = nncore.Architecture((COLUMNS, 5, 1), ("tanh", "sigmoid"), bias=False)

    def check() -> object:
        # Built anew, because an experiment keeps what it has once scaled.
        experiment = nncore.Experiment(
            dataset,
            shape,
            loss="huber",
            optimizer=nncore.SGD(0.1),
            epochs=10,
            input_scaling="min_max",
            test_scaling="own",
        )
        return nncore.check_table(experiment)

    return check


def _healthy() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(0)
    inputs = rng.random((ROWS, COLUMNS))
    return inputs, (inputs[:, :1] > 0.5).astype(float), rng.random((ROWS, COLUMNS))


def _faulty() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(0)
    inputs = rng.integers(0, 3, (ROWS, COLUMNS)).astype(float)
    inputs[:, 3], inputs[:, 5] = inputs[:, 4], 7.0
    inputs[: ROWS // 2] = inputs[ROWS // 2 :]
    return (
        inputs,
        rng.integers(0, 2, (ROWS, 1)).astype(float),
        np.vstack([inputs[: ROWS // 2], inputs[ROWS // 2 :] * 9]),
    )
