"""Measure how long the server takes over many pasted rows, and over each cell that is edited after them."""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from websockets.asyncio.client import connect

from ..browser.server import running
from . import pasted_to_result
from .report import Figure, at_most, print_figures, print_title
from .scripted_sessions import Answered, ScriptedSession

COLUMNS = ("input 1", "input 2", "input 3", "target")
EPOCHS = 300
EDITS = 5
FEW, MANY = 1_000, 10_000
"""Rows: what the page is made for, and as many as it takes."""


def measure(rounds: int) -> None:
    """Print the seconds from a paste into the box to its result, and from what an editor says to the end of the script.

    The latter once, whatever `rounds` says.
    """
    pasted_to_result.measure(rounds)
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path("playground/app.py"), Path(folder) / "log.txt") as server,
    ):
        address = server.address.replace("http", "ws", 1) + "/_stcore/stream"
        for count in (FEW, MANY):
            pasted, edited = asyncio.run(_paste(address, count))
            print_title(f"{count:,} rows pasted into the training table of article 1, {EPOCHS} epochs")
            print_figures(
                [
                    Figure("paste (s)", pasted, ".2f", at_most(2)),
                    Figure(f"one cell edited afterwards, median of {EDITS} (s)", median(edited), ".2f", at_most(1)),
                    Figure("one cell edited afterwards, longest (s)", max(edited), ".2f"),
                ]
            )


async def _paste(address: str, count: int) -> tuple[float, list[float]]:
    async with connect(address, max_size=None) as socket:
        session = ScriptedSession(0, socket, Answered())
        session.reading = asyncio.create_task(session.read())
        await session.rerun()
        await session.rerun(Epochs={"string_value": str(EPOCHS)})
        rows = np.random.RandomState(1).random_sample((count, len(COLUMNS))).round(3)
        added = [dict(zip(COLUMNS, map(str, row), strict=True)) for row in rows.tolist()]
        editor = session.widgets["training"]
        pasted = await _seconds(session, added, {})
        if session.widgets["training"] != editor:
            added = []  # the rows belong to the table: what its new editor says begins anew
        edited = [await _seconds(session, added, {"0": {COLUMNS[0]: f"0.{place}"}}) for place in range(1, EDITS + 1)]
        session.reading.cancel()
        return pasted, edited


async def _seconds(session: ScriptedSession, added: list[dict[str, str]], edited: dict[str, Any]) -> float:
    state = {"edited_rows": edited, "added_rows": added, "deleted_rows": []}
    started = time.perf_counter()
    await session.rerun(training={"string_value": json.dumps(state)})
    return time.perf_counter() - started
