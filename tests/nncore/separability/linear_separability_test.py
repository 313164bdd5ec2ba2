from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import linprog, minimize
from sklearn.svm import SVC

import nncore
from nncore.errors import TableError

from .random_class_tables import random_class_table

CORNERS = [[0, 0], [0, 1], [1, 0], [1, 1]]
READINGS = {"as typed": lambda number: Fraction(repr(number)), "as held": Fraction}


def signed_rows(inputs, targets, bias):
    """Return sᵢ · (xᵢ, 1), or sᵢ · xᵢ without a bias."""
    signs = np.where(np.ravel(targets) > 0, 1.0, -1.0)
    table = np.asarray(inputs, dtype=float)
    return (np.column_stack([table, np.ones(len(table))]) if bias else table) * signs[:, None]


def separable_by_linear_program(inputs, targets, bias):
    """Ask SciPy for the weights of at most 1 with the largest least product; 1e-9 is what rounding may leave."""
    rows = signed_rows(inputs, targets, bias)
    count, columns = rows.shape
    found = linprog(
        [0.0] * columns + [-1.0],
        A_ub=np.column_stack([-rows, np.ones(count)]),
        b_ub=np.zeros(count),
        bounds=[(-1, 1)] * columns + [(None, 1)],
        method="highs",
    )
    return -found.fun > 1e-9


def require_a_proof(inputs, targets, bias, answer):
    """Check the answer in fractions: every strict inequality, or every column of the combination."""
    rows = signed_rows(inputs, targets, bias).tolist()
    if answer.separable:
        weights = [Fraction(weight) for weight in [*answer.weights.tolist(), *([answer.bias] if bias else [])]]
        assert bias or answer.bias == 0
        for read in READINGS.values():
            assert all(sum(w * read(x) for w, x in zip(weights, row, strict=True)) > 0 for row in rows)
        return
    multipliers = answer.multipliers.tolist()
    assert min(multipliers) >= 0 < max(multipliers)
    assert answer.rows == tuple(np.flatnonzero(answer.exact_multipliers or multipliers))
    if answer.exact_multipliers is None:
        sizes = np.abs(rows).max(axis=0) * sum(multipliers)
        assert (np.abs(np.transpose(rows) @ multipliers) <= 1e-14 * sizes).all()
        return
    assert multipliers == [float(number) for number in answer.exact_multipliers]
    assert any(
        all(
            sum(number * read(x) for number, x in zip(answer.exact_multipliers, column, strict=True)) == 0
            for column in zip(*rows, strict=True)
        )
        for read in READINGS.values()
    )


def widest_margin(inputs, targets):
    """Let SciPy lengthen the margin that scikit-learn finds: 1 / |w| for the shortest w that keeps all rows at 1."""
    signs = np.where(targets > 0, 1.0, -1.0)
    rows = np.column_stack([inputs, np.ones(len(inputs))]) * signs[:, None]
    machine = SVC(kernel="linear", C=1e9, tol=1e-8).fit(inputs, targets)
    found = minimize(
        lambda plane: plane[:-1] @ plane[:-1],
        np.append(machine.coef_[0], machine.intercept_),
        jac=lambda plane: np.append(2 * plane[:-1], 0),
        constraints={"type": "ineq", "fun": lambda plane: rows @ plane - 1, "jac": lambda _: rows},
        method="SLSQP",
        options={"ftol": 1e-15, "maxiter": 500},
    )
    return 1 / np.linalg.norm(found.x[:-1])


# --- the answer and its proof -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("bias", [True, False])
def test_a_thousand_tables_are_answered_as_a_linear_program_does_and_proved_in_fractions(bias):
    answers = []
    for seed in range(500 * bias, 500 * bias + 500):
        inputs, targets = random_class_table(seed)

        answer = nncore.linear_separability(inputs, targets, bias=bias)

        assert answer.separable == separable_by_linear_program(inputs, targets, bias), seed
        require_a_proof(inputs, targets, bias, answer)
        answers.append(answer.separable)
    assert 150 < sum(answers) < 350  # both sides are met


def test_the_proof_for_xor_names_its_four_rows_alike():
    answer = nncore.linear_separability(CORNERS, [[0], [1], [1], [0]], bias=True)

    # (0, 0) + (1, 1) = (0, 1) + (1, 0), two rows of each class
    assert not answer.separable
    assert answer.multipliers.tolist() == [1, 1, 1, 1]
    assert answer.exact_multipliers == (1, 1, 1, 1)
    assert answer.rows == (0, 1, 2, 3)
    assert answer.weights is None
    assert answer.margin is None


def test_or_with_a_bias_is_cut_half_way():
    answer = nncore.linear_separability(CORNERS, [0, 1, 1, 1])

    # x₁ + x₂ = 0.5, of length √2: (0, 0), (0, 1) and (1, 0) are 0.5 / √2 = 0.353553390593 away
    np.testing.assert_allclose(answer.weights, [0.5**0.5, 0.5**0.5], atol=1e-7)
    assert answer.bias == pytest.approx(-0.353553390593, abs=1e-7)
    assert answer.margin == pytest.approx(0.353553390593, abs=1e-7)
    assert answer.rows == (0, 1, 2)


def test_a_bias_is_what_one_row_of_class_0_away_from_the_origin_needs():
    inputs, targets = [[1.0], [2.0]], [0, 1]

    with_bias = nncore.linear_separability(inputs, targets)
    without = nncore.linear_separability(inputs, targets, bias=False)

    assert (with_bias.separable, with_bias.bias, with_bias.margin) == (True, -1.5, 0.5)
    # without: 2 · 1 − 1 · 2 = 0
    assert (without.separable, without.multipliers.tolist()) == (False, [2, 1])


def test_the_first_article_s_neuron_needs_no_bias():
    inputs, targets = nncore.articles.single_neuron().dataset.inputs, nncore.articles.single_neuron().dataset.targets

    answer = nncore.linear_separability(inputs, targets, bias=False)

    require_a_proof(inputs, targets, False, answer)
    assert answer.separable


def test_a_row_of_zeros_without_a_bias_is_named_as_at_the_threshold():
    answer = nncore.linear_separability([[1.0, 2.0], [0.0, -0.0], [3.0, 1.0], [0.0, 0.0]], [0, 1, 1, 0], bias=False)

    assert not answer.separable
    assert answer.at_threshold == (1, 3)
    assert answer.rows == (1,)  # one such row is proof enough
    assert answer.multipliers.tolist() == [0, 1, 0, 0]


def test_where_classes_touch_the_rows_of_the_touching_are_at_the_threshold():
    inputs = [[0, 0], [0, 2], [2, 0], [1, 1], [2, 2]]

    touching = nncore.linear_separability(inputs, [0, 0, 0, 1, 1])
    overlapping = nncore.linear_separability([*inputs, [0.5, 0.5]], [0, 0, 0, 1, 1, 1])

    # (1, 1) lies on the line through (0, 2) and (2, 0), and only that line has no row on its wrong side
    assert touching.at_threshold == (1, 2, 3)
    assert (overlapping.separable, overlapping.at_threshold) == (False, ())


def test_a_row_given_to_both_classes_is_at_the_threshold_if_the_others_are_apart():
    assert nncore.linear_separability([[0], [1], [1], [2]], [0, 0, 1, 1]).at_threshold == (1, 2)
    assert nncore.linear_separability([[0], [1], [1], [2]], [1, 0, 1, 0]).at_threshold == (1, 2)
    assert nncore.linear_separability([[0], [1], [1], [2]], [1, 0, 1, 1]).at_threshold == ()


@pytest.mark.parametrize("seed", range(40))
def test_no_plane_has_a_row_at_the_threshold_off_it_unless_another_is_wrong(seed):
    rng = np.random.default_rng(seed)
    inputs = rng.integers(-1, 2, (int(rng.integers(2, 8)), 2)).astype(float)
    targets = rng.integers(0, 2, len(inputs)).astype(float)
    bias = bool(seed % 2)
    answer = nncore.linear_separability(inputs, targets, bias=bias)
    rows = signed_rows(inputs, targets, bias)

    # For each row: how far it gets to its right side, weights of at most 1, if no row is on its wrong side.
    reach = [
        -linprog(-row, A_ub=-rows, b_ub=np.zeros(len(rows)), bounds=[(-1, 1)] * rows.shape[1], method="highs").fun
        for row in rows
    ]
    stuck = {place for place, best in enumerate(reach) if best < 1e-9}
    zeros = {place for place, row in enumerate(rows) if not row.any()}
    assert set(answer.at_threshold) == (stuck if len(stuck) < len(rows) else zeros)


def test_equal_rows_of_both_classes_are_the_shortest_proof():
    answer = nncore.linear_separability([[0.1, 0.2], [5, 5], [0.3, 0.7], [0.1, 0.2]], [0, 1, 0, 1])

    assert answer.multipliers.tolist() == [1, 0, 0, 1]


def test_a_decimal_is_what_is_written():
    # 0.3 is the middle of 0.1 and 0.5 as it is written; the binary fractions miss it
    assert nncore.linear_separability([[0.1], [0.3], [0.5]], [0, 1, 0]).exact_multipliers == (1, 2, 1)
    # two thirds of the way from 0.1 to 0.4 it is 0.3 as well: one decimal beside it is another answer in the plane
    plane = [[0.1, 0.4], [0.4, 0.1], [0.3, 0.2]]
    assert nncore.linear_separability(plane, [0, 0, 1]).exact_multipliers == (1, 2, 3)
    plane[2][1] = 0.2000001
    assert nncore.linear_separability(plane, [0, 0, 1]).separable


def test_a_fraction_of_two_is_what_is_held():
    unit = 2.0**-40
    inputs = [[unit, 0.0], [2**30 * unit + unit / 2, 0.5], [2**31 * unit, 1.0]]

    answer = nncore.linear_separability(inputs, [0, 1, 0])

    # Their decimals are cut after 17 digits, and the middle row is the middle only in binary.
    assert answer.exact_multipliers == (1, 2, 1)


@pytest.mark.parametrize("gap", [1e-3, 1e-6, 1e-9, 1e-12])
def test_the_thinnest_gap_is_found(gap):
    inputs = [[0.0, 0.0], [1.0, 1.0], [0.5, 0.5 + gap], [0.2, 0.2 + gap]]

    answer = nncore.linear_separability(inputs, [0, 0, 1, 1])

    assert answer.separable
    require_a_proof(inputs, [0, 0, 1, 1], True, answer)
    assert answer.margin == pytest.approx(gap / 8**0.5, rel=1e-3)  # half of gap / √2


def test_what_rounding_leaves_of_touching_is_no_gap_and_not_called_exact():
    inputs = [[0.0, 0.1], [1.0, 0.4], [0.5, np.nextafter(0.25, 0)]]

    answer = nncore.linear_separability(inputs, [1, 1, 0])

    assert not answer.separable
    assert answer.exact_multipliers is None
    assert answer.rows == (0, 1, 2)


def test_very_large_and_very_small_numbers_are_answered():
    inputs = [[1e150, 1e-150], [-1e150, 0.0], [1e150, 0.0], [-1e150, 1e-150]]

    # The corners of a square: the second column decides, the first does, neither does alone.
    for targets, separable in (([1, 0, 0, 1], True), ([1, 0, 1, 0], True), ([1, 1, 0, 0], False)):
        answer = nncore.linear_separability(inputs, targets)
        require_a_proof(inputs, targets, True, answer)
        assert answer.separable is separable


@pytest.mark.parametrize("seed", range(60))
def test_numbers_of_any_size_are_answered_with_a_proof_or_refused_in_a_sentence(seed):
    rng = np.random.default_rng(seed)
    sizes = [0.0, 1.0, -1.0, 0.1, 1e308, -1e308, 5e-324, 1e-300, 1e154, 1e200, -1e200, 1e16]
    inputs = rng.choice(sizes, (int(rng.integers(1, 9)), int(rng.integers(1, 4))))
    targets = rng.integers(0, 2, len(inputs)).astype(float)
    bias = bool(seed % 2)

    try:
        answer = nncore.linear_separability(inputs, targets, bias=bias)
    except TableError as error:
        assert "only with weights that floats cannot hold" in str(error)  # noqa: PT017, either may come
    else:
        require_a_proof(inputs, targets, bias, answer)


def test_weights_that_no_float_can_be_are_refused_in_a_sentence():
    with pytest.raises(TableError, match="only with weights that floats cannot hold"):
        nncore.linear_separability([[1e308, 5e-324], [-1e308, 0.0], [1e308, 0.0], [-1e308, 5e-324]], [1, 0, 0, 1])


def test_columns_of_very_different_ranges_are_answered():
    rng = np.random.default_rng(0)
    inputs = rng.random((12, 3)) * [1e-9, 1.0, 1e9]
    targets = (inputs[:, 0] > 0.5e-9).astype(float)

    answer = nncore.linear_separability(inputs, targets)

    assert answer.separable
    require_a_proof(inputs, targets, True, answer)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_every_answer_on_small_whole_numbers_has_an_exact_proof(data):
    rows, columns = data.draw(st.integers(1, 8)), data.draw(st.integers(1, 3))
    inputs = data.draw(arrays(float, (rows, columns), elements=st.integers(-2, 2).map(float)))
    targets = data.draw(arrays(float, rows, elements=st.sampled_from([0.0, 1.0])))
    bias = data.draw(st.booleans())

    answer = nncore.linear_separability(inputs, targets, bias=bias)

    require_a_proof(inputs, targets, bias, answer)
    assert answer.separable or answer.exact_multipliers is not None


@pytest.mark.parametrize("seed", range(10))
def test_no_plane_is_farther_from_its_nearest_row(seed):
    rng = np.random.default_rng(seed)
    inputs = rng.normal(size=(60, 4))
    inputs += [5.0, 0.0, -3.0, 0.0]
    values = inputs @ rng.normal(size=4)
    targets = (values > np.median(values)).astype(float)

    answer = nncore.linear_separability(inputs, targets)

    assert answer.margin == pytest.approx(widest_margin(inputs, targets), rel=1e-6)
    distances = np.abs(inputs @ answer.weights + answer.bias)
    assert answer.margin == pytest.approx(distances.min(), rel=1e-9)
    assert set(answer.rows) == set(np.flatnonzero(distances < answer.margin * (1 + 1e-6)))


def test_a_thousand_rows_of_twenty_columns_are_answered_and_proved_either_way():
    rng = np.random.default_rng(1)
    inputs = rng.random((1000, 20)).round(3)
    apart = (inputs @ rng.normal(size=20) > 0).astype(float)
    mixed = rng.integers(0, 2, 1000).astype(float)

    for targets, expected in ((apart, True), (mixed, False)):
        answer = nncore.linear_separability(inputs, targets)
        assert answer.separable is expected
        require_a_proof(inputs, targets, True, answer)
    assert len(answer.rows) <= 22  # no proof needs more rows than columns and two


# --- classes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pair", [(0, 1), (-1, 1), (3, 7.5)])
def test_the_higher_of_two_values_is_class_1(pair):
    low, high = pair

    answer = nncore.linear_separability([[1.0], [2.0]], [[high], [low]])

    assert answer.weights.tolist() == [-1]


def test_one_class_alone_needs_no_weights_but_a_bias():
    answer = nncore.linear_separability([[1.0], [2.0]], [0, 0])

    assert (answer.separable, answer.weights.tolist(), answer.bias, answer.margin) == (True, [0], -1, np.inf)


def test_one_class_around_the_origin_cannot_be_answered_without_a_bias():
    assert nncore.linear_separability([[1.0], [-2.0]], [1, 1], bias=False).multipliers.tolist() == [2, 1]


def test_each_of_three_classes_is_held_against_the_rest():
    inputs, targets = [[0.0], [1.0], [2.0], [3.0]], np.eye(3)[[0, 1, 1, 2]]

    answers = nncore.separability_of_each_class(inputs, targets)

    assert [answer.separable for answer in answers] == [True, False, True]
    assert answers[1].multipliers.sum() > 0
    by_number = nncore.separability_of_each_class(inputs, [[0], [1], [1], [2]])
    assert [answer.separable for answer in by_number] == [True, False, True]


def test_quantities_are_refused_in_one_sentence():
    with pytest.raises(TableError, match=r"^Only classes can be separated: .* Got 3 values instead\.$"):
        nncore.linear_separability([[1.0], [2.0], [3.0]], [0.1, 0.2, 0.3])


def test_one_value_that_is_no_class_is_refused():
    with pytest.raises(TableError, match="Got 1 value instead"):
        nncore.linear_separability([[1.0], [2.0]], [0.5, 0.5])


def test_several_columns_are_sent_to_the_question_for_several_classes():
    with pytest.raises(TableError, match="separability_of_each_class"):
        nncore.linear_separability([[1.0], [2.0]], [[0, 1], [1, 0]])


def test_columns_that_are_no_classes_are_refused():
    with pytest.raises(TableError, match="each row of targets must hold one 1"):
        nncore.separability_of_each_class([[1.0], [2.0]], [[0.5, 0.5], [1, 0]])


def test_tables_with_other_row_counts_are_refused():
    with pytest.raises(TableError, match="inputs has 2 rows but targets has 3"):
        nncore.linear_separability([[1.0], [2.0]], [0, 1, 1])


def test_the_answer_can_be_kept_and_never_changes():
    answer = nncore.linear_separability([[1.0], [2.0]], [0, 1])

    with pytest.raises(AttributeError):
        answer.separable = False
    with pytest.raises(ValueError, match="read-only"):
        answer.weights[0] = 2
