"""Measure what it costs to train in slices of time, as the page does, rather than in one call."""

from __future__ import annotations

import nncore

from .peers import MAKERS
from .report import Figure, at_most, print_figures, print_title
from .rounds import Seconds, interleaved, ratio
from .works import Work

SLICE = 0.02
SLICES_IN_TURN = 5
TURNS_IN_ROUND = 4
"""Short turns, because the two differ by less than a busy machine's speed does from second to second."""

MORE_THAN_NEEDED = 10_000_000


def measure(rounds: int) -> None:
    """Print the time of epochs trained in slices as a multiple of the time of as many trained in one call."""
    print_title(f"Trainer.advance(seconds={SLICE}) in a loop ÷ one uninterrupted call")
    figures = []
    for make in MAKERS:
        work = make()
        seconds = _take_turns(work, TURNS_IN_ROUND * rounds)
        figures.append(Figure(work.name, ratio(seconds, "sliced", "whole"), ".3f", at_most(1.05)))
    print_figures(figures)


def _take_turns(work: Work, turns: int) -> Seconds:
    """Let one trainer train in slices, and another, in one call, as many epochs as the first then had done."""
    sliced, whole = _trainer(work), _trainer(work)

    def in_slices() -> None:
        for _ in range(SLICES_IN_TURN):
            sliced.advance(seconds=SLICE)

    def in_one_call() -> None:
        whole.advance(epochs=sliced.epoch - whole.epoch)

    return interleaved({"sliced": in_slices, "whole": in_one_call}, turns)


def _trainer(work: Work) -> nncore.Trainer:
    return nncore.Trainer(work.network(), work.inputs, work.targets, **work.settings(MORE_THAN_NEEDED))
