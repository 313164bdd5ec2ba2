"""A part of the page that a scene has marked: by its name in a lesson's file, and as the player is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from nncore.network.neuron_names import neuron_names
from nncore.quoting import quoted
from playground.document import Document
from playground.lessons.lesson_error import LessonError
from playground.settings.settings import SETTINGS
from playground.text.parameter_names import parameter_names

PARTS = (
    "network",
    "output",
    "loss chart",
    "weights chart",
    "training table",
    "test table",
    "new situation",
    "time",
    "sentence",
    "worked example",
)
"""Those that are there once."""

_ROW = re.compile(r"(?P<test>test )?row (?P<number>\d+)\Z")
_WRITTEN = f"{', '.join(PARTS)}, row 4, test row 3, weight input 1, neuron hidden 2, setting Learning rate"


def marked_part(name: str, document: Document) -> dict[str, Any]:
    """Return a part as the player is told.

    Raises
    ------
    LessonError
        If the page that a document opens has no such part; the sentence says how parts are named.

    Examples
    --------
    >>> from nncore import articles
    >>> document = Document(articles.single_neuron())
    >>> marked_part("row 4", document), marked_part("weight input 1", document)
    ({'part': 'row', 'row': 3}, {'part': 'weight', 'parameter': 0})
    """
    if name in PARTS:
        return {"part": name}
    kind, _, called = name.partition(" ")
    row = _ROW.match(name)
    if row is not None:
        return {"part": "test row" if row["test"] else "row", "row": _row(document, row) - 1}
    if kind == "setting" and any(setting.label == called for setting in SETTINGS):
        return {"part": "setting", "label": called}
    dataset, architecture = document.experiment.dataset, document.experiment.architecture
    names = dataset.all_input_names, dataset.target_names
    if kind == "weight":
        for place, one in enumerate(parameter_names(architecture.layer_sizes, architecture.bias, *names)):
            if called in (one.name, one.label):
                return {"part": "weight", "parameter": place}
    if kind == "neuron":
        for layer, neurons in enumerate(neuron_names(architecture.layer_sizes, *names)):
            if called in neurons:
                return {"part": "neuron", "layer": layer, "index": neurons.index(called)}
    raise LessonError(f"look_at must name parts of the page, such as {_WRITTEN}. Got {quoted(name)} instead.")


def first_marked_row(names: Sequence[str], document: Document) -> int | None:
    """Return the first training row that is marked, the first being 0; None if none is.

    Examples
    --------
    >>> from nncore import articles
    >>> first_marked_row(["network", "row 4", "row 2"], Document(articles.single_neuron()))
    3
    """
    rows = (row for row in map(_ROW.match, names) if row is not None and not row["test"])
    return next((_row(document, row) - 1 for row in rows), None)


def _row(document: Document, row: re.Match[str]) -> int:
    dataset = document.experiment.dataset
    tests = 0 if dataset.test_inputs is None else len(dataset.test_inputs)
    count, number = tests if row["test"] else dataset.samples, int(row["number"])
    if not 1 <= number <= count:
        raise LessonError(f"look_at names {quoted(row[0])}, and the table has {count} such rows.")
    return number
