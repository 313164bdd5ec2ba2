"""Open a document of the gallery, as a change that can be taken back."""

from __future__ import annotations

from playground.document import Document
from playground.page.page_state import PageState


def open_example(state: PageState, document: Document) -> None:
    """Put a document of the gallery on the page; the list *Open* says what it is called.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> from playground.gallery.examples import document_titled
    >>> state = PageState(gallery()[0])
    >>> open_example(state, document_titled("Iris"))
    >>> state.listed, state.open.origin.title, state.can_undo
    ('Iris', 'Iris', True)
    """
    with state.lock:
        state.open_document(document)
        state.listed, state.list_key = document.title, state.new_key()
        state.page_is_old = True
