"""Describe the two articles this project grew out of, as experiments that reproduce them number for number.

Both are called "How to Create a Simple Neural Network in Python": the first, on a single neuron, is by Michael J.
Garbade (KDnuggets), the second, on a hidden layer, by Chris Verdence (Better Programming, 25 November 2020).
"""

from __future__ import annotations

from nncore.data.dataset import Dataset
from nncore.experiment.experiment import Experiment
from nncore.network.architecture import Architecture
from nncore.training.optimizers import SGD

SINGLE_NEURON_NEW_SITUATION = (1.0, 0.0, 0.0)
HIDDEN_LAYER_SINGLE_PREDICTION = (1.0, 1.0, 0.0)


def single_neuron() -> Experiment:
    """Return the first article's run: one neuron, three weights, 15,000 epochs.

    Every epoch uses the whole table; the article's update is gradient descent on half the squared error, summed, with
    learning rate 1.

    Examples
    --------
    >>> run = single_neuron().run()
    >>> run.network.parameters.round(8).tolist()
    [10.08740896, -0.20695366, -4.83757835]
    >>> run.predict([SINGLE_NEURON_NEW_SITUATION]).round(7).item()
    0.9999584
    """
    return Experiment(
        dataset=Dataset(
            inputs=[[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]],
            targets=[[0], [1], [1], [0]],
        ),
        architecture=Architecture(layer_sizes=(3, 1), activations=("sigmoid",), bias=False),
        loss="half_squared_error",
        reduction="sum",
        optimizer=SGD(learning_rate=1.0),
        epochs=15_000,
        initializer="uniform",
        seed=1,
    )


def hidden_layer(scaling: str = "own") -> Experiment:
    """Return the second article's run: three inputs, three hidden neurons, one output, 200 epochs.

    Parameters
    ----------
    scaling : {"own", "train"}
        How the test rows are scaled: by their own range, as the article does, or by the training rows' range, which
        shows that (0, 1, 10) lies ten times outside anything learnt.

    Examples
    --------
    >>> from nncore.metrics.confusion import confusion
    >>> for scaling in ("own", "train"):
    ...     run = hidden_layer(scaling).run()
    ...     _, _, test_inputs, test_targets = run.experiment.scaled()
    ...     counts = confusion(test_targets, run.network.predict(test_inputs))
    ...     print(counts.true_positives, counts.true_negatives, counts.false_positives, counts.false_negatives)
    2 4 0 0
    2 3 1 0
    """
    return Experiment(
        dataset=Dataset(
            inputs=[[0, 1, 0], [0, 1, 1], [0, 0, 0], [10, 0, 0], [10, 1, 1], [10, 0, 1]],
            targets=[[0], [0], [0], [1], [1], [1]],
            test_inputs=[[1, 1, 1], [10, 0, 1], [0, 1, 10], [10, 1, 10], [0, 0, 0], [0, 1, 1]],
            test_targets=[[0], [1], [0], [1], [0], [0]],
        ),
        architecture=Architecture(layer_sizes=(3, 3, 1), activations=("sigmoid", "sigmoid"), bias=False),
        loss="half_squared_error",
        reduction="sum",
        optimizer=SGD(learning_rate=1.0),
        epochs=200,
        initializer="uniform",
        seed=1,
        input_scaling="min_max",
        target_scaling="min_max",
        test_scaling=scaling,
    )
