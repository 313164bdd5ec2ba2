"""Hold the rows a network learns from and is tested on, checked once and never changed again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from nncore.data.class_names import checked_class_names, unnamed_classes
from nncore.data.dataset_format import FIELDS, dataset_from_dict, dataset_to_dict
from nncore.data.derived_columns import DerivedColumn, checked_derived, with_derived
from nncore.data.held_out_rows import checked_validation_rows
from nncore.data.tables import Table, as_table, require_finite_numbers, require_two_dimensions
from nncore.errors import TableError
from nncore.metrics.classes import Classes, find_classes
from nncore.number_text import counted
from nncore.quoting import quoted

__all__ = ["Dataset", "Table", "as_table"]


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
    derived : sequence of DerivedColumn, optional
        Inputs that are computed from the input columns; the network sees them behind those, as `all_inputs`.
    validation_rows : sequence of int, optional
        Places of test rows, from 0, whose loss a stop rule may watch: they are validation rows, and no test any more.

    Raises
    ------
    TableError
        If a table is empty, not two-dimensional or holds anything but finite numbers; if rows or columns do not match;
        if the names do not fit the columns or one of them is repeated; if a derived column has no value in some row.

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
    derived: tuple[DerivedColumn, ...]
    validation_rows: tuple[int, ...]

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
        derived: Sequence[DerivedColumn] = (),
        validation_rows: Sequence[int] = (),
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
        object.__setattr__(self, "derived", checked_derived(derived, self.input_names))
        held_out = 0 if self.test_inputs is None else len(self.test_inputs)
        object.__setattr__(self, "validation_rows", checked_validation_rows(validation_rows, held_out))
        _ = self.all_inputs, self.all_test_inputs  # a formula without a value in some row is refused here

    @property
    def samples(self) -> int:
        """The number of training rows."""
        return int(self.inputs.shape[0])

    @property
    def input_count(self) -> int:
        """The number of input columns."""
        return int(self.inputs.shape[1])

    @cached_property
    def all_inputs(self) -> Table:
        """What enters the network, unscaled: the input columns and the derived ones, shape (samples, all_input_count).

        Examples
        --------
        >>> square = DerivedColumn.parse("x^2", ["x"])
        >>> dataset = Dataset([[2], [3]], [[0], [1]], input_names=["x"], derived=[square])
        >>> dataset.all_inputs.tolist(), dataset.all_input_names
        ([[2.0, 4.0], [3.0, 9.0]], ('x', 'x²'))
        """
        return self.with_derived(self.inputs, name="inputs")

    @cached_property
    def all_test_inputs(self) -> Table | None:
        """The same for the test rows; None if there are none."""
        return None if self.test_inputs is None else self.with_derived(self.test_inputs, name="test_inputs")

    @property
    def all_input_names(self) -> tuple[str, ...]:
        """The names of the input columns and the derived ones: what the network's inputs are called."""
        return (*self.input_names, *(column.name for column in self.derived))

    @property
    def all_input_count(self) -> int:
        """The number of input columns and derived ones: how many inputs the network has."""
        return self.input_count + len(self.derived)

    def with_derived(self, rows: ArrayLike, *, name: str = "rows") -> Table:
        """Return any rows of the input columns with the derived ones behind them.

        Raises
        ------
        TableError
            If the rows are no table, or a formula has no value in some row; the sentence begins with `name`.
        """
        return with_derived(name, as_table(name, rows), self.derived, self.input_names)

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

        Class names, derived columns and validation rows stand in it only where there are some.

        Examples
        --------
        >>> Dataset([[0.5]], [[1]]).to_dict()["inputs"]
        [[0.5]]
        """
        return dataset_to_dict(self)

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
        return dataset_from_dict(record, cls)

    def __eq__(self, other: object) -> bool:
        return self._content() == other._content() if isinstance(other, Dataset) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._content())

    def __repr__(self) -> str:
        parts = [
            counted(self.samples, "row"),
            counted(self.input_count, "input"),
            *([f"{len(self.derived):,} derived"] if self.derived else []),
            counted(self.target_count, "target"),
            "no test rows" if self.test_inputs is None else counted(len(self.test_inputs), "test row"),
        ]
        return f"Dataset({', '.join(parts)})"

    def __reduce__(self) -> tuple[partial[Dataset], tuple[()]]:
        # NumPy forgets "read-only" when an array is copied or pickled; the constructor sets it again.
        return partial(Dataset, **{field: getattr(self, field) for field in FIELDS}), ()

    def _content(self) -> tuple[object, ...]:
        values = [getattr(self, field) for field in FIELDS]
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
            f"{other_name} has {counted(len(other), 'row')} but {name} has {len(table)}. Both need one row per sample."
        )


def _test_numbers(kind: str, values: ArrayLike, column_names: tuple[str, ...]) -> Table:
    cells = require_two_dimensions(f"test_{kind}s", values)
    if cells.shape[1] != len(column_names):
        raise TableError(
            f"test_{kind}s has {counted(cells.shape[1], 'column')} but {kind}s has {len(column_names)}. "
            "Both need the same columns."
        )
    return _frozen(require_finite_numbers(f"test_{kind}s", cells, column_names))


def _frozen(table: Table) -> Table:
    if not table.flags.writeable and table.base is None and table.flags.c_contiguous:
        return table  # nobody else writes into it
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
