"""What the tables of a page say as they are typed, found out once for everyone who asks as long as they stay.

Whoever puts a table on the page trains it at once; the page is drawn with it then, and its link says whether it is learnt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from playground.tables.column import Column
from playground.tables.edited_table import EditedTable
from playground.tables.table import TableReading, read_table
from playground.tables.table_dataset import TEST_TABLE, Cells, DatasetReading, joined, with_words


def typed_dataset(columns: Sequence[Column], tables: Mapping[str, EditedTable]) -> DatasetReading:
    """Return the dataset that the tables "training" and "test" are, or what keeps them from being one.

    Examples
    --------
    >>> import pandas as pd
    >>> columns = [Column("x"), Column("t", "target")]
    >>> tables = {
    ...     "training": EditedTable(pd.DataFrame([["0", "1"], ["1", "0"]]), 1),
    ...     "test": EditedTable(pd.DataFrame([["0.5", "1"]]), 2),
    ... }
    >>> reading = typed_dataset(columns, tables)
    >>> reading.dataset.inputs.tolist(), reading.dataset.test_inputs.tolist()
    ([[0.0], [1.0]], [[0.5]])
    >>> typed_dataset(columns, tables) is reading
    True
    """
    cells, test_cells = tables["training"].cells, tables["test"].cells
    known, reading = typed_training_rows(columns, tables["training"], cells)
    test_reading = typed_test_rows(known, tables["test"], test_cells)
    return joined_as_typed(known, tables, (reading, cells), (test_reading, test_cells))


def typed_training_rows(
    columns: Sequence[Column], table: EditedTable, cells: Cells
) -> tuple[tuple[Column, ...], TableReading]:
    """Return the columns with the words that stand in the training rows, and what these say."""
    known = with_words(columns, cells, table.complete_rows)
    return known, table.answers.of(read_table, cells, known, complete_rows=table.complete_rows)


def typed_test_rows(columns: Sequence[Column], table: EditedTable, cells: Cells) -> TableReading:
    """Return what the test rows say, in columns with the words of the training rows."""
    return table.answers.of(read_table, cells, columns, table_name=TEST_TABLE, complete_rows=table.complete_rows)


def joined_as_typed(
    columns: Sequence[Column],
    tables: Mapping[str, EditedTable],
    training_rows: tuple[TableReading, Cells],
    test_rows: tuple[TableReading, Cells],
) -> DatasetReading:
    """Return what the rows of both tables are together."""
    return tables["training"].answers.of(joined, columns, training_rows, test_rows, tables["test"].validation)
