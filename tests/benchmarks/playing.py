"""The live player in a real browser: how soon it moves, how smoothly, and what it costs."""

from __future__ import annotations

import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

import nncore

from ..browser.conftest import QUIET
from ..browser.playground_page import PlaygroundPage
from ..browser.server import chromium_path, serving
from .report import Figure, at_most, print_figures, print_table, print_title

SECONDS_OF_PLAY = 10
LONG_RUN = 1_000_000
SIZES = ((1280, 800), (1920, 1080))
ARCHITECTURES = {
    "3-1": ("Article 1: a single neuron", ()),
    "3-3-1": ("Article 1: a single neuron", (3,)),
    "2-8-8-1": ("XOR", (8, 8)),
}
SMOOTHNESS = (
    "frames/s",
    "with new data (≥ 55)",
    "main thread, processor's ms a frame (≤ 8)",
    "blank (0)",
    "long tasks",
    "longest, ms",
)
"""What `play` returns."""

# Notes every frame: when it was, the epoch on it, and whether each chart has its lines. Long tasks are counted beside it.
WATCH = """
() => {
  const seen = window.seen = { frames: [], longTasks: [], on: true };
  new PerformanceObserver(list => seen.longTasks.push(...list.getEntries().map(entry => entry.duration)))
    .observe({ type: "longtask" });
  const look = now => {
    const charts = [...document.querySelectorAll(".live-chart .scatterlayer")].filter(layer => layer.childElementCount);
    seen.frames.push([now, document.querySelector(".player").dataset.epoch, charts.length]);
    if (seen.on) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
"""
# Presses a button and resolves with the milliseconds until another epoch is on the screen.
PRESS = """
name => new Promise(resolve => {
  const player = document.querySelector(".player");
  const button = [...player.querySelectorAll("button")].find(button => button.textContent === name);
  const epoch = player.dataset.epoch, pressed = performance.now();
  const look = () => player.dataset.epoch === epoch ? requestAnimationFrame(look) : resolve(performance.now() - pressed);
  button.click();
  requestAnimationFrame(look);
})
"""
# Moves the slider and resolves with the frames until the numbers are those of the new epoch.
SLIDE = """
epoch => new Promise(resolve => {
  const player = document.querySelector(".player"), slider = player.querySelector("input[type=range]");
  const before = player.querySelector(".rows-output").textContent;
  slider.value = epoch;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  let frames = 0;
  const look = () => {
    frames += 1;
    if (player.querySelector(".rows-output").textContent === before) requestAnimationFrame(look);
    else resolve(frames);
  };
  requestAnimationFrame(look);
})
"""


def measure(rounds: int) -> None:
    """Print how soon, how smoothly and how fast the player plays."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        with serving(Path("playground/app.py"), Path(folder) / "log.txt") as address:
            opened(browser, address).page.context.close()  # a server's first page loads what later ones find in memory
            _measure_answers(browser, address, rounds)
            for size in SIZES:
                _measure_smoothness(browser, address, size)
        browser.close()


def _measure_answers(browser: Browser, address: str, rounds: int) -> None:
    app = opened(browser, address)
    buffered, from_server, slides, to_end = [], [], [], []
    for number in range(rounds):
        app.select("Speed", "120 epochs/s")
        app.slider.fill("100")
        app.expect_epoch(100)
        buffered.append(app.page.evaluate(PRESS, "Play"))
        app.button("Pause").click()
        slides.append(app.page.evaluate(SLIDE, 3 + number))
        from_server.append(_first_from_server(app, number))
        to_end.append(_seconds_to_the_end(app, 1000 + number))
    app.page.context.close()
    training = median(_training_seconds() for _ in range(rounds))
    print_title("The player, medians")
    print_figures(
        [
            Figure("Play, to the first new epoch, buffered (ms)", median(buffered), ".0f", at_most(50)),
            Figure("Step, to an epoch that is not yet trained (ms)", median(from_server), ".0f", at_most(200)),
            Figure("the slider moves, frames until the picture follows", median(slides), ".0f", at_most(1)),
            Figure(
                "15,000 epochs, another seed to their end, beyond training (s)",
                median(to_end) - training,
                ".2f",
                at_most(1.5),
            ),
        ]
    )


def _first_from_server(app: PlaygroundPage, number: int) -> float:
    """Return the milliseconds from Step to an epoch that only the server can train."""
    app.slider.fill("0")
    app.set_number("Epochs", LONG_RUN - number)
    expect(app.slider).to_have_attribute("max", str(LONG_RUN - number))
    # Play and Pause stop the training that goes on by itself after a change.
    app.button("Play").click()
    app.button("Pause").click()
    app.page.wait_for_function("() => document.querySelector('.player').dataset.exact === 'true'")
    app.slider.press("End")
    app.button("Pause").click()
    app.page.wait_for_function("() => document.querySelector('.player').dataset.exact === 'true'")
    waited: float = app.page.evaluate(PRESS, "Step")
    return waited


def _seconds_to_the_end(app: PlaygroundPage, seed: int) -> float:
    app.set_number("Epochs", 15_000)
    app.slider.press("End")
    app.wait_until_finished()
    app.number("Seed").fill(str(seed))
    run, started = app.run, time.perf_counter()
    app.number("Seed").press("Enter")
    app.page.wait_for_function(
        "run => { const shown = document.querySelector('.player').dataset;"
        " return shown.run !== run && shown.epoch === '15000' && shown.exact === 'true'; }",
        arg=str(run),
    )
    return time.perf_counter() - started


def _measure_smoothness(browser: Browser, address: str, size: tuple[int, int]) -> None:
    rows = []
    for name, (title, hidden) in ARCHITECTURES.items():
        app = opened(browser, address, size)
        if title != "Article 1: a single neuron":
            app.choose_from("Open", title)
        set_hidden_layers(app, hidden)
        app.slider.fill("0")
        app.set_number("Epochs", LONG_RUN)
        expect(app.slider).to_have_attribute("max", str(LONG_RUN))
        app.select("Speed", "1,000 epochs/s")
        rows.append([name, *play(app)])
        app.page.context.close()
    width, height = size
    print_title(f"{SECONDS_OF_PLAY} seconds of play while training, 1,000 epochs a second, {width} × {height}")
    print_table(rows, header=["network", *SMOOTHNESS])


def play(app: PlaygroundPage) -> list[str]:
    """Play for some seconds, and return the figures of `SMOOTHNESS`."""
    session = app.page.context.new_cdp_session(app.page)
    # The processor's time, not the clock's: on two cores the main thread also waits for whoever else is at work.
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    app.button("Play").click()
    app.wait_for_epoch(100)
    busy = _task_seconds(session)
    app.page.evaluate(WATCH)
    time.sleep(SECONDS_OF_PLAY)
    seen: dict[str, Any] = app.page.evaluate("() => { window.seen.on = false; return window.seen; }")
    busy = _task_seconds(session) - busy
    frames = seen["frames"]
    seconds = (frames[-1][0] - frames[0][0]) / 1000
    new = sum(epoch != before for (_, before, _), (_, epoch, _) in pairwise(frames))
    blank = sum(charts < 2 for _, _, charts in frames)
    longest = max(seen["longTasks"], default=0.0)
    return [
        f"{len(frames) / seconds:.1f}",
        f"{new / seconds:.1f}",
        f"{1000 * busy / len(frames):.1f}",
        str(blank),
        str(len(seen["longTasks"])),
        f"{longest:.0f}",
    ]


def _task_seconds(session: Any) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration"))


def set_hidden_layers(app: PlaygroundPage, sizes: tuple[int, ...]) -> None:
    """Give the network hidden layers of these sizes, if there are any."""
    if not sizes:
        return
    app.choose("Architecture", "Hidden layers")
    if len(sizes) > 1:
        app.set_number("Number of hidden layers", len(sizes))
    for number, size in enumerate(sizes, start=1):
        if app.number(f"Neurons, layer {number}").input_value() != str(size):
            app.set_number(f"Neurons, layer {number}", size)


def opened(browser: Browser, address: str, size: tuple[int, int] = SIZES[-1]) -> PlaygroundPage:
    """Open the app at the end of its first run, in a window of this size."""
    width, height = size
    page: Page = browser.new_context(viewport={"width": width, "height": height}).new_page()
    page.set_default_timeout(60_000)
    return PlaygroundPage(page, address).open_at_the_end()


def _training_seconds() -> float:
    started = time.perf_counter()
    nncore.articles.single_neuron().run()
    return time.perf_counter() - started
