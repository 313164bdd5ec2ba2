"""What only the playground has: the player, answers, charts, and a record of its frames."""

import json
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, TimeoutError, expect

from playground.document import Document

from ..page_texts import TRAINING_ROWS
from .app_page import AppPage
from .untouched_page import UntouchedPage

BEGINNING, END = "at the beginning", "at the end"

# The player says in attributes what it shows, so that nothing has to be read off its pictures.
AT_REST = """
() => {
  const shown = document.querySelector(".player")?.dataset;
  return shown?.state === "finished" && shown.exact === "true" && shown.charted === "true";
}
"""

# An epoch, in full precision.
IS_SHOWN = """
wanted => {
  const { epoch, exact } = document.querySelector(".player")?.dataset ?? {};
  return epoch === wanted && exact === "true";
}
"""

# The first row is chosen and the top is in sight, as at first, and nothing has the focus.
PUT_BACK = """
rows => {
  const first = document.querySelector(`[role="list"][aria-label="${rows}"] button`);
  if (first?.getAttribute("aria-pressed") === "false") first.click();
  document.activeElement.blur();
  const scrolled = [...document.querySelectorAll("*")].filter(({ scrollTop, scrollLeft }) => scrollTop || scrollLeft);
  for (const element of scrolled) element.scrollTo({ top: 0, left: 0, behavior: "instant" });
}
"""

# Notes every frame that differs from the one before.
RECORD = """
() => {
  window.frames_seen = [];
  const look = () => {
    const player = document.querySelector(".player");
    const drawn = [...document.querySelectorAll(".live-chart[data-drawn]")];
    const charts = drawn.filter(chart => chart.querySelector(".scatterlayer .trace")).length;
    const { epoch, state, run } = player?.dataset ?? {};
    const frame = { epoch: Number(epoch), state, run: Number(run), charts };
    const { time, ...last } = window.frames_seen.at(-1) ?? {};
    if (JSON.stringify(frame) !== JSON.stringify(last)) window.frames_seen.push({ ...frame, time: performance.now() });
    requestAnimationFrame(look);
  };
  look();
}
"""


@dataclass(frozen=True)
class Frame:
    """What stood on the screen in one frame: epoch, state and number of the run, and the charts with lines in them."""

    epoch: int
    state: str
    run: int
    charts: int
    time: float


class PlaygroundPage(AppPage):
    """The app in one browser tab, with the words of the playground."""

    def __init__(self, page: Page, address: str, patience: float = 45.0, untouched: UntouchedPage | None = None):
        self._untouched = untouched or UntouchedPage(page, address)
        super().__init__(page, address, patience, self._untouched.finished_runs)

    def open(self, query: str = "") -> "PlaygroundPage":
        """Open the app anew, and wait until its script has finished."""
        if self._untouched.is_known:
            self._untouched.leave()
        super().open(query)
        return self

    @property
    def player(self) -> Locator:
        """Everything that moves with the play-head."""
        return self.page.locator(".player")

    @property
    def readout(self) -> Locator:
        """The row of time: the epoch, the slider, and the loss."""
        return self.player.locator(".way")

    @property
    def epoch(self) -> int:
        """The epoch on the screen."""
        return int(self.player.get_attribute("data-epoch"))

    @property
    def notes(self) -> Locator:
        """The sentences above the pictures."""
        return self.player.locator(".notes p")

    @property
    def change_log(self) -> Locator:
        """What the page says about how the run came about."""
        return self.player.locator(".change-log-text")

    @property
    def question(self) -> Locator:
        """The headline."""
        return self.player.get_by_role("heading", level=2)

    @property
    def story(self) -> Locator:
        """The sentences under the timeline, one behind the other."""
        return self.player.locator(".story-line")

    @property
    def situation(self) -> Locator:
        """The answer to the new situation."""
        return self.page.locator(".rows-of-situation .rows-list")

    @property
    def charts(self) -> Locator:
        """The charts that are drawn."""
        return self.player.locator(".live-chart[data-drawn]")

    @property
    def slider(self) -> Locator:
        """The slider over the epochs."""
        return self.page.get_by_role("slider", name="Epoch", exact=True)

    def wait_until_finished(self) -> "PlaygroundPage":
        """Wait until the run is trained to its end, and the page is at rest and shows all of it."""
        self.page.wait_for_function(AT_REST, timeout=1000 * self.patience)
        self.wait_until_idle()
        expect(self.charts).to_have_count(2)
        return self

    def open_at_the_beginning(self) -> "PlaygroundPage":
        """Have the app as it opens, all of it trained: opened anew, or as a test has left it that did nothing to it."""
        if not self._is_still(BEGINNING):
            self.open().wait_until_finished()
            self._untouched.note(BEGINNING)
        return self

    def open_at_the_end(self) -> "PlaygroundPage":
        """Have the app at the end of its first run, with all of it shown: opened anew, or as a test has left it."""
        if not self._is_still(END):
            if not self._is_still(BEGINNING):
                self.open().wait_until_finished()
            self.go_to_the_end()
            self._untouched.note(END)
        return self

    def open_document(self, document: Document) -> "PlaygroundPage":
        """Have the app as the link of a document opens it, all of it trained: opened anew, or as a test has left it."""
        link = document.to_link()
        if not self._is_still(link):
            self.open(f"#document={link}").wait_until_finished()
            self._untouched.note(link)
        return self

    def _is_still(self, state: str) -> bool:
        """Return whether the app is as it was noted in a state, or can be put back to it without a trace."""
        if not self._untouched.may_be(state):
            return False
        self.page.keyboard.press("Escape")
        if state == END:
            self.go_to_the_end()
        elif state == BEGINNING and self.epoch > 0:
            self.slider.press("Home")
            self.expect_epoch(0)
        self.page.evaluate(PUT_BACK, TRAINING_ROWS)
        return self._untouched.is_still(state)

    def open_example_at_the_end(self, title: str) -> "PlaygroundPage":
        """Open another item of the list, which opens at its beginning, and go to its end."""
        with self.another_run():
            self.choose_from("Open", title)
        return self.go_to_the_end()

    def go_to_the_end(self) -> "PlaygroundPage":
        """Go to the last epoch of the run, and wait until all of it is shown."""
        end = self.slider.get_attribute("max")
        self.slider.press("End")
        self.slider.blur()
        self.expect_epoch(int(end))
        return self.wait_until_finished()

    def expect_epoch(self, epoch: int) -> None:
        """Wait until an epoch is on the screen, exactly as it was computed."""
        # `expect` lists the whole page as a screen reader has it whenever it looks in vain: 18 s of a page with 2,000 rows.
        try:
            self.page.wait_for_function(IS_SHOWN, arg=str(epoch), timeout=1000 * self.patience)
        except TimeoutError as error:
            shown = self.player.evaluate("({ dataset }) => JSON.stringify(dataset)")
            raise AssertionError(
                f"Epoch {epoch} did not come to the screen exactly; the player says {shown}."
            ) from error

    def wait_until_paused(self) -> None:
        """Wait until the play-head stands, and no other epoch will come to the screen."""
        expect(self.button("Play")).to_be_visible()
        expect(self.player).to_have_attribute("data-exact", "true")

    def wait_for_epoch(self, least: int) -> None:
        """Wait until at least this epoch is on the screen."""
        self.page.wait_for_function(
            "least => Number(document.querySelector('.player')?.dataset.epoch) >= least", arg=least
        )

    def expect_another_run(self, number: int) -> None:
        """Wait until another run than this one is on the screen."""
        expect(self.player).not_to_have_attribute("data-run", str(number))

    @contextmanager
    def another_run(self) -> Iterator[None]:
        """Wait, after what is done inside, until the run that it causes is on the screen, and trained to its end.

        When the script has ended the player still shows the run before, which is trained to its end, too.
        """
        before = self.run
        yield
        self.expect_another_run(before)
        self.wait_until_finished()

    @property
    def run(self) -> int:
        """The number of the run on the screen."""
        return int(self.player.get_attribute("data-run"))

    def answers(self, caption: str = TRAINING_ROWS) -> Locator:
        """Return the lines of the answers strip, also while another tab is chosen."""
        return self.page.locator(f'[role="list"][aria-label="{caption}"] > li')

    def outputs(self, caption: str = TRAINING_ROWS) -> Locator:
        """Return the outputs in the answers strip, with the one before where it differs."""
        return self.answers(caption).locator(".rows-output")

    def verdicts(self, caption: str = TRAINING_ROWS) -> Locator:
        """Return whether each line of the answers strip is right, wrong or undecided, in words."""
        return self.answers(caption).locator(".rows-word")

    def counts(self, caption: str) -> Locator:
        """Unfold "Training counts" or "Test counts" under the answers, and return them."""
        counts = self.page.get_by_role("group", name=caption, exact=True)
        summary = self.player.locator(f".rows-of-{'train' if caption.startswith('Training') else 'test'} .rows-summary")
        # Asked in one go: while the page is drawn anew neither is there. Where there is room they are never folded.
        if summary.evaluate("summary => !summary.disabled && !summary.classList.contains('is-open')"):
            summary.click()
        return counts

    def weights(self) -> list[str]:
        """Return the weights and biases as the table beside the network has them."""
        return self.player.locator(".panel-network table tbody td:last-child").all_text_contents()

    def choose_from(self, name: str, option: str) -> None:
        """Choose another option of a list in the sidebar, and wait for the run it causes."""
        with self.finished_run():
            self.pick(name, option)

    def pick(self, name: str, option: str) -> None:
        """Choose another option of a list in the sidebar, and wait for nothing."""
        field = self.page.get_by_role("combobox", name=name, exact=True)
        wanted = self.page.get_by_role("option", name=option, exact=True)
        deadline = time.monotonic() + self.patience
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

    def guess(self, row: int) -> Locator:
        """Return the button that guesses a row; its name may go on with the row's cells."""
        return self.page.get_by_role("button", name=re.compile(rf"^Guess row {row}\b"))

    def select(self, name: str, option: str) -> None:
        """Choose another option of one of the player's own lists."""
        self.player.get_by_label(name, exact=True).select_option(label=option)

    def switch(self, name: str) -> None:
        """Turn a switch on if it is off, off if it is on, and wait for the run it causes."""
        with self.finished_run():
            # Streamlit hides the input itself; its label is what people click.
            self.page.get_by_role("switch", name=name, exact=True).locator("xpath=ancestor::label").click()

    def wait_for_chart(self, chart: str, condition: str) -> None:
        """Wait until the chart "loss" or "weights", Plotly's `plot`, meets a condition such as "plot.data.length > 3"."""
        find = f"const plot = document.querySelector('.panel-{chart} .js-plotly-plot')"
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
