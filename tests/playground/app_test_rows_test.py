"""Test rows are split off the training table on the page, and taken back, as one change."""

import pytest

from nncore.errors import TableError
from playground.gallery import gallery
from playground.page.page_state import PageState
from playground.page.split_off import split_off

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
    assert next(field for field in page.client.selectbox if field.label == "Training rows").value == 25
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
    state.open.stale = "A table has something to mend."

    with pytest.raises(TableError, match="Mend the tables first"):
        split_off(state, 0.25, 1)
    assert len(state.open.tables["training"].typed) == 4
