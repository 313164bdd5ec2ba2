"""Rows and the new situation that are moved from inside the player, without a browser."""

from dataclasses import replace

import pytest

from playground.page.open_example import open_example

from ..page_texts import ARTICLE_1, with_table
from .changed_article import final_parameters, moved
from .table_of_patients import ILL, WELL, patients
from .watched_page import WatchedPage


@pytest.fixture
def page():
    return WatchedPage().finish()


def test_a_dragged_row_is_learnt_while_it_is_dragged_and_stands_in_the_table_when_it_is_dropped(page):
    run = page.header["run"]

    page.do("move_row", row=1, inputs={"0": 0.5, "1": 0.25}, gesture=7)
    assert page.finish().parameters() == final_parameters(moved([1, 1, 1], [0.5, 0.25, 1]))
    page.do("move_row", row=1, inputs={"0": 0.62, "1": 0.4}, dropped=True, gesture=7).step()

    assert page.finish().parameters() == final_parameters(moved([1, 1, 1], [0.62, 0.4, 1]))
    assert page.header["before"] == run
    assert page.header["what_changed"] == "A new run: the table has changed."
    assert page.cells("training")[1] == ["0.62", "0.4", "1", "1"]
    page.do("undo").step()
    assert page.cells("training")[1] == ["1", "1", "1", "1"]
    assert page.finish().parameters() == final_parameters(ARTICLE_1)


def test_a_drag_that_leads_back_to_where_it_began_is_nothing_to_undo(page):
    page.do("move_row", row=1, inputs={"0": 0.5}, gesture=7)
    page.do("move_row", row=1, inputs={"0": 1}, gesture=7)
    assert not page.header["can_undo"]

    page.do("move_row", row=1, inputs={"0": 0.62}, gesture=7)
    page.do("move_row", row=1, inputs={"0": 0.7}, dropped=True, gesture=7).step()

    assert page.header["can_undo"]
    page.do("undo").step()
    assert page.cells("training")[1] == ["1", "1", "1", "1"]
    assert not page.header["can_undo"]
    assert page.finish().parameters() == final_parameters(ARTICLE_1)


def test_what_was_typed_elsewhere_in_the_table_stays_as_it_was_typed_when_a_row_is_dragged(page):
    page.type("training", 0, "input 3", "2.50")

    page.do("move_row", row=1, inputs={"0": 0.62}, dropped=True).step()

    assert page.cells("training")[:2] == [["0", "0", "2.50", "0"], ["0.62", "1", "1", "1"]]


def test_an_empty_row_in_the_table_does_not_shift_what_is_dragged(page):
    page.add_row("training", {}).add_row("training", {"input 1": "0", "input 2": "0", "input 3": "0", "target": "1"})

    page.do("move_row", row=4, inputs={"2": 0.5}, dropped=True).step()

    assert page.cells("training")[5] == ["0", "0", "0.5", "1"]


def test_a_row_that_is_put_into_the_picture_stands_in_the_table_and_is_learnt(page):
    page.do("add_row", inputs={"0": 0.25, "1": 0.5, "2": 1}, targets={"0": 1}).step()

    assert page.cells("training")[3:] == [["0", "1", "1", "0"], ["0.25", "0.5", "1", "1"]]
    dataset = replace(
        ARTICLE_1.dataset,
        inputs=[*ARTICLE_1.dataset.inputs.tolist(), [0.25, 0.5, 1]],
        targets=[*ARTICLE_1.dataset.targets.tolist(), [1]],
    )
    assert page.finish().parameters() == final_parameters(replace(ARTICLE_1, dataset=dataset))
    page.do("undo").step()
    assert len(page.cells("training")) == 4
    assert page.finish().parameters() == final_parameters(ARTICLE_1)


def test_a_row_that_is_taken_out_of_the_picture_leaves_the_table(page):
    page.add_row("training", {}).add_row("training", {"input 1": "0", "input 2": "0", "input 3": "0", "target": "1"})

    page.do("remove_row", row=1).do("remove_row", row=3).step()

    filled = [row for row in page.cells("training") if "1" in row]  # beside them there is still an empty one
    assert filled == [
        ["0", "0", "1", "0"],
        ["1", "0", "1", "1"],
        ["0", "1", "1", "0"],
    ]
    page.do("undo").do("undo").step()
    assert page.cells("training")[1] == ["1", "1", "1", "1"]
    assert page.cells("training")[5] == ["0", "0", "0", "1"]


def test_the_last_row_cannot_be_taken_out_and_a_row_with_a_number_missing_is_not_put_in(page):
    for _ in range(5):
        page.do("remove_row", row=0)
    page.do("add_row", inputs={"0": 0.25}, targets={"0": 1})
    page.do("add_row", inputs={"0": 0.25, "1": 0, "2": 0, "3": 1}, targets={"0": 1}).step()

    assert page.cells("training") == [["0", "1", "1", "0"]]


def test_no_row_is_dragged_while_the_table_has_something_to_mend(page):
    page.type("training", 0, "input 1", "abc")
    run = page.header["run"]

    page.do("move_row", row=1, inputs={"0": 0.62}, dropped=True).step()

    assert page.header["run"] == run
    assert page.problems == [
        'Row 1, column input 1: "abc" is not a number. Write a number such as 1.5, or delete the row.'
    ]


def test_no_weight_is_changed_while_the_table_has_something_to_mend(page):
    page.type("training", 0, "input 1", "abc")
    run = page.header["run"]

    page.do("set_parameter", epoch=4, index=0, value=2.5)
    page.do("new_weights").step()

    assert page.header["run"] == run
    assert page.number("Seed") == 1
    page.do("undo").step()
    assert not page.header["stale"]
    assert not page.header["can_undo"]


def test_a_dragged_situation_stands_in_its_table_and_can_be_taken_back(page):
    run = page.header["run"]

    page.do("move_situation", inputs={"0": 0.25}).step()

    assert page.header["run"] == run
    assert page.cells("situation") == [["0.25", "0", "0"]]
    assert page.header["situation"]["inputs"] == [0.25, 0, 0]
    page.do("undo").step()
    assert page.cells("situation") == [["1", "0", "0"]]


def test_what_was_typed_into_the_situation_stays_as_it_was_typed_when_it_is_dragged(page):
    page.type("situation", 0, "input 1", "0,5")

    page.do("move_situation", inputs={"1": 0.25}).step()

    assert page.cells("situation") == [["0,5", "0.25", "0"]]
    assert page.header["situation"]["inputs"] == [0.5, 0.25, 0]


def test_an_edited_cell_is_a_step_that_can_be_taken_back(page):
    page.type("training", 2, "target", "0").finish()
    assert page.parameters() == final_parameters(with_table(ARTICLE_1, targets=[[0], [1], [0], [0]]))

    page.do("undo").step()

    assert page.cells("training")[2] == ["1", "0", "1", "1"]
    assert page.finish().parameters() == final_parameters(ARTICLE_1)
    assert not page.header["can_undo"]


def test_a_row_comes_and_goes_where_words_are_learnt_beside_an_ignored_column(page):
    state = page.client.session_state["playground"]
    open_example(state, patients())
    page.step()

    page.do("add_row", inputs={"0": 1.5, "1": 2.0}, targets={"0": 1.0}).step()
    page.do("remove_row", row=0).step()

    document = state.open.document()
    assert document.experiment.dataset.samples == len(document.ignored.training) == WELL + ILL
    assert page.cells("training")[-1] == ["1.5", "2", "ill", ""]
    assert (document.ignored.training[0], document.ignored.training[-1]) == (("no. 1",), ("",))
    page.do("undo").step()
    page.do("undo").step()
    assert state.open.document().ignored == patients().ignored
