"""Train an experiment for somebody at a terminal: warnings and failures are sentences, not Python's warnings."""

from __future__ import annotations

import warnings

from nncore.cli.ending import SessionEndedError, say
from nncore.errors import UnwiseWarning
from nncore.experiment.experiment import Experiment
from nncore.training.stop_rules import StopReason
from nncore.training.trainer import Trainer


def trainer_after_warnings(experiment: Experiment) -> Trainer:
    """Return a trainer at epoch 0, after saying what is unwise about the experiment.

    Examples
    --------
    >>> from nncore import articles
    >>> trainer_after_warnings(articles.single_neuron()).epoch
    0
    """
    for warning in experiment.warnings():
        say(warning)
    with warnings.catch_warnings():
        # Just said, without the file and the line that a Python warning begins with.
        warnings.simplefilter("ignore", UnwiseWarning)
        return experiment.trainer()


def require_finite(reason: StopReason) -> None:
    """Refuse to go on after a run whose numbers stopped being finite.

    Raises
    ------
    SessionEndedError
        With the sentence of the stop.

    Examples
    --------
    >>> require_finite(StopReason("epochs", 200, "All 200 epochs are done."))
    """
    if reason.kind == "not_finite":
        raise SessionEndedError(reason.sentence)
