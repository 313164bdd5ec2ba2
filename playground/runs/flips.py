"""The epochs at which a training row changes class."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.engine.evaluation import stacked_outputs
from nncore.experiment.experiment import Experiment
from nncore.metrics.classes import UNDECIDED
from playground.runs.target_units import in_target_units

Places = NDArray[np.intp]

MOST_FLIPS = 2_000
"""More are not counted: a run that wavers so much is not understood flip by flip."""

MOST_PRODUCTS = 30_000_000
"""Products of a number and a weight spent on one look for flips, some 30 ms; larger tables are looked at more seldom."""


@dataclass(frozen=True)
class Flip:
    """One epoch at which rows change class.

    Attributes
    ----------
    epoch : int
        The first recorded epoch with the new class.
    rows : tuple of int
        Their places in the training table, the first being 0.
    """

    epoch: int
    rows: tuple[int, ...]


class FlipWatch:
    """Looks through the epochs of a run as they come.

    Parameters
    ----------
    experiment : Experiment
    threshold : float
        With one output, above it is class 1.
    """

    def __init__(self, experiment: Experiment, threshold: float) -> None:
        self._experiment = experiment
        self._threshold = threshold
        self._inputs = experiment.scaled()[0]
        self._classes = experiment.dataset.classes
        self._last: Places | None = None
        self.flips: list[Flip] = []

    def look(self, epochs: NDArray[np.int64], parameters: NDArray[np.float64]) -> None:
        """Add the flips of epochs that follow those looked at before.

        Parameters
        ----------
        epochs : ndarray of int, shape (k,)
        parameters : ndarray, shape (k, parameter_count)
        """
        if self._classes is None or not len(epochs) or len(self.flips) >= MOST_FLIPS:
            return
        affordable = max(2, MOST_PRODUCTS // max(1, len(self._inputs) * parameters.shape[1]))
        seen = np.unique(np.linspace(0, len(epochs) - 1, min(len(epochs), affordable)).astype(np.intp))
        called = self.called(parameters[seen])
        before = np.full_like(called[:1], UNDECIDED) if self._last is None else self._last[None]
        # Where nothing is called the row keeps the class it had, and none if it never had one.
        held = _last_called(np.concatenate([before, called]))
        self._last = held[-1]
        changed = (held[1:] != held[:-1]) & (held[:-1] >= 0)
        for place in np.flatnonzero(changed.any(axis=1)):
            rows = tuple(np.flatnonzero(changed[place]).tolist())
            self.flips.append(Flip(int(epochs[seen[place]]), rows))

    def take_over(self, flips: list[Flip], epoch: int, parameters: NDArray[np.float64]) -> None:
        """Begin with the flips of a run that is the same up to an epoch, which has these parameters."""
        self.flips = [flip for flip in flips if flip.epoch <= epoch]
        if self._classes is not None:
            self._last = self.called(parameters[None])[0]

    def called(self, parameters: NDArray[np.float64]) -> Places:
        """Return the class that each row is called with each parameter vector, or none, shape (k, rows)."""
        assert self._classes is not None
        experiment = self._experiment
        outputs = stacked_outputs(experiment.architecture, parameters, self._inputs)
        return self._classes.called(in_target_units(experiment, outputs), self._threshold)


def _last_called(called: Places) -> Places:
    """Return the last class that each row was called, epoch by epoch; what it is now where there was none.

    Examples
    --------
    >>> _last_called(np.array([[1], [-2], [0], [-2]])).ravel().tolist()
    [1, 1, 0, 0]
    """
    places = np.where(called >= 0, np.arange(len(called))[:, None], 0)
    return np.take_along_axis(called, np.maximum.accumulate(places, axis=0), axis=0)
