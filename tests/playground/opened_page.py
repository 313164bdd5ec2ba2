"""The page without a browser: Streamlit's own test client, and what is done to it."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

APP = Path(__file__).parents[2] / "playground" / "app.py"


class OpenedPage:
    """The app, opened; every change runs its script once, and an exception on the screen is a failure.

    Parameters
    ----------
    patience : float
        How many seconds one run of the script, or the run on the screen, may take before waiting for it is a failure.
    query : mapping of str to str, optional
        What stands behind the "?" of its address.
    """

    def __init__(self, patience: float = 120.0, query: Mapping[str, str] | None = None):
        self.patience = patience
        self.client = AppTest.from_file(str(APP), default_timeout=patience)
        self.client.session_state["more"] = (
            True  # the settings that are folded at first are drawn only as long as they are not
        )
        self._changes: dict[str, dict[str, Any]] = {}
        for name, text in (query or {}).items():
            self.client.query_params[name] = text
        self.step()

    def step(self):
        """Run the script once more."""
        self.client.run()
        assert not self.client.exception, [part.message for part in self.client.exception]
        return self

    def press(self, name: str):
        """Press a button."""
        next(button for button in self.client.button if button.label == name).click()
        return self.step()

    def set_number(self, name: str, value: float | str | None):
        """Write into a field for a number."""
        self._field(name).set_value("" if value is None else str(value))
        return self.step()

    def number(self, name: str) -> float | None:
        """Return the number that stands in a field, None if it is empty."""
        text = self.field_text(name)
        return float(text) if text else None

    def field_text(self, name: str) -> str:
        """Return what stands in a field, as it was typed."""
        return self._field(name).value

    def _field(self, name: str):
        return next(field for field in self.client.text_input if field.label == name)

    @property
    def fields(self) -> list[str]:
        """The names of the fields for numbers."""
        return [field.label for field in self.client.text_input]

    def choose(self, name: str, option: str):
        """Choose an option of a list or of radio buttons."""
        fields = [*self.client.selectbox, *self.client.radio]
        next(field for field in fields if field.label == name).set_value(option)
        return self.step()

    def forge(self, name: str, option: str):
        """Choose what no list offers, as only a forged message can."""
        field = next(field for field in self.client.selectbox if field.label == name)
        field.options.append(option)
        field.set_value(option)
        return self.step()

    def switch(self, name: str, on: bool):
        """Turn a switch on or off."""
        next(switch for switch in self.client.toggle if switch.label == name).set_value(on)
        return self.step()

    def type(self, table: str, row: int, column: str, text: str):
        """Type into a cell of the table "training", "test" or "situation"; rows count from 0."""
        key, changes = self._changes_of(table)
        changes["edited_rows"].setdefault(row, {})[column] = text
        return self._send(key)

    def add_row(self, table: str, cells: dict[str, str]):
        """Add a row at the end of a table."""
        key, changes = self._changes_of(table)
        changes["added_rows"].append(cells)
        return self._send(key)

    def add_rows(self, table: str, rows: list[dict[str, str]]):
        """Add many rows at the end of a table, as a paste does."""
        key, changes = self._changes_of(table)
        changes["added_rows"].extend(rows)
        return self._send(key)

    def send(self, table: str, changes: Any):
        """Let the editor of a table say anything at all."""
        self.client.session_state[self.editor(table)] = changes
        return self.step()

    def editor(self, table: str) -> str:
        """Return the key of a table's editor."""
        return next(editor.key for editor in self.client.dataframe if editor.key.startswith(f"{table}_"))

    def delete_row(self, table: str, row: int):
        """Delete one of the rows that were there when the table was opened."""
        key, changes = self._changes_of(table)
        changes["deleted_rows"].append(row)
        return self._send(key)

    def _changes_of(self, table: str) -> tuple[str, dict[str, Any]]:
        # Opening something else gives a table another key, and nothing is changed in it yet.
        key = self.editor(table)
        return key, self._changes.setdefault(key, {"edited_rows": {}, "added_rows": [], "deleted_rows": []})

    def _send(self, key: str):
        self.client.session_state[key] = self._changes[key]
        return self.step()

    def cells(self, table: str) -> list[list[str]]:
        """Return the texts of the table "training", "test" or "situation", as they stand in its editor."""
        key = self.editor(table)
        return next(editor.value for editor in self.client.dataframe if editor.key == key).values.tolist()

    @property
    def buttons(self) -> dict[str, bool]:
        """The names of the buttons, and whether each can be pressed."""
        return {button.label: not button.disabled for button in self.client.button}

    @property
    def headings(self) -> list[str]:
        """The headings of the page's parts."""
        return [heading.value for heading in self.client.subheader]

    @property
    def problems(self) -> list[str]:
        """The sentences under the tables, without the marks that keep Markdown from changing them."""
        return [
            re.sub(r"\\(.)", r"\1", part.value).removeprefix(":red[").removesuffix("]") for part in self.client.markdown
        ]
