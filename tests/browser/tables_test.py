"""Cells edited, pasted and mended, rows added and deleted, in a real table with a real keyboard."""

from playwright.sync_api import expect

from ..page_texts import (
    ARROW,
    ARTICLE_1,
    BEFORE,
    OPEN_ARTICLE_2,
    TABLE_TO_MEND,
    TEST_ROWS,
    expected_outputs,
    with_table,
)
from .playground_page import PlaygroundPage

IRIS = (
    "5.1\t3.5\t1.4\t0.2\t0\n4.9\t3.0\t1.4\t0.2\t0\n7.0\t3.2\t4.7\t1.4\t1\n"
    "6.4\t3.2\t4.5\t1.5\t1\n6.3\t3.3\t6.0\t2.5\t2\n5.8\t2.7\t5.1\t1.9\t2"
)
BIAS_FREE_LINES = ["input 1 → target", "input 2 → target", "input 3 → target"]


def test_an_edited_cell_is_learnt_at_once_and_what_was_before_stays_in_sight(app):
    app.open_at_the_end()
    old = expected_outputs(ARTICLE_1)
    new = expected_outputs(with_table(ARTICLE_1, targets=[[0], [1], [0.5], [0]]))
    app.select("Speed", "1,000 epochs/s")

    app.table("Training table").edit(2, "target", "0,5")

    expect(app.outputs()).to_have_text([ARROW.join(pair) for pair in zip(old, new, strict=True)])
    expect(app.answers().nth(2)).to_contain_text("0.5")
    app.wait_for_lines("loss", [BEFORE, "train"])
    app.wait_for_lines("weights", [BEFORE, *BIAS_FREE_LINES])

    app.button("Clear comparison").click()

    expect(app.outputs()).to_have_text(new)
    expect(app.button("Clear comparison")).to_be_hidden()
    app.wait_for_lines("loss", ["train"])
    app.wait_for_lines("weights", BIAS_FREE_LINES)
    expect(app.player.get_by_label("Speed")).to_have_value("1000")  # the player is still the same one


def test_a_bad_cell_is_named_and_keeps_everything_until_it_is_mended(app):
    app.open_at_the_end()
    table, outputs = app.table("Training table"), expected_outputs(ARTICLE_1)

    table.edit(1, "input 3", "a lot")

    wrong = 'Row 2, column input 3: "a lot" is not a number.'
    expect(app.page.locator(".st-key-training").get_by_text(wrong)).to_be_visible()
    expect(app.notes).to_contain_text(f"{TABLE_TO_MEND} {wrong}")
    expect(app.page.locator(".player.stale")).to_have_count(1)
    expect(app.page.locator(".table-slot-situation .answers")).to_have_css("opacity", "0.4")
    expect(app.button("Train")).to_be_disabled()
    expect(app.outputs()).to_have_text(outputs)
    expect(app.charts).to_have_count(2)

    table.edit(1, "input 3", "1")

    expect(app.button("Train")).to_be_enabled()
    expect(app.notes).to_have_count(0)
    expect(app.page.locator(".player.stale")).to_have_count(0)
    expect(app.page.locator(".table-slot-situation .answers")).to_have_css("opacity", "1")
    expect(app.outputs()).to_have_text(outputs)
    expect(app.page.get_by_text("is not a number")).to_have_count(0)


def test_rows_are_pasted_added_and_deleted_as_in_a_spreadsheet(app):
    app.open_at_the_end()
    table = app.table("Training table")

    with app.another_run():
        table.paste(0, "input 1", "1\t0,25\t1\n0\t0,75\t1")
    table.add_row()
    expect(table.rows).to_have_count(5)
    table.paste(4, "input 1", "1\t0\t0\t1")
    expect(app.answers()).to_have_count(5)
    app.wait_until_finished()
    table.delete_row(1)

    # The pasted numbers have decimal commas, as many spreadsheets write them. The new row stands below the four.
    inputs = [[1, 0.25, 1], [1, 0, 1], [0, 1, 1], [1, 0, 0]]
    experiment = with_table(ARTICLE_1, inputs=inputs, targets=[[0], [1], [0], [1]])
    expect(app.answers()).to_have_count(4)
    app.button("Clear comparison").click()
    expect(app.outputs()).to_have_text(expected_outputs(experiment))


def test_a_paste_that_does_not_fit_the_grid_is_told_and_the_box_takes_all_of_it(app):
    app.open_at_the_end()
    table = app.table("Training table")
    said = app.page.locator(".st-key-training").get_by_text("its last column lies past the last one here")

    table.paste(0, "input 1", IRIS)

    expect(said).to_be_in_viewport()
    expect(app.button("See it in the box")).to_be_in_viewport(ratio=1)
    expect(table.cell(5, "input 1")).to_have_text("5.8")  # the grid has taken what it can

    app.button("See it in the box").click()

    expect(app.page.get_by_role("dialog").get_by_role("textbox")).to_have_value(IRIS)
    expect(said).to_have_count(0)
    with app.finished_run():
        app.button("Replace the table").click()
    expect(app.page.get_by_role("dialog")).to_have_count(0)
    expect(app.answers()).to_have_count(6)
    expect(table.frame.locator("th")).to_have_count(5)  # a grid tells its columns a while after it has drawn them


def test_rows_of_a_paste_belong_to_the_table_and_can_be_edited_at_once(app):
    app.open_at_the_end()
    table = app.table("Training table")
    lines = [[number % 2, number % 3 / 4, 1, number % 2] for number in range(30)]
    text = "\n".join("\t".join(str(number).replace(".", ",") for number in line) for line in lines)

    table.paste(0, "input 1", text)
    expect(app.answers()).to_have_count(30)
    app.wait_until_finished()
    with app.another_run():  # the run before has a comparison, too
        table.edit(5, "target", "0")

    app.button("Clear comparison").click()
    inputs, targets = [line[:3] for line in lines], [line[3:] for line in lines]
    targets[5] = [0]
    expect(app.outputs()).to_have_text(expected_outputs(with_table(ARTICLE_1, inputs=inputs, targets=targets)))
    app.button("Undo").click()
    expect(table.cell(5, "target")).to_have_text("1")


def test_a_cell_is_kept_though_a_click_right_after_it_takes_the_grid_off_the_page(app):
    app.open().wait_until_finished()
    with app.another_run():
        app.choose_from("Open", OPEN_ARTICLE_2)
    table, editor = app.table("Training table"), app.page.locator(".gdg-input")
    for row, text, end in ((1, "0.25", "Enter"), (2, "0.75", None)):
        table.select(row, "target")
        app.page.keyboard.press("Enter")
        editor.fill(text)
        if end:
            editor.press(end)
        switch = app.page.get_by_role("switch", name="Show inputs scaled", exact=True)
        was_on = switch.is_checked()

        switch.locator("xpath=ancestor::label").click()

        expect(switch).to_be_checked(checked=not was_on)
        expect(app.answers().nth(row)).to_contain_text(text)
        expect(app.table("Training table").cell(row, "target")).to_have_text(text)
        scaled = app.page.get_by_text("Inputs as the network sees them")
        expect(scaled).to_be_visible()
        switch.locator("xpath=ancestor::label").click()
        expect(scaled).to_have_count(0)
        app.wait_until_idle()


def test_the_new_situation_follows_each_change_and_test_rows_are_answered_below(app):
    app.open_at_the_end()
    (answer,) = expected_outputs(ARTICLE_1, [[0.25, 0, 0]])
    (test_answer,) = expected_outputs(ARTICLE_1, [[1, 1, 0]])

    app.table("New situation").edit(0, "input 1", "0,25")
    expect(app.situation).to_contain_text(answer)
    test_table = app.table("Test table")
    test_table.add_row()
    expect(test_table.rows).to_have_count(1)
    test_table.paste(0, "input 1", "1\t1\t0\t0")

    expect(app.outputs(TEST_ROWS)).to_have_text([test_answer])
    expect(app.verdicts(TEST_ROWS)).to_have_text(["wrong"])
    # Test rows are not learnt from: it is the same run, and no other one stands before it.
    app.wait_for_lines("loss", ["train", "test"])


def test_two_pages_do_not_see_each_others_tables(open_page, app_url):
    pages = open_page(comes_again=True), open_page()
    one, other = (PlaygroundPage(page, app_url).open_at_the_end() for page in pages)

    numbers = one.run, other.run
    one.table("Training table").edit(0, "target", "1")
    one.expect_another_run(numbers[0])
    other.table("Training table").edit(1, "input 2", "0")
    other.expect_another_run(numbers[1])

    expect(one.table("Training table").cell(0, "target")).to_have_text("1")
    expect(one.table("Training table").cell(1, "input 2")).to_have_text("1")
    expect(other.table("Training table").cell(0, "target")).to_have_text("0")
    other.button("Clear comparison").click()
    inputs = [[0, 0, 1], [1, 0, 1], [1, 0, 1], [0, 1, 1]]
    expect(other.outputs()).to_have_text(expected_outputs(with_table(ARTICLE_1, inputs=inputs)))
