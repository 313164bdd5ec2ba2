"""Measure how long the picture of the loss takes: the exact loss over two weights, and its lowest point."""

from __future__ import annotations

from functools import partial
from statistics import median

import numpy as np

import nncore
from nncore.loss_surface import loss_surface
from nncore.loss_surface.loss_surface import POINTS

from .report import Figure, Target, at_most, print_figures, print_title
from .rounds import interleaved

ROWS = 1_000
LONGEST = at_most(300)
"""Milliseconds."""


def measure(rounds: int) -> None:
    """Print the processor time of a surface of the first article, of a 3-3-1 network over 1,000 rows, and of a wide one."""
    random = np.random.RandomState(1)
    inputs = random.random_sample((ROWS, 3))
    many = nncore.Dataset(inputs, (inputs.sum(axis=1, keepdims=True) > 1.5).astype(float))
    few = nncore.Dataset(inputs[:100], many.targets[:100])
    cases: dict[str, tuple[nncore.Experiment, Target | None]] = {
        "the first article": (nncore.articles.single_neuron(), LONGEST),
        f"3-3-1, {ROWS:,} rows": (_experiment(many, (3, 3, 1)), LONGEST),
        "3-16-16-1, 100 rows": (_experiment(few, (3, 16, 16, 1)), None),
    }
    contestants = {}
    for name, (experiment, _) in cases.items():
        history = experiment.trainer(warn=False).finish().history
        contestants[name] = partial(loss_surface, experiment, history, epoch=history.last_epoch, parameters=(0, 2))
    print_title(f"The loss over two weights, {POINTS} × {POINTS}, and its lowest point")
    seconds = interleaved(contestants, rounds)
    print_figures(
        [Figure(f"{name} (ms)", 1000 * median(times), ".1f", cases[name][1]) for name, times in seconds.items()]
    )


def _experiment(dataset: nncore.Dataset, sizes: tuple[int, ...]) -> nncore.Experiment:
    return nncore.Experiment(
        dataset,
        nncore.Architecture(sizes, ("sigmoid",) * (len(sizes) - 1)),
        loss="half_squared_error",
        optimizer=nncore.SGD(1.0),
        epochs=200,
    )
