"""Train many networks of one shape at once, from many seeds: each ends up exactly as if it had been trained alone."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sized
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.data.fitting_tables import fitting_tables
from nncore.data.tables import as_table, quoted
from nncore.engine.block import Block, EngineState
from nncore.engine.engine import Engine
from nncore.engine.evaluation import stacked_outputs
from nncore.errors import SettingError, TableError, UnwiseWarning, require_whole_number
from nncore.limits import check_memory
from nncore.network.architecture import Architecture
from nncore.network.initializers import LARGEST_SEED, initial_parameters
from nncore.network.network import Network
from nncore.training.plan import TrainingPlan, plan_of
from nncore.training.stop_rules import StopWatch
from nncore.training.warnings import find_warnings

Array = NDArray[np.float64]

CHUNK_BYTES = 1 << 20
"""What the work buffers of the runs trained together may take: little enough to stay in the processor's cache."""


@dataclass(frozen=True, eq=False)
class Population:
    """Many trained networks of one shape.

    Attributes
    ----------
    architecture : Architecture
        Of all of them.
    seeds : tuple of int
        One a run.
    parameters : ndarray, shape (runs, parameter_count)
        After each run's last epoch.
    loss : ndarray, shape (runs,)
        Of the whole training table then.
    epochs : ndarray of int, shape (runs,)
        Each run's last epoch.
    stop_kinds : tuple of str
        Why each run ended; see `nncore.training.stop_rules.StopReason`.
    """

    architecture: Architecture
    seeds: tuple[int, ...]
    parameters: Array
    loss: Array
    epochs: NDArray[np.int64]
    stop_kinds: tuple[str, ...]

    @cached_property
    def runs(self) -> int:
        """How many there are."""
        return len(self.seeds)

    def predict(self, inputs: ArrayLike) -> Array:
        """Return what each network answers to each row, shape (runs, samples, outputs).

        Raises
        ------
        TableError
            If the table does not fit the networks.
        LimitError
            If the answers would take more memory than this package may.
        """
        table = as_table("inputs", inputs)
        if table.shape[1] != self.architecture.input_count:
            raise TableError(
                f"inputs has {table.shape[1]} columns but the networks have {self.architecture.input_count} inputs."
            )
        check_memory("runs", self.runs, 3 * len(table) * sum(self.architecture.layer_sizes))
        return stacked_outputs(self.architecture, self.parameters, table)

    def network(self, run: int) -> Network:
        """Return one of the networks."""
        return Network(self.architecture, self.parameters[run])


def train_population(
    architecture: Architecture,
    inputs: ArrayLike,
    targets: ArrayLike,
    *,
    seeds: Iterable[int],
    initializer: str = "uniform",
    test_inputs: ArrayLike | None = None,
    test_targets: ArrayLike | None = None,
    warn: bool = True,
    **settings: Any,
) -> Population:
    """Train one network for each seed and return them all.

    Parameters
    ----------
    architecture : Architecture
        Of all of them.
    inputs, targets : array_like, shape (samples, inputs) and (samples, outputs)
        The table all of them learn.
    seeds : iterable of int
        Seed s means ``Network.initialize(seed=s)`` trained with ``train(seed=s)``, to the last bit.
    initializer : str
        See `nncore.network.initializers`.
    test_inputs, test_targets : array_like, optional
        Checked as `train` does; ask `predict` for what the networks answer to them.
    warn : bool
        False for a caller that says `nncore.training.warnings` in its own way.
    **settings
        As for `train`.

    Returns
    -------
    Population

    Raises
    ------
    TableError, SettingError, UnknownNameError, LimitError
        As for `train`; a time limit is refused, because a clock is not reproducible.

    Examples
    --------
    >>> from nncore.training.optimizers import SGD
    >>> population = train_population(Architecture((1, 1), ("linear",)), [[0.0], [1.0]], [[1.0], [3.0]], seeds=range(3),
    ...                               loss="half_squared_error", optimizer=SGD(learning_rate=0.5), epochs=500)
    >>> population.parameters.round(6).tolist()
    [[2.0, 1.0], [2.0, 1.0], [2.0, 1.0]]
    """
    plan = plan_of(settings, "seeds", "initializer", "test_inputs", "test_targets", "warn")
    if plan.time_limit is not None:
        raise SettingError("A population cannot have a time limit: its runs would not be reproducible. Leave it out.")
    seeds = _counted_out(seeds, 4 * architecture.parameter_count)
    table = fitting_tables("", architecture, inputs, targets)
    if test_inputs is not None or test_targets is not None:
        plan.check(architecture, fitting_tables("test_", architecture, test_inputs, test_targets)[1])
    plan.check(architecture, table[1])
    for sentence in find_warnings(architecture, table[1], plan) if warn else ():
        warnings.warn(sentence, UnwiseWarning, stacklevel=2)
    check_memory("samples", len(table[0]), 4 * sum(architecture.layer_sizes))
    parameters = initial_parameters(architecture, initializer, seeds)
    each = 8 * 4 * (architecture.parameter_count + len(table[0]) * sum(architecture.layer_sizes))
    chunk = max(1, CHUNK_BYTES // each)
    results = [
        _Chunk(architecture, *table, plan, seeds[start : start + chunk], parameters[start : start + chunk]).train()
        for start in range(0, len(seeds), chunk)
    ]
    return Population(
        architecture,
        seeds,
        np.concatenate([result.parameters for result in results]),
        np.concatenate([result.losses for result in results]),
        np.concatenate([result.epochs for result in results]),
        tuple(kind for result in results for kind in result.kinds),
    )


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


class _Chunk:
    """Runs that are trained together. A run that has ended keeps what it ended with; the others go on."""

    def __init__(
        self, architecture: Architecture, inputs: Array, targets: Array, plan: TrainingPlan, seeds: tuple[int, ...],
        parameters: Array,
    ) -> None:  # fmt: skip
        def make_engine(runs: NDArray[np.intp], start: Array, state: EngineState | None) -> Engine:
            return Engine(architecture, inputs, targets, plan, [seeds[run] for run in runs], start, state)

        self._make_engine = make_engine
        self._plan = plan
        self._running = np.arange(len(seeds))
        self._engine = self._make_engine(self._running, parameters, None)
        self.parameters = self._engine.parameters.copy()
        self.losses = self._engine.losses()
        self._last_losses = self.losses.copy()
        self.epochs = np.zeros(len(seeds), dtype=np.int64)
        self.kinds = ["epochs"] * len(seeds)

    def train(self) -> _Chunk:
        self._watch = StopWatch(self._plan.stop, self.losses, 0)
        ended = self._end(Block(0, self.parameters[None], self.losses[None], self.parameters))
        while self._keep(~ended) and self._engine.epoch < self._plan.epochs:
            block = self._engine.run_block(self._plan.epochs - self._engine.epoch)
            ended = self._end(block)
            self._last_losses = block.losses[-1].copy()
        if len(self._running):
            self.parameters[self._running] = self._engine.parameters
            self.losses[self._running] = self._last_losses
            self.epochs[self._running] = self._engine.epoch
        return self

    def _end(self, block: Block) -> NDArray[np.bool_]:
        """Note with what the runs that end in a block have ended, and return which they are."""
        finite = block.finite()
        healthy = np.where(finite.all(axis=0), block.epochs, finite.argmin(axis=0))
        stops, kinds = self._watch.first_stops(block.losses, block.first_epoch)
        ended: NDArray[np.bool_] = (stops < block.epochs) | (healthy < block.epochs)
        for index in np.flatnonzero(ended):
            # A run that is no longer finite ends before that epoch, unless a rule has ended it by then.
            row = min(healthy[index], stops[index] + 1) - 1
            run = self._running[index]
            self.parameters[run] = block.parameters[row, index] if row >= 0 else block.previous[index]
            self.losses[run] = block.losses[row, index] if row >= 0 else self._last_losses[index]
            self.epochs[run] = max(0, block.first_epoch + row)
            self.kinds[run] = kinds[index] if stops[index] < healthy[index] else "not_finite"
        return ended

    def _keep(self, runs: NDArray[np.bool_]) -> bool:
        """Go on with some of the runs only; return whether there are any."""
        if runs.all():
            return True
        self._running = self._running[runs]
        self._watch.keep(runs)
        self._last_losses = self._last_losses[runs]
        if len(self._running):
            state = self._engine.state()
            kept = EngineState(state.epoch, state.parameters[runs], state.memory[:, runs], state.steps)
            self._engine = self._make_engine(self._running, kept.parameters, kept)
        return bool(len(self._running))
