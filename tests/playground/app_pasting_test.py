"""The page without a browser: rows pasted by the dozen and by the thousand, and what only a forged message says."""

import re

import pytest

from playground.gallery.examples import document_titled

from ..page_texts import ARTICLE_1, TABLE_TO_MEND, expected_outputs, with_table

COLUMNS = ["input 1", "input 2", "input 3", "target"]
ROW = dict(zip(COLUMNS, ["1", "0", "0", "1"], strict=True))


def typed(page) -> list[list[str | None]]:
    """Return the training table with all that was typed into its editor."""
    return page.client.session_state["playground"].open.tables["training"].typed.values.tolist()


def test_pasted_rows_belong_to_the_table_and_are_learnt(page):
    page.add_row("training", {"input 1": "0,5"})
    editor = page.editor("training")

    page.add_rows("training", [ROW] * 20).finish()
    pasted = typed(page)
    page.type("training", 10, "target", "0").finish()

    assert page.editor("training") != editor
    assert pasted[4] == ["0,5", None, None, None]  # still being typed, and not lost
    assert len(pasted) == 4 + 1 + 20
    inputs = [*ARTICLE_1.dataset.inputs.tolist(), *[[1, 0, 0]] * 20]
    targets = [*ARTICLE_1.dataset.targets.tolist(), *[[1]] * 20]
    targets[9] = [0]
    assert page.outputs() == expected_outputs(with_table(ARTICLE_1, inputs=inputs, targets=targets))
    assert (page.problems, page.header["stale"]) == ([], "")


def test_an_editor_that_scrolls_in_itself_says_so_though_one_of_its_rows_does_not_count(page):
    page.add_row("training", {"input 1": "0,5"})
    before = heads_of_the_training_table(page)

    page.add_rows("training", [ROW] * 36).finish()

    # 41 lines, one more than are drawn in full, and 40 rows that are learnt from.
    assert len(page.outputs()) == 40
    assert "of-scrolling" not in before
    assert "of-scrolling" in heads_of_the_training_table(page)


def test_a_table_of_more_rows_than_a_few_says_so_for_its_answers_to_stand_beside_them(page):
    page.add_rows("training", [ROW] * 2).finish()
    assert "are-few of-many-rows" not in heads_of_the_training_table(page)

    page.add_rows("training", [ROW] * 20).finish()

    assert "are-few of-many-rows" in heads_of_the_training_table(page)


def test_five_columns_with_long_names_are_in_sight_beside_the_sidebar_of_a_tablet(page):
    page.client.session_state["playground"].open_document(document_titled("Iris"))

    page.step().finish()

    heads = heads_of_the_training_table(page)
    assert heads.count("<span") == 5
    width = int(re.search(r'style="width: (\d+)px"', heads)[1])
    assert 400 < width <= 820 - 228 - 2 * 16


def heads_of_the_training_table(page) -> str:
    """Return what stands above the columns of the training table, the first of the tables."""
    return next(html.proto.body for html in page.client.get("html") if "table-heads" in html.proto.body)


def test_undo_takes_a_paste_back(page):
    page.add_rows("training", [ROW] * 20).finish()

    page.do("undo").step()

    assert len(page.cells("training")) == 4
    assert page.finish().outputs() == expected_outputs(ARTICLE_1)


def test_more_rows_than_the_page_takes_get_a_sentence_and_are_not_lost(page):
    page.finish()
    run = page.header["run"]

    page.add_rows("training", [ROW] * 10_000)

    assert page.problems == [
        "The Training table has 10,004 rows. The page takes up to 10,000: paste fewer of them.",
    ]
    assert page.header["stale"].startswith(TABLE_TO_MEND)
    assert page.header["run"] == run
    assert len(typed(page)) == 10_004


@pytest.mark.parametrize(
    "changes",
    [
        {"edited_rows": {7: {"target": "1"}}, "added_rows": [], "deleted_rows": []},
        {"edited_rows": {0: {"another": "1"}}, "added_rows": [], "deleted_rows": []},
        {"edited_rows": {}, "added_rows": [{"another": "1"}], "deleted_rows": []},
        {"edited_rows": {}, "added_rows": [], "deleted_rows": [4]},
    ],
)
def test_a_forged_change_of_a_table_changes_nothing(page, changes):
    page.type("training", 0, "target", "1")
    before, run = typed(page), page.header["run"]

    page.send("training", changes)

    assert page.cells("training") == typed(page) == before
    assert (page.header["run"], page.header["stale"]) == (run, "")


@pytest.mark.parametrize("name", ["Open", "Optimizer", "Loss"])
def test_a_forged_choice_changes_nothing(page, name):
    run = page.header["run"]

    page.forge(name, "something else")

    assert (page.header["run"], page.header["opened"], page.header["stale"]) == (run, 1, "")
    assert page.finish().outputs() == expected_outputs(ARTICLE_1)


@pytest.mark.parametrize("cells", [{"inputs": {"3": 5}}, {"targets": {"1": 5}}, {"inputs": {"0": 1, "999": 5}}])
def test_a_forged_move_of_a_row_writes_no_other_column(page, cells):
    run = page.header["run"]

    page.do("move_row", row=0, dropped=True, **cells).step()

    assert page.cells("training")[0] == ["0", "0", "1", "0"]
    assert page.header["run"] == run


def test_a_forged_move_of_the_situation_changes_nothing(page):
    page.do("move_situation", inputs={"0": 5, "3": 5}).step()

    assert page.cells("situation") == [["1", "0", "0"]]
