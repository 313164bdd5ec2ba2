"""The page without a browser: rows that keep a table from being learnt are left out by one click, and come back by another."""

from .app_paste_box_test import MISSING_AGES, paste, take


def offered(page):
    """Return what is offered beside the tables that have something to mend."""
    return [button.label for button in page.client.button if (button.key or "").startswith("leave_out_")]


def state_of(page):
    return page.client.session_state["playground"]


def paste_table(page, text):
    paste(page, text)
    take(page, "Replace the table")


def test_rows_with_gaps_are_left_out_at_once_and_undo_brings_them_back_to_be_filled_in(page):
    paste_table(page, f"class\tage\tsurvived\n{MISSING_AGES}\n")
    assert offered(page) == ["Leave rows 5, 7 and 10 out"]

    page.press("Leave rows 5, 7 and 10 out").request()

    assert not page.header["stale"]
    assert [row[1] for row in page.player.description["train"]["inputs"]] == [22, 38, 26, 35, 54, 27, 14, 4, 58]
    assert offered(page) == []
    page.do("undo").step()
    assert len(page.cells("training")) == 12
    assert offered(page) == ["Leave rows 5, 7 and 10 out"]
    page.do("undo").step()
    assert page.cells("training")[0] == ["0", "0", "1", "0"]
    assert not page.header["can_undo"]
    page.do("redo").step()
    page.do("redo").step()
    assert len(page.cells("training")) == 9
    assert not page.header["stale"]


def test_a_row_that_is_still_being_typed_is_none_to_mend_when_another_one_is_left_out_or_comes_back(page):
    page.type("training", 1, "input 2", "abc")
    page.add_row("training", {"input 1": "0,25", "target": "1"})

    page.press("Leave row 2 out").request()

    assert not page.header["stale"]
    assert page.cells("training")[-1][0] == "0,25"
    assert len(page.player.description["train"]["inputs"]) == 3
    page.do("undo").step()
    assert offered(page) == ["Leave row 2 out"]
    assert "Row 2" in page.header["stale"]
    page.type("training", 1, "input 2", "1")
    assert not page.header["stale"]


def test_a_test_row_that_cannot_be_read_is_left_out_of_the_test_table_alone(page):
    for cells in (["1", "x", "1", "0"], ["0", "1", "0", "1"]):
        page.add_row("test", dict(zip(["input 1", "input 2", "input 3", "target"], cells, strict=True)))

    page.press("Leave row 1 out").request()

    assert page.player.description["test"]["inputs"] == [[0, 1, 0]]
    assert len(page.player.description["train"]["inputs"]) == 4


def test_a_row_that_the_editor_does_not_show_can_be_left_out(page):
    rows = [f"{row},{row % 2}" for row in range(2_500)]
    rows[2_399] = "abc,1"
    paste_table(page, "a,b\n" + "\n".join(rows))

    page.press("Leave row 2400 out").request()

    assert state_of(page).open.run.experiment.dataset.samples == 2_499
    assert not state_of(page).open.stale


def test_nothing_is_offered_where_no_row_would_be_left_or_where_it_is_in_no_row(page):
    paste_table(page, "a\tb\n1\t0\n2\t1\n")
    for row in (0, 1):
        page.type("training", row, "a", "abc")

    assert offered(page) == []


def test_the_notice_above_the_pictures_offers_the_same_and_leaves_the_rows_out_at_once(page):
    assert page.header["leaves_out"] is None
    paste_table(page, f"class\tage\tsurvived\n{MISSING_AGES}\n")
    assert page.header["leaves_out"] == ["training", "Leave rows 5, 7 and 10 out"]

    page.do("leave_out_rows", table="training").step()

    assert (page.header["stale"], page.header["leaves_out"]) == ("", None)
    assert len(page.player.description["train"]["inputs"]) == 9
    page.do("undo").step()
    assert page.header["leaves_out"] == ["training", "Leave rows 5, 7 and 10 out"]


def test_the_notice_offers_to_leave_test_rows_out_once_the_training_table_can_be_read(page):
    page.add_row("test", {"input 1": "1", "input 2": "x", "input 3": "1", "target": "0"})
    page.type("training", 1, "input 2", "abc")
    page.add_row("test", {"input 1": "0", "input 2": "1", "input 3": "0", "target": "1"})
    assert page.header["leaves_out"] == ["training", "Leave row 2 out"]

    page.do("leave_out_rows", table="training").step()
    assert page.header["leaves_out"] == ["test", "Leave row 1 out"]
    page.do("leave_out_rows", table="test").step()

    assert page.header["stale"] == ""
    assert page.player.description["test"]["inputs"] == [[0, 1, 0]]


def test_the_notice_offers_no_way_on_where_no_row_would_be_left(page):
    paste_table(page, "a\tb\n1\t0\n2\t1\n")
    for row in (0, 1):
        page.type("training", row, "a", "abc")

    assert page.header["stale"]
    assert page.header["leaves_out"] is None


def test_a_row_that_was_mended_in_the_same_moment_stays(page):
    page.type("training", 1, "input 2", "abc")
    assert offered(page) == ["Leave row 2 out"]

    next(button for button in page.client.button if button.label == "Leave row 2 out").click()
    page.type("training", 1, "input 2", "1")

    assert state_of(page).open.run.experiment.dataset.samples == 4
