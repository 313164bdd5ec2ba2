"""Work one row backward: the chain rule, factor by factor, from the loss of the row to one weight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nncore.explanation.arithmetic import applied, divided, product_of, sum_of
from nncore.explanation.line import Line, Place
from nncore.explanation.line_book import LineBook
from nncore.explanation.row_forward import RowNames, weight_term
from nncore.explanation.row_loss import LossNames
from nncore.explanation.worked_case import WorkedCase
from nncore.formulas.expression import Column, Number
from nncore.name_words import name_words


def backward_lines(book: LineBook, case: WorkedCase, row: int, names: RowNames, loss: LossNames) -> Iterator[Line]:
    """Yield the lines of a row backward; the last is the derivative with respect to the weight that is worked."""
    deltas: dict[int, str] = {}
    for layer in range(case.output_layer, case.layer - 1, -1):
        units = [case.place.end] if layer == case.layer else list(range(case.sizes[layer]))
        # A softmax ties its whole layer together: each of its z needs the derivatives of all its answers.
        tied = case.activation(layer).derivative_formula is None
        answering = list(range(case.sizes[layer])) if tied else units
        if layer == case.output_layer and case.loss.output_activation is not None:
            lines = [_fused(book, case, row, unit, loss) for unit in units]
            yield from lines
            deltas = {unit: line.name for unit, line in zip(units, lines, strict=True)}
            continue
        of_answers: dict[int, str] = {}
        for unit in answering:
            if layer == case.output_layer:
                line = _of_output(book, case, row, unit, loss)
            else:
                line = _over_paths(book, case, row, (layer, unit), deltas)
            of_answers[unit] = line.name
            yield line
        deltas = {}
        through = _through_softmax if tied else _through_activation
        for of_unit, line in through(book, case, row, layer, units, of_answers, names):
            yield line
            if of_unit is not None:
                deltas[of_unit] = line.name
    yield from _weight_lines(book, case, row, deltas[case.place.end], names)


def row_gradient_name(number: int, letter: str) -> str:
    """Return what the derivative of one row's loss with respect to the worked weight, or bias, is called.

    Examples
    --------
    >>> row_gradient_name(1, "w")
    '∂L/∂w in row 1'
    """
    return f"∂L/∂{letter} in row {number}"


def _place(row: int, layer: int, unit: int) -> Place:
    return Place("neuron", row=row, layer=layer, unit=unit)


def _shares(case: WorkedCase) -> int:
    """Return by how many outputs a derivative is divided."""
    return case.sizes[-1] if case.loss.parts.mean else 1


def _of_output(book: LineBook, case: WorkedCase, row: int, unit: int, loss: LossNames) -> Line:
    expression = divided(applied(case.loss.parts.derivative, loss.of_output[unit]), _shares(case))
    return book.work(
        case.in_row(f"∂L/∂y of {case.neurons[-1][unit]}", row),
        expression,
        _place(row, case.output_layer, unit),
        kind="output_derivative",
        note=f"The derivative of {name_words(case.loss.name)}, {case.loss_formula}, for this row.",
    )


def _fused(book: LineBook, case: WorkedCase, row: int, unit: int, loss: LossNames) -> Line:
    layer = case.output_layer
    mean = f" The mean over the outputs divides it by {_shares(case)}." if _shares(case) > 1 else ""
    return book.work(
        case.in_row(f"∂L/∂z of {case.neurons[-1][unit]}", row),
        divided(applied(case.loss.parts.derivative, loss.of_output[unit]), _shares(case)),
        _place(row, layer, unit),
        kind="delta",
        value=case.gradient.deltas[layer - 1][row, unit],
        note=f"{name_words(case.loss.name).capitalize()} is computed from z, so both factors are one step. "
        f"{case.loss.parts.derivation}{mean}",
    )


def _over_paths(book: LineBook, case: WorkedCase, row: int, neuron: tuple[int, int], deltas: dict[int, str]) -> Line:
    layer, unit = neuron
    paths = [
        product_of(delta, weight_term(book, case, layer + 1, unit, later)) for later, delta in sorted(deltas.items())
    ]
    one = "One path leads" if len(paths) == 1 else f"The sum over the {len(paths)} paths"
    way = "on from here" if len(paths) == 1 else "that lead on from here"
    return book.work(
        case.in_row(f"∂L/∂a of {case.neurons[layer][unit]}", row),
        sum_of(paths),
        _place(row, layer, unit),
        kind="sum_over_paths",
        note=f"{one} {way}, with the old weights: no weight of this update has changed yet.",
    )


def _through_activation(
    book: LineBook, case: WorkedCase, row: int, layer: int, units: Sequence[int], of_answers: dict[int, str],
    names: RowNames,
) -> Iterator[tuple[int | None, Line]]:  # fmt: skip
    activation = case.activation(layer)
    assert activation.derivative_formula is not None
    letter = "y" if layer == case.output_layer else "a"
    for unit in units:
        neuron, place = case.neurons[layer][unit], _place(row, layer, unit)
        z, a = names.pre_activations[layer, unit], names.activations[layer, unit]
        derivative = book.work(
            case.in_row(f"∂{letter}/∂z of {neuron}", row),
            applied(activation.derivative_formula, {"z": z, "a": a}),
            place,
            kind="activation_derivative",
            note=f"The derivative of {name_words(activation.name)}.",
        )
        yield None, derivative
        delta = book.work(
            case.in_row(f"∂L/∂z of {neuron}", row),
            product_of(of_answers[unit], derivative.name),
            place,
            kind="delta",
            value=case.gradient.deltas[layer - 1][row, unit],
            note="The chain rule: both factors multiplied. It is called δ of the neuron.",
        )
        yield unit, delta


def _through_softmax(
    book: LineBook, case: WorkedCase, row: int, layer: int, units: Sequence[int], of_answers: dict[int, str],
    names: RowNames,
) -> Iterator[tuple[int | None, Line]]:  # fmt: skip
    answers = {unit: names.activations[layer, unit] for unit in of_answers}
    letter = "y" if layer == case.output_layer else "a"
    shared = book.work(
        case.in_row(f"Σ ∂L/∂{letter} · {letter} of {case.experiment.architecture.layer_name(layer - 1)}", row),
        sum_of(product_of(of_answers[unit], answers[unit]) for unit in sorted(of_answers)),
        Place("neuron", row=row, layer=layer),
        kind="softmax_share",
        note="Each z of a softmax moves all its answers: ∂aⱼ/∂zₖ = aⱼ (1 − aₖ) where j = k, and −aⱼ aₖ elsewhere.",
    )
    yield None, shared
    for unit in units:
        terms = {"a": answers[unit], "g": of_answers[unit], "shared": shared.name}
        delta = book.work(
            case.in_row(f"∂L/∂z of {case.neurons[layer][unit]}", row),
            applied("a · (g − shared)", terms),
            _place(row, layer, unit),
            kind="delta",
            value=case.gradient.deltas[layer - 1][row, unit],
            note="The chain rule, summed over all answers of the softmax.",
        )
        yield unit, delta


def _weight_lines(book: LineBook, case: WorkedCase, row: int, delta: str, names: RowNames) -> Iterator[Line]:
    start = case.place.start
    place = Place("parameter", row=row, parameter=case.parameter)
    end = case.neurons[case.layer][case.place.end]
    if start is None:
        factor = book.work(
            case.in_row(f"∂z/∂{case.letter}", row),
            Number(1.0),
            place,
            kind="weight_factor",
            note=f"The bias is added to z of {end} as it is, so z grows as it grows.",
        )
    else:
        factor = book.work(
            case.in_row(f"∂z/∂{case.letter}", row),
            Column(names.activations[case.layer - 1, start]),
            place,
            kind="weight_factor",
            note=f"z of {end} grows with this weight by what the weight is multiplied with.",
        )
    yield factor
    yield book.work(
        row_gradient_name(case.number_of(row), case.letter),
        product_of(delta, factor.name),
        place,
        kind="row_gradient",
        value=case.row_gradients[row],
        note=f"The derivative of this row's loss with respect to {case.parameter_name(case.parameter)}.",
    )
