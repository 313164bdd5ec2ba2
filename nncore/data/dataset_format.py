"""Write a dataset as plain lists and read it back; whatever is wrong becomes a sentence that names the field."""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping
from dataclasses import replace
from numbers import Real
from typing import TYPE_CHECKING, Any

import numpy as np

from nncore.data.derived_columns import DerivedColumn
from nncore.errors import FormatError, FormulaError, NeuralNetworkError, UnknownNameError, require_known
from nncore.plain_records import read_list
from nncore.quoting import quoted

if TYPE_CHECKING:
    from nncore.data.dataset import Dataset

TABLES = ("inputs", "targets", "test_inputs", "test_targets")
FIELDS = (*TABLES, "input_names", "target_names", "class_names", "derived", "validation_rows")
LATER_FIELDS = ("class_names", "derived", "validation_rows")
"""Fields that were not always there: they are written only if there is something in them, as older programs have it."""


def dataset_to_dict(dataset: Dataset) -> dict[str, Any]:
    """Return a dataset as plain lists, which pass through json unchanged and exactly.

    Examples
    --------
    >>> from nncore.data.dataset import Dataset
    >>> dataset_to_dict(Dataset([[0.5]], [[1]]))["inputs"]
    [[0.5]]
    """
    values = {field: getattr(dataset, field) for field in FIELDS}
    values["derived"] = [column.to_dict() for column in dataset.derived]
    return {
        field: value.tolist() if isinstance(value, np.ndarray) else None if value is None else list(value)
        for field, value in values.items()
        if field not in LATER_FIELDS or value
    }


def dataset_from_dict(record: object, kind: type[Dataset]) -> Dataset:
    """Return the dataset a dict describes; `kind` is `nncore.data.dataset.Dataset`.

    Raises
    ------
    FormatError
        If it describes none.

    Examples
    --------
    >>> from nncore.data.dataset import Dataset
    >>> square = {"name": "x²", "formula": "x ^"}
    >>> dataset_from_dict({"inputs": [[2]], "targets": [[0]], "input_names": ["x"], "derived": [square]}, Dataset)
    Traceback (most recent call last):
    nncore.errors.FormatError: dataset.derived[0].formula: After "x ^" a number or a column is missing.
    """
    fields = _read_fields(record)
    derived = fields.pop("derived")
    try:
        dataset = kind(**fields)
        return dataset if derived is None else replace(dataset, derived=_read_derived(derived, dataset.input_names))
    except FormatError:
        raise
    except NeuralNetworkError as error:
        # Every sentence of the constructor begins with the name of the field it is about.
        raise FormatError(f"dataset.{error}") from error


def _read_derived(records: object, input_names: tuple[str, ...]) -> tuple[DerivedColumn, ...]:
    def read(path: str, record: object) -> DerivedColumn:
        try:
            return DerivedColumn.from_dict(path, record, input_names)
        except FormulaError as error:
            raise FormatError(f"{path}.formula: {error}") from error

    return read_list("dataset.derived", records, read)


def _read_fields(record: object) -> dict[str, Any]:
    if not isinstance(record, Mapping):
        raise FormatError(f"dataset must be a dict with inputs and targets. Got {quoted(record)} instead.")
    for field in record:
        try:
            require_known("field of dataset", field, FIELDS)
        except UnknownNameError as error:
            raise FormatError(str(error)) from error
    fields = {field: record.get(field) for field in FIELDS}
    if fields["validation_rows"] is None:
        fields["validation_rows"] = ()
    for field in ("inputs", "targets"):
        if fields[field] is None:
            raise FormatError(f"dataset.{field} is missing. It must be a list of rows, each a list of numbers.")
    for field in TABLES:
        if fields[field] is not None:
            _require_rows(f"dataset.{field}", fields[field])
    return fields


def _require_rows(path: str, rows: object) -> None:
    if not isinstance(rows, list | tuple):
        raise FormatError(f"{path} must be a list of rows. Got {quoted(rows)} instead.")
    for index, row in enumerate(rows):
        if not isinstance(row, list | tuple):
            raise FormatError(f"{path}[{index}] must be a list of numbers. Got {quoted(row)} instead.")
        if len(row) != len(rows[0]):
            wanted = f"{len(rows[0]):,} {'number' if len(rows[0]) == 1 else 'numbers'}, as {path}[0] has"
            raise FormatError(f"{path}[{index}] must have {wanted}. Got {len(row)} instead.")
        for column, cell in enumerate(row):
            _require_cell(f"{path}[{index}][{column}]", cell)


def _require_cell(path: str, cell: object) -> None:
    if not isinstance(cell, Real) or isinstance(cell, bool):
        raise FormatError(f"{path} must be a number. Got {quoted(cell)} instead.")
    # A whole number in json may be longer than a float can hold; asked for its float, it raises.
    too_large = isinstance(cell, int) and abs(cell) > sys.float_info.max
    if too_large or not math.isfinite(cell):
        raise FormatError(f"{path} must be a finite number. Got {quoted(cell)} instead.")
