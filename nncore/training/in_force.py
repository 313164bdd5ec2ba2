"""Hold what the updates of an epoch work with: the plan's own settings until an intervention changes them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nncore.network.architecture import Architecture
from nncore.training.optimizers import Optimizer
from nncore.training.penalties import Penalty


@dataclass(frozen=True)
class InForce:
    """What the updates of an epoch work with.

    Attributes
    ----------
    optimizer : Optimizer
        With the learning rate in force.
    penalty : L1 or L2 or None
    optimizer_since : int
        The epoch of the intervention from which on the optimizer remembers; −1 if it is the plan's own.
    frozen : frozenset of int
        The parameters that are held, as places in the flat vector.
    layer_rates : tuple of (int, float)
        The learning rates of layers that have one of their own, with the number of the layer.
    switched_off : frozenset of (int, int)
        The neurons that count as 0, by layer and index, the inputs being layer 0.
    """

    optimizer: Optimizer
    penalty: Penalty | None
    optimizer_since: int = -1
    frozen: frozenset[int] = frozenset()
    layer_rates: tuple[tuple[int, float], ...] = ()
    switched_off: frozenset[tuple[int, int]] = frozenset()

    def with_optimizer(self, optimizer: Optimizer, epoch: int) -> InForce:
        """Return this with another optimizer, which remembers nothing from before an epoch and moves all layers."""
        return replace(self, optimizer=optimizer, optimizer_since=epoch, layer_rates=())

    def held(self, architecture: Architecture) -> frozenset[int]:
        """Return the parameters that no update moves: the frozen ones, and all of the neurons that are switched off.

        Examples
        --------
        >>> from nncore.training.optimizers import SGD
        >>> state = InForce(SGD(1.0), None, frozen=frozenset({0}), switched_off=frozenset({(1, 0)}))
        >>> sorted(state.held(Architecture((2, 2, 1), ("tanh", "sigmoid"))))
        [0, 2, 4, 6]
        """
        own = (architecture.parameters_of_neuron(*neuron) for neuron in self.switched_off)
        return self.frozen.union(*own)

    def learning_rate_of(self, layer: int) -> float:
        """Return the learning rate of a layer: its own, or the optimizer's."""
        return dict(self.layer_rates).get(layer, self.optimizer.learning_rate)

    def learning_rates(self, architecture: Architecture) -> NDArray[np.float64]:
        """Return the learning rate of every parameter, shape (parameter_count,), or () if it is the same for all."""
        if not self.layer_rates:
            return np.array(self.optimizer.learning_rate)
        rates = np.full(architecture.parameter_count, self.optimizer.learning_rate)
        for layer, rate in self.layer_rates:
            rates[architecture.layer_slices[layer].whole] = rate
        return rates
