"""How long a pasted table takes to its trained result on the screen: what is understood of it, and the run after *Replace*."""

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
from .page_marks import BOTH, PAGE_MARKS
from .report import Figure, at_most, print_figures, print_title

ROWS = 200
BOX = "Paste or upload a table"


def measure(rounds: int) -> None:
    """Print the medians over fresh pages on a warm server."""
    text, document = _table()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        with serving(Path("playground/app.py"), Path(folder) / "log.txt") as address:
            _one_round(browser, address, text)  # a server's first page loads what later ones find in memory
            times = [_one_round(browser, address, text) for _ in range(rounds)]
        browser.close()
    training = median(_seconds_of(document) for _ in range(rounds))
    understood = median(round_["understood"] for round_ in times)
    numbers = median(round_["numbers"] for round_ in times)
    print_title(f"{ROWS} × 6 cells pasted into the box of article 2 and learnt (3-3-1, 200 epochs), medians in seconds")
    print_figures(
        [
            Figure("training alone", training, ".3f"),
            Figure("from the paste to what was understood", understood),
            Figure("from Replace to new numbers", numbers),
            Figure("both, beyond the training", understood + numbers - training, target=at_most(1)),
            Figure("both charts, after the numbers", median(round_["charts"] for round_ in times) - numbers),
        ]
    )


def _table() -> tuple[str, Document]:
    """Return a table of six columns, of which the first counts and the second names the rows, and what learns it."""
    random = np.random.RandomState(1)
    inputs = random.random_sample((ROWS, 3)).round(3)
    targets = (inputs.sum(axis=1, keepdims=True) > 1.5).astype(float)
    lines = [["", "name", "height", "width", "depth", "fits"]]
    for number, (row, target) in enumerate(zip(inputs.tolist(), targets[:, 0].tolist(), strict=True), start=1):
        lines.append([str(number), f"sample {number}", *map(str, row), str(int(target))])
    article = articles.hidden_layer()
    experiment = replace(article, dataset=Dataset(inputs, targets))
    return "\r\n".join("\t".join(line) for line in lines) + "\r\n", Document(experiment)


def _seconds_of(document: Document) -> float:
    started = time.perf_counter()
    document.experiment.run()
    return time.perf_counter() - started


def _one_round(browser: Browser, address: str, text: str) -> dict[str, float]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page = context.new_page()
    page.add_init_script(PAGE_MARKS)
    app = PlaygroundPage(page, address).open().wait_until_finished()
    app.open_example_at_the_end("Article 2: a hidden layer")
    page.get_by_role("button", name=BOX).click()
    field = page.get_by_role("dialog").get_by_role("textbox")
    field.focus()
    # Through the clipboard: whatever else puts a text into a field does so line by line, which takes the browser longer.
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    started = time.perf_counter()
    page.keyboard.press("ControlOrMeta+v")
    replace_button = page.get_by_role("button", name="Replace the table")
    replace_button.wait_for()
    understood = time.perf_counter() - started
    # From when the button is pressed: before that the test looks whether it stands still.
    page.evaluate("() => addEventListener('pointerdown', () => window.watchFromNow(), { capture: true, once: true })")
    replace_button.click()
    page.wait_for_function(BOTH, timeout=60_000)
    marks = page.evaluate("() => window.mark")
    assert app.answers().count() == ROWS
    context.close()
    return {"understood": understood, **{name: (marks[name] - marks["start"]) / 1000 for name in ("numbers", "charts")}}
