"""One row as the networks of the scaling laboratory are asked it: the article's, and those of other tables."""

from dataclasses import replace

import nncore
from nncore import Dataset
from nncore.scaling_laboratory import run_laboratory
from playground.laboratory.asked_rows import (
    AskedOutput,
    asked_situation,
    asked_test_row,
    failing_row,
    misread_input,
    moving_input,
    output_of_situation,
    output_of_test_row,
    told_row,
)
from playground.laboratory.laboratory_run import laboratory_of
from playground.laboratory.laboratory_tables import span_text

ARTICLE = nncore.articles.hidden_layer()


def test_the_row_that_fails_is_told_with_what_the_networks_see_of_it():
    laboratory = laboratory_of(ARTICLE, 200)

    assert failing_row(laboratory) == 2
    assert moving_input(laboratory, 2) == 2
    own, train, clipped = asked_test_row(laboratory, 2)
    assert own.scaled == clipped.scaled == ("0", "1", "1")
    assert train.scaled == ("0", "1", "10")
    assert own.answers == clipped.answers != train.answers


def test_an_unscaled_1_is_taken_for_a_10():
    laboratory = laboratory_of(ARTICLE, 200)

    unscaled, scaled = asked_situation(laboratory, nncore.articles.HIDDEN_LAYER_SINGLE_PREDICTION)

    assert (unscaled.scaled, scaled.scaled) == (("1", "1", "0"), ("0.1", "1", "0"))
    assert misread_input(laboratory, (1.0, 1.0, 0.0)) == (0, 10.0)


def asked(inputs, targets):
    """Return the article with other test rows."""
    return replace(ARTICLE, dataset=replace(ARTICLE.dataset, test_inputs=inputs, test_targets=targets))


def test_a_row_that_is_not_the_only_one_to_fail_is_told_by_how_many_fail_at_it():
    # Of 1,000 seeds 868 is the one that answers 0 to every row, so that rows 2 and 4, of class 1, are wrong.
    laboratory = run_laboratory(ARTICLE, [0, 1, 2, 868])

    assert told_row(laboratory, failing_row(laboratory)) == (
        "Scaled as the training rows were, 3 of 4 networks fail at this row, more than at any other. It is of class 0, and "
        "stands outside what was learnt."
    )


def test_a_row_that_fails_within_what_was_learnt_is_not_said_to_stand_outside():
    laboratory = laboratory_of(asked([[10, 0, 0], [0, 1, 0]], [[1], [1]]), 5)

    assert told_row(laboratory, failing_row(laboratory)) == "Every failure is this row. It is of class 1."


def test_where_nothing_fails_the_row_that_is_shown_lies_furthest_outside():
    within, outside = (laboratory_of(asked([[10, 0, 0], [last, 0, 1]], [[1], [1]]), 5) for last in (10, 30))

    no_failure = "No network fails at a row that is scaled as the training rows were."
    assert told_row(within, failing_row(within)) == f"{no_failure} No row lies outside what was learnt."
    assert failing_row(outside) == 1
    assert told_row(outside, 1) == f"{no_failure} This row lies furthest outside what was learnt."


def test_a_regression_fails_at_no_row():
    table = Dataset([[0], [2], [4]], [[0.1], [0.5], [0.9]], test_inputs=[[3], [8]], test_targets=[[0.7], [0.7]])
    shape = nncore.Architecture((1, 1), ("linear",))
    laboratory = laboratory_of(replace(ARTICLE, dataset=table, architecture=shape, epochs=20), 3)

    assert failing_row(laboratory) == 1
    assert told_row(laboratory, 1) == "This row lies furthest outside what was learnt."


def test_of_several_classes_the_output_of_the_row_s_own_is_told_by_its_name():
    dataset = Dataset(
        [[0], [1], [2]],
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        target_names=["red", "green", "blue"],
        test_inputs=[[0], [2]],
        test_targets=[[1, 0, 0], [0, 0, 1]],
    )
    shape = nncore.Architecture((1, 3), ("softmax",))
    laboratory = laboratory_of(
        replace(ARTICLE, dataset=dataset, architecture=shape, loss="categorical_cross_entropy", epochs=500), 3
    )

    assert output_of_test_row(laboratory, 1) == AskedOutput(2, "blue")
    assert output_of_situation(laboratory, [0]) == AskedOutput(0, "red")
    answers = laboratory.results["train"].outputs[:, 1, 2]
    assert asked_test_row(laboratory, 1)[1].answers == span_text(answers)
    assert answers.min() > 0.5
