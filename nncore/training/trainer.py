"""Train one network in steps, so that a caller can show progress and stop. Nothing here draws or prints."""

from __future__ import annotations

import time
import warnings
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.data.fitting_tables import fitting_tables
from nncore.engine.block import Block, objectives
from nncore.engine.engine import Engine
from nncore.engine.evaluation import stacked_losses
from nncore.engine.finiteness import first_non_finite_place
from nncore.engine.replay import Replay
from nncore.engine.stack import as_features
from nncore.errors import SettingError, UnwiseWarning, require_number, require_whole_number
from nncore.limits import check_memory
from nncore.network.initializers import LARGEST_SEED
from nncore.network.network import Network
from nncore.training.history import HISTORY_BYTES, History
from nncore.training.plan import plan_of, shared_epochs
from nncore.training.run import Run
from nncore.training.slice_of_time import SliceOfTime
from nncore.training.stop_rules import StopReason, StopWatch, not_finite_reason, stop_reason
from nncore.training.warnings import find_warnings

Array = NDArray[np.float64]


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
        Decides the order of the rows if the plan shuffles: that of epoch e is
        ``RandomState([seed, e]).permutation(samples)``.
    test_inputs, test_targets : array_like, optional
        Rows that are not learnt from; their loss is recorded, too.
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
        seed: int = 0,
        test_inputs: ArrayLike | None = None,
        test_targets: ArrayLike | None = None,
        memory_limit: int = HISTORY_BYTES,
        warn: bool = True,
        **settings: Any,
    ) -> None:
        self.plan = plan = plan_of(settings, "seed", "test_inputs", "test_targets", "memory_limit", "warn")
        architecture = self._architecture = network.architecture
        self._inputs, self._targets = fitting_tables("", architecture, inputs, targets)
        plan.check(architecture, self._targets)
        self._test = None
        if test_inputs is not None or test_targets is not None:
            test = fitting_tables("test_", architecture, test_inputs, test_targets)
            plan.check(architecture, test[1])
            self._test = as_features(test[0], architecture.bias), np.ascontiguousarray(test[1].T)
        self._seed = require_whole_number("seed", seed, at_least=0, at_most=LARGEST_SEED)
        check_memory("samples", len(self._inputs), 4 * sum(architecture.layer_sizes))
        for sentence in find_warnings(architecture, self._targets, plan) if warn else ():
            warnings.warn(sentence, UnwiseWarning, stacklevel=2)
        self._seconds = 0.0
        self._seconds_an_epoch = 0.0
        # No method: a history that held its trainer would keep whole runs in memory until Python searches for circles.
        self._new_engine = partial(Engine, architecture, self._inputs, self._targets, plan, [self._seed])
        self._engine = self._new_engine(network.parameters[None])
        self.history = History.of_plan(
            architecture, plan, self._test is not None, Replay(self._new_engine), memory_limit
        )
        self.stop_reason: StopReason | None = None
        self._record_start()

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
        if epochs is not None:
            goal = min(before + require_whole_number("epochs", epochs, at_least=1), self.plan.epochs)
            while not self.finished and self.epoch < goal:
                self._train_block(goal - self.epoch)
        elif seconds is not None:
            self._advance_for(require_number("seconds", seconds, above=0))
        return self.epoch - before

    def take_over(self, other: Trainer) -> int:
        """Take over what another trainer has trained of the same run, instead of training it again.

        Two runs are the same until the first epoch at which their interventions differ.

        Parameters
        ----------
        other : Trainer
            Of whatever run.

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
        until = min(shared_epochs(self.plan, other.plan), other.epoch - 1, self.plan.epochs - 1)
        if self.epoch > 0 or self.finished or until < 1 or not self._starts_like(other):
            return 0
        epoch = other.history.last_recorded(until)
        state = other.history.state_at(epoch)
        self.history.take_over(other.history, epoch)
        self._engine = self._new_engine(state.parameters, state)
        return epoch

    def _starts_like(self, other: Trainer) -> bool:
        tables, others = ([run._inputs, run._targets, *(run._test or ())] for run in (self, other))
        return (
            self._seed == other._seed
            and all(map(np.array_equal, tables, others))
            and self._architecture == other._architecture
            and np.array_equal(self.history.parameters[0], other.history.parameters[0])
            and self.history.can_take_over(other.history)
        )

    def finish(self) -> Run:
        """Train to the end and return the run."""
        while not self.finished:
            self._train_block(self.plan.epochs - self.epoch)
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
        sentence = f"Not finished: epoch {self.epoch:,} of {self.plan.epochs:,}."
        return Run(self.network, self.history, self.stop_reason or StopReason("unfinished", self.epoch, sentence))

    def _advance_for(self, seconds: float) -> None:
        slice_of_time = SliceOfTime(seconds, self._engine.longest_block, self._seconds_an_epoch)
        while not self.finished and (block := slice_of_time.next_block()):
            slice_of_time.done(self._train_block(min(block, self.plan.epochs - self.epoch)))
        self._seconds_an_epoch = slice_of_time.seconds_an_epoch

    def _record_start(self) -> None:
        engine = self._engine
        start = engine.parameters[None].copy()
        losses = engine.losses()
        block = Block(0, start, losses[None], start[0])
        self._watch = StopWatch(self.plan.stop, losses, 0)
        self._record(block, 1)
        if not block.finite()[0, 0]:
            self._stop_for_numbers(0, start[0, 0])
        elif self._watch.first_stops(losses[None], 0)[0][0] == 0:
            self._stop("loss_reached", 0)
        elif self.plan.epochs == 0:
            self._stop("epochs", 0)

    def _train_block(self, epochs: int) -> int:
        """Train a block of at most `epochs` epochs, record it, and return how many of them the run has kept."""
        started = time.perf_counter()
        engine = self._engine
        next_state = self.history.next_state(engine.epoch)
        if next_state is not None:
            epochs = min(epochs, next_state - engine.epoch)
        block = engine.run_block(epochs)
        finite = block.finite()[:, 0]
        healthy = block.epochs if finite.all() else int(finite.argmin())
        stops, kinds = self._watch.first_stops(block.losses[:healthy], block.first_epoch)
        kept = min(healthy, int(stops[0]) + 1)
        if kept:
            self._record(block, kept)
        self._seconds += time.perf_counter() - started
        if stops[0] < healthy:
            self._stop(kinds[0], self.epoch)
        elif healthy < block.epochs:
            self._stop_for_numbers(block.first_epoch + healthy, block.parameters[healthy, 0])
        elif self.epoch == self.plan.epochs:
            self._stop("epochs", self.epoch)
        elif self.plan.time_limit is not None and self._seconds >= self.plan.time_limit:
            self._stop("time", self.epoch)
        return kept

    def _record(self, block: Block, kept: int) -> None:
        history, plan = self.history, self.plan
        rows = history.wanted(block.first_epoch, kept)
        parameters = block.parameters[rows, 0]
        series, architecture = [block.losses[rows, 0]], self._architecture
        if self._test is not None:
            series.append(stacked_losses(architecture, parameters, *self._test, plan.loss, plan.reduction))
        objective = objectives(architecture, plan, block, rows)
        if objective is not None:
            series.append(objective[:, 0])
        history.add(rows + block.first_epoch, np.stack(series, axis=-1), parameters)
        if kept == block.epochs and history.wants_state(self._engine.epoch):
            history.add_state(self._engine.state())

    def _stop(self, kind: str, epoch: int) -> None:
        self.stop_reason = stop_reason(kind, epoch, float(self.history.loss[-1]), self.plan.time_limit)

    def _stop_for_numbers(self, epoch: int, parameters: Array) -> None:
        place = first_non_finite_place(self._architecture, parameters, self._inputs)
        learning_rate = self.plan.in_force(max(0, epoch - 1)).optimizer.learning_rate
        self.stop_reason = not_finite_reason(epoch, self.epoch, place, learning_rate)
