"""Go back to where the page stood before, and forth again: tables, settings and run are as they were."""

from __future__ import annotations

from nncore.experiment.experiment import Experiment
from playground.document.undo_entry import UndoEntry
from playground.page.page_state import PageState


def undo(state: PageState) -> None:
    """Go back one entry.

    What has to be mended has not become an entry: of that the page goes back to the run that is on the screen. It
    can be done again, to be mended then, but for what stands in a field and is no value of its setting.

    Parameters
    ----------
    state : PageState
        Changed in place.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> first, second = gallery()[:2]
    >>> state = PageState(first)
    >>> state.open_document(second)
    >>> undo(state)
    >>> state.listed == first.title, state.can_redo
    (True, True)
    """
    if not state.is_unsettled:
        _note_what_is_looked_at(state)
        _go_to(state, state.history.undo(), is_back=True)
        return
    here, settled = state.open.entry(), state.history.current_entry
    if not here.says_the_same(settled):
        state.history.push(here)
        settled = state.history.undo()
    _go_to(state, settled, is_back=True)


def redo(state: PageState) -> None:
    """Do again what was taken back last, if there is anything."""
    if state.can_redo:
        _note_what_is_looked_at(state)
        _go_to(state, state.history.redo(), is_back=False)


def _note_what_is_looked_at(state: PageState) -> None:
    """Have the charts and the play-head of this moment in the entry that is left."""
    state.history.refresh(state.open.entry())


def _go_to(state: PageState, entry: UndoEntry, *, is_back: bool) -> None:
    state.page_is_old = True
    if entry.opening != state.open.opening:
        state.open_again(entry)
        return
    state.wanted = None
    if state.open.put_back(entry):
        state.settings_key = state.new_key()
    left = state.open.run
    _show_again(state, entry.document.experiment)
    state.open.what_changed = ""
    state.open.stand_as_left(entry, left, is_back=is_back)
    state.worked_at = entry.document.play_head


def _show_again(state: PageState, experiment: Experiment) -> None:
    """Bring an experiment on the screen, by the run before if it is that one's."""
    here, known = state.open, state.open.before
    if here.run.experiment != experiment and known is not None and known.experiment == experiment:
        here.run, here.before = known, here.run
    else:
        state.show(experiment)
