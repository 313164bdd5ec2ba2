from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nncore
from nncore.errors import SettingError
from nncore.training.optimizers import OPTIMIZERS

from ..random_runs import optimizers


def steps_of(optimizer, gradients, start=2.0):
    """Return the one parameter after each step."""
    parameters = np.array([[start]])
    stepper = optimizer.stepper(parameters.shape)
    found = []
    for gradient in gradients:
        stepper.step(parameters, np.array([[gradient]]))
        found.append(parameters.item())
    return found


# --- by hand: from 2, with the gradients 0.5 and −1 -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("optimizer", "expected"),
    [
        # 2 − 0.1 · 0.5; + 0.1 · 1
        (nncore.SGD(0.1), [1.95, 2.05]),
        # v = 0.5, then 0.9 · 0.5 − 1 = −0.55: 2 − 0.05, + 0.055
        (nncore.SGD(0.1, momentum=0.9), [1.95, 2.005]),
        # g + 0.9 v = 0.5 + 0.45 = 0.95, then −1 + 0.9 · −0.55 = −1.495: 2 − 0.095, + 0.1495
        (nncore.SGD(0.1, momentum=0.9, nesterov=True), [1.905, 2.0545]),
        # v = 0.25, then 1.25: 2 − 0.1 · 0.5/0.5, + 0.1 · 1/√1.25 = 0.1/1.118033988750 = 0.089442719100
        (nncore.Adagrad(0.1, epsilon=1e-20), [1.9, 1.989442719100]),
        # v = 0.01 · 0.25 = 0.0025, √v = 0.05: 2 − 0.1 · 0.5/0.05
        # v = 0.99 · 0.0025 + 0.01 = 0.012475, √v = 0.111691539518: + 0.1/0.111691539518 = 0.895322962072
        (nncore.RMSProp(0.1, epsilon=1e-20), [1.0, 1.895322962072]),
        # m̂ = 0.5, v̂ = 0.25: 2 − 0.1 · 0.5/0.5. m = 0.9 · 0.05 − 0.1 = −0.055, m̂ = −0.055/0.19 = −0.289473684211;
        # v = 0.999 · 0.00025 + 0.001 = 0.00124975, v̂ = 0.00124975/0.001999 = 0.625187593797, √v̂ = 0.790688050875;
        # + 0.1 · 0.289473684211/0.790688050875 = 0.036610352704
        (nncore.Adam(0.1, epsilon=1e-20), [1.9, 1.936610352704]),
    ],
    ids=str,
)
def test_two_steps_by_hand(optimizer, expected):
    np.testing.assert_allclose(steps_of(optimizer, [0.5, -1.0]), expected, rtol=0, atol=1e-12)


def test_epsilon_is_added_outside_the_root():
    # √v = 1e-10 · 0.1 for the gradient 1e-10: 0.1 · 1e-10/(1e-11 + 1e-8) = 0.000999000999
    assert steps_of(nncore.RMSProp(0.1), [1e-10], start=0.0) == pytest.approx([-0.000999000999], abs=1e-12)
    # v̂ = 1e-20 for Adam: 0.1 · 1e-10/(1e-10 + 1e-8) = 0.000990099010
    assert steps_of(nncore.Adam(0.1), [1e-10], start=0.0) == pytest.approx([-0.000990099010], abs=1e-12)
    # v = 1e-20 for Adagrad: 0.1 · 1e-10/(1e-10 + 1e-10) = 0.05
    assert steps_of(nncore.Adagrad(0.1), [1e-10], start=0.0) == pytest.approx([-0.05], abs=1e-12)


def test_the_first_step_of_adam_is_the_learning_rate_whatever_the_gradient():
    for gradient in (1e-3, 1.0, 1e6):
        assert steps_of(nncore.Adam(0.1), [gradient]) == pytest.approx([1.9], abs=1e-5)


# --- what holds for all of them ---------------------------------------------------------------------------------------


@given(optimizer=optimizers(), seed=st.integers(0, 1000))
def test_every_parameter_steps_for_itself(optimizer, seed):
    gradients = np.random.RandomState(seed).standard_normal((4, 3, 2))
    together, alone = np.ones((3, 2)), np.ones((1, 1))
    stepper, lonely = optimizer.stepper((3, 2)), optimizer.stepper((1, 1))

    for gradient in gradients:
        stepper.step(together, gradient.copy())
        lonely.step(alone, gradient[1:2, :1].copy())

    assert together[1, 0] == alone.item()


@given(optimizer=optimizers(), seed=st.integers(0, 1000))
def test_memory_and_steps_are_all_an_optimizer_remembers(optimizer, seed):
    gradients = np.random.RandomState(seed).standard_normal((6, 1, 3))
    parameters, first = np.ones((1, 3)), optimizer.stepper((1, 3))
    for gradient in gradients[:3]:
        first.step(parameters, gradient.copy())

    second, copied = optimizer.stepper((1, 3)), parameters.copy()
    second.memory[...] = first.memory
    second.steps = first.steps
    for gradient in gradients[3:]:
        first.step(parameters, gradient.copy())
        second.step(copied, gradient.copy())

    assert copied.tolist() == parameters.tolist()
    assert first.memory.shape == (optimizer.memory_slots, 1, 3)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_another_learning_rate_changes_nothing_else(name):
    optimizer = OPTIMIZERS[name](0.1)

    other = optimizer.at(0.5)

    assert other == OPTIMIZERS[name](0.5)
    assert optimizer.learning_rate == 0.1


def test_the_defaults_are_those_of_the_design():
    assert nncore.SGD(0.1) == nncore.SGD(learning_rate=0.1, momentum=0.0, nesterov=False)
    assert nncore.Adam(0.1) == nncore.Adam(learning_rate=0.1, beta_1=0.9, beta_2=0.999, epsilon=1e-8)
    assert nncore.RMSProp(0.1) == nncore.RMSProp(learning_rate=0.1, decay=0.99, epsilon=1e-8)
    assert nncore.Adagrad(0.1) == nncore.Adagrad(learning_rate=0.1, epsilon=1e-10)


def test_heavy_ball_approaches_the_speed_of_its_geometric_series():
    # With a constant gradient 1 the velocity becomes 1 + 0.9 + 0.81 + … = 10.
    positions = steps_of(nncore.SGD(1.0, momentum=0.9), [1.0] * 400)

    assert positions[-2] - positions[-1] == pytest.approx(10.0, abs=1e-9)


# --- refusals ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", OPTIMIZERS)
@pytest.mark.parametrize("learning_rate", [0, -0.1, np.nan, np.inf, "0.1", None, True, 10**400])
def test_a_learning_rate_must_be_positive(name, learning_rate):
    with pytest.raises(SettingError, match=r"learning_rate must be a positive number\. Got .* instead\."):
        OPTIMIZERS[name](learning_rate)


@pytest.mark.parametrize(
    ("kind", "setting", "sentence"),
    [
        (nncore.SGD, {"momentum": 1.0}, "momentum must be a finite number of at least 0 and below 1. Got 1.0"),
        (nncore.SGD, {"momentum": -0.1}, "momentum must be a finite number of at least 0 and below 1. Got -0.1"),
        (nncore.SGD, {"nesterov": True}, "nesterov needs a momentum above 0. Got 0 instead."),
        (nncore.SGD, {"nesterov": 1, "momentum": 0.9}, "nesterov must be True or False. Got 1 instead."),
        (nncore.SGD, {"nesterov": np.True_, "momentum": 0.9}, "nesterov must be True or False. Got .*True.* instead."),
        (nncore.Adam, {"beta_1": 1.0}, "beta_1 must be a finite number of at least 0 and below 1. Got 1.0"),
        (nncore.Adam, {"beta_2": -1}, "beta_2 must be a finite number of at least 0 and below 1. Got -1"),
        (nncore.Adam, {"epsilon": 0}, "epsilon must be a positive number. Got 0 instead."),
        (nncore.RMSProp, {"decay": 1}, "decay must be a finite number of at least 0 and below 1. Got 1"),
        (nncore.RMSProp, {"epsilon": -1}, "epsilon must be a positive number. Got -1 instead."),
        (nncore.Adagrad, {"epsilon": 0}, "epsilon must be a positive number. Got 0 instead."),
    ],
)
def test_a_setting_outside_its_limits_is_refused(kind, setting, sentence):
    with pytest.raises(SettingError, match=sentence):
        kind(0.1, **setting)


@pytest.mark.parametrize("name", sorted(OPTIMIZERS))
def test_numbers_of_numpy_are_kept_as_numbers_of_python(name):
    kind = OPTIMIZERS[name]
    numbers = [field.name for field in fields(kind) if field.name != "nesterov"]

    optimizer = kind(**{number: np.float32(0.5) for number in numbers})

    assert [(type(getattr(optimizer, number)), getattr(optimizer, number)) for number in numbers] == [
        (float, 0.5) for _ in numbers
    ]
