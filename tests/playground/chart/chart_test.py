import json
from dataclasses import asdict
from itertools import pairwise

import pytest

import playground.chart
from playground.chart import draw_chart
from playground.figures import loss_curve, loss_curve_figure, weight_lines, weight_lines_figure
from playground.figures.style import PALETTES

EPOCHS = [0, 1, 2, 3]


def loss_chart(theme):
    curve = loss_curve(
        (EPOCHS, [0.5, 0.4, 0.3, 0.2]),
        test=(EPOCHS, [0.6, 0.5, 0.5, 0.4]),
        ghost_train=(EPOCHS, [0.5, 0.5, 0.5, 0.5]),
        total_epochs=10,
    )
    return loss_curve_figure(curve, theme)


def weights_chart(theme, layer_sizes=(2, 3, 3, 3, 3, 3, 1)):
    count = sum((fan_in + 1) * fan_out for fan_in, fan_out in pairwise(layer_sizes))
    parameters = [[epoch * 0.1 - index for index in range(count)] for epoch in EPOCHS]
    lines = weight_lines(
        (EPOCHS, parameters),
        layer_sizes=layer_sizes,
        bias=True,
        input_names=["input 1", "input 2"],
        target_names=["target"],
        total_epochs=10,
        ghost=(EPOCHS, parameters),
    )
    return weight_lines_figure(lines, theme)


@pytest.fixture
def handed_over(monkeypatch):
    """What `draw_chart` hands to the browser, call by call."""
    calls = []
    monkeypatch.setattr(playground.chart, "_component", lambda: lambda **given: calls.append(given))
    return calls


def recoloured(part, colours):
    """Do in Python what recolour.mjs does in the browser."""
    if isinstance(part, str):
        return colours.get(part, part)
    if isinstance(part, list):
        return [recoloured(item, colours) for item in part]
    if isinstance(part, dict):
        return {name: recoloured(value, colours) for name, value in part.items()}
    return part


@pytest.mark.parametrize(
    "chart",
    [loss_chart, weights_chart, lambda theme: weights_chart(theme, (2, 1))],
    ids=["loss", "weights of many layers", "weights of a single neuron"],
)
def test_recolouring_a_chart_for_a_light_page_gives_the_chart_for_a_dark_one(chart, handed_over):
    draw_chart(chart("light"), key="chart", label="a chart")

    (given,) = handed_over
    dark = recoloured(given["data"]["figure"], given["data"]["dark"])
    assert dark == json.loads(chart("dark").to_json())
    assert dark != given["data"]["figure"]


def test_every_colour_of_the_light_page_has_its_own_of_the_dark_page(handed_over):
    draw_chart(loss_chart("light"), key="chart", label="a chart")

    colours = handed_over[0]["data"]["dark"]
    light, dark = asdict(PALETTES["light"]), asdict(PALETTES["dark"])
    assert all(colours[light[name]] == dark[name] for name in light if name != "layers")
    assert [colours[colour] for colour in light["layers"]] == list(dark["layers"])


def test_what_is_handed_to_the_browser_is_plain_and_says_what_the_chart_is(handed_over):
    started = draw_chart(loss_chart("light"), key="loss_chart", label="Loss, epoch 0 to 3", next_turn=7)

    (given,) = handed_over
    assert started
    assert given["key"] == "loss_chart"
    assert (given["data"]["label"], given["data"]["next_turn"]) == ("Loss, epoch 0 to 3", 7)
    assert json.loads(json.dumps(given["data"])) == given["data"]


def test_where_the_component_cannot_start_streamlit_draws_the_same_figure(monkeypatch):
    drawn = []
    monkeypatch.setattr(playground.chart, "_component", lambda: None)
    monkeypatch.setattr(
        playground.chart.st, "plotly_chart", lambda figure, **given: drawn.append((figure, given["key"]))
    )
    figure = loss_chart("light")

    started = draw_chart(figure, key="loss_chart", label="Loss")

    assert not started
    assert drawn == [(figure, "loss_chart")]
