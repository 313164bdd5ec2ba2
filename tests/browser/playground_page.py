"""What only the playground has: the line that says where the run stands, answers, charts, and a record of its frames."""

import json
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, TimeoutError, expect

from ..page_texts import FINISHED, TRAINING_ROWS
from .app_page import AppPage

# Notes every frame that differs from the one before; `clickAt` presses a button as soon as an epoch is on the screen,
# which nobody outside the page could do before the show is over on a slow machine.
RECORD = """
() => {
  window.frames_seen = [];
  const look = () => {
    const status = document.querySelector('[data-testid="stProgress"] p')?.textContent ?? "";
    const share = Number(document.querySelector('[role="progressbar"]')?.getAttribute("aria-valuenow"));
    const drawn = [...document.querySelectorAll(".playground-chart[data-drawn]")];
    const charts = drawn.filter(chart => chart.querySelector(".scatterlayer .trace")).length;
    const last = window.frames_seen.at(-1);
    if (last?.status !== status || last.share !== share || last.charts !== charts)
      window.frames_seen.push({ status, share, charts, time: performance.now() });
    const wanted = window.clickAt;
    if (wanted && Number(status.match(/Epoch ([\\d,]+)/)?.[1].replaceAll(",", "")) >= wanted.epoch) {
      const button = [...document.querySelectorAll("button")].find(button => button.textContent === wanted.name);
      if (button) { button.click(); window.clickAt = undefined; }
    }
    requestAnimationFrame(look);
  };
  look();
}
"""


@dataclass(frozen=True)
class Frame:
    """What stood on the screen in one frame: the line of the run, the bar in percent, the charts with lines in them."""

    status: str
    share: float
    charts: int
    time: float

    @property
    def epoch(self) -> int:
        """The epoch that is shown."""
        return int(re.search(r"Epoch ([\d,]+)", self.status)[1].replace(",", ""))


class PlaygroundPage(AppPage):
    """The app in one browser tab, with the words of the playground."""

    def __init__(self, page: Page, address: str, patience: float = 45.0):
        super().__init__(page, address, patience)

    @property
    def status(self) -> Locator:
        """The line that says where the run stands."""
        return self.page.get_by_test_id("stProgress").locator("p")

    @property
    def notes(self) -> Locator:
        """The sentences above the results."""
        return self.page.locator(".note")

    @property
    def situation(self) -> Locator:
        """The answer to the new situation."""
        return self.page.locator(".situation")

    @property
    def charts(self) -> Locator:
        """The charts that are drawn."""
        return self.page.locator(".playground-chart[data-drawn]")

    def wait_until_finished(self) -> "PlaygroundPage":
        """Wait until the run on the screen has ended, and the page has drawn it."""
        expect(self.status).to_have_text(re.compile(f"{FINISHED}$"))
        self.wait_until_idle()
        expect(self.charts).to_have_count(2)
        return self

    def answers(self, caption: str = TRAINING_ROWS) -> Locator:
        """Return the lines of a table of answers."""
        return self.page.get_by_role("table", name=caption, exact=True).locator("tbody tr")

    def outputs(self, caption: str = TRAINING_ROWS) -> Locator:
        """Return the outputs in a table of answers, with the one before where it has changed."""
        return self.answers(caption).locator("td:nth-of-type(2)")

    def verdicts(self, caption: str = TRAINING_ROWS) -> Locator:
        """Return whether each line of a table of answers is right or wrong, in the words for a screen reader."""
        return self.answers(caption).locator("td:nth-of-type(3) .unseen")

    def choose_from(self, name: str, option: str) -> None:
        """Choose another option of a list, and wait for the run it causes."""
        field = self.page.get_by_role("combobox", name=name, exact=True)
        wanted = self.page.get_by_role("option", name=option, exact=True)
        deadline = time.monotonic() + self.patience
        with self.finished_run():
            field.evaluate("field => field.scrollIntoView({ block: 'center' })")
            chosen = False
            while not chosen:
                assert time.monotonic() < deadline, f"The list {name} did not stay open for {self.patience:g} s."
                field.click()
                try:
                    wanted.click(timeout=3000)
                    chosen = True
                except TimeoutError:  # a list closes when the page moves below it, as while a part unfolds
                    self.page.keyboard.press("Escape")

    def switch(self, name: str) -> None:
        """Turn a switch on if it is off, off if it is on, and wait for the run it causes."""
        with self.finished_run():
            # Streamlit hides the input itself; its label is what people click.
            self.page.get_by_role("switch", name=name, exact=True).locator("xpath=ancestor::label").click()

    def wait_for_chart(self, chart: str, condition: str) -> None:
        """Wait until the chart "loss" or "weights", Plotly's `plot`, meets a condition such as "plot.data.length > 3"."""
        find = f"const plot = document.querySelector('.st-key-{chart}_chart .js-plotly-plot')"
        self.page.wait_for_function(f"() => {{ {find}; return plot?.data && ({condition}); }}")

    def wait_for_lines(self, chart: str, names: Sequence[str]) -> None:
        """Wait until the lines of the chart "loss" or "weights" have these names."""
        wanted = json.dumps(json.dumps(list(names), ensure_ascii=False, separators=(",", ":")), ensure_ascii=False)
        self.wait_for_chart(chart, f"JSON.stringify(plot.data.map(line => line.name)) === {wanted}")

    def record(self) -> None:
        """Begin to note every frame."""
        self.page.evaluate(RECORD)

    def frames(self) -> list[Frame]:
        """Return the frames since `record` in which something had changed."""
        return [Frame(**frame) for frame in self.page.evaluate("window.frames_seen")]

    def press_at_epoch(self, name: str, epoch: int) -> None:
        """Let the page itself press a button as soon as an epoch is on the screen; `record` comes first."""
        self.page.evaluate("wanted => { window.clickAt = wanted }", {"name": name, "epoch": epoch})
