"""The picture of the loss draws what was computed, marks a minimum only where one lies inside, and says what it shows."""

from dataclasses import replace

import numpy as np
import pytest

import nncore
from nncore.loss_surface import loss_surface
from playground.figures.loss_picture import loss_picture

ARTICLE = nncore.articles.single_neuron()
ARTICLE_HISTORY = ARTICLE.run().history
BOWL = nncore.Experiment(
    nncore.Dataset([[1.0, 0.0], [0.0, 1.0]], [[0.25], [-0.5]]),
    nncore.Architecture((2, 1), ("linear",), bias=False),
    loss="half_squared_error",
    optimizer=nncore.SGD(0.1),
    epochs=60,
)
BOWL_HISTORY = BOWL.run().history


def article_picture(epoch=100):
    surface = loss_surface(ARTICLE, ARTICLE_HISTORY, epoch=epoch, parameters=(0, 2), points=12)
    return loss_picture(surface, ("input 1", "input 3"))


def bowl_picture(epoch=10):
    return loss_picture(loss_surface(BOWL, BOWL_HISTORY, epoch=epoch, parameters=(0, 1), points=12), ("a", "b"))


def test_two_records_of_the_same_numbers_are_equal():
    assert article_picture() == article_picture()


def test_the_path_is_played_up_to_the_point_and_stands_faded_ahead_of_it():
    picture = bowl_picture(10)
    path = [tuple(place) for place in BOWL_HISTORY.parameters.tolist()]

    assert list(picture.played) == path[:11]
    assert list(picture.ahead) == path[10:]


def test_a_long_path_is_drawn_with_fewer_places_its_ends_among_them():
    picture = article_picture(15_000)

    assert len(picture.played) <= 401
    assert picture.played[0] == tuple(ARTICLE_HISTORY.parameters[0, [0, 2]].tolist())
    assert picture.ahead == (picture.point,)


def test_the_arrow_goes_straight_downhill_from_the_point():
    picture = bowl_picture()

    towards = np.array([0.25, -0.5]) - picture.point
    arrow = np.array(picture.arrow) - picture.point
    assert towards[0] * arrow[1] == pytest.approx(towards[1] * arrow[0])
    assert towards @ arrow > 0


def test_a_minimum_is_marked_in_a_bowl_and_the_first_article_keeps_falling_towards_a_corner():
    assert bowl_picture().minimum == (pytest.approx(0.25, abs=1e-4), pytest.approx(-0.5, abs=1e-4))
    assert bowl_picture().keeps_falling is None
    picture = article_picture()
    assert picture.minimum is None
    assert picture.keeps_falling == (picture.first[-1], picture.second[0], 1, -1)


def test_the_point_is_a_place_of_the_grid_and_has_the_loss_of_the_run():
    picture = article_picture()

    column, row = picture.first.index(picture.point[0]), picture.second.index(picture.point[1])
    assert picture.loss == ARTICLE.losses_at(ARTICLE_HISTORY.network_at(100).parameters[None])[0]
    assert picture.losses[row][column] == pytest.approx(picture.loss, rel=1e-4)


def test_where_the_loss_is_too_large_for_a_number_there_is_a_gap():
    steep = nncore.Experiment(
        nncore.Dataset([[1e200, 1.0]], [[0.0]]),
        nncore.Architecture((2, 1), ("linear",), bias=False),
        loss="half_squared_error",
        optimizer=nncore.SGD(0.0 + 1e-9),
        epochs=1,
        stop=(),
    )
    history = steep.trainer(warn=False).history

    picture = loss_picture(loss_surface(steep, history, epoch=0, parameters=(0, 1), points=5), ("a", "b"))

    assert None in picture.losses[0]
    assert "too large for a number" in picture.note


def test_the_note_says_what_is_a_projection_and_what_is_the_whole_truth():
    assert "projection" in article_picture().note
    assert "keeps falling" in article_picture(15_000).note
    assert "whole truth" in bowl_picture().note
    assert "projection" not in bowl_picture().note
    assert "The arrow is the negative gradient." in bowl_picture().note


def test_a_minimum_at_0_is_said_to_be_at_0():
    bowl = replace(BOWL, dataset=nncore.Dataset([[1.0, 0.0], [0.0, 1.0]], [[0.0], [-0.5]]))

    surface = loss_surface(bowl, bowl.run().history, epoch=10, parameters=(0, 1))

    assert loss_picture(surface, ("a", "b")).note.endswith(", at a = 0 and b = −0.5.")
