"""What a page tells its player of all that is on the screen beside the run."""

from __future__ import annotations

import numpy as np

from nncore.data.dataset import Dataset
from playground.page.page_state import PageState
from playground.player.protocol.reply import OnTheScreen


def on_the_screen(state: PageState) -> OnTheScreen:
    """Return what the player is told next; that somebody is to be taken to an epoch is told once."""
    here, request = state.open, state.request
    worked_at, state.worked_at = state.worked_at, None
    link = state.link()
    notice = state.notice or here.came_out_differently
    return OnTheScreen(
        before=here.before,
        row_numbers=here.row_numbers,
        situation=here.situation,
        choices=here.choices,
        opened=state.opened,
        opens_at=here.viewpoint,
        stale=here.stale,
        chart_note=here.chart_note,
        is_own_table=is_own_table(here.origin.experiment.dataset, here.run.experiment.dataset),
        commands_done=state.commands_done,
        can_undo=state.can_undo,
        can_redo=state.can_redo,
        undo_what=state.undo_what,
        redo_what=state.redo_what,
        where_is_play_head=None if state.wanted is None else state.question,
        what_changed=here.what_changed,
        went_to=here.went_to,
        page_is_old=state.page_is_old,
        player_seen=state.player_seen,
        worked_at=worked_at,
        link=link.told(0 if request is None else request.link),
        kept_table=None if request is None else link.told_table(request.table),
        asks_for=state.asks_for,
        notice=notice or link.notice,
        notice_if_unkept=notice or link.notice_if_unkept,
        shows_scaled=here.shows_scaled,
        lesson=here.origin.lesson,
    )


def is_own_table(opened: Dataset, shown: Dataset) -> bool:
    """Whether the training table is the one that was opened, so that what is said of that is true of it."""
    if opened is shown:
        return True
    return np.array_equal(opened.inputs, shown.inputs) and np.array_equal(opened.targets, shown.targets)
