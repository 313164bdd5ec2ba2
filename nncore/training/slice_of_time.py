"""Fit blocks of epochs into a slice of time, as well as the pace so far tells."""

from __future__ import annotations

import time
from collections.abc import Callable

_NEARLY_OVER = 0.02
_CAREFUL = 0.9
_GROWTH = 4


class SliceOfTime:
    """A slice of time that is being filled with epochs.

    Parameters
    ----------
    seconds : float
        How long it is.
    longest_block : int
        The most epochs at once.
    seconds_an_epoch : float
        As far as it is known; 0 if it is not: then it is tried with one epoch.
    clock : callable
        Returns seconds.

    Examples
    --------
    An epoch took 10 ms before, so the first block of a slice of 100 ms is nine of them.

    >>> SliceOfTime(0.1, 256, 0.01, clock=lambda: 0.0).next_block()
    9
    """

    def __init__(
        self,
        seconds: float,
        longest_block: int,
        seconds_an_epoch: float,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self.seconds_an_epoch = seconds_an_epoch
        self._clock = clock
        self._started = self._block_started = clock()
        self._seconds = self._left = seconds
        self._longest_block = longest_block
        self._wanted = int(_CAREFUL * seconds / seconds_an_epoch) if seconds_an_epoch else 1

    def next_block(self) -> int:
        """Return how many epochs are to be trained next; 0 if the slice is over."""
        if self._left <= _NEARLY_OVER * self._seconds:
            return 0
        self._block_started = self._clock()
        return max(1, min(self._wanted, self._longest_block))

    def done(self, epochs: int) -> None:
        """Note that a block has been trained, so many epochs of it."""
        now = self._clock()
        self.seconds_an_epoch = (now - self._block_started) / max(epochs, 1)
        self._left = self._seconds - (now - self._started)
        if self._left < self.seconds_an_epoch:
            self._left = 0.0
            return
        self._wanted = min(_GROWTH * max(self._wanted, 1), int(self._left / self.seconds_an_epoch))
