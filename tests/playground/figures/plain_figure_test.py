"""Figures as plain JSON equal what plotly's own figures say of themselves."""

from itertools import pairwise

import numpy as np
import plotly.graph_objects as go
import pytest
from plotly.utils import PlotlyJSONEncoder

from playground.figures import loss_curve, loss_curve_chart, plain_figure, weight_lines, weight_lines_chart

LAYERS = {"bias": True, "input_names": ["a", "b"], "target_names": ["t"]}


def curve(count, values=None, **options):
    epochs = np.arange(count)
    return loss_curve_chart(loss_curve((epochs, 1 / (1 + epochs) if values is None else values), **options))


def lines(count, sizes, **options):
    width = sum((before + 1) * after for before, after in pairwise(sizes))
    parameters = np.cumsum(np.random.default_rng(4).normal(size=(count, width)), axis=0)
    record = weight_lines((np.arange(count), parameters), layer_sizes=sizes, **LAYERS, **options)
    return weight_lines_chart(record)


FIGURES = {
    "loss": lambda: curve(60, total_epochs=90),
    "loss, log axes, test and before": lambda: curve(
        300, total_epochs=300, epoch_scale="log", value_scale="log", test=([0, 9], [2.0, 1.0]), ghost_train=([0], [3.0])
    ),
    "loss with gaps": lambda: curve(3, [np.inf, 0.5, np.nan], total_epochs=2),
    "one epoch": lambda: curve(1, total_epochs=1),
    "few weights": lambda: lines(40, (2, 1), total_epochs=40),
    "many weights": lambda: lines(70_000, (2, 8, 1), total_epochs=70_000, epoch_scale="log"),
    "weights and before": lambda: lines(40, (2, 8, 1), total_epochs=40, ghost=([0, 1], np.zeros((2, 33)))),
    "no epoch": lambda: weight_lines_chart(
        weight_lines(([], np.empty((0, 3))), layer_sizes=(2, 1), total_epochs=9, **LAYERS)
    ),
}


def written(figure):
    return PlotlyJSONEncoder(sort_keys=True, indent=1).encode(figure)


@pytest.mark.parametrize("made", FIGURES.values(), ids=FIGURES)
def test_a_plain_figure_equals_plotlys_own(made):
    chart = made()

    assert written(plain_figure(chart)) == written(go.Figure(chart).to_dict())


@pytest.mark.parametrize("largest", [127, 128, 32767, 32768, 2**31 - 1])
def test_whole_numbers_take_the_smallest_type_that_holds_them(largest):
    chart = {"data": [{"type": "scatter", "x": np.array([-3, largest]), "y": np.array([0.5, 1.0])}], "layout": {}}

    assert written(plain_figure(chart)) == written(go.Figure(chart).to_dict())
