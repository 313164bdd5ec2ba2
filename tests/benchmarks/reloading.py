"""How long a reload takes until the same numbers stand on the screen again, and how long the address is that holds them."""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

import numpy as np
from playwright.sync_api import Browser, sync_playwright

from nncore import articles
from nncore.data.dataset import Dataset
from playground.document import Document

from ..browser.conftest import QUIET
from ..browser.playground_page import PlaygroundPage
from ..browser.server import chromium_path, serving
from .report import Figure, at_most, print_figures, print_title

ROWS = 60
# Milliseconds since the reload began, as soon as these outputs of training rows stand on the screen, each of them.
SAME_NUMBERS = """
outputs => {
  const shown = [...document.querySelectorAll(".rows-output")].slice(0, outputs.length).map(part => part.textContent);
  return JSON.stringify(shown) === JSON.stringify(outputs) && performance.now();
}
"""


def measure(rounds: int) -> None:
    """Print the medians: the plain page and the one with the table take turns."""
    document = _document()
    link = f"#document={document.to_link()}"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        with serving(Path("playground/app.py"), Path(folder) / "log.txt") as address:
            _reload(browser, address, "")  # a server's first page loads what later ones find in memory
            pairs = [(_reload(browser, address, ""), _reload(browser, address, link)) for _ in range(rounds)]
        browser.close()
    training = median(_seconds_of(document) for _ in range(rounds))
    plain, own = (median(seconds) for seconds in zip(*pairs, strict=True))
    print_title(f"A reload of {ROWS} rows × 4 columns of 4 digits (3-3-1, 200 epochs), medians in seconds")
    print_figures(
        [
            Figure("training alone", training, ".3f"),
            Figure("the page itself: article 1, reloaded", plain),
            Figure("the table, reloaded: the same numbers", own),
            Figure("beyond both", own - plain - training, target=at_most(1.5)),
            Figure("the address (characters)", len(f"http://localhost:8501/{link}"), ".0f", at_most(2000)),
        ]
    )


def _document() -> Document:
    random = np.random.RandomState(1)
    inputs = random.uniform(0, 10, (ROWS, 3)).round(3)
    targets = random.uniform(0, 1, (ROWS, 1)).round(4)
    names = ["height", "width", "depth"]
    article = articles.hidden_layer()
    return Document(replace(article, dataset=Dataset(inputs, targets, input_names=names, target_names=["fits"])))


def _seconds_of(document: Document) -> float:
    started = time.perf_counter()
    document.experiment.run()
    return time.perf_counter() - started


def _reload(browser: Browser, address: str, link: str) -> float:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    app = PlaygroundPage(page, address).open(link).wait_until_finished()
    before = app.outputs().all_text_contents()
    page.reload()
    milliseconds: float = page.wait_for_function(SAME_NUMBERS, arg=before, timeout=60_000).json_value()
    context.close()
    return milliseconds / 1000
