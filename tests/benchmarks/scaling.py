"""Measure how long the scaling laboratory takes: many seeds trained, and asked the test rows in every way of scaling."""

from __future__ import annotations

from functools import partial
from statistics import median

import numpy as np

import nncore
from nncore.scaling_laboratory import run_laboratory

from .report import Figure, at_most, print_figures, print_title
from .rounds import interleaved, ratio

SEEDS = (200, 1_000)
LONGEST = 1.0
"""Seconds, for the first number of seeds."""


def measure(rounds: int) -> None:
    """Print the processor time of each number of seeds, and of the first as a part of as many runs one by one."""
    print_title("Scaling laboratory, the second article: trained, counted in every way, one input moved")
    contestants = {f"{seeds:,} seeds": partial(_laboratory, seeds) for seeds in SEEDS}
    one_by_one = f"{SEEDS[0]} runs one by one"
    seconds = interleaved({**contestants, one_by_one: partial(_one_by_one, SEEDS[0])}, rounds)
    figures = [
        Figure(f"{name} (s)", median(seconds[name]), ".3f", at_most(LONGEST) if index == 0 else None)
        for index, name in enumerate(contestants)
    ]
    first = next(iter(contestants))
    print_figures([*figures, Figure(f"{first} ÷ {one_by_one}", ratio(seconds, first, one_by_one), ".4f")])


def _laboratory(seeds: int) -> None:
    laboratory = run_laboratory(nncore.articles.hidden_layer(), range(seeds))
    for results in laboratory.results.values():
        assert len(results.counts) == seeds
        assert len(results.failures_by_row) == 6
    laboratory.along([0, 1, 10], 2, np.linspace(0, 10, 101))


def _one_by_one(seeds: int) -> None:
    experiment = nncore.articles.hidden_layer()
    for seed in range(seeds):
        experiment.run(seed=seed)
