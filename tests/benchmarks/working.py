"""The worked example on the page: how soon it opens and follows the play-head; what playing costs with that or the loss open."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, expect, sync_playwright

from ..browser.conftest import QUIET
from ..browser.playground_page import PlaygroundPage
from ..browser.server import chromium_path, serving
from .playing import LONG_RUN, SECONDS_OF_PLAY, SMOOTHNESS, opened, play, set_hidden_layers
from .report import Figure, at_most, print_figures, print_table, print_title

HIDDEN = (3,)
WIDTH, HEIGHT = 1280, 800
EPOCH = 1000
# Clicks something and resolves with the milliseconds until the lines of another weight or epoch are on the screen.
CLICK = """
find => new Promise(resolve => {
  const worked = document.querySelector(".worked"), player = document.querySelector(".player");
  const written = () => worked.closest(".panel").hidden ? "" : worked.querySelector(".worked-head").textContent;
  const before = written(), clicked = performance.now();
  const look = () => {
    const isThere = written() !== before && !worked.matches(".is-older") && worked.querySelector(".worked-line");
    if (isThere) resolve(performance.now() - clicked);
    else requestAnimationFrame(look);
  };
  const { selector, text, place } = find;
  const found = [...player.querySelectorAll(selector)].filter(one => text === undefined || one.textContent === text);
  found[place ?? 0].dispatchEvent(new MouseEvent("click", { bubbles: true }));
  requestAnimationFrame(look);
})
"""
PANELS = {"": "", "w": "worked", "o": "surface"}
"""The key of each panel that follows the run, and its name; of no panel, none."""
EDGES = 12
"""Each round clicks another weight, of which nothing is there yet."""


def measure(rounds: int) -> None:
    """Print how soon a 3-3-1 network's worked example is there, and how smoothly the run plays beside panels."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        with serving(Path("playground/app.py"), Path(folder) / "log.txt") as address:
            app = _with_hidden_layer(browser, address)
            _measure_answers(app, rounds)
            app.page.context.close()
            rows = [_played(browser, address, key, name) for key, name in PANELS.items()]
            print_title(f"{SECONDS_OF_PLAY} seconds of play while training, 3-3-1, {WIDTH} × {HEIGHT}")
            print_table(rows, header=["over the charts lies", *SMOOTHNESS])
        browser.close()


def _measure_answers(app: PlaygroundPage, rounds: int) -> None:
    app.slider.fill(str(EPOCH))
    app.expect_epoch(EPOCH)
    openings, steps, steps_at_rest = [], [], []
    step = {"selector": "button", "text": "Step"}
    for number in range(rounds):
        edge = {"selector": ".edge", "place": number % EDGES}
        openings.append(app.page.evaluate(CLICK, edge))
        app.page.keyboard.press("Escape")  # leaves the field in which the weight could be typed
        steps.append(app.page.evaluate(CLICK, step))
        app.wait_until_idle()
        steps_at_rest.append(app.page.evaluate(CLICK, step))
        app.wait_until_idle()
        app.player.get_by_role("button", name="Close the worked example").click()
    print_title("The worked example of a 3-3-1 network, medians")
    print_figures(
        [
            Figure("from a click on a weight to its lines (ms)", median(openings), ".0f", at_most(200)),
            Figure("from Step right after it to the lines of the next epoch (ms)", median(steps), ".0f", at_most(100)),
            Figure("from Step once all is at rest (ms)", median(steps_at_rest), ".0f", at_most(100)),
        ]
    )


def _played(browser: Browser, address: str, key: str, name: str) -> list[str]:
    app = _with_hidden_layer(browser, address)
    app.slider.fill("0")
    app.set_number("Epochs", LONG_RUN)
    expect(app.slider).to_have_attribute("max", str(LONG_RUN))
    app.select("Speed", "1,000 epochs/s")
    if key:
        app.page.evaluate("document.activeElement.blur()")  # in a list a letter is no shortcut
        app.page.keyboard.press(key)
        expect(app.player).to_have_attribute("data-over-charts", name)
    figures = play(app)
    app.page.context.close()
    return [name or "nothing", *figures]


def _with_hidden_layer(browser: Browser, address: str) -> PlaygroundPage:
    app = opened(browser, address, (WIDTH, HEIGHT))
    set_hidden_layers(app, HIDDEN)
    return app
