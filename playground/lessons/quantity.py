"""A quantity of a run as a teacher names it: "loss at 15000", "output of row 4 at the end", "weight input 1 at 0 in scene 2"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite

from nncore.errors import NeuralNetworkError
from nncore.number_text import number_text
from nncore.quoting import quoted
from playground.lessons.lesson_error import LessonError
from playground.lessons.quantity_kinds import KINDS, QuantityKind, Value
from playground.lessons.scene_run import SceneRun
from playground.text.shown_number import shown_number

RunOf = Callable[[int | None], SceneRun]
"""Gives the run of a scene by its number; None is the scene in which the quantity stands."""

MOST_DIGITS = 17
"""As many as tell a float from every other."""

_WHOLE = re.compile(
    r"(?P<what>.+?)(?: at (?P<epoch>\d[\d,]*|the start|the end))?(?: in scene (?P<scene>\d+))?"
    r"(?: with (?P<digits>\d+) digits?)?\Z"
)


@dataclass(frozen=True)
class Quantity:
    """A quantity that was named.

    Attributes
    ----------
    text : str
        As it was named.
    kind : QuantityKind
    words : tuple of (str, str)
        What stands in the places of the kind's words.
    epoch : int or None
        None is the end of the run.
    scene : int or None
        Another scene, whose run it is of.
    digits : int or None
        How many of them are shown; None as the page shows an answer.
    """

    text: str
    kind: QuantityKind
    words: tuple[tuple[str, str], ...]
    epoch: int | None
    scene: int | None
    digits: int | None

    def value(self, run_of: RunOf) -> Value:
        """Return what it is.

        Raises
        ------
        LessonError
            If the run has no such quantity.
        """
        try:
            run = run_of(self.scene)
            epoch = run.history.last_epoch if self.epoch is None else self.epoch
            return self.kind.read(run, dict(self.words), epoch)
        except NeuralNetworkError as error:
            refused = error if isinstance(error, LessonError) else LessonError(str(error))
            raise refused.at(quoted(self.text)) from error

    def shown(self, run_of: RunOf) -> str:
        """Return it as it stands in a text."""
        value = self.value(run_of)
        if isinstance(value, str):
            return value
        if isinstance(value, int):
            return f"{value:,}"
        return shown_number(value) if self.digits is None or not isfinite(value) else number_text(value, self.digits)


def read_quantity(text: str) -> Quantity:
    """Return the quantity that a text names.

    Raises
    ------
    LessonError
        If there is none of that kind, or it says no epoch where it needs one.

    Examples
    --------
    >>> read_quantity("output of row 4 at 1,000 in scene 2").epoch
    1000
    >>> read_quantity("loss")
    Traceback (most recent call last):
    playground.lessons.lesson_error.LessonError: "loss" needs an epoch: write "loss at 0", "loss at the end".
    """
    found = _WHOLE.match(text.strip())
    assert found is not None
    what = found["what"]
    kind, words = next(((kind, match) for kind in KINDS if (match := kind.pattern.match(what))), (None, None))
    if kind is None or words is None:
        known = ", ".join(one.says for one in KINDS)
        raise LessonError(f"There is no quantity {quoted(what)}. There are: {known}.")
    epoch = found["epoch"]
    if kind.at_epoch and epoch is None:
        raise LessonError(f'{quoted(text)} needs an epoch: write "{what} at 0", "{what} at the end".')
    if epoch is not None and not kind.at_epoch:
        raise LessonError(f"{quoted(text)} must be without an epoch: it is told of the whole run.")
    digits = None if found["digits"] is None else int(found["digits"])
    if digits is not None and not 1 <= digits <= MOST_DIGITS:
        raise LessonError(f"{quoted(text)} must have 1 to {MOST_DIGITS} digits.")
    return Quantity(
        text,
        kind,
        tuple(words.groupdict().items()),
        None if epoch in (None, "the end") else 0 if epoch == "the start" else int(epoch.replace(",", "")),
        None if found["scene"] is None else int(found["scene"]),
        digits,
    )
