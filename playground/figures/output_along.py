"""The output while one input of a row goes from one number to another, over many networks at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from nncore.number_text import number_text
from nncore.scaling_laboratory import Response
from playground.figures import style
from playground.figures.frame import fixed_on_the_page
from playground.figures.style import PALETTES, Palette, Theme
from playground.text.wording import plain

HEIGHT = 260
MARGINS = {"l": 44, "r": 16, "t": 26, "b": 44, "pad": 0}


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
    values = [value for value, _ in record.marks]
    heights = np.interp(values, record.values, record.median).tolist()
    middle = (record.values[0] + record.values[-1]) / 2
    # Towards the middle, so that nothing is cut off; there a line lower, away from the curve.
    is_right = [value > middle for value in values]
    return [
        {
            "x": values,
            "y": heights,
            "mode": "markers+text",
            "marker": {"color": colours.ink, "size": 9},
            "text": [
                f"<br>{plain(said)}" if right else plain(said)
                for right, (_, said) in zip(is_right, record.marks, strict=True)
            ],
            "textposition": ["bottom left" if right else "top right" for right in is_right],
            "textfont": {"color": colours.ink},
            "hoverinfo": "skip",
            "cliponaxis": False,  # where the curve ends at the top, what the row is called stands above it
        }
    ]


def _layout(record: OutputAlong, colours: Palette, name: str) -> dict[str, Any]:
    shapes, notes = [_trained_part(record, colours)], [_trained_note(record)]
    if record.threshold is not None:
        shapes.append(_threshold_line(record.threshold, colours))
        notes.append(_threshold_note(record.threshold))
    axis = {"gridcolor": colours.grid, "zeroline": False, "linecolor": colours.ghost, "fixedrange": True}
    return {
        **fixed_on_the_page(colours),
        "height": HEIGHT,
        "margin": MARGINS,
        "shapes": shapes,
        "annotations": notes,
        "xaxis": {
            **axis,
            "title": {"text": name, "standoff": 6, "font": {"size": style.FONT_SIZE}},
            "showgrid": False,
            "ticks": "outside",
            "ticklen": 3,
        },
        "yaxis": axis,
    }


def _trained_part(record: OutputAlong, colours: Palette) -> dict[str, Any]:
    first, last = record.trained
    line = {"width": 1, "color": colours.soft_ink}
    place = {"x0": first, "x1": last, "yref": "paper", "y0": 0, "y1": 1}
    return {"type": "rect", "layer": "below", "line": line, "fillcolor": colours.surface, **place}


def _trained_note(record: OutputAlong) -> dict[str, Any]:
    first, last = record.trained
    text = f"trained on {number_text(first)} to {number_text(last)}"
    return {
        "text": text,
        "x": first,
        "y": 1,
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
    }


def _threshold_line(threshold: float, colours: Palette) -> dict[str, Any]:
    place = {"xref": "paper", "x0": 0, "x1": 1, "y0": threshold, "y1": threshold}
    return {"type": "line", "line": {"color": colours.soft_ink, "width": 1}, **place}


def _threshold_note(threshold: float) -> dict[str, Any]:
    place = {"x": 1, "xref": "paper", "y": threshold, "xanchor": "right", "yanchor": "bottom"}
    return {"text": f"threshold {number_text(threshold)}", "showarrow": False, **place}
