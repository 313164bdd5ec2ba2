"""How long the page takes: from opening it, in `opening`, and here from an edited cell, to new numbers and new charts."""

import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

import nncore

from ..browser.conftest import QUIET
from ..browser.playground_page import PlaygroundPage
from ..browser.server import chromium_path, serving
from . import opening
from .page_marks import BOTH, PAGE_MARKS
from .report import Figure, at_most, print_figures, print_title


def measure(rounds: int) -> None:
    """Print the medians of opening and editing."""
    opening.measure(rounds)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        with serving(Path("playground/app.py"), Path(folder) / "log.txt") as address:
            _one_round(browser, address)  # a server's first page loads what later ones find in memory
            edited = [_one_round(browser, address) for _ in range(rounds)]
        browser.close()
    training = median(_training_seconds() for _ in range(rounds))
    new_numbers = median(times["numbers"] for times in edited)
    later = median(times["charts"] - times["numbers"] for times in edited)
    print_title("An edited cell, warm server, medians in seconds")
    figures = [
        Figure("training the first article, alone", training),
        Figure("new numbers, beyond that training", new_numbers - training, target=at_most(0.3)),
        Figure("both charts, after the numbers", later, target=at_most(0.5)),
    ]
    print_figures(figures)


def _one_round(browser: Browser, address: str) -> dict[str, float]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.add_init_script(PAGE_MARKS)
    # At the beginning, where it opens, another target changes no output yet.
    app = PlaygroundPage(page, address).open_at_the_end()
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
    assert "→" in app.outputs().first.inner_text()
    context.close()
    return edited


def _training_seconds() -> float:
    started = time.perf_counter()
    nncore.articles.single_neuron().run()
    return time.perf_counter() - started
