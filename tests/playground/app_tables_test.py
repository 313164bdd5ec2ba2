"""The page without a browser: what happens when a cell is typed, a row comes or goes, or something cannot be read."""

import json

from playground.text.shown_number import shown_number

from ..page_texts import ARTICLE_1, BEFORE, NEVER_REACHED, OPEN_ARTICLE_2, TABLE_TO_MEND, expected_outputs, with_table
from .app_paste_box_test import paste, take

COLUMNS = ["input 1", "input 2", "input 3", "target"]


def test_a_changed_cell_is_trained_at_once_with_the_old_run_beside_it_until_it_is_let_go(page):
    page.finish()
    old, trained = page.header["run"], page.parameters()

    page.type("training", 2, "target", "0,5")
    number, before, drawn = page.header["run"], page.header["before"], page.header["trained"]
    matched = page.header["rows_before"]
    page.finish()
    ghosts = [page.lines("loss").count(BEFORE), page.lines("weights").count(BEFORE)]
    page.request(forget=True)

    assert (number, before) == (old + 1, old)
    assert drawn > 0
    assert matched == {"train": [0, 1, 2, 3], "test": None}
    assert page.player.description["train"]["targets"] == [[0], [1], [0.5], [0]]
    assert page.player.description["classes"] is None  # 0.5 is no class, so no row is right or wrong any more
    assert ghosts == [1, 1]
    assert page.outputs() == expected_outputs(with_table(ARTICLE_1, targets=[[0], [1], [0.5], [0]]))
    assert page.parameters() != trained
    assert page.header["before"] is None
    assert BEFORE not in page.lines("loss") + page.lines("weights")


def test_rows_can_be_added_and_deleted(page):
    inputs = [[0, 0, 1], [1, 0, 1], [0, 1, 1], [1, 1, 0]]
    experiment = with_table(ARTICLE_1, inputs=inputs, targets=[[0], [1], [0], [1]])

    page.delete_row("training", 1)
    page.add_row("training", dict(zip(COLUMNS, ["1", "1", "0", "1"], strict=True)))

    page.finish()
    assert page.outputs() == expected_outputs(experiment)
    assert page.player.description["train"]["inputs"] == inputs


def test_a_row_that_is_being_typed_may_be_unfinished_after_another_was_deleted(page):
    page.delete_row("training", 0)
    page.add_row("training", {"input 1": "1"})

    assert page.problems == []
    assert not page.header["stale"]
    assert page.player.description["train"]["row_numbers"] == [1, 2, 3]


def test_rows_keep_the_numbers_they_have_in_the_table_when_an_empty_one_is_passed_over(page):
    for column in COLUMNS:
        page.type("training", 1, column, "")

    assert page.player.description["train"]["row_numbers"] == [1, 3, 4]
    assert len(page.outputs()) == 3


def test_a_row_that_goes_leaves_the_others_beside_their_answers_of_before(page):
    page.delete_row("training", 0)

    assert page.header["rows_before"] == {"train": [1, 2, 3], "test": None}


def test_a_bad_cell_is_named_and_the_last_run_stays_and_says_so(page):
    page.finish()
    run, trained = page.header["run"], page.parameters()

    page.type("training", 2, "input 2", "abc")

    assert page.problems == [
        'Row 3, column input 2: "abc" is not a number. Write a number such as 1.5, or delete the row.'
    ]
    assert page.header["stale"].startswith(TABLE_TO_MEND)
    assert (page.header["run"], page.parameters()) == (run, trained)


def test_a_mended_cell_is_learnt_together_with_what_was_set_in_the_meantime(page):
    page.type("training", 2, "input 2", "").set_number("Seed", 3)
    named, run = page.problems, page.header["run"]

    page.type("training", 2, "input 2", "1").finish()

    inputs = [[0, 0, 1], [1, 1, 1], [1, 1, 1], [0, 1, 1]]
    assert named == ["Row 3, column input 2: the cell is empty. Write a number such as 1.5, or delete the row."]
    assert page.outputs() == expected_outputs(with_table(ARTICLE_1, inputs=inputs, seed=3))
    assert (page.problems, page.header["stale"]) == ([], "")
    assert page.header["run"] == run + 1


def test_the_new_situation_is_answered_anew_without_training_again(page):
    page.finish()
    run, answer = page.header["run"], ARTICLE_1.run().predict([[-1, 0.5, 2]]).item()

    for column, text in zip(COLUMNS[:3], ["-1", ".5", "2"], strict=True):
        page.type("situation", 0, column, text)
    answered = page.outputs("situation")
    page.type("situation", 0, "input 3", "two")

    assert answered == [shown_number(answer)]
    assert page.header["situation"] is None
    assert [problem.split(":")[0] for problem in page.problems] == ["New situation, column input 3"]
    assert (page.header["run"], page.header["stale"]) == (run, "")  # nothing was changed about the run


def test_the_new_situation_is_sent_as_it_was_typed_and_as_the_network_sees_it(page):
    page.choose("Open", OPEN_ARTICLE_2)

    page.type("situation", 0, "input 1", "5")

    # The inputs of article 2 run from 0 to 10, 0 to 1 and 0 to 1: 5 lies half way.
    typed, scaled = page.header["situation"]["inputs"], page.header["situation"]["scaled"]
    assert (typed[0], scaled[0], typed[1:]) == (5, 0.5, scaled[1:])


def test_a_situation_too_far_away_to_be_scaled_is_no_question_and_no_error(page):
    page.choose("Scaling of inputs", "mean 0, deviation 1")

    page.type("situation", 0, "input 1", "1.7e308")

    assert page.header["situation"] is None


def test_test_rows_are_told_and_never_learnt(page):
    page.add_row("test", dict(zip(COLUMNS, ["1", "0", "0", "1"], strict=True)))
    page.add_row("test", dict(zip(COLUMNS, ["0", "0", "0", "1"], strict=True)))
    page.finish()

    # The article's neuron has no bias: it answers exactly 0.5 to (0, 0, 0), which is not above the limit.
    assert page.outputs("test") == ["0.99996", "0.5000"]
    assert page.player.description["test"]["row_numbers"] == [1, 2]
    assert page.outputs() == expected_outputs(ARTICLE_1)
    assert page.lines("loss")[-1] == "test"
    run = page.header["run"]

    page.add_row("test", dict(zip(COLUMNS, ["0", "0", "?", "1"], strict=True)))

    assert [problem.split(":")[0] for problem in page.problems] == ["Row 3, column input 3"]
    assert page.header["stale"].startswith(TABLE_TO_MEND)
    assert page.header["run"] == run


def test_test_rows_are_sent_as_their_own_range_scales_them(page):
    page.choose("Open", OPEN_ARTICLE_2)
    own = page.player.description["test"]

    page.choose("Test rows are scaled", "by the training rows")

    # The third test row is (0, 1, 10). Its last input is the largest among the test rows, ten times that of the training.
    assert own["inputs"][2] == page.player.description["test"]["inputs"][2] == [0, 1, 10]
    assert own["scaled"][2] == [0, 1, 1]
    assert page.player.description["test"]["scaled"][2] == [0, 1, 10]


def test_targets_out_of_reach_are_trained_with_a_warning(page):
    page.type("training", 1, "target", "5").finish()

    assert [NEVER_REACHED in warning for warning in page.header["warnings"]] == [True]
    assert page.header["trained"] == 15_000


def test_a_code_typed_among_numbers_is_told_with_what_is_read(page):
    page.type("training", 1, "input 1", "01234")

    told = [caption.value.replace("\\", "") for caption in page.client.caption]
    assert (
        'Row 2, column input 1: "01234" is read as the number 1234. '
        "If it is a code, choose words for its column under Columns."
    ) in told
    assert page.player.description["train"]["inputs"][1][0] == 1234


def alignments(page):
    """Return how the columns of the training table are aligned, by their names."""
    config = json.loads(next(one for one in page.client.dataframe if one.key.startswith("training_")).proto.columns)
    return {name: told["alignment"] for name, told in config.items() if "alignment" in told}


def test_of_a_cell_that_is_too_long_for_its_column_the_beginning_is_seen(page):
    assert set(alignments(page).values()) == {"right"}

    paste(page, "a\tb\tfits\n0.30000000000000004\t1\tno\n12.5\t2\t=HYPERLINK(1)+HYPERLINK(2)\n")
    take(page, "Replace the table")

    assert alignments(page) == {"a": "left", "b": "right", "fits": "left"}


def test_a_row_that_is_still_empty_is_taken_back_alone(page):
    tables = page.client.session_state["playground"].open.tables
    page.type("training", 0, "input 1", "5").step()
    page.add_row("training", {}).step()
    assert len(tables["training"].typed) == 5

    page.do("undo").step()
    assert len(tables["training"].typed) == 4
    assert tables["training"].typed.values[0][0] == "5"

    page.do("redo").step()
    assert len(tables["training"].typed) == 5
    page.do("undo").step()
    page.do("undo").step()
    assert tables["training"].typed.values[0][0] == "0"
    assert not page.header["can_undo"]
