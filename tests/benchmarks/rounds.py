"""Time several ways to do one thing in turns, A B C A B C …, so that a machine that slows down slows all of them."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from statistics import median

Seconds = dict[str, list[float]]


def interleaved(contestants: Mapping[str, Callable[[], object]], rounds: int) -> Seconds:
    """Return for each contestant the processor time of each round, in seconds.

    Processor time, not the clock's: what other programs take in between is not counted.
    """
    seconds: Seconds = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, contestant in contestants.items():
            gc.collect()
            started = time.process_time()
            contestant()
            seconds[name].append(time.process_time() - started)
    return seconds


def ratio(seconds: Seconds, numerator: str, denominator: str) -> float:
    """Return the median, over the rounds, of one contestant's time divided by another's in the same round."""
    pairs = zip(seconds[numerator], seconds[denominator], strict=True)
    return median(first / second for first, second in pairs)
