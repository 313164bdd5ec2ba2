"""One row as the networks of the scaling laboratory are asked it in each way: what they see of it, and what they answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.data.dataset import Dataset
from nncore.metrics.classes import NO_CLASS
from nncore.number_text import number_text
from nncore.scaling_laboratory import ScalingLaboratory
from playground.laboratory.laboratory_tables import COMPARED, span_text

Array = NDArray[np.float64]


@dataclass(frozen=True)
class AskedRow:
    """One row as the networks are asked it in one way: what they see of each input, and what they answer."""

    way: str
    scaled: tuple[str, ...]
    answers: str


@dataclass(frozen=True)
class AskedOutput:
    """The output that is told of: its place among those of the network, and its name; empty if it is the only one."""

    place: int
    name: str


def row_text(values: Sequence[float]) -> str:
    """Return a row of numbers in brackets; no comma stands within one of them.

    Examples
    --------
    >>> row_text([46, 4200])
    '(46, 4200)'
    """
    return f"({', '.join(number_text(float(value)).replace(',', '') for value in values)})"


def failing_row(laboratory: ScalingLaboratory) -> int:
    """Return the test row at which most networks fail by the training rows' range, or else the one furthest outside it.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> failing_row(run_laboratory(articles.hidden_layer(), range(5)))
    2
    """
    failures = laboratory.results["train"].failures_by_row
    return int(np.argmax(failures if any(failures) else np.abs(_outside(laboratory)).max(axis=1)))


def moving_input(laboratory: ScalingLaboratory, row: int) -> int:
    """Return which input of a test row is furthest outside the training rows, as the networks see it.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> moving_input(run_laboratory(articles.hidden_layer(), range(5)), 2)
    2
    """
    own = laboratory.experiment.dataset.input_count
    return int(np.argmax(np.abs(_outside(laboratory)[row, :own])))


def told_row(laboratory: ScalingLaboratory, row: int) -> str:
    """Return why a test row is shown: how many networks fail at it, or how far it lies outside what was learnt.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> told_row(run_laboratory(articles.hidden_layer(), range(5)), 2)
    'Every failure is this row. It is of class 0, and stands outside what was learnt.'
    """
    is_outside = bool(_outside(laboratory)[row].any())
    results = laboratory.results["train"]
    if results.failures_by_row[row]:
        stands = ", and stands outside what was learnt" if is_outside else ""
        return f"{_told_failures(laboratory, row)} It is of class {_wanted_class(laboratory, row)}{stands}."
    place = "This row lies furthest outside what was learnt." if is_outside else "No row lies outside what was learnt."
    if results.classes is None:
        return place
    return f"No network fails at a row that is scaled as the training rows were. {place}"


def _outside(laboratory: ScalingLaboratory) -> Array:
    difference: Array = laboratory.results["train"].scaled - laboratory.results["clipped"].scaled
    return difference


def asked_test_row(laboratory: ScalingLaboratory, row: int) -> tuple[AskedRow, ...]:
    """Return a test row as it is asked in each way.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> for asked in asked_test_row(run_laboratory(articles.hidden_layer(), range(20)), 2)[:2]:
    ...     print(asked.way, asked.scaled)
    By their own range ('0', '1', '1')
    By the training rows' range ('0', '1', '10')
    """
    results, output = [laboratory.results[name] for name in COMPARED], output_of_test_row(laboratory, row)
    return tuple(_asked(one.way.label, one.scaled[row], one.outputs[:, row, output.place]) for one in results)


def asked_situation(laboratory: ScalingLaboratory, row: Sequence[float]) -> tuple[AskedRow, ...]:
    """Return a row that was not scaled at all, and the same one scaled as the training rows were.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> for asked in asked_situation(run_laboratory(articles.hidden_layer(), range(20)), (1, 1, 0)):
    ...     print(asked)
    AskedRow(way='Not at all', scaled=('1', '1', '0'), answers='0.837 to 0.919')
    AskedRow(way="By the training rows' range", scaled=('0.1', '1', '0'), answers='0.0135 to 0.0402')
    """
    return tuple(_situation_asked(laboratory, row))


def _situation_asked(laboratory: ScalingLaboratory, row: Sequence[float]) -> Iterator[AskedRow]:
    output = output_of_situation(laboratory, row)
    for way in ("unscaled", "train"):
        scaled, outputs = laboratory.asked([list(row)], way)
        yield _asked(laboratory.results[way].way.label, scaled[0], outputs[:, 0, output.place])


def misread_input(laboratory: ScalingLaboratory, row: Sequence[float]) -> tuple[int, float]:
    """Return which input of an unscaled row is misread most, and the number that the networks take it for.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> misread_input(run_laboratory(articles.hidden_layer(), range(5)), (1, 1, 0))
    (0, 10.0)
    """
    own = laboratory.experiment.dataset.input_count
    raw, _ = laboratory.asked([list(row)], "unscaled")
    scaled, _ = laboratory.asked([list(row)], "train")
    moving = int(np.argmax(np.abs(raw - scaled)[0, :own]))
    return moving, float(laboratory.experiment.input_scaler.inverse_transform(raw)[0, moving])


def _asked(way: str, scaled: Array, outputs: Array) -> AskedRow:
    return AskedRow(way, tuple(number_text(float(value)) for value in scaled), span_text(outputs))


def output_of_test_row(laboratory: ScalingLaboratory, row: int) -> AskedOutput:
    """Return the output of the class that a test row is of; of several targets that are no classes the first.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> output_of_test_row(run_laboratory(articles.hidden_layer(), range(1)), 2)
    AskedOutput(place=0, name='')
    """
    dataset = laboratory.experiment.dataset
    wanted = _wanted(dataset, row) if dataset.target_count > 1 else 0
    return _output(dataset, max(wanted, 0))


def output_of_situation(laboratory: ScalingLaboratory, row: Sequence[float]) -> AskedOutput:
    """Return the output of the class that the networks call a row, scaled as the training rows were.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> output_of_situation(run_laboratory(articles.hidden_layer(), range(1)), (1, 1, 0))
    AskedOutput(place=0, name='')
    """
    dataset = laboratory.experiment.dataset
    if dataset.classes is None:
        return _output(dataset, 0)
    return _output(dataset, int(laboratory.asked([list(row)], "train")[1][:, 0].mean(axis=0).argmax()))


def _output(dataset: Dataset, place: int) -> AskedOutput:
    if dataset.target_count == 1:
        return AskedOutput(0, "")
    names = dataset.target_names if dataset.called_classes is None else dataset.called_classes
    return AskedOutput(place, names[place])


def _wanted(dataset: Dataset, row: int) -> int:
    if dataset.classes is None or dataset.test_targets is None:
        return NO_CLASS
    return int(dataset.classes.of_targets(dataset.test_targets)[row])


def _wanted_class(laboratory: ScalingLaboratory, row: int) -> str:
    dataset = laboratory.experiment.dataset
    called = dataset.called_classes
    assert called is not None  # only where there are classes a row can fail
    return called[_wanted(dataset, row)]


def _told_failures(laboratory: ScalingLaboratory, row: int) -> str:
    by_way = np.array([laboratory.results[name].failures_by_row for name in COMPARED])
    if by_way.sum() == by_way[:, row].sum():
        return "Every failure is this row."
    failures = by_way[COMPARED.index("train")]
    here, seeds = int(failures[row]), len(laboratory.results["train"].outputs)
    most = ", more than at any other" if (failures == here).sum() == 1 else ""
    fail = "network fails" if seeds == 1 else "networks fail"
    return f"Scaled as the training rows were, {here:,} of {seeds:,} {fail} at this row{most}."
