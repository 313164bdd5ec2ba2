"""The epochs at which a training row changes class."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.experiment.experiment import Experiment
from nncore.metrics.classes import UNDECIDED, Places
from playground.runs.target_units import in_target_units

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
        The first epoch with the new class.
    rows : tuple of int
        Their places in the training table, the first being 0.
    """

    epoch: int
    rows: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Gap:
    """Two epochs that were looked at, between which rows have changed class: at which epoch is still to be found.

    Attributes
    ----------
    first, last : int
        The epochs.
    before, after : ndarray of int, shape (rows,)
        The class that each row has at each of them.
    """

    first: int
    last: int
    before: Places
    after: Places

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows that have changed class; a row that had none before has not."""
        return tuple(np.flatnonzero((self.before != self.after) & (self.before >= 0)).tolist())


class FlipWatch:
    """Looks through the epochs of a run as they come.

    Not all epochs come: a long run is recorded at every second, fourth, … epoch, and of a large table fewer still are
    looked at. What changes between two of them is located later, by `locate`, epoch for epoch.

    Parameters
    ----------
    experiment : Experiment
    threshold : float
        With one output, above it is class 1.

    Attributes
    ----------
    flips : list of Flip
        All that are located, up to the first that is not.
    """

    def __init__(self, experiment: Experiment, threshold: float) -> None:
        self._experiment = experiment
        self._threshold = threshold
        self._inputs = experiment.scaled()[0]
        self._classes = experiment.dataset.classes
        self._held: Places = np.full(len(self._inputs), UNDECIDED)
        self._epoch = -1
        self._to_locate: deque[Gap] = deque()
        self.flips: list[Flip] = []

    @property
    def count(self) -> int:
        """How many flips there are at least: those that are located and those that are not."""
        return len(self.flips) + len(self._to_locate)

    def look(self, epochs: NDArray[np.int64], parameters: NDArray[np.float64]) -> None:
        """Note what has changed at epochs that follow those looked at before.

        Parameters
        ----------
        epochs : ndarray of int, shape (k,)
        parameters : ndarray, shape (k, parameter_count)
        """
        if self._classes is None or not len(epochs) or self.count >= MOST_FLIPS:
            return
        affordable = max(2, MOST_PRODUCTS // max(1, len(self._inputs) * parameters.shape[1]))
        seen = np.unique(np.linspace(0, len(epochs) - 1, min(len(epochs), affordable)).astype(np.intp))
        # Where nothing is called the row keeps the class it had, and none if it never had one.
        held = _last_called(np.concatenate([self._held[None], self._called(parameters[seen])]))
        looked_at = np.concatenate([[self._epoch], epochs[seen]])
        changed = ((held[1:] != held[:-1]) & (held[:-1] >= 0)).any(axis=1)
        for place in np.flatnonzero(changed):
            first, last = int(looked_at[place]), int(looked_at[place + 1])
            self._to_locate.append(Gap(first, last, held[place], held[place + 1]))
        self._held, self._epoch = held[-1], int(looked_at[-1])
        self._take_located()

    def locate(self, parameters_at: Callable[[int], NDArray[np.float64] | None], enough: Callable[[], bool]) -> None:
        """Find the very epochs of changes that were seen between two epochs, halving the distance again and again.

        Parameters
        ----------
        parameters_at : callable
            Returns the parameters after an epoch, recorded or not, shape (parameter_count,); None if they are still on
            their way: then it is asked for them when this is called again.
        enough : callable
            Asked after every look at an epoch: whether the rest may wait for another time.
        """
        while self._to_locate:
            gap = self._to_locate[0]
            middle = (gap.first + gap.last) // 2
            parameters = parameters_at(middle)
            if parameters is None:
                return
            self._to_locate.popleft()
            called = self._called(parameters[None])[0]
            held = np.where(called >= 0, called, gap.before)
            halves = (Gap(gap.first, middle, gap.before, held), Gap(middle, gap.last, held, gap.after))
            self._to_locate.extendleft(half for half in reversed(halves) if half.rows)
            self._take_located()
            if enough():
                return

    def take_over(self, left: FlipWatch, epoch: int, parameters: NDArray[np.float64]) -> None:
        """Begin with what is known of a run that is the same up to an epoch, which has these parameters."""
        self.flips = [flip for flip in left.flips if flip.epoch <= epoch]
        if self._classes is None:
            return
        self._epoch, self._held = epoch, self._called(parameters[None])[0]
        for gap in left._to_locate:
            if gap.first >= epoch:
                break
            known = gap if gap.last <= epoch else Gap(gap.first, epoch, gap.before, self._held_since(gap))
            if known.rows:
                self._to_locate.append(known)

    def _held_since(self, gap: Gap) -> Places:
        return np.where(self._held >= 0, self._held, gap.before)

    def _take_located(self) -> None:
        """Move on what lies between two epochs that follow each other: there is nothing more to find."""
        while self._to_locate and self._to_locate[0].last - self._to_locate[0].first == 1:
            gap = self._to_locate.popleft()
            self.flips.append(Flip(gap.last, gap.rows))

    def _called(self, parameters: NDArray[np.float64]) -> Places:
        """Return the class that each row is called with each parameter vector, or none, shape (k, rows)."""
        assert self._classes is not None
        experiment = self._experiment
        outputs = experiment.outputs_at(parameters, self._inputs)
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
