"""Two parameters of a network that may be anything, and the others, which are held."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.experiment.experiment import Experiment
from nncore.network.network import Network

Array = NDArray[np.float64]

CHUNK_BYTES = 4_000_000
"""How much the parameter vectors of one call may weigh together."""


@dataclass(frozen=True, eq=False)
class Plane:
    """Two parameters of an experiment's network, the others held.

    Attributes
    ----------
    experiment : Experiment
    held : ndarray, shape (parameter_count,)
        The parameters that are held, and two that are not.
    parameters : (int, int)
        The places of these in the flat vector.
    """

    experiment: Experiment
    held: Array
    parameters: tuple[int, int]

    def losses(self, first: Array, second: Array) -> Array:
        """Return the loss of the training table at places of the plane; infinite or NaN where it is too large.

        Parameters
        ----------
        first, second : ndarray, any shape
            What the two parameters are, both of one shape.

        Returns
        -------
        ndarray, of their shape

        Examples
        --------
        >>> from nncore import articles
        >>> plane = Plane(articles.single_neuron(), np.array([0.0, 0.0, 0.0]), (0, 2))
        >>> plane.losses(np.array([0.0]), np.array([0.0]))  # four outputs of 0.5
        array([0.5])
        """
        places = np.column_stack([np.ravel(first), np.ravel(second)])
        losses = np.empty(len(places))
        at_once = max(1, CHUNK_BYTES // self.held.nbytes)
        for start in range(0, len(places), at_once):
            chunk = slice(start, start + at_once)
            stack = np.repeat(self.held[None], len(places[chunk]), axis=0)
            stack[:, self.parameters] = places[chunk]
            losses[chunk] = self.experiment.losses_at(stack)
        return losses.reshape(np.shape(first))

    def grid(self, first: Array, second: Array) -> Array:
        """Return the losses where two axes cross, shape (len(second), len(first))."""
        return self.losses(*np.meshgrid(first, second))

    def downhill(self, first: float, second: float) -> tuple[float, float]:
        """Return the negative gradient of the loss in the plane, at a place in it.

        Examples
        --------
        Every output is 0.5, so each row pulls at its weights by 0.5 · 0.25: the first weight is pulled up by two rows, the
        third up by two and down by two.

        >>> from nncore import articles
        >>> Plane(articles.single_neuron(), np.zeros(3), (0, 2)).downhill(0.0, 0.0)
        (0.25, 0.0)
        """
        parameters = self.held.copy()
        parameters[list(self.parameters)] = first, second
        network = Network(self.experiment.architecture, parameters)
        inputs, targets, _, _ = self.experiment.scaled()
        with np.errstate(all="ignore"):
            gradient = network.backward(
                network.forward(inputs), targets, loss=self.experiment.loss, reduction=self.experiment.reduction
            )
        derivatives = gradient.parameters[list(self.parameters)].tolist()
        return 0.0 - derivatives[0], 0.0 - derivatives[1]
