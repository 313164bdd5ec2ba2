"""What was done is taken back and done again exactly, and a history holds what changed, not copies of tables."""

import tracemalloc
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

import nncore
from playground.document import Document
from playground.document.row_difference import RowDifference
from playground.document.typed_table import TypedTable
from playground.document.undo_entry import UndoEntry
from playground.document.undo_history import MOST_ENTRIES, UndoHistory

ARTICLE_1 = nncore.articles.single_neuron()


def entry(table, values=None, opening=1, origin=None, **document):
    """Return where a page stands whose training table says these numbers, inputs before the target."""
    cells = np.array(table, dtype=float)
    dataset = nncore.Dataset(cells[:, :-1], cells[:, -1:])
    architecture = nncore.Architecture((cells.shape[1] - 1, 1), ("sigmoid",))
    document = Document(replace(ARTICLE_1, dataset=dataset, architecture=architecture), **document)
    columns = [*dataset.input_names, *dataset.target_names]
    typed = {
        "training": pd.DataFrame([[repr(cell) for cell in row] for row in cells.tolist()], columns=columns),
        "test": pd.DataFrame([], columns=columns, dtype=object),
        "situation": pd.DataFrame([["1"] * dataset.input_count], columns=columns[:-1]),
    }
    tables = {name: TypedTable.of(frame) for name, frame in typed.items()}
    return UndoEntry(document, origin or document, opening, values or {"seed": 1}, tables)


def contents(of):
    """Return all that an entry says."""
    typed = {name: (table.columns, table.cells.tolist()) for name, table in of.typed.items()}
    return of.document, of.origin, of.opening, of.values, typed


def other_cell(table, row, column, value):
    changed = np.array(table, dtype=float)
    changed[row, column] = value
    return changed


# --- rows -------------------------------------------------------------------------------------------------------------

tables = arrays(np.float64, st.tuples(st.integers(0, 6), st.just(2)), elements=st.sampled_from([0.0, -0.0, 1.0, 0.3]))


@given(tables, tables)
def test_a_table_comes_back_from_what_it_has_and_the_other_has_not(table, other):
    difference = RowDifference.between(table, other)

    again = difference.applied_to(other)

    assert again.tobytes() == table.tobytes()
    assert again.shape == table.shape
    assert len(difference.rows) <= len(table)


def test_an_inserted_row_is_all_the_difference_there_is():
    table = np.arange(20.0).reshape(10, 2)
    longer = np.insert(table, 4, [7.0, 7.0], axis=0)

    assert RowDifference.between(longer, table).rows.tolist() == [[7.0, 7.0]]
    assert RowDifference.between(table, longer).rows.tolist() == []


def test_an_empty_table_keeps_its_columns():
    wide, narrow = np.empty((0, 4)), np.empty((0, 3))

    assert RowDifference.between(wide, narrow).applied_to(narrow).shape == (0, 4)


def test_nothing_different_is_the_other_table_itself():
    table = np.arange(20.0).reshape(10, 2)

    assert RowDifference.between(table.copy(), table).applied_to(table) is table


# --- back and forth ---------------------------------------------------------------------------------------------------


def test_every_entry_comes_back_exactly_and_then_goes_on_to_the_last_one():
    start = [[0.0, 1.0, 0.0], [1.0, 0.5, 1.0], [0.0, 0.0, 1.0]]
    way = [
        entry(start),
        entry(other_cell(start, 1, 0, 0.1 + 0.2)),
        entry([*start, [5.0, 5.0, 0.0]], values={"seed": 2}),
        entry([[1.0, 0.0]], opening=2, title="another"),
        entry([[1.0, 0.0]], opening=2, title="another", situation=(4.0,), play_head=3),
        entry([[1.0, 0.0]], opening=2, title="another", situation=(4.0,), play_head=3, threshold=0.25),
        entry(start[:1], opening=3),
    ]
    history = UndoHistory(way[0])
    for one in way[1:]:
        history.note(one)

    back = [contents(history.undo()) for _ in range(5)]
    forth = [contents(history.redo()) for _ in range(5)]

    # The fifth shows what the fourth shows: it takes its place, with its play-head and its situation.
    there = [way[0], way[1], way[2], way[4], way[5], way[6]]
    assert back == [contents(one) for one in there[-2::-1]]
    assert forth == [contents(one) for one in there[1:]]
    assert not history.can_redo


def test_a_derived_column_is_taken_back_and_comes_again():
    plain = entry([[0.0, 1.0, 0.0], [1.0, 0.5, 1.0]])
    old = plain.document.experiment
    square = nncore.DerivedColumn.parse("[input 1]^2", old.dataset.input_names)
    architecture = nncore.Architecture((3, 1), ("sigmoid",))
    experiment = replace(old, dataset=replace(old.dataset, derived=[square]), architecture=architecture)
    derived = replace(plain, document=replace(plain.document, experiment=experiment))
    history = UndoHistory(plain)
    history.note(derived)

    assert history.undo().document.experiment.dataset.derived == ()
    assert history.redo().document.experiment.dataset.derived == (square,)


def test_a_new_entry_leaves_nothing_to_do_again():
    history = UndoHistory(entry([[0.0, 1.0]]))
    history.note(entry([[2.0, 1.0]]))
    history.undo()

    history.note(entry([[3.0, 1.0]]))

    assert not history.can_redo
    assert history.undo().document.experiment.dataset.inputs.tolist() == [[0.0]]


def test_what_is_typed_without_changing_a_number_is_kept_with_the_entry_it_belongs_to():
    history = UndoHistory(entry([[0.5, 1.0]]))
    typed = {
        **entry([[0.5, 1.0]]).typed,
        "training": TypedTable.of(pd.DataFrame([["0,5", "1"]], columns=["input 1", "target"])),
    }
    history.note(replace(entry([[0.5, 1.0]]), typed=typed))
    assert not history.can_undo

    history.note(entry([[9.0, 1.0]]))

    assert history.undo().typed["training"].cells.tolist() == [["0,5", "1"]]


def test_what_is_taken_back_and_done_again_is_told_in_words():
    first = entry([[0.0, 1.0]], values={"seed": 1, "epochs": 200})
    history = UndoHistory(first)
    assert (history.undo_what, history.redo_what) == ("", "")

    history.note(entry([[2.0, 1.0]], values={"seed": 1, "epochs": 200}))
    assert history.undo_what == "the training table"
    history.note(entry([[2.0, 1.0], [3.0, 1.0]], values={"seed": 1, "epochs": 200}))
    assert history.undo_what == "the training table"
    history.push(entry([[2.0, 1.0], [3.0, 1.0]], values={"seed": 2, "epochs": 200}))
    assert history.undo_what == "Seed"
    history.push(entry([[7.0, 1.0]], values={"seed": 5, "epochs": 10}, opening=2))
    assert history.undo_what == "what was opened"

    history.undo()
    assert (history.undo_what, history.redo_what) == ("Seed", "what was opened")
    history.undo()
    assert (history.undo_what, history.redo_what) == ("the training table", "Seed")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ([], [(4, "parameter", (0, 2.5))], "a weight"),
        ([(4, "parameter", (0, 2.5))], [(4, "parameter", (0, 7.0))], "a weight"),
        ([], [(4, "frozen", (0, True))], "a weight"),
        ([], [(4, "parameter", (0, 2.5)), (4, "parameter", (1, -1.0))], "2 weights"),
        ([], [(4, "switched_off", (1, 0))], "a neuron switched off or on"),
        ([(4, "switched_off", (1, 0))], [], "a neuron switched off or on"),
        ([], [(4, "switched_off", (0, 1))], "an input switched off or on"),
        # What was done later to the run that is left goes with it.
        ([(9, "parameter", (0, 2.5))], [(4, "switched_off", (1, 0))], "a neuron switched off or on"),
    ],
)
def test_what_was_done_to_the_network_by_hand_is_told_as_what_it_was(before, after, words):
    def changed(changes):
        one = entry([[0.0, 1.0, 0.0], [1.0, 0.5, 1.0]])
        architecture = nncore.Architecture((2, 2, 1), ("tanh", "sigmoid"))
        interventions = tuple(nncore.Intervention(*change) for change in changes)
        experiment = replace(one.document.experiment, architecture=architecture, interventions=interventions)
        return replace(one, document=replace(one.document, experiment=experiment))

    history = UndoHistory(changed(before))
    history.note(changed(after))

    assert history.undo_what == words
    history.undo()
    assert history.redo_what == words


def test_a_gesture_is_one_entry_and_one_that_leads_back_is_none():
    history = UndoHistory(entry([[0.0, 1.0]]))
    for value in (1.0, 2.0, 3.0):
        history.note(entry([[value, 1.0]]), gesture=7)

    history.note(entry([[4.0, 1.0]]), gesture=8)
    history.note(entry([[3.0, 1.0]]), gesture=8)

    assert history.undo().document.experiment.dataset.inputs.tolist() == [[0.0]]
    assert not history.can_undo
    assert history.redo().document.experiment.dataset.inputs.tolist() == [[3.0]]


def test_more_than_a_hundred_entries_are_not_kept():
    history = UndoHistory(entry([[0.0, 1.0]]))
    for value in range(1, MOST_ENTRIES + 3):
        history.note(entry([[float(value), 1.0]]))

    undone = 0
    while history.can_undo:
        history.undo()
        undone += 1

    assert undone == MOST_ENTRIES
    assert history.current_entry.document.experiment.dataset.inputs.tolist() == [[2.0]]


# --- memory -----------------------------------------------------------------------------------------------------------


def memory_of(build):
    """Return what `build` makes, and how many bytes that holds."""
    tracemalloc.start()
    try:
        built = build()
        return built, tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("back", [0, 50])
def test_a_hundred_edited_cells_of_a_thousand_rows_hold_less_than_one_such_table(back):
    table = np.random.RandomState(1).random_sample((1000, 4))

    def edited():
        opened, cells = entry(table), table
        history = UndoHistory(opened)
        for number in range(MOST_ENTRIES):
            cells = other_cell(cells, 7 * number, number % 3, 0.5)
            history.note(entry(cells, origin=opened.document))
        for _ in range(back):
            history.undo()
        return history

    _, one = memory_of(lambda: entry(table))
    history, hundred = memory_of(edited)

    # One is what the page opened with, one the entry it stands at; the third is for a hundred changes.
    assert hundred < 3 * one
    for number in reversed(range(MOST_ENTRIES - back)):
        cells = history.undo().document.experiment.dataset.inputs
        assert cells[7 * number, number % 3] == table[7 * number, number % 3]
    assert np.array_equal(history.current_entry.document.experiment.dataset.inputs, table[:, :-1])


def test_entries_that_learn_from_the_same_rows_share_them():
    first = entry([[0.0, 1.0], [1.0, 0.0]])
    seeded = replace(first, document=replace(first.document, experiment=replace(first.document.experiment, seed=9)))
    history = UndoHistory(first)
    history.note(seeded)

    assert history.undo().document.experiment.dataset is first.document.experiment.dataset
