"""Measure how long it takes to work an update line by line, and to write a trained network as a file."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from statistics import median

import numpy as np

import nncore

from .report import Figure, Target, at_most, print_figures, print_title
from .rounds import interleaved

EPOCHS = 15_000
ROWS = 1_000
MOVED_ON = at_most(100)
"""Milliseconds from one epoch of the worked example to the next, of which the page needs its share."""


def measure(rounds: int) -> None:
    """Print the processor time of one update of a 3-3-1 network: of one row, of all rows, of 1,000 rows, of a wide network."""
    article = nncore.articles.hidden_layer()
    random = np.random.RandomState(1)
    many = nncore.Dataset(random.random_sample((ROWS, 3)), random.randint(0, 2, (ROWS, 1)).astype(float))
    adam = replace(article, epochs=EPOCHS, optimizer=nncore.Adam(0.001))
    thousand = replace(article, dataset=many, reduction="mean", epochs=50)
    wide = replace(article, architecture=nncore.Architecture((3, 64, 64, 1), ("tanh", "tanh", "sigmoid")), epochs=50)
    cases: dict[str, tuple[nncore.Experiment, int, int | None, Target | None]] = {
        "3-3-1, one of 6 rows": (article, 100, 0, MOVED_ON),
        "3-3-1, all 6 rows": (article, 100, None, MOVED_ON),
        f"3-3-1, Adam, a late epoch of {EPOCHS:,}": (adam, EPOCHS - 7, 0, MOVED_ON),
        f"3-3-1, one of {ROWS:,} rows": (thousand, 20, 0, MOVED_ON),
        f"3-3-1, all {ROWS:,} rows": (thousand, 20, None, None),
        "3-64-64-1, one of 6 rows": (wide, 20, 0, None),
    }
    contestants = {}
    for name, (experiment, epoch, sample, _) in cases.items():
        history = experiment.trainer(warn=False).finish().history
        contestants[name] = partial(
            nncore.explain, experiment, epoch=epoch, sample=sample, parameter=1, history=history
        )
    contestants["to_python, 3-3-1"] = partial(nncore.to_python, article, history=article.run().history)
    print_title("One update worked line by line, and a network written as a Python file")
    seconds = interleaved(contestants, rounds)
    print_figures(
        [
            Figure(f"{name} (ms)", 1000 * median(times), ".1f", cases[name][3] if name in cases else None)
            for name, times in seconds.items()
        ]
    )
