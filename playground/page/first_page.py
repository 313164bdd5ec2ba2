"""What a page opens with: the document of its link, or the first of the gallery."""

from __future__ import annotations

from playground.document import Document, DocumentError
from playground.gallery import gallery
from playground.gallery.examples import document_titled
from playground.lessons import scene_document
from playground.page.page_state import PageState


def first_page(link: str) -> PageState:
    """Return what a page remembers at first.

    Parameters
    ----------
    link : str
        The text that `playground.document.Document.to_link` made; empty if the page was opened without one.

    Examples
    --------
    >>> first_page("").open.origin.title
    'Article 1: a single neuron'
    >>> first_page("1gone").notice
    'This link is damaged, or was not copied whole, so the page opens as it does without one.'
    """
    if not link:
        return PageState(gallery()[0])
    try:
        document = Document.from_link(link)
        return PageState(document, _example_of(document))
    except DocumentError as error:
        return PageState(gallery()[0], notice=str(error))


def _example_of(document: Document) -> Document | None:
    """Return the scene of a lesson or the document of the gallery that one began as, if it still has its columns."""
    example = document_titled(document.title) if document.lesson is None else scene_document(document.lesson)
    return example if example is not None and example.columns == document.columns else None
