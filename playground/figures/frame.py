"""What all figures have of the page, and the frame of every chart over epochs: few ticks, a calm grid, no titles.

What is measured and over what is said above the chart, where it can be chosen.
"""

from __future__ import annotations

from typing import Any

from playground.figures import style
from playground.figures.epoch_axis import EpochAxis
from playground.figures.style import PALETTES, Palette, Theme
from playground.figures.value_axis import ValueAxis


def framed(
    traces: list[dict[str, Any]],
    *,
    epoch_axis: EpochAxis,
    value_axis: ValueAxis,
    note: str,
    theme: Theme,
    hovermode: str,
    is_crowd: bool = False,
) -> dict[str, Any]:
    """Return the traces as data and layout of a figure with a transparent background.

    Drawn again, it keeps its zoom. What is not drawn, whoever shows the figure finds in the layout's "meta": the note, and
    whether the lines are a crowd, too many to be told apart.
    """
    colours = PALETTES[theme]
    layout = {
        **on_the_page(colours),
        "height": style.HEIGHT,
        "margin": {
            "l": value_axis.room,
            "r": style.MARGIN_RIGHT,
            "t": style.MARGIN_TOP,
            "b": style.MARGIN_BOTTOM,
            "pad": 0,
        },
        "hoverdistance": 30,
        "hovermode": hovermode,
        "uirevision": "constant",
        "meta": {"note": note, "is_crowd": is_crowd},
        "xaxis": _epoch_axis(epoch_axis, colours),
        "yaxis": _value_axis(value_axis, colours),
    }
    return {"data": traces, "layout": layout}


def on_the_page(colours: Palette) -> dict[str, Any]:
    """Return the part of a layout that every figure has: the page's background and type, and no legend."""
    return {
        "paper_bgcolor": style.TRANSPARENT,
        "plot_bgcolor": style.TRANSPARENT,
        "font": {"family": style.FONT_FAMILY, "size": style.FONT_SIZE, "color": colours.muted},
        "hoverlabel": {
            "bgcolor": colours.surface,
            "bordercolor": colours.soft_ink,
            "font": {"family": style.FONT_FAMILY, "size": style.FONT_SIZE, "color": colours.ink},
            "align": "left",
        },
        "showlegend": False,
    }


def fixed_on_the_page(colours: Palette) -> dict[str, Any]:
    """Return the same of a figure in which nothing can be dragged: a finger that swipes over it scrolls the page."""
    return {**on_the_page(colours), "dragmode": False}


def _epoch_axis(axis: EpochAxis, colours: Palette) -> dict[str, Any]:
    return {
        "range": axis.range,
        "tickmode": "array",
        "tickvals": axis.tick_positions,
        "ticktext": axis.tick_labels,
        "tickangle": 0,
        "ticks": "outside",
        "ticklen": 3,
        "tickcolor": colours.ghost,
        "showgrid": False,
        "zeroline": False,
        "linecolor": colours.ghost,
    }


def _value_axis(axis: ValueAxis, colours: Palette) -> dict[str, Any]:
    return {
        "type": axis.scale,
        "range": axis.range,
        "tickmode": "array",
        "tickvals": axis.tick_values,
        "ticktext": axis.tick_labels,
        "ticklabelstandoff": 3,
        "gridcolor": colours.grid,
        # Where a weight changes its sign.
        "zeroline": axis.scale == "linear" and axis.range[0] < 0.0 < axis.range[1],
        "zerolinecolor": colours.ghost,
        "zerolinewidth": 1,
        "automargin": False,
    }
