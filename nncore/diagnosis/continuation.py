"""Train a run on for a moment, or the same start otherwise, to see what it would have come to."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from nncore.diagnosis.goal import goal_loss
from nncore.experiment.experiment import Experiment
from nncore.network.network import Network
from nncore.training.history import History
from nncore.training.interventions import Intervention
from nncore.training.plan import MOST_EPOCHS, TrainingPlan
from nncore.training.trainer import Trainer

SECONDS = 0.05
"""What a continuation may take: a person waits for it."""

SECONDS_AN_UPDATE, SECONDS_A_PRODUCT = 10e-6, 1e-9
"""What an update of one network takes, and what it takes for each row and parameter: measured."""


@dataclass(frozen=True)
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
    network : Network
        After them, or after the last whose numbers are all finite.
    """

    epochs: int
    loss: float
    learnt_after: int | None
    network: Network


def continuation(experiment: Experiment, history: History, rate: float | None = None) -> Continuation | None:
    """Return what a run comes to in some epochs more, with all that its optimizer remembers.

    Parameters
    ----------
    experiment : Experiment
    history : History
        Of a run of it, which is continued behind its last epoch.
    rate : float, optional
        A learning rate; by default the one in force.

    Returns
    -------
    Continuation or None
        None if weights are held, or layers have rates of their own, or too much would have to be trained again.

    Examples
    --------
    >>> from nncore import articles
    >>> article = articles.single_neuron()
    >>> further = continuation(article, replace(article, epochs=100).run().history)
    >>> further.epochs, further.learnt_after
    (4994, 61)
    """
    last = history.last_epoch
    in_force = experiment.plan.in_force(last)
    if in_force.frozen or in_force.switched_off or in_force.layer_rates:
        return None
    state, epochs = history.newest_state(last), min(affordable_epochs(experiment), MOST_EPOCHS - last)
    if last - state.epoch > epochs or epochs < 1:
        return None
    trainer = _trainer(experiment, _going_on(experiment, last, epochs, rate))
    trainer.go_on_from(state)
    run = trainer.finish()
    later = run.history.epochs > last
    learnt = np.flatnonzero(later & (run.history.loss <= goal_loss(experiment)))
    after = int(run.history.epochs[learnt[0]]) - last if learnt.size else None
    loss = float(run.history.loss[-1]) if run.stop_reason.kind == "epochs" else np.inf
    return Continuation(epochs, loss, after, run.network)


def affordable_epochs(experiment: Experiment) -> int:
    """Return how many epochs of an experiment take no longer than somebody waits for."""
    rows = experiment.dataset.samples
    batch = min(rows, experiment.batch_size or rows)
    update = SECONDS_AN_UPDATE + SECONDS_A_PRODUCT * batch * experiment.architecture.parameter_count
    return max(1, int(SECONDS / update / -(-rows // batch)))


def _going_on(experiment: Experiment, last: int, epochs: int, rate: float | None) -> TrainingPlan:
    faster = () if rate is None else (Intervention(last, "learning_rate", rate),)
    # What was changed on the way is in the state, or still in force.
    changes = (*(change for change in experiment.interventions if change.epoch <= last), *faster)
    return replace(experiment.plan, epochs=last + epochs, stop=(), interventions=changes)


def _trainer(experiment: Experiment, plan: TrainingPlan) -> Trainer:
    inputs, targets, _, _ = experiment.scaled()
    return Trainer.of_plan(experiment.network(), inputs, targets, plan, seed=experiment.seed, warn=False)
