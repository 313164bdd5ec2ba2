"""Watch a stack of runs for the first epoch at which a stop rule ends each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nncore.training.stop_rules import LossReached, NoImprovement, NoValidationImprovement, StopRule

Array = NDArray[np.float64]
Indices = NDArray[np.intp]


class StopWatch:
    """Applies the stop rules to a stack of runs, a block of epochs at a time.

    Parameters
    ----------
    rules : tuple of StopRule
        Time limits are left to the caller, who has the clock.
    losses : ndarray, shape (runs,)
        Of the epoch before the first block.
    epoch : int
        That epoch.
    validation_losses : ndarray, shape (runs,), optional
        Of the validation rows at the same epoch, if a rule watches them.
    """

    def __init__(
        self, rules: tuple[StopRule, ...], losses: Array, epoch: int, validation_losses: Array | None = None
    ) -> None:
        self._reached = max((rule.loss for rule in rules if isinstance(rule, LossReached)), default=None)
        self._own = _Patience.of(NoImprovement, rules, losses, epoch)
        self._validation = None
        if validation_losses is not None:
            self._validation = _Patience.of(NoValidationImprovement, rules, validation_losses, epoch)

    def first_stops(
        self, losses: Array, first_epoch: int, validation_losses: Array | None = None
    ) -> tuple[Indices, list[str]]:
        """Return for each run the index of the first epoch of the block at which a rule ends it, and that rule's kind.

        Parameters
        ----------
        losses : ndarray, shape (epochs, runs)
            Of the epochs from `first_epoch` on.
        first_epoch : int
            The block's first epoch.
        validation_losses : ndarray, shape (epochs, runs), optional
            Of the validation rows, if a rule watches them.

        Returns
        -------
        indices : ndarray of int, shape (runs,)
            The number of epochs in the block for a run that goes on.
        kinds : list of str
            "" for a run that goes on.
        """
        count, runs = losses.shape
        stops = np.full(runs, count)
        kinds = [""] * runs
        if count == 0:
            return stops, kinds
        if self._reached is not None:
            _note_first(losses <= self._reached, "loss_reached", stops, kinds)
        if self._own is not None:
            _note_first(self._own.ends(losses, first_epoch), "no_improvement", stops, kinds)
        if self._validation is not None and validation_losses is not None:
            ends = self._validation.ends(validation_losses, first_epoch)
            _note_first(ends, "no_validation_improvement", stops, kinds)
        return stops, kinds

    def keep(self, runs: NDArray[np.bool_]) -> None:
        """Go on with some of the runs only."""
        for patience in (self._own, self._validation):
            if patience is not None:
                patience.keep(runs)


class _Patience:
    """How long the losses of a stack of runs may go without falling below their lowest."""

    def __init__(self, epochs: int, losses: Array, epoch: int) -> None:
        self._epochs = epochs
        self._lowest = losses.copy()
        self._lowest_epochs = np.full(len(losses), epoch)

    @classmethod
    def of(
        cls,
        kind: type[NoImprovement | NoValidationImprovement],
        rules: tuple[StopRule, ...],
        losses: Array,
        epoch: int,
    ) -> _Patience | None:
        """Return that of the least patient rule of a kind; None if there is none."""
        epochs = min((rule.epochs for rule in rules if isinstance(rule, kind)), default=None)
        return None if epochs is None else cls(epochs, losses, epoch)

    def ends(self, losses: Array, first_epoch: int) -> NDArray[np.bool_]:
        """Return at which epochs of the next block it is used up, shape (epochs, runs)."""
        epochs = np.arange(first_epoch, first_epoch + len(losses))[:, None]
        # fmin: a loss that is no number, because rows lie too far out, is not the lowest of the epochs that follow.
        lowest_before = np.fmin.accumulate(np.vstack([self._lowest, losses]), axis=0)[:-1]
        improved = (losses < lowest_before) | (np.isnan(lowest_before) & ~np.isnan(losses))
        improved_at = np.maximum.accumulate(np.where(improved, epochs, self._lowest_epochs), axis=0)
        self._lowest = np.fmin(lowest_before[-1], losses[-1])
        self._lowest_epochs = improved_at[-1]
        used_up: NDArray[np.bool_] = epochs - improved_at >= self._epochs
        return used_up

    def keep(self, runs: NDArray[np.bool_]) -> None:
        """Go on with some of the runs only."""
        self._lowest = self._lowest[runs]
        self._lowest_epochs = self._lowest_epochs[runs]


def _note_first(ends: NDArray[np.bool_], kind: str, stops: Indices, kinds: list[str]) -> None:
    first = np.where(ends.any(axis=0), ends.argmax(axis=0), len(ends))
    for run in np.flatnonzero(first < stops):
        stops[run] = first[run]
        kinds[run] = kind
