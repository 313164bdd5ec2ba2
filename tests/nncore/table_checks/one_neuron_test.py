import numpy as np

import nncore
from nncore.table_checks.one_neuron import one_neuron

from .checked_experiments import experiment

CORNERS = [[0, 0], [0, 1], [1, 0], [1, 1]]


def sentence(*table, row_numbers=None, **settings):
    return one_neuron(experiment(*table, **settings), row_numbers=row_numbers).sentence


def test_xor_is_refused_with_the_sum_that_shows_it():
    answer = one_neuron(experiment(CORNERS, [[0], [1], [1], [0]]), row_numbers=[1, 2, 5, 7])

    assert answer.kind == "not_separable"
    assert answer.sentence == (
        "One neuron cannot learn it: rows 2 and 5 have the same middle point as rows 1 and 7, so no straight line can part them."
    )
    assert answer.rows == (0, 1, 2, 3)
    assert answer.mend is None


def test_hidden_layers_play_no_part():
    assert one_neuron(experiment(CORNERS, [[0], [1], [1], [0]], hidden=(4,))).kind == "not_separable"


def test_or_can_be_learnt_with_a_distance_of_the_nearest_rows():
    assert sentence(CORNERS, [[0], [1], [1], [1]]) == (
        "One neuron can learn it: a straight line has every row strictly on its side, and rows 1–3, the nearest, are 0.354 "
        "away."
    )


def test_the_first_article_s_table_needs_no_bias():
    answer = one_neuron(nncore.articles.single_neuron())

    assert answer.kind == "separable"
    assert "a plane through the origin has every row strictly on its side" in answer.sentence


def test_what_only_lacks_a_bias_is_mended_by_one():
    answer = one_neuron(experiment([[1], [2], [3]], [[0], [1], [1]], bias=False))

    assert answer.kind == "needs_bias"
    # 2 · 1 − 1 · 2 = 0
    assert answer.sentence == (
        "One neuron without a bias cannot learn it, though with one it could: row 2 = 2 · row 1, so no threshold at 0 has "
        "every row on its side."
    )
    assert one_neuron(answer.mend).kind == "separable"


def test_a_row_of_zeros_is_said_to_lie_at_the_threshold():
    assert sentence(CORNERS, [[0], [1], [1], [1]], bias=False) == (
        "One neuron without a bias cannot learn it, though with one it could: row 1 is all zeros, and so exactly at the "
        "threshold whatever the weights."
    )


def test_where_classes_only_touch_the_rows_at_the_threshold_are_named():
    assert sentence([[0, 0], [0, 2], [2, 0], [1, 1]], [[0], [0], [0], [1]]) == (
        "One neuron cannot learn it: 2 · row 4 = row 2 + row 3, so no straight line has every row on its side; the best "
        "leaves rows 2–4 exactly at the threshold."
    )


def test_equal_rows_of_different_classes_are_the_proof():
    assert sentence([[1], [2], [1]], [[0], [1], [1]]) == (
        "One neuron cannot learn it: rows 1 and 3 are the same and of different classes."
    )


def test_a_long_proof_names_its_rows():
    rng = np.random.default_rng(0)

    found = sentence(rng.random((40, 6)), rng.integers(0, 2, (40, 1)))

    assert found.startswith("One neuron cannot learn it: a mixture of rows ")
    assert found.endswith(", so no flat cut has every row on its side.")


def test_a_proof_by_large_whole_numbers_is_said_to_be_one_of_mixtures():
    crossed = [[0.101, 0.203], [1.007, 1.009], [0.307, 0.901], [0.809, 0.107]]

    assert sentence(crossed, [[0], [0], [1], [1]]) == (
        "One neuron cannot learn it: a mixture of rows 3 and 4 is also a mixture of rows 1 and 2, so no straight line has "
        "every row on its side."
    )


def test_a_row_inside_the_other_class_is_said_to_be_a_mixture_of_it():
    corners = np.random.default_rng(0).random((5, 4))

    found = sentence([*corners, corners.mean(axis=0)], [[0]] * 5 + [[1]])

    # 4 columns and 5 corners: the mean lies inside, and stays a mixture however it is rounded.
    assert found == (
        "One neuron cannot learn it: row 6 is also a mixture of rows 1–5, so no flat cut has every row on its side."
    )


def test_a_row_that_touches_only_up_to_rounding_is_said_to():
    found = sentence([[0.0, 0.1], [1.0, 0.4], [0.5, np.nextafter(0.25, 0)]], [[1], [1], [0]])

    assert "row 3 is also a mixture of rows 1 and 2, within rounding, so no straight line" in found


def test_rows_of_one_class_without_a_bias_can_stand_against_each_other():
    assert sentence([[1], [-2]], [[1], [1]], bias=False).startswith(
        "One neuron without a bias cannot learn it, though with one it could: 2 · row 1 + row 2 = 0, so"
    )


def test_without_a_bias_a_proof_names_multiples_of_rows_and_no_mixtures():
    # Whatever the weight, both lie on the same side of 0: 5.283731 / 4.226985 = 1.25.
    assert sentence([[4.226985], [5.283731]], [[0], [1]], bias=False).endswith(
        "row 2 is 1.25 times row 1, so no threshold at 0 has every row on its side."
    )
    found = sentence([[3.1415926, 0.1], [0.3, 2.7182818], [1.9, 1.3]], [[0], [0], [1]], bias=False)
    assert "row 3 is also a sum of multiples of rows 1 and 2, so no straight line through the origin" in found


def test_one_class_is_learnt_at_once():
    assert sentence([[1], [2]], [[1], [1]]) == "One neuron can learn it: there is only one class."


def test_scaled_rows_are_taken_as_the_network_sees_them():
    found = sentence([[0], [10]], [[0], [1]], input_scaling="min_max")

    assert found.endswith("rows 1 and 2, the nearest, are 0.5 away in scaled inputs.")


SEVERAL = {"activations": ("softmax",), "class_names": ["oak", "elm", "yew"]}


def test_of_several_classes_the_first_that_cannot_be_told_is_named():
    between = one_neuron(experiment([[1], [2], [3]], np.eye(3), **SEVERAL))
    equal = one_neuron(experiment([[1], [2], [3], [2]], np.eye(3)[[0, 0, 1, 2]], **SEVERAL))

    assert [answer.separable for answer in between.answers] == [True, False, True]
    assert between.sentence.startswith("One neuron cannot tell elm from the rest: ")
    assert between.class_names == ("oak", "elm", "yew")
    assert [answer.separable for answer in equal.answers] == [False, True, False]
    assert equal.sentence == (
        "One neuron cannot tell oak from the rest: rows 2 and 4 are the same and of different classes."
    )


def test_quantities_are_not_asked_about():
    assert one_neuron(experiment([[1], [2]], [[0.3], [0.7]])) is None
