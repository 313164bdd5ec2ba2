"""Compute an expression row by row, and name the rows for which it has no number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from nncore.errors import FormulaError
from nncore.formulas.expression import Column, Expression, Number, Operation
from nncore.formulas.operations import OPERATIONS, Array, Truths
from nncore.formulas.written_expression import written
from nncore.named_rows import named_rows
from nncore.quoting import shortened

TOO_LARGE = "the result is too large for a number here"


def evaluate(expression: Expression, columns: Mapping[str, Array], row_numbers: Sequence[int]) -> Array:
    """Return what an expression is in each row.

    Parameters
    ----------
    expression : Expression
    columns : mapping of str to ndarray, shape (rows,)
        Finite numbers by the name of their column.
    row_numbers : sequence of int
        What the rows are called, as many as there are.

    Returns
    -------
    ndarray, shape (rows,)
        Finite; 1 and 0 for a comparison.

    Raises
    ------
    FormulaError
        If a part of it has no finite value in some row; the sentence names the part and the rows.

    Examples
    --------
    >>> evaluate(Operation("/", (Number(1), Column("x"))), {"x": np.array([2.0, 0.0])}, [1, 2])
    Traceback (most recent call last):
    nncore.errors.FormulaError: 1 / x has no value in row 2: what one divides by must not be 0. Change the formula, or the row.
    """
    if isinstance(expression, Column):
        return columns[expression.name]
    if isinstance(expression, Number):
        return np.full(len(row_numbers), expression.value)
    arguments = [evaluate(argument, columns, row_numbers) for argument in expression.arguments]
    kind = OPERATIONS[expression.name]
    if kind.takes is not None:
        _require(kind.takes(*arguments), expression, kind.requirement, row_numbers)
    with np.errstate(all="ignore"):  # what is not finite is refused below, in a sentence
        result = kind.compute(*arguments)
    values: Array = np.broadcast_to(np.asarray(result, dtype=np.float64), len(row_numbers))
    _require(np.isfinite(values), expression, TOO_LARGE, row_numbers)
    return values


def _require(holds: Truths, expression: Operation, requirement: str, row_numbers: Sequence[int]) -> None:
    broken = tuple(np.flatnonzero(~holds).tolist())
    if not broken:
        return
    everywhere = len(broken) == len(row_numbers) > 1
    where = "any row" if everywhere else named_rows([row_numbers[row] for row in broken])
    mend = "Change the formula" + ("" if everywhere else ", or the row" if len(broken) == 1 else ", or the rows")
    raise FormulaError(f"{shortened(written(expression))} has no value in {where}: {requirement}. {mend}.", rows=broken)
