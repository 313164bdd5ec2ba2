"""A part of a chart, looked at while the run goes on."""

import numpy as np
import pytest
from playwright.sync_api import expect

from .measured_boxes import settle
from .player_test import CURSOR

SHOWN = """
name => {
  const { xaxis, yaxis } = document.querySelector(`.panel-${name} .js-plotly-plot`)._fullLayout;
  return [...xaxis.range, ...yaxis.range];
}
"""
TICKS = "name => [...document.querySelectorAll(`.panel-${name} .xtick text`)].map(tick => tick.textContent)"


def plot_of(app, chart):
    return app.player.locator(f".panel-{chart} .nsewdrag").bounding_box()


def drag(app, chart, start, end):
    """Drag over a chart, from one place to another as shares of its width and its height."""
    box = plot_of(app, chart)
    places = [(box["x"] + across * box["width"], box["y"] + down * box["height"]) for across, down in (start, end)]
    app.page.mouse.move(*places[0])
    app.page.mouse.down()
    app.page.mouse.move(*places[1], steps=5)
    app.page.mouse.up()


def expect_cursors(app):
    for chart in ("loss", "weights"):
        app.page.wait_for_function(f"({CURSOR})('{chart}') < 1")


def whole(app, chart):
    return app.player.locator(f".panel-{chart}").get_by_role("button", name="Whole chart")


@pytest.fixture
def playing(app):
    """A long run that is played and trained, from epoch 0 on."""
    app.open_at_the_end()
    app.slider.fill("0")
    app.expect_epoch(0)
    app.set_number("Epochs", 1_000_000)
    expect(app.slider).to_have_attribute("max", "1000000")
    app.button("Play").click()
    app.wait_for_epoch(1)
    # Of a longer run the whole is shown: a part of the charts before it would be let go.
    for chart in ("loss", "weights"):
        app.wait_for_chart(chart, "plot._fullLayout.xaxis.range[1] > Math.log(900000)")
    return app


def part_of(app, chart):
    """Look at a part of a chart, and return it."""
    before = app.page.evaluate(SHOWN, chart)
    drag(app, chart, (0.1, 0.2), (0.6, 0.7))
    expect(app.button("Pause")).to_be_visible()  # no click: the play-head goes on
    expect(whole(app, chart)).to_be_visible()
    part = app.page.evaluate(SHOWN, chart)
    assert before[0] < part[0] < part[1] < before[1]
    assert before[2] < part[2] < part[3] < before[3]
    app.page.wait_for_function(f"({TICKS})('{chart}').length >= 2")
    return part


def test_a_part_of_each_chart_stays_while_it_plays_and_the_chart_is_drawn_again(playing):
    app = playing
    parts = {chart: part_of(app, chart) for chart in ("loss", "weights")}

    drawn = max(int(chart.get_attribute("data-drawn")) for chart in app.charts.all())
    app.page.wait_for_function(
        "least => [...document.querySelectorAll('.live-chart')].every(chart => Number(chart.dataset.drawn) >= least)",
        arg=drawn + 2,
    )
    for chart, part in parts.items():
        assert app.page.evaluate(SHOWN, chart) == pytest.approx(part)
    expect_cursors(app)
    app.button("Pause").click()
    expect_cursors(app)


def test_a_double_click_shows_the_whole_chart_again_and_does_not_move_the_play_head(app):
    app.open_at_the_end()
    app.slider.fill("40")
    app.expect_epoch(40)
    before = app.page.evaluate(SHOWN, "loss")
    drag(app, "loss", (0.2, 0.2), (0.8, 0.7))
    expect(whole(app, "loss")).to_be_visible()

    settle(app.page)
    box = plot_of(app, "loss")
    app.page.mouse.dblclick(box["x"] + 0.9 * box["width"], box["y"] + 0.5 * box["height"])

    expect(whole(app, "loss")).to_be_hidden()
    assert app.page.evaluate(SHOWN, "loss") == pytest.approx(before)
    expect_cursors(app)
    app.expect_epoch(40)
    app.page.mouse.dblclick(box["x"] + 0.5 * box["width"], box["y"] + 0.5 * box["height"])
    app.page.wait_for_function("() => ![undefined, '40'].includes(document.querySelector('.player')?.dataset.epoch)")
    assert app.page.evaluate(SHOWN, "loss") == pytest.approx(before)


def test_a_click_in_a_part_of_a_chart_goes_to_the_epoch_that_stands_there(app):
    app.open_at_the_end()
    drag(app, "loss", (0.2, 0.5), (0.7, 0.52))  # across only: the values stay whole
    expect(whole(app, "loss")).to_be_visible()
    settle(app.page)
    first, last, *_ = app.page.evaluate(SHOWN, "loss")

    box = plot_of(app, "loss")
    app.page.mouse.click(box["x"] + 0.5 * box["width"], box["y"] + 0.5 * box["height"])

    app.page.wait_for_function("() => Number(document.querySelector('.player')?.dataset.epoch) < 15000")
    pixel = (last - first) / box["width"]
    assert np.log1p(app.epoch) == pytest.approx((first + last) / 2, abs=2 * pixel)
    expect_cursors(app)
    there = app.epoch
    whole(app, "loss").click()
    expect(whole(app, "loss")).to_be_hidden()
    expect_cursors(app)
    app.expect_epoch(there)


def test_the_part_of_another_measure_or_of_another_length_is_the_whole(app):
    app.open_at_the_end()
    drag(app, "loss", (0.2, 0.2), (0.8, 0.7))
    expect(whole(app, "loss")).to_be_visible()

    app.select("Measure", "Accuracy")

    expect(whole(app, "loss")).to_be_hidden()
    settle(app.page)
    drag(app, "loss", (0.2, 0.2), (0.8, 0.7))
    expect(whole(app, "loss")).to_be_visible()
    app.set_number("Epochs", 500)
    expect(whole(app, "loss")).to_be_hidden()
    expect_cursors(app)
