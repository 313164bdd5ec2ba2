"""Input columns that are computed from the others: x², x₁ · x₂, sin x.

A network of few neurons learns a circle at once if it is given the squares of its inputs. What is computed is a matter of
the dataset, so training rows, test rows and new situations are all given the same columns, and each is typed in the
columns of the table alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from nncore.data.tables import Table
from nncore.errors import FormulaError, TableError
from nncore.formulas import Formula
from nncore.plain_records import read_fields
from nncore.quoting import quoted

MOST_DERIVED = 100


@dataclass(frozen=True)
class DerivedColumn:
    """An input column that is computed, row by row, from the input columns of the table.

    Parameters
    ----------
    name : str
        What it is called, as an input of the network.
    formula : Formula
        Of the table's input columns; not of other derived ones.

    Examples
    --------
    >>> DerivedColumn.parse("x1^2", ["x1", "x2"])
    DerivedColumn('x1²', 'x1²')
    """

    name: str
    formula: Formula

    @classmethod
    def parse(cls, text: object, input_names: Sequence[str], name: str | None = None) -> DerivedColumn:
        """Return the column of a formula that was typed, called as the formula is written unless it has a name.

        Raises
        ------
        FormulaError
            If the formula cannot be read; its sentence and its place point into the text.
        """
        formula = Formula.parse(text, input_names)
        return cls(formula.text if name is None else name, formula)

    def renamed(self, names: Mapping[str, str]) -> DerivedColumn:
        """Return the same column where the table's columns are called otherwise: old name to new name.

        Examples
        --------
        >>> DerivedColumn.parse("x1^2", ["x1"]).renamed({"x1": "height"})
        DerivedColumn('height²', 'height²')
        """
        formula = self.formula.renamed(names)
        return DerivedColumn(formula.text if self.name == self.formula.text else self.name, formula)

    def to_dict(self) -> dict[str, str]:
        """Return the column as a plain dict of its name and its formula.

        Examples
        --------
        >>> DerivedColumn.parse("x1^2", ["x1"], name="square").to_dict()
        {'name': 'square', 'formula': 'x1²'}
        """
        return {"name": self.name, "formula": self.formula.text}

    @classmethod
    def from_dict(cls, path: str, record: object, input_names: Sequence[str]) -> DerivedColumn:
        """Return the column that `to_dict` described; `path` says where it stands.

        Raises
        ------
        FormatError
            If a field is unknown or missing.
        FormulaError
            If its formula cannot be read.
        """
        fields = read_fields(path, record, ["name", "formula"], ["name", "formula"])
        return cls.parse(fields["formula"], input_names, name=fields["name"])

    def __repr__(self) -> str:
        return f"DerivedColumn({self.name!r}, {self.formula.text!r})"


def checked_derived(derived: Sequence[DerivedColumn], input_names: Sequence[str]) -> tuple[DerivedColumn, ...]:
    """Return derived columns as a tuple.

    Raises
    ------
    TableError
        If one is none, has no name or the name of another input, or needs a column that is not there.

    Examples
    --------
    >>> checked_derived([DerivedColumn.parse("x1^2", ["x1"], name="x1")], ["x1"])
    Traceback (most recent call last):
    nncore.errors.TableError: derived columns must have names of their own. "x1" is there more than once.
    """
    if not isinstance(derived, list | tuple) or not all(isinstance(column, DerivedColumn) for column in derived):
        raise TableError(f"derived must be a list of DerivedColumn. Got {quoted(derived)} instead.")
    if len(derived) > MOST_DERIVED:
        raise TableError(f"derived may hold {MOST_DERIVED} columns at most. Got {len(derived):,}.")
    taken = list(input_names)
    for column in derived:
        if not isinstance(column.name, str) or not column.name.strip():
            raise TableError(f"derived columns must have names. Got {quoted(column.name)} instead.")
        if column.name in taken:
            raise TableError(
                f"derived columns must have names of their own. {quoted(column.name)} is there more than once."
            )
        taken.append(column.name)
        missing = next((name for name in column.formula.columns if name not in input_names), None)
        if missing is not None:
            raise TableError(
                f"derived column {quoted(column.name)} needs the input {quoted(missing)}, which is not there. "
                "Change its formula, or take the column away."
            )
    return tuple(derived)


def with_derived(name: str, rows: Table, derived: Sequence[DerivedColumn], input_names: Sequence[str]) -> Table:
    """Return rows with their derived columns behind them; read-only, and `rows` itself if there are none.

    Parameters
    ----------
    name : str
        What the caller calls the rows; the sentence of an error begins with it.
    rows : ndarray, shape (rows, inputs)
    derived : sequence of DerivedColumn
    input_names : sequence of str

    Returns
    -------
    ndarray, shape (rows, inputs + derived)

    Raises
    ------
    TableError
        If the rows have other columns, or a formula has no value in some row, which the sentence names.

    Examples
    --------
    >>> with_derived("rows", np.array([[2.0, 3.0]]), [DerivedColumn.parse("a · b", ["a", "b"])], ["a", "b"]).tolist()
    [[2.0, 3.0, 6.0]]
    """
    if not derived:
        return rows
    if rows.shape[1] != len(input_names):
        raise TableError(f"{name} must have {len(input_names)} columns, as the table has. Got {rows.shape[1]} instead.")
    columns = [*rows.T]
    for column in derived:
        try:
            columns.append(column.formula.values(rows, input_names))
        except FormulaError as error:
            raise TableError(f"{name}, column {column.name}: {error}") from error
    table = np.ascontiguousarray(np.stack(columns, axis=1))
    table.flags.writeable = False
    return table
