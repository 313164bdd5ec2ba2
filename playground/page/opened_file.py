"""Open a file that was saved, as a change that can be taken back."""

from __future__ import annotations

from playground.document import DocumentError
from playground.document.file import saved_file
from playground.page.page_state import PageState
from playground.page.sent_weights import SentWeights


def open_file(state: PageState, number: str, data: bytes) -> bool:
    """Open a file, once: the field that it was given to goes on holding it, in every run of the script.

    Parameters
    ----------
    state : PageState
        Says in its notice why a file cannot be opened; what is open stays then.
    number : str
        Another one for every file that is given.
    data : bytes

    Returns
    -------
    bool
        Whether something else is open now.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> state = PageState(gallery()[0])
    >>> open_file(state, "1", b"0,0,1"), state.notice
    (False, 'This file holds nothing that was saved by the playground, so what was open stays open. If it is a table, \
give it to “Paste or upload a table”.')
    """
    with state.lock:
        if number == state.file_taken:
            return False
        state.file_taken = number
        try:
            file = saved_file(data)
            state.open_document(file.document)
        except DocumentError as error:
            state.notice = str(error)
            return False
        if file.trained is not None:
            state.open.sent_weights = SentWeights(file.trained, state.open.run)
        state.list_what_is_open()
        return True
