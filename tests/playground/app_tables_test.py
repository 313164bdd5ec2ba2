"""The page without a browser: what happens when a cell is typed, a row comes or goes, or something cannot be read."""

from playground.answers import shown_number

from ..page_texts import (
    ARROW,
    ARTICLE_1,
    BEFORE,
    NEVER_REACHED,
    TABLE_TO_MEND,
    TEST_ROWS,
    TRAINING_ROWS,
    epochs_done,
    expected_outputs,
    with_table,
)

COLUMNS = ["input 1", "input 2", "input 3", "target"]


def test_a_changed_cell_shows_old_and_new_answers_until_forget_is_pressed(page):
    page.finish()
    old, new = expected_outputs(ARTICLE_1), expected_outputs(with_table(ARTICLE_1, targets=[[0], [1], [0.5], [0]]))

    page.type("training", 2, "target", "0,5").finish()
    compared = page.answers(TRAINING_ROWS)
    ghosts = [page.lines("loss").count(BEFORE), page.lines("weights").count(BEFORE)]
    page.press("Forget")

    numbers, targets, changes = (
        ["1", "2", "3", "4"],
        ["0", "1", "0.5", "0"],
        [ARROW.join(pair) for pair in zip(old, new, strict=True)],
    )
    assert [line[:3] for line in compared] == [list(line) for line in zip(numbers, targets, changes, strict=True)]
    assert ghosts == [1, 1]
    assert [line[2] for line in page.answers(TRAINING_ROWS)] == new
    assert set(page.verdicts()) == {""}  # 0.5 is no class, so no row is right or wrong any more
    assert BEFORE not in page.lines("loss") + page.lines("weights")
    assert "Forget" not in page.buttons


def test_rows_can_be_added_and_deleted(page):
    inputs = [[0, 0, 1], [1, 0, 1], [0, 1, 1], [1, 1, 0]]
    experiment = with_table(ARTICLE_1, inputs=inputs, targets=[[0], [1], [0], [1]])

    page.delete_row("training", 1)
    page.add_row("training", dict(zip(COLUMNS, ["1", "1", "0", "1"], strict=True)))

    page.finish()
    assert page.outputs() == expected_outputs(experiment)


def test_a_bad_cell_is_named_and_the_last_result_stays_and_says_so(page):
    page.finish()
    answered, status = page.answers(TRAINING_ROWS), page.status

    page.type("training", 2, "input 2", "abc")

    assert page.problems == [
        'Row 3, column input 2: "abc" is not a number. Write a number such as 1.5, or delete the row.'
    ]
    assert page.notes[0].startswith(TABLE_TO_MEND)
    assert (page.answers(TRAINING_ROWS), page.status) == (answered, status)
    assert page.buttons == {"Train": False}


def test_a_mended_cell_is_learnt_together_with_what_was_set_in_the_meantime(page):
    page.type("training", 2, "input 2", "").set_number("Seed", 3)
    named = page.problems

    page.type("training", 2, "input 2", "1").finish()

    inputs = [[0, 0, 1], [1, 1, 1], [1, 1, 1], [0, 1, 1]]
    assert named == ["Row 3, column input 2: the cell is empty. Write a number such as 1.5, or delete the row."]
    assert page.outputs() == expected_outputs(with_table(ARTICLE_1, inputs=inputs, seed=3))
    assert not page.problems
    assert not page.notes
    assert page.buttons["Train"]


def test_the_new_situation_is_answered_anew_without_training_again(page):
    page.finish()
    answer = ARTICLE_1.run().predict([[-1, 0.5, 2]]).item()

    for column, text in zip(COLUMNS[:3], ["-1", ".5", "2"], strict=True):
        page.type("situation", 0, column, text)
    answered = page.situation
    page.type("situation", 0, "input 3", "two")

    assert answered == f"target: {shown_number(answer)}, class 0"
    assert page.situation == ""
    assert [problem.split(":")[0] for problem in page.problems] == ["New situation, column input 3"]
    assert page.buttons == {"Train": True}  # nothing was changed about the run


def test_test_rows_are_answered_and_counted_and_never_learnt(page):
    page.add_row("test", dict(zip(COLUMNS, ["1", "0", "0", "1"], strict=True)))
    page.add_row("test", dict(zip(COLUMNS, ["0", "0", "0", "1"], strict=True)))
    page.finish()

    # The article's neuron has no bias: it answers exactly 0.5 to (0, 0, 0), which is not above the limit.
    assert page.answers(TEST_ROWS) == [["1", "1", "0.99996", "right"], ["2", "1", "0.5000", "wrong"]]
    assert page.counts("Test") == ["TP 1 TN 0 FP 0 FN 1", "accuracy = (TP + TN) / all = (1 + 0) / 2 = 0.5"]
    assert page.outputs() == expected_outputs(ARTICLE_1)
    assert page.lines("loss")[-1] == "test"

    page.add_row("test", dict(zip(COLUMNS, ["0", "0", "?", "1"], strict=True)))

    assert [problem.split(":")[0] for problem in page.problems] == ["Row 3, column input 3"]
    assert not page.buttons["Train"]


def test_targets_out_of_reach_are_trained_with_a_caution(page):
    page.type("training", 1, "target", "5").finish()

    assert [NEVER_REACHED in note for note in page.notes] == [True]
    assert page.status.startswith(epochs_done(15_000, 15_000))
    assert page.buttons["Train"]
