"""Test rows are split off the training table on the page, and taken back, as one change."""

import pandas as pd
import pytest

from nncore.errors import TableError
from playground.gallery import gallery
from playground.page.page_state import PageState
from playground.page.split_off import split_off
from playground.tables.column import Column
from playground.tables.table_dataset import read_dataset

from .opened_page import OpenedPage
from .watched_page import WatchedPage


@pytest.fixture
def split(page) -> WatchedPage:
    """Return a page of twelve rows, of which a quarter has been split off."""
    page.add_rows(
        "training", [{"input 1": f"0,{row}", "input 2": "0", "input 3": "1", "target": "1"} for row in range(8)]
    )
    page.finish()
    unfold(page)
    assert next(field for field in page.client.selectbox if field.label == "Share of the rows").value == 25
    next(button for button in page.client.button if button.label == "Split off").click()
    OpenedPage.step(page)
    return page.request()


def unfold(page):
    """Unfold the button, which the test client cannot click."""
    key = f"split_{page.client.session_state['playground'].open.tables['training'].key}"
    page.client.session_state[key] = True
    return page.step()


def test_a_quarter_of_the_rows_moves_as_it_was_typed_and_is_asked_about(split):
    assert [len(split.cells(name)) for name in ("training", "test")] == [9, 3]
    assert len(split.player.description["train"]["inputs"]) == 9
    assert len(split.player.description["test"]["inputs"]) == 3
    assert any("," in row[0] for row in [*split.cells("training"), *split.cells("test")])
    # Two rows of the class 0 and ten of the class 1: of a quarter, half a row and two and a half.
    assert sorted(row[3] for row in split.cells("training")).count("0") >= 1


def test_undo_brings_them_back_at_once(split):
    split.do("undo").step()

    assert [len(split.cells(name)) for name in ("training", "test")] == [12, 0]

    split.do("redo").step()

    assert [len(split.cells(name)) for name in ("training", "test")] == [9, 3]


def test_the_same_seed_splits_the_same_rows_off_and_another_one_others():
    def test_rows(seed):
        state = PageState(next(document for document in gallery() if document.title.startswith("Article 2")))
        before = state.open.tables["test"].typed.values.tolist()
        count = split_off(state, 0.5, seed)
        after = state.open.tables["test"].typed.values.tolist()
        assert after[: len(before)] == before
        assert len(after) == len(before) + count
        return after[len(before) :]

    assert test_rows(1) == test_rows(1)
    assert any(test_rows(1) != test_rows(seed) for seed in range(2, 6))


def test_nothing_is_split_off_a_table_that_has_something_to_mend():
    state = PageState(gallery()[0])
    training = state.open.tables["training"]
    training.put(training.typed.replace("0", "abc"))

    with pytest.raises(TableError, match="Mend the tables first"):
        split_off(state, 0.25, 1)
    assert len(state.open.tables["training"].typed) == 4


def page_with(columns, rows):
    """Return what a page remembers that has this training table, with one blank line at its top."""
    state = PageState(gallery()[0])
    cells = [["" for _ in columns], *rows]
    reading = read_dataset(columns, cells)
    assert not reading.problems, reading.problems
    state.open.columns = reading.columns
    names = [column.name for column in columns]
    state.open.tables["training"].put(pd.DataFrame(cells, columns=names, dtype=object))
    state.open.tables["test"].put(pd.DataFrame([], columns=names, dtype=object))
    return state


def rows_of(state):
    """Return the two tables as they are read after a split; nothing in them is to be mended."""
    cells = [state.open.tables[name].typed.values.tolist() for name in ("training", "test")]
    reading = read_dataset(state.open.columns, *cells)
    assert not reading.problems, [problem.sentence for problem in reading.problems]
    return reading.training.rows, () if reading.test is None else reading.test.rows


@pytest.mark.parametrize("seed", range(20))
def test_the_only_row_with_a_word_stays_to_be_learnt_from(seed):
    columns = [Column("colour", "input", ()), Column("size"), Column("kind", "target", ())]
    words = ["red", "blue", "blue", "green", "green", "green", "grey", "black"]
    state = page_with(columns, [[word, str(row), "ab"[row % 2]] for row, word in enumerate(words)])

    count = split_off(state, 0.5, seed)

    training, test = rows_of(state)
    assert len(test) == count
    assert {row[0] for row in training} == set(map(float, range(5)))  # every word


def test_where_every_row_has_a_word_of_its_own_nothing_is_split_off():
    state = page_with([Column("name", "input", ()), Column("y", "target")], [[word, "0"] for word in "abcd"])

    with pytest.raises(TableError, match="each is the only one with something that it holds"):
        split_off(state, 0.5, 1)
    assert len(state.open.tables["training"].typed) == 5


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize(
    "texts",
    [
        ["1,000", "0,5", "2", "3,250", "7", "1,125"],  # 1, for the half beside it
        ["1,000", "1,234.5", "2", "3,250", "7", "1,125"],  # a thousand
        ["1.234", "0,5", "0.25", "9,5", "1,5", "2"],  # no more than one, for the dot before decimals
        ["1,125", "1.234.567,5", "2", "3", "4", "5"],
    ],
)
def test_a_number_keeps_its_value_beside_other_numbers(texts, seed):
    columns = [Column("x"), Column("y", "target")]
    cells = [[text, str(row % 2)] for row, text in enumerate(texts)]
    state = page_with(columns, cells)
    before = {row[0] for row in read_dataset(columns, cells).training.rows}

    split_off(state, 0.5, seed)

    training, test = rows_of(state)
    assert {row[0] for row in (*training, *test)} == before
    assert len(test) == 3
    typed = [row[0] for name in ("training", "test") for row in state.open.tables[name].typed.values.tolist()]
    assert "2" in typed


def test_rows_of_another_table_than_the_run_learns_are_split_off_as_they_stand():
    # As when a row is added or deleted in the moment in which the rows are split off.
    state = page_with([Column("x"), Column("y", "target")], [[str(row), str(row % 2)] for row in range(8)])
    assert state.open.run.experiment.dataset.samples == 4

    assert split_off(state, 0.25, 1) == 2

    training, test = rows_of(state)
    assert sorted((*training, *test)) == [(float(row), float(row % 2)) for row in range(8)]
