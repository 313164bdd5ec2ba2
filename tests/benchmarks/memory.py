"""Measure whether playing takes more and more memory: the page's, and the server's beside it.

Three times: a finished run is played again and again, without the server; one long run is played and trained at the same
time, with pauses, steps and clicks in between; and run after run is changed, trained and played to its end. Records lie in
array buffers, which are counted apart: whatever else grows is not the records' own.

Each answer of the server adds one or two kB to a queue of updates that React keeps for Streamlit's part of the page until
that part is drawn anew. Where answers come as often as here this is what the second and the third show; the
first shows the player alone.
"""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from playwright.sync_api import CDPSession, expect, sync_playwright

from ..browser.conftest import QUIET
from ..browser.playground_page import PlaygroundPage
from ..browser.server import chromium_path, running
from .process import resident_megabytes
from .report import Figure, at_most, print_figures, print_table, print_title

LONG_RUN = 1_000_000
SHORT_RUN = 50_000
WARM = 0.3
"""Share of the time that does not count: caches fill, code is compiled, an allocator finds its size."""
MAY_GROW = 2.0
"""Megabytes an hour: samples differ by some hundred kilobytes, and minutes cannot tell less from nothing."""


@dataclass(frozen=True)
class Sample:
    """What is taken up after some minutes: megabytes of the page's heap, of its array buffers, of the server process."""

    minutes: float
    heap: float
    buffers: float
    nodes: float
    listeners: float
    server: float


def measure(minutes: float) -> None:
    """Print what the page and its server occupy as the minutes go by."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        with running(Path("playground/app.py"), Path(folder) / "log.txt") as server:
            for title, prepare, do in (
                ("A finished run, played again and again", _begin_finished_run, _play_again),
                (f"One run of {LONG_RUN:,} epochs, played and trained", _begin_long_run, _play_on),
                ("Run after run, changed, trained and played to its end", _begin_short_run, _change_and_play),
            ):
                page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
                page.set_default_timeout(60_000)
                app = PlaygroundPage(page, server.address).open_at_the_end()
                prepare(app)
                _print(title, _samples(app, do, server.process, minutes / 3))
                page.context.close()
        browser.close()


def hourly(samples: Sequence[Sample], name: str) -> float:
    """Return how much one of the figures grows an hour: from the least of the first half to the least of the second.

    What is not yet collected comes on top of what is held, so the least of several samples says more than their mean.

    Examples
    --------
    >>> hourly([Sample(minute, 20 + minute, 0, 0, 0, 0) for minute in range(4)], "heap")
    60.0
    """
    middle = len(samples) // 2
    (early, first), (late, last) = (
        (np.mean([sample.minutes for sample in half]), min(getattr(sample, name) for sample in half))
        for half in (samples[:middle], samples[middle:])
    )
    return round(60 * float((last - first) / (late - early)), 6)


def _samples(
    app: PlaygroundPage, do: Callable[[PlaygroundPage, int], None], process: int, minutes: float
) -> list[Sample]:
    session = app.page.context.new_cdp_session(app.page)
    session.send("Performance.enable")
    started = time.monotonic()
    samples: list[Sample] = []
    while not samples or samples[-1].minutes < minutes:
        do(app, len(samples))
        used = _used_by_page(app, session)
        samples.append(Sample((time.monotonic() - started) / 60, *used, resident_megabytes(process)))
    return samples


def _begin_finished_run(app: PlaygroundPage) -> None:
    app.select("Speed", "1,000 epochs/s")


def _play_again(app: PlaygroundPage, _: int) -> None:
    app.button("Train").click()
    app.wait_for_epoch(6_000)


def _begin_long_run(app: PlaygroundPage) -> None:
    app.slider.fill("0")
    app.set_number("Epochs", LONG_RUN)
    expect(app.slider).to_have_attribute("max", str(LONG_RUN))
    app.select("Speed", "1,000 epochs/s")


def _play_on(app: PlaygroundPage, _: int) -> None:
    if app.epoch > 0.9 * LONG_RUN:
        app.button("Reset").click()
    before = app.epoch
    app.button("Play").click()
    app.wait_for_epoch(before + 8_000)
    _look_around(app)


def _look_around(app: PlaygroundPage) -> None:
    app.button("Pause").click()
    app.button("Step").click()
    app.button("Back").click()
    app.player.get_by_role("button", name=re.compile("^row 3")).first.click()
    app.player.get_by_role("button", name=re.compile("^target, output")).click()
    app.button("Close the curve").click()
    for _ in range(2):
        app.slider.press("h")


def _begin_short_run(app: PlaygroundPage) -> None:
    app.set_number("Epochs", SHORT_RUN)


def _change_and_play(app: PlaygroundPage, turn: int) -> None:
    for change in (lambda: app.set_number("Seed", 100 + turn), lambda: _edit(app, turn)):
        before = app.run
        change()
        app.expect_another_run(before)
        app.select("Speed", "1,000 epochs/s")
        app.button("Train").click()
        app.wait_for_epoch(2_000)
        _look_around(app)
    app.select("Speed", "as fast as it comes")
    app.button("Train").click()
    expect(app.player).to_have_attribute("data-epoch", str(SHORT_RUN))
    app.wait_until_finished()


def _edit(app: PlaygroundPage, turn: int) -> None:
    app.table("Training table").edit(2, "target", str(turn % 2))


def _used_by_page(app: PlaygroundPage, session: CDPSession) -> tuple[float, float, float, float]:
    """Return the megabytes of the page's heap and of its array buffers, its nodes and its listeners, without waste."""
    # Streamlit notes the times of every run of a script, and a browser keeps such notes until the page is closed.
    app.page.evaluate("() => { performance.clearMarks(); performance.clearMeasures(); }")
    for _ in range(3):  # what is finalized in one collection is let go in the next
        session.send("HeapProfiler.collectGarbage")
    heap: dict[str, float] = session.send("Runtime.getHeapUsage")
    counts = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    used = (heap["usedSize"] + heap["embedderHeapUsedSize"]) / 1e6
    return used, heap["backingStorageSize"] / 1e6, counts["Nodes"], counts["JSEventListeners"]


def _print(title: str, samples: Sequence[Sample]) -> None:
    names = [field.name for field in fields(Sample)]
    print_title(f"{title}: what is taken up")
    shown = samples[:: max(1, len(samples) // 10)]
    print_table([[f"{getattr(sample, name):,.1f}" for name in names] for sample in shown], header=names)
    counted = [sample for sample in samples if sample.minutes >= WARM * samples[-1].minutes]
    print_title(f"{title}: growth an hour, from the first to the second half of {len(counted)} rounds")
    server = [sample.server for sample in counted]
    print_figures(
        [
            Figure("page, without its records, MB", hourly(counted, "heap"), ".2f", at_most(MAY_GROW)),
            Figure("page, array buffers, MB", hourly(counted, "buffers"), ".2f"),
            Figure("page, nodes of the document", hourly(counted, "nodes"), ".0f", at_most(100)),
            Figure("page, listeners", hourly(counted, "listeners"), ".0f", at_most(100)),
            Figure("server process, MB", hourly(counted, "server"), ".2f"),
            Figure("server process, from its least to its most, MB", max(server) - min(server), ".1f"),
        ]
    )
