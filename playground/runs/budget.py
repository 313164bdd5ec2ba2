"""How long one answer may work, for all that it is asked for: other pages are served by the same process."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Budget:
    """Seconds of work that are shared by all that one answer does.

    Counted is the work of the thread that does it, not what it waits for others: where many pages are open at once, each
    gets as much done, only later.

    Parameters
    ----------
    seconds : float
        How long may be worked.
    is_wanted : callable
        Whether anybody still waits for the answer; if not, nothing is left.
    clock : callable
        Returns the seconds that the calling thread has worked.

    Examples
    --------
    >>> times = iter([10.0, 10.1, 10.1, 10.3])
    >>> budget = Budget(0.25, clock=lambda: next(times))
    >>> with budget.spending():
    ...     f"{budget.left:.2f}, {budget.for_training:.2f}"
    '0.15, 0.10'
    >>> budget.left
    0.0
    """

    KEPT = 0.05
    """Seconds that training leaves for what the answer says: exact numbers and, if possible, charts."""

    def __init__(
        self,
        seconds: float,
        is_wanted: Callable[[], bool] = lambda: True,
        clock: Callable[[], float] = time.thread_time,
    ) -> None:
        self._left = seconds
        self._is_wanted = is_wanted
        self._clock = clock
        self._started: float | None = None

    @property
    def left(self) -> float:
        """Seconds that may still be worked; 0 if nobody waits for it any more."""
        return self._unspent() if self._is_wanted() else 0.0

    @property
    def for_training(self) -> float:
        """Seconds that a run may be trained before the answer is written."""
        return max(0.0, self.left - self.KEPT)

    @contextmanager
    def spending(self) -> Iterator[None]:
        """Count the work of what is done meanwhile."""
        self._started = self._clock()
        try:
            yield
        finally:
            self._left, self._started = self._unspent(), None

    def _unspent(self) -> float:
        spent = 0.0 if self._started is None else self._clock() - self._started
        return max(0.0, self._left - spent)
