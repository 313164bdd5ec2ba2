"""What an editor says was changed in its table, as it comes from the browser: read, and put into the table at once.

Streamlit itself appends added rows one by one, every time the page is drawn: a thousand take seconds. So the rows of a paste
are taken into the editor's own table, and a new editor is given them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

ROWS_OF_A_PASTE = 10
"""Rows added at once from which on they are a paste; somebody who types adds one at a time, and must not lose the place."""

MOST_ADDED_ROWS = 100
"""Rows that may stay added ones: with more of them the next few that are pasted are taken in too."""

MOST_EDITED_ROWS = 100
"""Rows changed at once, by a paste over them, from which on they are taken in."""

Cells = Mapping[str, str | None]

_HIDDEN_INDEX = "_index"


@dataclass(frozen=True)
class EditorChanges:
    """What was changed in an editor since it was given its table.

    Attributes
    ----------
    edited : mapping of int to cells
        By the place of the row, the first being 0; cells by the name of their column, None being empty.
    deleted : frozenset of int
        The places of rows that are gone.
    added : tuple of cells
        Rows at the end, in their order.
    """

    edited: Mapping[int, Cells]
    deleted: frozenset[int]
    added: tuple[Cells, ...]

    def is_paste_since(self, before: EditorChanges) -> bool:
        """Whether so much was changed since then that the table should be given it.

        Examples
        --------
        >>> rows = tuple({"a": "1"} for _ in range(1000))
        >>> EditorChanges({}, frozenset(), rows).is_paste_since(NO_CHANGES)
        True
        >>> EditorChanges({}, frozenset(), rows[:40]).is_paste_since(EditorChanges({}, frozenset(), rows[:39]))
        False
        """
        added = len(self.added) - len(before.added)
        edited = len(self.edited) - len(before.edited)
        too_many = added > 1 and len(self.added) > MOST_ADDED_ROWS
        return too_many or added >= ROWS_OF_A_PASTE or edited >= MOST_EDITED_ROWS


NO_CHANGES = EditorChanges({}, frozenset(), ())


def read_changes(given: Any, rows: int, columns: Sequence[str]) -> EditorChanges | None:
    """Return what an editor says was changed, or None if it does not fit the table: anything may come from outside.

    Parameters
    ----------
    given : object
        As Streamlit keeps it; None if the editor has not said anything yet.
    rows : int
        How many rows the editor was given.
    columns : sequence of str
        What their columns are called.

    Examples
    --------
    >>> given = {"edited_rows": {"0": {"a": "5"}}, "added_rows": [{"b": "2"}], "deleted_rows": [1]}
    >>> read_changes(given, 2, ["a", "b"])
    EditorChanges(edited={0: {'a': '5'}}, deleted=frozenset({1}), added=({'b': '2'},))
    >>> read_changes({**given, "deleted_rows": [7]}, 2, ["a", "b"]) is None
    True
    """
    if given is None:
        return NO_CHANGES
    if not isinstance(given, Mapping):
        return None
    edited, added, deleted = given.get("edited_rows", {}), given.get("added_rows", []), given.get("deleted_rows", [])
    if not isinstance(edited, Mapping) or not isinstance(added, list) or not isinstance(deleted, list):
        return None
    places = [str(place) for place in (*edited, *deleted)]
    # The length first: Python refuses to read a number of thousands of digits.
    fits = all(len(place) <= len(str(rows)) and place.isdecimal() and int(place) < rows for place in places)
    known = frozenset((*columns, _HIDDEN_INDEX))
    if not fits or not all(_are_cells(cells, known) for cells in (*edited.values(), *added)):
        return None
    return EditorChanges(
        {int(str(place)): _texts(cells) for place, cells in edited.items()},
        frozenset(int(place) for place in deleted),
        tuple(_texts(cells) for cells in added),
    )


def with_changes(table: pd.DataFrame, changes: EditorChanges) -> pd.DataFrame:
    """Return a table of texts with what was changed in its editor.

    Examples
    --------
    >>> table = pd.DataFrame([["0", "1"], ["1", "0"]], columns=["a", "b"])
    >>> with_changes(table, EditorChanges({1: {"b": "7"}}, frozenset({0}), ({"a": "2"},))).values.tolist()
    [['1', '7'], ['2', None]]
    """
    columns = [str(name) for name in table.columns]
    rows = [dict(zip(columns, row, strict=True)) for row in table.itertuples(index=False, name=None)]
    for place, cells in changes.edited.items():
        rows[place].update(cells)
    kept = [row for place, row in enumerate(rows) if place not in changes.deleted]
    listed = [[row.get(name) for name in columns] for row in (*kept, *changes.added)]
    return pd.DataFrame(listed, columns=columns, dtype=object)


def _are_cells(given: Any, columns: frozenset[str]) -> bool:
    return isinstance(given, Mapping) and all(
        name in columns and (value is None or isinstance(value, str | int | float)) for name, value in given.items()
    )


def _texts(cells: Mapping[str, Any]) -> Cells:
    return {name: None if value is None else str(value) for name, value in cells.items() if name != _HIDDEN_INDEX}
