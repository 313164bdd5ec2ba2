"""The output while one input of a row goes from one number to another, over many networks at once."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from nncore.number_text import number_text
from nncore.scaling_laboratory import Response
from playground.figures import style
from playground.figures.frame import fixed_on_the_page
from playground.figures.free_place import Box, Candidate, DrawnChart, along_line, beside_point, free_place
from playground.figures.style import PALETTES, Palette, Theme
from playground.text.wording import plain

HEIGHT = 260
MARGINS = {"l": 44, "r": 16, "t": 26, "b": 44, "pad": 0}
PLOT_HEIGHT = HEIGHT - MARGINS["t"] - MARGINS["b"]
PLOT_WIDTHS = (290, 560, 840)
"""On a phone, on a tablet held upright, and in a window."""

MARK_SIZE = 9
ROOM_BESIDE, ROOM_ABOVE = 0.02, 0.2
"""Shares of what is shown: half a mark has room beside it, and above and below it a few words, where no line comes."""


@dataclass(frozen=True)
class OutputAlong:
    """Everything that `output_along_figure` draws.

    Attributes
    ----------
    name : str
        Of the input that moves.
    values : tuple of float
        What it becomes.
    lowest, median, highest : tuple of float
        Of the networks' outputs at each value.
    trained : (float, float)
        What the input spans in the training rows; outside it is extrapolation.
    threshold : float or None
    marks : tuple of (float, str)
        Values with something to say.
    """

    name: str
    values: tuple[float, ...]
    lowest: tuple[float, ...]
    median: tuple[float, ...]
    highest: tuple[float, ...]
    trained: tuple[float, float]
    threshold: float | None
    marks: tuple[tuple[float, str], ...]


def output_along(
    response: Response,
    name: str,
    *,
    output: int = 0,
    threshold: float | None = None,
    marks: Sequence[tuple[float, str]] = (),
) -> OutputAlong:
    """Return what is drawn of one output of a response.

    Parameters
    ----------
    response : Response
    name : str
        Of the input that moves.
    output : int
        Which one, the first being 0.
    threshold : float, optional
    marks : sequence of (float, str)
        Values of the input, each with what is said there.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> response = run_laboratory(articles.hidden_layer(), range(5)).along([0, 1, 10], 2, [0, 1, 10])
    >>> record = output_along(response, "input 3", threshold=0.5)
    >>> record.values, record.trained, record.median[-1] > 0.5 > record.median[1]
    ((0.0, 1.0, 10.0), (0.0, 1.0), True)
    """
    outputs = response.outputs[:, :, output]
    lowest, median, highest = outputs.min(axis=0), np.median(outputs, axis=0), outputs.max(axis=0)
    return OutputAlong(
        name,
        tuple(response.values.tolist()),
        tuple(lowest.tolist()),
        tuple(median.tolist()),
        tuple(highest.tolist()),
        (response.trained_from, response.trained_to),
        threshold,
        tuple((float(value), said) for value, said in marks),
    )


def output_along_figure(record: OutputAlong, theme: Theme) -> go.Figure:
    """Return the figure: the median of all networks in the band of all, over what was trained on and beyond."""
    colours = PALETTES[theme]
    name = plain(record.name)
    band = {
        "x": [*record.values, *reversed(record.values)],
        "y": [*record.highest, *reversed(record.lowest)],
        "mode": "lines",
        "fill": "toself",
        "fillcolor": colours.grid,
        "line": {"width": 0},
        "hoverinfo": "skip",
    }
    line = {
        "x": list(record.values),
        "y": list(record.median),
        "mode": "lines",
        "line": {"color": colours.ink, "width": style.MAIN_WIDTH},
        "customdata": list(zip(record.lowest, record.highest, strict=True)),
        "hovertemplate": f"{name} %{{x:.4~g}}: output %{{y:.3f}}, of all %{{customdata[0]:.3f}} to "
        "%{customdata[1]:.3f}<extra></extra>",
    }
    return go.Figure({"data": [band, line, *_marked(record, colours)], "layout": _layout(record, colours, name)})


def _marked(record: OutputAlong, colours: Palette) -> list[dict[str, Any]]:
    if not record.marks:
        return []
    values, heights = zip(*_points(record), strict=True)
    return [
        {
            "x": list(values),
            "y": list(heights),
            "mode": "markers",
            "marker": {"color": colours.ink, "size": MARK_SIZE},
            "hoverinfo": "skip",
            "cliponaxis": False,
        }
    ]


def _points(record: OutputAlong) -> list[tuple[float, float]]:
    """Return where the marks are: on the line."""
    return [(value, float(np.interp(value, record.values, record.median))) for value, _ in record.marks]


def _layout(record: OutputAlong, colours: Palette, name: str) -> dict[str, Any]:
    shapes = [_trained_part(record, colours)]
    if record.threshold is not None:
        shapes.append(_threshold_line(record.threshold, colours))
    ranges = _ranges(record)
    axis = {"gridcolor": colours.grid, "zeroline": False, "linecolor": colours.ghost, "fixedrange": True}
    return {
        **fixed_on_the_page(colours),
        "height": HEIGHT,
        "margin": MARGINS,
        "shapes": shapes,
        "annotations": [_trained_note(record), *_words(record, colours, *ranges)],
        "xaxis": {
            **axis,
            "range": list(ranges[0]),
            "title": {"text": name, "standoff": 6, "font": {"size": style.FONT_SIZE}},
            "showgrid": False,
            "ticks": "outside",
            "ticklen": 3,
        },
        "yaxis": {**axis, "range": list(ranges[1])},
    }


def _ranges(record: OutputAlong) -> tuple[tuple[float, float], tuple[float, float]]:
    shown = [*record.lowest, *record.highest, *([] if record.threshold is None else [record.threshold])]
    return _with_room(record.values, ROOM_BESIDE), _with_room(shown, ROOM_ABOVE)


def _with_room(values: Sequence[float], share: float) -> tuple[float, float]:
    """Return the range of an axis, with a share of it as room at both ends."""
    finite = [value for value in values if math.isfinite(value)] or [0.0]
    low, high = min(finite), max(finite)
    room = (high * share - low * share) or 0.5
    return max(low - room, -sys.float_info.max), min(high + room, sys.float_info.max)


def _words(
    record: OutputAlong, colours: Palette, x_range: tuple[float, float], y_range: tuple[float, float]
) -> list[dict[str, Any]]:
    """Return what is said of the marks and of the threshold, where no line runs through it."""
    charts = [DrawnChart(width, PLOT_HEIGHT, x_range, y_range) for width in PLOT_WIDTHS]
    points = _points(record)
    for chart in charts:
        chart.draw(list(zip(record.values, record.median, strict=True)))
        for end in record.trained:
            chart.draw([(end, y_range[0]), (end, y_range[1])])
        if record.threshold is not None:
            chart.draw([(x_range[0], record.threshold), (x_range[1], record.threshold)])
        chart.taken += [Box.around(*chart.at(*point), MARK_SIZE) for point in points]
    words = []
    for point, (_, said) in zip(points, record.marks, strict=True):
        words.append(_note(free_place(charts, beside_point(*point), said), said, colours.ink))
    if record.threshold is not None:
        said = f"threshold {number_text(record.threshold)}"
        words.append(_note(free_place(charts, along_line(record.threshold, x_range), said), said, colours.muted))
    return words


def _note(at: Candidate, said: str, colour: str) -> dict[str, Any]:
    place = {"x": at.x, "y": at.y, "xanchor": at.place.side, "yanchor": "middle", "yshift": at.place.up}
    return {"text": plain(said), "font": {"color": colour}, "showarrow": False, **place}


def _trained_part(record: OutputAlong, colours: Palette) -> dict[str, Any]:
    first, last = record.trained
    line = {"width": 1, "color": colours.soft_ink}
    place = {"x0": first, "x1": last, "yref": "paper", "y0": 0, "y1": 1}
    return {"type": "rect", "layer": "below", "line": line, "fillcolor": colours.surface, **place}


def _trained_note(record: OutputAlong) -> dict[str, Any]:
    """Return over what the networks were trained, above that part; it goes on towards the middle of the chart."""
    first, last = record.trained
    is_right = first + last > record.values[0] + record.values[-1]
    place = {"x": last if is_right else first, "xanchor": "right" if is_right else "left"}
    text = f"trained on {number_text(first)} to {number_text(last)}"
    return {"text": text, "y": 1, "yref": "paper", "yanchor": "bottom", "showarrow": False, **place}


def _threshold_line(threshold: float, colours: Palette) -> dict[str, Any]:
    place = {"xref": "paper", "x0": 0, "x1": 1, "y0": threshold, "y1": threshold}
    return {"type": "line", "line": {"color": colours.soft_ink, "width": 1}, **place}
