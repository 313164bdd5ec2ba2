"""A table of one's own on the page: three classes from words to their confusion matrix, and a column renamed while it plays."""

import random
import re

from playwright.sync_api import expect

from .playground_page import PlaygroundPage

BOX = "Paste or upload a table"
SPECIES = ("setosa", "versicolor", "<b>virginica</b>")


def flowers() -> str:
    """Return four flowers of each species, such as a network without biases tells apart, as a spreadsheet copies them."""
    drawn = random.Random(1)
    lines = ["length\twidth\tspecies"]
    for name, (length, width) in zip(SPECIES, ((2, 0), (0, 2), (-2, -2)), strict=True):
        lines += [f"{length + drawn.random():.2f}\t{width + drawn.random():.2f}\t{name}" for _ in range(4)]
    return "\r\n".join(lines) + "\r\n"


def paste(app: PlaygroundPage, text: str) -> None:
    """Put a text into the box for tables, and take the table it is understood as."""
    app.page.get_by_role("button", name=BOX).click()
    field = app.page.get_by_role("textbox", name=re.compile("^Rows, copied"))
    field.fill(text)
    field.press("ControlOrMeta+Enter")
    app.page.get_by_role("button", name="Replace the table").click()
    expect(app.page.get_by_role("dialog")).to_have_count(0)


def test_three_classes_go_from_pasted_words_to_a_confusion_matrix_with_their_names(app):
    app.open().wait_until_finished()

    paste(app, flowers())

    expect(app.answers()).to_have_count(12)
    app.wait_until_finished().go_to_the_end()
    expect(app.verdicts()).to_have_text(["right"] * 12)
    matrix = app.counts("Training counts").get_by_role("table")
    expect(matrix.get_by_role("rowheader")).to_have_text(sorted(SPECIES))
    # Every row is called something: the column of those that are not is out of the way.
    expect(matrix.get_by_role("columnheader")).to_have_text([re.compile("called"), *sorted(SPECIES)])
    counts = [[4, 0, 0], [0, 4, 0], [0, 0, 4]]
    expect(matrix.get_by_role("cell")).to_have_text([str(count) for row in counts for count in row])


def test_a_row_of_one_of_three_classes_is_put_into_the_picture_and_taken_out_by_the_keyboard(app):
    app.open().wait_until_finished()
    paste(app, flowers())
    expect(app.answers()).to_have_count(12)
    plot = app.player.locator(".decision-plot")
    plot.get_by_role("button", name="Add rows of class versicolor with a click into the picture").click()

    plot.click(position={"x": 8, "y": 8})

    expect(app.answers()).to_have_count(13)
    expect(app.table("Training table").cell(12, "species")).to_have_text("versicolor")
    points = plot.locator("button.decision-point")
    points.nth(12).focus()
    app.page.keyboard.press("Delete")
    expect(app.answers()).to_have_count(12)
    expect(points.nth(11)).to_be_focused()
    expect(plot.locator("[data-adds][aria-pressed=true]")).to_have_text("versicolor")


def test_two_words_that_look_like_html_name_the_classes_wherever_these_are_told(app):
    app.open().wait_until_finished()
    low, high = "<b>n</b>", "<img src=x> & more than that"

    paste(app, f"x\ty\tfits\r\n0\t0\t{low}\r\n1\t0\t{high}\r\n0\t1\t{high}\r\n2\t2\t{high}\r\n")

    expect(app.answers()).to_have_count(4)
    app.wait_until_finished().go_to_the_end()
    scale = app.player.locator(".scale-labels")
    expect(scale.get_by_text(low, exact=True)).to_be_visible()
    expect(scale.get_by_text(re.compile(r"^<img .*…$"))).to_be_visible()
    expect(
        app.page.get_by_role("button", name=f"Add rows of class {high} with a click into the picture")
    ).to_be_visible()
    expect(app.player.get_by_role("slider", name="Threshold")).to_have_attribute(
        "aria-valuetext", f"0.50: above it an output is called class {high}"
    )
    spoken = app.answers().nth(1).get_by_role("button")
    expect(spoken).to_have_accessible_name(re.compile(re.escape(f"should be {high}") + "$"))
    expect(app.player.locator("img, .scale-labels b:not(.is-threshold b)")).to_have_count(0)
    assert not app.player.get_by_text(re.compile(r"^class [01]$")).is_visible()


def test_a_column_that_is_renamed_while_it_plays_is_called_so_everywhere_and_it_plays_on(app):
    app.open().wait_until_finished()
    app.set_number("Epochs", 1_000_000)
    expect(app.readout).to_contain_text("of 1,000,000")
    app.slider.fill("3")
    app.expect_epoch(3)
    app.button("Play").click()
    app.wait_for_epoch(4)

    app.page.get_by_role("button", name="Columns").click()
    name = app.page.get_by_role("textbox", name="Name of column 2")
    name.fill("height <i>h</i>")
    name.press("Enter")

    in_network = app.player.locator(".panel-network svg text").get_by_text("height <i>h</i>", exact=True)
    expect(in_network.first).to_be_visible()
    # The play-head goes on from where it is, and nobody has to start it anew.
    app.wait_for_epoch(app.epoch + 1)
    expect(app.button("Pause")).to_be_visible()
    app.button("Pause").click()
    heads = app.table("Training table").frame.locator("th")
    expect(heads.filter(has_text=re.compile("^height <i>h</i>$"))).to_have_count(1)
    assert app.epoch > 4


def test_the_keyboard_goes_on_in_the_columns_box_when_one_is_removed_and_every_column_is_named_wherever_it_is_scrolled(
    app,
):
    app.open().wait_until_finished()
    names = [f"measure {number}" for number in range(1, 11)]
    lines = [names, *([f"{row / column:.2f}" for column in range(1, 10)] + [str(row % 2)] for row in range(4))]
    paste(app, "\n".join("\t".join(line) for line in lines))
    expect(app.answers()).to_have_count(4)

    app.button("Columns").click()
    formula = app.page.get_by_role("textbox", name="Formula of another input")
    formula.fill("[measure 1] * [measure 2]")
    formula.press("Enter")
    expect(app.page.get_by_role("textbox", name="Formula of derived input 1")).to_be_visible()
    expect(formula.last).to_be_focused()
    app.button("Move column 1 to the right").focus()
    app.page.keyboard.press("Enter")
    expect(app.page.get_by_role("textbox", name="Name of column 1", exact=True)).to_have_value("measure 2")
    # Of the drawing before a line may still be there.
    expect(app.button("Move column 1 to the right")).to_have_count(1)
    expect(app.button("Move column 1 to the right")).to_be_focused()
    app.button("Remove column 10").focus()
    app.page.keyboard.press("Enter")
    expect(app.button("Remove column 10")).to_have_count(0)
    expect(app.button("Remove column 9")).to_be_focused()
    app.page.keyboard.press("Escape")

    heads = app.page.locator(".st-key-training .table-heads")
    app.table("Training table").frame.hover()
    app.page.mouse.wheel(1000, 0)
    last = heads.get_by_text("measure 9", exact=True)
    expect(last).to_be_in_viewport(ratio=0.95)
    right, end = (box["x"] + box["width"] for box in (last.bounding_box(), heads.bounding_box()))
    assert abs(right - end) <= 2
    expect(heads.locator("span").first).not_to_be_in_viewport()
