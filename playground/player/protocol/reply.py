"""What is sent to the player in the browser: a header as JSON, and records as plain bytes."""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from plotly.utils import PlotlyJSONEncoder

from playground.document.chart_choices import ChartChoices
from playground.player.assets import assets
from playground.player.charts import chart_pair, chosen_scale
from playground.player.protocol.change_log import describe_changes, way_back
from playground.player.protocol.description import describe, describe_situation, rows_before
from playground.player.protocol.request import LONGEST_SLICE, Request
from playground.player.protocol.viewpoint import Viewpoint
from playground.runs.budget import Budget
from playground.runs.live_run import LiveRun

MOST_BYTES = 1_000_000
"""Bytes of records in one reply; whoever wants more asks again."""


@dataclass(frozen=True)
class OnTheScreen:
    """What a page shows besides the run itself.

    Attributes
    ----------
    before : LiveRun or None
        The run that was on the screen before.
    row_numbers : (sequence of int, sequence of int)
        What the training and the test rows are called.
    situation : sequence of float or None
        The row that is asked about.
    choices : ChartChoices
    opened : int
        Another number for everything that was opened.
    opens_at : Viewpoint
        What is looked at when it opens.
    stale : str
        Why the run does not belong to the settings beside it; empty if it does.
    chart_note : str
        A sentence that belongs under the loss chart.
    commands_done : int
        The number of the last command that was carried out.
    can_undo, can_redo : bool
        Whether there is anything to take back, or to do again.
    where_is_play_head : int or None
        The number of a request: what becomes of the run depends on where the play-head stands.
    what_changed : str
        Why the run is another one than before; empty if it goes on.
    page_is_old : bool
        Whether the whole page will be drawn anew after this reply, and another one sent then.
    player_seen : bool
        Whether the player has ever asked for anything: without one there is no play-head.
    """

    before: LiveRun | None
    row_numbers: tuple[Sequence[int], Sequence[int]]
    situation: Sequence[float] | None
    choices: ChartChoices
    opened: int = 0
    opens_at: Viewpoint = field(default_factory=Viewpoint)
    stale: str = ""
    chart_note: str = ""
    commands_done: int = 0
    can_undo: bool = False
    can_redo: bool = False
    where_is_play_head: int | None = None
    what_changed: str = ""
    page_is_old: bool = False
    player_seen: bool = False


def make_reply(run: LiveRun, screen: OnTheScreen, request: Request, number: int, budget: Budget | None = None) -> bytes:
    """Return what one request is answered with.

    Parameters
    ----------
    run : LiveRun
        The run on the screen, which need not be the one that was asked for.
    screen : OnTheScreen
    request : Request
    number : int
        Another one in each reply: what equals the reply before would not reach the player.
    budget : Budget, optional
        Exact numbers and charts that do not fit into it are left out; the player asks for them again.
    """
    budget = budget or Budget(LONGEST_SLICE)
    run.locate_flips(budget.left)
    epochs, rows = _records(run, request.known)
    header = {
        "reply": number,
        "answers": request.number,
        "from": min(request.known, len(run.recording.epochs)),
        "count": len(epochs),
        "known_flips": min(request.known_flips, len(run.flips)),
        "flips": [[flip.epoch, flip.rows] for flip in run.flips[request.known_flips :]],
        **_progress(run),
        **_on_the_screen(run, screen),
    }
    if request.describe:
        header["description"] = describe(run.experiment, screen.row_numbers)
        header["assets"] = assets()
        if screen.before is not None:
            header["rows_before"] = rows_before(screen.before.experiment.dataset, run.experiment.dataset)
    if request.exact is not None and request.exact <= run.trainer.epoch and budget.left:
        header["exact"] = {"epoch": request.exact, **run.exactly(request.exact)}
    if request.charts and budget.left:
        header["charts"] = chart_pair(run, screen.before, screen.choices)
    return frame(header, epochs, rows)


def frame(header: dict[str, Any], epochs: NDArray[np.uint32], rows: NDArray[np.float32]) -> bytes:
    """Return header and records as one message.

    Four bytes with the length of the header, the header as JSON padded to a multiple of four bytes, the epochs as
    32-bit whole numbers, the records as 32-bit floats; all little-endian.

    Examples
    --------
    >>> frame({}, np.array([7], dtype="<u4"), np.array([[0.5]], dtype="<f4")).hex(" ", 4)
    '04000000 7b7d2020 07000000 0000003f'
    """
    text = json.dumps(header, cls=PlotlyJSONEncoder, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    return struct.pack("<I", len(text)) + text + epochs.astype("<u4").tobytes() + rows.astype("<f4").tobytes()


def _progress(run: LiveRun) -> dict[str, Any]:
    """Return how far a run has come."""
    return {
        "run": run.number,
        "width": run.recording.width,
        "recorded": len(run.recording.epochs),
        "trained": run.trainer.epoch,
        "finished": run.trainer.finished,
        "end": run.last_epoch,
        "threshold": run.threshold,
        "threshold_range": run.threshold_range,
        "flip_count": run.flip_count,
        "warnings": run.experiment.warnings(),
        "early_end": run.early_end,
        "changes": describe_changes(run.experiment),
        "start_over": way_back(run.experiment),
    }


def _on_the_screen(run: LiveRun, screen: OnTheScreen) -> dict[str, Any]:
    return {
        "opened": screen.opened,
        "opens_at": screen.opens_at.to_dict(),
        "epoch_scale": chosen_scale(run, screen.choices),
        "choices": vars(screen.choices),
        "situation": describe_situation(run.experiment, screen.situation),
        "before": None if screen.before is None else screen.before.number,
        "stale": screen.stale,
        "chart_note": screen.chart_note,
        "commands_done": screen.commands_done,
        "can_undo": screen.can_undo,
        "can_redo": screen.can_redo,
        "where_is_play_head": screen.where_is_play_head,
        "what_changed": screen.what_changed,
        "page_is_old": screen.page_is_old,
        "player_seen": screen.player_seen,
    }


def _records(run: LiveRun, known: int) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
    recording = run.recording
    most = max(1, MOST_BYTES // (4 * (recording.width + 1)))
    wanted = slice(known, known + most)
    return recording.epochs[wanted], recording.rows[wanted]
