"""What a page opens with: the document of its link, or the first of the gallery; reloaded, with what was looked at and typed."""

from __future__ import annotations

from playground.document import Document, DocumentError
from playground.document.link_text import KEPT
from playground.gallery import gallery
from playground.page.open_kept import opened_as, page_that_asks
from playground.page.page_state import PageState
from playground.player.protocol.left_page import left_page


def first_page(link: str, left: str = "") -> PageState:
    """Return what a page remembers at first.

    Parameters
    ----------
    link : str
        The text that `playground.document.Document.to_link` made; empty if the page was opened without one.
    left : str, optional
        What was looked at, and typed as settings, when the page was left that is opened again, as JSON.

    Examples
    --------
    >>> first_page("").open.origin.title
    'Article 1: a single neuron'
    >>> first_page("1gone").notice
    'This link is damaged, or was not copied whole, so the page opens as it does without one.'
    >>> first_page("", '{"epoch": 4, "row": 1}').open.document().play_head
    4
    """
    state = _page_of(link)
    state.left = left_page(left)
    if not (state.asks_for or state.notice):
        state.look_as_left()
    return state


def _page_of(link: str) -> PageState:
    if not link:
        return PageState(gallery()[0])
    if link.startswith(KEPT):
        return page_that_asks(link)
    try:
        document = Document.from_link(link)
        return PageState(document, opened_as(document))
    except DocumentError as error:
        return PageState(gallery()[0], notice=str(error))
