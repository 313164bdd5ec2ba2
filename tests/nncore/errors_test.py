import numpy as np
import pytest

from nncore import errors
from nncore.errors import NeuralNetworkError, SettingError, UnknownNameError

FAMILY = ["SettingError", "UnknownNameError", "TableError", "LimitError", "FormatError", "EpochError"]


@pytest.mark.parametrize("name", FAMILY)
def test_the_errors_are_one_family_and_value_errors(name):
    kind = getattr(errors, name)

    assert issubclass(kind, NeuralNetworkError)
    assert issubclass(kind, ValueError)


def test_a_warning_is_not_an_error_of_the_family():
    assert issubclass(errors.UnwiseWarning, UserWarning)
    assert not issubclass(errors.UnwiseWarning, NeuralNetworkError)


@pytest.mark.parametrize("value", [1, 0.5, np.float64(0.5), np.int64(3), 1e-300])
def test_a_number_within_its_limits_becomes_a_float(value):
    result = errors.require_number("learning_rate", value, above=0)

    assert type(result) is float
    assert result == value


@pytest.mark.parametrize(
    ("value", "limits", "sentence"),
    [
        (-0.1, {"above": 0}, "learning_rate must be a positive number. Got -0.1 instead."),
        (0, {"above": 0}, "learning_rate must be a positive number. Got 0 instead."),
        (
            1.0,
            {"at_least": 0, "below": 1},
            "learning_rate must be a finite number of at least 0 and below 1. Got 1.0 instead.",
        ),
        (float("nan"), {}, "learning_rate must be a finite number. Got nan instead."),
        (float("inf"), {}, "learning_rate must be a finite number. Got inf instead."),
        ("1", {}, 'learning_rate must be a finite number. Got "1" instead.'),
        (True, {}, "learning_rate must be a finite number. Got True instead."),
        (10**400, {}, f"learning_rate must be a finite number. Got 1{'0' * 38}… instead."),
        pytest.param(
            -(10**5000),
            {},
            "learning_rate must be a finite number. Got a number of too many digits instead.",
            id="5000 digits",
        ),
        ("x" * 99, {}, f'learning_rate must be a finite number. Got "{"x" * 39}…" instead.'),
        (None, {"above": 2}, "learning_rate must be a finite number above 2. Got None instead."),
    ],
)
def test_what_is_no_number_within_its_limits_is_refused_in_a_sentence(value, limits, sentence):
    with pytest.raises(SettingError) as refusal:
        errors.require_number("learning_rate", value, **limits)

    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("value", "limits", "sentence"),
    [
        (0, {"at_least": 1}, "epochs must be a whole number of at least 1. Got 0 instead."),
        (2.0, {"at_least": 1}, "epochs must be a whole number of at least 1. Got 2.0 instead."),
        (True, {"at_least": 1}, "epochs must be a whole number of at least 1. Got True instead."),
        pytest.param(
            10**5000,
            {"at_least": 1, "at_most": 4},
            "epochs must be a whole number from 1 to 4. Got a number of too many digits instead.",
            id="5000 digits",
        ),
        (5, {"at_least": 1, "at_most": 4}, "epochs must be a whole number from 1 to 4. Got 5 instead."),
    ],
)
def test_what_is_no_whole_number_within_its_limits_is_refused_in_a_sentence(value, limits, sentence):
    with pytest.raises(SettingError) as refusal:
        errors.require_whole_number("epochs", value, **limits)

    assert str(refusal.value) == sentence


def test_a_whole_number_of_numpy_becomes_an_int():
    assert type(errors.require_whole_number("epochs", np.int64(3), at_least=1)) is int


def test_an_unknown_name_is_answered_with_the_nearest_known_one():
    with pytest.raises(UnknownNameError) as refusal:
        errors.require_known("activation", "sigmoyd", ["sigmoid", "tanh"])

    assert str(refusal.value) == (
        '"sigmoyd" is not a known activation. Did you mean "sigmoid"? Known are: sigmoid, tanh.'
    )


def test_capital_letters_are_no_reason_not_to_find_the_nearest_name():
    with pytest.raises(UnknownNameError, match='Did you mean "sigmoid"'):
        errors.require_known("activation", "SIGMOID", ["sigmoid", "tanh"])


@pytest.mark.parametrize("name", ["sgd", "Sgd", "sdg"])
def test_a_known_name_in_capital_letters_is_offered_too(name):
    with pytest.raises(UnknownNameError, match=rf'"{name}" is not a known optimizer\. Did you mean "SGD"\?'):
        errors.require_known("optimizer", name, ["Adam", "SGD"])


@pytest.mark.parametrize("name", [pytest.param(10**5000, id="5000 digits"), "x" * 10_000, [0] * 10_000])
def test_a_name_too_long_to_read_is_shortened(name):
    with pytest.raises(UnknownNameError) as refusal:
        errors.require_known("activation", name, ["tanh"])

    assert len(str(refusal.value)) < 120


@pytest.mark.parametrize("name", ["qqqqqq", None, 3, ["sigmoid"]])
def test_a_name_like_no_other_is_answered_with_those_that_are_known(name):
    with pytest.raises(UnknownNameError, match=r"is not a known activation\. Known are: tanh, relu\."):
        errors.require_known("activation", name, ["tanh", "relu"])
