"""How long the page takes: from opening it, and from an edited cell, to the new numbers and to the new charts."""

import re
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

import nncore

from ..browser.app_page import AppPage
from ..browser.conftest import QUIET
from ..browser.server import chromium_path, serving
from .report import Figure, at_most, print_table, print_title

# The page notes by itself, frame by frame, when what is waited for is there: asking it from outside would take longer.
WATCH = """
window.mark = {};
const seen = () => {
  const player = document.querySelector(".player")?.dataset ?? {};
  const answers = [...document.querySelectorAll(".rows-output, .situation")].map(part => part.textContent).join();
  const charts = [...document.querySelectorAll(".live-chart[data-drawn]")].map(part => part.dataset.drawn);
  const finished = player.state === "finished" && player.exact === "true" && answers !== "";
  return { finished, answers, charts, charted: player.charted === "true" };
};
const note = (name, holds) => {
  if (holds && window.mark[name] === undefined) window.mark[name] = performance.now();
};
const look = () => {
  const now = seen(), old = window.before ?? { answers: "", charts: [0, 0] };
  note("numbers", now.finished && now.answers !== old.answers);
  const drawn = now.charts.length === 2 && now.charts.every((turn, index) => turn !== old.charts[index]);
  note("charts", now.finished && now.charted && drawn);
  requestAnimationFrame(look);
};
look();
window.watchFromNow = () => { window.before = seen(); window.mark = { start: performance.now() }; };
"""
BOTH = "() => window.mark.numbers !== undefined && window.mark.charts !== undefined"


def measure(rounds: int) -> None:
    """Print the medians of opening and editing."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        with serving(Path("playground/app.py"), Path(folder) / "log.txt") as address:
            _one_round(browser, address)  # a server's first page loads what later ones find in memory
            measured = [_one_round(browser, address) for _ in range(rounds)]
        browser.close()
    opened, edited = zip(*measured, strict=True)
    training = median(_training_seconds() for _ in range(rounds))
    numbers, charts = (median(times[name] for times in opened) for name in ("numbers", "charts"))
    new_numbers = median(times["numbers"] for times in edited)
    later = median(times["charts"] - times["numbers"] for times in edited)
    print_title("The page, warm server, in seconds")
    figures = [
        Figure("opened: numbers of the finished run", numbers, target=at_most(3)),
        Figure("opened: both charts", charts, target=at_most(6)),
        Figure("training the first article, alone", training),
        Figure("edited cell: new numbers, beyond that training", new_numbers - training, target=at_most(0.3)),
        Figure("edited cell: both charts, after the numbers", later, target=at_most(0.5)),
    ]
    print_table([figure.cells() for figure in figures])


def _one_round(browser: Browser, address: str) -> tuple[dict[str, float], dict[str, float]]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.add_init_script(WATCH)
    app = AppPage(page, address).open()
    page.wait_for_function(BOTH, timeout=60_000)
    opened = page.evaluate("() => ({ numbers: window.mark.numbers / 1000, charts: window.mark.charts / 1000 })")
    table = app.table("Training table")
    table.select(2, "target")
    page.keyboard.press("Enter")
    page.locator(".gdg-input").fill("0")
    page.evaluate("window.watchFromNow()")
    page.keyboard.press("Enter")
    page.wait_for_function(BOTH, timeout=60_000)
    edited = page.evaluate(
        "() => Object.fromEntries(['numbers', 'charts'].map(name => [name, (window.mark[name] - window.mark.start) / 1000]))"
    )
    assert re.search(r"→", page.locator(".panel-rows").inner_text())
    context.close()
    return opened, edited


def _training_seconds() -> float:
    started = time.perf_counter()
    nncore.articles.single_neuron().run()
    return time.perf_counter() - started
