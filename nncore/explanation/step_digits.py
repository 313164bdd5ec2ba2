"""With how many digits a weight is written before and after an update, or has to be worked, so that the step is seen."""

from __future__ import annotations

from math import isfinite

from nncore.explanation.line import Line
from nncore.explanation.on_paper import MOST_DIGITS, rounded
from nncore.explanation.worked_update import WorkedUpdate

SEEN_WITHIN = 0.5
"""The part of a step by which the difference of two rounded weights may be off."""


def step_digits(step: WorkedUpdate, digits: int) -> int:
    """Return how many digits of the old and of the new weight are to be written: `digits`, or more where the step is tiny.

    Parameters
    ----------
    step : WorkedUpdate
    digits : int
        How many of every other number.

    Examples
    --------
    With three digits this weight is −0.203 before and −0.204 after: a step nearly three times as long as it is.

    >>> import nncore
    >>> step = nncore.explain(nncore.articles.single_neuron(), epoch=100, sample=0, parameter=1)
    >>> f"{step.old_value:.6f} {step.new_value:.6f}"
    '-0.203385 -0.203744'
    >>> step_digits(step, 3), step_digits(step, 6)
    (4, 6)
    """
    old, new = step.old_value, step.new_value
    enough = (
        count
        for count in range(digits, MOST_DIGITS)
        if abs(rounded(new, count) - rounded(old, count) - (new - old)) <= SEEN_WITHIN * abs(new - old)
    )
    return next(enough, MOST_DIGITS) if old != new and isfinite(new) else digits


def answer_slack(step: WorkedUpdate, line: Line, share: float) -> float:
    """Return by how much an answer to a line may differ: a share of its value, but of a new weight less than the step.

    Parameters
    ----------
    step : WorkedUpdate
    line : Line
        One of its lines.
    share : float

    Examples
    --------
    The old weight is no answer, though it is within a hundredth of the new one.

    >>> import nncore
    >>> step = nncore.explain(nncore.articles.single_neuron(), epoch=100, sample=0, parameter=1)
    >>> bool(answer_slack(step, step.update[-1], 0.01) < abs(step.new_value - step.old_value) < 0.01 * abs(step.new_value))
    True
    """
    slack = share * abs(line.value)
    is_new = line.kind == "new_weight" and step.new_value != step.old_value
    return min(slack, SEEN_WITHIN * abs(step.new_value - step.old_value)) if is_new else slack
