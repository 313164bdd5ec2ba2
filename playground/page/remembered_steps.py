"""What can be taken back over a reload: the tab remembers the link of each step, and brings them to the page that comes next."""

from __future__ import annotations

import zlib
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from playground.document import Document, DocumentError
from playground.document.undo_entry import UndoEntry
from playground.document.undo_history import LeftEntry, Step
from playground.gallery import gallery
from playground.page.open_entry import entry_of
from playground.page.open_kept import opened_as
from playground.page.page_state import PageState

if TYPE_CHECKING:
    from playground.player.protocol.command import RememberSteps

ToldSteps = tuple[int, tuple[Step, ...], int, bool]
"""What `told_steps` returns."""


def told_steps(state: PageState, known: int) -> ToldSteps | None:
    """Return what a player is told of the steps of a page, so that its tab can remember them.

    Returns
    -------
    (int, tuple of Step, int, bool) or None
        A number, another one where anything else of it is another; the steps; the place of the one where the page stands;
        and whether the page's link is that of this step. None if a player knows it, by its number.
    """
    history = state.history
    told = history.steps, history.place, not state.is_unsettled
    number = zlib.crc32(repr(told).encode())
    return None if number == known else (number, *told)


def remember_steps(state: PageState, command: RememberSteps) -> None:
    """Have what a page could take back, or do again, before it was reloaded; what is damaged is left out without a word.

    Parameters
    ----------
    state : PageState
        Changed in place.
    command : RememberSteps
    """
    first = state.history.first_entry()
    openings = {command.opening: first.opening}
    beginnings: dict[int, str] = {}
    for opening, link in command.past:
        beginnings.setdefault(opening, link)

    def left_entry(number: int, opening: int, link: str) -> LeftEntry:
        # A number that nothing else has that is opened here.
        here = openings.setdefault(opening, -len(openings))
        origin = first.origin if here == first.opening else None
        read = partial(_entry, here, link, origin, beginnings.get(opening, link))
        return LeftEntry((-number, here), read)

    steps = enumerate([*command.past, *command.future], start=1)
    entries = [left_entry(number, *step) for number, step in steps]
    state.history.remember(entries[: len(command.past)], entries[len(command.past) :])


def _entry(opening: int, link: str, origin: Document | None, beginning: str) -> UndoEntry | None:
    """Return the entry of a step; None if its link is damaged.

    Parameters
    ----------
    opening : int
    link : str
    origin : Document or None
        What was opened; None if that is to be found out.
    beginning : str
        The link of the first step of the same opening.
    """
    try:
        document = _document(link)
        entry = entry_of(document, opening)
        begun = origin or opened_as(document) or _document(beginning)
    except DocumentError:
        return None
    return replace(entry, origin=begun)


def _document(link: str) -> Document:
    """Return the document of a link, which is empty for what a page opens with."""
    return Document.from_link(link) if link else gallery()[0]
