"""Tell by which rows held out a run is watched, and what their loss is."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nncore.engine.evaluation import stacked_losses
from nncore.engine.stack import as_features
from nncore.experiment.experiment import Experiment

Array = NDArray[np.float64]


def watched_rows(experiment: Experiment) -> Literal["validation", "test"] | None:
    """Return the rows held out that a run may be watched by: validation rows, or test rows where there are none of them.

    Examples
    --------
    >>> from nncore import articles
    >>> watched_rows(articles.hidden_layer()), watched_rows(articles.single_neuron())
    ('test', None)
    """
    held_out = experiment.held_out()
    if "validation" in held_out:
        return "validation"
    return "test" if "test" in held_out else None


def losses_of_watched_rows(experiment: Experiment, parameters: Array) -> Array:
    """Return the loss of the watched rows at each parameter vector, shape (networks,).

    Parameters
    ----------
    experiment : Experiment
        With rows held out.
    parameters : ndarray, shape (networks, parameter_count)

    Examples
    --------
    >>> from nncore import articles
    >>> run = articles.hidden_layer().run()
    >>> bool(losses_of_watched_rows(run.experiment, run.network.parameters[None])[0] == run.history.test_loss[-1])
    True
    """
    name = watched_rows(experiment)
    assert name is not None
    return losses_of_held_out_rows(experiment, name, parameters)


def losses_of_held_out_rows(experiment: Experiment, name: str, parameters: Array) -> Array:
    """Return the loss of the "test" or the "validation" rows at each parameter vector, shape (networks,).

    Parameters
    ----------
    experiment : Experiment
        With such rows.
    name : str
        Which of those that `nncore.experiment.experiment.Experiment.held_out` gives.
    parameters : ndarray, shape (networks, parameter_count)

    Examples
    --------
    >>> from nncore import articles
    >>> run = articles.hidden_layer().run()
    >>> losses = losses_of_held_out_rows(run.experiment, "test", run.history.parameters)
    >>> bool((losses == run.history.test_loss).all())
    True
    """
    inputs, targets = experiment.held_out()[name]
    architecture = experiment.architecture
    features = as_features(inputs, architecture.bias)
    return stacked_losses(architecture, parameters, features, targets.T, experiment.loss, experiment.reduction)
