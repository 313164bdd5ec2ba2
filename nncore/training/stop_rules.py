"""End a run early: a loss reached, no improvement for a while, too much time, or numbers that are no longer finite."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.errors import require_number, require_whole_number
from nncore.number_text import sentence_number

Array = NDArray[np.float64]
Indices = NDArray[np.intp]


@dataclass(frozen=True)
class StopReason:
    """Why a run ended.

    Attributes
    ----------
    kind : {"epochs", "loss_reached", "no_improvement", "time", "not_finite"}
        Which rule ended it; "epochs" is the planned end.
    epoch : int
        The last epoch of the run.
    sentence : str
        The same for a person to read.
    layer : str or None
        For "not_finite" the layer in which it happened first.
    """

    kind: str
    epoch: int
    sentence: str
    layer: str | None = None

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


@dataclass(frozen=True)
class LossReached:
    """End the run at the first epoch whose training loss is `loss` or less.

    Raises
    ------
    SettingError
        If `loss` is not a finite number.

    Examples
    --------
    >>> LossReached(0.01).loss
    0.01
    """

    loss: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "loss", require_number("loss", self.loss))


@dataclass(frozen=True)
class NoImprovement:
    """End the run when the training loss has not fallen below its lowest value for `epochs` epochs in a row.

    Raises
    ------
    SettingError
        If `epochs` is not a whole number of at least 1.

    Examples
    --------
    >>> NoImprovement(epochs=100).epochs
    100
    """

    epochs: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "epochs", require_whole_number("epochs", self.epochs, at_least=1))


@dataclass(frozen=True)
class TimeLimit:
    """End the run after `seconds` of training; for a single Trainer only, because a clock is not reproducible.

    Raises
    ------
    SettingError
        If `seconds` is not a positive number.

    Examples
    --------
    >>> TimeLimit(seconds=2).seconds
    2.0
    """

    seconds: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "seconds", require_number("seconds", self.seconds, above=0))


StopRule = LossReached | NoImprovement | TimeLimit


def stop_reason(kind: str, epoch: int, loss: float, time_limit: float | None) -> StopReason:
    """Return why a run ended whose numbers are all finite.

    Examples
    --------
    >>> print(stop_reason("loss_reached", 1200, 0.00999, None))
    The loss reached 0.00999 at epoch 1,200.
    """
    sentence = {
        "epochs": f"All {epoch:,} epochs are done.",
        "loss_reached": f"The loss reached {sentence_number(loss)} at epoch {epoch:,}.",
        "no_improvement": f"The loss did not improve any more; stopped at epoch {epoch:,}.",
        "time": f"The time limit of {sentence_number(time_limit or 0)} s was reached at epoch {epoch:,}.",
    }[kind]
    return StopReason(kind, epoch, sentence)


def unfinished_reason(epoch: int, epochs: int) -> StopReason:
    """Return what stands in place of a reason as long as a run goes on.

    Examples
    --------
    >>> print(unfinished_reason(1, 2))
    Not finished: epoch 1 of 2.
    """
    return StopReason("unfinished", epoch, f"Not finished: epoch {epoch:,} of {epochs:,}.")


def not_finite_reason(epoch: int, last_epoch: int, place: str, cause: str) -> StopReason:
    """Return why a run ended whose numbers stopped being finite.

    Parameters
    ----------
    epoch, last_epoch : int
        The first epoch with such numbers, and the last one without.
    place : str
        A layer's name, or "loss".
    cause : str
        Why, and what helps, in sentences; see `nncore.training.divergence`.

    Examples
    --------
    >>> print(not_finite_reason(12, 11, "Output", "A learning rate of 30 is probably too large."))
    The numbers stopped being finite at epoch 12, in the layer Output. A learning rate of 30 is probably too large.
    """
    where = "in the loss" if place == "loss" else f"in the layer {place}"
    sentence = f"The numbers stopped being finite at epoch {epoch:,}, {where}. {cause}"
    if epoch == 0:
        sentence = (
            f"The numbers are not finite at epoch 0, before any training, {where}. "
            "The numbers in the table or the weights are too large: scale the inputs, or write smaller ones."
        )
    return StopReason("not_finite", last_epoch, sentence, place)


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
    """

    def __init__(self, rules: tuple[StopRule, ...], losses: Array, epoch: int) -> None:
        self._reached = max((rule.loss for rule in rules if isinstance(rule, LossReached)), default=None)
        self._patience = min((rule.epochs for rule in rules if isinstance(rule, NoImprovement)), default=None)
        self._lowest = losses.copy()
        self._lowest_epochs = np.full(len(losses), epoch)

    def first_stops(self, losses: Array, first_epoch: int) -> tuple[Indices, list[str]]:
        """Return for each run the index of the first epoch of the block at which a rule ends it, and that rule's kind.

        Parameters
        ----------
        losses : ndarray, shape (epochs, runs)
            Of the epochs from `first_epoch` on.
        first_epoch : int
            The block's first epoch.

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
        if self._patience is not None:
            epochs = np.arange(first_epoch, first_epoch + count)[:, None]
            lowest_before = np.minimum.accumulate(np.vstack([self._lowest, losses]), axis=0)[:-1]
            improved_at = np.where(losses < lowest_before, epochs, self._lowest_epochs)
            improved_at = np.maximum.accumulate(improved_at, axis=0)
            _note_first(epochs - improved_at >= self._patience, "no_improvement", stops, kinds)
            self._lowest = np.minimum(lowest_before[-1], losses[-1])
            self._lowest_epochs = improved_at[-1]
        return stops, kinds

    def keep(self, runs: NDArray[np.bool_]) -> None:
        """Go on with some of the runs only."""
        self._lowest = self._lowest[runs]
        self._lowest_epochs = self._lowest_epochs[runs]


def _note_first(ends: NDArray[np.bool_], kind: str, stops: Indices, kinds: list[str]) -> None:
    first = np.where(ends.any(axis=0), ends.argmax(axis=0), len(ends))
    for run in np.flatnonzero(first < stops):
        stops[run] = first[run]
        kinds[run] = kind
