"""Everything the lines of an update are written from: the network before it, its rows, and what is in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nncore.engine.block import SingleUpdate
from nncore.experiment.experiment import Experiment
from nncore.losses.loss import Loss
from nncore.losses.losses import find_loss
from nncore.network.activations import Activation, find_activation
from nncore.network.flat_order import ParameterPlace, parameter_places
from nncore.network.gradient import Gradient
from nncore.network.network import Network
from nncore.network.neuron_names import bias_name, neuron_names, weight_name
from nncore.network.trace import Trace
from nncore.training.in_force import InForce

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class WorkedCase:
    """What is known of an update before any line is written.

    Attributes
    ----------
    experiment : Experiment
    epoch : int
        That the update leads away from, or from within.
    update : SingleUpdate
        As the engine made it, of one run.
    rows : tuple of int
        The rows it learns from.
    worked : tuple of int
        The rows that are worked line by line.
    parameter : int
    is_last : bool
        Whether it is the last update of its epoch.
    row_numbers : sequence of int, optional
        What the training rows are called; without them they are counted from 1.
    """

    experiment: Experiment
    epoch: int
    update: SingleUpdate
    rows: tuple[int, ...]
    worked: tuple[int, ...]
    parameter: int
    is_last: bool
    row_numbers: Sequence[int] | None = None

    @cached_property
    def network(self) -> Network:
        """The network before the update."""
        return Network(self.experiment.architecture, self.update.before.parameters[0])

    @cached_property
    def trace(self) -> Trace:
        """What it computes for every row of the training table; for those of the update, what the engine computed."""
        table = self.network.forward(self.experiment.scaled()[0])
        rows = list(self.rows)
        # Sums in another order differ in their last digit, and a sine of a large z would make much of it.
        for textbook, engine in (
            (table.pre_activations, self.update.pre_activations),
            (table.activations, self.update.activations),
        ):
            for layer, numbers in zip(textbook, engine, strict=True):
                layer[rows] = numbers[0].T
        return table

    @cached_property
    def gradient(self) -> Gradient:
        """What goes backward, each row for itself."""
        targets = self.experiment.scaled()[1]
        return self.network.backward(self.trace, targets, loss=self.experiment.loss, reduction="sum")

    @cached_property
    def row_losses(self) -> Array:
        """The loss of every row for itself, shape (rows,)."""
        scores = self.trace.outputs if self.loss.output_activation is None else self.trace.pre_activations[-1]
        return self.loss.values(scores, self.experiment.scaled()[1])

    @cached_property
    def row_gradients(self) -> Array:
        """The derivative of every row's loss with respect to the weight that is worked, shape (rows,)."""
        layer, start, end = self.place
        delta = self.gradient.deltas[layer][:, end]
        if start is None:
            return delta
        entering = self.trace.activations[layer - 1] if layer else self.trace.inputs
        return delta * entering[:, start]

    @cached_property
    def in_force(self) -> InForce:
        """Optimizer, penalty and what is held."""
        return self.experiment.in_force(self.epoch)

    @cached_property
    def held(self) -> frozenset[int]:
        """The weights and biases that the update does not move."""
        return self.in_force.held(self.experiment.architecture)

    @property
    def neuron_switched_off(self) -> str | None:
        """The neuron that the weight that is worked belongs to, if one is switched off."""
        layer, start, end = self.place
        ends = [] if start is None else [(layer, start)]
        off = [neuron for neuron in (*ends, (layer + 1, end)) if neuron in self.in_force.switched_off]
        return self.neuron_name(off[0]) if off else None

    @cached_property
    def loss(self) -> Loss:
        """The loss function."""
        return find_loss(self.experiment.loss)

    @property
    def loss_formula(self) -> str:
        """The loss of one row as text, over the outputs that there are."""
        return self.loss.formula_over(len(self.neurons[-1]))

    def activation(self, layer: int) -> Activation:
        """Return the activation function of a layer, the inputs being layer 0."""
        return find_activation(self.experiment.architecture.activations[layer - 1])

    # --- the network's neurons and weights -----------------------------------------------------------------------------

    @cached_property
    def neurons(self) -> list[list[str]]:
        """What the neurons are called, the inputs first."""
        dataset = self.experiment.dataset
        return neuron_names(self.sizes, dataset.all_input_names, dataset.target_names)

    def neuron_name(self, neuron: tuple[int, int]) -> str:
        """Return what a neuron is called, by its layer and its index."""
        layer, index = neuron
        return self.neurons[layer][index]

    @property
    def sizes(self) -> tuple[int, ...]:
        """Units of each layer, the inputs first."""
        return self.experiment.architecture.layer_sizes

    @property
    def output_layer(self) -> int:
        """The last layer."""
        return len(self.sizes) - 1

    @cached_property
    def places(self) -> tuple[ParameterPlace, ...]:
        """What each number of the flat vector belongs to."""
        return parameter_places(self.sizes, self.experiment.architecture.bias)

    @cached_property
    def indices(self) -> dict[tuple[int, int | None, int], int]:
        """Where in the flat vector what lies: by layer, counted from the first with weights, start and end."""
        return {(place.layer, place.start, place.end): index for index, place in enumerate(self.places)}

    @property
    def place(self) -> ParameterPlace:
        """What the weight that is worked connects."""
        return self.places[self.parameter]

    @property
    def layer(self) -> int:
        """The layer whose neuron it leads to, the inputs being layer 0."""
        return self.place.layer + 1

    @property
    def letter(self) -> str:
        """What stands for the weight that is worked, or the bias, in a derivative."""
        return "b" if self.place.start is None else "w"

    def parameter_name(self, index: int) -> str:
        """Return what a weight or bias is called."""
        place = self.places[index]
        end = self.neurons[place.layer + 1][place.end]
        return bias_name(end) if place.start is None else weight_name(self.neurons[place.layer][place.start], end)

    # --- names of what is computed -------------------------------------------------------------------------------------

    def in_row(self, name: str, row: int) -> str:
        """Return a name that tells its row if several rows are worked."""
        return name if len(self.worked) == 1 else f"{name} in row {self.number_of(row)}"

    def number_of(self, row: int) -> int:
        """Return what a row of the training table is called."""
        return row + 1 if self.row_numbers is None else self.row_numbers[row]

    def listed(self, rows: Sequence[int]) -> str:
        """Return rows as a sentence names them."""
        return listed_rows(sorted(self.number_of(row) for row in rows))

    def activation_name(self, layer: int, unit: int) -> str:
        """Return what the answer of a neuron is called: y for an output, as the losses have it, else a."""
        return f"{'y' if layer == self.output_layer else 'a'} of {self.neurons[layer][unit]}"


def listed_rows(numbers: Sequence[int]) -> str:
    """Return rows as a sentence names them by their numbers: all of few, from the first to the last of those in a row.

    Examples
    --------
    >>> listed_rows([1]), listed_rows([1, 4, 3]), listed_rows(range(1, 5)), listed_rows([3, 1] * 50)
    ('row 1', 'rows 1, 4 and 3', 'rows 1 to 4', '100 rows')
    """
    if len(numbers) > 2 and list(numbers) == list(range(numbers[0], numbers[0] + len(numbers))):
        return f"rows {numbers[0]} to {numbers[-1]}"
    if len(numbers) > 8:
        return f"{len(numbers):,} rows"
    *earlier, last = map(str, numbers)
    return f"rows {', '.join(earlier)} and {last}" if earlier else f"row {last}"
