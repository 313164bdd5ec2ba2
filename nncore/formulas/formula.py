"""A formula of the columns of a table, as it is typed, kept and computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.data.tables import as_table
from nncore.errors import FormulaError, TableError
from nncore.formulas.evaluation import evaluate
from nncore.formulas.expression import Expression, Operation, as_lists, column_names, renamed
from nncore.formulas.operations import COMPARISONS
from nncore.formulas.parser import parse
from nncore.formulas.tokens import unknown_name
from nncore.formulas.written_expression import written
from nncore.quoting import quoted

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Formula:
    """A formula, such as ``x1² + sin(input 2)``; see `parse`.

    It holds names of columns, numbers, + − · / ^ and the other ways to type them (- * × ÷ ** ² ³), brackets, the functions
    of `nncore.formulas.operations`, pi and e; and it may compare two sides with < > ≤ ≥, which gives 1 or 0.
    Names with other signs than letters, digits, "_" and single spaces stand in square brackets.
    Two formulas are equal if they compute the same in the same order, however they were typed.

    Examples
    --------
    >>> formula = Formula.parse("x1^2 > 2 * x2", ["x1", "x2"])
    >>> formula.text, formula.columns, formula.is_comparison
    ('x1² > 2 · x2', ('x1', 'x2'), True)
    >>> formula.values([[3, 4], [2, 2]], ["x1", "x2"]).tolist()
    [1.0, 0.0]
    """

    expression: Expression

    @classmethod
    def parse(cls, text: object, names: Sequence[str]) -> Formula:
        """Return the formula that was typed.

        Parameters
        ----------
        text : str
        names : sequence of str
            Of the columns it may name.

        Raises
        ------
        FormulaError
            If it cannot be read; the sentence points at the place, and so does its `place`.

        Examples
        --------
        >>> Formula.parse("2 x1", ["x1"])
        Traceback (most recent call last):
        nncore.errors.FormulaError: Between "2" and "x1" a sign such as + or · is missing.
        """
        if not isinstance(text, str):
            raise FormulaError(f"A formula must be a text. Got {quoted(text)} instead.")
        return cls(parse(text, tuple(names)))

    @property
    def text(self) -> str:
        """The formula in its one written form; `parse` reads the same formula from it."""
        return written(self.expression)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns it needs, each once, in the order in which they first stand in it."""
        return tuple(dict.fromkeys(column_names(self.expression)))

    @property
    def is_comparison(self) -> bool:
        """Whether it says of each row that something holds or does not, in 1 and 0."""
        return isinstance(self.expression, Operation) and self.expression.name in COMPARISONS

    def renamed(self, names: Mapping[str, str]) -> Formula:
        """Return the same formula of columns that are called otherwise: old name to new name.

        Examples
        --------
        >>> Formula.parse("x · y", ["x", "y"]).renamed({"x": "leaf length", "y": "width (cm)"}).text
        'leaf length · [width (cm)]'
        """
        return Formula(renamed(self.expression, names))

    def as_lists(self, names: Sequence[str]) -> float | list[Any]:
        """Return what it computes as plain lists and numbers, for a program that cannot read its text.

        Parameters
        ----------
        names : sequence of str
            Of the columns, which stand in it by their places, the first being 0.

        Examples
        --------
        >>> Formula.parse("2 · x1 > sin(x2)", ["x1", "x2"]).as_lists(["x1", "x2"])
        ['>', ['·', 2.0, ['input', 0]], ['sin', ['input', 1]]]
        """
        return as_lists(self.expression, {name: place for place, name in enumerate(names)})

    def values(self, table: ArrayLike, names: Sequence[str], row_numbers: Sequence[int] | None = None) -> Array:
        """Return the value of the formula in each row of a table.

        Parameters
        ----------
        table : array_like, shape (rows, columns)
            Finite numbers.
        names : sequence of str
            One for each column.
        row_numbers : sequence of int, optional
            What a sentence calls the rows, by default counted from 1.

        Returns
        -------
        ndarray, shape (rows,)
            Finite, in a new array.

        Raises
        ------
        FormulaError
            If the formula has no value in some row, which the sentence names, or names a column that is not there.
        TableError
            If the table is none, or has not one column for each name.

        Examples
        --------
        >>> Formula.parse("ln(x)", ["x"]).values([[1], [-1], [0]], ["x"])
        Traceback (most recent call last):
        nncore.errors.FormulaError: ln(x) has no value in rows 2 and 3: ln takes numbers above 0. Change the formula, or the rows.
        """
        numbers = as_table("table", table)
        if numbers.shape[1] != len(names):
            raise TableError(f"table has {numbers.shape[1]} columns but there are {len(names)} names.")
        for name in self.columns:
            if name not in names:
                raise FormulaError(unknown_name(name, tuple(names)))
        columns = dict(zip(names, numbers.T, strict=True))
        called = range(1, len(numbers) + 1) if row_numbers is None else row_numbers
        return evaluate(self.expression, columns, called).copy()
