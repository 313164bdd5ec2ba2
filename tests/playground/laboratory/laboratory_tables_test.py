from dataclasses import replace

import nncore
from nncore.scaling_laboratory import run_laboratory
from playground.laboratory.laboratory_run import laboratory_of
from playground.laboratory.laboratory_tables import (
    asked_situation,
    asked_test_row,
    failing_row,
    misread_input,
    moving_input,
    way_rows,
)

ARTICLE = nncore.articles.hidden_layer()


def test_the_article_from_200_seeds_gives_its_printed_counts_as_it_is_scaled():
    own, train, clipped = way_rows(laboratory_of(ARTICLE, 200))

    assert (own.right, train.right, clipped.right) == ("200 of 200", "14 of 200", "200 of 200")
    assert own.counts == clipped.counts == "200 × TP 2, TN 4, FP 0, FN 0"
    assert train.counts == "186 × TP 2, TN 3, FP 1, FN 0; 14 × TP 2, TN 4, FP 0, FN 0"
    assert (own.failing, train.failing, clipped.failing) == ("none", "row 3", "none")


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


def test_rows_go_by_the_numbers_that_they_have_on_the_page():
    assert way_rows(laboratory_of(ARTICLE, 20), [1, 2, 7, 8, 9, 10])[1].failing == "row 7"


def test_a_regression_is_told_by_how_far_it_is_from_its_targets():
    table = nncore.Dataset([[0], [2], [4]], [[0.1], [0.5], [0.9]], test_inputs=[[8]], test_targets=[[0.7]])
    shape = nncore.Architecture((1, 1), ("linear",))
    experiment = replace(ARTICLE, dataset=table, architecture=shape, target_scaling="none", epochs=20)

    own, train, _ = way_rows(run_laboratory(experiment, range(3)))

    assert own.counts.startswith("mean absolute error ")
    assert own.failing == train.failing == "none"


def test_what_was_changed_by_hand_on_the_way_plays_no_part():
    changed = replace(ARTICLE, interventions=(nncore.Intervention(4, "learning_rate", 0.001),))

    assert way_rows(laboratory_of(changed, 20)) == way_rows(laboratory_of(ARTICLE, 20))
