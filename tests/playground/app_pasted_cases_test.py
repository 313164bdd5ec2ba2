"""Tables that once were lost or misread on the page, pasted as somebody pasted them, without a browser."""

from .app_grid_paste_test import BEGUN, paste_into
from .app_paste_box_test import paste, radio, take

TEN_ROWS = "\n".join(f"{row}\t{10 - row}\t{row % 2}" for row in range(10))
TWO_COLUMNS = "1,0\n2,0\n3,1\n4,1"
ARTICLE = "0,0,1,0\n1,1,1,1\n1,0,1,1\n0,1,1,0"
BIPOLAR = "-1\t-1\t-1\n-1\t1\t1\n1\t-1\t1\n1\t1\t-1"


def test_undo_brings_pasted_rows_back_after_something_else_was_opened(page):
    page.choose("Open", "XOR")
    paste(page, TEN_ROWS)
    take(page, "Replace the table")
    page.choose("Open", "AND")
    assert len(page.cells("training")) == 4

    page.do("undo").step()

    assert page.cells("training") == [line.split("\t") for line in TEN_ROWS.splitlines()]


def test_lines_of_two_numbers_come_as_two_columns_and_not_as_decimals(page):
    page.choose("Open", "XOR")
    paste_into(page, TWO_COLUMNS, column="input 1")
    assert page.problems == [f"{BEGUN}its lines hold several cells each."]

    page.press("See it in the box")
    radio(page, "separator").set_value('2 columns: "1" and "0"')
    page.step()
    take(page, "Replace the table")

    assert page.cells("training") == [["1", "0"], ["2", "0"], ["3", "1"], ["4", "1"]]
    assert page.player.description["train"]["inputs"] == [[1], [2], [3], [4]]


def test_the_rows_of_the_article_with_commas_between_them_take_the_place_of_its_own(page):
    before = page.cells("training")
    paste_into(page, ARTICLE)
    assert page.problems == [f"{BEGUN}its lines hold several cells each."]

    page.press("See it in the box")
    take(page, "Replace the table")

    assert page.cells("training") == before


def test_minus_one_and_one_are_two_classes_and_right_or_wrong(page):
    page.choose("Open", "XOR")
    paste(page, BIPOLAR)
    take(page, "Replace the table")

    classes = page.player.description["classes"]
    assert (classes["kind"], list(classes["values"]), classes["threshold"]) == ("two", [-1, 1], 0)
    assert page.player.description["input_names"] == ["input 1", "input 2"]
