"""Measure what it costs to train in slices of time, as the page does, rather than in one call."""

from __future__ import annotations

from functools import partial

import nncore

from .peers import MAKERS
from .report import Figure, at_most, print_figures, print_title
from .rounds import interleaved, ratio
from .works import Work

SLICE = 0.02
ABOUT_HALF_A_SECOND = (50_000, 20_000, 400, 1_000, 5)


def measure(rounds: int) -> None:
    """Print the time of a run in slices as a multiple of an uninterrupted one."""
    print_title(f"Trainer.advance(seconds={SLICE}) in a loop ÷ one uninterrupted call")
    figures = []
    for make, epochs in zip(MAKERS, ABOUT_HALF_A_SECOND, strict=True):
        work = make()
        contestants = {"whole": partial(_in_one_call, work, epochs), "sliced": partial(_in_slices, work, epochs)}
        seconds = interleaved(contestants, rounds)
        figures.append(Figure(work.name, ratio(seconds, "sliced", "whole"), ".3f", at_most(1.05)))
    print_figures(figures)


def _trainer(work: Work, epochs: int) -> nncore.Trainer:
    return nncore.Trainer(work.network(), work.inputs, work.targets, **work.settings(epochs))


def _in_one_call(work: Work, epochs: int) -> None:
    _trainer(work, epochs).advance(epochs=epochs)


def _in_slices(work: Work, epochs: int) -> None:
    trainer = _trainer(work, epochs)
    while not trainer.finished:
        trainer.advance(seconds=SLICE)
