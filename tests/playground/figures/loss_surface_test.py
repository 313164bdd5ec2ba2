"""The picture of the loss draws what was computed, marks a minimum only where one lies inside, and says what it shows."""

import numpy as np
import pytest
from plotly.utils import PlotlyJSONEncoder

import nncore
from nncore.loss_surface import loss_surface
from playground.figures import plain_figure
from playground.figures.loss_picture import loss_picture
from playground.figures.loss_surface import (
    loss_contour_chart,
    loss_contour_figure,
    loss_surface_chart,
    loss_surface_figure,
)
from playground.figures.style import PALETTES

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


def article_picture(epoch=100, **options):
    surface = loss_surface(ARTICLE, ARTICLE_HISTORY, epoch=epoch, parameters=(0, 2), points=12)
    return loss_picture(surface, ("<b>", "input 3"), **options)


def bowl_picture(epoch=10, **options):
    return loss_picture(
        loss_surface(BOWL, BOWL_HISTORY, epoch=epoch, parameters=(0, 1), points=12), ("a", "b"), **options
    )


def named(figure):
    return {trace["name"]: trace for trace in figure["data"] if "name" in trace}


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


def test_a_minimum_is_marked_in_a_bowl_and_not_in_the_first_article():
    assert bowl_picture().minimum[:2] == (pytest.approx(0.25, abs=1e-4), pytest.approx(-0.5, abs=1e-4))
    assert "minimum" in named(loss_contour_chart(bowl_picture()))
    assert article_picture().minimum is None
    assert "minimum" not in named(loss_contour_chart(article_picture()))


def test_the_note_says_what_is_a_projection_and_what_is_the_whole_truth():
    assert "projection" in article_picture().note
    assert "keeps falling" in article_picture(15_000).note
    assert "whole truth" in bowl_picture().note
    assert "projection" not in bowl_picture().note


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("figure", [loss_contour_figure, loss_surface_figure])
def test_both_figures_have_the_path_in_ink_and_the_note(figure, theme):
    picture = article_picture()

    drawn = figure(picture, theme).to_dict()

    assert named(drawn)["path"]["line"]["color"] == PALETTES[theme].ink
    assert drawn["layout"]["meta"]["note"] == picture.note
    assert "<b>" not in str(drawn["data"][0]["hovertemplate"])


def test_in_space_the_path_lies_on_the_floor_and_the_point_on_the_surface():
    picture = article_picture()
    traces = named(loss_surface_chart(picture))

    lowest = min(loss for row in picture.losses for loss in row)
    assert set(traces["path"]["z"]) == {lowest}
    column, row = picture.first.index(picture.point[0]), picture.second.index(picture.point[1])
    assert traces["point"]["z"][-1] == picture.losses[row][column] == picture.loss


def test_on_a_log_scale_heights_are_powers_of_ten():
    picture = article_picture(scale="log")

    np.testing.assert_allclose(10 ** np.array(picture.heights), picture.losses)
    assert loss_surface_chart(picture)["layout"]["scene"]["zaxis"]["type"] == "log"


@pytest.mark.parametrize(
    ("chart", "figure"), [(loss_contour_chart, loss_contour_figure), (loss_surface_chart, loss_surface_figure)]
)
def test_the_plain_figures_equal_plotlys_own(chart, figure):
    written = PlotlyJSONEncoder(sort_keys=True).encode

    assert written(plain_figure(chart(bowl_picture()))) == written(figure(bowl_picture()).to_dict())
