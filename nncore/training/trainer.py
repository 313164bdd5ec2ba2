"""Train one network in steps, so that a caller can show progress and stop. Nothing here draws or prints."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from nncore.engine.block import EngineState
from nncore.errors import SettingError, require_instance, require_number, require_whole_number
from nncore.network.initializers import LARGEST_SEED
from nncore.network.network import Network
from nncore.training.driver import Driver
from nncore.training.history import HISTORY_BYTES, History
from nncore.training.interventions import Intervention
from nncore.training.optimizers import Optimizer
from nncore.training.penalties import Penalty
from nncore.training.plan import TrainingPlan, one_or_more, shared_epochs
from nncore.training.run import Run
from nncore.training.slice_of_time import SliceOfTime
from nncore.training.stop_rules import StopReason, StopRule, unfinished_reason
from nncore.training.training_tables import NOTHING_HELD_OUT, Given, TrainingTables


class Trainer:
    """Trains one network, as far as it is told to.

    Parameters
    ----------
    network : Network
        Where to start; it stays as it was.
    inputs : array_like, shape (samples, inputs)
        The training table as the network sees it.
    targets : array_like, shape (samples, outputs)
        What it should answer.
    loss, optimizer, epochs, reduction, batch_size, shuffle, penalty, clip_norm, stop, interventions
        See `nncore.training.plan.TrainingPlan`.
    seed : int
        Decides the order of the samples if the plan shuffles: that of epoch e is
        ``RandomState([seed, e]).permutation(samples)``.
    test_inputs, test_targets, validation_inputs, validation_targets : array_like, optional
        Samples that are not learnt from; their losses are recorded, too. A stop rule can watch that of the latter.
    warn : bool
        False for a caller that says `nncore.training.warnings` in its own way.
    memory_limit : int
        Bytes that the history may hold; see `nncore.training.history`.

    Raises
    ------
    TableError
        If a table is empty, not finite, or does not fit the network.
    SettingError
        If a setting is outside its limits or two do not go together.
    LimitError
        If training would take more memory than this package may.

    Warns
    -----
    UnwiseWarning
        If the settings are allowed but will probably not do what was hoped for.

    Examples
    --------
    >>> from nncore.training.optimizers import SGD
    >>> network = Network.from_layers(weights=[[[2.0]]], biases=None, activations=["linear"])
    >>> trainer = Trainer(network, [[3.0]], [[5.0]], loss="half_squared_error", optimizer=SGD(0.1), epochs=2)
    >>> trainer.advance(epochs=1), trainer.network.parameters.round(12).tolist(), trainer.finished
    (1, [1.7], False)
    """

    def __init__(
        self,
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
    ) -> None:
        plan = TrainingPlan(
            loss=loss,
            optimizer=optimizer,
            epochs=epochs,
            reduction=reduction,
            batch_size=batch_size,
            shuffle=shuffle,
            penalty=penalty,
            clip_norm=clip_norm,
            stop=one_or_more(stop),
            interventions=one_or_more(interventions),
        )
        held_out = {"test": (test_inputs, test_targets), "validation": (validation_inputs, validation_targets)}
        self._begin(network, inputs, targets, plan, seed, held_out, memory_limit, warn)

    @classmethod
    def of_plan(
        cls,
        network: Network,
        inputs: ArrayLike,
        targets: ArrayLike,
        plan: TrainingPlan,
        *,
        seed: int = 0,
        held_out: Given = NOTHING_HELD_OUT,
        memory_limit: int = HISTORY_BYTES,
        warn: bool = True,
    ) -> Self:
        """Return a trainer that trains as a plan says, instead of as many settings; `held_out` as `TrainingTables.checked`."""
        trainer = cls.__new__(cls)
        trainer._begin(network, inputs, targets, plan, seed, held_out, memory_limit, warn)
        return trainer

    def _begin(
        self, network: Network, inputs: ArrayLike, targets: ArrayLike, plan: TrainingPlan, seed: int,
        held_out: Given, memory_limit: int, warn: bool,
    ) -> None:  # fmt: skip
        self.plan, self._architecture = plan, require_instance("network", network, Network).architecture
        self._tables = TrainingTables.checked(network.architecture, plan, inputs, targets, held_out, warn=warn)
        self._seed = require_whole_number("seed", seed, at_least=0, at_most=LARGEST_SEED)
        self._seconds_an_epoch = 0.0
        self._driver = Driver(
            network.architecture, self._tables, plan, [self._seed], network.parameters[None], memory_limit=memory_limit
        )

    @property
    def history(self) -> History:
        """The recorded epochs; it goes on growing as the trainer advances."""
        return self._driver.histories[0]

    @property
    def stop_reason(self) -> StopReason | None:
        """Why the run has ended; None if it has not."""
        return self._driver.stop_reasons[0]

    @property
    def epoch(self) -> int:
        """The newest epoch; 0 before any update."""
        return self.history.last_epoch

    @property
    def finished(self) -> bool:
        """Whether the run has ended, for whatever reason."""
        return self.stop_reason is not None

    @property
    def network(self) -> Network:
        """The network after the newest epoch."""
        return Network(self._architecture, self.history.newest_parameters)

    def advance(self, *, epochs: int | None = None, seconds: float | None = None) -> int:
        """Train on for a number of epochs or for a slice of time.

        Parameters
        ----------
        epochs : int, optional
            How many, at most: the run may end before.
        seconds : float, optional
            For how long. At least one epoch is trained, and an epoch is not broken off.

        Returns
        -------
        int
            How many epochs were done; 0 if the run had already finished.

        Raises
        ------
        SettingError
            If neither or both are given, or the number is not positive.
        """
        if (epochs is None) == (seconds is None):
            raise SettingError("advance needs either epochs or seconds. Got both or neither.")
        before = self.epoch
        if not self.finished and self.history.recent.lacks(before):
            self.history.recent.add(self._driver.state())
        if epochs is not None:
            goal = min(before + require_whole_number("epochs", epochs, at_least=1), self.plan.epochs)
            while not self.finished and self.epoch < goal:
                self._driver.train_block(goal - self.epoch)
        elif seconds is not None:
            self._advance_for(require_number("seconds", seconds, above=0))
        return self.epoch - before

    def epochs_shared_with(self, other: Trainer) -> int:
        """Return up to which epoch another trainer's run is the same, trained or not; 0 if it is another from the start."""
        return shared_epochs(self.plan, other.plan) if self._starts_like(other) else 0

    def take_over(self, other: Trainer, *, replay: bool = True) -> int:
        """Take over what another trainer has trained of the same run, instead of training it again.

        Two runs are the same until the first epoch at which their interventions differ. Other held-out samples make no
        difference: they are not learnt from, and their losses are computed from the records.

        Parameters
        ----------
        other : Trainer
            Another one that may have trained the same run.
        replay : bool
            Whether epochs that the other no longer knows enough of are trained again at once, which may take long.
            Without it this run goes on from an earlier one, and they are trained as it advances.

        Returns
        -------
        int
            Up to which epoch; 0 if the runs are others from the start, or this one has begun.

        Examples
        --------
        >>> from nncore.training.interventions import Intervention
        >>> from nncore.training.optimizers import SGD
        >>> network = Network.from_layers(weights=[[[2.0]]], biases=None, activations=["linear"])
        >>> table = {"inputs": [[1.0]], "targets": [[0.0]], "loss": "half_squared_error", "epochs": 6}
        >>> first = Trainer(network, **table, optimizer=SGD(0.5))
        >>> first.finish().network.parameters.tolist()
        [0.03125]
        >>> branch = Trainer(network, **table, optimizer=SGD(0.5), interventions=Intervention(3, "parameter", (0, 8.0)))
        >>> branch.take_over(first), branch.finish().network.parameters.tolist()
        (2, [1.0])
        """
        # The last epoch of either is trained here: it may be what ends the run.
        until = min(self.epochs_shared_with(other), other.epoch - 1, self.plan.epochs - 1)
        if self.epoch > 0 or self.finished or until < 1:
            return 0
        others = self._tables.held_out_otherwise(other._tables)
        if not self._tables.afford_losses(others, len(other.history.epochs)):
            return 0
        losses = {name: partial(self._tables.held_out_losses, name, self._architecture, self.plan) for name in others}
        state = other.history.newest_state(until)
        if replay and state.epoch < (epoch := other.history.last_recorded(until)):
            state = other.history.state_at(epoch)
        if state.epoch > 0:
            self.history.take_over(other.history, state, losses)
            self._driver.go_on_from(state)
        return state.epoch

    def go_on_from(self, state: EngineState) -> None:
        """Go on from a state that a run of this network and table came to, whatever the plan was by then."""
        self._driver.go_on_from(state)

    def _starts_like(self, other: Trainer) -> bool:
        return (
            self._seed == other._seed
            and self._tables.learn_like(other._tables)
            and self._architecture == other._architecture
            and np.array_equal(self.history.parameters[0], other.history.parameters[0])
            and self.history.can_take_over(other.history)
        )

    def finish(self) -> Run:
        """Train to the end and return the run."""
        while not self.finished:
            self._driver.train_block(self.plan.epochs)
        return self.run

    @property
    def run(self) -> Run:
        """The run as far as it has come; its history goes on growing if the trainer advances.

        Examples
        --------
        >>> from nncore.training.optimizers import SGD
        >>> network = Network.from_layers(weights=[[[2.0]]], biases=None, activations=["linear"])
        >>> trainer = Trainer(network, [[3.0]], [[5.0]], loss="half_squared_error", optimizer=SGD(0.1), epochs=2)
        >>> print(trainer.run.stop_reason)
        Not finished: epoch 0 of 2.
        """
        reason = self.stop_reason or unfinished_reason(self.epoch, self.plan.epochs)
        return Run(self.network, self.history, reason)

    def _advance_for(self, seconds: float) -> None:
        if self.finished:
            return
        slice_of_time = SliceOfTime(seconds, self._driver.longest_block, self._seconds_an_epoch)
        while not self.finished and (block := slice_of_time.next_block()):
            slice_of_time.done(self._driver.train_block(block))
        self._seconds_an_epoch = slice_of_time.seconds_an_epoch
