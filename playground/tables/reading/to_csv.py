"""Write a table as the text of a CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from nncore.data.number_parsing import format_number
from playground.tables.reading.formulas import without_formula
from playground.tables.reading.reading import Value


def to_csv(names: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    r"""Return a table as CSV: commas between cells, a dot before decimals, names in the first line (RFC 4180).

    A text that a spreadsheet would take for a formula gets an apostrophe before it, which `read_text` takes away again;
    numbers stay numbers, to the last digit. A gap is an empty cell.

    Parameters
    ----------
    names : sequence of str
        What the columns are called.
    rows : iterable of sequence of (float, str or None)
        One value a column.

    Examples
    --------
    >>> to_csv(["a", "=b"], [[-1.5, "x,y"], [None, "-2"]])
    'a,\'=b\r\n-1.5,"x,y"\r\n,\'-2\r\n'
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(map(without_formula, names))
    writer.writerows([_cell(value) for value in row] for row in rows)
    return written.getvalue()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    return without_formula(value) if isinstance(value, str) else format_number(value)
