"""A paste into a grid that did not take all of it: what the page says, until somebody does something about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playground.tables.pasted_into_grid import Grid, what_did_not_fit

if TYPE_CHECKING:
    from playground.page.page_state import PageState
    from playground.player.protocol.command import PasteCells


@dataclass(frozen=True)
class GridPaste:
    """What was pasted, and what of it did not fit.

    Attributes
    ----------
    table : str
        "training" or "test".
    text : str
        As it was in the clipboard; "" if it was too long to come along.
    sentence : str
    """

    table: str
    text: str
    sentence: str


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
    place = names.index(command.column) if command.column in names else 0
    grid = Grid(columns, command.rows, command.row, place, command.takes_pastes)
    sentence = what_did_not_fit(command.text, grid)
    before = here.grid_paste
    here.grid_paste = GridPaste(command.table, command.text, sentence) if sentence else None
    state.page_is_old = state.page_is_old or here.grid_paste != before
