"""Measure what one run costs when many are trained at once."""

from __future__ import annotations

from functools import partial

import nncore

from .peers import SMALL_MAKERS, peers
from .report import Figure, at_most, print_figures, print_title
from .rounds import interleaved, ratio
from .works import Work

SIZES = (1, 10, 100, 1_000)
EPOCHS = 1_000
LARGEST_MUST_REACH = (0.025, 0.04)


def measure(rounds: int) -> None:
    """Print the time per run, starting weights included, as a part of a loop's time for as many epochs."""
    print_title(f"Populations, {EPOCHS:,} epochs: time per run ÷ a loop's time")
    figures = []
    for make, must_reach in zip(SMALL_MAKERS, LARGEST_MUST_REACH, strict=True):
        work = make()
        everyone = peers(make)
        loops = {name: partial(everyone[name], work, EPOCHS) for name in ("plain loop", "lean loop")}
        sizes = {f"{runs:,} runs": partial(_train, work, runs) for runs in SIZES}
        seconds = interleaved({**loops, **sizes}, rounds)
        figures += [
            Figure(
                f"{work.name}: {runs:,} ÷ {loop}",
                ratio(seconds, f"{runs:,} runs", loop) / runs,
                ".4f",
                at_most(must_reach) if runs == SIZES[-1] else None,
            )
            for loop in loops
            for runs in SIZES
        ]
    print_figures(figures)


def _train(work: Work, runs: int) -> None:
    nncore.train_population(
        work.architecture,
        work.inputs,
        work.targets,
        seeds=range(runs),
        initializer=work.initializer,
        **work.settings(EPOCHS),
    )
