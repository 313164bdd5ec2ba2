"""What is sent to the player in the browser: of each run what it lacks, and what the page says besides."""

from __future__ import annotations

from typing import Any

from playground.document.lesson_place import LessonPlace
from playground.lessons import scene_document
from playground.lessons.told_scene import told_scene
from playground.player.assets import assets
from playground.player.charts import chosen_scale
from playground.player.opening_charts import charts_of
from playground.player.protocol.answered_line import told_verdict
from playground.player.protocol.description import describe_situation, rows_before
from playground.player.protocol.frame import frame
from playground.player.protocol.on_the_screen import OnTheScreen
from playground.player.protocol.parts_of_runs import exact_epoch, parts_of_runs
from playground.player.protocol.request import LONGEST_SLICE, Request
from playground.player.protocol.told import RowNumbers, Told, lack_of
from playground.player.protocol.told_code import told_code
from playground.player.protocol.told_gradient_check import told_gradient_check
from playground.player.protocol.told_surface import told_surface
from playground.player.protocol.told_why import told_why
from playground.player.protocol.worked_update import updates_ahead, worked_update
from playground.runs.budget import Budget
from playground.runs.live_run import LiveRun


def make_reply(
    run: LiveRun, screen: OnTheScreen, request: Request | None, told: Told, budget: Budget | None = None
) -> bytes:
    """Return what the player is sent: of every run on the page what it lacks, and what the page says besides.

    Parameters
    ----------
    run : LiveRun
        The run on the screen, which need not be the one that was asked for.
    screen : OnTheScreen
    request : Request or None
        None if the page is drawn without having been asked.
    told : Told
        What the player was told before; this reply is added to it.
    budget : Budget, optional
        Exact numbers and charts that do not fit into it are left out; the player asks for them again.
    """
    budget = budget or Budget(LONGEST_SLICE)
    before = screen.before
    pair = (run.number, None if before is None else before.number)
    known_pair = told.pair if request is None else (request.run, request.before)
    told.call(screen.row_numbers)
    lacks = [lack_of(run, request, told, screen.worked_at)]
    if before is not None:
        lacks.append(lack_of(before, request, told, screen.worked_at, is_on_screen=False))
    exact = [exact_epoch(lack, budget) for lack in lacks]
    # Both may have to train epochs again: as long as exact numbers are on their way, nothing may take the way from them.
    if lacks[0].exact is None or exact[0] is not None:
        run.locate_flips(budget.left)
    parts, records = parts_of_runs(lacks, exact, screen.row_numbers)
    header = {
        "reply": told.replies + 1,
        "answers": 0 if request is None else request.number,
        "run": pair[0],
        "before": pair[1],
        "runs": parts,
        **_on_the_screen(run, screen),
    }
    if before is not None and known_pair != pair:
        header["rows_before"] = rows_before(before.experiment.dataset, run.experiment.dataset)
    if not told.runs if request is None else request.assets:
        header["assets"] = assets()
    if screen.kept_table is not None:
        header["kept_table"] = screen.kept_table
    if request is None or request.lesson != screen.opened:
        header["lesson"] = None if screen.lesson is None else told_scene(screen.lesson)
    # After an edit the numbers come first: charts take time to make, and the player asks for them at once.
    wants_charts = told.pair is None if request is None else request.charts or known_pair != pair
    if wants_charts and budget.left:
        header["charts"] = charts_of(run, before, screen.choices)
    if request is not None and request.run == run.number:
        header |= _asked_of(run, request, screen.row_numbers, budget)
    told.add(pair, {lack.run.number: lack.called for lack in lacks if lack.describe})
    return frame(header, records)


def _asked_of(run: LiveRun, request: Request, row_numbers: RowNumbers, budget: Budget) -> dict[str, Any]:
    """Return what is asked of the run on the screen besides its records: an update, an answer judged, its code, a failure."""
    found: dict[str, Any] = {}
    before = budget.left
    if request.worked is not None and budget.left:
        found["worked"] = worked_update(run, request.worked, row_numbers[0], budget.left)
    spent = before - budget.left
    if request.surface is not None and budget.left:
        found["surface"] = told_surface(run, request.surface, budget.left)
    if request.gradient is not None and budget.left:
        found["gradient"] = told_gradient_check(run, request.gradient, budget.left)
    if request.answered is not None and budget.left:
        found["judged"] = told_verdict(run, request.answered, row_numbers[0], budget.left)
    if request.code:
        found["code"] = told_code(run)
    if request.why is not None and run.trainer.finished:
        found["why"] = told_why(run.number, run.why_it_failed(row_numbers))
    if request.worked_ahead and budget.left:
        # After all that is looked at.
        found["worked_ahead"] = updates_ahead(run, request.worked_ahead, row_numbers[0], budget, spent)
    return found


def _on_the_screen(run: LiveRun, screen: OnTheScreen) -> dict[str, Any]:
    return {
        "opened": screen.opened,
        "settings_key": screen.settings_key,
        "opens_at": screen.opens_at.to_dict(),
        "epoch_scale": chosen_scale(run, screen.choices),
        "choices": vars(screen.choices),
        "threshold": run.threshold,
        "situation": describe_situation(run.experiment, screen.situation),
        "stale": screen.stale,
        "leaves_out": screen.leaves_out,
        "is_another_table": screen.is_another_table,
        "chart_note": screen.chart_note,
        "is_own_table": screen.is_own_table,
        "commands_done": screen.commands_done,
        "can_undo": screen.can_undo,
        "can_redo": screen.can_redo,
        "undo_what": screen.undo_what,
        "redo_what": screen.redo_what,
        "where_is_play_head": screen.where_is_play_head,
        "what_changed": screen.what_changed,
        "goes_on_from": screen.goes_on_from,
        "went_to": None if screen.went_to is None else vars(screen.went_to),
        "page_is_old": screen.page_is_old,
        "player_seen": screen.player_seen,
        "link": screen.link,
        "asks_for": screen.asks_for,
        "notice": screen.notice,
        "notice_if_unkept": screen.notice_if_unkept,
        "shows_scaled": screen.shows_scaled,
        "begins_as_taught": _begins_as_taught(run, screen.lesson),
    }


def _begins_as_taught(run: LiveRun, place: LessonPlace | None) -> bool:
    taught = None if place is None else scene_document(place)
    return taught is not None and taught.experiment.interventions == run.experiment.interventions
