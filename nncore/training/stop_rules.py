"""End a run early: a loss reached, no improvement for a while, too much time, or numbers that are no longer finite."""

from __future__ import annotations

from dataclasses import dataclass

from nncore.errors import require_number, require_whole_number
from nncore.number_text import sentence_number


@dataclass(frozen=True)
class StopReason:
    """Why a run ended.

    Attributes
    ----------
    kind : {"epochs", "loss_reached", "no_improvement", "no_validation_improvement", "time", "not_finite"}
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
class NoValidationImprovement:
    """End the run when the loss of its validation rows has not fallen below its lowest value for `epochs` epochs in a row.

    Nothing is learnt from these rows, but they decide how long is learnt: they are no test any more.

    Raises
    ------
    SettingError
        If `epochs` is not a whole number of at least 1.

    Notes
    -----
    Known as early stopping. Source: L. Prechelt, *Early Stopping – But When?*, 1998, where the rule is called UP.

    Examples
    --------
    >>> NoValidationImprovement(epochs=100).epochs
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


StopRule = LossReached | NoImprovement | NoValidationImprovement | TimeLimit


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
        "no_validation_improvement": f"The validation loss did not fall any more; stopped at epoch {epoch:,}.",
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
