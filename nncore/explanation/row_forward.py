"""Work one row forward: from the cells of the table, neuron by neuron, to the outputs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nncore.data.scaler import Scaler
from nncore.explanation.arithmetic import applied, product_of, sum_of
from nncore.explanation.line import Line, Place
from nncore.explanation.line_book import LineBook
from nncore.explanation.worked_case import WorkedCase
from nncore.formulas.expression import Column, Expression, Operation, renamed
from nncore.name_words import name_words


@dataclass
class RowNames:
    """What the lines of one row are called, once they are written; a neuron is (layer, unit).

    Attributes
    ----------
    pre_activations, activations : dict
        By neuron; the activations of layer 0 are the inputs as the network sees them.
    largest, shared : dict
        Of a softmax layer: its largest z, and the sum of its powers of e.
    """

    pre_activations: dict[tuple[int, int], str] = field(default_factory=dict)
    activations: dict[tuple[int, int], str] = field(default_factory=dict)
    largest: dict[int, str] = field(default_factory=dict)
    shared: dict[int, str] = field(default_factory=dict)


def forward_lines(book: LineBook, case: WorkedCase, row: int, names: RowNames) -> Iterator[Line]:
    """Yield the lines of a row forward, and note in `names` what they are called."""
    yield from _input_lines(book, case, row, names)
    for layer in range(1, len(case.sizes)):
        units = range(case.sizes[layer])
        for unit in units:
            line = _pre_activation(book, case, row, (layer, unit), names)
            names.pre_activations[layer, unit] = line.name
            yield line
            if case.activation(layer).derivative_formula is not None:
                yield _activation(book, case, row, (layer, unit), names)
        if case.activation(layer).derivative_formula is None:
            yield from _softmax_lines(book, case, row, layer, names)


def _input_lines(book: LineBook, case: WorkedCase, row: int, names: RowNames) -> Iterator[Line]:
    dataset = case.experiment.dataset
    cells: dict[str, str] = {}
    for column, name in enumerate(dataset.all_input_names):
        place = Place("input", row=row, layer=0, unit=column)
        if column < dataset.input_count:
            entering = cells[name] = book.give(case.in_row(name, row), dataset.inputs[row, column], place)
        else:
            derived = dataset.derived[column - dataset.input_count].formula.expression
            value = dataset.all_inputs[row, column]
            line = book.work(case.in_row(name, row), renamed(derived, cells), place, kind="derived_input", value=value)
            entering = line.name
            yield line
        if case.experiment.input_scaling != "none":
            line = scaled_line(book, case.experiment.input_scaler, entering, name, place)
            entering = line.name
            yield line
        names.activations[0, column] = entering


def scaled_line(book: LineBook, scaler: Scaler, raw: str, column: str, place: Place) -> Line:
    """Return the line that takes a cell from the table's unit to what the network sees."""
    assert place.unit is not None
    found = Place("scaler", layer=place.layer, unit=place.unit)
    offset = book.give(f"offset of {column}", scaler.offset[place.unit], found)
    scale = book.give(f"scale of {column}", scaler.scale[place.unit], found)
    return book.work(
        f"scaled {raw}",
        applied(scaler.formula, {"x": raw, "offset": offset, "scale": scale}),
        place,
        kind="scaled",
        note=f"The network sees scaled rows. Over the training rows, {scaler.measured_as}.",
    )


def _pre_activation(book: LineBook, case: WorkedCase, row: int, neuron: tuple[int, int], names: RowNames) -> Line:
    layer, unit = neuron
    parts: list[Expression] = []
    for source in range(case.sizes[layer - 1]):
        weight = weight_term(book, case, layer, source, unit)
        parts.append(product_of(weight, names.activations[layer - 1, source]))
    if case.experiment.architecture.bias:
        parts.append(Column(weight_term(book, case, layer, None, unit)))
    return book.work(
        case.in_row(f"z of {case.neurons[layer][unit]}", row),
        sum_of(parts),
        Place("neuron", row=row, layer=layer, unit=unit),
        kind="pre_activation",
        value=case.trace.pre_activations[layer - 1][row, unit],
    )


def weight_term(book: LineBook, case: WorkedCase, layer: int, source: int | None, unit: int) -> str:
    """Return the name of a weight, or of a bias if there is no source, which is as it is before the update."""
    index = case.indices[layer - 1, source, unit]
    place = Place("parameter", parameter=index)
    return book.give(case.parameter_name(index), case.network.parameters[index], place, kind="weight")


def _activation(book: LineBook, case: WorkedCase, row: int, neuron: tuple[int, int], names: RowNames) -> Line:
    layer, unit = neuron
    activation = case.activation(layer)
    line = book.work(
        case.in_row(case.activation_name(layer, unit), row),
        applied(activation.formula, {"z": names.pre_activations[neuron]}),
        Place("neuron", row=row, layer=layer, unit=unit),
        kind="activation",
        value=case.trace.activations[layer - 1][row, unit],
        note=f"Activation: {name_words(activation.name)}.",
    )
    names.activations[neuron] = line.name
    return line


def _softmax_lines(book: LineBook, case: WorkedCase, row: int, layer: int, names: RowNames) -> Iterator[Line]:
    units = range(case.sizes[layer])
    scores = [names.pre_activations[layer, unit] for unit in units]
    layer_name = case.experiment.architecture.layer_name(layer - 1)
    whole = Place("neuron", row=row, layer=layer)
    largest = _largest_score(book, case.in_row(f"largest z of {layer_name}", row), scores, whole)
    yield largest
    powers = []
    for unit, score in zip(units, scores, strict=True):
        line = book.work(
            case.in_row(f"e of {case.neurons[layer][unit]}", row),
            applied("exp(z − largest z)", {"z": score, "largest z": largest.name}),
            whole._replace(unit=unit),
            kind="softmax_part",
        )
        powers.append(line.name)
        yield line
    total = book.work(
        case.in_row(f"sum of e of {layer_name}", row),
        sum_of(Column(power) for power in powers),
        whole,
        kind="softmax_part",
    )
    yield total
    names.largest[layer], names.shared[layer] = largest.name, total.name
    for unit, power in zip(units, powers, strict=True):
        line = book.work(
            case.in_row(case.activation_name(layer, unit), row),
            applied("e / total", {"e": power, "total": total.name}),
            whole._replace(unit=unit),
            kind="activation",
            value=case.trace.activations[layer - 1][row, unit],
            note=f"Activation: {case.activation(layer).name}, {case.activation(layer).formula} over the layer.",
        )
        names.activations[layer, unit] = line.name
        yield line


def _largest_score(book: LineBook, name: str, scores: Sequence[str], whole: Place) -> Line:
    columns = tuple(Column(score) for score in scores)
    return book.work(
        name,
        Operation("max", columns) if len(columns) > 1 else columns[0],
        whole,
        kind="softmax_part",
        note="It is subtracted from all: this changes nothing in the result, and keeps e from growing too large.",
    )
