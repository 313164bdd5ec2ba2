"""A dataset's rows as the texts of the page's table: numbers written, words in place of their numbers, ignored cells kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from nncore.data.dataset import Dataset
from playground.tables.column import Column
from playground.tables.encoding import EncodedColumn, decoded_rows, encoded_columns
from playground.tables.table import TableReading, read_table
from playground.tables.table_dataset import IgnoredCells, as_situation


def written_tables(
    columns: Sequence[Column], dataset: Dataset, ignored: IgnoredCells, situation: Sequence[float] | None
) -> dict[str, pd.DataFrame]:
    """Return what the editors show of a dataset: the tables "training", "test" and "situation".

    Examples
    --------
    >>> columns = [Column("id", "ignored"), Column("ill", "target", ("no", "yes")), Column("age")]
    >>> dataset = Dataset([[30], [41.5]], [[0], [1]], input_names=["age"], target_names=["ill"], class_names=["no", "yes"])
    >>> tables = written_tables(columns, dataset, IgnoredCells((("A",), ("B",))), (50.0,))
    >>> tables["training"].values.tolist(), tables["situation"].values.tolist()
    ([['A', 'no', '30'], ['B', 'yes', '41.5']], [['50']])
    """
    asked = as_situation(columns)
    row = [""] * len(asked) if situation is None else _texts(asked, np.array([situation]), None, ())[0]
    return {
        "training": _frame(columns, _texts(columns, dataset.inputs, dataset.targets, ignored.training)),
        "test": _frame(columns, _texts(columns, dataset.test_inputs, dataset.test_targets, ignored.test)),
        "situation": _frame(asked, [row]),
    }


def with_values(
    table: pd.DataFrame, columns: Sequence[Column], place: int, values: Mapping[int, float]
) -> pd.DataFrame:
    """Return a table of texts with other numbers or words in one row.

    Parameters
    ----------
    table : DataFrame
        As it was typed; it has nothing to mend.
    columns : sequence of Column
    place : int
        The row of the editor, the first being 0.
    values : mapping of int to float
        By the place of their column: a number, or the place of a word. If a cell that was typed as it is could be read
        otherwise beside the new ones, such as 1,000 beside 0.5, all cells are written anew.

    Examples
    --------
    >>> columns = [Column("a"), Column("kind", "target", ("x", "y"))]
    >>> table = pd.DataFrame([["0", "x"], ["1", "y"]], columns=["a", "kind"], dtype=object)
    >>> with_values(table, columns, 1, {0: 0.62, 1: 0.0}).values.tolist()
    [['0', 'x'], ['0.62', 'x']]
    """
    encoded = {one.place: one for one in encoded_columns(columns)}
    before = read_table(table.values.tolist(), columns)
    changed = table.copy()
    for column, value in values.items():
        changed.iat[place, column] = encoded[column].text(value)
    wanted = [
        tuple(
            values.get(column, value) if number == place + 1 else value
            for column, value in zip(encoded, row, strict=True)
        )
        for number, row in zip(before.row_numbers, before.rows, strict=True)
    ]
    if read_table(changed.values.tolist(), columns).rows == tuple(wanted):
        return changed
    return _written_anew(changed, list(encoded.values()), before, wanted)


def with_row(table: pd.DataFrame, columns: Sequence[Column], values: Sequence[float]) -> pd.DataFrame:
    """Return a table of texts with another row below its last.

    Parameters
    ----------
    table : DataFrame
    columns : sequence of Column
    values : sequence of float
        A number, or the place of a word, for each column that is not ignored; ignored cells stay empty.

    Examples
    --------
    >>> columns = [Column("a"), Column("kind", "target", ("x", "y")), Column("note", "ignored")]
    >>> table = pd.DataFrame([["0", "x", "!"]], columns=["a", "kind", "note"], dtype=object)
    >>> with_row(table, columns, [0.5, 1.0]).values.tolist()
    [['0', 'x', '!'], ['0.5', 'y', '']]
    """
    place = len(table)
    longer = table.reset_index(drop=True).reindex(range(place + 1), fill_value="")
    encoded = encoded_columns(columns)
    for one, value in zip(encoded, values, strict=True):
        longer.iat[place, one.place] = one.text(value)
    # Beside the new ones a cell may be read otherwise than it was.
    return with_values(longer, columns, place, {one.place: value for one, value in zip(encoded, values, strict=True)})


def _written_anew(
    table: pd.DataFrame, encoded: Sequence[EncodedColumn], reading: TableReading, rows: Sequence[Sequence[float]]
) -> pd.DataFrame:
    for number, row in zip(reading.row_numbers, rows, strict=True):
        for one, value in zip(encoded, row, strict=True):
            table.iat[number - 1, one.place] = one.text(value)
    return table


def _frame(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[column.name for column in columns], dtype=object)


def _texts(
    columns: Sequence[Column],
    inputs: NDArray[Any] | None,
    targets: NDArray[Any] | None,
    ignored: Sequence[Sequence[str]],
) -> list[list[str]]:
    if inputs is None:
        return []
    encoded = encoded_columns(columns)
    read = decoded_rows(encoded, inputs, targets)
    kept = [place for place, column in enumerate(columns) if column.its_role.side is None]
    rows = [[""] * len(columns) for _ in read]
    for row, values in zip(rows, read, strict=True):
        for one, value in zip(encoded, values, strict=True):
            row[one.place] = one.text(value)
    for row, texts in zip(rows, ignored, strict=False):
        for place, text in zip(kept, texts, strict=True):
            row[place] = text
    return rows
