"""The frame that every chart over epochs stands in: axes, calm grid, labels at line ends, a note."""

from __future__ import annotations

import textwrap
from typing import Any

from playground.figures import style
from playground.figures.end_labels import EndLabel
from playground.figures.epoch_axis import EpochAxis
from playground.figures.style import PALETTES, Palette, Theme
from playground.figures.value_axis import ValueAxis
from playground.text.wording import plain

_NOTE_WIDTH = 48
# With more rows of the legend than these the figure grows instead of squeezing the lines.
_ROWS_INSIDE = 2


def framed(
    traces: list[dict[str, Any]],
    *,
    epoch_axis: EpochAxis,
    value_axis: ValueAxis,
    labels: tuple[EndLabel, ...],
    room_right: int,
    note: str,
    theme: Theme,
    hovermode: str,
) -> dict[str, Any]:
    """Return the traces as data and layout of a figure with a transparent background.

    Drawn again, it keeps its zoom.
    What the value axis measures is written above it, where it can be read without turning the head. A trace that has
    a legend entry brings a legend, below the epochs.
    """
    colours = PALETTES[theme]
    heading = [*value_axis.title_lines, *textwrap.wrap(note, _NOTE_WIDTH)]
    entries = sum(bool(trace.get("showlegend")) for trace in traces)
    height = style.HEIGHT + style.LEGEND_ROW * max(0, entries - _ROWS_INSIDE)
    top = style.MARGIN_TOP + style.LINE_HEIGHT * len(heading)
    bottom = style.MARGIN_BOTTOM + style.LEGEND_ROW * entries
    layout = {
        "height": height,
        "margin": {"l": value_axis.room, "r": room_right, "t": top, "b": bottom, "pad": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": style.FONT_FAMILY, "size": style.FONT_SIZE, "color": colours.muted},
        "hoverlabel": {
            "bgcolor": colours.surface,
            "bordercolor": colours.soft_ink,
            "font": {"family": style.FONT_FAMILY, "size": style.FONT_SIZE, "color": colours.ink},
            "align": "left",
        },
        "hoverdistance": 30,
        "hovermode": hovermode,
        "uirevision": "constant",
        "showlegend": entries > 0,
        "legend": _legend(colours),
        "xaxis": _epoch_axis(epoch_axis, colours),
        "yaxis": _value_axis(value_axis, colours),
        "annotations": [_heading(heading, value_axis, colours), *(_end_label(label, colours) for label in labels)],
    }
    return {"data": traces, "layout": layout}


def _epoch_axis(axis: EpochAxis, colours: Palette) -> dict[str, Any]:
    return {
        "range": axis.range,
        "tickmode": "array",
        "tickvals": axis.tick_positions,
        "ticktext": axis.tick_labels,
        "tickangle": 0,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": colours.grid,
        "title": {"text": axis.title, "standoff": 6, "font": {"size": style.FONT_SIZE}},
        "showgrid": False,
        "zeroline": False,
        "linecolor": colours.grid,
    }


def _value_axis(axis: ValueAxis, colours: Palette) -> dict[str, Any]:
    return {
        "type": axis.scale,
        "range": axis.range,
        "tickmode": "array",
        "tickvals": axis.tick_values,
        "ticktext": axis.tick_labels,
        "ticklabelstandoff": 4,
        "gridcolor": colours.grid,
        "zeroline": False,
        "automargin": False,
    }


def _heading(lines: list[str], axis: ValueAxis, colours: Palette) -> dict[str, Any]:
    return {
        "name": "value axis",
        "text": "<br>".join(plain(line) for line in lines),
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": -axis.room,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 9,
        "align": "left",
        "showarrow": False,
        "borderpad": 0,
        "font": {"color": colours.muted},
    }


def _end_label(label: EndLabel, colours: Palette) -> dict[str, Any]:
    place = {
        "name": "line end",
        "text": plain(label.text),
        "x": label.position,
        "y": label.height,
        "xanchor": "left",
        "yanchor": "middle",
        "align": "left",
        "borderpad": 0,
        "font": {"color": colours.muted if label.quiet else colours.ink},
    }
    if not label.tied:
        return {**place, "showarrow": False, "xshift": label.shift_right, "yshift": label.shift_up}
    tie = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": colours.ghost, "standoff": 3}
    return {**place, **tie, "ax": label.shift_right, "ay": -label.shift_up}


def _legend(colours: Palette) -> dict[str, Any]:
    # One entry a row, so that its height is known at every width: a legend that wraps pushes itself over the epochs.
    return {
        "orientation": "v",
        "x": 0,
        "xanchor": "left",
        "yref": "container",
        "y": 0,
        "yanchor": "bottom",
        "groupclick": "togglegroup",
        "itemsizing": "trace",
        "itemwidth": 30,
        "tracegroupgap": 0,
        "font": {"color": colours.ink},
        "bgcolor": "rgba(0,0,0,0)",
    }
