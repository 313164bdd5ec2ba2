"""Train many networks all at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from numpy.typing import ArrayLike

from nncore.network.architecture import Architecture
from nncore.training.history import HISTORY_BYTES
from nncore.training.interventions import Intervention
from nncore.training.optimizers import Optimizer
from nncore.training.penalties import Penalty
from nncore.training.plan import TrainingPlan, one_or_more
from nncore.training.population import Population
from nncore.training.population_trainer import PopulationTrainer
from nncore.training.stop_rules import StopRule


def train_population(
    architecture: Architecture,
    inputs: ArrayLike,
    targets: ArrayLike,
    *,
    seeds: Iterable[int],
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
    initializer: str = "uniform",
    test_inputs: ArrayLike | None = None,
    test_targets: ArrayLike | None = None,
    validation_inputs: ArrayLike | None = None,
    validation_targets: ArrayLike | None = None,
    keep_history: bool = False,
    memory_limit: int = HISTORY_BYTES,
    warn: bool = True,
) -> Population:
    """Train one network for each seed to the end and return them all.

    Parameters
    ----------
    architecture, inputs, targets, seeds, loss, optimizer, epochs, …
        As for `PopulationTrainer`.

    Returns
    -------
    Population

    Raises
    ------
    TableError, SettingError, UnknownNameError, LimitError
        As for `PopulationTrainer`.

    Examples
    --------
    >>> from nncore.training.optimizers import SGD
    >>> population = train_population(Architecture((1, 1), ("linear",)), [[0.0], [1.0]], [[1.0], [3.0]], seeds=range(3),
    ...                               loss="half_squared_error", optimizer=SGD(learning_rate=0.5), epochs=500)
    >>> population.parameters.round(6).tolist()
    [[2.0, 1.0], [2.0, 1.0], [2.0, 1.0]]
    """
    stops, changes = one_or_more(stop), one_or_more(interventions)
    plan = TrainingPlan(loss, optimizer, epochs, reduction, batch_size, shuffle, penalty, clip_norm, stops, changes)
    return PopulationTrainer.of_plan(
        architecture,
        inputs,
        targets,
        plan,
        seeds=seeds,
        initializer=initializer,
        held_out={"test": (test_inputs, test_targets), "validation": (validation_inputs, validation_targets)},
        keep_history=keep_history,
        memory_limit=memory_limit,
        warn=warn,
    ).finish()
