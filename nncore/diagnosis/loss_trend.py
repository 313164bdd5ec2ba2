"""Follow the loss of a run: how much of it rose where it should have fallen, and whether it still falls at the end."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

FLAT_WITHIN = 0.02
"""A loss that falls by less of itself in the second half of a run has come to rest."""


@dataclass(frozen=True)
class LossTrend:
    """What the loss did in the second half of a run.

    Attributes
    ----------
    first, middle, last, lowest : float
        The loss at the start, in the middle and at the end, and the lowest of all.
    rising : float
        The share of records at which it was higher than at the one before.
    mean_rise : float
        By how much it then rose on average, in units of the mean loss; 0 if it never did.
    flat_since : int
        The first epoch from which on it never was higher or lower than at the end by more than `FLAT_WITHIN` of itself.
    """

    first: float
    middle: float
    last: float
    lowest: float
    rising: float
    mean_rise: float
    flat_since: int

    @property
    def fell(self) -> float:
        """How much of the loss in the middle of the run was gone at its end."""
        return (self.middle - self.last) / self.middle if self.middle > 0 else 0.0

    @property
    def is_flat(self) -> bool:
        """Whether it has come to rest."""
        return abs(self.fell) < FLAT_WITHIN


def loss_trend(epochs: NDArray[np.int64], losses: Array) -> LossTrend:
    """Return what the loss did.

    Parameters
    ----------
    epochs : ndarray of int, shape (k,)
        The recorded epochs, from 0 on.
    losses : ndarray, shape (k,)

    Examples
    --------
    >>> trend = loss_trend(np.arange(5), np.array([4.0, 2.0, 1.0, 3.0, 1.0]))
    >>> trend.middle, trend.last, trend.rising, round(trend.mean_rise, 2), trend.flat_since
    (1.0, 1.0, 0.5, 1.2, 4)
    """
    middle = int(np.searchsorted(epochs, epochs[-1] / 2))
    late = losses[middle:]
    steps = np.diff(late)
    rises = steps[steps > 0]
    mean = float(late.mean())
    away = np.flatnonzero(np.abs(losses - losses[-1]) > FLAT_WITHIN * abs(losses[-1]))
    return LossTrend(
        first=float(losses[0]),
        middle=float(losses[middle]),
        last=float(losses[-1]),
        lowest=float(losses.min()),
        rising=len(rises) / max(1, len(steps)),
        mean_rise=float(rises.mean()) / mean if len(rises) and mean > 0 else 0.0,
        flat_since=int(epochs[away[-1] + 1]) if len(away) else 0,
    )
