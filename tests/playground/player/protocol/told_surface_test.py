"""A picture of the loss reaches the player with the core's own numbers, and a click into it branches the run."""

import json
from dataclasses import replace

import pytest

import nncore
from nncore.loss_surface import loss_surface
from playground.player.protocol.told_surface import FEWEST_POINTS, points_of, told_surface
from playground.player.protocol.wanted_surface import WantedSurface, read_wanted_surface
from playground.runs.live_run import LiveRun

ARTICLE_1 = nncore.articles.single_neuron()
ENOUGH = 10.0


@pytest.fixture(scope="module")
def run():
    run = LiveRun(3, replace(ARTICLE_1, epochs=200))
    run.advance(200, ENOUGH)
    return run


def test_point_path_and_losses_are_those_of_the_core(run):
    told = json.loads(json.dumps(told_surface(run, WantedSurface(100, (0, 2)), ENOUGH), allow_nan=False))

    surface = loss_surface(run.experiment, run.trainer.history, epoch=100, parameters=(0, 2))
    assert (told["run"], told["epoch"], told["parameters"], told["trained"]) == (3, 100, [0, 2], 200)
    assert told["first"] == surface.first.tolist()
    assert told["second"] == surface.second.tolist()
    assert (tuple(told["point"]), told["loss"]) == (surface.point, surface.loss)
    assert [*told["played"], *told["ahead"][1:]] == surface.path.tolist()
    assert told["losses"][7] == pytest.approx(surface.losses[7].tolist(), rel=1e-4)
    assert "the loss keeps falling with a larger weight of input 1 and a smaller weight of input 3" in told["note"]


def test_a_run_is_not_asked_for_what_it_has_not(run):
    assert told_surface(run, WantedSurface(201, (0, 2)), ENOUGH) is None
    assert told_surface(run, WantedSurface(4, (0, 3)), ENOUGH) is None


def test_a_large_table_has_a_coarser_picture_of_a_large_network():
    many = nncore.Dataset([[float(row), 1.0] for row in range(1_000)], [[0.0]] * 1_000)

    def points(*layer_sizes):
        architecture = nncore.Architecture(layer_sizes, ("tanh",) * (len(layer_sizes) - 1))
        return points_of(replace(ARTICLE_1, dataset=many, architecture=architecture))

    assert points(2, 3, 1) == 60
    assert points(2, 16, 16, 1) == FEWEST_POINTS


@pytest.mark.parametrize(
    "nothing",
    [None, "hello", {}, {"epoch": 4}, {"epoch": 4, "parameters": [0, 0]}, {"epoch": -1, "parameters": [0, 1]}],
)
def test_what_names_no_picture_asks_for_none(nothing):
    assert read_wanted_surface(nothing) is None


def test_two_weights_are_set_together_as_one_step(page):
    page.finish()
    before = page.parameters()

    page.do("set_parameters", epoch=40, parameter_count=3, values={"0": -1.5, "2": 0.25}).step().finish()

    changes = page.client.session_state["playground"].open.run.experiment.interventions
    assert [(change.epoch, change.value) for change in changes] == [(40, (0, -1.5)), (40, (2, 0.25))]
    page.do("undo").step().finish()
    assert page.parameters() == before
    assert not page.header["changes"]


@pytest.mark.parametrize("values", [{}, {"x": 1.0}, {"0": "1"}, {"9": 1.0}, {"0": 1.0, "1": 1.0, "2": 1.0}, [1.0]])
def test_what_cannot_be_set_changes_nothing(page, values):
    page.finish()
    before = page.parameters()

    page.do("set_parameters", epoch=40, parameter_count=3, values=values).step()

    assert page.parameters() == before
    assert not page.header["can_undo"]
