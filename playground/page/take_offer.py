"""Have on the page what was tried for a run that failed, and helped. Undo takes it back at once."""

from __future__ import annotations

from playground.page.mend_table import other_settings, take_settings
from playground.page.page_state import PageState


def take_offer(state: PageState, words: str, gesture: int) -> None:
    """Take the settings of an offer; nothing happens if there is none of these words.

    Parameters
    ----------
    state : PageState
        Changed in place.
    words : str
        What the offer changes, as `MendResult.words` says it.
    gesture : int
        Of the command.
    """
    run = state.open.run
    if not run.trainer.finished:
        return
    for offer in run.why_it_failed(state.open.row_numbers).offers:
        if offer.words != words:
            continue
        if other_settings(state, offer.mend):
            take_settings(state, offer.mend)
        else:  # without what was done to weights by hand
            state.show(offer.mend, gesture)
            state.settle(gesture)
