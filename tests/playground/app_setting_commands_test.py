"""Settings changed in the middle of a run, without a browser: it goes on from there, or begins anew."""

from dataclasses import replace

import pytest

import nncore
from playground.text.shown_number import shown_number

from ..page_texts import ARTICLE_1, with_table
from .changed_article import changed, final_parameters
from .watched_page import WatchedPage


@pytest.fixture
def page():
    return WatchedPage().finish()


def test_a_learning_rate_changed_in_the_middle_goes_on_from_there(page):
    page.stand_at(40)

    page.set_number("Learning rate", 0.1).finish()

    assert page.parameters() == final_parameters(changed((40, "learning_rate", 0.1)))
    assert [change["text"] for change in page.header["changes"]] == ["learning rate 0.1"]
    assert page.header["start_over"] == "Start over with this instead"
    page.stand_at(0)  # there the player goes by itself
    page.do("start_over", epoch=440).finish()
    assert page.parameters() == final_parameters(replace(ARTICLE_1, optimizer=nncore.SGD(0.1)))
    assert page.header["start_over"] == ""
    page.do("undo").finish()
    assert page.header["went_to"] == {"epoch": 440, "is_back": True}  # where it was done, not where that led


@pytest.mark.parametrize("play_head", [0, None])
def test_a_learning_rate_changed_at_the_beginning_or_at_the_end_makes_a_new_run(page, play_head):
    page.stand_at(play_head)

    page.set_number("Learning rate", 0.1).finish()

    assert page.parameters() == final_parameters(replace(ARTICLE_1, optimizer=nncore.SGD(0.1)))
    assert page.header["changes"] == []
    assert page.header["what_changed"] == "Learning rate: 1 → 0.1."


def test_another_optimizer_and_a_penalty_go_on_in_the_middle_too(page):
    page.stand_at(40)
    page.choose("Optimizer", "Adam")
    page.stand_at(60)

    page.choose("Penalty on weights", "L2").finish()

    branch = changed((40, "optimizer", nncore.Adam(1.0)), (60, "penalty", nncore.L2(0.01)))
    assert page.parameters() == final_parameters(branch)
    assert [change["text"] for change in page.header["changes"]] == ["Adam, learning rate 1", "penalty L2 0.01"]


def test_a_setting_changed_back_at_the_same_epoch_leaves_no_trace(page):
    page.stand_at(40)
    page.set_number("Learning rate", 0.1)

    page.set_number("Learning rate", 1.0).finish()

    assert page.header["changes"] == []
    assert page.parameters() == final_parameters(ARTICLE_1)


def test_a_setting_taken_back_is_shown_in_the_sidebar_again(page):
    page.stand_at(40)
    page.set_number("Learning rate", 0.1)

    page.do("undo").step()

    assert page.number("Learning rate") == 1.0
    assert page.finish().parameters() == final_parameters(ARTICLE_1)


def test_an_edited_row_begins_a_new_run_and_says_so(page):
    page.stand_at(40)
    page.set_number("Learning rate", 0.1)

    page.type("training", 2, "target", "0").finish()

    edited = replace(with_table(ARTICLE_1, targets=[[0], [1], [0], [0]]), optimizer=nncore.SGD(0.1))
    assert page.parameters() == final_parameters(edited)
    assert page.header["what_changed"] == "A new run: the table has changed."


def test_a_longer_run_keeps_what_was_changed_on_the_way(page):
    page.do("set_parameter", epoch=14_000, index=0, value=0.0).finish()
    assert page.parameters(14_000)[0] == 0

    page.set_number("Epochs", 16_000).finish()

    branch = replace(changed((14_000, "parameter", (0, 0.0))), epochs=16_000)
    assert page.parameters() == final_parameters(branch)


def test_every_numbers_text_is_the_one_the_page_writes_elsewhere(page):
    page.do("set_parameter", epoch=4, index=0, value=0.123456)

    assert page.header["changes"][0]["text"] == f"input 1 → target = {shown_number(0.123456)}"
