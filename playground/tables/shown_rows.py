"""How many rows of a table the page shows; a network learns from all of them, and all of them are counted."""

from __future__ import annotations

SHOWN_ROWS = 2_000
"""The first rows of a table: so many stand in its editor, with a line for their answer and a point in the picture.

The page is made for half as many: lines and points are drawn anew while a run is played. As in model/shown_rows.mjs.
"""


def unshown_rows(rows: int) -> str:
    """Return what is said under a table that has more; empty if it has not.

    Examples
    --------
    >>> unshown_rows(2000), unshown_rows(10_000).split(".")[0]
    ('', 'The network learns from all 10,000 rows, and all are counted')
    """
    if rows <= SHOWN_ROWS:
        return ""
    return (
        f"The network learns from all {rows:,} rows, and all are counted. The first {SHOWN_ROWS:,} are shown; they can be "
        "edited, and no row can be added or deleted here."
    )
