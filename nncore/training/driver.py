"""Take a stack of runs through the epochs and note when and why each ends: the one driver, for one run and for many."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from nncore.engine.block import Block, EngineState, objectives
from nncore.engine.engine import Engine
from nncore.engine.finiteness import first_non_finite_place
from nncore.engine.replay import Replay
from nncore.network.architecture import Architecture
from nncore.training.divergence import DivergenceCause, divergence_cause, weight_set_too_large
from nncore.training.history import History
from nncore.training.in_force import InForce
from nncore.training.plan import TrainingPlan
from nncore.training.stop_rules import StopReason, not_finite_reason, stop_reason
from nncore.training.stop_watch import StopWatch
from nncore.training.training_tables import TrainingTables

Array = NDArray[np.float64]


class Driver:
    """Trains a stack of runs a block of epochs at a time. A run that has ended keeps what it ended with.

    Parameters
    ----------
    architecture : Architecture
        Of all runs.
    tables : TrainingTables
    plan : TrainingPlan
    seeds : sequence of int
        One a run.
    parameters : ndarray, shape (runs, parameter_count)
        Where the runs start.
    memory_limit : int, optional
        Bytes that the history of each run may hold; without it no history is kept.

    Attributes
    ----------
    parameters, losses, epochs : ndarray, shape (runs, parameter_count), (runs,) and (runs,)
        What each run has come to.
    stop_reasons : list of StopReason or None
        None for a run that goes on.
    histories : tuple of History
        One a run, or none.
    """

    def __init__(
        self,
        architecture: Architecture,
        tables: TrainingTables,
        plan: TrainingPlan,
        seeds: Sequence[int],
        parameters: Array,
        *,
        memory_limit: int | None = None,
    ) -> None:
        self._architecture, self._tables, self._plan, self._seeds = architecture, tables, plan, tuple(seeds)
        # No method: a history that held its driver would keep whole runs in memory until Python searches for circles.
        make_engine = self._make_engine = partial(Engine, architecture, tables.inputs, tables.targets, plan)
        self._running = np.arange(len(seeds))
        self._state: EngineState | None = None
        engine = make_engine(self._seeds, parameters)
        self._engine: Engine | None = engine
        self.parameters, self.losses = engine.parameters.copy(), engine.losses()
        self.epochs = np.zeros(len(seeds), dtype=np.int64)
        self.stop_reasons: list[StopReason | None] = [None] * len(seeds)
        self.histories: tuple[History, ...] = ()
        if memory_limit is not None:
            replays = [Replay(partial(make_engine, [seed])) for seed in self._seeds]
            self.histories = tuple(
                History.of_plan(architecture, plan, tables.held_out, replay, memory_limit) for replay in replays
            )
        self._seconds = 0.0
        self._causes: dict[InForce, DivergenceCause] = {}
        start = self.parameters.copy()
        block = Block(0, start[None], self.losses.copy()[None], start)
        watched = self._validation_losses(block)
        self._watch = StopWatch(plan.stop, self.losses, 0, None if watched is None else watched[0])
        self._take(engine, block)

    @property
    def epoch(self) -> int:
        """The newest epoch of the runs that go on; of all of them, if all have ended."""
        return int(self.epochs.max() if self.finished else self.epochs[self._running[0]])

    @property
    def finished(self) -> bool:
        """Whether all runs have ended."""
        return len(self._running) == 0

    @property
    def longest_block(self) -> int:
        """How many epochs can be trained at once."""
        return self._awake().longest_block

    def train_block(self, epochs: int) -> int:
        """Train a block of up to `epochs` epochs, and return how many of them the run that came furthest has kept."""
        started = time.perf_counter()
        engine, before = self._awake(), self.epoch
        for run in self._running if self.histories else ():
            next_state = self.histories[run].next_state(engine.epoch)
            epochs = epochs if next_state is None else min(epochs, next_state - engine.epoch)
        runs = self._running
        block = engine.run_block(min(epochs, self._plan.epochs - engine.epoch))
        self._take(engine, block)
        self._seconds += time.perf_counter() - started
        if not self.finished and self._plan.time_limit is not None and self._seconds >= self._plan.time_limit:
            self._end_all("time")
        return int(self.epochs[runs].max()) - before

    def go_on_from(self, state: EngineState) -> None:
        """Let the only run go on from a later state, which it is known to come to; its history goes up to there."""
        (history,) = self.histories
        engine = self._engine = self._make_engine(self._seeds, state.parameters, state)
        if history.last_epoch < state.epoch:
            block = Block(state.epoch, engine.parameters[None].copy(), engine.losses()[None], state.parameters)
            self._record(engine, block, np.ones(1, dtype=np.intp))
        self.parameters, self.losses[:], self.epochs[:] = state.parameters.copy(), history.loss[-1], state.epoch

    def state(self) -> EngineState:
        """Return all that the coming epochs of the runs that go on depend on."""
        return self._awake().state()

    def rest(self) -> None:
        """Give the work buffers back until the next block."""
        if not self.finished and self._engine is not None:
            self._state, self._engine = self._engine.state(), None

    def _awake(self) -> Engine:
        if self._engine is None:
            assert self._state is not None, "All runs have ended."
            self._wake(self._state)
        assert self._engine is not None
        return self._engine

    def _wake(self, state: EngineState) -> None:
        self._engine = self._make_engine([self._seeds[run] for run in self._running], state.parameters, state)
        self._state = None

    def _take(self, engine: Engine, block: Block) -> None:
        """Note what a block has brought, and end the runs that end in it."""
        finite = block.finite()
        healthy = np.where(finite.all(axis=0), block.epochs, finite.argmin(axis=0))
        stops, kinds = self._watch.first_stops(block.losses, block.first_epoch, self._validation_losses(block))
        # The start is recorded whatever it is: there is nothing else to show.
        kept = np.maximum(np.minimum(healthy, stops + 1), 1 if block.first_epoch == 0 else 0)
        places = np.flatnonzero(kept)
        runs, last = self._running[places], kept[places] - 1
        self.parameters[runs], self.losses[runs] = block.parameters[last, places], block.losses[last, places]
        self.epochs[runs] = block.first_epoch + last
        if self.histories:
            self._record(engine, block, kept)
        ended: NDArray[np.bool_] = (stops < block.epochs) | (healthy < block.epochs)
        for place in np.flatnonzero(ended):
            if stops[place] < healthy[place]:
                self._end(self._running[place], kinds[place])
            else:
                first = int(healthy[place])
                self._end_for_numbers(self._running[place], block.first_epoch + first, block.parameters[first, place])
        self._keep(engine, ~ended)
        if not self.finished and engine.epoch == self._plan.epochs:
            self._end_all("epochs")

    def _record(self, engine: Engine, block: Block, kept: NDArray[np.intp]) -> None:
        """Record the kept epochs of a block in the history of each run."""
        plan, tables, architecture = self._plan, self._tables, self._architecture
        objective = objectives(architecture, plan, block)
        state = None
        for place in np.flatnonzero(kept):
            history = self.histories[self._running[place]]
            chosen = history.wanted(block.first_epoch, int(kept[place]))
            parameters = block.parameters[chosen, place]
            series = [block.losses[chosen, place]]
            series += [tables.held_out_losses(name, architecture, plan, parameters) for name in tables.held_out]
            if objective is not None:
                series.append(objective[chosen, place])
            history.add(chosen + block.first_epoch, np.stack(series, axis=-1), parameters)
            if kept[place] == block.epochs and history.wants_state(engine.epoch):
                state = engine.state() if state is None else state
                history.add_state(state.of_runs(np.arange(len(kept)) == place))

    def _validation_losses(self, block: Block) -> Array | None:
        """Return the losses of the validation rows in a block, shape (epochs, runs), if a rule goes by them."""
        if not self._plan.watches_validation:
            return None
        parameters = block.parameters.reshape(-1, block.parameters.shape[-1])
        losses = self._tables.held_out_losses("validation", self._architecture, self._plan, parameters)
        return losses.reshape(block.losses.shape)

    def _keep(self, engine: Engine, going_on: NDArray[np.bool_]) -> None:
        """Go on with some of the runs only."""
        if going_on.all():
            return
        self._running = self._running[going_on]
        self._watch.keep(going_on)
        self._engine = None
        if len(self._running):
            self._wake(engine.state().of_runs(going_on))

    def _end_all(self, kind: str) -> None:
        for run in self._running:
            self._end(run, kind)
        self._running, self._engine = self._running[:0], None

    def _end(self, run: np.intp, kind: str) -> None:
        self.stop_reasons[run] = stop_reason(
            kind, int(self.epochs[run]), float(self.losses[run]), self._plan.time_limit
        )

    def _end_for_numbers(self, run: np.intp, epoch: int, parameters: Array) -> None:
        place = first_non_finite_place(self._architecture, parameters, self._tables.inputs)
        self.stop_reasons[run] = not_finite_reason(epoch, int(self.epochs[run]), place, self._cause(epoch).sentence)

    def _cause(self, epoch: int) -> DivergenceCause:
        by_hand = weight_set_too_large(self._plan, epoch)
        if by_hand is not None:
            return by_hand
        in_force = self._plan.in_force(max(0, epoch - 1))
        if in_force not in self._causes:
            inputs, targets = self._tables.inputs, self._tables.targets
            self._causes[in_force] = divergence_cause(self._architecture, self._plan, inputs, targets, in_force)
        return self._causes[in_force]
