"""Open a document of the gallery, by its picture or from the list, as a change that can be taken back."""

from __future__ import annotations

from playground.document import Document
from playground.gallery import gallery
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
        state.list_what_is_open()
        state.page_is_old = True


def open_listed(state: PageState, title: str) -> None:
    """Open what the list *Open* says, once: it goes on saying it, in every run of the script.

    Examples
    --------
    >>> state = PageState(gallery()[0])
    >>> open_listed(state, "XOR")
    >>> state.open.origin.title, state.can_undo
    ('XOR', True)
    """
    with state.lock:
        if title == state.listed:
            return
        document = next((document for document in gallery() if document.title == title), None)
        if document is None:  # only a forged message names what is on no list; a new list says what is open
            state.list_key = state.new_key()
            return
        state.open_document(document)
        state.listed = title
