"""Columns live in the document: names, roles, words in their order, and what stands in ignored ones come back exactly."""

import json
from dataclasses import replace

import pandas as pd
import pytest

import nncore
from playground.document import Document, DocumentError
from playground.document.typed_table import TypedTable
from playground.document.undo_entry import UndoEntry
from playground.document.undo_history import UndoHistory
from playground.gallery import gallery
from playground.tables.column import Column
from playground.tables.table_dataset import read_dataset

COLUMNS = (
    Column("no. <b>", "ignored"),
    Column("species", "target", ("virginica", "setosa", "rose")),
    Column("*sepal*", "input"),
    Column("colour", "input", ("red", "blue")),
)
ROWS = [["a", "setosa", "1.5", "blue"], ["", "rose", "2", "red"], ["c", "virginica", "3", "red"]]


TEST_ROWS = (("t", "setosa", "1", "blue"),)


def document(columns=COLUMNS, rows=ROWS, test=TEST_ROWS):
    reading = read_dataset(columns, rows, test)
    experiment = nncore.Experiment(
        reading.dataset,
        nncore.Architecture((reading.dataset.input_count, reading.dataset.target_count), ("softmax",)),
        loss="categorical_cross_entropy",
        optimizer=nncore.SGD(0.1),
        epochs=3,
    )
    return Document(experiment, columns=reading.columns, ignored=reading.ignored, situation=(1.0, 0.0, 1.0))


def test_columns_come_back_from_dict_and_link():
    whole = document()

    assert Document.from_dict(json.loads(json.dumps(whole.to_dict()))) == whole
    assert Document.from_link(whole.to_link()) == whole
    assert whole.columns == COLUMNS
    assert whole.ignored.training == (("a",), ("",), ("c",))
    assert (whole.to_dict()["version"], whole.to_dict()["columns"][0]["test_cells"]) == (2, ["t"])


@pytest.mark.parametrize("plain", gallery(), ids=lambda plain: plain.title)
def test_what_needs_no_more_than_names_is_written_as_older_programs_read_it(plain):
    assert plain.to_dict()["version"] == 1
    assert "columns" not in plain.to_dict()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"columns": 3}, "columns must be a list"),
        ({"columns": [3]}, r"columns\[0\] must be a dict"),
        ({"columns": [{"name": "x"}]}, r"columns\[0\].role is missing"),
        ({"columns": [{"name": "x", "role": "weight"}]}, r'columns\[0\]: "weight" is not a known role of a column'),
        ({"columns": [{"name": "x", "role": "input"}]}, "must be those of the experiment's dataset: \\*sepal\\*"),
        ({"columns": [{"name": "x", "role": "input", "words": ["a", "a"]}]}, "must be different texts"),
        ({"columns": [{"name": "x", "role": "input", "words": [3]}]}, r"words\[0\] must be a text"),
        ({"columns": [{"name": "x", "role": "input"}] * 201}, "at most 200"),
        ({"columns": [{"name": "x", "role": "input", "words": [str(n) for n in range(50_000)]}]}, "must be those of"),
    ],
)
def test_columns_that_are_none_are_refused_in_one_line(change, words):
    with pytest.raises(DocumentError, match=words) as refusal:
        Document.from_dict({**document().to_dict(), **change})

    assert str(refusal.value).isprintable()


@pytest.mark.parametrize("cells", [["a"], [], ["a", "b", "c", "d"]])
def test_an_ignored_column_has_a_cell_for_each_row_or_none_at_all(cells):
    record = document().to_dict()
    record["columns"][0]["cells"] = cells

    if cells:
        with pytest.raises(DocumentError, match="one cell for each row"):
            Document.from_dict(record)
    else:
        assert Document.from_dict(record).ignored.training == (("",),) * 3


def test_a_change_of_columns_is_taken_back_and_done_again_exactly():
    renamed = (Column("nr", "ignored"), *COLUMNS[1:])
    entries = [
        UndoEntry(
            opened,
            opened,
            1,
            {"seed": 1},
            {"training": TypedTable.of(pd.DataFrame(columns=[column.name for column in opened.columns], dtype=object))},
        )
        for opened in (
            document(),
            document(renamed),
            document((*renamed[1:], renamed[0]), [[*r[1:], r[0]] for r in ROWS], ()),
        )
    ]
    history = UndoHistory(entries[0])
    for entry in entries[1:]:
        history.note(entry)

    assert history.undo_what == "the columns"
    for entry in [entries[1], entries[0]]:
        back = history.undo()
        assert (back.document, back.columns, back.typed) == (entry.document, entry.columns, entry.typed)
    for entry in entries[1:]:
        again = history.redo()
        assert (again.document, again.columns, again.typed) == (entry.document, entry.columns, entry.typed)


def test_what_is_typed_over_changed_columns_keeps_its_own_columns():
    opened = document()
    entry = UndoEntry(
        opened, opened, 1, {}, {"situation": TypedTable.of(pd.DataFrame(columns=["a"], dtype=object))}, (Column("new"),)
    )

    assert entry.rebuilt(*entry.in_parts()).columns == (Column("new"),)
    assert not entry.says_the_same(replace(entry, columns=opened.columns))
