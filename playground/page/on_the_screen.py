"""What a page tells its player of all that is on the screen beside the run."""

from __future__ import annotations

from playground.document.said_of_table import has_table_of
from playground.page.another_table import shows_another_table
from playground.page.kept_document import kept_document
from playground.page.leave_out_rows import offered_to_leave_out
from playground.page.page_state import PageState
from playground.player.protocol.description import has_same_columns
from playground.player.protocol.on_the_screen import OnTheScreen
from playground.runs.live_run import LiveRun


def comparable_before(state: PageState) -> LiveRun | None:
    """Return the run before; None where its table had other columns: neither losses nor rows of the two can be compared."""
    here, before = state.open, state.open.before
    same = before is not None and has_same_columns(before.experiment.dataset, here.run.experiment.dataset)
    return before if same else None


def on_the_screen(state: PageState) -> OnTheScreen:
    """Return what the player is told next; that somebody is to be taken to an epoch is told once."""
    here, request = state.open, state.request
    shown = here.document()
    worked_at, state.worked_at = state.worked_at, None
    link, note = state.linked.to(kept_document(here, shown)), shown.chart_note
    notice = state.notice or here.came_out_differently or here.weights_not_reached
    return OnTheScreen(
        before=comparable_before(state),
        row_numbers=here.row_numbers,
        situation=here.situation,
        choices=here.choices,
        opened=state.opened,
        settings_key=state.settings_key,
        opens_at=here.viewpoint,
        stale=here.stale,
        leaves_out=offered_to_leave_out(here),
        is_another_table=shows_another_table(here),
        chart_note="" if note is None or note.measure != here.choices.measure else note.sentence,
        is_own_table=has_table_of(shown, here.origin),
        commands_done=state.commands_done,
        can_undo=state.can_undo,
        can_redo=state.can_redo,
        undo_what=state.undo_what,
        redo_what=state.redo_what,
        where_is_play_head=None if state.wanted is None else state.question,
        what_changed=here.what_changed,
        went_to=here.went_to,
        goes_on_from=here.lengthened.get(here.run.experiment.epochs),
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
