"""What lists, records and columns within one another hold as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from nncore.data.number_parsing import format_number
from nncore.data.number_refusal import shown
from playground.tables.reading.reading import Value
from playground.tables.reading.to_csv import lines_of_cells

NO_TABLE = (
    ', but not a table: that is a list of records, such as [{"size": 1, "fits": "yes"}], or an object with a list for each '
    "column. Save it in that form, or as CSV."
)

_OF_PANDAS = {"columns", "index", "data", "dtypes", "name"}


class NestedTableError(ValueError):
    """Values hold no table; the message continues what they are called."""


class NoTableError(NestedTableError):
    """Values are of another form than any table."""


def csv_of(record: object) -> str:
    r"""Return the table in nested values as CSV.

    Parameters
    ----------
    record : object
        Of lists, mappings, numbers, texts, truth values and None.

    Raises
    ------
    NestedTableError
        If it is no table.

    Examples
    --------
    >>> csv_of([{"size": 1.5, "fits": "yes"}, {"fits": "no"}])
    'size,fits\r\n1.5,yes\r\n,no\r\n'
    >>> csv_of([{"input": [0, 1], "output": [1]}]), csv_of([[[0, 1], 1], [[1, 1], 0]])
    ('input 1,input 2,output\r\n0,1,1\r\n', '0,1,1\r\n1,1,0\r\n')
    >>> csv_of({"columns": ["x", "t"], "data": [[1, 0]]}), csv_of({"x": {"0": 1, "1": 2}})
    ('x,t\r\n1,0\r\n', 'x\r\n1\r\n2\r\n')
    """
    record = _unpacked(record)
    if isinstance(record, Mapping) and record and all(isinstance(column, list) for column in record.values()):
        names, columns = list(record), list(record.values())
        if len(set(map(len, columns))) != 1:
            raise NestedTableError(" with columns of different lengths. Each needs one value for every row.")
        return _named(names, [list(row) for row in zip(*columns, strict=True)])
    if isinstance(record, list) and record and all(isinstance(row, Mapping) for row in record):
        names = list(dict.fromkeys(name for row in record for name in row))
        return _named(names, [[row.get(name) for name in names] for row in record])
    if isinstance(record, list) and record and all(isinstance(row, list) for row in record):
        names, *rows = [
            [_value(number, None, cell) for cell in row] for number, row in enumerate(_flat_rows(record), 1)
        ]
        # Whether the first row holds names is told by what is read of the text.
        return lines_of_cells([name if isinstance(name, str) else _written(name) for name in names], rows)
    raise NoTableError(NO_TABLE)


def _unpacked(record: object) -> object:
    """Return the one table in what programs put around it: names and data apart, columns by row, a single key."""
    if not isinstance(record, Mapping):
        return record
    names, data = record.get("columns"), record.get("data")
    if (
        record.keys() <= _OF_PANDAS
        and isinstance(names, list)
        and isinstance(data, list)
        and _are_rows_below(names, data)
    ):
        columns = dict(zip(names, map(list, zip(*data, strict=True)), strict=True))
        return _with_row_names(record.get("index", range(len(data))), columns)
    inner = list(record.values())
    if len(inner) == 1 and isinstance(inner[0], list) and any(isinstance(row, Mapping | list) for row in inner[0]):
        return inner[0]
    if inner and all(isinstance(column, Mapping) and column for column in inner):
        keys = list(dict.fromkeys(chain.from_iterable(inner)))
        if all(isinstance(cell, float | int | str | None) for column in inner for cell in column.values()):
            columns = {name: [column.get(key) for key in keys] for name, column in record.items()}
            return _with_row_names(keys, columns)
    return record


def _with_row_names(names: Iterable[object], columns: dict[str, list[object]]) -> dict[str, list[object]]:
    """Return columns, and before them what a program calls the rows, if it does more than count them."""
    called = list(names)
    counts = [str(name) for name in called] == [str(place) for place in range(len(called))]
    return columns if counts or "row" in columns else {"row": called, **columns}


def _are_rows_below(names: Sequence[object], rows: Sequence[object]) -> bool:
    are_names = all(isinstance(name, str) for name in names) and len({*map(str, names)}) == len(names)
    return bool(rows) and are_names and all(isinstance(row, list) and len(row) == len(names) for row in rows)


def _named(names: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return a table as CSV; a column whose every cell is a list of as many values becomes as many columns."""
    widths = [_width([row[place] for row in rows]) for place in range(len(names))]
    called = [
        name if width in (None, 1) else f"{name} {number}"
        for name, width in zip(names, widths, strict=True)
        for number in range(1, (width or 1) + 1)
    ]
    written = [
        [
            _value(number, name, part)
            for name, width, cell in zip(names, widths, row, strict=True)
            for part in (_parts(cell) if width else [cell])
        ]
        for number, row in enumerate(rows, start=1)
    ]
    return lines_of_cells(called, written)


def _width(cells: Sequence[object]) -> int | None:
    """Return how many values the lists in a column have each; None if not all are such lists."""
    widths = {len(cell) if isinstance(cell, list) and _of_scalars(cell) else 0 for cell in cells}
    return widths.pop() or None if len(widths) == 1 else None


def _flat_rows(rows: Sequence[list[object]]) -> Sequence[Sequence[object]]:
    """Return rows of lists, such as ([0, 1], [1]), as rows of values, if all are of one form."""
    forms = {tuple(len(cell) if isinstance(cell, list) and _of_scalars(cell) else -1 for cell in row) for row in rows}
    if len(forms) > 1 or not any(width > 0 for width in next(iter(forms))):
        return rows
    return [list(chain.from_iterable(map(_parts, row))) for row in rows]


def _parts(cell: object) -> list[object]:
    return cell if isinstance(cell, list) else [cell]


def _of_scalars(cells: Iterable[object]) -> bool:
    return not any(isinstance(cell, list | Mapping) for cell in cells)


def _written(value: float | None) -> str:
    return "" if value is None else format_number(value)


def _value(number: int, name: str | None, cell: object) -> Value:
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, int | float):
        try:
            # A number whose digits are too many to be kept is asked about as any text is.
            return float(cell) if cell == float(cell) else str(cell)
        except OverflowError:
            return str(cell)
    where = f"row {number:,}" if name is None else f'row {number:,}, column "{shown(name)}"'
    what = "a list" if isinstance(cell, list) else "an object"
    raise NestedTableError(f", but not a table: in {where}, stands {what}. A cell holds one number or one word.")
