"""Work the loss of one row: targets, errors, what each output adds to the loss, and the loss."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from nncore.explanation.arithmetic import applied, mean_of, sum_of
from nncore.explanation.line import Line, Place
from nncore.explanation.line_book import LineBook
from nncore.explanation.row_forward import RowNames, scaled_line
from nncore.explanation.worked_case import WorkedCase
from nncore.formulas.expression import Column
from nncore.name_words import name_words


@dataclass
class LossNames:
    """What the lines of a row's loss are called.

    Attributes
    ----------
    of_output : list of dict
        For each output the terms that a formula of `nncore.losses.loss.LossParts` may name, by the names it has there.
    """

    of_output: list[dict[str, str]] = field(default_factory=list)


def loss_lines(book: LineBook, case: WorkedCase, row: int, names: RowNames, found: LossNames) -> Iterator[Line]:
    """Yield the lines from the outputs of a row to its loss, and note in `found` what they are called."""
    yield from _error_lines(book, case, row, names, found)
    outputs, parts = case.neurons[-1], case.loss.parts
    expressions = [applied(parts.part, terms) for terms in found.of_output]
    if len(outputs) > 1:
        lines = []
        for unit, (output, expression) in enumerate(zip(outputs, expressions, strict=True)):
            place = Place("neuron", row=row, layer=case.output_layer, unit=unit)
            lines.append(book.work(case.in_row(f"loss of {output}", row), expression, place, kind="output_loss"))
        yield from lines
        expressions = [Column(line.name) for line in lines]
    yield book.work(
        row_loss_name(case.number_of(row)),
        mean_of(expressions) if parts.mean else sum_of(expressions),
        Place("row", row=row),
        kind="row_loss",
        value=case.row_losses[row],
        note=f"The loss of this row, {name_words(case.loss.name)}: {case.loss_formula}.",
    )


def _error_lines(book: LineBook, case: WorkedCase, row: int, names: RowNames, found: LossNames) -> Iterator[Line]:
    dataset, layer = case.experiment.dataset, case.output_layer
    for unit, output in enumerate(case.neurons[-1]):
        cell = Place("target", row=row, layer=layer, unit=unit)
        target = book.give(case.in_row(f"t of {output}", row), dataset.targets[row, unit], cell, "The target.")
        if case.experiment.target_scaling != "none":
            line = scaled_line(book, case.experiment.target_scaler, target, output, cell)
            target = line.name
            yield line
        terms = {"z": names.pre_activations[layer, unit], "y": names.activations[layer, unit], "t": target}
        error = book.work(
            case.in_row(f"error of {output}", row),
            applied("y − t", terms),
            Place("neuron", row=row, layer=layer, unit=unit),
            kind="error",
            note="How far the output is above its target; below 0, how far below.",
        )
        yield error
        found.of_output.append({**terms, "e": error.name})
    shared = {}
    if layer in names.shared:
        shared = {"largest z": names.largest[layer], "sum of e": names.shared[layer]}
    if "sum of t" in case.loss.parts.derivative:
        line = book.work(
            case.in_row("sum of t", row),
            sum_of(Column(terms["t"]) for terms in found.of_output),
            Place("row", row=row),
            kind="target_sum",
            note="The sum of the row's targets: 1 where one class is meant.",
        )
        shared["sum of t"] = line.name
        yield line
    for terms in found.of_output:
        terms.update(shared)


def row_loss_name(number: int) -> str:
    """Return what the loss of one row is called.

    Examples
    --------
    >>> row_loss_name(1)
    'L in row 1'
    """
    return f"L in row {number}"
