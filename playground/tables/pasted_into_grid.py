"""What of a text does not fit where somebody pasted it into the grid: a grid takes cells as they come, and says nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nncore.data.number_parsing import Marks, Unreadable, is_blank, marks_of, read_number
from nncore.data.number_refusal import shown
from playground.tables.column import Column
from playground.tables.reading.codes import is_code
from playground.tables.reading.cutting import CutError, cut
from playground.tables.reading.gaps import is_gap
from playground.tables.reading.read_text import read_text
from playground.tables.reading.reading import Reading, counted

MOST_TOLD = 3
"""Reasons that one sentence names."""


_OUT_OF_SIGHT = (
    "The cell that this was pasted into is out of sight, so the page cannot tell whether all of it fits this table: look at "
    "where it went."
)


@dataclass(frozen=True)
class Grid:
    """Where a text was pasted.

    Parameters
    ----------
    columns : tuple of Column
        All that the grid shows, in its order.
    rows : int
        How many it had before.
    row, column : int or None
        The cell that was selected, the first being 0 and 0; None if it was scrolled out of sight.
    """

    columns: tuple[Column, ...]
    rows: int
    row: int | None = 0
    column: int | None = 0


def what_did_not_fit(text: str, grid: Grid) -> str:
    r"""Return in one sentence what of a pasted text the grid could not take as it was meant; empty if all of it fits.

    Parameters
    ----------
    text : str
        As it was in the clipboard: tabs between cells. "" is one too long to be looked at.
    grid : Grid

    Examples
    --------
    >>> grid = Grid((Column("a"), Column("b", "target")), rows=2)
    >>> what_did_not_fit("1\t0\t5\n2\t1\t6", grid)
    'Not all of what was pasted fits this table: its last column lies past the last one here.'
    >>> what_did_not_fit("1,0\n2,0", grid)
    'Not all of what was pasted fits this table: its lines hold several cells each.'
    >>> what_did_not_fit("1\t0\n2\t1", grid)
    ''
    """
    if not text:
        return "What was pasted is too long for the table itself."
    try:
        lines = [line for line in cut(text, "\t") if line]
    except CutError:
        return "What was pasted holds a cell that is too long for this table."
    if not lines:
        return ""
    reasons = list(_reasons(text, lines, grid))[:MOST_TOLD]
    if not reasons:
        return _OUT_OF_SIGHT if _may_not_fit_unseen(lines, grid) else ""
    told = ", and ".join([*([", ".join(reasons[:-1])] if reasons[1:] else []), reasons[-1]])
    return f"Not all of what was pasted fits this table: {told}."


def _may_not_fit_unseen(lines: Sequence[Sequence[str]], grid: Grid) -> bool:
    """Return whether it depends on where the selected cell is, which is not known."""
    if grid.column is not None and grid.row is not None:
        return False
    return max(map(len, lines)) > 1 or (len(grid.columns) == 1 and 1 < len(lines) < grid.rows)


def _reasons(text: str, lines: Sequence[Sequence[str]], grid: Grid) -> Iterator[str]:
    reading = read_text(text)
    asked = {question.about for question in reading.questions}
    width = max(map(len, lines))
    if width == 1 and (len(reading.names) > 1 or ("separator" in asked and not _are_numbers(lines))):
        yield "its lines hold several cells each" if len(lines) > 1 else "its line holds several cells"
        return
    has_names = reading.header and len(lines) > 1
    if has_names:
        yield "its first line holds names"
    over = (grid.column or 0) + width - len(grid.columns)
    if over > 0:
        yield f"its last {'column lies' if over == 1 else f'{over:,} columns lie'} past the last one here"
    yield from _of_cells(lines[has_names:], grid, reading)
    below = grid.rows - len(lines)
    if grid.row == grid.column == 0 and width >= len(grid.columns) and below > 0 and len(lines) > 1:
        yield "1 row of before stands below it" if below == 1 else f"{below:,} rows of before stand below it"


def _are_numbers(lines: Sequence[Sequence[str]]) -> bool:
    """Return whether each line is one number beyond doubt: spaces in it stand between thousands."""
    return all(isinstance(read_number(cell), float) for line in lines for cell in line if not is_blank(cell))


def _of_cells(lines: Sequence[Sequence[str]], grid: Grid, reading: Reading) -> Iterator[str]:
    """Yield what is wrong with the cells that come into columns of numbers."""
    if grid.column is None and not all(map(_takes_numbers, grid.columns)):
        return
    texts = [
        cell
        for line in lines
        for cell, column in zip(line, grid.columns[grid.column or 0 :], strict=False)
        if _takes_numbers(column) and not is_blank(cell)
    ]
    marks = marks_of(texts)
    in_doubt = any(question.about == "decimal" for question in reading.questions)
    as_in_the_box = Marks(frozenset(reading.decimal), frozenset(reading.thousands), decided=in_doubt)
    refused = [text for text in texts if isinstance(read_number(text, marks), Unreadable)]
    read_otherwise = [
        text for text in texts if in_doubt and read_number(text, marks) != read_number(text, as_in_the_box)
    ]
    strange = [text for text in refused if not any(character.isdigit() for character in text)]
    if strange:
        more = f" and {counted(len(strange) - 1, 'more cell')} are" if len(strange) > 1 else " is"
        gap = "gaps" if len(strange) > 1 else "a gap"
        all_gaps = all(is_gap(text, among_numbers=True) for text in strange)
        yield f'"{shown(strange[0])}"{more} {gap if all_gaps else "no numbers" if len(strange) > 1 else "no number"}'
    elif read_otherwise:
        yield f'"{shown(read_otherwise[0])}" can be read in two ways'
    elif refused:
        yield f'"{shown(refused[0])}" is no number as it stands'
    code = next(filter(is_code, texts), None)
    if code is not None:
        yield f'"{shown(code)}" may be a code, and becomes a number here'


def _takes_numbers(column: Column) -> bool:
    return column.words is None and column.its_role.side is not None
