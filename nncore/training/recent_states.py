"""Keep a few states of a run that goes on: the nearer to the newest epoch, the closer together.

Whoever goes back goes back a little, mostly. What that costs is to grow with how far it is, not with how long the run is.
"""

from __future__ import annotations

from nncore.engine.block import EngineState

MOST_STATES = 4
"""Each weighs as much as the parameters and all that the optimizer remembers."""

_LITTLE = 0.05
"""The share of the run within which going back is going back a little: there no epoch is nearer than another."""


class RecentStates:
    """States of one run, in the order of their epochs.

    Examples
    --------
    >>> import numpy as np
    >>> recent = RecentStates()
    >>> for epoch in range(0, 110, 10):
    ...     recent.add(EngineState(epoch, np.zeros((1, 2)), np.zeros((0, 1, 2)), 0))
    >>> recent.epochs, recent.newest(99).epoch, recent.newest(9)
    ((40, 70, 90, 100), 90, None)
    """

    def __init__(self) -> None:
        self._states: list[EngineState] = []
        self._begun: EngineState | None = None

    @property
    def epochs(self) -> tuple[int, ...]:
        """The epochs of the states, but for the one it began with."""
        return tuple(state.epoch for state in self._states)

    def newest(self, epoch: int) -> EngineState | None:
        """Return the newest state that is not later than an epoch, or None if all are."""
        begun = [] if self._begun is None else [self._begun]
        early = [state for state in (*begun, *self._states) if state.epoch <= epoch]
        return max(early, key=lambda state: state.epoch, default=None)

    def lacks(self, epoch: int) -> bool:
        """Whether an epoch is later than the newest state."""
        return not self._states or self._states[-1].epoch < epoch

    def add(self, state: EngineState) -> None:
        """Keep one more state, a later one than all others; the one that is missed least makes room for it."""
        self._states.append(state)
        if len(self._states) > MOST_STATES:
            del self._states[self._missed_least()]

    def begin_with(self, state: EngineState, other: RecentStates) -> None:
        """Keep the state at which a run leaves another one, for as long as it lasts, and what that one keeps before it.

        Whoever tries one value after the other leaves it again and again at the same place.
        """
        self._begun = state
        self._states = [known for known in other._states if known.epoch <= state.epoch]

    def _missed_least(self) -> int:
        """Return the place of the state without which a way back grows least, in relation to how far back it is."""
        epochs = [0, *self.epochs]
        newest = epochs[-1]

        def lost(place: int) -> float:
            return (epochs[place + 2] - epochs[place]) / (newest - epochs[place] + _LITTLE * newest)

        return min(range(len(self._states) - 1), key=lost)
