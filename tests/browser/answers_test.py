"""The answers strip: one table with Streamlit's editor, line for line, at every size; and what it says."""

import io
import re

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Locator, expect

import nncore
from playground.document import Document

from ..page_texts import ARTICLE_1, TEST_ROWS, expected_outputs, with_table
from .measured_boxes import settle
from .playground_page import PlaygroundPage

HOUSES = "2104\t3\t399900\n1600\t3\t329900\n2400\t3\t369000\n1416\t2\t232000\n3000\t4\t539900"
LINE_HEIGHT, HEAD_HEIGHT = 30, 35
SHOW_ROWS = """
({ style }, rows) => {
  const before = style.getPropertyValue("--rows-in-sight");
  style.setProperty("--rows-in-sight", rows);
  return before;
}
"""
WIDTHS = (1920, 1280, 1024, 820, 390)
# Lines whose text is wider than its place, or overlaps what stands beside it.
CUT_OFF = """
strip => [...strip.querySelectorAll(".rows-line")].flatMap(line => {
  const parts = [...line.querySelectorAll(".rows-number, .rows-output, .rows-mark")].filter(part => part.offsetWidth);
  const boxes = parts.map(part => { const range = document.createRange(); range.selectNodeContents(part);
    return part.childNodes.length ? range.getBoundingClientRect() : part.getBoundingClientRect(); });
  const edges = line.getBoundingClientRect();
  const inside = boxes.every(box => box.left >= edges.left - 0.5 && box.right <= edges.right + 0.5);
  const apart = boxes.every((box, at) => at === 0 || boxes[at - 1].right <= box.left + 0.5 || box.width === 0);
  return inside && apart ? [] : [line.innerText];
})
"""


def edges_drawn(app: PlaygroundPage, frame: Locator) -> list[float]:
    """Return how far below the editor's upper edge its colour changes, left of all texts: at the ends of its lines."""
    box = frame.bounding_box()
    scale = app.page.evaluate("devicePixelRatio")
    image = Image.open(io.BytesIO(app.page.screenshot(clip=box))).convert("L")
    column = [image.getpixel((int(40 * scale), y)) for y in range(image.height)]
    return [y / scale for y in range(1, image.height) if column[y] != column[y - 1]]


def tops_below(frame: Locator, app: PlaygroundPage) -> list[float]:
    """Return how far below the editor's upper edge each answer begins, when both have found their places."""
    settle(app.page)
    top = frame.bounding_box()["y"]
    return [line.bounding_box()["y"] - top for line in app.answers().all()]


@pytest.mark.parametrize(("scale", "rows"), [(1, 1), (1, 30), (1.25, 4), (1.5, 4)])
def test_each_answer_stands_in_the_line_of_its_row(open_page, app_url, scale, rows):
    pixels = {} if scale == 1 else {"device_scale_factor": scale}
    page = open_page(comes_again=scale == 1, viewport={"width": 1280, "height": 2000}, **pixels)
    lines = [[number % 2, number % 3 / 4, 1, number % 2] for number in range(rows)]
    table = with_table(ARTICLE_1, inputs=[line[:3] for line in lines], targets=[line[3:] for line in lines])
    app = PlaygroundPage(page, app_url).open_document(Document(table))

    page.mouse.move(5, 5)
    frame = page.locator(".st-key-training").get_by_test_id("stDataFrame")
    tops = tops_below(frame, app)
    edges = edges_drawn(app, frame)

    assert tops == pytest.approx([tops[0] + LINE_HEIGHT * row for row in range(rows)], abs=0.6)
    assert all(min(abs(line - edge) for edge in edges) <= 1 for line in tops), (tops, edges)
    assert len(edges) < 4 * (rows + 3)  # they are the lines, and not something at every pixel


def test_the_table_goes_along_when_the_network_above_it_becomes_lower_and_the_page_stays_as_high(app):
    app.open_at_the_beginning()
    frame = app.page.locator(".st-key-training").get_by_test_id("stDataFrame")
    before = app.player.evaluate(SHOW_ROWS, "6")
    settle(app.page)
    top, height = frame.bounding_box()["y"], app.player.bounding_box()["height"]

    # As when a table of another length is opened: one row more is in sight.
    app.player.evaluate(SHOW_ROWS, "7")
    settle(app.page)

    assert app.player.bounding_box()["height"] == height
    assert frame.bounding_box()["y"] < top
    assert tops_below(frame, app)[0] == HEAD_HEIGHT
    app.player.evaluate(SHOW_ROWS, before)


def test_a_line_that_does_not_count_stays_empty_and_nothing_is_shifted(app):
    app.open_at_the_end()
    table = app.table("Training table")
    places = tops_below(table.frame, app)

    table.add_row()
    table.edit(4, "input 1", "1")  # half typed: it does not count yet
    expect(app.page.get_by_text("Row 5 counts as soon as all its cells are filled in.")).to_be_visible()

    expect(app.answers()).to_have_count(4)
    assert tops_below(table.frame, app) == places

    table.paste(4, "input 1", "1\t0\t0\t1")
    expect(app.answers()).to_have_count(5)
    assert tops_below(table.frame, app) == [*places, places[3] + LINE_HEIGHT]


def test_a_row_says_its_output_and_verdict_to_a_screen_reader_and_arrow_keys_move(app):
    app.open_at_the_end()
    app.button("Reset").click()
    app.expect_epoch(0)
    buttons = app.page.get_by_role("list", name="Training rows").get_by_role("button")

    expect(buttons.nth(1)).to_have_accessible_name("Row 2, output 0.3263, wrong, should be 1")
    buttons.nth(1).click()
    expect(buttons.nth(1)).to_have_attribute("aria-pressed", "true")
    app.page.keyboard.press("ArrowDown")

    expect(buttons.nth(2)).to_be_focused()
    expect(buttons.nth(2)).to_have_attribute("aria-pressed", "true")
    app.expect_epoch(0)


def test_the_last_line_unfolds_the_counts_and_escape_closes_them(app):
    app.open_at_the_end()
    app.button("Reset").click()
    app.expect_epoch(0)
    summary = app.page.get_by_role("button", name="2 of 4 right accuracy 0.50")

    counts = app.counts("Training counts")
    expect(counts).to_contain_text(re.compile("TP 0 true positive.*TN 2 true negative.*FP 0 false.*FN 2 false"))
    expect(counts).to_contain_text("accuracy = (TP + TN) / all = (0 + 2) / 4 = 0.50")
    app.page.keyboard.press("Escape")

    expect(counts).to_be_hidden()
    expect(summary).to_be_visible()


def test_digits_are_whole_at_every_width_also_with_a_run_before_and_with_large_targets(app):
    app.open_at_the_end()
    app.open_example_at_the_end("XOR")
    app.choose("Architecture", "Hidden layers")
    app.wait_until_finished()

    strip = app.page.locator(".rows-of-train")
    expect(strip.locator(".rows-before").first).to_have_text(re.compile(r"0\.5000 →"))
    _expect_whole_digits(app)
    app.table("Training table").paste(0, "input 1", HOUSES)
    expect(app.answers()).to_have_count(5)
    app.wait_until_finished()
    _expect_whole_digits(app)


def test_four_columns_leave_both_numbers_of_a_comparison_one_line(app):
    app.open_at_the_end()
    app.button("New weights").click()
    app.wait_until_finished()

    strip = app.page.locator(".rows-of-train")
    before, output = (strip.locator(part).first.bounding_box() for part in (".rows-before", ".rows-output b"))
    assert before["x"] + before["width"] <= output["x"] + 0.5
    expect(strip.locator(".rows-track").first).to_be_visible()
    expect(strip).not_to_have_class(re.compile("is-before-above"))


def test_test_rows_have_a_strip_of_their_own_and_are_no_new_run(app):
    app.open_at_the_end()
    (answer,) = expected_outputs(ARTICLE_1, [[1, 1, 0]])

    table = app.table("Test table")
    table.add_row()
    table.paste(0, "input 1", "1\t1\t0\t0")

    expect(app.outputs(TEST_ROWS)).to_have_text([answer])
    expect(app.page.locator(".rows-of-test .rows-summary")).to_contain_text("0 of 1 right")
    expect(app.page.locator(".rows-of-test .rows-before").first).to_be_empty()
    _wait_for_whole_digits(app, ".rows-of-test")
    app.wait_until_finished()
    app.wait_for_lines("loss", ["train", "test"])
    expect(app.button("Clear comparison")).to_be_hidden()


def test_below_its_table_the_answer_to_a_new_situation_stands_in_one_line_and_no_target_beside_it(app):
    names = [f"a measure {place}" for place in range(6)]
    several = nncore.Experiment(
        nncore.Dataset(np.eye(9, 6), np.eye(3)[[0, 1, 2] * 3], input_names=names, target_names=("one", "two", "three")),
        nncore.Architecture((6, 3), ("softmax",)),
        "categorical_cross_entropy",
        nncore.SGD(0.1),
        50,
    )
    app.open_document(Document(several, situation=(0.0,) * 6))

    app.page.get_by_role("tab", name="New situation", exact=True).click()

    strip = app.page.locator(".rows-of-situation")
    expect(strip).to_have_class(re.compile("is-apart"))
    expect(strip.get_by_text("target", exact=True)).to_be_hidden()
    settle(app.page)
    parts = [part.bounding_box() for part in strip.locator(".rows-line > *").filter(visible=True).all()]
    middles = [part["y"] + part["height"] / 2 for part in parts]
    assert middles == pytest.approx([middles[0]] * len(parts), abs=2)


def test_with_reduced_motion_no_line_pulses(open_page, app_url):
    app = PlaygroundPage(open_page(comes_again=True, reduced_motion="reduce"), app_url).open_at_the_end()
    app.button("Reset").click()
    app.expect_epoch(0)

    app.button("Next flip").click()

    expect(app.player.locator(".rows-wrong")).to_have_count(1)
    animations = app.page.locator(".rows-of-train").evaluate("strip => strip.getAnimations({ subtree: true }).length")
    assert animations == 0


def _expect_whole_digits(app: PlaygroundPage) -> None:
    for width in WIDTHS:
        app.page.set_viewport_size({"width": width, "height": 1000})
        _wait_for_whole_digits(app, ".rows-of-train")
    app.page.set_viewport_size({"width": 1280, "height": 800})


def _wait_for_whole_digits(app: PlaygroundPage, strip: str) -> None:
    app.page.wait_for_function(f"strip => !({CUT_OFF})(document.querySelector(strip)).length", arg=strip)
