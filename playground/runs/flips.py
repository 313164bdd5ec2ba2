"""The epochs at which a training row changes class."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.engine.evaluation import stacked_outputs
from nncore.experiment.experiment import Experiment
from playground.runs.measures import has_classes
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
        With one output, strictly above is class 1.
    """

    def __init__(self, experiment: Experiment, threshold: float) -> None:
        self._experiment = experiment
        self._threshold = threshold
        self._inputs = experiment.scaled()[0]
        self._has_classes = has_classes(experiment.dataset)
        self._classes: NDArray[np.intp] | None = None
        self.flips: list[Flip] = []

    def look(self, epochs: NDArray[np.int64], parameters: NDArray[np.float64]) -> None:
        """Add the flips of epochs that follow those looked at before.

        Parameters
        ----------
        epochs : ndarray of int, shape (k,)
        parameters : ndarray, shape (k, parameter_count)
        """
        if not self._has_classes or not len(epochs) or len(self.flips) >= MOST_FLIPS:
            return
        affordable = max(2, MOST_PRODUCTS // max(1, len(self._inputs) * parameters.shape[1]))
        seen = np.unique(np.linspace(0, len(epochs) - 1, min(len(epochs), affordable)).astype(np.intp))
        classes = self.classes(parameters[seen])
        first = classes[:1] if self._classes is None else self._classes[None]
        changed = np.diff(classes, axis=0, prepend=first) != 0
        self._classes = classes[-1]
        for place in np.flatnonzero(changed.any(axis=1)):
            rows = tuple(np.flatnonzero(changed[place]).tolist())
            self.flips.append(Flip(int(epochs[seen[place]]), rows))

    def take_over(self, flips: list[Flip], epoch: int, parameters: NDArray[np.float64]) -> None:
        """Begin with the flips of a run that is the same up to an epoch, which has these parameters."""
        self.flips = [flip for flip in flips if flip.epoch <= epoch]
        if self._has_classes:
            self._classes = self.classes(parameters[None])[0]

    def classes(self, parameters: NDArray[np.float64]) -> NDArray[np.intp]:
        """Return the class of each row for each parameter vector, shape (k, rows)."""
        experiment = self._experiment
        outputs = stacked_outputs(experiment.architecture, parameters, self._inputs)
        outputs = in_target_units(experiment, outputs, test=False)
        if outputs.shape[2] == 1:
            return (outputs[:, :, 0] > self._threshold).astype(np.intp)
        largest: NDArray[np.intp] = np.argmax(outputs, axis=2)
        return largest
