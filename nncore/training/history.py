"""Remember a run within a fixed memory, and give back any of its epochs exactly.

Every epoch is recorded while there is room; then every second, every fourth, and so on. The first epoch, the last one
and those with an intervention are always there. An epoch in between is computed again, from the nearest record before it
whose optimizer state is known, or from one of the few recent states that are kept besides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from nncore.engine.block import EngineState
from nncore.engine.replay import FOREVER, Replay
from nncore.errors import EpochError, SettingError, require_whole_number
from nncore.network.architecture import Architecture
from nncore.network.network import Network
from nncore.training.plan import TrainingPlan
from nncore.training.recent_states import RecentStates
from nncore.training.thinned_records import ThinnedRecords

Array = NDArray[np.float64]
Number = TypeVar("Number", bound=np.generic)

HISTORY_BYTES = 4_000_000
"""How much a history may hold: parameters, losses and optimizer states together."""

CHECKPOINT_EVERY = 64
"""Records from one optimizer state to the next: what replaying one epoch can cost, against what states weigh."""

LEAST_ROWS = 4


class History:
    """The recorded epochs of one run. It is filled by a `Trainer`.

    Parameters
    ----------
    architecture : Architecture
        Of the run.
    memory_slots : int
        Numbers the optimizer remembers for each parameter, at most, over the whole run.
    pinned : iterable of int
        Epochs that are always kept.
    series : tuple of str
        What is recorded beside the loss: "test_loss", "validation_loss" and "objective", or some of them.
    replay : Replay
        Computes epochs that are not recorded.
    memory_limit : int
        Bytes. Kept for networks of up to some ten thousand parameters; of a larger one, or with more interventions
        than there is room for, the first epoch, the last, four more and every intervention are kept all the same.

    Attributes
    ----------
    recent : RecentStates
        States that are kept besides, whether or not their epochs are recorded.
    """

    def __init__(
        self,
        architecture: Architecture,
        *,
        memory_slots: int,
        pinned: tuple[int, ...],
        series: tuple[str, ...],
        replay: Replay,
        memory_limit: int = HISTORY_BYTES,
    ) -> None:
        parameter_count = architecture.parameter_count
        self._architecture = architecture
        self._replay = replay
        pins = len({0, *pinned})
        self._series = ("loss", *series)
        row_bytes = 8 * (1 + len(self._series) + parameter_count)
        state_bytes = 8 * memory_slots * parameter_count / CHECKPOINT_EVERY
        # What the pinned epochs, the last one and one whole state weigh is set apart; an eighth of the limit is for what
        # states weigh more than their share while the stride is about to double.
        set_apart = row_bytes * (pins + 1) + 8 * (memory_slots + 1) * parameter_count
        most_rows = int((memory_limit * 7 / 8 - set_apart) / (row_bytes + 2 * state_bytes))
        limit = max(LEAST_ROWS, most_rows) + pins + 1
        self._records = ThinnedRecords(pinned, limit, values=len(self._series), parameters=parameter_count)
        self._stateless = memory_slots == 0
        self._states: dict[int, EngineState] = {}
        self.recent = RecentStates()

    @classmethod
    def of_plan(
        cls, architecture: Architecture, plan: TrainingPlan, held_out: Iterable[str], replay: Replay, memory_limit: int
    ) -> History:
        """Return an empty history that has room for what a plan does, and for losses of what is `held_out`."""
        return cls(
            architecture,
            memory_slots=plan.memory_slots,
            pinned=tuple(change.epoch for change in plan.interventions),
            series=(*(f"{name}_loss" for name in held_out), *["objective"] * plan.is_penalized),
            replay=replay,
            memory_limit=memory_limit,
        )

    @property
    def epochs(self) -> NDArray[np.int64]:
        """The recorded epochs, ascending, shape (k,)."""
        return _kept(self._records.epochs)

    @property
    def loss(self) -> Array:
        """The loss of the whole training table after each recorded epoch, without penalty, shape (k,)."""
        return _kept(self._records.values[:, 0])

    @property
    def parameters(self) -> Array:
        """The parameters after each recorded epoch, shape (k, parameter_count)."""
        return _kept(self._records.parameters)

    @property
    def test_loss(self) -> Array | None:
        """The loss of the test table after each recorded epoch, shape (k,), or None if there is no test table."""
        return self._recorded("test_loss")

    @property
    def validation_loss(self) -> Array | None:
        """The loss of the validation rows after each recorded epoch, shape (k,), or None if there are none."""
        return self._recorded("validation_loss")

    @property
    def objective(self) -> Array | None:
        """The loss with the penalty then in force, shape (k,), or None if the run has no penalty."""
        return self._recorded("objective")

    @property
    def stride(self) -> int:
        """Epochs from one record to the next."""
        return self._records.stride

    @property
    def memory(self) -> int:
        """Bytes taken by parameters, losses and optimizer states."""
        return self._records.nbytes + sum(
            state.memory.nbytes + state.parameters.nbytes for state in self._states.values()
        )

    @property
    def newest_parameters(self) -> Array:
        """The parameters after the newest epoch, shape (parameter_count,)."""
        return _kept(self._records.parameters[-1])

    @property
    def last_epoch(self) -> int:
        """The newest epoch."""
        return int(self._records.epochs[-1])

    def network_at(self, epoch: int) -> Network:
        """Return the network as it was after an epoch, exactly, recorded or not.

        Parameters
        ----------
        epoch : int
            From 0 to the last epoch of the run so far.

        Returns
        -------
        Network

        Raises
        ------
        EpochError
            If the run does not have this epoch.

        Notes
        -----
        An epoch that is not recorded is trained again from the nearest state before it: at most `stride` epochs away
        when the optimizer remembers nothing, else at most 64 · `stride`. That may be long: see `approach`.
        """
        epoch = self._checked(epoch)
        row = self._records.place_of(epoch)
        if self._records.epochs[row] == epoch:
            return Network(self._architecture, self._records.parameters[row])
        return Network(self._architecture, self._replay(self._state_before(epoch), epoch))

    def approach(self, epoch: int, *, seconds: float = FOREVER) -> bool:
        """Train some of the way to an epoch that is not recorded; return whether `network_at` has it at once from now on.

        Parameters
        ----------
        epoch : int
            From 0 to the last epoch of the run so far. What has been trained for it is not trained again next time.
        seconds : float
            How long it may take. If there are any, at least one epoch is trained.

        Raises
        ------
        EpochError
            If the run does not have this epoch.
        """
        epoch = self._checked(epoch)
        record = self.last_recorded(epoch)
        known = record == epoch
        return known or self._replay.approach(self._state_before(epoch), epoch, landmark=record, seconds=seconds)

    def state_at(self, epoch: int) -> EngineState:
        """Return all that the epochs after a recorded one depend on."""
        return self._replay.state_at(self._state_before(epoch), epoch)

    def newest_state(self, epoch: int) -> EngineState:
        """Return the newest state before an epoch or at it that is known without training anything."""
        return self._replay.newest(self._state_before(epoch), epoch)

    def last_recorded(self, epoch: int) -> int:
        """Return the newest recorded epoch that is not later than `epoch`."""
        return int(self._records.epochs[self._records.place_of(epoch)])

    def can_take_over(self, other: History) -> bool:
        """Whether the records of another history mean the same here."""
        return self._stateless == other._stateless

    def take_over(self, other: History, state: EngineState, held_out: Mapping[str, Callable[[Array], Array]]) -> None:
        """Record, behind epoch 0, what another history has recorded up to a state of its run.

        Where only this one records an objective, no penalty was in force there yet: it is the loss. Where losses are of
        other held-out samples, such as "test", `held_out` has what returns those of parameters.
        """
        self._records.stride, epoch = other.stride, state.epoch
        epochs = other._records.epochs
        kept = np.flatnonzero(
            (self._records.worth_keeping(epochs) | (epochs == epoch)) & (epochs > 0) & (epochs <= epoch)
        )
        columns = [other._series.index(name) if name in other._series else 0 for name in self._series]
        values = other._records.values[kept][:, columns]
        for name, losses in held_out.items():
            values[:, self._series.index(f"{name}_loss")] = losses(other._records.parameters[kept])
        self.add(epochs[kept], values, other._records.parameters[kept])
        states = other._states.items()
        self._states |= {known: kept for known, kept in states if known <= epoch and self.wants_state(known)}
        self.recent.begin_with(state, other.recent)

    def wants_state(self, epoch: int) -> bool:
        """Whether the optimizer's state of this epoch is to be recorded."""
        return not self._stateless and epoch % (CHECKPOINT_EVERY * self.stride) == 0

    def next_state(self, epoch: int) -> int | None:
        """Return the next epoch after `epoch` whose state is to be recorded, or None if no state is ever needed."""
        if self._stateless:
            return None
        spacing = CHECKPOINT_EVERY * self.stride
        return (epoch // spacing + 1) * spacing

    def add_state(self, state: EngineState) -> None:
        """Record the state of an epoch."""
        self._states[state.epoch] = state

    def wanted(self, first_epoch: int, count: int) -> NDArray[np.intp]:
        """Return which of `count` epochs from `first_epoch` on are to be recorded, as indices; always the last."""
        return self._records.wanted(first_epoch, count)

    def add(self, epochs: NDArray[np.int64], values: Array, parameters: Array) -> None:
        """Record epochs that follow the newest one.

        Parameters
        ----------
        epochs : ndarray of int, shape (n,)
        values : ndarray, shape (n, 1 + series)
            The loss, then the series in their order.
        parameters : ndarray, shape (n, parameter_count)
        """
        stride = self.stride
        self._records.add(epochs, values, parameters)
        if self.stride != stride:  # only the states that lie on the new, wider spacing are kept
            self._states = {epoch: state for epoch, state in self._states.items() if self.wants_state(epoch)}

    def _recorded(self, name: str) -> Array | None:
        return _kept(self._records.values[:, self._series.index(name)]) if name in self._series else None

    def _checked(self, epoch: int) -> int:
        try:
            return require_whole_number("epoch", epoch, at_least=0, at_most=self.last_epoch)
        except SettingError as error:
            raise EpochError(str(error)) from error

    def _state_before(self, epoch: int) -> EngineState:
        """Return the newest state before an epoch, or at it, that is recorded or recent."""
        recorded, recent = self._recorded_state(epoch), self.recent.newest(epoch)
        return recorded if recent is None or recent.epoch < recorded.epoch else recent

    def _recorded_state(self, epoch: int) -> EngineState:
        if self._stateless:
            row = self._records.place_of(epoch)
            parameters = self._records.parameters[row : row + 1]
            return EngineState(int(self._records.epochs[row]), parameters.copy(), np.empty((0, *parameters.shape)), 0)
        return self._states[max(known for known in self._states if known <= epoch)]


def _kept(array: NDArray[Number]) -> NDArray[Number]:
    """Return a read-only copy: the history's own arrays are thinned in place while the run goes on."""
    copy = array.copy()
    copy.flags.writeable = False
    return copy
