"""What is said where a cell seems a code and stands in a column of numbers, which makes another one of it."""

from __future__ import annotations

from collections.abc import Sequence

from nncore.data.number_parsing import Marks, read_number
from nncore.data.number_refusal import shown
from playground.tables.column import Column
from playground.tables.reading.codes import is_code, whole_digits
from playground.tables.reading.values import column_called


def told_codes(cells: Sequence[Sequence[object]], columns: Sequence[Column]) -> str:
    """Return in a sentence which cell is read as a number that is perhaps a code; "" if there is none.

    Parameters
    ----------
    cells : sequence of sequence of object
        As they were typed.
    columns : sequence of Column

    Examples
    --------
    >>> told_codes([["12", "1"], ["01234", "0"]], [Column("zip"), Column("t", "target")])
    'Row 2, column zip: "01234" is read as the number 1234. If it is a code, choose words for its column under Columns.'
    >>> told_codes([["12"], ["01234"]], [Column("zip", words=())])
    ''
    """
    takes_numbers = [column.words is None and column.its_role.side is not None for column in columns]
    found = [
        (number, column, cell)
        for number, row in enumerate(cells, start=1)
        for cell, column, does in zip(row, columns, takes_numbers, strict=False)
        if does and isinstance(cell, str) and is_code(cell)
    ]
    if not found:
        return ""
    number, column, text = found[0]
    value = read_number(text, Marks(frozenset("."), frozenset(","), decided=True))
    if not isinstance(value, float):
        return ""
    more = f", and {len(found) - 1:,} more cells like it" if len(found) > 1 else ""
    return (
        f'Row {number:,}, {column_called(column.name)}: "{shown(text)}" is read as the number {whole_digits(value)}{more}. '
        "If it is a code, choose words for its column under Columns."
    )
