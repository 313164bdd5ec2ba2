"""Give what many rows come to together as one number, where one row is worked and the others would fill a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import fsum

from nncore.explanation.arithmetic import divided, sum_of, terms_of
from nncore.explanation.line import Line, LineKind, Place
from nncore.explanation.line_book import bracketed
from nncore.explanation.worked_update import WorkedUpdate
from nncore.formulas.expression import Column, Operation
from nncore.formulas.written_expression import written

MOST_ROWS = 9
"""So many other rows are told one by one: more than a class adds up by hand are one number."""

_WHOLES: dict[LineKind, LineKind] = {"loss": "row_loss", "gradient": "row_gradient"}
"""The lines that put rows together, and what each row gives to them."""


def with_gathered_rows(step: WorkedUpdate, most_rows: int = MOST_ROWS) -> WorkedUpdate:
    """Return a worked update in which rows that are only given are one number, if they are many; else the update itself.

    Parameters
    ----------
    step : WorkedUpdate
    most_rows : int
        So many are left as they are.

    Examples
    --------
    >>> import nncore
    >>> many = nncore.Dataset([[row / 30] for row in range(30)], [[row / 15] for row in range(30)])
    >>> network = nncore.Architecture((1, 1), ("linear",))
    >>> experiment = nncore.Experiment(many, network, loss="half_squared_error", optimizer=nncore.SGD(0.1), epochs=1)
    >>> step = with_gathered_rows(nncore.explain(experiment, epoch=0, parameter=0, sample=4))
    >>> step.backward[-1].formula
    '([∂L/∂w in row 5] + [∂L/∂w of the other 29 rows together]) / 30'
    """
    for kind, of_a_row in _WHOLES.items():
        given = [line for line in step.given if line.kind == of_a_row]
        whole = next(line for line in step.lines if line.kind == kind)
        if len(given) > most_rows:
            together = _together(whole, given)
            step = replace(
                step,
                given=tuple(_in_place_of_all(step.given, given, together)),
                forward=tuple(_with(line, whole, together, given) for line in step.forward),
                backward=tuple(_with(line, whole, together, given) for line in step.backward),
            )
    return step


def _together(whole: Line, given: list[Line]) -> Line:
    name = f"{whole.name} of the other {len(given):,} rows together"
    return Line(name, "", (), fsum(line.value for line in given), "Their sum.", Place("update"), given[0].kind)


def _in_place_of_all(lines: tuple[Line, ...], given: list[Line], together: Line) -> Iterator[Line]:
    names = {one.name for one in given}
    for line in lines:
        if line is given[0]:
            yield together
        if line.name not in names:
            yield line


def _with(line: Line, whole: Line, together: Line, given: list[Line]) -> Line:
    """Return the line that puts the rows together with one number for those that are given; any other as it is."""
    if line is not whole or line.expression is None:
        return line
    names = {one.name for one in given}
    values = {**dict(line.terms), together.name: together.value}
    worked = [Column(name) for name in terms_of(line.expression) if name not in names]
    is_mean = isinstance(line.expression, Operation) and line.expression.name == "/"
    total = sum_of([*worked, Column(together.name)])
    expression = divided(total, len(line.terms)) if is_mean else total
    says_a_convention = line.formula != written(line.expression, bracketed)
    return replace(
        line,
        formula=line.formula if says_a_convention else written(expression, bracketed),
        terms=tuple((name, values[name]) for name in terms_of(expression)),
        expression=expression,
    )
