import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import nncore
from nncore.metrics.metrics import accuracy
from playground.runs.answers import answers, is_right, matching_rows, outputs_of, shown_number

JUST_ABOVE_HALF = math.nextafter(0.5, 1)
SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
TABLES = st.lists(st.tuples(st.sampled_from([0.0, -0.0, 1.0]), st.sampled_from([0.0, 1.0])), max_size=6)
INSIDE = st.floats(0, 1, exclude_min=True, exclude_max=True)


def answered(targets, outputs, before=None, *, classes=True, threshold=0.5):
    """Return the answers to a table of lists."""
    tables = [None if table is None else np.array(table, dtype=float) for table in (targets, outputs, before)]
    return answers(*tables, classes=classes, threshold=threshold, row_numbers=range(1, len(targets) + 1))


def as_inputs(rows):
    """Return a list of pairs as a table of two columns."""
    return np.array(rows, dtype=float).reshape(-1, 2)


def value_of(text):
    """Return exactly the number that a shown text says."""
    if " − " in text or " + " in text:
        one, sign, distance = text.split(" ", 2)
        return value_of(one) + (-value_of(distance) if sign == "−" else value_of(distance))
    if text.startswith("−"):
        return -value_of(text[1:])
    if "10" in text and text[-1] in "⁰¹²³⁴⁵⁶⁷⁸⁹":
        mantissa, _, power = text.rpartition(" · ")
        return Fraction(mantissa or 1) * Fraction(10) ** int(power[2:].translate(SUPERSCRIPTS))
    return Fraction(text.replace(",", ""))


@pytest.mark.parametrize(
    ("target", "output", "right"),
    [(1.0, JUST_ABOVE_HALF, True), (1.0, 0.5, False), (0.0, 0.5, True), (0.0, JUST_ABOVE_HALF, False)],
)
def test_only_an_output_strictly_above_the_limit_is_class_1(target, output, right):
    assert answered([[target]], [[output]])[0].right is right


def test_the_limit_moves_the_side_of_an_output_and_not_that_of_a_target():
    low = answered([[0.0], [1.0]], [[0.3], [0.3]], threshold=0.2)
    high = answered([[0.0], [1.0]], [[0.95], [0.95]], threshold=0.95)

    assert [answer.right for answer in low] == [False, True]
    assert [answer.right for answer in high] == [True, False]


def test_of_several_outputs_the_largest_says_the_class_whatever_the_threshold():
    targets = [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]
    outputs = [[0.1, 0.2, 0.15], [0.8, 0.9, 0.7], [-3.0, -2.0, -1.0]]

    found = answered(targets, outputs, threshold=0.99)

    assert [answer.right for answer in found] == [True, False, True]


def test_right_and_wrong_agree_with_accuracy():
    outputs = np.linspace(0, 1, 24).reshape(12, 2)[:, ::-1]
    targets = np.eye(2)[[0, 1] * 6]

    right = [is_right(target, output, 0.5) for target, output in zip(targets, outputs, strict=True)]

    assert np.mean(right) == accuracy(targets, outputs)


@pytest.mark.parametrize("targets", [[0.0], [1.0], [1.0, 0.0], [0.0, 1.0]])
def test_what_is_not_a_number_is_never_right(targets):
    outputs = np.full(len(targets), np.nan)

    assert not is_right(np.array(targets), outputs, 0.5)


def test_targets_that_are_no_classes_are_neither_right_nor_wrong():
    assert answered([[0.37]], [[0.37]], classes=False)[0].right is None


def test_an_answer_names_its_row_and_keeps_its_numbers():
    found = answers(np.array([[1.0, 2.0]]), np.array([[1.5, 2.5]]), None, classes=False, threshold=0.5, row_numbers=[7])

    assert [(answer.row, answer.targets, answer.outputs, answer.before) for answer in found] == [
        (7, (1.0, 2.0), (1.5, 2.5), None)
    ]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (0.99, 0.41, True),
        (0.41, 0.41, False),
        (0.410001, 0.410002, False),
        (0.999951, 0.999959, True),  # 0.99995 and 0.99996
        (1.0, 0.9999999999, True),
        (0.0, -0.0, False),
    ],
)
def test_what_was_answered_before_is_shown_only_if_it_looks_different(old, new, shown):
    (answer,) = answered([[1.0]], [[new]], [[old]])

    assert answer.before == ((old,) if shown else None)


def test_before_is_shown_whole_if_one_of_several_outputs_looks_different():
    (answer,) = answered([[1.0, 0.0]], [[0.5, 0.25]], [[0.5, 0.75]])

    assert answer.before == (0.5, 0.75)


def test_a_row_that_the_run_before_did_not_know_has_no_before():
    first, second = answered([[1.0], [1.0]], [[0.5], [0.5]], [[np.nan], [0.25]])

    assert (first.before, second.before) == (None, (0.25,))


def test_outputs_are_in_the_units_of_the_table():
    # y = 2 x, learnt on targets scaled to 0…1; the answers are prices again.
    dataset = nncore.Dataset([[0.0], [100.0]], [[0.0], [200.0]], test_inputs=[[25.0]], test_targets=[[50.0]])
    experiment = nncore.Experiment(
        dataset,
        nncore.Architecture((1, 1), ("linear",)),
        "half_squared_error",
        nncore.SGD(0.5),
        2000,
        input_scaling="min_max",
        target_scaling="min_max",
    )
    network = experiment.run().network

    assert outputs_of(experiment, network, test=False).ravel() == pytest.approx([0.0, 200.0], abs=1e-6)
    assert outputs_of(experiment, network, test=True).ravel() == pytest.approx([50.0], abs=1e-6)


def test_test_rows_scaled_by_their_own_range_are_answered_in_their_own_range():
    # The identity on 0…1. By their own range the test inputs are 0 and 1, and so are the test targets 10 and 30.
    dataset = nncore.Dataset([[0.0], [1.0]], [[0.0], [1.0]], test_inputs=[[4.0], [8.0]], test_targets=[[10.0], [30.0]])
    experiment = nncore.Experiment(
        dataset,
        nncore.Architecture((1, 1), ("linear",)),
        "half_squared_error",
        nncore.SGD(0.5),
        1,
        input_scaling="min_max",
        target_scaling="min_max",
        test_scaling="own",
    )
    identity = nncore.Network(experiment.architecture, [1.0, 0.0])

    assert outputs_of(experiment, identity, test=True).tolist() == [[10.0], [30.0]]


def test_without_test_rows_there_are_no_answers_to_them():
    experiment = nncore.articles.single_neuron()

    assert outputs_of(experiment, experiment.network(), test=True).shape == (0, 1)


@pytest.mark.parametrize("test", [False, True])
def test_outputs_are_those_of_the_textbook_network(test):
    experiment = nncore.articles.hidden_layer()
    network = experiment.network()
    rows = experiment.scaled()[2 if test else 0]

    np.testing.assert_allclose(outputs_of(experiment, network, test=test), network.predict(rows), rtol=0, atol=1e-12)


@given(TABLES, st.integers(0, 3))
def test_as_many_rows_as_before_are_the_same_rows_whatever_was_edited(rows, edited):
    other = [(5.0, 5.0) if index == edited else row for index, row in enumerate(rows)]

    assert matching_rows(as_inputs(rows), as_inputs(other)) == list(range(len(rows)))


@given(TABLES, TABLES)
def test_a_row_is_matched_with_an_equal_one_and_no_row_twice(old, new):
    found = matching_rows(as_inputs(old), as_inputs(new))

    assert len(found) == len(new)
    matched = [index for index in found if index is not None]
    assert len(set(matched)) == len(matched)
    if len(old) != len(new):
        assert all(old[index] == row for index, row in zip(found, new, strict=True) if index is not None)
        # As many as there can be: an equal row is left over on one side only.
        for row in set(old + new):
            assert sum(old[index] == row for index in matched) == min(old.count(row), new.count(row))


@given(TABLES.filter(bool), st.data())
def test_deleting_a_row_keeps_every_other_with_one_of_the_same_inputs(rows, data):
    gone = data.draw(st.integers(0, len(rows) - 1))
    left = rows[:gone] + rows[gone + 1 :]

    found = matching_rows(as_inputs(rows), as_inputs(left))

    assert [rows[index] for index in found] == left


def test_an_added_row_was_no_row_before():
    assert matching_rows(as_inputs([(0, 0), (1, 1)]), as_inputs([(0, 0), (0, 1), (1, 1)])) == [0, None, 1]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.9999584, "0.99996"),
        (0.41, "0.4100"),
        (0.5, "0.5000"),
        (0.99, "0.9900"),
        (0.0102, "0.0102"),
        (0.0000864, "0.000086"),
        (0.000001, "0.0000010"),
        (9.9e-7, "9.9 · 10⁻⁷"),
        (1e-12, "10⁻¹²"),
        (5e-324, "4.9 · 10⁻³²⁴"),
        (0.0, "0"),
        (-0.0, "0"),
        (1.0, "1"),
        (-1.0, "−1"),
        (0.99999899, "0.999999"),
        (1 - 4.2e-10, "1 − 4.2 · 10⁻¹⁰"),
        (-1 + 4.2e-10, "−1 + 4.2 · 10⁻¹⁰"),
        (1 - 2**-53, "1 − 1.1 · 10⁻¹⁶"),
        (1.0000000001, "1.000"),
        (2.0, "2.000"),
        (-2.5, "−2.500"),
        (-0.25, "−0.2500"),
        (31.4159, "31.42"),
        (9999.7, "10,000"),
        (12345.678, "12,346"),
        (-9_999_999.0, "−9,999,999"),
        (12_345_678.0, "1.235 · 10⁷"),
        (1e9, "10⁹"),
        (-1e300, "−10³⁰⁰"),
        (math.inf, "not finite"),
        (-math.inf, "not finite"),
        (math.nan, "not finite"),
    ],
)
def test_a_number_is_shown_as_a_person_reads_it(value, text):
    assert shown_number(value) == text


@given(INSIDE)
@example(math.nextafter(1, 0))
@example(0.99999999)
@example(0.999999)
@example(0.99995)
@example(math.nextafter(0, 1))
def test_a_number_strictly_between_0_and_1_never_looks_like_0_or_1(value):
    assert 0 < value_of(shown_number(value)) < 1


@given(st.floats(-1e12, 1e12))
def test_a_shown_number_has_four_decimals_or_digits(value):
    # Rounding the fourth moves it by half of one; a digit of a number of size s is at least s / 10,000.
    allowed = 0.00005 if abs(value) < 1 else 0.0005 * abs(value)

    assert abs(value_of(shown_number(value)) - Fraction(value)) <= allowed * 1.001


@given(st.floats(0, 0.5, exclude_min=True, allow_subnormal=False))
def test_of_a_number_near_0_two_digits_are_shown(value):
    assert abs(value_of(shown_number(value)) - Fraction(value)) <= 0.051 * Fraction(value)


@given(st.floats(0.5, 1, exclude_max=True))
def test_of_the_distance_to_1_one_digit_is_shown(value):
    distance = 1 - Fraction(value)

    assert abs(1 - value_of(shown_number(value)) - distance) <= 0.51 * distance


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_negative_number_is_shown_as_its_opposite_with_a_minus(value):
    assert value_of(shown_number(-value)) == -value_of(shown_number(value))


@given(st.lists(st.floats(0, 1e8), min_size=2, max_size=2).map(sorted))
def test_a_larger_number_never_looks_smaller(pair):
    smaller, larger = map(shown_number, pair)

    assert value_of(smaller) <= value_of(larger)
