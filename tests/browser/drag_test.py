"""Points of the decision picture under the pointer: rows are learnt while they move, the new situation is answered."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, expect

from ..page_texts import ARROW, ARTICLE_1, expected_outputs, with_table
from .measured_boxes import settle

NOTE_ANSWERS = """
() => {
  window.answers_seen = [];
  const look = () => {
    const text = document.querySelector(".rows-of-situation .rows-list")?.innerText ?? "no list";
    if (text !== window.answers_seen.at(-1)) window.answers_seen.push(text);
    requestAnimationFrame(look);
  };
  look();
}
"""

EDGES = """
() => JSON.stringify([...document.querySelectorAll(".decision-plot .decision-ticks span")].map(
  tick => [tick.innerText, tick.style.left, tick.style.bottom]
))
"""


class Picture:
    """The decision picture of the app, as far as points are dragged in it."""

    def __init__(self, app):
        self.app = app
        self.plot = app.player.locator(".decision-plot")
        self.situation = self.plot.locator(".is-situation")
        self.label = self.plot.locator(".decision-drag")

    def row(self, number: int) -> Locator:
        """Return the point of a training row."""
        return self.plot.get_by_role("button", name=re.compile(f"^row {number}, target"))

    @contextmanager
    def drag(self, point: Locator, right: float, down: float) -> Iterator[None]:
        """Hold a point by its middle so many pixels away from its place; it is let go in the end."""
        mouse, (x, y) = self.app.page.mouse, middle(point)
        mouse.move(x, y)
        mouse.down()
        mouse.move(x + right, y + down, steps=5)
        yield
        mouse.up()

    def numbers(self) -> list[str]:
        """Return the numbers beside the dragged point, as a cell has them."""
        return [text.replace("−", "-") for text in self.label.locator("b").all_text_contents()]

    def edges(self) -> str:
        """Return the numbers along the edges of the picture, and where they stand."""
        return self.app.page.evaluate(EDGES)

    def expect_other_edges(self, edges: str) -> None:
        """Wait until other numbers stand along the edges, or elsewhere."""
        self.app.page.wait_for_function(f"edges => ({EDGES})() !== edges", arg=edges)


def middle(point: Locator) -> tuple[float, float]:
    """Return the middle of a point on the screen; one that is being moved to another run is there a moment later."""
    expect(point).to_be_visible()
    box = point.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.fixture
def picture(app):
    app.open_at_the_end()
    return Picture(app)


def expect_row(app, table: str, row: int, *texts: str) -> None:
    """Wait until these are the cells of a row."""
    # Not cell by cell: while a drag is put into its table, the table is for a moment without columns.
    expect(app.table(table).rows.nth(row).locator("td")).to_have_text(texts)


def test_a_dragged_row_is_learnt_while_it_moves_and_is_compared_with_the_run_before_the_drag(app, picture):
    first, point = app.run, picture.row(3)

    with picture.drag(point, -30, -20):
        app.expect_another_run(first)
        second = app.run
        x, y = middle(point)
        app.page.mouse.move(x - 25, y - 15, steps=5)
        app.expect_another_run(second)
        assert middle(point) == pytest.approx((x - 25, y - 15), abs=1)
        input_1, input_2 = picture.numbers()
    app.wait_until_finished()

    assert 0 < float(input_1) < 1
    assert 0 < float(input_2) < 1
    expect_row(app, "Training table", 2, input_1, input_2, "1", "1")
    rows = ARTICLE_1.dataset.inputs.copy()
    rows[2, :2] = float(input_1), float(input_2)
    old, new = expected_outputs(ARTICLE_1), expected_outputs(with_table(ARTICLE_1, inputs=rows))
    expect(app.outputs()).to_have_text([ARROW.join(pair) for pair in zip(old, new, strict=True)])
    loss = ARTICLE_1.run().history.loss[-1]
    app.wait_for_chart("loss", f"Math.abs(plot.data.find(line => line.name === 'before').y.at(-1) / {loss} - 1) < 1e-6")


def test_one_undo_takes_a_whole_drag_back(app, picture):
    first = app.run
    with picture.drag(picture.row(3), -30, -20):
        app.expect_another_run(first)
        second = app.run
        app.page.mouse.move(*middle(picture.situation))
        app.expect_another_run(second)
    app.wait_until_finished()

    with app.another_run():  # a comparison that is cleared before would come back with it
        app.button("Undo").click()

    expect_row(app, "Training table", 2, "1", "0", "1", "1")
    expect(app.button("Undo")).to_have_attribute("aria-disabled", "true")
    app.button("Clear comparison").click()
    expect(app.outputs()).to_have_text(expected_outputs(ARTICLE_1))


def test_the_edges_of_the_picture_stay_while_a_row_is_dragged_and_follow_when_it_is_dropped(app, picture):
    first, edges = app.run, picture.edges()

    with picture.drag(picture.row(2), 500, -500):
        app.expect_another_run(first)
        during, numbers = picture.edges(), picture.numbers()
    app.wait_until_finished()

    # The rows stand between 0 and 1, and the picture leaves a quarter of that to either side.
    assert numbers == ["1.25", "1.25"]
    assert during == edges
    picture.expect_other_edges(edges)
    expect_row(app, "Training table", 1, "1.25", "1.25", "1", "1")


def test_escape_puts_a_dragged_row_back(app, picture):
    first, point = app.run, picture.row(3)
    place = middle(point)

    with picture.drag(point, -30, -20):
        app.expect_another_run(first)
        app.page.keyboard.press("Escape")
        expect(picture.label).to_be_hidden()
    app.wait_until_finished()

    expect_row(app, "Training table", 2, "1", "0", "1", "1")
    expect(app.outputs()).to_have_text(expected_outputs(ARTICLE_1))
    expect(app.button("Undo")).to_have_attribute("aria-disabled", "true")
    settle(app.page)
    assert middle(point) == pytest.approx(place, abs=1)


def test_a_press_that_hardly_moves_chooses_the_row_and_changes_nothing(app, picture):
    first = app.run

    with picture.drag(picture.row(3), 2, 1):
        expect(picture.label).to_be_hidden()
    app.wait_until_finished()

    expect(app.page.get_by_role("button", name=re.compile("^Row 3, output"))).to_have_attribute("aria-pressed", "true")
    expect_row(app, "Training table", 2, "1", "0", "1", "1")
    assert app.run == first


def test_the_new_situation_is_answered_while_it_is_dragged_and_stands_in_its_table_when_it_is_dropped(app, picture):
    first = app.run
    app.page.get_by_role("tab", name="New situation").click()
    settle(app.page)

    with picture.drag(picture.situation, -80, -40):
        input_1, input_2 = picture.numbers()
        (answer,) = expected_outputs(ARTICLE_1, [[float(input_1), float(input_2), 0]])
        expect(app.situation).to_contain_text(answer)
        app.page.evaluate(NOTE_ANSWERS)
    expect_row(app, "New situation", 0, input_1, input_2, "0")
    app.wait_until_finished()

    assert 0 < float(input_1) < 1
    assert 0 < float(input_2) < 1
    expect(app.situation).to_contain_text(answer)
    # It never went back to the situation before, not for a frame.
    assert len(app.page.evaluate("window.answers_seen")) == 1
    assert app.run == first


def test_escape_puts_the_new_situation_back(app, picture):
    place = middle(picture.situation)
    (answer,) = expected_outputs(ARTICLE_1, [[1, 0, 0]])

    with picture.drag(picture.situation, -80, -40):
        expect(app.situation).not_to_contain_text(answer)
        app.page.keyboard.press("Escape")
        expect(app.situation).to_contain_text(answer)

    assert middle(picture.situation) == pytest.approx(place, abs=1)
    expect_row(app, "New situation", 0, "1", "0", "0")


def test_a_run_that_was_playing_plays_on_after_a_drag(app, picture):
    app.select("Speed", "1,000 epochs/s")
    app.button("Train").click()
    app.wait_for_epoch(100)

    with picture.drag(picture.row(3), -30, -20):
        expect(app.button("Play")).to_be_visible()
    dropped = app.epoch

    app.wait_for_epoch(dropped + 100)
    expect(app.button("Pause")).to_be_visible()
    app.button("Pause").click()
    app.wait_until_paused()
    app.expect_epoch(app.epoch)


def test_a_click_into_the_picture_adds_a_row_of_the_chosen_class_and_a_right_click_takes_it_away(app):
    app.open().wait_until_finished()
    picture = Picture(app)
    settle(app.page)
    of_picture = middle(picture.plot.locator("canvas"))

    app.page.mouse.click(*of_picture)
    expect(app.outputs()).to_have_count(4)  # no class is chosen yet
    choice = picture.plot.get_by_role("button", name="Add rows of class 0", exact=False)
    choice.click()
    expect(choice).to_have_attribute("aria-pressed", "true")
    app.page.mouse.click(*of_picture)

    expect(picture.row(5)).to_be_visible()
    table = app.table("Training table")
    expect(table.cell(4, "input 1")).to_have_text("0.5")
    expect(table.cell(4, "input 3")).to_have_text("1")
    expect(table.cell(4, "target")).to_have_text("0")
    app.page.keyboard.press("Escape")
    expect(choice).to_have_attribute("aria-pressed", "false")
    picture.row(5).click(button="right")
    expect(picture.row(5)).to_have_count(0)
    app.button("Undo").click()
    expect(picture.row(5)).to_be_visible()
    app.wait_until_finished()  # nothing makes the points anew any more
    picture.row(5).focus()
    app.page.keyboard.press("Delete")
    expect(picture.row(5)).to_have_count(0)
    expect(app.outputs()).to_have_count(4)


def test_what_is_said_of_an_example_goes_at_once_when_its_table_is_another_one_and_comes_back_with_it(app, picture):
    note = app.page.get_by_test_id("stSidebar").get_by_text("“How to Create a Simple Neural Network in Python”")
    expect(note).to_be_visible()

    with picture.drag(picture.row(3), 0, -60):
        expect(note).to_be_hidden()

    app.wait_until_finished()
    expect(note).to_be_hidden()
    app.button("Undo").click()
    expect(note).to_be_visible()
