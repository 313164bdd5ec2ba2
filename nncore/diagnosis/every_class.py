"""Tell whether trained networks ignore no class."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nncore.diagnosis.diagnosed_run import unscaled
from nncore.engine.evaluation import stacked_outputs
from nncore.experiment.experiment import Experiment

MOST = 0.5
"""A class of which a larger share of the rows is right is not ignored."""


def most_of_every_class_right(experiment: Experiment, parameters: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return of each of many networks whether it calls most training rows of every class right, shape (networks,).

    Parameters
    ----------
    experiment : Experiment
        Of a table of classes.
    parameters : ndarray, shape (networks, parameter_count)
        One flat vector a network.

    Examples
    --------
    The first article's neuron answers below 0.5 to every row before it is trained, and right to all of them afterwards.

    >>> from nncore import articles
    >>> run = articles.single_neuron().run()
    >>> most_of_every_class_right(run.experiment, run.history.parameters[[0, -1]]).tolist()
    [False, True]
    """
    dataset, scaler = experiment.dataset, experiment.target_scaler
    classes = dataset.classes
    assert classes is not None
    outputs = stacked_outputs(experiment.architecture, parameters, experiment.scaled()[0])
    answers = np.array([unscaled(scaler, one) for one in outputs])
    wanted = classes.of_targets(dataset.targets)
    rows_of = [np.flatnonzero(wanted == place) for place in range(classes.count)]
    shares = [classes.accuracy(dataset.targets[rows], answers[:, rows]) for rows in rows_of if rows.size]
    return np.asarray(np.array(shares).min(axis=0) > MOST)
