"""The page as its user sees it: tables, number fields, choices and buttons, found by the names on the screen.

Nothing here waits for time to pass. The server tells the page when a run of the script has ended, and this is what is
waited for: a run can be too short for the page to ever show that it is running.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page, expect

from .finished_runs import FinishedRuns, RunCounts

IDLE = """
() => {
  const app = document.querySelector('[data-testid="stApp"]')?.dataset;
  const loading = document.querySelector('[data-testid="stSkeleton"]');
  return app?.testConnectionState === "CONNECTED" && app.testScriptState === "notRunning" && !loading;
}
"""
NEXT_FRAME = "() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))"


class AppPage:
    """The app in one browser tab.

    Parameters
    ----------
    page : Page
        A fresh Playwright page; the expectations of a test may use it directly as `app.page`.
    address : str
        Where the app is served, without a slash at the end.
    patience : float
        How many seconds a run of the script may take before waiting for it is a failure.
    runs : FinishedRuns, optional
        What counts the runs of the script, where the tab may be open already.
    """

    def __init__(self, page: Page, address: str, patience: float = 30.0, runs: FinishedRuns | None = None):
        self.page = page
        self.address = address
        self.patience = patience
        self._runs = runs or FinishedRuns(page)

    @property
    def finished_runs(self) -> int:
        """How many runs of the script have finished in this tab."""
        return self._runs.counts.ended

    def open(self, query: str = "") -> "AppPage":
        """Open the app, with a query such as `?seed=3`, and wait until its script has finished."""
        before = self._runs.counts
        self.page.goto(f"{self.address}/{query}")
        return self._wait_for_run_after(before)

    @contextmanager
    def finished_run(self) -> Iterator[None]:
        """Wait, after what is done inside, until the run of the script that it causes has finished."""
        self.wait_until_idle()
        before = self._runs.counts
        yield
        self._wait_for_run_after(before)

    def wait_until_idle(self) -> "AppPage":
        """Wait until the page shows that no script is running."""
        self.page.wait_for_function(IDLE, timeout=1000 * self.patience)
        return self

    def _wait_for_run_after(self, before: RunCounts) -> "AppPage":
        deadline = time.monotonic() + self.patience
        while not self._runs.counts.follow(before):
            assert time.monotonic() < deadline, f"No run of the script finished within {self.patience:g} s."
            self.page.evaluate(NEXT_FRAME)  # Playwright hands over messages only while it is asked something
        self.page.evaluate(NEXT_FRAME)  # the page may still have to take the last message in
        return self.wait_until_idle()

    def heading(self, name: str) -> Locator:
        """Return the heading with exactly this name."""
        return self.page.get_by_role("heading", name=name, exact=True)

    def table(self, heading: str) -> "Table":
        """Return the table of a tab, or the one that follows a heading."""
        tab = self.page.get_by_role("tab", name=heading, exact=True)
        # Asked of whichever is there: while the page is drawn anew neither is.
        if tab.or_(self.heading(heading)).first.get_attribute("role") == "tab":
            tab.click()
            return Table(
                self, self.page.get_by_role("tabpanel", name=heading, exact=True).get_by_test_id("stDataFrame")
            )
        return Table(self, self.heading(heading).locator("xpath=following::*[@data-testid='stDataFrame'][1]"))

    def number(self, name: str) -> Locator:
        """Return the field for a number, a spin button or a text box, with exactly this name."""
        spin_button = self.page.get_by_role("spinbutton", name=name, exact=True)
        return spin_button.or_(self.page.get_by_role("textbox", name=name, exact=True))

    def set_number(self, name: str, value: float | str) -> None:
        """Type a number that differs from the present one, press Enter, and wait for the run it causes."""
        with self.finished_run():
            self.number(name).fill(str(value))
            self.number(name).press("Enter")

    def choice(self, group: str, name: str) -> Locator:
        """Return a radio button by its group and its name."""
        return self.page.get_by_role("radiogroup", name=group, exact=True).get_by_role("radio", name=name, exact=True)

    def choose(self, group: str, name: str) -> None:
        """Choose another radio button of a group, and wait for the run it causes."""
        with self.finished_run():
            # Streamlit hides the input itself; its label is what people click.
            self.choice(group, name).locator("xpath=ancestor::label").click()
        expect(self.choice(group, name)).to_be_checked()

    def button(self, name: str) -> Locator:
        """Return the button with exactly this name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def press(self, name: str) -> None:
        """Press a button, and wait for the run it causes. To act during the run, click `button(name)` instead."""
        with self.finished_run():
            self.button(name).click()


class Table:
    """A `st.data_editor`: it draws on a canvas, and keeps a table of the same cells for screen readers inside it.

    Rows count from 0, without the line of column names; columns go by their name. What is changed is changed with
    the keyboard, because the cells people see have no place in the document.
    """

    def __init__(self, app: AppPage, frame: Locator):
        self.app = app
        self.frame = frame

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        expect(self.frame.locator("th").first).to_be_attached()
        return self.frame.locator("th").all_text_contents()

    @property
    def rows(self) -> Locator:
        """The rows in view: `expect(table.rows).to_have_count(4)`."""
        return self.frame.locator("tbody tr")

    def cell(self, row: int, column: str) -> Locator:
        """Return a cell: `expect(table.cell(0, "output")).to_have_text("1")`. It has no size, only a text."""
        return self.rows.nth(row).locator("td").nth(self._place_of(column))

    def select(self, row: int, column: str) -> None:
        """Move the selection of the table to a cell."""
        self.frame.hover()  # a table forgets its selection when the mouse is elsewhere
        self.frame.get_by_test_id("data-grid-canvas").focus()  # selects the first cell if nothing is selected
        self._press("ControlOrMeta+Home")
        self._press("ArrowDown", row)
        self._press("ArrowRight", self._place_of(column))
        expect(self.cell(row, column)).to_have_attribute("aria-selected", "true")

    def edit(self, row: int, column: str, text: str) -> None:
        """Replace the text of a cell by another one, and wait for the run it causes."""
        editor = self.app.page.locator(".gdg-input")
        with self.app.finished_run():
            self.select(row, column)
            self._press("Enter")
            editor.fill(text)
            editor.press("Enter")
        expect(editor).to_have_count(0)

    def paste(self, row: int, column: str, text: str) -> None:
        """Paste lines of tab-separated cells, as a spreadsheet copies them, and wait for the run it causes."""
        with self.app.finished_run():
            self.app.page.evaluate("text => navigator.clipboard.writeText(text)", text)
            self.select(row, column)
            self._press("ControlOrMeta+v")

    def add_row(self) -> None:
        """Add an empty row at the end, and wait for the run it causes."""
        self._press_in_toolbar("Add row")

    def delete_row(self, row: int) -> None:
        """Delete a row, and wait for the run it causes."""
        self.select(row, self.columns[0])
        self._press("Shift+Space")
        self._press_in_toolbar("Delete row(s)")

    def _place_of(self, column: str) -> int:
        # Asked at once: a table that has just been replaced by another one has no columns for a moment.
        head = self.frame.get_by_text(column, exact=True).and_(self.frame.locator("th"))
        place: int = head.evaluate("head => [...head.parentElement.children].indexOf(head)")
        return place

    def _press(self, key: str, times: int = 1) -> None:
        for _ in range(times):
            self.app.page.keyboard.press(key)

    def _press_in_toolbar(self, name: str) -> None:
        with self.app.finished_run():
            self.frame.hover()  # the toolbar shows only then
            self.frame.get_by_role("button", name=name, exact=True).click()
