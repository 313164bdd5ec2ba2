"""Hold how a network is trained, checked once, for everyone who trains: a Trainer, a population, a replay.

Whoever takes these settings one by one writes them out with the defaults they have here; a test holds that.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nncore.errors import SettingError, require_known, require_number, require_whole_number
from nncore.losses.losses import REDUCTIONS, check_pair, check_targets, find_loss
from nncore.network.architecture import Architecture
from nncore.quoting import quoted
from nncore.training.in_force import InForce
from nncore.training.interventions import Intervention, check_interventions
from nncore.training.optimizers import Optimizer
from nncore.training.penalties import L1, L2, Penalty
from nncore.training.stop_rules import NoImprovement, NoValidationImprovement, StopRule, TimeLimit

MOST_EPOCHS = 10_000_000


@dataclass(frozen=True)
class TrainingPlan:
    """How a network is trained.

    Parameters
    ----------
    loss : str
        A name from `nncore.losses.losses.LOSSES`.
    optimizer : SGD, Adam, RMSProp or Adagrad
        With its learning rate.
    epochs : int
        How often the whole table is shown, 0 to 10,000,000.
    reduction : {"mean", "sum"}
        How the loss is put together over the samples of a batch.
    batch_size : int, optional
        Samples per update; None, or the table's size and more, is the whole table. The smaller last batch is kept.
    shuffle : bool
        Whether each epoch shows the samples in another order; the whole table at once has no order.
    penalty : L1 or L2, optional
        Added to the loss of every update.
    clip_norm : float, optional
        A longer gradient, penalty included, is shortened to this length before the update.
    stop : tuple of stop rules
        See `nncore.training.stop_rules`.
    interventions : tuple of Intervention
        In the order of their epochs. A single one, like a single stop rule, may stand for itself.

    Raises
    ------
    SettingError
        If a value is outside its limits.
    UnknownNameError
        If a name is not known.

    Examples
    --------
    >>> from nncore.training.optimizers import SGD
    >>> TrainingPlan(loss="half_squared_error", optimizer=SGD(learning_rate=1.0), epochs=10).reduction
    'mean'
    """

    loss: str
    optimizer: Optimizer
    epochs: int
    reduction: str = "mean"
    batch_size: int | None = None
    shuffle: bool = False
    penalty: Penalty | None = None
    clip_norm: float | None = None
    stop: tuple[StopRule, ...] = ()
    interventions: tuple[Intervention, ...] = ()

    def __post_init__(self) -> None:
        find_loss(self.loss)
        require_known("reduction", self.reduction, REDUCTIONS)
        epochs = require_whole_number("epochs", self.epochs, at_least=0, at_most=MOST_EPOCHS)
        object.__setattr__(self, "epochs", epochs)
        if not isinstance(self.optimizer, Optimizer):
            raise SettingError(
                f"optimizer must be one such as SGD(learning_rate=0.1). Got {quoted(self.optimizer)} instead."
            )
        if self.batch_size is not None:
            object.__setattr__(self, "batch_size", require_whole_number("batch_size", self.batch_size, at_least=1))
        if not isinstance(self.shuffle, bool):
            raise SettingError(f"shuffle must be True or False. Got {quoted(self.shuffle)} instead.")
        if not isinstance(self.penalty, L1 | L2 | None):
            raise SettingError(
                f"penalty must be L1(strength), L2(strength) or None. Got {quoted(self.penalty)} instead."
            )
        if self.clip_norm is not None:
            object.__setattr__(self, "clip_norm", require_number("clip_norm", self.clip_norm, above=0))
        stop = one_or_more(self.stop)
        for rule in stop:
            if not isinstance(rule, StopRule):
                raise SettingError(f"stop must hold rules such as LossReached(0.01). Got {quoted(rule)} instead.")
        interventions = one_or_more(self.interventions)
        for change in interventions:
            if not isinstance(change, Intervention):
                raise SettingError(
                    'interventions must hold changes such as Intervention(40, "learning_rate", 0.1). '
                    f"Got {quoted(change)} instead."
                )
        object.__setattr__(self, "stop", stop)
        object.__setattr__(self, "interventions", interventions)

    def check(self, architecture: Architecture, targets: NDArray[np.float64]) -> None:
        """Refuse a plan that does not go with this network and these targets.

        Raises
        ------
        SettingError
            If the loss is undefined for the outputs or the targets, or an intervention does not fit the run.
        """
        check_pair(self.loss, architecture.activations[-1], architecture.output_count)
        check_targets(self.loss, targets)
        check_interventions(self.interventions, architecture, self.epochs)
        for change, before in zip(self.interventions, self._in_force, strict=False):
            _check_switched_off(change, before, architecture)

    def check_validation(self, has_rows: bool) -> None:
        """Refuse a stop rule that watches validation rows if there are none.

        Raises
        ------
        SettingError
        """
        if self.watches_validation and not has_rows:
            raise SettingError(
                "The stop rule watches the loss of validation rows. Got none of them: "
                "split some off the training rows, or leave the rule out."
            )

    @property
    def watches_validation(self) -> bool:
        """Whether a stop rule goes by the loss of validation rows."""
        return any(isinstance(rule, NoValidationImprovement) for rule in self.stop)

    def in_force(self, epoch: int) -> InForce:
        """Return what the update after `epoch` works with, interventions included."""
        return self._in_force[bisect_right(self._change_epochs, epoch)]

    @property
    def in_force_at_first(self) -> InForce:
        """What is in force before any intervention."""
        return self._in_force[0]

    @property
    def memory_slots(self) -> int:
        """Numbers that an optimizer of the run remembers for each parameter, at most."""
        return max(state.optimizer.memory_slots for state in self._in_force)

    @property
    def is_penalized(self) -> bool:
        """Whether a penalty is ever in force."""
        return any(state.penalty is not None for state in self._in_force)

    def next_change(self, epoch: int) -> int | None:
        """Return the epoch of the first intervention after `epoch`, or None if no more is to come."""
        index = bisect_right(self._change_epochs, epoch)
        return self._change_epochs[index] if index < len(self._change_epochs) else None

    @cached_property
    def changes_by_epoch(self) -> Mapping[int, tuple[Intervention, ...]]:
        """The interventions of every epoch that has any, in their order."""
        changes: dict[int, list[Intervention]] = {}
        for intervention in self.interventions:
            changes.setdefault(intervention.epoch, []).append(intervention)
        return {epoch: tuple(interventions) for epoch, interventions in changes.items()}

    @cached_property
    def _change_epochs(self) -> tuple[int, ...]:
        return tuple(intervention.epoch for intervention in self.interventions)

    @cached_property
    def _in_force(self) -> tuple[InForce, ...]:
        """What is in force before any intervention, then after each of them."""
        states = [InForce(self.optimizer, self.penalty)]
        for intervention in self.interventions:
            states.append(intervention.in_force(states[-1]))
        return tuple(states)

    @property
    def time_limit(self) -> float | None:
        """The shortest time limit among the stop rules, in seconds."""
        return min((rule.seconds for rule in self.stop if isinstance(rule, TimeLimit)), default=None)


def shared_epochs(plan: TrainingPlan, other: TrainingPlan) -> int:
    """Return how many epochs two plans do the same: up to the one before their interventions differ, none from epoch 0 on.

    Where the end of a run depends on all its epochs, as with `NoImprovement`, nothing is called the same.

    Examples
    --------
    >>> from nncore.training.optimizers import SGD
    >>> plan = TrainingPlan(loss="half_squared_error", optimizer=SGD(1.0), epochs=100)
    >>> branch = replace(plan, epochs=80, interventions=(Intervention(5, "learning_rate", 0.1),))
    >>> shared_epochs(plan, branch), shared_epochs(plan, replace(plan, batch_size=2))
    (4, 0)
    """
    adapted = replace(other, epochs=plan.epochs, interventions=plan.interventions)
    if adapted != plan or any(
        isinstance(rule, NoImprovement | NoValidationImprovement | TimeLimit) for rule in plan.stop
    ):
        return 0
    changes = zip_longest(plan.interventions, other.interventions)
    differing = [min(change.epoch for change in pair if change) for pair in changes if pair[0] != pair[1]]
    return min([plan.epochs, other.epochs, *(max(0, epoch - 1) for epoch in differing)])


def _check_switched_off(change: Intervention, before: InForce, architecture: Architecture) -> None:
    """Refuse a change that would let a neuron speak that is switched off, with a SettingError."""
    set_to = change.sets(architecture)
    for layer, index in before.switched_off:
        if any(set_to.get(place) for place in architecture.leading_away(layer, index)):
            raise SettingError(
                f"A weight that leads away from a neuron must stay 0 while the neuron is switched off, here neuron {index} "
                f"of layer {layer}. Got another number at epoch {change.epoch}."
            )


def one_or_more(given: Any) -> tuple[Any, ...]:
    """Return several as a tuple; a single one stands for itself."""
    return tuple(given) if isinstance(given, tuple | list) else (given,)
