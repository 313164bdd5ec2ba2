import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.tables.edited_table import EditedTable
from playground.tables.editor_changes import NO_CHANGES, EditorChanges, read_changes, with_changes

COLUMNS = ["a", "b"]


def typed(rows, columns):
    return pd.DataFrame([[str(cell) for cell in row] for row in rows], columns=columns, dtype=object)


NOTHING = {"edited_rows": {}, "added_rows": [], "deleted_rows": []}


class Editor:
    """A table of two rows, with an editor that says what was changed in it."""

    def __init__(self):
        self.table = EditedTable(typed([[0, 1], [1, 0]], COLUMNS), 1)

    def says(self, **changes):
        """Let the editor say what was changed, and return the key of the editor that is drawn."""
        self.table.follow({**NOTHING, **changes}, lambda: self.table.key + 1)
        return self.table.key


def lines(count: int) -> list[dict[str, str]]:
    return [{"a": str(number), "b": "1"} for number in range(count)]


def test_a_row_that_is_typed_stays_with_its_editor():
    editor = Editor()

    keys = [editor.says(added_rows=lines(count)) for count in range(1, 15)]

    assert set(keys) == {1}
    assert editor.table.base.values.tolist() == [["0", "1"], ["1", "0"]]


def test_after_a_paste_the_rows_belong_to_the_table_with_all_that_was_changed_before():
    editor = Editor()
    editor.says(edited_rows={"1": {"b": "7"}}, deleted_rows=[0])

    key = editor.says(edited_rows={"1": {"b": "7"}}, deleted_rows=[0], added_rows=[{"a": "half"}, *lines(1000)])

    assert key == 2
    assert editor.table.base.values.tolist()[:3] == [["1", "7"], ["half", None], ["0", "1"]]
    assert len(editor.table.base) == 1002
    # One row is left of those that were there: what was added behind it may still be unfinished.
    assert editor.table.complete_rows == 1
    assert editor.says() == 2


def test_what_an_editor_says_is_seen_before_it_is_drawn_and_the_editor_stays():
    table = Editor().table

    assert table.see({**NOTHING, "edited_rows": {"1": {"b": "7"}}}) is False
    assert table.typed.values.tolist() == [["0", "1"], ["1", "7"]]
    assert table.see({**NOTHING, "edited_rows": {"1": {"b": "7"}}, "deleted_rows": [0]}) is True
    assert table.typed.values.tolist() == [["1", "7"]]
    assert (table.is_old, table.key, table.complete_rows) == (False, 1, 1)


def test_many_small_pastes_are_taken_in_as_well():
    editor = Editor()

    keys = [editor.says(added_rows=lines(count)) for count in range(5, 130, 5)]

    assert keys[:20] == [1] * 20
    assert keys[20] == 2


def test_a_paste_over_many_rows_is_taken_in():
    editor = Editor()
    editor.says(added_rows=lines(200))
    edited = {str(place): {"a": "5"} for place in range(200)}

    assert editor.says(edited_rows=edited) == 3
    assert set(editor.table.base["a"][:200]) == {"5"}


@pytest.mark.parametrize(
    "given",
    [
        "hello",
        [],
        {**NOTHING, "edited_rows": {"2": {"a": "1"}}},
        {**NOTHING, "edited_rows": {"-1": {"a": "1"}}},
        {**NOTHING, "edited_rows": {"x": {"a": "1"}}},
        {**NOTHING, "edited_rows": {"0": {"c": "1"}}},
        {**NOTHING, "edited_rows": {"0": "1"}},
        {**NOTHING, "edited_rows": []},
        {**NOTHING, "added_rows": [{"c": "1"}]},
        {**NOTHING, "added_rows": [["1"]]},
        {**NOTHING, "added_rows": [{"a": {"b": 1}}]},
        {**NOTHING, "added_rows": {"a": "1"}},
        {**NOTHING, "deleted_rows": [2]},
        {**NOTHING, "deleted_rows": ["x"]},
        {**NOTHING, "deleted_rows": ["9" * 5000]},
        {**NOTHING, "edited_rows": {"9" * 5000: {"a": "1"}}},
        {**NOTHING, "deleted_rows": [[0]]},
        {**NOTHING, "deleted_rows": 1},
    ],
)
def test_what_fits_no_editor_of_the_table_is_forgotten_and_what_was_typed_stays(given):
    table = EditedTable(typed([[0, 1], [1, 0]], COLUMNS), 1)
    table.typed = typed([[0, 5], [1, 0]], COLUMNS)

    table.follow(given, lambda: 2)

    assert (table.key, table.base.values.tolist()) == (2, [["0", "5"], ["1", "0"]])


def test_an_editor_that_has_said_nothing_has_changed_nothing():
    assert read_changes(None, 2, COLUMNS) == NO_CHANGES


def test_the_hidden_index_of_an_added_row_is_no_column():
    assert read_changes({"added_rows": [{"_index": None, "a": "1"}]}, 2, COLUMNS).added == ({"a": "1"},)


texts = st.none() | st.sampled_from(["", "0,5", "1"])
cells = st.dictionaries(st.sampled_from(COLUMNS), texts)


@given(
    st.dictionaries(st.integers(0, 3), cells),
    st.frozensets(st.integers(0, 3)),
    st.lists(cells, max_size=3).map(tuple),
)
def test_changes_are_put_in_as_pandas_would_one_by_one(edited, deleted, added):
    table = typed([[number, number] for number in range(4)], COLUMNS)
    expected = table.copy()
    for place, row in edited.items():
        for name, text in row.items():
            expected.iat[place, COLUMNS.index(name)] = text
    expected = expected.drop(index=list(deleted))
    rows = [*expected.values.tolist(), *([row.get(name) for name in COLUMNS] for row in added)]

    found = with_changes(table, EditorChanges(edited, deleted, added))

    assert found.values.tolist() == rows
    assert found.columns.tolist() == COLUMNS
    assert found.index.equals(pd.RangeIndex(len(rows)))
