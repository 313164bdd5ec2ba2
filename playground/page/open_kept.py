"""Open what the browser has kept because it is too long for an address: the page is there first, and asks the browser for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.document import Document, DocumentError
from playground.document.kept_text import document_of_kept
from playground.document.link_text import KEPT_ELSEWHERE
from playground.document.undo_history import UndoHistory
from playground.gallery import gallery
from playground.gallery.examples import example_of
from playground.lessons import scene_document
from playground.page.page_state import PageState

if TYPE_CHECKING:
    from playground.player.protocol.command import OpenKept


def page_that_asks(name: str) -> PageState:
    """Return a page that asks the browser for what it has kept under a name.

    Examples
    --------
    >>> page_that_asks("kept-1").asks_for
    'kept-1'
    """
    # As long as nothing has come it says that there is nothing: where no player comes, that stays true.
    state = PageState(gallery()[0], notice=KEPT_ELSEWHERE)
    state.asks_for = name
    state.linked.wait_for(name)
    return state


def open_kept(state: PageState, command: OpenKept) -> None:
    """Open what has come in place of what the page has opened with; if it is nothing, that stays, and says so.

    Parameters
    ----------
    state : PageState
        Changed in place.
    command : OpenKept
    """
    if not state.asks_for or command.name != state.asks_for:
        return
    state.asks_for, first = "", state.open.document()
    state.page_is_old = True
    try:
        if not command.link:
            raise DocumentError(KEPT_ELSEWHERE)
        document = document_of_kept(command.link, command.table)
        state.open_document(document)
    except DocumentError as error:
        state.notice = str(error)
        state.linked.go_on(first)
        return
    state.linked.go_on(None)
    state.open.origin = opened_as(document) or state.open.origin
    state.look_as_left()
    # There is nothing before it that could be gone back to.
    state.history = UndoHistory(state.open.entry())
    state.list_what_is_open()


def opened_as(document: Document) -> Document | None:
    """Return the scene of a lesson or the document of the gallery that one began as; None if it is neither."""
    return example_of(document) if document.lesson is None else scene_document(document.lesson)
