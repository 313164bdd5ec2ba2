import json
from dataclasses import asdict
from itertools import pairwise

import pytest

from playground.figures import loss_curve, loss_curve_figure, weight_lines, weight_lines_figure
from playground.figures.style import PALETTES
from playground.player.assets import assets

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


def recoloured(part, colours, is_colour=False):
    """Do in Python what recolour.mjs does in the browser."""
    if isinstance(part, str):
        return colours.get(part, part) if is_colour else part
    if isinstance(part, list):
        return [recoloured(item, colours, is_colour) for item in part]
    if isinstance(part, dict):
        return {name: recoloured(value, colours, name.endswith("color")) for name, value in part.items()}
    return part


@pytest.mark.parametrize(
    "chart",
    [loss_chart, weights_chart, lambda theme: weights_chart(theme, (2, 1))],
    ids=["loss", "weights of many layers", "weights of a single neuron"],
)
def test_recolouring_a_chart_for_a_light_page_gives_the_chart_for_a_dark_one(chart):
    light = json.loads(chart("light").to_json())

    dark = recoloured(light, assets()["dark_for_light"])

    assert dark == json.loads(chart("dark").to_json())
    assert dark != light


def test_every_colour_of_the_light_page_has_its_own_of_the_dark_page():
    colours = assets()["dark_for_light"]

    light, dark = asdict(PALETTES["light"]), asdict(PALETTES["dark"])
    assert all(colours[light[name]] == dark[name] for name in light)


def test_the_assets_pass_through_json_with_both_palettes():
    told = json.loads(json.dumps(assets(), allow_nan=False))

    assert set(told["palettes"]) == {"light", "dark"}
    assert told["palettes"]["dark"]["ink"] == PALETTES["dark"].ink
