"""The page without a browser: Streamlit's own test client, and what is read from it and done to it."""

import json
import re
import time
from html import unescape
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

APP = Path(__file__).parents[2] / "playground" / "app.py"


class OpenedPage:
    """The app, opened; every change runs its script once.

    Without a browser nobody draws the charts and asks for the next step of a run: `finish` does.

    Parameters
    ----------
    patience : float
        How many seconds one run of the script, or the run on the screen, may take before waiting for it is a failure.
    """

    def __init__(self, patience: float = 120.0):
        self.patience = patience
        self.client = AppTest.from_file(str(APP), default_timeout=patience).run()
        self._typed: dict[str, dict[int, dict[str, str]]] = {}
        self._added: dict[str, list[dict[str, str]]] = {}
        self._deleted: dict[str, list[int]] = {}

    def finish(self) -> "OpenedPage":
        """Let the run on the screen go on until it has ended."""
        deadline = time.monotonic() + self.patience
        while "Stop" in self.buttons:
            assert time.monotonic() < deadline, f"The run did not end within {self.patience:g} s: {self.status}"
            self.client.run()
        return self

    def press(self, name: str) -> "OpenedPage":
        """Press a button."""
        next(button for button in self.client.button if button.label == name).click().run()
        return self

    def set_number(self, name: str, value: float | None) -> "OpenedPage":
        """Write into a number field."""
        next(field for field in self.client.number_input if field.label == name).set_value(value).run()
        return self

    def number(self, name: str) -> float | None:
        """Return what stands in a number field."""
        return next(field.value for field in self.client.number_input if field.label == name)

    def choose(self, name: str, option: str) -> "OpenedPage":
        """Choose an option of a list or of radio buttons."""
        fields = [*self.client.selectbox, *self.client.radio]
        next(field for field in fields if field.label == name).set_value(option).run()
        return self

    def switch(self, name: str, on: bool) -> "OpenedPage":
        """Turn a switch on or off."""
        next(switch for switch in self.client.toggle if switch.label == name).set_value(on).run()
        return self

    def type(self, table: str, row: int, column: str, text: str) -> "OpenedPage":
        """Type into a cell of the table "training", "test" or "situation"; rows count from 0."""
        self._typed.setdefault(table, {}).setdefault(row, {})[column] = text
        return self._send(table)

    def add_row(self, table: str, cells: dict[str, str]) -> "OpenedPage":
        """Add a row at the end of a table."""
        self._added.setdefault(table, []).append(cells)
        return self._send(table)

    def delete_row(self, table: str, row: int) -> "OpenedPage":
        """Delete one of the rows that were there when the table was opened."""
        self._deleted.setdefault(table, []).append(row)
        return self._send(table)

    def _send(self, table: str) -> "OpenedPage":
        key = next(editor.key for editor in self.client.dataframe if editor.key.startswith(f"{table}_"))
        self.client.session_state[key] = {
            "edited_rows": self._typed.get(table, {}),
            "added_rows": self._added.get(table, []),
            "deleted_rows": self._deleted.get(table, []),
        }
        self.client.run()
        return self

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
        return [re.sub(r"\\(.)", r"\1", part.value).removeprefix(":red[").removesuffix("]") for part in self.client.markdown]

    @property
    def situation(self) -> str:
        """The answer to the new situation."""
        return " ".join(self._parts("situation"))

    @property
    def counts(self) -> list[str]:
        """The lines about right and wrong answers."""
        return [_text(line) for part in self._bodies("counts") for line in re.findall(r"<p.*?</p>", part)]

    def answers(self, caption: str) -> list[str]:
        """Return the lines of a table of answers: row, target, what was answered before and is now, right or wrong."""
        tables = "".join(self._bodies("answers"))
        found = re.search(rf"<caption>{caption}</caption>.*?<tbody>(.*?)</tbody>", tables, re.DOTALL)
        return [_text(line) for line in re.findall(r"<tr.*?</tr>", found[1])] if found else []

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
    spoken = re.sub(r'<span[^>]*aria-hidden="true">.*?</span>', "", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", spoken)).split())
