"""How long the first picture takes: a warm server, a browser with an empty profile, against `streamlit hello`.

Both take turns, so that whatever else the machine does slows both. Every visit opens the page and then loads it once more.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import streamlit
from playwright.sync_api import Browser, CDPSession, sync_playwright

from ..browser.conftest import QUIET
from ..browser.server import chromium_path, serving
from .page_marks import BOTH, PAGE_MARKS
from .report import Figure, at_most, print_figures, print_title

HELLO = Path(streamlit.__file__).parent / "hello" / "streamlit_app.py"
HELLO_CONFIG = '[browser]\ngatherUsageStats = false\nserverAddress = "localhost"\n'
HELLO_MARKS = """
window.mark = {};
const look = () => {
  const text = document.body?.innerText ?? "";
  const shown = text.includes("See more complex demos") && text.includes("Animation demo");
  if (shown) window.mark.numbers = window.mark.charts = performance.now();
  else requestAnimationFrame(look);
};
look();
"""
# A classroom's: megabits a second for everyone together, and milliseconds to and fro.
LINE = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}


@dataclass(frozen=True)
class Load:
    """One load of a page: seconds until its numbers and its charts are shown, megabytes and requests until it is quiet."""

    numbers: float
    charts: float
    megabytes: float
    requests: int


@dataclass(frozen=True)
class Visit:
    """Somebody who has never been here opens the page and loads it once more."""

    cold: Load
    reload: Load


class Traffic:
    """Counts what comes over the line, as it comes: compressed, and nothing from the browser's own memory."""

    def __init__(self, session: CDPSession) -> None:
        self.begin()
        session.on("Network.loadingFinished", self._loaded)
        session.on("Network.requestWillBeSent", self._requested)
        session.on("Network.webSocketFrameReceived", self._told)

    def begin(self) -> None:
        """Count from nothing again."""
        self.bytes = 0.0
        self.requests = 0

    def _loaded(self, event: dict[str, Any]) -> None:
        self.bytes += event["encodedDataLength"]

    def _requested(self, event: dict[str, Any]) -> None:
        self.requests += not event["request"]["url"].startswith(("data:", "blob:"))

    def _told(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        # Bytes are told in base64, four characters for three of them.
        self.bytes += len(frame["payloadData"]) * (0.75 if frame["opcode"] == 2 else 1)


def measure(rounds: int) -> None:
    """Print the medians of opening the page, here and on a classroom's line."""
    with _both_served() as addresses, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        for name in addresses:
            _visit(browser, name, addresses[name])  # a server's first page loads what later ones find in memory
        here: dict[str, list[Visit]] = {name: [] for name in addresses}
        far: list[Visit] = []
        for _ in range(rounds):
            for name in addresses:
                here[name].append(_visit(browser, name, addresses[name]))
            far.append(_visit(browser, "playground", addresses["playground"], LINE))
        browser.close()
    print_title("Opening the page, warm server, fresh profile, medians in seconds")
    print_figures(_figures_here(here["playground"], here["hello"]))
    print_title("The same on a line of 10 Mbit/s and 40 ms")
    print_figures(_figures_far(far))


@contextmanager
def _both_served() -> Iterator[dict[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / ".streamlit").mkdir()
        (place / ".streamlit" / "config.toml").write_text(HELLO_CONFIG, encoding="utf-8")
        with (
            serving(Path("playground/app.py"), place / "playground.txt") as playground,
            serving(HELLO, place / "hello.txt", folder=place) as hello,
        ):
            yield {"playground": playground, "hello": hello}


def _visit(browser: Browser, name: str, address: str, line: dict[str, float] | None = None) -> Visit:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.add_init_script(HELLO_MARKS if name == "hello" else PAGE_MARKS)
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        if line is not None:
            session.send("Network.emulateNetworkConditions", line)
        traffic = Traffic(session)
        loads = []
        for load in (lambda: page.goto(address), page.reload):
            traffic.begin()
            load()
            page.wait_for_function(BOTH, timeout=120_000)
            page.wait_for_load_state("networkidle")
            mark = page.evaluate("() => window.mark")
            loads.append(Load(mark["numbers"] / 1000, mark["charts"] / 1000, traffic.bytes / 1e6, traffic.requests))
        return Visit(*loads)


def _middle(visits: list[Visit], when: str, what: str) -> float:
    return median(getattr(getattr(visit, when), what) for visit in visits)


def _ratio(visits: list[Visit], others: list[Visit], what: str) -> float:
    pairs = zip(visits, others, strict=True)
    return median(getattr(visit.cold, what) / other.cold.numbers for visit, other in pairs)


def _figures_here(visits: list[Visit], hello: list[Visit]) -> list[Figure]:
    return [
        Figure("streamlit hello: all of it", _middle(hello, "cold", "numbers")),
        Figure("numbers of the finished run", _middle(visits, "cold", "numbers"), target=at_most(3)),
        Figure("  × streamlit hello, round by round", _ratio(visits, hello, "numbers"), target=at_most(1.5)),
        Figure("both charts", _middle(visits, "cold", "charts"), target=at_most(6)),
        Figure("  × streamlit hello, round by round", _ratio(visits, hello, "charts"), target=at_most(1.9)),
        Figure("megabytes", _middle(visits, "cold", "megabytes"), target=at_most(5.2)),
        Figure("requests", _middle(visits, "cold", "requests"), ".0f"),
        Figure("loaded again: numbers", _middle(visits, "reload", "numbers")),
        Figure("loaded again: both charts", _middle(visits, "reload", "charts")),
        Figure("loaded again: megabytes", _middle(visits, "reload", "megabytes"), target=at_most(0.5)),
        Figure("loaded again: streamlit hello", _middle(hello, "reload", "numbers")),
    ]


def _figures_far(visits: list[Visit]) -> list[Figure]:
    return [
        Figure("numbers of the finished run", _middle(visits, "cold", "numbers")),
        Figure("both charts", _middle(visits, "cold", "charts"), target=at_most(6)),
        Figure("loaded again: numbers", _middle(visits, "reload", "numbers")),
        Figure("loaded again: both charts", _middle(visits, "reload", "charts"), target=at_most(2)),
    ]
