"""Set rows of texts in columns."""

from __future__ import annotations

from collections.abc import Sequence


def text_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table whose columns are aligned to the right and stand three spaces apart.

    Parameters
    ----------
    header : sequence of str
        The names of the columns.
    rows : sequence of sequences of str
        Each as long as the header.

    Examples
    --------
    >>> print(text_table(["row", "inputs"], [["1", "0  1"], ["2", "10  1"]]))
    row   inputs
      1     0  1
      2    10  1
    """
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    return "\n".join(
        "   ".join(f"{cell:>{width}}" for cell, width in zip(row, widths, strict=True)) for row in (header, *rows)
    )
