"""Say what must hold and what came instead, in sentences for the person who has to mend it.

    NeuralNetworkError (a ValueError)
    ├── SettingError        a number or choice outside its limits, a combination that does not go together
    ├── UnknownNameError    a name this package does not know; it offers the nearest one it does
    ├── TableError          a table that cannot be learnt: its shape, a NaN, an infinity, no rows at all
    ├── LimitError          more memory than this package may take, refused before it is taken
    ├── FormatError         a dict or a file that does not describe an experiment; it names the field
    ├── FormulaError        a formula that cannot be read, or that has no number for some row
    └── EpochError          an epoch that the run does not have

What is merely unwise is not refused: it trains, with an `UnwiseWarning`, because failing is what people come to see.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable
from typing import TypeVar

import numpy as np

from nncore.number_text import sentence_number
from nncore.quoting import quoted, shortened

_Kind = TypeVar("_Kind")


class NeuralNetworkError(ValueError):
    """Everything this package refuses."""


class SettingError(NeuralNetworkError):
    """A setting outside its limits, or two settings that do not go together."""


class UnknownNameError(NeuralNetworkError):
    """A name this package does not know."""


class TableError(NeuralNetworkError):
    """A table that cannot be learnt from."""


class LimitError(NeuralNetworkError):
    """A network, table or population larger than this package accepts."""


class FormatError(NeuralNetworkError):
    """A description that is not one of an experiment."""


class FormulaError(NeuralNetworkError):
    """A formula that cannot be read, or that has no number for some row.

    Attributes
    ----------
    place : (int, int) or None
        Where in the text it cannot be read: from which character up to, but without, which other.
    rows : tuple of int
        For which rows it has no number, the first being 0.
    """

    def __init__(self, sentence: str, *, place: tuple[int, int] | None = None, rows: tuple[int, ...] = ()) -> None:
        super().__init__(sentence)
        self.place = place
        self.rows = rows


class EpochError(NeuralNetworkError):
    """An epoch that the run does not have."""


class UnwiseWarning(UserWarning):
    """Training goes on, but will probably not do what was hoped for."""


def require_known(kind: str, name: object, known: Iterable[str]) -> str:
    """Return `name` if it is one of `known`.

    Raises
    ------
    UnknownNameError
        If it is not; the sentence offers the nearest known name.

    Examples
    --------
    >>> require_known("activation", "sigmoyd", ["sigmoid", "tanh"])
    Traceback (most recent call last):
    nncore.errors.UnknownNameError: "sigmoyd" is not a known activation. Did you mean "sigmoid"? Known are: sigmoid, tanh.
    """
    names = list(known)
    if isinstance(name, str) and name in names:
        return name
    text = name if isinstance(name, str) else quoted(name)
    folded = {known_name.casefold(): known_name for known_name in names}
    nearest = difflib.get_close_matches(text.casefold(), folded, n=1, cutoff=0.5)
    question = f' Did you mean "{folded[nearest[0]]}"?' if nearest else ""
    raise UnknownNameError(f'"{shortened(text)}" is not a known {kind}.{question} Known are: {", ".join(names)}.')


def require_number(
    name: str, value: object, *, above: float | None = None, at_least: float | None = None, below: float | None = None
) -> float:
    """Return `value` as a float if it is a finite number within the limits given.

    Raises
    ------
    SettingError
        If it is not.

    Examples
    --------
    >>> require_number("learning_rate", -0.1, above=0)
    Traceback (most recent call last):
    nncore.errors.SettingError: learning_rate must be a positive number. Got -0.1 instead.
    """
    limits = []
    if above is not None:
        limits.append(f"above {sentence_number(above)}")
    if at_least is not None:
        limits.append(f"of at least {sentence_number(at_least)}")
    if below is not None:
        limits.append(f"below {sentence_number(below)}")
    wanted = (
        "a positive number" if limits == ["above 0"] else " ".join(["a finite number", " and ".join(limits)]).strip()
    )
    number = _as_float(value)
    fits = (
        math.isfinite(number)
        and (above is None or number > above)
        and (at_least is None or number >= at_least)
        and (below is None or number < below)
    )
    if not fits:
        raise SettingError(f"{name} must be {wanted}. Got {quoted(value)} instead.")
    return number


def require_whole_number(name: str, value: object, *, at_least: int, at_most: int | None = None) -> int:
    """Return `value` as an int if it is a whole number within the limits given.

    Raises
    ------
    SettingError
        If it is not.

    Examples
    --------
    >>> require_whole_number("epochs", 2.5, at_least=0)
    Traceback (most recent call last):
    nncore.errors.SettingError: epochs must be a whole number of at least 0. Got 2.5 instead.
    """
    fits = (
        isinstance(value, int | np.integer)
        and not isinstance(value, bool)
        and value >= at_least
        and (at_most is None or value <= at_most)
    )
    if not fits:
        wanted = f"of at least {at_least}" if at_most is None else f"from {at_least} to {at_most:,}"
        raise SettingError(f"{name} must be a whole number {wanted}. Got {quoted(value)} instead.")
    return int(value)  # type: ignore[call-overload, no-any-return]


def require_instance(name: str, value: object, kind: type[_Kind]) -> _Kind:
    """Return `value` if it is of a kind of record.

    Raises
    ------
    SettingError
        If it is not.

    Examples
    --------
    >>> require_instance("stop", None, Exception)
    Traceback (most recent call last):
    nncore.errors.SettingError: stop must be an Exception. Got None instead.
    """
    if not isinstance(value, kind):
        article = "an" if kind.__name__[0] in "AEIOU" else "a"
        raise SettingError(f"{name} must be {article} {kind.__name__}. Got {quoted(value)} instead.")
    return value


def _as_float(value: object) -> float:
    """Return a number as a float, and anything else as NaN."""
    if isinstance(value, bool) or not isinstance(value, float | int | np.floating | np.integer):
        return math.nan
    try:
        return float(value)
    except OverflowError:
        return math.inf
