"""Inputs that are derived from the columns of the page's table: what is typed or offered, and how they follow the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from nncore.data.dataset import Dataset
from nncore.data.derived_columns import DerivedColumn
from nncore.errors import FormulaError, TableError
from nncore.formulas import Formula
from nncore.formulas.column_names import written_name
from nncore.quoting import quoted
from playground.tables.column import Column
from playground.tables.column_changes import ColumnChange
from playground.tables.encoding import encoded_columns, names_on

MOST_DERIVED = 20
"""Derived inputs that a page takes; a table has as many of its own."""

MOST_OFFERED_OF = 8
"""Inputs whose products are offered: of more there are too many to choose from."""

MOST_WORDS_NAMED = 3
"""Words of a column that a sentence names."""

Derived = tuple[DerivedColumn, ...]


def input_names(columns: Sequence[Column]) -> tuple[str, ...]:
    """Return what a formula may name: the inputs as the dataset has them, of words one for each word.

    Examples
    --------
    >>> input_names([Column("size"), Column("colour", words=("a", "b", "c")), Column("price", "target")])
    ('size', 'colour = a', 'colour = b', 'colour = c')
    """
    return names_on(encoded_columns(columns), "inputs")


def typed_input(text: str, columns: Sequence[Column], others: Sequence[DerivedColumn]) -> DerivedColumn:
    """Return the input of a formula that was typed, called as the formula is written.

    Parameters
    ----------
    text : str
    columns : sequence of Column
    others : sequence of DerivedColumn
        The derived inputs there are beside it.

    Raises
    ------
    FormulaError
        If the formula cannot be read, or names a column that is no input.
    TableError
        If it is there already, or there are too many.

    Examples
    --------
    >>> square = typed_input("a^2", [Column("a"), Column("t", "target")], [])
    >>> square.name
    'a²'
    >>> typed_input("a * a + 0", [Column("a")], [square]).name
    'a · a + 0'
    >>> typed_input("a ** 2", [Column("a")], [square])
    Traceback (most recent call last):
    nncore.errors.TableError: "a²" is there already.
    >>> typed_input("2 * t", [Column("a"), Column("t", "target")], [])
    Traceback (most recent call last):
    nncore.errors.FormulaError: "t" is no input: its role is target. A derived input is computed from inputs alone.
    >>> typed_input("colour", [Column("colour", words=("red", "blue"))], [])
    Traceback (most recent call last):
    nncore.errors.FormulaError: "colour" holds words, and each of them is an input of its own: [colour = red], [colour = blue].
    """
    names = input_names(columns)
    try:
        derived = DerivedColumn.parse(text, names)
    except FormulaError as error:
        why = _why_no_input(text, columns, names)
        if why:
            raise FormulaError(why) from error
        raise
    if len(others) >= MOST_DERIVED:
        raise TableError(f"A table takes up to {MOST_DERIVED} derived inputs. Remove one first.")
    taken = {*names, *(column.name for column in columns), *(other.name for other in others)}
    formulas = [Formula.parse(written_name(name), names) for name in names]
    if derived.name in taken or derived.formula in [*formulas, *(other.formula for other in others)]:
        raise TableError(f"{quoted(derived.name)} is there already.")
    return derived


def _why_no_input(text: str, columns: Sequence[Column], names: Sequence[str]) -> str:
    """Return why a refused formula may not name a column that it names; empty if that is not what is wrong with it."""
    others = {column.name: column for column in columns if column.name not in names}
    try:
        named = Formula.parse(text, [*names, *others]).columns
    except FormulaError:
        return ""
    column = next(others[name] for name in named if name in others)
    if column.its_role.side == "inputs":
        words = ", ".join(written_name(name) for name in input_names([column])[:MOST_WORDS_NAMED])
        return f"{quoted(column.name)} holds words, and each of them is an input of its own: {words}."
    role = column.its_role.label
    return f"{quoted(column.name)} is no input: its role is {role}. A derived input is computed from inputs alone."


def offered_formulas(columns: Sequence[Column], others: Sequence[DerivedColumn]) -> list[str]:
    """Return the formulas that are often wanted and not there yet: squares, products of two, sines.

    Examples
    --------
    >>> columns = [Column("a"), Column("b"), Column("t", "target")]
    >>> offered_formulas(columns, [typed_input("a^2", columns, [])])
    ['b²', 'a · b', 'sin(a)', 'sin(b)']
    """
    names = [written_name(name) for name in input_names(columns)]
    there = {other.formula.text for other in others}
    return [text for text in _usual(names) if text not in there]


def _usual(names: Sequence[str]) -> Iterator[str]:
    yield from (f"{name}²" for name in names)
    if len(names) <= MOST_OFFERED_OF:
        yield from (" · ".join(pair) for pair in combinations(names, 2))
    yield from (f"sin({name})" for name in names)


def derived_after(change: ColumnChange, before: Sequence[Column], derived: Sequence[DerivedColumn]) -> Derived:
    """Return the derived inputs of changed columns: a formula goes on naming the same ones, whatever they are called.

    One that names a column which is gone stays as it is, for the page to say so.

    Parameters
    ----------
    change : ColumnChange
    before : sequence of Column
        The columns as they were.
    derived : sequence of DerivedColumn

    Examples
    --------
    >>> from playground.tables.column_changes import renamed_column
    >>> columns = (Column("a"), Column("b"), Column("t", "target"))
    >>> derived_after(renamed_column(columns, 0, "size (cm)"), columns, (typed_input("a · b", columns, []),))
    (DerivedColumn('[size (cm)] · b', '[size (cm)] · b'),)
    """
    old = {one.place: one for one in encoded_columns(before)}
    names: dict[str, str] = {}
    for one in encoded_columns(change.columns):
        source = change.sources[one.place]
        was = None if source is None else old.get(source)
        if was is not None and len(was.names) == len(one.names):
            names |= zip(was.names, one.names, strict=True)
    return tuple(column.renamed(names) for column in derived)


def derived_that_fit(derived: Sequence[DerivedColumn], columns: Sequence[Column]) -> Derived:
    """Return those whose columns are all in another table.

    Examples
    --------
    >>> derived = tuple(typed_input(text, [Column("a"), Column("b")], []) for text in ("a²", "a · b"))
    >>> derived_that_fit(derived, [Column("a"), Column("c")])
    (DerivedColumn('a²', 'a²'),)
    """
    names = set(input_names(columns))
    return tuple(column for column in derived if names.issuperset(column.formula.columns))


def with_derived_inputs(
    dataset: Dataset, derived: Sequence[DerivedColumn], row_numbers: tuple[Sequence[int], Sequence[int]]
) -> Dataset:
    """Return a table with inputs derived from its columns.

    Parameters
    ----------
    dataset : Dataset
    derived : sequence of DerivedColumn
    row_numbers : (sequence of int, sequence of int)
        What the training and the test rows are called on the page.

    Raises
    ------
    FormulaError, TableError
        If a formula has no value in some row, which the sentence names, or needs a column that is gone.

    Examples
    --------
    >>> inverse = typed_input("1 / a", [Column("a")], [])
    >>> with_derived_inputs(Dataset([[1], [0]], [[0], [1]], input_names=["a"]), [inverse], ([1, 4], []))
    Traceback (most recent call last):
    nncore.errors.FormulaError: 1 / a has no value in row 4: what one divides by must not be 0. Change the formula, or the row.
    """
    tables = ((dataset.inputs, "", row_numbers[0]), (dataset.test_inputs, "Test table: ", row_numbers[1]))
    for column in derived:
        missing = [name for name in column.formula.columns if name not in dataset.input_names]
        if missing:
            break  # the dataset says so
        for rows, where, numbers in tables:
            if rows is None:
                continue
            try:
                column.formula.values(rows, dataset.input_names, numbers if len(numbers) == len(rows) else None)
            except FormulaError as error:
                raise FormulaError(f"{where}{error}", rows=error.rows) from error
    return replace(dataset, derived=tuple(derived)) if derived else dataset
