"""Rows that follow one another without lines of their own: all in one line, or each cell in a line."""

from __future__ import annotations

from itertools import chain, islice

from playground.tables.problem import Problem
from playground.tables.reading.cutting import lines_of
from playground.tables.reading.gaps import is_gap
from playground.tables.reading.reading import MOST_COLUMNS, MOST_ROWS
from playground.tables.reading.survey import is_like_number, is_number


def rows_in_one_line(text: str) -> str | None:
    r"""Return rows of numbers that stand in a single line, between semicolons, in a line each; None if they do not.

    Examples
    --------
    >>> rows_in_one_line("0 0 1; 1 0 1"), rows_in_one_line("0,0,1; 1,0,1;"), rows_in_one_line("1,5; 2,5; 3")
    ('0 0 1\n1 0 1', '0,0,1\n1,0,1', None)
    """
    if ";" not in text or len(text.strip().splitlines()) != 1:
        return None
    rows = [row.strip() for row in text.split(";") if row.strip()]
    for cells in ([row.split() for row in rows], [row.split(",") for row in rows]):
        widths = set(map(len, cells))
        of_commas = any("," in row and " " not in row for row in rows)
        if (
            len(rows) > 1
            and len(widths) == 1
            and widths.pop() > 1 + of_commas
            and all(map(is_number, chain.from_iterable(cells)))
        ):
            return "\n".join(rows)
    return None


def cells_in_rows(text: str) -> tuple[str, Problem] | None:
    r"""Return cells that stand below one another in rows as wide as names stand above them, and what is said of it.

    So a table comes out of a document whose cells are paragraphs. Two names may be a title and a name.

    Examples
    --------
    >>> cells_in_rows("x\ny\nt\n1\n2\n0\n3\n4\n1")[0], cells_in_rows("a\nb\n1\n2") is None
    ('x\ty\tt\n1\t2\t0\n3\t4\t1', True)
    """
    lines = (line.strip() for line in lines_of(text) if line.strip())
    beginning = list(islice(lines, MOST_COLUMNS + 1))
    width = next((place for place, line in enumerate(beginning) if is_like_number(line)), 0)
    names = beginning[:width]
    if not 2 < width <= MOST_COLUMNS or len(set(names)) < width:
        return None
    cells: list[str] = []
    # So many that the table is refused for its rows, if there are more than it may have.
    for line in islice(chain(beginning[width:], lines), width * (MOST_ROWS + 1)):
        if not (is_number(line) or is_gap(line, among_numbers=True)):
            return None
        cells.append(line)
    if len(cells) % width or len(cells) < 2 * width:
        return None
    rows = [names, *(cells[start : start + width] for start in range(0, len(cells), width))]
    note = f"The cells stand below one another: they are cut into rows of {width}, as many as names stand above them."
    return "\n".join(map("\t".join, rows)), Problem(None, None, "", note)
