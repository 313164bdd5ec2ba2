"""Compute an epoch that was not recorded, by training on from a state that is known: at once, or a little at a time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from nncore.engine.block import EngineState
from nncore.engine.engine import LONGEST_BLOCK, Engine
from nncore.training.slice_of_time import SliceOfTime

Array = NDArray[np.float64]

REPLAY_BYTES = 1_000_000
"""How much of the last replay is kept, besides three states of it."""

A_FEW_EPOCHS = 16
"""Whoever goes back by so many epochs from the last goal finds a state before it."""

FOREVER = 1e9
"""Seconds; as long as it takes."""


class Replay:
    """Replays one run. The last replay is kept, because whoever goes back one epoch will probably go back another.

    Parameters
    ----------
    make_engine : callable
        ``make_engine(parameters, state)``: an engine that goes on from a state.
    """

    def __init__(self, make_engine: Callable[[Array, EngineState], Engine]) -> None:
        self._make_engine = make_engine
        # Epochs that follow each other: the first one, and the parameters of each.
        self._first, self._rows = 0, list[Array]()
        # Where the last replay has come to, or one epoch before its goal: from there a branch goes on that begins at it.
        self._reached: EngineState | None = None
        self._shortly_before: EngineState | None = None
        self._landmark: EngineState | None = None
        self._seconds_an_epoch = 0.0

    def newest(self, state: EngineState, epoch: int) -> EngineState:
        """Return the newest state before an epoch or at it: a known one, or one from the last replay."""
        own = (self._landmark, self._shortly_before, self._reached)
        return max((state, *(one for one in own if one and one.epoch <= epoch)), key=lambda one: one.epoch)

    def state_at(self, state: EngineState, epoch: int) -> EngineState:
        """Return the state of a later epoch than `state`, or of the same."""
        start = self.newest(state, epoch)
        if start.epoch == epoch:
            return start
        engine = self._make_engine(start.parameters, start)
        while engine.epoch < epoch:
            engine.run_block(epoch - engine.epoch, measure=False)
        return engine.state()

    def __call__(self, state: EngineState, epoch: int) -> Array:
        """Return the parameters of a later epoch than the state's, shape (parameter_count,)."""
        self.approach(state, epoch)
        return self._rows[epoch - self._first]

    def approach(self, state: EngineState, epoch: int, *, landmark: int = 0, seconds: float = FOREVER) -> bool:
        """Go some of the way to an epoch, or all of it; what has been done is not done again.

        Parameters
        ----------
        state : EngineState
            The newest one that is known before the epoch.
        epoch : int
        landmark : int
            An epoch on the way from which others will be replayed, probably.
        seconds : float
            How long it may take. If there are any, at least one epoch is trained, and an epoch is not broken off.

        Returns
        -------
        bool
            Whether the epoch is there now.
        """
        if self._has(epoch):
            return True
        start = self.newest(state, epoch)
        slice_of_time = SliceOfTime(seconds, LONGEST_BLOCK, self._seconds_an_epoch)
        block = slice_of_time.next_block()
        if start.epoch < epoch and not block:
            return False
        self._begin_with(start, epoch)
        if start.epoch < epoch:
            engine = self._make_engine(start.parameters, start)
            while engine.epoch < epoch and block:
                stops = (landmark, epoch - A_FEW_EPOCHS, epoch - 1, epoch)
                stop = min(stop for stop in stops if stop > engine.epoch)
                slice_of_time.done(self._run(engine, min(block, stop - engine.epoch)))
                block = slice_of_time.next_block()
                if engine.epoch == landmark:
                    self._landmark = engine.state()
                if engine.epoch == epoch - A_FEW_EPOCHS:
                    self._shortly_before = engine.state()
                if engine.epoch == epoch - 1 or (engine.epoch < epoch and not block):
                    self._reached = engine.state()
            self._seconds_an_epoch = slice_of_time.seconds_an_epoch
        return self._has(epoch)

    def _has(self, epoch: int) -> bool:
        return self._first <= epoch < self._first + len(self._rows)

    def _begin_with(self, start: EngineState, epoch: int) -> None:
        """Keep what leads up to a state from which an epoch is replayed, and nothing behind it."""
        if start.epoch == epoch - 1:
            self._reached = start
        self._rows = self._rows[: max(0, start.epoch + 1 - self._first)]
        if not self._has(start.epoch):
            self._first, self._rows = start.epoch, [start.parameters[0]]

    def _run(self, engine: Engine, epochs: int) -> int:
        """Train a block, keep its last epochs, and return how many it has."""
        block = engine.run_block(epochs, measure=False)
        rows = [*self._rows, *block.parameters[:, 0].copy()]
        self._rows = rows[-max(1, REPLAY_BYTES // rows[0].nbytes) :]
        self._first = engine.epoch + 1 - len(self._rows)
        return block.epochs
