"""Note a paste into a grid that did not take all of it, and say so until somebody does something about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from playground.page.grid_paste import GridPaste, Texts
from playground.page.open_document import OpenDocument
from playground.page.page_state import PageState
from playground.player.protocol.command import PasteCells
from playground.tables.pasted_into_grid import Grid, what_did_not_fit
from playground.tables.table import cell_text


def note_paste(state: PageState, command: PasteCells) -> None:
    """Say what of a paste into a grid did not fit; the grid itself takes what it can.

    Parameters
    ----------
    state : PageState
        Changed in place.
    command : PasteCells
    """
    here = state.open
    columns = here.columns
    names = [column.name for column in columns]
    place = names.index(command.column) if command.column in names else None
    row = None if command.row < 0 else command.row
    grid = Grid(columns, command.rows, row, place)
    sentence = what_did_not_fit(command.text, grid)
    was = here.grid_paste
    there = _texts(here.tables[command.table].cells)
    # What the grid took may have come first.
    taken = there if _holds(there, command.text, grid) else None
    paste = GridPaste(command.table, command.text, sentence, there, taken)
    here.grid_paste = paste if sentence else None
    state.page_is_old = state.page_is_old or here.grid_paste != was


def paste_to_say(here: OpenDocument, table: str, cells: Iterable[Sequence[object]]) -> GridPaste | None:
    """Return what is to be said under a table with these cells: nothing any more when they change after the paste.

    Parameters
    ----------
    here : OpenDocument
        Forgets what is not said any more.
    table : str
    cells : iterable of sequence of object
    """
    paste = here.grid_paste
    if paste is None or paste.table != table:
        return None
    now = _texts(cells)
    if paste.taken is None and now != paste.before:
        paste = here.grid_paste = replace(paste, taken=now)
    elif paste.taken not in (None, now):
        paste = here.grid_paste = None
    return paste


def _texts(cells: Iterable[Sequence[object]]) -> Texts:
    return tuple(tuple(map(cell_text, row)) for row in cells)


def _holds(there: Texts, text: str, grid: Grid) -> bool:
    """Return whether a table holds a text already, as far as it has cells for it."""
    if grid.row is None or grid.column is None:
        return False
    lines = [line.split("\t") for line in text.splitlines() if line]
    rows = there[grid.row : grid.row + len(lines)]
    return len(rows) == len(lines) and all(
        cell == typed.strip()
        for row, line in zip(rows, lines, strict=True)
        for cell, typed in zip(row[grid.column :], line, strict=False)
    )
