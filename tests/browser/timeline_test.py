"""The row of time: what is written keeps its place, flips are told one by one or as density, and a finger moves it."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from playwright.sync_api import expect

import nncore
from playground.document import Document

from ..page_texts import ARTICLE_1, OPEN_ARTICLE_2
from .finger import Finger
from .measured_boxes import settle
from .playground_page import PlaygroundPage

SMALLEST_TYPE = 13
TARGET = 47.5  # pixels; 48 but for a border between two

BOXES = """
() => [".track", ".epoch", ".way > .loss", ".headline", ".story", ".panel-network", "[data-do=step]", ".speed"].map(part => {
  const { left, top, width, height } = document.querySelector(`.player ${part}`).getBoundingClientRect();
  return part === ".epoch" ? [left, top, height] : [left, top, width, height];
})
"""
SMALL_TYPE = """
smallest => [...document.querySelectorAll(".top *, .headline-actions *, .key-list *")]
  .filter(part => part.checkVisibility() && [...part.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .filter(part => parseFloat(getComputedStyle(part).fontSize) < smallest)
  .map(part => part.className + " " + part.textContent)
"""
FLIP_LABELS = "() => [...document.querySelectorAll('.flip-label')].map(label => label.textContent.trim())"
SPANS = """
selector => [...document.querySelectorAll(selector)].map(label => {
  const { left, right } = label.getBoundingClientRect();
  return [left, right];
})
"""
# Where the text of an element begins, though it be longer than the element.
FIRST_LEFT = """
selector => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(selector));
  return Math.min(...[...range.getClientRects()].map(({ left }) => left));
}
"""
# Whatever glides or pulses while it is drawn, from now on.
WATCH_MOTION = """
() => {
  window.most_moving = 0;
  const look = () => {
    const moving = document.querySelector(".player").getAnimations({ subtree: true }).length;
    window.most_moving = Math.max(window.most_moving, moving);
    requestAnimationFrame(look);
  };
  look();
}
"""
IN_REACH = """
() => [".way > .when", ".track", "[data-do=train]", "[data-do=play]"].every(part => {
  const box = document.querySelector(`.player ${part}`).getBoundingClientRect();
  const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return box.bottom <= innerHeight && there.closest(".top") !== null;
})
"""


def test_nothing_moves_when_the_numbers_in_it_are_others(app):
    app.open_at_the_beginning()
    app.slider.fill("0")
    app.expect_epoch(0)
    settle(app.page)
    at_the_beginning = app.page.evaluate(BOXES)

    for epoch in (7, 980, 15_000):
        app.slider.fill(str(epoch))
        app.expect_epoch(epoch)
        assert app.page.evaluate(BOXES) == at_the_beginning
    app.button("Play").click()
    # It begins anew: the end, where it stood, is behind it.
    app.page.wait_for_function("end => Number(document.querySelector('.player').dataset.epoch) % end > 0", arg=15_000)
    assert app.page.evaluate(BOXES) == at_the_beginning


def test_no_text_of_it_is_small_and_no_two_epochs_under_the_slider_touch(app):
    app.open_at_the_beginning()
    app.page.keyboard.press("?")
    expect(app.player.locator(".key-list")).to_be_visible()
    assert app.page.evaluate(SMALL_TYPE, SMALLEST_TYPE) == []
    app.page.keyboard.press("Escape")

    for width in (1280, 1024, 760, 480):
        app.page.set_viewport_size({"width": width, "height": 800})
        labels = app.player.locator(".epoch-label")
        expect(labels.first).to_have_text("0")
        expect(labels.last).to_have_text("15,000")
        settle(app.page)
        spans = app.page.evaluate(SPANS, ".epoch-label")
        assert all(right < left for (_, right), (left, _) in pairwise(spans))


def test_the_long_loss_of_a_run_that_diverged_and_a_number_at_the_edge_of_the_picture_cover_nothing(app):
    # A quarter is left free on both sides of 0 to 1.2: the last number across, 1.5, stands at the very edge.
    table = nncore.Dataset([[0, 0], [1.2, 0], [0, 1.2], [1.2, 1.2]], [[0], [1], [1], [0]])
    diverging = replace(ARTICLE_1, dataset=table, architecture=nncore.Architecture((2, 1), ("linear",)), epochs=2_000)

    app.open_document(Document(diverging)).go_to_the_end()

    expect(app.player.locator(".loss-now")).to_have_text(re.compile("10³⁰⁷"))
    settle(app.page)
    ((_, slider_ends),) = app.page.evaluate(SPANS, ".way .track")
    assert slider_ends <= app.page.evaluate(FIRST_LEFT, ".way > .loss .now")
    (_, picture_ends), (_, number_ends) = (
        app.page.evaluate(SPANS, part)[-1] for part in (".decision-plot", ".decision-x-tick")
    )
    assert app.player.locator(".decision-x-tick").last.text_content() == "1.5"
    assert number_ends <= picture_ends + 3


def test_few_flips_are_named_with_what_becomes_of_the_row_unless_it_is_to_be_guessed(app):
    app.open_at_the_end()
    ticks = app.player.locator(".flip-ticks")

    app.page.wait_for_function(f"() => JSON.stringify(({FLIP_LABELS})()) === JSON.stringify(['2', '3'])")
    expect(app.player.locator(".flip-label .sign-right")).to_have_count(2)
    app.slider.fill("3")
    app.expect_epoch(3)
    both = ticks.get_attribute("d")
    assert both.count("M") == 2
    app.page.keyboard.press("h")
    # Of what is hidden nothing is drawn: row 2 flips at epoch 3, where the play-head stands, and row 3 after it.
    expect(ticks).to_have_attribute("d", re.match(r"M[^M]+", both)[0])
    expect(app.player.locator(".flip-label").first).to_be_visible()
    expect(app.player.locator(".flip-label").last).to_be_hidden()
    app.page.keyboard.press("h")
    expect(ticks).to_have_attribute("d", both)
    expect(app.player.locator(".flip-label").last).to_be_visible()


def test_a_run_before_stands_before_the_loss(app):
    app.open_at_the_end()
    loss = app.player.locator(".way > .loss")
    before = loss.locator(".loss-now").text_content()

    app.set_number("Learning rate", 2)
    app.wait_until_finished()

    expect(loss.locator(".loss-before")).to_have_text(f"{before} →")
    expect(loss.locator(".loss-now")).not_to_have_text(before)


def test_a_finger_moves_the_play_head_and_reaches_the_buttons_wherever_the_page_is_scrolled_to(phone):
    app, page = phone.open_at_the_beginning(), phone.page
    scroller = page.get_by_test_id("stMain")

    for part in (0, 0.3, 0.6, 1):
        scroller.evaluate("(main, part) => main.scrollTo(0, part * main.scrollHeight)", part)
        page.wait_for_function(IN_REACH)

    def expect_reachable(*names: str) -> None:
        for name in names:
            box = app.button(name).bounding_box()
            assert min(box["width"], box["height"]) >= TARGET

    settle(page)
    expect_reachable("Train", "Back", "Play", "Step")
    track = app.player.locator(".track").bounding_box()
    # The page would glide on after a swift drag, and the tap would only stop that.
    Finger(page).swipe(track["x"] + track["width"], track["y"] + track["height"] / 2, -track["width"], 0)
    app.expect_epoch(0)
    page.get_by_role("button", name="Step", exact=True).tap()
    app.expect_epoch(1)
    # Where nothing has been trained yet there is no flip to go to.
    expect_reachable("Next flip")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_whoever_wants_less_motion_sees_a_run_in_few_pictures(open_page, app_url, motion):
    page = open_page(comes_again=True, reduced_motion=motion)
    app = PlaygroundPage(page, app_url).open().wait_until_finished()
    with app.another_run():
        app.choose_from("Open", OPEN_ARTICLE_2)
    app.select("Speed", "120 epochs/s")
    app.record()
    app.page.evaluate(WATCH_MOTION)

    app.button("Train").click()
    app.expect_epoch(200)

    pictures = len({frame.epoch for frame in app.frames()})
    # 200 epochs take 200/120 s. At four pictures a second that is 7, and two more at the ends.
    assert (pictures <= 9) == (motion == "reduce")
    assert motion == "no-preference" or app.page.evaluate("window.most_moving") == 0
