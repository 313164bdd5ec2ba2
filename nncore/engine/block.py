"""Hold a few epochs of a stack of runs, or one update of them, and the state from which a run can go on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.network.architecture import Architecture
from nncore.training.penalties import weight_mask
from nncore.training.plan import TrainingPlan

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class EngineState:
    """All that the coming epochs depend on: take it out, put it into a new engine, and the run goes on as if nothing was.

    Attributes
    ----------
    epoch : int
        Updates of the whole table done.
    parameters : ndarray, shape (runs, parameter_count)
        After that epoch, interventions included.
    memory : ndarray, shape (slots, runs, parameter_count)
        What the optimizer remembers.
    steps : int
        Steps the optimizer has made.
    """

    epoch: int
    parameters: Array
    memory: Array
    steps: int

    def of_runs(self, runs: NDArray[np.bool_]) -> EngineState:
        """Return the state of some of the runs only."""
        return EngineState(self.epoch, self.parameters[runs], self.memory[:, runs], self.steps)


@dataclass(frozen=True, eq=False)
class Block:
    """A few epochs of a stack of runs. The arrays are the engine's own: copy what must outlive the next block.

    Attributes
    ----------
    first_epoch : int
        The epoch of the first row.
    parameters : ndarray, shape (epochs, runs, parameter_count)
    losses : ndarray, shape (epochs, runs)
        Of the whole table, without penalty.
    previous : ndarray, shape (runs, parameter_count)
        The parameters of the epoch before the first.
    """

    first_epoch: int
    parameters: Array
    losses: Array
    previous: Array

    @property
    def epochs(self) -> int:
        """How many there are."""
        return len(self.losses)

    def finite(self) -> NDArray[np.bool_]:
        """Whether all numbers of each epoch and run are finite, shape (epochs, runs)."""
        finite: NDArray[np.bool_] = np.isfinite(self.losses)
        # One sum tells for the whole block in nearly every case: a single NaN or infinity spoils it.
        with np.errstate(all="ignore"):
            total = self.parameters.sum()
        if not np.isfinite(total):
            finite &= np.isfinite(self.parameters).all(axis=-1)
        return finite


@dataclass(frozen=True, eq=False)
class SingleUpdate:
    """One update of a stack of runs.

    Attributes
    ----------
    before, after : EngineState
        Their epoch is the one that was complete before; interventions of the next one are not made yet.
    pre_activations, activations : tuple of ndarray, shape (runs, units, samples)
        One a layer, of the samples it learns from.
    gradient : ndarray, shape (runs, parameter_count)
        Of the loss, as it left the pass backward: without penalty, freezing and clipping.
    """

    before: EngineState
    pre_activations: tuple[Array, ...]
    activations: tuple[Array, ...]
    gradient: Array
    after: EngineState


def objectives(architecture: Architecture, plan: TrainingPlan, block: Block) -> Array | None:
    """Return the losses of the epochs of a block with the penalty then in force added, shape (epochs, runs).

    None if the run never has a penalty.
    """
    if not plan.is_penalized:
        return None
    mask = weight_mask(architecture)
    values = block.losses.copy()
    # An intervention ends its block, so only the last epoch's penalty can differ from that of the others.
    last = block.epochs - 1
    for rows, epoch in ((slice(last), block.first_epoch - 1), (slice(last, None), block.first_epoch + last)):
        penalty = plan.in_force(max(0, epoch)).penalty
        if penalty is not None:
            with np.errstate(all="ignore"):
                values[rows] += penalty.value(block.parameters[rows], mask)
    return values
