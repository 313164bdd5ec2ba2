"""Compute an epoch that was not recorded, by training on from a recorded state."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from nncore.engine.block import EngineState
from nncore.engine.engine import Engine

Array = NDArray[np.float64]

REPLAY_BYTES = 1_000_000
"""How much of the last replay is kept."""


class Replay:
    """Replays one run. The last replay is kept, because whoever goes back one epoch will probably go back another.

    Parameters
    ----------
    make_engine : callable
        ``make_engine(parameters, state)``: an engine that goes on from a state.
    """

    def __init__(self, make_engine: Callable[[Array, EngineState], Engine]) -> None:
        self._make_engine = make_engine
        self._kept: tuple[int, list[Array]] = (0, [])

    def state_at(self, state: EngineState, epoch: int) -> EngineState:
        """Return the state of a later epoch than `state`, or of the same."""
        engine = self._make_engine(state.parameters, state)
        while engine.epoch < epoch:
            engine.run_block(epoch - engine.epoch, measure=False)
        return engine.state()

    def __call__(self, state: EngineState, epoch: int) -> Array:
        """Return the parameters of a later epoch than the state's, shape (parameter_count,)."""
        first, rows = self._kept
        if not first <= epoch < first + len(rows):
            engine = self._make_engine(state.parameters, state)
            rows = []
            while engine.epoch < epoch:
                rows += list(engine.run_block(epoch - engine.epoch, measure=False).parameters[:, 0].copy())
                rows = rows[-max(1, REPLAY_BYTES // rows[0].nbytes) :]
            first = epoch + 1 - len(rows)
            self._kept = first, rows
        return rows[epoch - first]
