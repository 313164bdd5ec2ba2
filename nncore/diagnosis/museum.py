"""Eight failures to be opened, watched and mended: one for each common kind of finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nncore.data.dataset import Dataset
from nncore.diagnosis.finding import Kind
from nncore.experiment.experiment import Experiment
from nncore.network.architecture import Architecture
from nncore.training.interventions import SetParameter
from nncore.training.optimizers import SGD

CORNERS = ((0, 0), (0, 1), (1, 0), (1, 1))
XOR = Dataset(CORNERS, [[0], [1], [1], [0]])
NOR = Dataset(CORNERS, [[1], [0], [0], [0]])
LINE = Dataset([[0], [1], [2]], [[1], [3], [5]], input_names=["hours"], target_names=["cost"])
HOUSES = Dataset(
    [[2104, 3], [1600, 3], [2400, 3], [1416, 2], [3000, 4]],
    [[399_900], [329_900], [369_000], [232_000], [539_900]],
    input_names=["size", "bedrooms"],
    target_names=["price"],
)
LARGE_WEIGHTS = (40.0, -60.0, 50.0, -50.0, 30.0, 70.0, 20.0, -45.0, 35.0, 60.0, -80.0, 40.0, -30.0)
"""By their place in a network of two inputs and three hidden neurons."""


@dataclass(frozen=True)
class Exhibit:
    """A failure of the museum.

    Attributes
    ----------
    kind : str
        What it is named by first.
    title, question : str
        What it is called, and what is to be looked for.
    experiment : Experiment
    """

    kind: Kind
    title: str
    question: str
    experiment: Experiment


def _experiment(dataset: Dataset, *hidden: int, output: str = "sigmoid", **others: Any) -> Experiment:
    sizes = (dataset.input_count, *hidden, dataset.target_count)
    activations = (*[others.pop("hidden", "sigmoid")] * len(hidden), output)
    shape = Architecture(sizes, activations, others.pop("bias", True))
    settings: dict[str, Any] = {
        "loss": "half_squared_error",
        "reduction": "sum",
        "optimizer": SGD(1.0),
        "epochs": 2_000,
    }
    return Experiment(dataset, shape, **(settings | others))


EXHIBITS = (
    Exhibit(
        "not_separable",
        "One neuron and XOR",
        "Which straight line has both ones on one side and both zeros on the other?",
        _experiment(XOR, epochs=15_000),
    ),
    Exhibit(
        "needs_bias",
        "A neuron without a bias",
        "The first row is all zeros: what can the weights do about its answer?",
        _experiment(NOR, bias=False),
    ),
    Exhibit(
        "learning_rate_too_high",
        "Steps that go too far",
        "The answer jumps from one side of the target to the other: does each jump get it nearer?",
        _experiment(LINE, output="linear", optimizer=SGD(0.35), epochs=100),
    ),
    Exhibit(
        "learning_rate_too_low",
        "Steps that lead nowhere",
        "The loss falls at every epoch: when will it be there?",
        _experiment(XOR, 3, optimizer=SGD(0.001)),
    ),
    Exhibit(
        "saturated",
        "Weights that begin too large",
        "Every neuron is sure of its answer: how much of an error comes through it?",
        _experiment(
            XOR,
            3,
            interventions=tuple(
                SetParameter(0, "parameter", (place, weight)) for place, weight in enumerate(LARGE_WEIGHTS)
            ),
        ),
    ),
    Exhibit(
        "dead_relu",
        "ReLUs that have died",
        "All four answers are the same number: what do the hidden neurons still say?",
        _experiment(XOR, 3, hidden="relu", seed=2),
    ),
    Exhibit(
        "symmetric_start",
        "A start from zeros",
        "Three hidden neurons start alike: what could make one of them differ from the others?",
        _experiment(XOR, 3, initializer="zeros"),
    ),
    Exhibit(
        "unscaled_inputs",
        "Houses in square feet",
        "Even a learning rate of a millionth is too much: is it the rate that is to blame?",
        _experiment(HOUSES, output="linear", optimizer=SGD(1e-6), epochs=200),
    ),
)
"""In the order in which they are shown."""
