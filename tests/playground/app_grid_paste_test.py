"""A paste into a grid that does not fit it, without a browser: what the page says of it, and the way into the box."""

import pytest

from .app_paste_box_test import radio, take

IRIS = (
    "5.1\t3.5\t1.4\t0.2\t0\n4.9\t3.0\t1.4\t0.2\t0\n7.0\t3.2\t4.7\t1.4\t1\n6.4\t3.2\t4.5\t1.5\t1\n6.3\t3.3\t6.0\t2.5\t2"
)
BEGUN = "Not all of what was pasted fits this table: "


def paste_into(page, text, table="training", **place):
    where = {"rows": 4, "row": 0, "column": "input 1", **place}
    page.do("paste_cells", table=table, text=text, **where)
    return page.step()


def test_the_page_says_what_did_not_fit_and_the_box_takes_all_of_it(page):
    paste_into(page, IRIS)
    assert page.problems == [f"{BEGUN}its last column lies past the last one here."]

    page.press("See it in the box")

    assert page.client.text_area[0].value == IRIS
    assert not any(problem.startswith(BEGUN) for problem in page.problems)

    take(page, "Replace the table")

    assert page.cells("training")[4] == ["6.3", "3.3", "6", "2.5", "2"]


@pytest.mark.parametrize("close", [lambda page: take(page, "Replace the table"), lambda page: page.press("Gallery")])
def test_nothing_is_kept_of_a_box_that_is_closed_or_gives_way_to_another(page, close):
    paste_into(page, IRIS)
    before = set(page.client.session_state["playground_widgets"])
    page.press("See it in the box")
    page.choose("Between cells", ",")
    of_the_box = f"_{page.client.session_state['playground'].box.key}"

    def kept():
        return {name for name in page.client.session_state["playground_widgets"] if of_the_box in name} - before

    assert {name.partition(of_the_box)[0] for name in kept()} >= {"meant", "pasted", "playground_said_of_a_text"}

    close(page)
    page.step()

    assert not kept()


def test_who_leaves_it_so_reads_it_no_more_nor_does_who_takes_something_back(page):
    paste_into(page, IRIS)
    page.press("Leave it so")
    assert page.problems == []

    page.type("training", 0, "input 1", "7")
    paste_into(page, IRIS)
    assert len(page.problems) == 1
    page.do("undo").step()
    assert page.problems == []


def test_it_is_said_while_the_table_has_something_to_mend(page):
    page.type("training", 0, "input 1", "setosa")
    paste_into(page, "setosa\t1\nvirginica\t2")

    assert page.problems[0] == f'{BEGUN}"setosa" and 1 more cell are no numbers.'


def test_what_was_pasted_into_the_test_table_goes_there_from_the_box(page):
    training = page.cells("training")
    paste_into(page, "a\tb\tc\td\n0\t0\t1\t0\n1\t1\t1\t1", table="test", rows=0)
    page.press("See it in the box")
    assert next(field for field in page.client.radio if field.key.startswith("into_")).value == "test"

    take(page, "Replace the table")

    assert page.cells("test") == [["0", "0", "1", "0"], ["1", "1", "1", "1"]]
    assert page.cells("training") == training
    assert page.player.description["test"]["targets"] == [[0], [1]]

    page.do("undo").step()

    assert page.cells("test") == []


@pytest.mark.parametrize(
    "forged", [{"table": "situation"}, {"text": 5}, {"text": "1\t2" * 200_000}, {"column": None}, {"row": -1}]
)
def test_a_forged_paste_says_nothing(page, forged):
    paste_into(page, **{"text": IRIS, **forged})

    assert page.problems == []
    assert radio(page, "separator") is None


def test_it_is_said_until_the_table_is_changed_again(page):
    paste_into(page, IRIS)
    said = page.problems
    page.type("training", 0, "input 1", "5.1")  # what the grid took of it
    assert page.problems == said

    page.type("training", 1, "input 1", "0")

    assert page.problems == []


def test_where_the_grid_has_said_first_what_it_took_the_next_change_ends_it(page):
    for column, text in (("input 2", "3"), ("input 3", "4"), ("target", "1")):
        page.type("training", 1, column, text)
    paste_into(page, "3\t4\t1\t0", row=1, column="input 2")
    assert len(page.problems) == 1

    page.type("training", 0, "input 1", "1")

    assert page.problems == []


def test_a_paste_that_fits_takes_the_place_of_one_that_did_not(page):
    paste_into(page, IRIS)

    paste_into(page, "1\t0\t1\t1", row=2)

    assert page.problems == []


def test_of_a_cell_that_is_out_of_sight_the_page_says_that_it_does_not_know(page):
    paste_into(page, "1\t0", row=None, column="")
    assert page.problems == [
        "The cell that this was pasted into is out of sight, so the page cannot tell whether all of it fits this table: "
        "look at where it went."
    ]

    paste_into(page, IRIS, row=None, column="")
    assert page.problems == [f"{BEGUN}its last column lies past the last one here."]

    paste_into(page, "1\n0", row=None, column="")
    assert page.problems == []
