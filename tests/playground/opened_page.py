"""The page without a browser: Streamlit's own test client, and what is read from it and done to it."""

import json
import re
import time
from html import unescape
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from ..page_texts import TRAINING_ROWS

APP = Path(__file__).parents[2] / "playground" / "app.py"


class OpenedPage:
    """The app, opened; every change runs its script once, and an exception on the screen is a failure.

    Without a browser nobody draws the charts and asks for the next step of a run: `step` and `finish` do.

    Parameters
    ----------
    patience : float
        How many seconds one run of the script, or the run on the screen, may take before waiting for it is a failure.
    """

    def __init__(self, patience: float = 120.0):
        self.patience = patience
        self.client = AppTest.from_file(str(APP), default_timeout=patience)
        self._changes: dict[str, dict[str, Any]] = {}
        self.step()

    def step(self) -> "OpenedPage":
        """Run the script once more: a run that goes on is trained another slice."""
        self.client.run()
        assert not self.client.exception, [part.message for part in self.client.exception]
        return self

    def finish(self) -> "OpenedPage":
        """Let the run on the screen go on until it has ended."""
        deadline = time.monotonic() + self.patience
        while "Stop" in self.buttons:
            assert time.monotonic() < deadline, f"The run did not end within {self.patience:g} s: {self.status}"
            self.step()
        return self

    def press(self, name: str) -> "OpenedPage":
        """Press a button."""
        next(button for button in self.client.button if button.label == name).click()
        return self.step()

    def set_number(self, name: str, value: float | None) -> "OpenedPage":
        """Write into a number field."""
        next(field for field in self.client.number_input if field.label == name).set_value(value)
        return self.step()

    def number(self, name: str) -> float | None:
        """Return what stands in a number field."""
        return next(field.value for field in self.client.number_input if field.label == name)

    def choose(self, name: str, option: str) -> "OpenedPage":
        """Choose an option of a list or of radio buttons."""
        fields = [*self.client.selectbox, *self.client.radio]
        next(field for field in fields if field.label == name).set_value(option)
        return self.step()

    def switch(self, name: str, on: bool) -> "OpenedPage":
        """Turn a switch on or off."""
        next(switch for switch in self.client.toggle if switch.label == name).set_value(on)
        return self.step()

    def type(self, table: str, row: int, column: str, text: str) -> "OpenedPage":
        """Type into a cell of the table "training", "test" or "situation"; rows count from 0."""
        key, changes = self._changes_of(table)
        changes["edited_rows"].setdefault(row, {})[column] = text
        return self._send(key)

    def add_row(self, table: str, cells: dict[str, str]) -> "OpenedPage":
        """Add a row at the end of a table."""
        key, changes = self._changes_of(table)
        changes["added_rows"].append(cells)
        return self._send(key)

    def delete_row(self, table: str, row: int) -> "OpenedPage":
        """Delete one of the rows that were there when the table was opened."""
        key, changes = self._changes_of(table)
        changes["deleted_rows"].append(row)
        return self._send(key)

    def _changes_of(self, table: str) -> tuple[str, dict[str, Any]]:
        # Opening something else gives a table another key, and nothing is changed in it yet.
        key = next(editor.key for editor in self.client.dataframe if editor.key.startswith(f"{table}_"))
        return key, self._changes.setdefault(key, {"edited_rows": {}, "added_rows": [], "deleted_rows": []})

    def _send(self, key: str) -> "OpenedPage":
        self.client.session_state[key] = self._changes[key]
        return self.step()

    @property
    def buttons(self) -> dict[str, bool]:
        """The names of the buttons, and whether each can be pressed."""
        return {button.label: not button.disabled for button in self.client.button}

    @property
    def headings(self) -> list[str]:
        """The headings of the page's parts."""
        return [heading.value for heading in self.client.subheader]

    @property
    def status(self) -> str:
        """The line that says where the run stands."""
        return str(self.client.get("progress")[0].proto.text)

    @property
    def notes(self) -> list[str]:
        """The sentences above the results: what they do not belong to, and what is unwise."""
        return self._parts("note")

    @property
    def problems(self) -> list[str]:
        """The sentences under the tables, without the marks that keep Markdown from changing them."""
        return [
            re.sub(r"\\(.)", r"\1", part.value).removeprefix(":red[").removesuffix("]") for part in self.client.markdown
        ]

    @property
    def situation(self) -> str:
        """The answer to the new situation."""
        return " ".join(self._parts("situation"))

    def counts(self, table: str = "Training") -> list[str]:
        """Return the two lines about right and wrong answers to the "Training" or the "Test" rows."""
        bodies = [body for body in self._bodies("counts") if f'aria-label="{table} counts"' in body]
        return [_text(line) for body in bodies for line in re.findall(r"<p.*?</p>", body)]

    def answers(self, caption: str) -> list[list[str]]:
        """Return the lines of a table of answers: row, target, output with the one before, and "right" or "wrong"."""
        tables = "".join(self._bodies("answers"))
        found = re.search(rf"<caption[^>]*>{caption}</caption>.*?<tbody>(.*?)</tbody>", tables, re.DOTALL)
        lines = re.findall(r"<tr.*?</tr>", found[1]) if found else []
        return [[_text(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", line)] for line in lines]

    def outputs(self, caption: str = TRAINING_ROWS) -> list[str]:
        """Return the newest output of each line of a table of answers."""
        return [line[2].split(" → ")[-1] for line in self.answers(caption)]

    def verdicts(self, caption: str = TRAINING_ROWS) -> list[str]:
        """Return whether each line of a table of answers is right or wrong; empty where there are no classes."""
        return [line[3] for line in self.answers(caption)]

    def chart(self, name: str) -> dict[str, Any]:
        """Return the figure of the chart "loss" or "weights" as Plotly gets it."""
        parts = {part.key: part for part in self.client.get("bidi_component")}
        figure: dict[str, Any] = json.loads(parts[f"{name}_chart"].proto.json)["figure"]
        return figure

    def lines(self, name: str) -> list[str]:
        """Return the names of the lines in a chart."""
        return [line["name"] for line in self.chart(name)["data"]]

    def _parts(self, kind: str) -> list[str]:
        return [_text(body) for body in self._bodies(kind)]

    def _bodies(self, kind: str) -> list[str]:
        bodies = [part.proto.body for part in self.client.get("html")]
        return [body for body in bodies if body.startswith(f'<div class="{kind}"')]


def _text(html: str) -> str:
    """Return what a screen reader says of HTML."""
    spoken = re.sub(r'<span[^>]*aria-hidden="true">.*?</span>', "", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", spoken)).split()).replace(" ,", ",")
