"""Write a table as the text of a CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from nncore.data.number_parsing import format_number
from playground.tables.reading.formulas import without_formula
from playground.tables.reading.html_signs import kept_from_html
from playground.tables.reading.reading import Value


def to_csv(names: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    r"""Return a table as CSV: commas between cells, a dot before decimals, names in the first line (RFC 4180).

    A text that a spreadsheet would take for a formula gets an apostrophe before it, and the "&" of one that has "&lt;" in it
    becomes "&amp;": `read_text` takes both away again. Numbers stay numbers, to the last digit. A gap is an empty cell.

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
    return lines_of_cells(map(kept_from_html, names), (map(_kept_from_html, row) for row in rows))


def lines_of_cells(names: Iterable[str], rows: Iterable[Iterable[Value]]) -> str:
    r"""Return CSV whose signs are read as they are written, those as in HTML too.

    Examples
    --------
    >>> lines_of_cells(["a&lt;b"], [[1.0]]), to_csv(["a&lt;b"], [[1.0]])
    ('a&lt;b\r\n1\r\n', 'a&amp;lt;b\r\n1\r\n')
    >>> lines_of_cells(["=", "'"], [[1.0, 2.0]])
    '"\'=","\'"\r\n1,2\r\n'
    """
    lines = [[without_formula(name) for name in names], *([_cell(value) for value in row] for row in rows)]
    # Where an apostrophe ends a cell, two of them could be taken for quotation marks, were there no others.
    ends_so = any(cell.endswith("'") for line in lines for cell in line)
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL if ends_so else csv.QUOTE_MINIMAL).writerow(lines[0])
    csv.writer(written).writerows(lines[1:])
    return written.getvalue()


def _kept_from_html(value: Value) -> Value:
    return kept_from_html(value) if isinstance(value, str) else value


def _cell(value: Value) -> str:
    if value is None:
        return ""
    return without_formula(value) if isinstance(value, str) else format_number(value)
