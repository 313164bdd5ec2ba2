"""Measure how many epochs a second everyone trains."""

from __future__ import annotations

from functools import partial
from statistics import median

from .peers import MAKERS, peers, require_agreement
from .report import Figure, at_least, print_figures, print_table, print_title
from .rounds import Seconds, interleaved, ratio

AGAINST_LOOPS = (0.75, 0.9, *[1.0] * 6)
AGAINST_SCIKIT_LEARN = (*[2.0] * 4, *[0.9] * 4)
NAMES = ("engine", "plain loop", "lean loop", "scikit-learn", "PyTorch")


def measure(rounds: int) -> None:
    """Print epochs a second of each work, and the engine's speed as a multiple of the others'."""
    print_title("Epochs per second, one run, every epoch recorded")
    rows, figures = [], []
    for make, loops, scikit_learn in zip(MAKERS, AGAINST_LOOPS, AGAINST_SCIKIT_LEARN, strict=True):
        work = make()
        everyone = peers(make)
        require_agreement(work, everyone)
        seconds = interleaved({name: partial(peer, work, work.epochs) for name, peer in everyone.items()}, rounds)
        rows.append([work.name, *(_speed(seconds, name, work.epochs) for name in NAMES)])
        figures += [
            Figure(f"{work.name}: engine ÷ {name}", ratio(seconds, name, "engine"), target=target and at_least(target))
            for name, target in zip(NAMES[1:], (loops, loops, scikit_learn, None), strict=True)
            if name in seconds
        ]
    print_table(rows, header=["", *NAMES])
    print()
    print_figures(figures)


def _speed(seconds: Seconds, name: str, epochs: int) -> str:
    if name not in seconds:
        return "not installed"
    speed = epochs / median(seconds[name])
    return f"{speed:,.0f}" if speed >= 100 else f"{speed:.1f}"
