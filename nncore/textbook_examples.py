"""Describe examples that textbooks work by hand, as experiments: starting weights typed in, biases held where they are."""

from __future__ import annotations

from nncore.data.dataset import Dataset
from nncore.experiment.experiment import Experiment
from nncore.network.architecture import Architecture
from nncore.training.interventions import Intervention
from nncore.training.optimizers import SGD

MAZUR_HIDDEN = ((0.15, 0.25), (0.20, 0.30)), (0.35, 0.35)
MAZUR_OUTPUT = ((0.40, 0.50), (0.45, 0.55)), (0.60, 0.60)
"""Weights, a row for each neuron that they come from, and biases."""


def mazur() -> Experiment:
    """Return the 2-2-2 network of "A Step by Step Backpropagation Example", by Matt Mazur, 17 March 2015.

    One row, half the squared error, learning rate 0.5. Each layer has one bias for both of its neurons, which the example
    leaves as it is; here it is two equal ones, held.

    Examples
    --------
    He prints w1 0.149780716, w2 0.19956143 and w5 0.35891648 after one update, and a loss of 0.298371109 before it.

    >>> history = mazur().run().history
    >>> history.network_at(1).parameters[[0, 2, 6]].round(8).tolist(), history.loss[0].round(9).item()
    ([0.14978072, 0.19956143, 0.35891648], 0.298371109)
    """
    architecture = Architecture((2, 2, 2), ("sigmoid", "sigmoid"))
    start = [number for weights, biases in (MAZUR_HIDDEN, MAZUR_OUTPUT) for row in (*weights, biases) for number in row]
    biases = [place for layer in architecture.layer_slices for place in range(layer.biases.start, layer.biases.stop)]
    return Experiment(
        dataset=Dataset([[0.05, 0.10]], [[0.01, 0.99]], input_names=["i1", "i2"], target_names=["o1", "o2"]),
        architecture=architecture,
        loss="half_squared_error",
        reduction="sum",
        optimizer=SGD(learning_rate=0.5),
        epochs=10_000,
        interventions=(
            *(Intervention(0, "parameter", pair) for pair in enumerate(start)),
            *(Intervention(0, "frozen", (place, True)) for place in biases),
        ),
    )
