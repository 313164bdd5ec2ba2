import math

import numpy as np
import pytest
import scipy.special
import sklearn.metrics
from hypothesis import given, settings
from hypothesis import strategies as st

from nncore.errors import SettingError, UnknownNameError
from nncore.losses.losses import LOSSES, check_pair, check_targets, find_loss, loss_value
from nncore.number_text import sentence_number

from ..random_runs import random_table, random_targets

ENTROPIES = ("binary_cross_entropy", "categorical_cross_entropy")
OUTPUT_ACTIVATIONS = {"binary_cross_entropy": scipy.special.expit, "categorical_cross_entropy": scipy.special.softmax}

# Row 1 misses by −0.5 and 0, row 2 by 0.25 and 2.
OUTPUTS = np.array([[0.5, 0.0], [1.25, 3.0]])
TARGETS = np.array([[1.0, 0.0], [1.0, 1.0]])


def values_of(loss, scores, targets):
    return find_loss(loss).values(np.asarray(scores, dtype=float), np.asarray(targets, dtype=float))


def gradient_of(loss, outputs, targets):
    return find_loss(loss).gradient(np.asarray(outputs, dtype=float), np.asarray(targets, dtype=float))


# --- by hand ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("loss", "values", "gradient"),
    [
        # ½ · 0.25; ½ · (0.0625 + 4). y − t
        ("half_squared_error", [0.125, 2.03125], [[-0.5, 0.0], [0.25, 2.0]]),
        # 0.25/2; 4.0625/2. 2 (y − t)/2
        ("mean_squared_error", [0.125, 2.03125], [[-0.5, 0.0], [0.25, 2.0]]),
        # 0.5/2; 2.25/2. sign/2, and 0 where the error is 0
        ("mean_absolute_error", [0.25, 1.125], [[-0.5, 0.0], [0.5, 0.5]]),
        # ½ · 0.25/2; (½ · 0.0625 + 2 − ½)/2. The error, never beyond ±1, /2
        ("huber", [0.0625, 0.765625], [[-0.25, 0.0], [0.125, 0.5]]),
    ],
)
def test_losses_of_errors_by_hand(loss, values, gradient):
    np.testing.assert_allclose(values_of(loss, OUTPUTS, TARGETS), values, rtol=0, atol=1e-12)
    np.testing.assert_allclose(gradient_of(loss, OUTPUTS, TARGETS), gradient, rtol=0, atol=1e-12)


def test_the_mean_squared_error_of_three_outputs_divides_by_three():
    # (1 + 4 + 9)/3; 2/3 · (1, −2, 3)
    values, gradient = (
        part("mean_squared_error", [[1.0, 0.0, 3.0]], [[0.0, 2.0, 0.0]]) for part in (values_of, gradient_of)
    )

    np.testing.assert_allclose(values, [4.666666666667], atol=1e-12)
    np.testing.assert_allclose(gradient, [[0.666666666667, -1.333333333333, 2.0]], atol=1e-12)


def test_huber_turns_from_a_parabola_into_a_line_at_1():
    # ½ · 1² = 1 − ½, and from there on one more a unit
    values = [values_of("huber", [[error]], [[0.0]]).item() for error in (0.5, 1.0, 2.0, -3.0)]

    np.testing.assert_allclose(values, [0.125, 0.5, 1.5, 2.5], atol=1e-12)


def test_binary_cross_entropy_by_hand():
    # z = 0 means y = ½: −log ½ = 0.693147180560. z = 2, t = 1: log(1 + e⁻²) = 0.126928011043.
    # z = 2, t = 0.25: −0.25 log y − 0.75 log(1 − y) = 0.25 · 0.126928011043 + 0.75 · 2.126928011043 = 1.626928011043
    pre_activations, targets = [[0.0, 2.0], [0.0, 2.0]], [[1.0, 1.0], [0.0, 0.25]]

    values = values_of("binary_cross_entropy", pre_activations, targets)
    gradient = gradient_of("binary_cross_entropy", scipy.special.expit(pre_activations), targets)

    # (0.693147180560 + 0.126928011043)/2; (0.693147180560 + 1.626928011043)/2
    np.testing.assert_allclose(values, [0.410037595801, 1.160037595801], rtol=0, atol=1e-12)
    # (½ − 1)/2, (0.880797077978 − 1)/2; ½/2, (0.880797077978 − 0.25)/2
    np.testing.assert_allclose(gradient, [[-0.25, -0.059601461011], [0.25, 0.315398538989]], rtol=0, atol=1e-12)


def test_categorical_cross_entropy_by_hand():
    # softmax(0, 1, 2) = 0.090030573170, 0.244728471055, 0.665240955775; −log 0.244728471055 = 1.407605964444
    values = values_of("categorical_cross_entropy", [[0.0, 1.0, 2.0]], [[0.0, 1.0, 0.0]])
    gradient = gradient_of(
        "categorical_cross_entropy", scipy.special.softmax([[0.0, 1.0, 2.0]], axis=-1), [[0.0, 1.0, 0.0]]
    )

    np.testing.assert_allclose(values, [1.407605964444], rtol=0, atol=1e-12)
    np.testing.assert_allclose(gradient, [[0.090030573170, -0.755271528945, 0.665240955775]], rtol=0, atol=1e-12)


def test_the_reduction_sums_or_averages_over_samples():
    # 0.125 + 2.03125 = 2.15625
    assert loss_value("half_squared_error", OUTPUTS, TARGETS, reduction="sum") == 2.15625
    assert loss_value("half_squared_error", OUTPUTS, TARGETS, reduction="mean") == 1.078125


# --- against others ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("loss", LOSSES)
@settings(max_examples=40)
@given(seed=st.integers(0, 10_000), samples=st.integers(1, 5), outputs=st.integers(2, 4))
def test_a_gradient_is_what_central_differences_measure(loss, seed, samples, outputs):
    scores, targets = 2 * random_table(samples, outputs, seed), random_targets(loss, samples, outputs, seed + 1)
    to_outputs = OUTPUT_ACTIVATIONS.get(loss, np.array)
    answers = scipy.special.softmax(scores, axis=-1) if loss.startswith("categorical") else to_outputs(scores)
    step = 1e-6
    errors = np.abs(answers - targets)
    far_from_kinks = (errors > 1e-4) & (np.abs(errors - 1) > 1e-4)

    gradient = gradient_of(loss, answers, targets)

    for sample, output in np.argwhere(far_from_kinks):
        moved = step * (np.arange(outputs) == output)
        ahead, behind = (values_of(loss, scores[sample] + way * moved, targets[sample]) for way in (1, -1))
        assert gradient[sample, output] == pytest.approx((ahead - behind) / (2 * step), abs=1e-8)


@settings(max_examples=15)
@given(seed=st.integers(0, 10_000))
def test_means_agree_with_scikit_learn(seed):
    outputs, targets = random_table(6, 3, seed), random_table(6, 3, seed + 1)
    classes = np.eye(3)[[0, 1, 2, 1, 1, 0]]
    probabilities = scipy.special.softmax(outputs, axis=-1)

    def mean(loss, *tables):
        return loss_value(loss, *tables, pre_activations=outputs, reduction="mean")

    assert mean("mean_squared_error", outputs, targets) == pytest.approx(
        sklearn.metrics.mean_squared_error(targets, outputs), rel=1e-12
    )
    assert mean("mean_absolute_error", outputs, targets) == pytest.approx(
        sklearn.metrics.mean_absolute_error(targets, outputs), rel=1e-12
    )
    assert mean("categorical_cross_entropy", probabilities, classes) == pytest.approx(
        sklearn.metrics.log_loss(classes, probabilities), rel=1e-12
    )
    assert mean("binary_cross_entropy", scipy.special.expit(outputs), classes) == pytest.approx(
        np.mean([sklearn.metrics.log_loss(classes[:, k], scipy.special.expit(outputs[:, k])) for k in range(3)]),
        rel=1e-12,
    )
    assert mean("huber", outputs, targets) == pytest.approx(
        scipy.special.huber(1.0, outputs - targets).mean(), rel=1e-12
    )


# --- saturated --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [40.0, 1e3, 1e6])
def test_a_saturated_binary_cross_entropy_is_finite_and_pulls_back(size):
    pre_activations = np.array([[size], [-size], [size], [-size]])
    targets = np.array([[0.0], [1.0], [1.0], [0.0]])

    values = values_of("binary_cross_entropy", pre_activations, targets)
    gradient = gradient_of("binary_cross_entropy", scipy.special.expit(pre_activations), targets)

    # log(1 + e^z) ≈ z where wrong, ≈ 0 where right
    np.testing.assert_allclose(values, [size, size, 0.0, 0.0], atol=1e-12)
    np.testing.assert_allclose(gradient.ravel(), [1.0, -1.0, 0.0, 0.0], atol=1e-12)


@pytest.mark.parametrize("size", [40.0, 1e3, 1e6])
def test_a_saturated_categorical_cross_entropy_is_finite_and_pulls_back(size):
    pre_activations = np.array([[size, -size, 0.0], [size, -size, 0.0]])
    targets = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])

    values = values_of("categorical_cross_entropy", pre_activations, targets)
    gradient = gradient_of("categorical_cross_entropy", scipy.special.softmax(pre_activations, axis=-1), targets)

    # The right class lies 2 · size below the winner; in row 2 it is the winner.
    np.testing.assert_allclose(values, [2 * size, 0.0], atol=1e-12)
    np.testing.assert_allclose(gradient, [[1.0, -1.0, 0.0], [0.0, 0.0, 0.0]], atol=1e-12)


# --- in place, and along another axis ---------------------------------------------------------------------------------


@pytest.mark.parametrize("loss", LOSSES)
def test_a_gradient_written_in_place_along_another_axis_is_the_same(loss):
    outputs, targets = random_targets(loss, 5, 3, 1), random_targets(loss, 5, 3, 2)
    out = np.full((3, 5), np.nan)

    returned = find_loss(loss).gradient(outputs.T, targets.T, out, -2)

    assert returned is out
    np.testing.assert_allclose(out.T, gradient_of(loss, outputs, targets), rtol=1e-15)


@pytest.mark.parametrize("loss", LOSSES)
def test_values_along_another_axis_are_the_same(loss):
    scores, targets = random_table(5, 3, 1), random_targets(loss, 5, 3, 2)

    values = find_loss(loss).values(scores.T, targets.T, axis=-2)

    np.testing.assert_allclose(values, values_of(loss, scores, targets), rtol=1e-14)


# --- refusals ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("loss", "activation", "outputs"),
    [
        ("binary_cross_entropy", "softmax", 2),
        ("binary_cross_entropy", "tanh", 1),
        ("categorical_cross_entropy", "sigmoid", 3),
    ],
)
def test_a_pair_that_is_not_allowed_is_refused_naming_both(loss, activation, outputs):
    with pytest.raises(SettingError, match=f"{loss} needs an output layer with .* Got {activation} instead"):
        check_pair(loss, activation, outputs)


def test_categorical_cross_entropy_needs_two_outputs():
    with pytest.raises(
        SettingError, match=r"needs two outputs or more.* Got 1 instead: use binary_cross_entropy with sigmoid"
    ):
        check_pair("categorical_cross_entropy", "softmax", 1)


@pytest.mark.parametrize("loss", ["half_squared_error", "mean_squared_error", "mean_absolute_error", "huber"])
@pytest.mark.parametrize("activation", ["linear", "sigmoid", "softmax"])
def test_losses_of_errors_go_with_any_output_and_any_target(loss, activation):
    check_pair(loss, activation, 1)
    check_targets(loss, np.array([[-5.0], [7.0]]))


@pytest.mark.parametrize("loss", ENTROPIES)
@pytest.mark.parametrize("target", [-0.001, 1.5])
def test_targets_outside_0_to_1_are_refused_by_the_cross_entropies(loss, target):
    with pytest.raises(SettingError, match=f"{loss} needs targets from 0 to 1. Got {sentence_number(target)} instead."):
        check_targets(loss, np.array([[0.0, 1.0], [0.5, target]]))


@pytest.mark.parametrize("loss", ENTROPIES)
def test_a_cross_entropy_without_pre_activations_is_refused(loss):
    with pytest.raises(SettingError, match=f"{loss} is computed from pre-activations"):
        loss_value(loss, OUTPUTS, TARGETS)


def test_unknown_names_are_refused_with_the_nearest_one():
    with pytest.raises(UnknownNameError, match='Did you mean "mean_squared_error"'):
        find_loss("mean_square_error")
    with pytest.raises(UnknownNameError, match='"total" is not a known reduction'):
        loss_value("huber", OUTPUTS, TARGETS, reduction="total")


@pytest.mark.parametrize("z", [5.0, 25.0, 30.0, 36.0, 100.0, 700.0])
def test_a_tiny_cross_entropy_keeps_all_its_digits(z):
    # The sum of terms that cancel would be 0 from z = 36 on; exact are log(1 + e⁻ᶻ) and, for z and 0, the same.
    exact = math.log1p(math.exp(-z))
    one, pair = np.array([[1.0]]), np.array([[1.0, 0.0]])

    binary = loss_value("binary_cross_entropy", one, one, pre_activations=np.array([[z]]))
    mirrored = loss_value("binary_cross_entropy", one, one - 1, pre_activations=np.array([[-z]]))
    categorical = loss_value("categorical_cross_entropy", pair, pair, pre_activations=np.array([[z, 0.0]]))

    assert binary == pytest.approx(exact, rel=1e-14)
    assert mirrored == pytest.approx(exact, rel=1e-14)
    assert categorical == pytest.approx(exact, rel=1e-14)


@pytest.mark.parametrize("loss", [loss for loss in LOSSES.values() if loss.curvature], ids=lambda loss: loss.name)
@pytest.mark.parametrize("outputs", [1, 3])
def test_the_curvature_of_a_loss_is_what_differences_of_its_gradient_measure_at_their_largest(loss, outputs):
    targets, step = np.zeros((1, outputs)), 1e-4
    found = []
    for error in np.linspace(-3, 3, 61) + 0.013:
        low, high = np.full((1, outputs), error), np.full((1, outputs), error)
        low[0, 0], high[0, 0] = error - step, error + step
        rise = loss.gradient(high, targets)[0, 0] - loss.gradient(low, targets)[0, 0]
        found.append(rise / (2 * step))

    assert max(found) == pytest.approx(loss.curvature(outputs), rel=1e-9)
