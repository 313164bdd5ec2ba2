"""The loss over two parameters is the loss, the point lies on it, and a minimum is called one only if it lies inside."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nncore
from nncore.loss_surface import loss_surface
from nncore.loss_surface.lowest_point import lowest_point
from nncore.loss_surface.plane import Plane
from tests.nncore.random_runs import problems, ways_to_train

ARTICLE = nncore.articles.single_neuron()
ARTICLE_HISTORY = ARTICLE.run().history


def linear(inputs, targets, *, bias=False, epochs=20, **settings):
    """Return a linear neuron that learns a table by the sum of half squared errors."""
    return nncore.Experiment(
        nncore.Dataset(inputs, targets),
        nncore.Architecture((len(inputs[0]), 1), ("linear",), bias=bias),
        loss="half_squared_error",
        reduction="sum",
        **{"optimizer": nncore.SGD(0.1), "epochs": epochs, **settings},
    )


def surface_of(experiment, *, epoch=None, parameters=(0, 1), points=21):
    history = experiment.run().history
    return loss_surface(
        experiment,
        history,
        epoch=history.last_epoch if epoch is None else epoch,
        parameters=parameters,
        points=points,
    )


def recorded(experiment, path, now=None):
    """Return what stands for a history: parameters at some epochs, and those of any epoch asked for."""
    network = nncore.Network(experiment.architecture, np.array(path[0] if now is None else now))
    return SimpleNamespace(epochs=np.arange(len(path)), parameters=np.array(path), network_at=lambda epoch: network)


def test_one_row_and_a_linear_neuron_are_a_parabola_along_either_axis_and_a_valley_that_leads_out():
    surface = surface_of(linear([[2.0]], [[3.0]], bias=True))

    weight, bias = np.meshgrid(surface.first, surface.second)
    np.testing.assert_allclose(surface.losses, (2 * weight + bias - 3) ** 2 / 2, rtol=1e-12, atol=1e-13)
    assert not surface.lowest.is_minimum
    assert surface.lowest.falls == (0, 0)
    assert surface.lowest.loss == pytest.approx(0, abs=1e-9)


def test_a_row_for_each_weight_makes_a_bowl_whose_minimum_solves_both():
    surface = surface_of(linear([[1.0, 0.0], [0.0, 1.0]], [[0.25], [-0.5]]))

    lowest = surface.lowest
    assert lowest.is_minimum
    assert (lowest.first, lowest.second) == (pytest.approx(0.25, abs=1e-5), pytest.approx(-0.5, abs=1e-5))
    assert lowest.loss == pytest.approx(0, abs=1e-10)
    assert not surface.is_projection


def test_in_a_narrow_valley_aslant_the_minimum_is_that_of_least_squares_to_all_its_digits():
    for inputs, targets in (([1, 2, 3], [2, 3, 5]), ([10, 11, 12, 13], [1, 3, 2, 4]), ([0.1, 0.2, 0.4], [3, 1, 2])):
        column = np.array(inputs, dtype=float)[:, None]
        line = linear(column, np.array(targets, dtype=float)[:, None], bias=True, epochs=1)
        best = np.linalg.lstsq(np.hstack([column, np.ones_like(column)]), np.array(targets, dtype=float), rcond=None)[0]
        axes = [np.linspace(value - 1.3, value + 0.9, 60) for value in best]
        plane = Plane(line, np.zeros(2), (0, 1))

        lowest = lowest_point(plane, *axes, plane.grid(*axes))

        assert lowest.is_minimum
        np.testing.assert_allclose([lowest.first, lowest.second], best, rtol=1e-7)


def test_downhill_in_a_bowl_is_straight_to_its_minimum():
    surface = surface_of(linear([[1.0, 0.0], [0.0, 1.0]], [[0.25], [-0.5]]), epoch=3)

    # L = ½ (a − ¼)² + ½ (b + ½)²
    expected = (0.25 - surface.point[0], -0.5 - surface.point[1])
    np.testing.assert_allclose(surface.downhill, expected, rtol=1e-12)


@pytest.mark.parametrize("pair", [(0, 1), (0, 2), (2, 0)])
@pytest.mark.parametrize("epoch", [0, 100, 15_000])
def test_the_first_article_has_no_minimum_over_its_first_weight(pair, epoch):
    lowest = loss_surface(ARTICLE, ARTICLE_HISTORY, epoch=epoch, parameters=pair).lowest

    assert not lowest.is_minimum
    assert any(lowest.falls)


def test_the_first_article_falls_towards_a_larger_first_weight():
    lowest = loss_surface(ARTICLE, ARTICLE_HISTORY, epoch=15_000, parameters=(0, 2)).lowest

    assert lowest.falls[0] == 1


def test_with_its_first_weight_held_the_first_article_s_slice_has_a_minimum():
    # Held, it must do for both classes: the third weight then has a best value, half of it and negative.
    surface = loss_surface(ARTICLE, ARTICLE_HISTORY, epoch=15_000, parameters=(1, 2))
    held = ARTICLE_HISTORY.parameters[-1][0]

    assert surface.lowest.is_minimum
    assert surface.lowest.second == pytest.approx(-held / 2, abs=0.05)
    assert surface.is_projection


def test_the_axes_are_the_same_at_all_recorded_epochs_but_for_the_place_of_the_point():
    surfaces = [
        loss_surface(ARTICLE, ARTICLE_HISTORY, epoch=int(epoch), parameters=(0, 2), points=9)
        for epoch in ARTICLE_HISTORY.epochs[:: len(ARTICLE_HISTORY.epochs) // 8]
    ]

    assert len({(*surface.first[[0, -1]], *surface.second[[0, -1]]) for surface in surfaces}) == 1
    for surface in surfaces:
        places = np.linspace(surface.first[0], surface.first[-1], 9)
        assert np.sum(np.abs(surface.first - places) > 1e-9) <= 1


def test_the_path_is_what_was_recorded_of_the_two():
    surface = loss_surface(ARTICLE, ARTICLE_HISTORY, epoch=7, parameters=(2, 0), points=5)

    assert np.array_equal(surface.path, ARTICLE_HISTORY.parameters[:, [2, 0]])
    assert np.array_equal(surface.path_epochs, ARTICLE_HISTORY.epochs)


def test_what_is_frozen_all_along_makes_no_projection_and_what_is_frozen_for_a_while_does():
    three = linear([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]], [[1.0], [2.0]])
    frozen = nncore.Intervention(0, "frozen", (2, True))
    freed = nncore.Intervention(5, "frozen", (2, False))

    assert surface_of(three).is_projection
    assert not surface_of(replace(three, interventions=(frozen,))).is_projection
    assert surface_of(replace(three, interventions=(frozen, freed))).is_projection
    assert surface_of(replace(three, interventions=(frozen,)), parameters=(0, 2)).is_projection


def test_what_was_set_by_hand_on_the_way_makes_a_projection_too():
    three = linear([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]], [[1.0], [2.0]])
    frozen = nncore.Intervention(0, "frozen", (2, True))
    moved = nncore.Intervention(5, "parameter", (2, 9.0))

    assert surface_of(replace(three, interventions=(frozen, moved))).is_projection


def test_weights_that_change_nothing_have_a_level_surface_without_a_minimum():
    surface = surface_of(linear([[0.0, 0.0]], [[2.0]]))

    assert np.all(surface.losses == 2.0)
    assert (surface.lowest.is_minimum, surface.lowest.falls) == (False, (0, 0))


def test_where_the_loss_is_too_large_for_a_number_it_is_not_finite_and_the_rest_is_there():
    # ½ (1e153 w − 1e153)² is 1e308 at 15, and no number at 21.
    experiment = linear([[1e153, 0.0]], [[1e153]])
    history = recorded(experiment, [[0.0, 0.5], [15.0, 0.5]])

    surface = loss_surface(experiment, history, epoch=0, parameters=(0, 1), points=31)

    assert np.isfinite(surface.loss)
    assert not np.isfinite(surface.losses[:, -1]).any()
    assert surface.lowest.first == pytest.approx(1, abs=1e-3)


def test_an_epoch_that_is_not_recorded_and_lies_far_from_the_path_is_on_the_picture_all_the_same():
    experiment = linear([[1.0, 0.0], [0.0, 1.0]], [[0.25], [-0.5]])
    history = recorded(experiment, [[0.0, 0.0], [1.0, 1.0]], now=[50.0, 0.5])

    surface = loss_surface(experiment, history, epoch=1, parameters=(0, 1), points=5)

    assert (surface.first[0], surface.first[-1]) == (-25, 75)
    assert (surface.second[0], surface.second[-1]) == (-0.5, 1.5)


def test_a_penalty_is_no_part_of_the_surface():
    surface = surface_of(linear([[1.0, 0.0], [0.0, 1.0]], [[0.25], [-0.5]], penalty=nncore.L2(0.5)))

    assert surface.is_penalized
    first, second = np.meshgrid(surface.first, surface.second)
    np.testing.assert_allclose(surface.losses, (first - 0.25) ** 2 / 2 + (second + 0.5) ** 2 / 2, rtol=1e-12)
    np.testing.assert_allclose(surface.downhill, (0.25 - surface.point[0], -0.5 - surface.point[1]), rtol=1e-12)


@pytest.mark.parametrize(
    ("parameters", "what"),
    [((0, 0), "different"), ((0, 9), "parameters"), ((0,), "two places"), ("01", "two places")],
)
def test_what_are_no_two_parameters_is_refused(parameters, what):
    with pytest.raises(nncore.errors.SettingError, match=what):
        loss_surface(ARTICLE, ARTICLE_HISTORY, epoch=0, parameters=parameters)


def test_a_network_with_one_parameter_has_no_surface():
    experiment = linear([[1.0]], [[1.0]])

    with pytest.raises(nncore.errors.SettingError, match="but one"):
        surface_of(experiment)


@st.composite
def runs(draw):
    """Return an experiment of any kind with two parameters or more, two of them, and an epoch of its run."""
    architecture, inputs, targets, loss = draw(problems().filter(lambda problem: problem[0].parameter_count > 1))
    settings = draw(ways_to_train(architecture, longest=12))
    experiment = nncore.Experiment(nncore.Dataset(inputs, targets), architecture, loss=loss, seed=3, **settings)
    places = st.integers(0, architecture.parameter_count - 1)
    pair = draw(st.lists(places, min_size=2, max_size=2, unique=True))
    return experiment, tuple(pair), draw(st.floats(0, 1))


@given(runs())
def test_of_any_run_every_place_has_the_loss_of_the_network_there_and_the_point_lies_on_the_surface(drawn):
    experiment, pair, share = drawn
    history = experiment.trainer(warn=False).finish().history
    epoch = int(share * history.last_epoch)

    surface = loss_surface(experiment, history, epoch=epoch, parameters=pair, points=5)

    inputs, targets, _, _ = experiment.scaled()
    held = history.network_at(epoch).parameters
    for row, second in enumerate(surface.second):
        for column, first in enumerate(surface.first):
            parameters = held.copy()
            parameters[list(pair)] = first, second
            network = nncore.Network(experiment.architecture, parameters)
            alone = network.backward(
                network.forward(inputs), targets, loss=experiment.loss, reduction=experiment.reduction
            ).loss
            assert surface.losses[row, column] == pytest.approx(alone, rel=1e-9, abs=1e-12)
    (row,), (column,) = (
        np.flatnonzero(axis == value)
        for axis, value in zip((surface.second, surface.first), surface.point[::-1], strict=True)
    )
    assert surface.losses[row, column] == surface.loss
    assert np.all(np.diff(surface.first) > 0)
    assert np.all(np.diff(surface.second) > 0)
    if surface.lowest.is_minimum:
        border = np.concatenate([surface.losses[[0, -1]].ravel(), surface.losses[:, [0, -1]].ravel()])
        assert np.all(~(border <= surface.lowest.loss))
        assert surface.first[0] < surface.lowest.first < surface.first[-1]
        assert surface.second[0] < surface.lowest.second < surface.second[-1]


@given(runs())
def test_a_step_downhill_lowers_the_loss_of_a_smooth_network(drawn):
    experiment, pair, _ = drawn
    smooth = replace(
        experiment,
        architecture=replace(
            experiment.architecture,
            activations=(
                *["tanh"] * (experiment.architecture.layer_count - 1),
                experiment.architecture.activations[-1],
            ),
        ),
    )
    history = replace(smooth, epochs=0, interventions=()).trainer(warn=False).finish().history
    surface = loss_surface(smooth, history, epoch=0, parameters=pair, points=3)
    length = np.hypot(*surface.downhill)
    parameters = history.network_at(0).parameters.copy()
    parameters[list(pair)] += np.array(surface.downhill) * 1e-6 / max(length, 1e-6)

    lowered = smooth.losses_at(parameters[None])[0]

    assert lowered <= surface.loss + 1e-9 * max(1, abs(surface.loss))
