"""Validation rows on the page: split off, named, watched by a stop rule, kept by undo, link, file and the table's changes."""

from dataclasses import replace

import pytest

from playground.document import Document
from playground.gallery import gallery
from playground.page.page_state import PageState
from playground.page.split_off import split_off
from playground.page.take_table import append_rows, replace_test_table
from playground.tables import read_text

from .opened_page import OpenedPage
from .watched_page import WatchedPage

ARTICLE_2 = next(document for document in gallery() if document.title.startswith("Article 2"))
ROWS = [
    {"input 1": f"0.{row}", "input 2": str(row % 2), "input 3": "1", "target": str(int(row > 4))} for row in range(1, 9)
]
PATIENCE = "Stop by validation loss after"


def split(page: WatchedPage, role: str, share: int = 25) -> WatchedPage:
    """Split rows off, as the button above the test table does."""
    key = f"split_{page.client.session_state['playground'].open.tables['training'].key}"
    page.client.session_state[key] = True
    page.step()
    next(field for field in page.client.selectbox if field.label == "Share of the rows").set_value(share)
    next(field for field in page.client.radio if field.label == "They become").set_value(role)
    next(button for button in page.client.button if button.label == "Split off").click()
    OpenedPage.step(page)
    return page.request()


@pytest.fixture
def watched(page) -> WatchedPage:
    """Return a page of twelve rows, of which a quarter has become validation rows."""
    page.add_rows("training", ROWS)
    page.finish()
    return split(page, "Validation rows").finish()


def captions(page) -> list[str]:
    return [part.value for part in page.client.caption]


def dataset_of(page):
    return page.client.session_state["playground"].open.run.experiment.dataset


def test_the_page_says_which_rows_are_validation_rows(watched):
    assert [len(watched.cells(name)) for name in ("training", "test")] == [9, 3]
    assert dataset_of(watched).validation_rows == (0, 1, 2)
    assert "Rows 1–3 are validation rows: nothing is learnt from them, and they are no test." in captions(watched)
    assert watched.player.description["test"]["validation"] == [0, 1, 2]


def test_the_loss_chart_shows_them_beside_training_and_test_rows(watched):
    assert watched.lines("loss")[-2:] == ["train", "validation"]

    split(watched, "Test rows").finish()

    assert watched.lines("loss")[-3:] == ["train", "test", "validation"]
    losses = watched.chart("loss")["data"][-1]
    assert losses["hovertext"][0].startswith("After epoch 0<br>the validation loss<br>is ")


def test_test_rows_split_off_later_stand_below_and_are_a_test(watched):
    split(watched, "Test rows")

    assert dataset_of(watched).validation_rows == (0, 1, 2)
    assert len(dataset_of(watched).test_inputs) == 5


def test_the_rule_ends_the_run_when_the_validation_loss_has_not_fallen(watched):
    for row, cells in enumerate(watched.cells("test")):  # what is learnt takes the outputs away from these targets
        watched.type("test", row, "target", str(1 - int(cells[3])))
    watched.set_number(PATIENCE, 5)
    watched.finish()

    losses = watched.client.session_state["playground"].open.run.trainer.history.validation_loss.tolist()
    assert watched.header["end"] < 15_000
    assert watched.header["end"] - losses.index(min(losses)) == 5
    assert watched.header["early_end"] == [
        f"The validation loss did not fall any more; stopped at epoch {watched.header['end']:,}."
    ]


def test_the_rule_without_validation_rows_says_what_to_do(page):
    page.set_number(PATIENCE, 5)

    assert "split some off the training rows, or leave the rule out." in page.header["stale"]


def test_the_rows_that_a_rule_waits_for_are_split_off_though_it_is_refused_until_then(page):
    page.add_rows("training", ROWS)
    page.set_number(PATIENCE, 5)
    assert page.header["stale"]

    split(page, "Validation rows").finish()

    assert page.header["stale"] == ""
    assert dataset_of(page).validation_rows == (0, 1, 2)
    page.do("undo").step()
    assert dataset_of(page).test_inputs is None
    assert page.number(PATIENCE) == 5
    assert "split some off" in page.header["stale"]
    page.do("redo").step()
    assert dataset_of(page).validation_rows == (0, 1, 2)
    assert page.header["stale"] == ""


def test_undo_and_redo_keep_which_rows_they_are(watched):
    watched.do("undo").step()
    assert dataset_of(watched).test_inputs is None

    watched.do("redo").step()
    assert dataset_of(watched).validation_rows == (0, 1, 2)


def test_they_become_test_rows_by_a_button_and_validation_rows_again_by_undo(watched):
    key = f"split_{watched.client.session_state['playground'].open.tables['training'].key}"
    watched.client.session_state[key] = True
    watched.step()
    watched.press("Make the validation rows test rows").request()

    assert dataset_of(watched).validation_rows == ()
    assert not any("validation row" in caption for caption in captions(watched))
    assert watched.lines("loss")[-2:] == ["train", "test"]

    watched.do("undo").step()
    assert dataset_of(watched).validation_rows == (0, 1, 2)


def test_a_row_deleted_above_them_moves_them_up(watched):
    split(watched, "Test rows")
    watched.delete_row("test", 1).request()

    assert dataset_of(watched).validation_rows == (0, 1)
    assert len(dataset_of(watched).test_inputs) == 4
    watched.delete_row("test", 4).request()
    assert dataset_of(watched).validation_rows == (0, 1)
    watched.delete_row("test", 0).request()
    assert dataset_of(watched).validation_rows == (0,)


def test_a_row_typed_below_them_is_a_test_row(watched):
    watched.add_row("test", ROWS[0]).request()

    assert dataset_of(watched).validation_rows == (0, 1, 2)
    assert len(dataset_of(watched).test_inputs) == 4


def test_rows_appended_to_the_test_table_leave_them_where_they_are():
    state = PageState(ARTICLE_2)
    split_off(state, 0.5, 1, validation=True)
    before = state.open.tables["test"].validation

    append_rows(state, read_text("1\t0\t1\t1\n0\t0\t1\t0", header=False), "test")

    assert before == (6, 7, 8)
    assert state.open.tables["test"].validation == before
    assert len(state.open.tables["test"].typed) == 11


def test_rows_in_place_of_the_test_table_are_a_test():
    state = PageState(ARTICLE_2)
    split_off(state, 0.5, 1, validation=True)

    replace_test_table(state, read_text("1\t0\t1\t1\n0\t0\t1\t0", header=False))

    assert state.open.tables["test"].validation == ()


def test_a_document_with_validation_rows_opens_on_a_page_with_them_and_in_a_link():
    experiment = ARTICLE_2.experiment
    document = Document(replace(experiment, dataset=replace(experiment.dataset, validation_rows=(1, 4))))

    for again in (Document.from_link(document.to_link()), Document.from_dict(document.to_dict())):
        assert again == document
        state = PageState(again)
        assert state.open.tables["test"].validation == (1, 4)
        assert state.open.document().experiment == document.experiment
        assert state.open.entry().typed["test"].validation == (1, 4)
