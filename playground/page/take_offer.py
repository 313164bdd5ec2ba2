"""Have on the page what was tried for a run that failed, and helped. Undo takes it back at once."""

from __future__ import annotations

from nncore.experiment.experiment import Experiment
from nncore.table_checks.mends import repeated_rows
from playground.page.change_rows import repeat_lines
from playground.page.mend_table import other_settings, take_settings
from playground.page.page_state import PageState
from playground.settings.build import build_experiment


def take_offer(state: PageState, words: str, gesture: int) -> None:
    """Take the settings and rows of an offer and begin its run, as it was tried; nothing happens if none has these words.

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
    offers = run.why_it_failed(state.open.row_numbers).offers
    mend = next((offer.mend for offer in offers if offer.words == words), None)
    if mend is None:
        return
    repeated = repeated_rows(run.experiment, mend)
    if repeated and state.open.rows_have_moved:
        return  # other rows stand in their places now
    # From epoch 0 on, wherever the play-head stands: a setting that a run under way takes up was not what was tried.
    state.show(_as_the_page_says(state, mend), gesture)
    if repeated:
        repeat_lines(state, repeated)
    state.wanted = None
    state.settle(gesture)


def _as_the_page_says(state: PageState, mend: Experiment) -> Experiment:
    """Return what is to run, with its settings on the page; where none is another one, something was done by hand."""
    others = other_settings(state, mend)
    if not others:
        return mend
    experiment = build_experiment(mend.dataset, {**state.open.values, **others})
    take_settings(state, mend)
    return experiment
