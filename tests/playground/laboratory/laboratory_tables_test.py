from dataclasses import replace

import nncore
from nncore.number_text import NO_BREAK_SPACE, number_text
from nncore.scaling_laboratory import run_laboratory
from playground.laboratory.laboratory_run import laboratory_of
from playground.laboratory.laboratory_tables import MOST_COUNTS, number_on_the_page, told_counts, way_rows

ARTICLE = nncore.articles.hidden_layer()


def without_holding_together(text):
    """Return a text whose lines may break at any space."""
    return text.replace(NO_BREAK_SPACE, " ")


def test_the_article_from_200_seeds_gives_its_printed_counts_as_it_is_scaled():
    own, train, clipped = way_rows(laboratory_of(ARTICLE, 200))

    assert (own.right, train.right, clipped.right) == ("200 of 200", "14 of 200", "200 of 200")
    assert own.counts == clipped.counts
    assert without_holding_together(own.counts) == "200 × TP 2, TN 4, FP 0, FN 0"
    assert without_holding_together(train.counts) == "186 × TP 2, TN 3, FP 1, FN 0; 14 × TP 2, TN 4, FP 0, FN 0"
    assert (own.failing, train.failing, clipped.failing) == ("none", "row 3", "none")


def test_rows_go_by_the_numbers_that_they_have_on_the_page():
    laboratory = laboratory_of(ARTICLE, 20)

    assert way_rows(laboratory, [1, 2, 7, 8, 9, 10])[1].failing == "row 7"
    assert number_on_the_page(laboratory, 2, [1, 2, 7, 8, 9, 10]) == 7


def test_a_regression_is_told_by_how_far_it_is_from_its_targets():
    table = nncore.Dataset([[0], [2], [4]], [[0.1], [0.5], [0.9]], test_inputs=[[8]], test_targets=[[0.7]])
    shape = nncore.Architecture((1, 1), ("linear",))
    experiment = replace(ARTICLE, dataset=table, architecture=shape, target_scaling="none", epochs=20)

    laboratory = run_laboratory(experiment, range(3))
    rows = way_rows(laboratory)

    errors = abs(laboratory.results["train"].outputs[:, 0, 0] - 0.7)
    assert rows[1].counts == f"{number_text(errors.min())} to {number_text(errors.max())}"
    assert [(row.right, row.failing) for row in rows] == [("", "")] * 3  # there is no right and wrong


def test_what_was_changed_by_hand_on_the_way_plays_no_part():
    changed = replace(ARTICLE, interventions=(nncore.Intervention(4, "learning_rate", 0.001),))

    assert way_rows(laboratory_of(changed, 20)) == way_rows(laboratory_of(ARTICLE, 20))


def test_one_count_that_is_not_told_is_one_other():
    counts = [f"TP {number}" for number in range(MOST_COUNTS + 2)]

    assert told_counts(counts[:-1]).endswith("; 1 other")
    assert told_counts(counts).endswith("; 2 others")
    assert without_holding_together(told_counts([*counts[:1] * 2, counts[1]])) == "2 × TP 0; 1 × TP 1"
