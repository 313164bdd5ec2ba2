"""Rows that no network can learn all of, and the lowest loss they leave."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.number_text import number_text

NEAR = 0.02
"""A loss that is above the lowest by less of it has come down to it."""


def contradictory_rows(run: DiagnosedRun) -> Iterator[Finding]:
    """Say that rows contradict each other, and whether the loss has come down to what they leave; that is no failure."""
    found = run.contradiction
    if found is None or found.weight == "note":
        return
    lowest, reached = found.lowest_loss or 0.0, float(run.losses[-1])
    if reached <= lowest * (1 + NEAR):
        end = f"It has come to {number_text(reached)}: more cannot be learnt from this table."
    else:
        end = f"It has come to {number_text(reached)} so far."
    yield Finding(
        "contradictory_rows",
        f"{found.sentence} {end}",
        rows=found.rows,
        epochs=(int(run.epochs[-1]),),
        is_failure=False,
        numbers=(("lowest loss", lowest), ("reached", reached)),
    )
