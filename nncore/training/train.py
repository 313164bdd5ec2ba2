"""Train one network all at once."""

from __future__ import annotations

from collections.abc import Sequence

from numpy.typing import ArrayLike

from nncore.network.network import Network
from nncore.training.history import HISTORY_BYTES
from nncore.training.interventions import Intervention
from nncore.training.optimizers import Optimizer
from nncore.training.penalties import Penalty
from nncore.training.plan import TrainingPlan, one_or_more
from nncore.training.run import Run
from nncore.training.stop_rules import StopRule
from nncore.training.trainer import Trainer


def train(
    network: Network,
    inputs: ArrayLike,
    targets: ArrayLike,
    *,
    loss: str,
    optimizer: Optimizer,
    epochs: int,
    reduction: str = "mean",
    batch_size: int | None = None,
    shuffle: bool = False,
    penalty: Penalty | None = None,
    clip_norm: float | None = None,
    stop: StopRule | Sequence[StopRule] = (),
    interventions: Intervention | Sequence[Intervention] = (),
    seed: int = 0,
    test_inputs: ArrayLike | None = None,
    test_targets: ArrayLike | None = None,
    validation_inputs: ArrayLike | None = None,
    validation_targets: ArrayLike | None = None,
    memory_limit: int = HISTORY_BYTES,
    warn: bool = True,
) -> Run:
    """Train a network to the end and return the run; `network` itself stays as it was.

    Parameters
    ----------
    network, inputs, targets, loss, optimizer, epochs, …
        As for `Trainer`.

    Returns
    -------
    Run

    Raises
    ------
    TableError, SettingError, UnknownNameError, LimitError
        As for `Trainer`.

    Examples
    --------
    output = 2 · 3 = 6, error = 6 − 5 = 1, gradient = 1 · 3 = 3, weight = 2 − 0.1 · 3 = 1.7

    >>> from nncore.training.optimizers import SGD
    >>> network = Network.from_layers(weights=[[[2.0]]], biases=None, activations=["linear"])
    >>> run = train(network, [[3.0]], [[5.0]], loss="half_squared_error", optimizer=SGD(learning_rate=0.1), epochs=1)
    >>> run.network.parameters.round(12).tolist(), run.history.loss.round(12).tolist()
    ([1.7], [0.5, 0.005])
    """
    stops, changes = one_or_more(stop), one_or_more(interventions)
    plan = TrainingPlan(loss, optimizer, epochs, reduction, batch_size, shuffle, penalty, clip_norm, stops, changes)
    return Trainer.of_plan(
        network,
        inputs,
        targets,
        plan,
        seed=seed,
        held_out={"test": (test_inputs, test_targets), "validation": (validation_inputs, validation_targets)},
        memory_limit=memory_limit,
        warn=warn,
    ).finish()
