"""Hold the rows a network learns from and is tested on, checked once and never changed again."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from numbers import Real
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from nncore.data.class_names import checked_class_names, unnamed_classes
from nncore.data.tables import Table, as_table, require_finite_numbers, require_two_dimensions
from nncore.errors import FormatError, NeuralNetworkError, TableError, UnknownNameError, require_known
from nncore.metrics.classes import Classes, find_classes
from nncore.quoting import quoted

__all__ = ["Dataset", "Table", "as_table"]

_FIELDS = ("inputs", "targets", "test_inputs", "test_targets", "input_names", "target_names", "class_names")


@dataclass(frozen=True, init=False, eq=False, repr=False)
class Dataset:
    """Training rows, test rows and the names of their columns.

    Lists are accepted. Every table is copied to a read-only float64 array, so a dataset never changes.
    Two datasets are equal if all numbers are the same bit for bit (0.0 and -0.0 differ) and the names are the same.

    Parameters
    ----------
    inputs : array_like, shape (samples, inputs)
        What the network sees, in the unit of the table.
    targets : array_like, shape (samples, outputs)
        What it should answer.
    test_inputs, test_targets : array_like, shape (test samples, inputs) and (test samples, outputs), optional
        Rows that are never trained on. Both, or neither.
    input_names, target_names : sequence of str, optional
        One name per column, by default "input 1", "input 2", … and "target", or "target 1", "target 2", …
    class_names : sequence of str, optional
        What the classes of the targets are called, if they have names; `classes` says which there are.

    Raises
    ------
    TableError
        If a table is empty, not two-dimensional or holds anything but finite numbers; if rows or columns do not match;
        if the names do not fit the columns or one of them is repeated.

    Examples
    --------
    >>> dataset = Dataset([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]], [[0], [1], [1], [0]])
    >>> dataset
    Dataset(4 rows, 3 inputs, 1 target, no test rows)
    >>> dataset.input_names, dataset.target_names, dataset.two_classes
    (('input 1', 'input 2', 'input 3'), ('target',), True)
    """

    inputs: Table
    targets: Table
    test_inputs: Table | None
    test_targets: Table | None
    input_names: tuple[str, ...]
    target_names: tuple[str, ...]
    class_names: tuple[str, ...] | None

    def __init__(
        self,
        inputs: ArrayLike,
        targets: ArrayLike,
        *,
        test_inputs: ArrayLike | None = None,
        test_targets: ArrayLike | None = None,
        input_names: Sequence[str] | None = None,
        target_names: Sequence[str] | None = None,
        class_names: Sequence[str] | None = None,
    ) -> None:
        _require_both_or_neither(test_inputs, test_targets)
        for kind, table, test_table, names in (
            ("input", inputs, test_inputs, input_names),
            ("target", targets, test_targets, target_names),
        ):
            cells = require_two_dimensions(f"{kind}s", table)
            column_names = _column_names(kind, names, cells.shape[1])
            object.__setattr__(self, f"{kind}s", _frozen(require_finite_numbers(f"{kind}s", cells, column_names)))
            object.__setattr__(self, f"{kind}_names", column_names)
            test_numbers = None if test_table is None else _test_numbers(kind, test_table, column_names)
            object.__setattr__(self, f"test_{kind}s", test_numbers)
        _require_same_rows("inputs", self.inputs, "targets", self.targets)
        if self.test_inputs is not None and self.test_targets is not None:
            _require_same_rows("test_inputs", self.test_inputs, "test_targets", self.test_targets)
        classes = None if class_names is None else self.classes
        object.__setattr__(self, "class_names", checked_class_names(class_names, classes))

    @property
    def samples(self) -> int:
        """The number of training rows."""
        return int(self.inputs.shape[0])

    @property
    def input_count(self) -> int:
        """The number of input columns."""
        return int(self.inputs.shape[1])

    @property
    def target_count(self) -> int:
        """The number of target columns."""
        return int(self.targets.shape[1])

    @cached_property
    def classes(self) -> Classes | None:
        """The classes of the training targets, or None if they are numbers of another kind.

        A test target that is none of them takes nothing from the training rows: that row is not judged.
        """
        return find_classes(self.targets)

    @property
    def two_classes(self) -> bool:
        """Whether there is one target column, and its training rows hold two classes: 0 and 1, or −1 and 1."""
        return self.classes is not None and self.classes.kind == "two"

    @property
    def called_classes(self) -> tuple[str, ...] | None:
        """What each class is called: by its name, or else by its target or its column; None if there are no classes.

        Examples
        --------
        >>> rows, targets = [[0], [1]], [[0], [1]]
        >>> Dataset(rows, targets).called_classes, Dataset(rows, targets, class_names=["no", "yes"]).called_classes
        (('0', '1'), ('no', 'yes'))
        """
        if self.classes is None:
            return None
        return self.class_names or unnamed_classes(self.classes, self.target_names)

    def to_dict(self) -> dict[str, Any]:
        """Return the dataset as plain lists, which pass through json unchanged and exactly.

        Class names stand in it only where there are some.

        Examples
        --------
        >>> Dataset([[0.5]], [[1]]).to_dict()["inputs"]
        [[0.5]]
        """
        values = {field: getattr(self, field) for field in _FIELDS}
        if self.class_names is None:  # as programs write and read it that know of none
            del values["class_names"]
        return {
            field: value.tolist() if isinstance(value, np.ndarray) else None if value is None else list(value)
            for field, value in values.items()
        }

    @classmethod
    def from_dict(cls, record: object) -> Dataset:
        """Return the dataset that `to_dict` described.

        Parameters
        ----------
        record : dict
            The fields of `Dataset`; all but inputs and targets may be missing or None.

        Raises
        ------
        FormatError
            If a field is unknown, missing or malformed; the sentence names it, counting from 0 as json paths do.

        Examples
        --------
        >>> Dataset.from_dict({"inputs": [[0], ["abc"]], "targets": [[0], [1]]})
        Traceback (most recent call last):
        nncore.errors.FormatError: dataset.inputs[1][0] must be a number. Got "abc" instead.
        """
        fields = _read_fields(record)
        try:
            return cls(**fields)
        except NeuralNetworkError as error:
            # Every sentence of the constructor begins with the name of the field it is about.
            raise FormatError(f"dataset.{error}") from error

    def __eq__(self, other: object) -> bool:
        return self._content() == other._content() if isinstance(other, Dataset) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._content())

    def __repr__(self) -> str:
        parts = [
            _counted(self.samples, "row"),
            _counted(self.input_count, "input"),
            _counted(self.target_count, "target"),
            "no test rows" if self.test_inputs is None else _counted(len(self.test_inputs), "test row"),
        ]
        return f"Dataset({', '.join(parts)})"

    def __reduce__(self) -> tuple[partial[Dataset], tuple[()]]:
        # NumPy forgets "read-only" when an array is copied or pickled; the constructor sets it again.
        return partial(Dataset, **{field: getattr(self, field) for field in _FIELDS}), ()

    def _content(self) -> tuple[object, ...]:
        values = [getattr(self, field) for field in _FIELDS]
        return tuple((value.shape, value.tobytes()) if isinstance(value, np.ndarray) else value for value in values)


def _require_both_or_neither(test_inputs: object, test_targets: object) -> None:
    for missing, values, given in (
        ("test_inputs", test_inputs, "test_targets"),
        ("test_targets", test_targets, "test_inputs"),
    ):
        if values is None and not (test_inputs is None and test_targets is None):
            raise TableError(f"{missing} is missing but {given} is given. Give both, or neither.")


def _require_same_rows(name: str, table: Table, other_name: str, other: Table) -> None:
    if len(table) != len(other):
        raise TableError(
            f"{other_name} has {_counted(len(other), 'row')} but {name} has {len(table)}. Both need one row per sample."
        )


def _test_numbers(kind: str, values: ArrayLike, column_names: tuple[str, ...]) -> Table:
    cells = require_two_dimensions(f"test_{kind}s", values)
    if cells.shape[1] != len(column_names):
        raise TableError(
            f"test_{kind}s has {_counted(cells.shape[1], 'column')} but {kind}s has {len(column_names)}. "
            "Both need the same columns."
        )
    return _frozen(require_finite_numbers(f"test_{kind}s", cells, column_names))


def _frozen(table: Table) -> Table:
    copy = table.copy(order="C")
    copy.flags.writeable = False
    return copy


def _column_names(kind: str, names: object, count: int) -> tuple[str, ...]:
    if names is None:
        return (kind,) if kind == "target" and count == 1 else tuple(f"{kind} {n + 1}" for n in range(count))
    listed = list(names) if isinstance(names, Iterable) and not isinstance(names, str) else [None]
    if not all(isinstance(name, str) and name.strip() for name in listed):
        raise TableError(f"{kind}_names must be a list of names, none of them empty. Got {quoted(names)} instead.")
    if len(listed) != count:
        raise TableError(f"{kind}_names must have one name per column, {count} in all. Got {len(listed)} instead.")
    for position, name in enumerate(listed):
        if name in listed[:position]:
            raise TableError(f"{kind}_names must differ from each other. {quoted(name)} is there more than once.")
    return tuple(str(name) for name in listed)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _read_fields(record: object) -> dict[str, Any]:
    if not isinstance(record, Mapping):
        raise FormatError(f"dataset must be a dict with inputs and targets. Got {quoted(record)} instead.")
    for field in record:
        try:
            require_known("field of dataset", field, _FIELDS)
        except UnknownNameError as error:
            raise FormatError(str(error)) from error
    fields = {field: record.get(field) for field in _FIELDS}
    for field in ("inputs", "targets"):
        if fields[field] is None:
            raise FormatError(f"dataset.{field} is missing. It must be a list of rows, each a list of numbers.")
    for field in _FIELDS[:4]:
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
            wanted = f"{_counted(len(rows[0]), 'number')}, as {path}[0] has"
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
