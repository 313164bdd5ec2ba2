"""What a reply tells of each run: its records, its end, its flips, what it is, and one epoch in full precision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from playground.player.protocol.description import are_named_alike, describe
from playground.player.protocol.frame import Records
from playground.player.protocol.told import Lack, RowNumbers
from playground.runs.budget import Budget

MOST_BYTES = 1_000_000
"""Bytes of records in one reply; whoever wants more asks again."""


def exact_epoch(lack: Lack, budget: Budget) -> dict[str, Any] | None:
    """Return the epoch that is wanted in full precision, if it is there or can be had within the budget."""
    if lack.exact is None or not budget.left:
        return None
    numbers = lack.run.exactly_within(lack.exact, budget.left)
    return None if numbers is None else {"epoch": lack.exact, **numbers}


def parts_of_runs(
    lacks: Sequence[Lack], exact: Sequence[dict[str, Any] | None], row_numbers: RowNumbers
) -> tuple[list[dict[str, Any]], list[Records]]:
    """Return what is told of each run, and the records of each, as far as they fit into one reply."""
    parts: list[dict[str, Any]] = []
    records: list[Records] = []
    room = MOST_BYTES
    for place, lack in enumerate(lacks):
        recording = lack.run.recording
        # One at least: a record may be larger than a reply.
        most = max(int(not records), room // (4 * (recording.width + 1)))
        wanted = slice(lack.known, lack.known + most)
        sent = recording.epochs[wanted], recording.rows[wanted]
        room -= sent[0].nbytes + sent[1].nbytes
        records.append(sent)
        part = {"from": min(lack.known, len(recording.epochs)), "count": len(sent[0]), **_of_run(lack)}
        if lack.describe:
            # Nobody sees the rows of the run before.
            numbers = ((), ()) if place else row_numbers
            part["description"] = describe(lack.run.experiment, numbers, _names_of(place, lacks))
        if exact[place] is not None:
            part["exact"] = exact[place]
        parts.append(part)
    return parts, records


def _names_of(place: int, lacks: Sequence[Lack]) -> int | None:
    """Return the run from which the player can take the names for that of a lack, or None if it has to be told them."""
    known = [lack.run for lack in lacks if lack.is_known]
    told_first = [lack.run for lack in lacks[:place]]
    experiment = lacks[place].run.experiment
    alike = (run.number for run in (*known, *told_first) if are_named_alike(run.experiment, experiment))
    return next(alike, None)


def _of_run(lack: Lack) -> dict[str, Any]:
    run = lack.run
    return {
        "run": run.number,
        "called": lack.called,
        "width": run.recording.width,
        "recorded": len(run.recording.epochs),
        "trained": run.trainer.epoch,
        "finished": run.trainer.finished,
        "end": run.last_epoch,
        "early_end": run.early_end,
        # Apart from the description, which may be lost with a reply: where the play-head goes is decided by the first.
        "changed_at": sorted({change.epoch for change in run.experiment.interventions}),
        "threshold": run.threshold,
        "known_flips": min(lack.known_flips, len(run.flips)),
        "flips": [[flip.epoch, flip.rows] for flip in run.flips[lack.known_flips :]],
        "flip_count": run.flip_count,
    }
