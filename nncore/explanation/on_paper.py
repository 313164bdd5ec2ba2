"""Work an update with so many digits, as one does on paper: every number is rounded before the next line uses it."""

from __future__ import annotations

import math
from dataclasses import replace

from nncore.errors import require_whole_number
from nncore.explanation.arithmetic import value_of
from nncore.explanation.line import Line
from nncore.explanation.worked_update import WorkedUpdate

MOST_DIGITS = 17

AS_IT_STANDS = ("input", "target", "setting")
"""The kinds of places whose numbers somebody has written down already."""


def on_paper(step: WorkedUpdate, digits: int) -> WorkedUpdate:
    """Return an update as somebody works it who writes every number with so many digits that count.

    Parameters
    ----------
    step : WorkedUpdate
        Worked exactly.
    digits : int
        From 1 to 17.

    Returns
    -------
    WorkedUpdate
        The same lines. Each takes the rounded numbers of the lines before it, and is rounded itself. Weights are rounded
        too; the cells of the table and the settings stay as they are.

    Raises
    ------
    SettingError
        If there cannot be so many digits.

    Examples
    --------
    The first article's second weight is 0.440649 at the start; on paper with two digits it is 0.44.

    >>> import nncore
    >>> step = on_paper(nncore.explain(nncore.articles.single_neuron(), epoch=0, sample=3, parameter=1), 2)
    >>> step.line("z of target").with_numbers(str), step.line("z of target").value
    ('(-0.17) · 0.0 + 0.44 · 1.0 + (-1.0) · 1.0', -0.56)
    """
    digits = require_whole_number("digits", digits, at_least=1, at_most=MOST_DIGITS)
    values = {
        line.name: line.value if line.place.kind in AS_IT_STANDS else rounded(line.value, digits) for line in step.given
    }

    def again(line: Line) -> Line:
        terms = tuple((name, values[name]) for name, _ in line.terms)
        value = line.value if line.expression is None else value_of(line.expression, dict(terms))
        values[line.name] = rounded(value, digits)
        return replace(line, terms=terms, value=values[line.name])

    given = tuple(replace(line, value=values[line.name]) for line in step.given)
    # The first line of all is the loss of all rows, which the lines behind it lead to.
    rows = tuple(again(line) for line in step.forward[1:])
    forward = (again(step.forward[0]), *rows)
    backward = tuple(again(line) for line in step.backward)
    return replace(step, given=given, forward=forward, backward=backward, update=tuple(map(again, step.update)))


def rounded(value: float, digits: int) -> float:
    """Return a number with so many digits that count; infinity and NaN as they are.

    Examples
    --------
    >>> rounded(0.0123456, 3), rounded(-98765.4, 2), rounded(0.0, 3)
    (0.0123, -99000.0, 0.0)
    """
    return float(f"{value:.{digits - 1}e}") if math.isfinite(value) else value
