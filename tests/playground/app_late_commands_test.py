"""What comes late, twice or in the middle of something else, without a browser; and what is taken back then."""

from dataclasses import replace

import pytest

import nncore

from ..page_texts import ARTICLE_1, OPEN_ARTICLE_2, with_table
from .changed_article import changed, final_parameters, moved
from .watched_page import WatchedPage


@pytest.fixture
def page():
    return WatchedPage().finish()


def test_a_late_answer_to_an_older_request_does_not_lose_what_the_newer_one_wants(page):
    page.stand_at(40).answers_requests = False
    page.set_number("Learning rate", 0.5)
    first = page.header["where_is_play_head"]
    page.set_number("Learning rate", 0.1)

    page.do("play_head", question=first, epoch=40)

    assert page.header["where_is_play_head"] == first + 1
    page.do("play_head", question=first + 1, epoch=40).finish()
    assert page.parameters() == final_parameters(changed((40, "learning_rate", 0.1)))


def test_a_run_made_shorter_than_where_the_play_head_stands_begins_anew_with_its_settings(page):
    page.stand_at(500).answers_requests = False
    page.set_number("Learning rate", 0.1)
    page.set_number("Epochs", 100)

    page.do("play_head", question=page.header["where_is_play_head"], epoch=500).finish()

    assert page.parameters() == final_parameters(replace(ARTICLE_1, optimizer=nncore.SGD(0.1), epochs=100))


def test_undo_takes_back_a_setting_that_waits_for_the_play_head_and_nothing_before_it(page):
    page.set_number("Seed", 7).stand_at(40).answers_requests = False
    page.set_number("Learning rate", 0.5)

    page.do("undo").step()

    assert (page.number("Seed"), page.number("Learning rate")) == (7, 1)
    page.do("undo").step()
    assert (page.number("Seed"), page.number("Learning rate")) == (1, 1)


def test_a_row_dragged_while_a_setting_waits_for_the_play_head_is_learnt_with_that_setting(page):
    page.stand_at(40).answers_requests = False
    page.set_number("Learning rate", 0.1)
    question = page.header["where_is_play_head"]

    page.do("move_row", row=1, inputs={"0": 0.62}, dropped=True)
    page.do("play_head", question=question, epoch=40).finish()

    dragged = replace(moved([1, 1, 1], [0.62, 1, 1]), optimizer=nncore.SGD(0.1))
    assert page.parameters() == final_parameters(dragged)


def test_taking_a_drag_back_takes_back_nothing_else(page):
    page.do("set_parameter", epoch=4, index=0, value=2.5, gesture=7)
    page.do("set_parameter", epoch=4, index=0, value=3.0, gesture=8)
    page.do("set_parameter", epoch=4, index=0, value=2.5, gesture=8)

    page.do("take_back", gesture=8)
    assert page.finish().parameters() == final_parameters(changed((4, "parameter", (0, 2.5))))

    page.do("set_parameter", epoch=4, index=0, value=3.0, gesture=9)
    page.do("take_back", gesture=9)
    assert page.finish().parameters() == final_parameters(changed((4, "parameter", (0, 2.5))))


def test_a_command_done_to_what_is_not_open_any_more_is_passed_over(page):
    late = page.command("set_parameter", epoch=4, index=0, value=9.0)
    page.choose("Open", OPEN_ARTICLE_2)

    page.request(commands=[late])

    assert page.header["commands_done"] == late["number"]
    assert page.header["changes"] == []


def test_a_command_done_to_another_network_is_passed_over(page):
    late = page.command("set_parameter", epoch=4, index=0, value=9.0)
    page.switch("Bias", True)

    page.request(commands=[late])

    assert page.header["changes"] == []


def test_a_moved_threshold_is_taken_back_and_done_again_one_drag_as_one_change(page):
    page.do("set_parameter", epoch=4, index=0, value=2.5)
    for threshold in (0.6, 0.7, 0.8):
        page.do("set_threshold", threshold=threshold, gesture=90)
    page.do("set_threshold", threshold=0.25, gesture=91)
    assert page.header["undo_what"] == "the threshold"

    assert page.do("undo").header["threshold"] == 0.8
    assert page.header["redo_what"] == "the threshold"
    assert page.do("undo").header["threshold"] == 0.5
    assert len(page.header["changes"]) == 1
    assert page.header["undo_what"] == "a weight"
    assert page.do("redo").do("redo").header["threshold"] == 0.25
    assert not page.header["can_redo"]


def test_a_threshold_dragged_back_to_where_it_was_is_nothing_to_undo(page):
    for threshold in (0.6, 0.5):
        page.do("set_threshold", threshold=threshold, gesture=90)

    assert not page.header["can_undo"]


def test_a_threshold_moved_while_something_is_to_be_mended_does_not_settle_what_is_typed(page):
    page.type("training", 0, "input 1", "banana")
    page.do("set_threshold", threshold=0.75)

    assert page.header["threshold"] == 0.75
    assert page.header["undo_what"] == "what has to be mended"
    page.do("undo").step()
    assert page.cells("training")[0][0] == "0"
    assert not page.header["can_undo"]


def test_a_typed_situation_is_taken_back_and_done_again(page):
    page.type("situation", 0, "input 1", "0.5").type("situation", 0, "input 2", "0.25")

    for command, inputs in (
        ("undo", [0.5, 0, 0]),
        ("undo", [1, 0, 0]),
        ("redo", [0.5, 0, 0]),
        ("redo", [0.5, 0.25, 0]),
    ):
        page.do(command).step()
        assert page.header["situation"]["inputs"] == inputs
        assert page.cells("situation") == [[f"{value:g}" for value in inputs]]


def test_who_goes_back_to_a_run_stands_where_it_was_left(page):
    def looks_at(epoch):
        page.request(viewpoint={"epoch": epoch, "row": 0})

    looks_at(4)
    page.do("set_parameter", epoch=4, index=0, value=2.5).finish()
    assert page.header["went_to"] is None
    looks_at(90)
    page.type("training", 2, "target", "0").finish()
    looks_at(15_000)

    page.do("undo").step()
    assert page.header["went_to"] == {"epoch": 90, "is_back": True}
    assert page.header["run"] == page.player.run
    page.do("undo").step()
    assert page.header["went_to"] == {"epoch": 4, "is_back": True}
    looks_at(7)
    page.do("redo").step()
    assert page.header["went_to"] == {"epoch": 90, "is_back": False}
    page.do("redo").step()
    assert page.header["went_to"] == {"epoch": None, "is_back": False}
    page.do("undo").do("undo").step()
    assert page.header["went_to"] == {"epoch": 7, "is_back": True}
    page.type("training", 2, "target", "0")
    assert page.header["went_to"] is None


def test_what_has_to_be_mended_can_be_done_again_to_be_mended_then(page):
    page.type("training", 0, "input 1", "banana")
    page.type("training", 1, "target", "0")

    page.do("undo").step()
    assert page.cells("training")[:2] == [["0", "0", "1", "0"], ["1", "1", "1", "1"]]
    page.do("redo").step()

    assert page.cells("training")[:2] == [["banana", "0", "1", "0"], ["1", "1", "1", "0"]]
    assert page.header["stale"]
    page.type("training", 0, "input 1", "0").finish()
    assert page.parameters() == final_parameters(with_table(ARTICLE_1, targets=[[0], [0], [1], [0]]))


def test_what_was_taken_back_to_a_table_that_has_to_be_mended_can_be_done_again(page):
    page.type("training", 0, "input 1", "banana")
    page.do("undo").do("redo").step()
    page.set_number("Seed", 5)

    page.do("undo").step()
    assert page.number("Seed") == 1
    assert page.header["stale"]
    assert page.header["can_redo"]
    page.do("redo").step()

    assert page.number("Seed") == 5
    assert page.cells("training")[0] == ["banana", "0", "1", "0"]
    assert not page.header["can_redo"]


def test_a_setting_that_waits_for_the_play_head_can_be_done_again(page):
    page.stand_at(40)
    page.answers_requests = False
    page.set_number("Learning rate", 0.5)
    page.do("undo").step()
    page.answers_requests = True

    page.do("redo").step()

    assert page.number("Learning rate") == 0.5
    assert page.finish().parameters() == final_parameters(changed((40, "learning_rate", 0.5)))


def test_undo_takes_back_what_has_to_be_mended_and_not_the_step_before_it(page):
    page.type("training", 2, "target", "0")
    page.type("training", 0, "input 1", "banana")
    assert page.header["stale"]

    page.do("undo").step()

    assert not page.header["stale"]
    assert page.cells("training")[0] == ["0", "0", "1", "0"]
    assert page.cells("training")[2] == ["1", "0", "1", "0"]
    page.do("undo").step()
    assert page.cells("training")[2] == ["1", "0", "1", "1"]
