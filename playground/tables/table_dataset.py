"""What a typed table is to a network: a dataset, or the list of what keeps it from being one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import compress

from nncore.data.dataset import Dataset
from nncore.errors import NeuralNetworkError
from playground.tables.column import Column
from playground.tables.column_problems import column_problems
from playground.tables.encoding import class_names_of, encoded_columns, encoded_rows, names_on
from playground.tables.problem import Problem
from playground.tables.table import TableReading, cell_text, read_table

Cells = Sequence[Sequence[object]]

TEST_TABLE = "Test table"
"""What it is called in a sentence about it."""


@dataclass(frozen=True)
class IgnoredCells:
    """The texts of the columns that nothing is learnt from: of them a dataset knows nothing.

    Attributes
    ----------
    training, test : tuple of tuple of str
        One tuple for each row of the dataset, with one text for each ignored column, in the page's order.
    """

    training: tuple[tuple[str, ...], ...] = ()
    test: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class DatasetReading:
    """What is made of a typed table.

    Attributes
    ----------
    columns : tuple of Column
        With the words that stand in them.
    dataset : Dataset or None
        None if there is any problem.
    problems : tuple of Problem
        Of the columns as a whole first, then row by row.
    training, test : TableReading or None
        The rows; None of the test table if it has none.
    ignored : IgnoredCells
    """

    columns: tuple[Column, ...]
    dataset: Dataset | None
    problems: tuple[Problem, ...]
    training: TableReading
    test: TableReading | None
    ignored: IgnoredCells


def read_dataset(
    columns: Sequence[Column],
    cells: Cells,
    test_cells: Cells = (),
    *,
    complete_rows: tuple[int | None, int | None] = (None, None),
    validation: Collection[int] = (),
) -> DatasetReading:
    """Return the dataset that a table is, or what keeps it from being one.

    A column of numbers becomes one column of the dataset. An input of words becomes one for each word. A target of two
    words becomes the classes 0 and 1; one of several words one column for each.

    Parameters
    ----------
    columns : sequence of Column
    cells, test_cells : sequence of sequence of object, shape (rows, columns)
        As `read_table` takes them.
    complete_rows : (int or None, int or None)
        Of the training and of the test table, as `read_table` takes it.
    validation : collection of int
        The lines of the test table whose rows are validation rows, the first being 0.

    Examples
    --------
    >>> columns = [Column("size"), Column("kind", "target", ())]
    >>> reading = read_dataset(columns, [["1,5", "cat"], ["2", "dog"], ["3", "cat"]])
    >>> reading.dataset.targets.tolist(), reading.dataset.called_classes, reading.columns[1].words
    ([[0.0], [1.0], [0.0]], ('cat', 'dog'), ('cat', 'dog'))
    >>> print(read_dataset(columns, [["1,5", "cat"], ["2", ""]]).problems[1].sentence)
    Row 2, column kind: the cell is empty. Write a word such as "cat", or delete the row.
    """
    known = with_words(columns, cells, complete_rows[0])
    training = read_table(cells, known, complete_rows=complete_rows[0])
    test = read_table(test_cells, known, table_name=TEST_TABLE, complete_rows=complete_rows[1])
    return joined(known, (training, cells), (test, test_cells), validation)


def joined(
    columns: Sequence[Column],
    training_rows: tuple[TableReading, Cells],
    test_rows: tuple[TableReading, Cells],
    validation: Collection[int] = (),
) -> DatasetReading:
    """Return what is made of two tables that have been read with the words that stand in them.

    A test table in which no row counts is none.
    """
    training, test = training_rows[0], None if test_rows[0].is_empty_of(len(test_rows[1])) else test_rows[0]
    ignored = _ignored_cells(columns, training_rows, (test, test_rows[1]))
    problems = [*column_problems(columns), *training.problems, *(test.problems if test else ())]
    dataset = None
    if not problems:
        try:
            dataset = _dataset(columns, training, test, validation)
        except NeuralNetworkError as error:
            problems.append(Problem(None, None, "", str(error)))
    return DatasetReading(tuple(columns), dataset, tuple(problems), training, test, ignored)


def with_words(columns: Sequence[Column], cells: Cells, complete_rows: int | None = None) -> tuple[Column, ...]:
    """Return the columns with the words that stand in the training rows; a row that is still being typed adds none.

    Examples
    --------
    >>> with_words([Column("kind", "target", ()), Column("size")], [["b", ""], ["a", "7"], ["c", ""]], 2)[0].words
    ('a', 'b')
    """
    learnt = [place for place, column in enumerate(columns) if column.its_role.side is not None]
    complete = len(cells) if complete_rows is None else complete_rows
    is_counted = [number < complete or all(_text(row, place) for place in learnt) for number, row in enumerate(cells)]
    return tuple(
        column.with_words_of(_text(row, place) for row in compress(cells, is_counted))
        if column.words is not None and place in learnt
        else column
        for place, column in enumerate(columns)
    )


def _ignored_cells(
    columns: Sequence[Column], training: tuple[TableReading, Cells], test: tuple[TableReading | None, Cells]
) -> IgnoredCells:
    """Return what stands in the ignored columns of the rows that were read."""
    places = [place for place, column in enumerate(columns) if column.its_role.side is None]
    if not places:
        return IgnoredCells()
    return IgnoredCells(*(_texts(places, *table) for table in (training, test)))


def _texts(places: Sequence[int], reading: TableReading | None, cells: Cells) -> tuple[tuple[str, ...], ...]:
    rows = [cells[number - 1] for number in (reading.row_numbers if reading else ())]
    return tuple(tuple(_text(row, place) for place in places) for row in rows)


def _text(row: Sequence[object], place: int) -> str:
    return cell_text(row[place]) if place < len(row) else ""


def _dataset(
    columns: Sequence[Column], training: TableReading, test: TableReading | None, validation: Collection[int]
) -> Dataset:
    encoded = encoded_columns(columns)
    return Dataset(
        encoded_rows(encoded, training.rows, "inputs"),
        encoded_rows(encoded, training.rows, "targets"),
        test_inputs=encoded_rows(encoded, test.rows, "inputs") if test else None,
        test_targets=encoded_rows(encoded, test.rows, "targets") if test else None,
        input_names=names_on(encoded, "inputs"),
        target_names=names_on(encoded, "targets"),
        class_names=class_names_of(encoded),
        validation_rows=[
            row for row, number in enumerate(test.row_numbers if test else ()) if number - 1 in validation
        ],
    )


def as_situation(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns of a new situation, which has only inputs."""
    return tuple(column for column in columns if column.its_role.side == "inputs")


def situation_of(columns: Sequence[Column], reading: TableReading) -> tuple[float, ...] | None:
    """Return a new situation as the network's inputs, or None if it could not be read.

    Examples
    --------
    >>> columns = [Column("size"), Column("colour", words=("red", "blue")), Column("price", "target")]
    >>> situation_of(columns, read_table([["2", "blue"]], as_situation(columns)))
    (2.0, 0.0, 1.0)
    """
    if not reading.rows:
        return None
    return tuple(encoded_rows(encoded_columns(as_situation(columns)), reading.rows[:1], "inputs")[0].tolist())
