import numpy as np
import pytest
import scipy.special
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nncore.errors import UnknownNameError
from nncore.network.activation_functions import LEAKY_RELU_SLOPE, ONE, TWO, ZERO
from nncore.network.activations import ACTIVATIONS, MANY, backpropagate, find_activation

from ..random_runs import ELEMENTWISE

# e = 2.718281828459045, e⁻¹ = 0.367879441171442, e⁻² = 0.135335283236613
BY_HAND = {
    # 1/(1 + e⁻²) = 1/1.135335283236613; 1/(1 + e)
    "sigmoid": {2.0: 0.880797077977882, 0.0: 0.5, -1.0: 0.268941421369995},
    # (e² − e⁻²)/(e² + e⁻²) with e² = 7.389056098930650: 7.253720815694037/7.524391382167263
    "tanh": {2.0: 0.964027580075817, 0.0: 0.0, -1.0: -0.761594155955765},
    "relu": {2.0: 2.0, 0.0: 0.0, -1.0: 0.0},
    "leaky_relu": {2.0: 2.0, 0.0: 0.0, -1.0: -0.01},
    # e⁻¹ − 1
    "elu": {2.0: 2.0, 0.0: 0.0, -1.0: -0.632120558828558},
    # 2 + log(1 + e⁻²); log 2; log(1 + e⁻¹)
    "softplus": {2.0: 2.126928011042973, 0.0: 0.693147180559945, -1.0: 0.313261687518223},
    "linear": {2.0: 2.0, 0.0: 0.0, -1.0: -1.0},
    "sin": {2.0: 0.909297426825682, 0.0: 0.0, -1.0: -0.841470984807897},
}
DERIVATIVES_BY_HAND = {
    # a · (1 − a): 0.880797077977882 · 0.119202922022118; 0.268941421369995 · 0.731058578630005
    "sigmoid": {2.0: 0.104993585403507, 0.0: 0.25, -1.0: 0.196611933241482},
    # 1 − a²
    "tanh": {2.0: 0.070650824853164, 0.0: 1.0, -1.0: 0.419974341614026},
    "relu": {2.0: 1.0, 0.0: 0.0, -1.0: 0.0},
    "leaky_relu": {2.0: 1.0, 0.0: 0.0, -1.0: 0.01},
    # eᶻ on the left; at 0 both sides meet with the derivative 1, so there is no kink
    "elu": {2.0: 1.0, 0.0: 1.0, -1.0: 0.367879441171442},
    "softplus": {2.0: 0.880797077977882, 0.0: 0.5, -1.0: 0.268941421369995},
    "linear": {2.0: 1.0, 0.0: 1.0, -1.0: 1.0},
    "sin": {2.0: -0.416146836547142, 0.0: 1.0, -1.0: 0.540302305868140},
}

numbers = st.floats(-700, 700)


def value_at(name, pre_activations):
    with np.errstate(over="ignore"):
        return find_activation(name).value(np.asarray(pre_activations, dtype=float))


def derivative_at(name, pre_activations):
    z = np.asarray(pre_activations, dtype=float)
    with np.errstate(over="ignore"):
        return find_activation(name).derivative(z, value_at(name, z))


def test_every_activation_is_worked_by_hand_here():
    assert set(BY_HAND) == set(DERIVATIVES_BY_HAND) == set(ELEMENTWISE) == set(ACTIVATIONS) - {"softmax"}


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_values_by_hand(name):
    values = value_at(name, list(BY_HAND[name]))

    np.testing.assert_allclose(values, list(BY_HAND[name].values()), rtol=0, atol=1e-12)


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_derivatives_by_hand_and_0_at_the_kinks(name):
    derivatives = derivative_at(name, list(DERIVATIVES_BY_HAND[name]))

    np.testing.assert_allclose(derivatives, list(DERIVATIVES_BY_HAND[name].values()), rtol=0, atol=1e-12)


@pytest.mark.parametrize(
    ("name", "oracle"), [("sigmoid", scipy.special.expit), ("softplus", lambda z: -scipy.special.log_expit(-z))]
)
@settings(max_examples=30)
@given(z=arrays(float, 5, elements=numbers))
def test_values_agree_with_scipy(name, oracle, z):
    np.testing.assert_allclose(value_at(name, z), oracle(z), rtol=1e-12)


@given(z=arrays(float, (3, 4), elements=st.floats(-1e4, 1e4)))
def test_softmax_agrees_with_scipy(z):
    np.testing.assert_allclose(value_at("softmax", z), scipy.special.softmax(z, axis=-1), rtol=1e-12, atol=1e-300)


@pytest.mark.parametrize("name", ELEMENTWISE)
@settings(max_examples=30)
@given(z=st.floats(-20, 20).filter(lambda z: abs(z) > 1e-3))
def test_a_derivative_is_what_central_differences_measure(name, z):
    step = 1e-5

    measured = (value_at(name, [z + step]) - value_at(name, [z - step])) / (2 * step)

    np.testing.assert_allclose(derivative_at(name, [z]), measured, rtol=1e-5, atol=1e-7)


@pytest.mark.parametrize("name", ELEMENTWISE)
@pytest.mark.parametrize("sizes", [700.0, 1e4])
def test_values_and_derivatives_at_the_extremes_are_finite(name, sizes):
    z = np.array([-sizes, sizes])

    assert np.isfinite(value_at(name, z)).all()
    assert np.isfinite(derivative_at(name, z)).all()


@pytest.mark.parametrize("name", ACTIVATIONS)
@settings(max_examples=30)
@given(z=arrays(float, (2, 3), elements=numbers))
def test_values_stay_within_the_range_that_is_told(name, z):
    values = value_at(name, z)

    assert (values >= ACTIVATIONS[name].lowest).all()
    assert (values <= ACTIVATIONS[name].highest).all()


# --- the form for many numbers ----------------------------------------------------------------------------------------

WITH_A_FORM_FOR_MANY = tuple(name for name, activation in ACTIVATIONS.items() if activation.value_of_many is not None)


@pytest.mark.parametrize("name", WITH_A_FORM_FOR_MANY)
@settings(max_examples=30)
@given(z=arrays(float, 50, elements=st.one_of(numbers, st.floats(-1, 1))))
def test_the_form_for_many_numbers_equals_the_one_for_few(name, z):
    out = np.full_like(z, np.nan)

    with np.errstate(over="ignore"):
        returned = ACTIVATIONS[name].value_for(MANY)(z, out)

    assert returned is out
    np.testing.assert_allclose(out, value_at(name, z), rtol=0, atol=1e-15)


@pytest.mark.parametrize("name", WITH_A_FORM_FOR_MANY)
def test_the_form_for_many_numbers_is_exact_at_0_and_at_its_ends_and_passes_nan_on(name):
    z = np.array([0.0, np.inf, -np.inf, np.nan])

    with np.errstate(all="ignore"):
        values = ACTIVATIONS[name].value_for(MANY)(z)

    assert values[:3].tolist() == value_at(name, z[:3]).tolist()
    assert np.isnan(values[3])


def test_which_form_is_the_faster_one_depends_on_how_many_numbers_there_are():
    assert ACTIVATIONS["tanh"].value_for(MANY - 1) is ACTIVATIONS["tanh"].value
    assert ACTIVATIONS["tanh"].value_for(MANY) is ACTIVATIONS["tanh"].value_of_many
    assert ACTIVATIONS["relu"].value_for(MANY) is ACTIVATIONS["relu"].value


# --- where the result is written --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ACTIVATIONS)
@settings(max_examples=30)
@given(z=arrays(float, (2, 3), elements=numbers))
def test_a_value_written_in_place_is_the_value_returned(name, z):
    plain = value_at(name, z)
    out, before = np.full_like(z, np.nan), z.copy()

    with np.errstate(over="ignore"):
        returned = ACTIVATIONS[name].value(z, out)

    assert returned is out
    assert out.tobytes() == plain.tobytes()
    assert z.tobytes() == before.tobytes()


@pytest.mark.parametrize("name", ELEMENTWISE)
@settings(max_examples=30)
@given(z=arrays(float, (2, 3), elements=numbers))
def test_a_derivative_written_in_place_is_the_derivative_returned(name, z):
    plain, activations = derivative_at(name, z), value_at(name, z)
    out = np.full_like(z, np.nan)

    with np.errstate(over="ignore"):
        returned = ACTIVATIONS[name].derivative(z, activations, out)

    assert returned is out
    assert out.tobytes() == plain.tobytes()


# --- softmax ----------------------------------------------------------------------------------------------------------


def test_softmax_by_hand():
    # e⁰, e¹, e² sum to 1 + 2.718281828459045 + 7.389056098930650 = 11.107337927389695
    expected = [0.090030573170380, 0.244728471054798, 0.665240955774822]

    np.testing.assert_allclose(value_at("softmax", [0.0, 1.0, 2.0]), expected, rtol=0, atol=1e-12)


@given(scores=arrays(float, 5, elements=numbers), shift=st.floats(-1e3, 1e3))
def test_softmax_ignores_a_shift_common_to_all_scores(scores, shift):
    np.testing.assert_allclose(value_at("softmax", scores + shift), value_at("softmax", scores), atol=1e-9)


@given(scores=arrays(float, (4, 3), elements=st.floats(-1e4, 1e4)))
def test_softmax_sums_to_1_and_is_finite_at_the_extremes(scores):
    values = value_at("softmax", scores)

    assert np.isfinite(values).all()
    np.testing.assert_allclose(values.sum(axis=-1), 1.0, rtol=1e-12)


def test_softmax_may_lie_along_another_axis():
    scores = np.array([[0.0, 3.0], [1.0, -1.0], [2.0, 0.5]])

    along_columns = ACTIVATIONS["softmax"].value(scores, axis=-2)

    np.testing.assert_allclose(along_columns, value_at("softmax", scores.T).T, rtol=1e-15)


# --- backwards --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_backpropagating_multiplies_by_the_derivative(name):
    z, gradient = np.array([[2.0, -1.0]]), np.array([[3.0, -5.0]])

    result = backpropagate(ACTIVATIONS[name], gradient, z, value_at(name, z))

    derivatives = np.array([[DERIVATIVES_BY_HAND[name][2.0], DERIVATIVES_BY_HAND[name][-1.0]]])
    np.testing.assert_allclose(result, gradient * derivatives, rtol=0, atol=1e-11)


@given(z=arrays(float, 4, elements=st.floats(-5, 5)), gradient=arrays(float, 4, elements=st.floats(-5, 5)))
def test_softmax_backpropagates_through_its_whole_matrix_of_derivatives(z, gradient):
    a = value_at("softmax", z)

    result = backpropagate(ACTIVATIONS["softmax"], gradient, z, a)

    matrix = np.diag(a) - np.outer(a, a)  # ∂aⱼ/∂zₖ = aⱼ (δⱼₖ − aₖ)
    np.testing.assert_allclose(result, gradient @ matrix, atol=1e-12)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_backpropagating_may_overwrite_the_gradient(name):
    z, gradient = np.array([[2.0, -1.0]]), np.array([[3.0, -5.0]])
    plain = backpropagate(ACTIVATIONS[name], gradient.copy(), z, value_at(name, z))

    result = backpropagate(ACTIVATIONS[name], gradient, z, value_at(name, z), out=gradient)

    assert result is gradient
    assert gradient.tolist() == plain.tolist()


def test_an_unknown_activation_is_refused_with_the_nearest_one():
    with pytest.raises(UnknownNameError, match=r'"softmx" is not a known activation\. Did you mean "softmax"\?'):
        find_activation("softmx")


def test_the_derivative_of_elu_keeps_its_digits_far_on_the_left():
    # e⁻⁴⁰ = 4.24835425529e-18 is lost in eᶻ − 1 = −1, from which nothing but 0 could be had.
    assert derivative_at("elu", [-40.0])[0] == pytest.approx(4.24835425529e-18, rel=1e-11)


@pytest.mark.parametrize("constant", [ZERO, ONE, TWO, LEAKY_RELU_SLOPE])
def test_the_constants_that_all_activations_share_cannot_be_written(constant):
    with pytest.raises(ValueError, match="read-only"):
        constant[...] = 9.0
