"""Train a run on for a moment, to see whether it would have gone on."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from nncore.diagnosis.goal import goal_loss
from nncore.experiment.experiment import Experiment
from nncore.network.network import Network
from nncore.training.plan import MOST_EPOCHS
from nncore.training.run import Run
from nncore.training.trainer import Trainer

SECONDS = 0.05
"""What a continuation may take: a person waits for it."""

SECONDS_AN_UPDATE, SECONDS_A_PRODUCT = 10e-6, 1e-9
"""What an update of one network takes, and what it takes for each row and parameter: measured."""


@dataclass(frozen=True, eq=False)
class Continuation:
    """What a run came to in some epochs more.

    Attributes
    ----------
    epochs : int
        How many they were.
    loss : float
        Of the training table after them.
    learnt_after : int or None
        After how many of them its loss was low enough to count as learnt; None if it never was.
    run : Run
        They themselves, counted from 0.
    """

    epochs: int
    loss: float
    learnt_after: int | None
    run: Run


def continuation(
    experiment: Experiment, network: Network, epoch: int, rate: float | None = None, *, at_most: int | None = None
) -> Continuation | None:
    """Return what a network comes to in some epochs more; None if weights are held, or layers have rates of their own.

    Parameters
    ----------
    experiment : Experiment
    network : Network
        As it was after `epoch` of its run. What the optimizer remembered until then is not taken along.
    epoch : int
    rate : float, optional
        A learning rate; by default the one in force.
    at_most : int, optional
        No more epochs than so many; by default as many as a moment allows.

    Examples
    --------
    >>> from nncore import articles
    >>> article = articles.single_neuron()
    >>> further = continuation(article, article.network(), 0)
    >>> further.epochs, further.learnt_after
    (4994, 161)
    """
    in_force = experiment.plan.in_force(epoch)
    if in_force.frozen or in_force.switched_off or in_force.layer_rates:
        return None
    optimizer = in_force.optimizer if rate is None else in_force.optimizer.at(rate)
    of_then = replace(experiment.plan, penalty=in_force.penalty, optimizer=optimizer)
    epochs = min(_affordable(experiment), at_most or MOST_EPOCHS)
    plan = replace(of_then, epochs=epochs, stop=(), interventions=())
    inputs, targets, _, _ = experiment.scaled()
    run = Trainer.of_plan(network, inputs, targets, plan, seed=experiment.seed, warn=False).finish()
    learnt = np.flatnonzero(run.history.loss <= goal_loss(experiment))
    after = int(run.history.epochs[learnt[0]]) if learnt.size else None
    loss = float(run.history.loss[-1]) if run.stop_reason.kind == "epochs" else np.inf
    return Continuation(epochs, loss, after, run)


def _affordable(experiment: Experiment) -> int:
    rows = experiment.dataset.samples
    batch = min(rows, experiment.batch_size or rows)
    update = SECONDS_AN_UPDATE + SECONDS_A_PRODUCT * batch * experiment.architecture.parameter_count
    return max(1, int(SECONDS / update / -(-rows // batch)))
