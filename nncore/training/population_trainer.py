"""Train many networks of one shape, from many seeds, in steps: each comes to exactly what it comes to alone."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence, Sized
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.errors import SettingError, require_instance, require_number, require_whole_number
from nncore.limits import check_memory
from nncore.network.architecture import Architecture
from nncore.network.initializers import LARGEST_SEED, initial_parameters
from nncore.quoting import quoted
from nncore.training.driver import Driver
from nncore.training.history import HISTORY_BYTES
from nncore.training.interventions import Intervention
from nncore.training.optimizers import Optimizer
from nncore.training.penalties import Penalty
from nncore.training.plan import TrainingPlan, one_or_more
from nncore.training.population import Population
from nncore.training.slice_of_time import SliceOfTime
from nncore.training.stop_rules import StopRule, unfinished_reason
from nncore.training.training_tables import NOTHING_HELD_OUT, Given, TrainingTables

Array = NDArray[np.float64]

CHUNK_BYTES = 1 << 20
"""What the work buffers of the runs trained together may take: little enough to stay in the processor's cache."""

TURN = 1_024
"""Epochs that runs trained together do before it is the turn of others, where all are to be shown."""


class PopulationTrainer:
    """Trains one network for each seed, as far as it is told to.

    Parameters
    ----------
    architecture : Architecture
        Of all of them.
    inputs, targets : array_like, shape (samples, inputs) and (samples, outputs)
        The table all of them learn.
    seeds : iterable of int
        Seed s means ``Network.initialize(seed=s)`` trained with ``train(seed=s)``, to the last bit.
    loss, optimizer, epochs, reduction, batch_size, shuffle, penalty, clip_norm, stop, interventions
        See `nncore.training.plan.TrainingPlan`.
    initializer : str
        See `nncore.network.initializers`.
    test_inputs, test_targets, validation_inputs, validation_targets : array_like, optional
        Samples that are not learnt from; the histories hold their losses. A stop rule can watch that of the latter.
    keep_history : bool
        Whether the epochs of every run are recorded.
    memory_limit : int
        Bytes that the histories may hold together; see `nncore.training.history`.
    warn : bool
        False for a caller that says `nncore.training.warnings` in its own way.

    Raises
    ------
    TableError, SettingError, UnknownNameError, LimitError
        As for `Trainer`; a time limit is refused, because a clock is not reproducible.

    Examples
    --------
    >>> from nncore.training.optimizers import SGD
    >>> trainer = PopulationTrainer(Architecture((1, 1), ("linear",)), [[0.0], [1.0]], [[1.0], [3.0]], seeds=range(3),
    ...                             loss="half_squared_error", optimizer=SGD(learning_rate=0.5), epochs=500)
    >>> trainer.advance(epochs=100), trainer.epoch, trainer.finished
    (300, 100, False)
    >>> trainer.finish().parameters.round(6).tolist()
    [[2.0, 1.0], [2.0, 1.0], [2.0, 1.0]]
    """

    def __init__(
        self,
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
        self._begin(architecture, inputs, targets, plan, seeds, initializer, held_out, keep_history, memory_limit, warn)

    @classmethod
    def of_plan(
        cls,
        architecture: Architecture,
        inputs: ArrayLike,
        targets: ArrayLike,
        plan: TrainingPlan,
        *,
        seeds: Iterable[int],
        initializer: str = "uniform",
        held_out: Given = NOTHING_HELD_OUT,
        keep_history: bool = False,
        memory_limit: int = HISTORY_BYTES,
        warn: bool = True,
    ) -> Self:
        """Return a trainer that trains as a plan says, instead of as many settings; `held_out` as `TrainingTables.checked`."""
        trainer = cls.__new__(cls)
        trainer._begin(
            architecture, inputs, targets, plan, seeds, initializer, held_out, keep_history, memory_limit, warn
        )
        return trainer

    def _begin(
        self, architecture: Architecture, inputs: ArrayLike, targets: ArrayLike, plan: TrainingPlan,
        seeds: Iterable[int], initializer: str, held_out: Given,
        keep_history: bool, memory_limit: int, warn: bool,
    ) -> None:  # fmt: skip
        if plan.time_limit is not None:
            raise SettingError(
                "A population cannot have a time limit: its runs would not be reproducible. Leave it out."
            )
        self.plan, self._architecture = plan, require_instance("architecture", architecture, Architecture)
        self._seeds = _counted_out(seeds, 4 * architecture.parameter_count)
        self._tables = TrainingTables.checked(architecture, plan, inputs, targets, held_out, warn=warn)
        self._memory_limit = memory_limit // len(self._seeds) if keep_history else None
        self._parameters = initial_parameters(architecture, initializer, self._seeds)
        floats = architecture.parameter_count + len(self._tables.inputs) * sum(architecture.layer_sizes)
        self._chunk = max(1, CHUNK_BYTES // (8 * 4 * floats))
        self._drivers: list[Driver | None] = [None] * -(-len(self._seeds) // self._chunk)
        self._seconds_an_epoch = 0.0

    @property
    def epoch(self) -> int:
        """The epoch to which all runs that go on have come; where all have ended, the last one of any."""
        going_on = [driver.epoch if driver else 0 for driver in self._drivers if not (driver and driver.finished)]
        return min(going_on) if going_on else max(driver.epoch for driver in self._drivers if driver)

    @property
    def finished(self) -> bool:
        """Whether all runs have ended."""
        return all(driver is not None and driver.finished for driver in self._drivers)

    @property
    def population(self) -> Population:
        """The networks as far as they have come. Histories go on growing if the trainer advances."""
        drivers = []
        for number in range(len(self._drivers)):
            drivers.append(self._driver(number))
            self._rest(drivers[-1])
        ends = [end for driver in drivers for end in zip(driver.stop_reasons, driver.epochs, strict=True)]
        return Population(
            self._architecture,
            self._seeds,
            np.concatenate([driver.parameters for driver in drivers]),
            np.concatenate([driver.losses for driver in drivers]),
            np.concatenate([driver.epochs for driver in drivers]),
            tuple(reason or unfinished_reason(int(epoch), self.plan.epochs) for reason, epoch in ends),
            tuple(history for driver in drivers for history in driver.histories),
        )

    def advance(self, *, epochs: int | None = None, seconds: float | None = None) -> int:
        """Train on for a number of epochs or for a slice of time.

        Parameters
        ----------
        epochs : int, optional
            How many from `epoch` on, at most: a run may end before.
        seconds : float, optional
            For how long. The runs that lie behind are trained first. At least one epoch of some is trained.

        Returns
        -------
        int
            How many epochs were done, counted over all runs; 0 if all had already finished.

        Raises
        ------
        SettingError
            If neither or both are given, or the number is not positive.
        """
        if (epochs is None) == (seconds is None):
            raise SettingError("advance needs either epochs or seconds. Got both or neither.")
        before = self._epochs_done()
        if epochs is not None:
            goal = self.epoch + require_whole_number("epochs", epochs, at_least=1)
            for number in range(len(self._drivers)):
                self._train_until(number, goal)
        elif seconds is not None:
            self._advance_for(require_number("seconds", seconds, above=0))
        return self._epochs_done() - before

    def finish(self) -> Population:
        """Train to the end and return the population."""
        for number in range(len(self._drivers)):
            self._train_until(number, self.plan.epochs)
        return self.population

    def _train_until(self, number: int, goal: int) -> None:
        driver = self._driver(number)
        while not driver.finished and driver.epoch < goal:
            driver.train_block(goal - driver.epoch)
        self._rest(driver)

    def _advance_for(self, seconds: float) -> None:
        started, left = time.perf_counter(), seconds
        while not self.finished and left > 0:
            behind = min(range(len(self._drivers)), key=self._place_in_turn)
            driver = self._driver(behind)
            if driver.finished:
                continue
            goal = driver.epoch + TURN
            slice_of_time = SliceOfTime(left, driver.longest_block, self._seconds_an_epoch)
            while not driver.finished and driver.epoch < goal and (block := slice_of_time.next_block()):
                slice_of_time.done(driver.train_block(min(block, goal - driver.epoch)))
            self._seconds_an_epoch = slice_of_time.seconds_an_epoch
            self._rest(driver)
            left = seconds - (time.perf_counter() - started)

    def _place_in_turn(self, number: int) -> tuple[bool, int]:
        driver = self._drivers[number]
        return (False, 0) if driver is None else (driver.finished, driver.epoch)

    def _driver(self, number: int) -> Driver:
        driver = self._drivers[number]
        if driver is None:
            rows = slice(number * self._chunk, (number + 1) * self._chunk)
            driver = self._drivers[number] = Driver(
                self._architecture,
                self._tables,
                self.plan,
                self._seeds[rows],
                self._parameters[rows],
                memory_limit=self._memory_limit,
            )
        return driver

    def _rest(self, driver: Driver) -> None:
        # Work buffers of one chunk at a time: all together might not fit into memory.
        if len(self._drivers) > 1:
            driver.rest()

    def _epochs_done(self) -> int:
        return sum(int(driver.epochs.sum()) for driver in self._drivers if driver)


def _counted_out(seeds: Iterable[int], floats_each: int) -> tuple[int, ...]:
    # A range is small however many seeds it names: its length is checked before they are counted out.
    if isinstance(seeds, Sized):
        check_memory("runs", len(seeds), floats_each)
    elif not isinstance(seeds, Iterable):
        raise SettingError(f"seeds must be several, such as range(100). Got {quoted(seeds)} instead.")
    counted = tuple(require_whole_number("seed", seed, at_least=0, at_most=LARGEST_SEED) for seed in seeds)
    if not counted:
        raise SettingError("seeds must name at least one seed. Got none.")
    check_memory("runs", len(counted), floats_each)
    return counted
