"""The columns of a document's table, as far as its experiment does not know them: written, read, and held against it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nncore.data.dataset import Dataset
from nncore.plain_records import built, read_fields, read_list
from nncore.quoting import quoted
from playground.document.document_error import DocumentError
from playground.tables.column import Column
from playground.tables.encoding import describe_dataset, plain_columns
from playground.tables.table_dataset import IgnoredCells

MOST_COLUMNS = 200


def checked_columns(columns: object, dataset: Dataset) -> tuple[Column, ...]:
    """Return the columns of a table, those of a dataset if none are given.

    Raises
    ------
    DocumentError
        If they are not those of the dataset.

    Examples
    --------
    >>> checked_columns([Column("a"), Column("t", "target")], Dataset([[0]], [[1]], input_names=["b"]))
    Traceback (most recent call last):
    playground.document.document_error.DocumentError: columns must be those of the experiment's dataset: b and target.
    """
    if not isinstance(columns, tuple | list) or not all(isinstance(column, Column) for column in columns):
        raise DocumentError("columns must be a list of columns.")
    listed = tuple(columns) or plain_columns(dataset)
    names = [column.name for column in listed]
    twice = next((name for place, name in enumerate(names) if name in names[:place]), None)
    if twice is not None:
        raise DocumentError(f'Columns must have different names. Both are called "{twice}".')
    if not describe_dataset(listed, dataset):
        wanted = [*dataset.input_names, *dataset.target_names]
        told = f"{', '.join(wanted[:-1])} and {wanted[-1]}"
        raise DocumentError(f"columns must be those of the experiment's dataset: {told}.")
    return listed


def checked_ignored(ignored: object, columns: Sequence[Column], dataset: Dataset) -> IgnoredCells:
    """Return the texts of ignored columns, empty ones where none are given.

    Raises
    ------
    DocumentError
        If they are not one for each ignored column in every row of the dataset.
    """
    if not isinstance(ignored, IgnoredCells):
        raise DocumentError("ignored must be of the kind IgnoredCells.")
    width = sum(column.its_role.side is None for column in columns)
    if not width:
        return IgnoredCells()
    counts = dataset.samples, 0 if dataset.test_inputs is None else len(dataset.test_inputs)
    tables = []
    for texts, rows in zip((ignored.training, ignored.test), counts, strict=True):
        given = texts or (("",) * width,) * rows
        if len(given) != rows or any(len(row) != width for row in given):
            raise DocumentError("An ignored column must have one cell for each row.")
        tables.append(given)
    return IgnoredCells(*tables)


def columns_to_list(columns: Sequence[Column], ignored: IgnoredCells) -> list[dict[str, Any]]:
    """Return the columns as plain dicts, each ignored one with its cells."""
    written = []
    place = 0
    for column in columns:
        record: dict[str, Any] = {"name": column.name, "role": column.role}
        if column.words is not None:
            record["words"] = list(column.words)
        if column.its_role.side is None:
            record["cells"] = [row[place] for row in ignored.training]
            record["test_cells"] = [row[place] for row in ignored.test]
            place += 1
        written.append(record)
    return written


def columns_from_list(record: object) -> dict[str, Any]:
    """Return `columns` and `ignored` of a document from what `columns_to_list` wrote.

    Raises
    ------
    nncore.errors.FormatError
        If it is none; the line names the field.
    """
    if isinstance(record, list) and len(record) > MOST_COLUMNS:
        raise DocumentError(f"columns must be at most {MOST_COLUMNS}. Got {len(record):,}.")
    read = read_list("columns", record, _column)
    kept = [cells for column, *cells in read if column.its_role.side is None]
    tables = [tuple(zip(*(cells[table] for cells in kept), strict=False)) for table in (0, 1)]
    lengths = [{len(cells[table]) for cells in kept} for table in (0, 1)]
    if any(len(length) > 1 for length in lengths):
        raise DocumentError("An ignored column must have one cell for each row.")
    return {"columns": tuple(column for column, *_ in read), "ignored": IgnoredCells(*tables)}


def _column(path: str, record: object) -> tuple[Column, tuple[str, ...], tuple[str, ...]]:
    values = read_fields(path, record, ["name", "role", "words", "cells", "test_cells"], ["name", "role"])
    cells = [read_list(f"{path}.{name}", values.pop(name, []), _text) for name in ("cells", "test_cells")]
    if values.get("words") is not None:
        values["words"] = read_list(f"{path}.words", values["words"], _text)
    column: Column = built(path, Column, values)
    return column, cells[0], cells[1]


def _text(path: str, given: object) -> str:
    # However long: the page takes any text into a column that it ignores.
    if not isinstance(given, str):
        raise DocumentError(f"{path} must be a text. Got {quoted(given)} instead.")
    return given
