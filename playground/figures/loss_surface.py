"""The loss over two weights, as a contour or as a surface, with the run's path on the floor.

The lower the loss, the nearer its colour to the page's: blue and orange would mean a sign. Path, arrow and point are ink.
"""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from playground.figures import style
from playground.figures.frame import on_the_page
from playground.figures.loss_picture import LossPicture, Place
from playground.figures.style import PALETTES, Palette, Theme
from playground.text.wording import plain

HEIGHT = 360
MARGINS = {"l": 52, "r": 12, "t": 8, "b": 44, "pad": 0}
CONTOURS = 15


def loss_contour_figure(record: LossPicture, theme: Theme = "light") -> go.Figure:
    """Return the loss as lines of equal height, seen from above."""
    return go.Figure(loss_contour_chart(record, theme))


def loss_contour_chart(record: LossPicture, theme: Theme = "light") -> dict[str, Any]:
    """Return the same as data and layout, for `plain_figure`."""
    colours = PALETTES[theme]
    first, second = map(plain, record.names)
    contour = {
        "type": "contour",
        "x": list(record.first),
        "y": list(record.second),
        "z": _rows(record.heights),
        "customdata": _rows(record.losses),
        "hovertemplate": f"{first} %{{x:.3~g}}<br>{second} %{{y:.3~g}}<br>loss %{{customdata:.4~g}}<extra></extra>",
        "colorscale": _colours_of_loss(colours),
        "showscale": False,
        "ncontours": CONTOURS,
        "line": {"width": 1, "color": colours.ghost},
        "connectgaps": False,
    }
    traces = [contour]
    for name, path, colour in (("ahead", record.ahead, colours.ghost), ("path", record.played, colours.ink)):
        if len(path) > 1:
            traces.append(_flat_line(name, path, colour))
    traces.append(_mark("point", record.point, {"color": colours.ink, "size": 10}))
    if record.minimum is not None:
        ring = {"symbol": "circle-open", "color": colours.ink, "size": 14, "line": {"width": 2}}
        traces.append(_mark("minimum", record.minimum[:2], ring))
    axis = {"zeroline": False, "showgrid": False, "ticks": "outside", "ticklen": 3, "linecolor": colours.ghost}
    layout = {
        **_frame(record, colours),
        "margin": MARGINS,
        "annotations": [] if record.arrow is None else [_arrow(record.point, record.arrow, colours)],
        "xaxis": {**axis, "range": [record.first[0], record.first[-1]], "title": _title(first)},
        "yaxis": {**axis, "range": [record.second[0], record.second[-1]], "title": _title(second)},
    }
    return {"data": traces, "layout": layout}


def loss_surface_figure(record: LossPicture, theme: Theme = "light") -> go.Figure:
    """Return the loss as a surface; path and arrow lie on the floor, a line leads from there up to the point."""
    return go.Figure(loss_surface_chart(record, theme))


def loss_surface_chart(record: LossPicture, theme: Theme = "light") -> dict[str, Any]:
    """Return the same as data and layout, for `plain_figure`."""
    colours = PALETTES[theme]
    first, second = map(plain, record.names)
    surface = {
        "type": "surface",
        "x": list(record.first),
        "y": list(record.second),
        "z": _rows(record.losses),
        "surfacecolor": _rows(record.heights),
        "hovertemplate": f"{first} %{{x:.3~g}}<br>{second} %{{y:.3~g}}<br>loss %{{z:.4~g}}<extra></extra>",
        "colorscale": _colours_of_loss(colours),
        "showscale": False,
        "opacity": 0.85,
        "connectgaps": False,
    }
    floor = record.floor
    traces = [surface]
    for name, path, colour in (("ahead", record.ahead, colours.ghost), ("path", record.played, colours.ink)):
        if len(path) > 1:
            traces.append(_line_in_space(name, [(*place, floor) for place in path], colour))
    if record.arrow is not None:
        arrow = [(*record.point, floor), (*record.arrow, floor)]
        tip = {"color": colours.ink, "size": [0, 5], "symbol": "diamond"}
        traces.append({**_line_in_space("arrow", arrow, colours.ink), "mode": "lines+markers", "marker": tip})
    if record.loss is not None:
        stem = [(*record.point, floor), (*record.point, record.loss)]
        head = {"color": colours.ink, "size": [0, 6]}
        traces.append({**_line_in_space("point", stem, colours.ink), "mode": "lines+markers", "marker": head})
    if record.minimum is not None:
        ring = {"color": colours.ink, "size": 6, "symbol": "circle-open"}
        traces.append({**_line_in_space("minimum", [record.minimum], colours.ink), "mode": "markers", "marker": ring})
    axis = {"gridcolor": colours.grid, "zeroline": False, "backgroundcolor": style.TRANSPARENT}
    scene = {
        "xaxis": {**axis, "range": [record.first[0], record.first[-1]], "title": _title(first)},
        "yaxis": {**axis, "range": [record.second[0], record.second[-1]], "title": _title(second)},
        "zaxis": {**axis, "type": record.scale, "title": _title("loss")},
        "aspectmode": "cube",
    }
    layout = {**_frame(record, colours), "margin": {"l": 0, "r": 0, "t": 0, "b": 0}, "scene": scene}
    return {"data": traces, "layout": layout}


def _frame(record: LossPicture, colours: Palette) -> dict[str, Any]:
    """Return what both have; drawn again, they keep their zoom and their view."""
    return {**on_the_page(colours), "height": HEIGHT, "uirevision": "constant", "meta": {"note": record.note}}


def _colours_of_loss(colours: Palette) -> list[list[Any]]:
    return [[0.0, colours.surface], [1.0, colours.soft_ink]]


def _title(name: str) -> dict[str, Any]:
    return {"text": name, "font": {"size": style.FONT_SIZE}}


def _rows(table: tuple[tuple[float | None, ...], ...]) -> list[list[float | None]]:
    return [list(row) for row in table]


def _flat_line(name: str, path: tuple[Place, ...], colour: str) -> dict[str, Any]:
    first, second = (list(numbers) for numbers in zip(*path, strict=True))
    return {
        "type": "scatter",
        "name": name,
        "x": first,
        "y": second,
        "mode": "lines",
        "line": {"color": colour, "width": style.MAIN_WIDTH},
        "hoverinfo": "skip",
    }


def _line_in_space(name: str, places: list[tuple[float, float, float]], colour: str) -> dict[str, Any]:
    first, second, heights = (list(numbers) for numbers in zip(*places, strict=True))
    return {
        "type": "scatter3d",
        "name": name,
        "x": first,
        "y": second,
        "z": heights,
        "mode": "lines",
        "line": {"color": colour, "width": 2 * style.MAIN_WIDTH},
        "hoverinfo": "skip",
    }


def _mark(name: str, place: Place, marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "name": name,
        "x": [place[0]],
        "y": [place[1]],
        "mode": "markers",
        "marker": marker,
        "hoverinfo": "skip",
    }


def _arrow(start: Place, end: Place, colours: Palette) -> dict[str, Any]:
    return {
        "text": "",
        "showarrow": True,
        "x": end[0],
        "y": end[1],
        "xref": "x",
        "yref": "y",
        "ax": start[0],
        "ay": start[1],
        "axref": "x",
        "ayref": "y",
        "arrowhead": 2,
        "arrowwidth": style.MAIN_WIDTH,
        "arrowcolor": colours.ink,
    }
