"""Lessons on the page, without a browser: what the player is told, and what its commands do."""

import pytest

from playground.lessons import lesson_of

from .watched_page import WatchedPage


@pytest.fixture
def page():
    opened = WatchedPage().press("Gallery")
    next(button for button in opened.client.button if button.label == "Article 1, step by step").click()
    return opened.step().request()


def test_the_player_is_told_of_a_lesson_once(page):
    assert page.header["lesson"]["heading"] == lesson_of("a-neuron-learns").scenes[0].heading

    page.request(lesson=page.header["opened"])

    assert "lesson" not in page.header


def test_another_scene_is_opened_with_its_own_state_and_undo_takes_it_back(page):
    page.do("open_scene", scene=6).request()

    assert page.header["lesson"]["scene"] == 6
    assert page.player.description["layer_sizes"] == [3, 1, 1]
    page.do("undo").request()
    assert page.header["lesson"]["scene"] == 1
    assert page.player.description["layer_sizes"] == [3, 1]


def test_after_the_last_scene_comes_the_next_lesson_and_no_scene_beyond_that(page):
    page.do("open_scene", scene=9).request()

    assert (page.header["lesson"]["name"], page.header["lesson"]["scene"]) == ("a-hidden-layer", 1)


def test_starting_weights_of_a_lesson_are_not_called_a_change_until_there_is_one():
    opened = WatchedPage().press("Gallery")
    next(button for button in opened.client.button if button.label == "One update by hand").click()
    page = opened.step().request()
    assert len(page.player.description["changes"]) > 1
    assert page.header["begins_as_taught"]

    page.do("set_parameter", epoch=4, index=0, value=2.5).request()

    assert not page.header["begins_as_taught"]


def test_a_lesson_that_is_left_leaves_its_table_and_settings(page):
    page.do("open_scene", scene=6).do("leave_lesson").request()

    assert page.header["lesson"] is None
    assert page.player.description["layer_sizes"] == [3, 1, 1]


def test_a_page_without_a_lesson_is_told_of_none_and_has_no_scene_to_go_to():
    page = WatchedPage().finish()

    page.do("open_scene", scene=2).do("leave_lesson")

    assert page.header["lesson"] is None
    assert not page.header["can_undo"]
