"""The README's pictures, and the ninety-second demo as an animation, of the real page: `python -m tests.browser.pictures`."""

import io
import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from .conftest import QUIET, SCREEN
from .playground_page import PlaygroundPage
from .server import ROOT, chromium_path, serving

DOCS = ROOT / "docs"
ANIMATION_SIZE = (1120, 700)
ANIMATION_QUALITY = 70
"""Of a WebP, from 0 to 100: the digits of the smallest numbers can just be read."""
READING = 2200
"""Milliseconds for which a picture stands that has something to read."""
PLAYING = 160
"""Milliseconds of a picture of a run that plays."""


@dataclass
class Film:
    """Pictures of a page, and for how many milliseconds each of them stands."""

    app: PlaygroundPage
    frames: list[Image.Image] = field(default_factory=list)
    durations: list[int] = field(default_factory=list)

    def take(self, duration: int = READING) -> None:
        """Take a picture of the page as it is."""
        picture = Image.open(io.BytesIO(self.app.page.screenshot())).convert("RGB")
        self.frames.append(picture.resize(ANIMATION_SIZE, Image.Resampling.LANCZOS))
        self.durations.append(duration)

    def save(self, path: Path) -> None:
        """Write an animation that begins anew at its end."""
        first, *others = self.frames
        first.save(
            path,
            save_all=True,
            append_images=others,
            duration=self.durations,
            loop=0,
            quality=ANIMATION_QUALITY,
            method=6,
        )


def film_demo(app: PlaygroundPage) -> Film:
    """Do the ninety-second demo, and take pictures of it."""
    film = Film(app)
    app.open().wait_until_finished()
    film.take()
    app.guess(2).click()
    film.take()
    app.button("Train").click()
    while app.epoch < 60:
        film.take(PLAYING)
    app.button("Pause").click()
    film.take(PLAYING)
    for button in ("Previous flip", "Back"):
        app.button(button).click()
        app.page.wait_for_function("() => document.querySelector('.player').dataset.exact === 'true'")
        film.take()
    app.slider.press("End")
    app.expect_epoch(15_000)
    film.take(1200)
    app.table("Training table").edit(2, "target", "0")
    app.wait_until_finished()
    film.take()
    app.choose_from("Open", "XOR")
    app.wait_until_finished()
    app.button("Guess yes").click()
    film.take()
    app.button("Train").click()
    app.wait_for_epoch(100)
    film.take(PLAYING)
    app.go_to_the_end()
    film.take()
    app.choose("Architecture", "Hidden layers")
    app.wait_until_finished()
    film.take(2 * READING)
    return film


def take_pictures(app: PlaygroundPage) -> None:
    """Take the README's pictures: the first article where its last row becomes right, and XOR with a hidden layer."""
    app.open().wait_until_finished()
    app.player.get_by_role("button", name=re.compile("^Row 3, output")).click()
    # Before the first epoch there is no flip to go to; the first is at epoch 2.
    app.button("Step").click()
    app.button("Next flip").click()
    app.button("Next flip").click()
    app.expect_epoch(4)
    # What pulses where a row has changed class would stand in a still picture as if it meant something.
    app.page.wait_for_function(
        "() => document.getAnimations().every(({ effect }) => effect.pseudoElement !== '::after')"
    )
    app.page.screenshot(path=DOCS / "playground.png")
    app.open_example_at_the_end("XOR")
    app.choose("Architecture", "Hidden layers")
    app.wait_until_finished()
    app.page.screenshot(path=DOCS / "xor.png")


def main() -> None:
    """Serve the app, and write all pictures into docs/."""
    with (
        tempfile.TemporaryDirectory() as logs,
        serving(Path("playground/app.py"), Path(logs) / "log.txt") as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        take_pictures(PlaygroundPage(browser.new_page(viewport=SCREEN), address))
        film_demo(PlaygroundPage(browser.new_page(viewport=SCREEN), address)).save(DOCS / "demo.webp")
        browser.close()


if __name__ == "__main__":
    main()
