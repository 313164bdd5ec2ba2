"""A small picture of a network as SVG: its neurons, and each weight by its sign and size, as the page draws them."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from nncore.network.network import Network
from playground.figures.style import BACKGROUNDS, PALETTES
from playground.figures.svg_image import in_both_themes, svg_image, svg_picture
from playground.figures.table_picture import HEIGHT, WIDTH

MARGIN = 18
LARGEST_RADIUS = 11
THICKEST = 6
BIAS = 10


def network_picture(network: Network) -> str:
    """Return the layers from left to right as an SVG of its own, right in the light and in the dark theme.

    A weight above 0 is a solid line, one below 0 a dashed one, thicker the larger it is, and a weight of 0 a grey one. A bias
    comes from below, where it has room.

    Parameters
    ----------
    network : Network

    Examples
    --------
    >>> network = Network.from_layers(weights=[[[1.0], [-2.0]]], biases=None, activations=("sigmoid",))
    >>> picture = network_picture(network)
    >>> picture.count("<circle"), picture.count('class="positive"'), picture.count('class="negative"')
    (3, 1, 1)
    """
    return svg_picture(WIDTH, HEIGHT, network_style(), network_marks(network))


def network_marks(network: Network, width: float = WIDTH) -> str:
    """Return what the picture is made of, from its left edge on, for `network_style`."""
    sizes = network.architecture.layer_sizes
    share = HEIGHT / max(sizes)
    radius = min(LARGEST_RADIUS * width / WIDTH + 3 * (1 - width / WIDTH), 0.4 * share)
    margin = MARGIN * width / WIDTH
    step = (width - 2 * margin) / (len(sizes) - 1)
    places = [
        [(margin + layer * step, (place + 0.5) * HEIGHT / size) for place in range(size)]
        for layer, size in enumerate(sizes)
    ]
    lines = []
    for (left, right), weights in zip(pairwise(places), network.weights, strict=True):
        for (x, y), row in zip(left, weights.tolist(), strict=True):
            lines += [_line(x, y, *end, weight) for end, weight in zip(right, row, strict=True)]
    if share > 2 * radius + BIAS:
        for layer, biases in zip(places[1:], network.biases, strict=True):
            if biases is not None:
                ends = zip(layer, biases.tolist(), strict=True)
                lines += [_line(x, y + radius + BIAS, x, y, value) for (x, y), value in ends]
    circles = [
        f'<circle class="neuron" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>' for layer in places for x, y in layer
    ]
    return "".join([*lines, *circles])


def network_image(network: Network) -> str:
    """Return the picture as an HTML image with its words.

    Examples
    --------
    >>> network = Network.from_layers(weights=[[[1.0], [-2.0]]], biases=None, activations=("sigmoid",))
    >>> network_image(network).split(" alt=")[1]
    '"a network of layers of 2 and 1 neurons"/>'
    """
    *sizes, last = map(str, network.architecture.layer_sizes)
    words = f"a network of layers of {', '.join(sizes)} and {last} neurons"
    return svg_image(network_picture(network), words, "table-picture")


def _line(x: float, y: float, to_x: float, to_y: float, weight: float) -> str:
    tone = "positive" if weight > 0 else "negative" if weight < 0 else "zero"
    width = min(THICKEST, 1 + 1.5 * abs(weight) ** 0.5)
    return (
        f'<line class="{tone}" x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke-width="{width:.1f}"/>'
    )


@cache
def network_style() -> str:
    """Return the style of both themes."""
    light, dark = (
        f".positive{{stroke:{one.positive}}}.negative{{stroke:{one.negative};stroke-dasharray:6 4}}"
        f".zero{{stroke:{one.muted}}}.neuron{{fill:{BACKGROUNDS[theme]};stroke:{one.ink};stroke-width:1.5}}"
        for theme, one in PALETTES.items()
    )
    return in_both_themes(light, dark)
