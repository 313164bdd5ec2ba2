"""The link that stands in the address of a page."""

from playground.document.link import Link
from playground.page.kept_document import kept_document
from playground.page.page_state import PageState


def link_of(state: PageState) -> Link:
    """Return the link to all that is open; there is none to what a page opens with anyway."""
    return state.linked.to(kept_document(state.open, state.open.document()))
