"""Measure one browser and nine scripted sessions, each of which trains a 3-3-1 network ahead while it plays."""

from __future__ import annotations

import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import Browser, expect, sync_playwright

from ..browser.conftest import QUIET
from ..browser.playground_page import PlaygroundPage
from ..browser.server import chromium_path, running
from ..page_texts import OPEN_ARTICLE_2
from .playing import WATCH
from .process import processor_seconds
from .report import Figure, at_least, at_most, print_figures, print_title
from .scripted_sessions import ScriptedSessions

SESSIONS = 9
EPOCHS = 1_000_000
SPEED = "120"
STARTS = 2.0
"""Seconds within which all nine press Play, each at the newest epoch that is trained."""
SECONDS = 40.0


def measure(rounds: int) -> None:
    """Print what they cost the server and how soon they are answered; it is done once, whatever `rounds` says."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        with running(Path("playground/app.py"), Path(folder) / "log.txt") as server:
            app = _opened(browser, server.address)
            with ScriptedSessions(server.address, SESSIONS) as sessions:
                sessions.rerun(Open={"string_value": OPEN_ARTICLE_2})
                sessions.rest()
                sessions.rerun(Epochs={"string_value": str(EPOCHS)}, Open={"string_value": OPEN_ARTICLE_2})
                _print(*_play_together(app, sessions, server.process))
        browser.close()


def _opened(browser: Browser, address: str) -> PlaygroundPage:
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.set_default_timeout(60_000)
    app = PlaygroundPage(page, address).open_at_the_end()
    app.choose_from("Open", OPEN_ARTICLE_2)
    app.wait_until_finished()
    app.slider.fill("0")
    app.set_number("Epochs", EPOCHS)
    expect(app.slider).to_have_attribute("max", str(EPOCHS))
    app.select("Speed", f"{SPEED} epochs/s")
    return app


def _play_together(app: PlaygroundPage, sessions: ScriptedSessions, process: int) -> tuple[Any, ...]:
    app.button("Train").click()
    trained = [session.trained for session in sessions.sessions]
    app.page.evaluate(WATCH)
    sessions.look()
    spent, started = processor_seconds(process), time.monotonic()
    sessions.play(SPEED, STARTS)
    app.page.wait_for_timeout(1000 * (SECONDS - STARTS))
    spent, seconds = processor_seconds(process) - spent, time.monotonic() - started
    answered = sessions.look()
    seen = app.page.evaluate("() => { window.seen.on = false; return window.seen; }")
    ahead = [session.trained - before for session, before in zip(sessions.sessions, trained, strict=True)]
    waited = sum(session.waited for session in sessions.sessions)
    return spent / seconds, seconds, answered, [epochs / seconds for epochs in ahead], waited, seen["frames"]


def _print(share: float, seconds: float, answered: Any, trained: list[float], waited: float, frames: list[Any]) -> None:
    asked = [*answered.seconds, *answered.chart_seconds]
    middle, late, longest = 1000 * np.quantile(asked, [0.5, 0.95, 1])
    epochs, charts = (1000 * np.quantile(some, 0.95) for some in (answered.seconds, answered.chart_seconds))
    new = sum(before != after for (_, before, _), (_, after, _) in pairwise(frames))
    print_title(f"One browser and {SESSIONS} scripted sessions, each playing 3-3-1 at {SPEED} epochs a second")
    print_figures(
        [
            Figure("server process, share of one core", share, ".2f", at_most(1)),
            Figure("request to data, p50 (ms)", middle, ".0f"),
            Figure("request to data, p95 (ms)", late, ".0f", at_most(150)),
            Figure("request to data, longest (ms)", longest, ".0f"),
            Figure("request for epochs alone, p95 (ms)", epochs, ".0f"),
            Figure("request with charts, p95 (ms)", charts, ".0f"),
            Figure("requests a second, all scripted sessions", answered.asked / seconds, ".1f"),
            Figure("requests that were not answered", answered.asked - len(asked), ".0f"),
            Figure("kB a second to each scripted session", answered.bytes / seconds / SESSIONS / 1000, ".1f"),
            Figure("epochs a second, the session that trained least", min(trained), ".0f", at_least(int(SPEED) * 0.9)),
            Figure("epochs a second, the session that trained most", max(trained), ".0f"),
            Figure("seconds that a play-head of theirs had nothing to show", waited, ".2f"),
            Figure("the browser's frames a second with new data", new / seconds, ".1f"),
        ]
    )
