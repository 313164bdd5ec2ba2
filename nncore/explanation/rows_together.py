"""Put the rows of an update together: their losses to the loss, their derivatives to the gradient."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nncore.explanation.arithmetic import mean_of, sum_of
from nncore.explanation.line import Line, LineKind, Place
from nncore.explanation.line_book import LineBook
from nncore.explanation.row_backward import row_gradient_name
from nncore.explanation.row_loss import row_loss_name
from nncore.explanation.worked_case import Array, WorkedCase
from nncore.formulas.expression import Column, Expression
from nncore.name_words import name_words


def loss_line(book: LineBook, case: WorkedCase, worked: Mapping[int, str]) -> Line:
    """Return the line of the loss that the update makes smaller: it says by which convention.

    `worked` has the names of the lines of the rows' own losses.
    """
    loss = case.loss
    penalty = case.in_force.penalty
    note = f"The loss is {name_words(loss.name)}. y is an output, t its target."
    if penalty is not None:
        note += f" The penalty {type(penalty).__name__}, {penalty.formula} over the weights, comes in at the update."
    absent = [row for row in case.worked if row not in case.rows]
    if absent:
        note += f" {case.listed(absent).capitalize()} is worked here, but is not among the rows of this update."
    return book.work(
        "L",
        _together(book, case, worked, row_loss_name, case.row_losses),
        Place("update"),
        kind="loss",
        formula=_convention(case),
        note=note,
    )


def _convention(case: WorkedCase) -> str:
    """Return of what the loss is the sum or the mean, and over which rows."""
    if len(case.rows) == 1:
        return f"{case.loss_formula}, of {case.listed(case.rows)}"
    return f"{case.loss_formula}, the {'mean' if _is_mean(case) else 'sum'} over {case.listed(case.rows)}"


def gradient_line(book: LineBook, case: WorkedCase, worked: Mapping[int, str]) -> Line:
    """Return the line of the gradient: the derivative of the loss with respect to the weight that is worked.

    `worked` has the names of the lines of the rows' own derivatives.
    """
    how = "mean" if _is_mean(case) else "sum"
    many = (
        f"The {how} over {case.listed(case.rows)}."
        if len(case.rows) > 1
        else "One row: its derivative is the gradient."
    )
    return book.work(
        f"∂L/∂{case.letter}",
        _together(
            book,
            case,
            worked,
            lambda number: row_gradient_name(number, case.letter),
            case.row_gradients,
            case.parameter,
        ),
        Place("parameter", parameter=case.parameter),
        kind="gradient",
        value=case.update.gradient[0, case.parameter],
        note=many,
    )


def _together(
    book: LineBook, case: WorkedCase, worked: Mapping[int, str], name: Callable[[int], str], values: Array,
    parameter: int | None = None,
) -> Expression:  # fmt: skip
    kind: LineKind = "row_loss" if parameter is None else "row_gradient"
    belongs_to = "row" if parameter is None else "parameter"
    names = []
    for row in case.rows:
        number = case.number_of(row)
        note, place = f"Row {number} is worked in the same way.", Place(belongs_to, row=row, parameter=parameter)
        names.append(worked.get(row) or book.give(name(number), values[row], place, note, kind))
    parts = [Column(found) for found in names]
    return mean_of(parts) if _is_mean(case) else sum_of(parts)


def _is_mean(case: WorkedCase) -> bool:
    return case.experiment.reduction == "mean"
