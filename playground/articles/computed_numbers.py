"""What is computed here in the place of each number that an article prints, from one run of the article."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nncore.experiment.experiment import Experiment
from nncore.experiment.experiment_run import ExperimentRun
from nncore.metrics.confusion import Confusion, confusion
from nncore.metrics.regression_errors import mean_absolute_error
from nncore.number_text import number_text

Array = NDArray[np.float64]


@dataclass(frozen=True)
class ArticleRun:
    """An article's run, and the row that it asks about."""

    experiment: Experiment
    situation: tuple[float, ...]

    @cached_property
    def run(self) -> ExperimentRun:
        """The run, made once."""
        return self.experiment.run()

    @cached_property
    def answer(self) -> float:
        """What the network answers to the situation."""
        answer: float = self.run.predict([self.situation]).item()
        return answer

    @cached_property
    def counts(self) -> Confusion:
        """What it makes of the test rows."""
        _, _, inputs, targets = self.experiment.scaled()
        assert inputs is not None
        assert targets is not None
        return confusion(targets, self.run.network.predict(inputs), THRESHOLD)

    @cached_property
    def errors(self) -> Array:
        """The mean absolute error of every epoch, each before its update, shape (epochs,)."""
        inputs, targets, _, _ = self.experiment.scaled()
        history = self.run.history
        networks = [history.network_at(epoch) for epoch in range(self.experiment.epochs)]
        return np.array([float(mean_absolute_error(targets, network.predict(inputs))) for network in networks])


THRESHOLD = 0.5
"""Above it both articles call an output class 1."""


def computed(run: ArticleRun, what: str) -> str:
    """Return what is computed in the place of a printed number, as it is written there.

    Parameters
    ----------
    run : ArticleRun
    what : str
        A name from `COMPUTED`, or such as "training row 2" or "test row 2".

    Examples
    --------
    >>> from nncore.articles import SINGLE_NEURON_NEW_SITUATION, single_neuron
    >>> run = ArticleRun(single_neuron(), SINGLE_NEURON_NEW_SITUATION)
    >>> computed(run, "training row 3"), computed(run, "shape of W1"), computed(run, "answer")
    ('1 0 1 → 1', '3 × 1', '0.9999584')
    """
    if " row " in what:
        table, number = what.split(" row ")
        return _row(run.experiment, table, int(number) - 1)
    return COMPUTED[what](run)


def _row(experiment: Experiment, table: str, place: int) -> str:
    dataset = experiment.dataset
    inputs, targets = dataset.inputs, dataset.targets
    if table == "test":
        assert dataset.test_inputs is not None
        assert dataset.test_targets is not None
        inputs, targets = dataset.test_inputs, dataset.test_targets
    return f"{_spaced(inputs[place])} → {_spaced(targets[place])}"


def _spaced(numbers: Array | tuple[float, ...]) -> str:
    return " ".join(number_text(float(number)) for number in numbers)


def _shape(run: ArticleRun, layer: int) -> str:
    return " × ".join(map(str, run.experiment.architecture.weight_shapes[layer]))


def _weights(parameters: Array) -> str:
    # As NumPy prints an array.
    return ", ".join(f"{weight:.8f}" for weight in parameters).replace("-", "−")


COMPUTED: Mapping[str, Callable[[ArticleRun], str]] = {
    "situation": lambda run: _spaced(run.situation),
    "answer": lambda run: f"{run.answer:.7f}",
    "seed": lambda run: str(run.experiment.seed),
    "shape of W1": lambda run: _shape(run, 0),
    "shape of W2": lambda run: _shape(run, 1),
    "epochs": lambda run: str(run.experiment.epochs),
    "starting weights": lambda run: _weights(run.run.history.network_at(0).parameters),
    "ending weights": lambda run: _weights(run.run.network.parameters),
    "errors": lambda run: str(len(run.errors)),
    "first and last error": lambda run: f"{run.errors[0]:.4f}, {run.errors[-1]:.4f}",
    "threshold": lambda run: number_text(THRESHOLD),
    "true positives": lambda run: str(run.counts.true_positives),
    "true negatives": lambda run: str(run.counts.true_negatives),
    "false positives": lambda run: str(run.counts.false_positives),
    "false negatives": lambda run: str(run.counts.false_negatives),
    "accuracy": lambda run: f"{run.counts.accuracy:.4g}",
}
"""Each as the article writes it."""
