"""The parameters over the epochs, one line each: few in ink, a crowd in grey.

What a line is called and which layers it stands between goes with it, so that the page can name it, colour it by its
sign, and light one among many.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go
from numpy.typing import ArrayLike, NDArray

from nncore.errors import SettingError
from playground.figures import style
from playground.figures.epoch_axis import EpochAxis, EpochScale, epoch_axis, positions
from playground.figures.frame import framed
from playground.figures.style import PALETTES, Palette, Theme
from playground.figures.thinning import thinned
from playground.figures.value_axis import ValueAxis, drawable, value_axis
from playground.text.parameter_names import ParameterName, parameter_names
from playground.text.wording import decimals_for, plain

RecordedParameters = tuple[ArrayLike, ArrayLike]
"""Epochs, shape (k,), and the flat parameter vectors recorded at them, shape (k, parameter_count)."""

MOST_DISTINCT = 13
"""Lines that can be told apart; more of them are a crowd."""

MOST_SPARSE = 60
MOST_LINES = 200
# All lines of a chart together have about this many points; each has at least the second number, at most the third.
_POINT_BUDGET, _FEWEST_POINTS, _MOST_POINTS = 4_000, 80, 400


@dataclass(frozen=True)
class WeightLine:
    """One parameter by its place in the flat vector, what it is called, and its values; None leaves a gap."""

    parameter: int
    name: ParameterName
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class WeightLines:
    """Everything that `weight_lines_figure` draws.

    The ghosts, all lines of the run before, are one line with gaps (None) in it.
    """

    epochs: tuple[int, ...]
    positions: tuple[float, ...]
    lines: tuple[WeightLine, ...]
    ghost_positions: tuple[float | None, ...]
    ghost_values: tuple[float | None, ...]
    epoch_axis: EpochAxis
    value_axis: ValueAxis
    decimals: int
    note: str


def weight_lines(
    recorded: RecordedParameters,
    *,
    layer_sizes: Sequence[int],
    bias: bool,
    input_names: Sequence[str],
    target_names: Sequence[str],
    total_epochs: int,
    epoch_scale: EpochScale = "linear",
    ghost: RecordedParameters | None = None,
    note: str = "",
) -> WeightLines:
    """Return the record of a chart of weights.

    Parameters
    ----------
    recorded : (epochs, parameters)
        Shapes (k,) and (k, parameter_count), parameters in the order of the flat vector. k may be 0.
    layer_sizes, bias, input_names, target_names
        What the parameters belong to; see `parameter_names`.
    total_epochs : int
        The planned length of the run, where the epoch axis ends.
    epoch_scale : {"linear", "log"}
    ghost : (epochs, parameters), optional
        The run before, which may have been of another network.
    note : str
        A sentence that belongs to what is drawn. If there are too many parameters for one chart, only those that moved
        most are drawn, and the note says so.

    Raises
    ------
    nncore.errors.SettingError
        If the number of parameters is not that of the layer sizes.

    Examples
    --------
    >>> record = weight_lines(([0, 1], [[0.5], [0.75]]), layer_sizes=(1, 1), bias=False, input_names=["size"],
    ...                       target_names=["price"], total_epochs=1)
    >>> record.lines[0].name.name, record.lines[0].values
    ('size → price', (0.5, 0.75))
    """
    names = parameter_names(layer_sizes, bias, input_names, target_names)
    epochs, parameters = _table(recorded, len(names))
    axis = epoch_axis(max(total_epochs, int(np.max(epochs, initial=0))), epoch_scale)
    shown = _most_moving(parameters)
    values = drawable(parameters[:, shown], "linear")
    kept = thinned(positions(epochs, epoch_scale), values, _end(axis), _most_points(len(shown)))
    ghost_positions, ghost_values = _ghost(ghost, axis)
    lines = tuple(
        WeightLine(int(index), names[index], _with_gaps(column))
        for index, column in zip(shown, values[kept].T, strict=True)
    )
    return WeightLines(
        epochs=tuple(epochs[kept].tolist()),
        positions=tuple(positions(epochs[kept], epoch_scale).tolist()),
        lines=lines,
        ghost_positions=ghost_positions,
        ghost_values=ghost_values,
        epoch_axis=axis,
        value_axis=value_axis(values, "linear", [value for value in ghost_values if value is not None]),
        decimals=decimals_for(float(np.max(np.abs(values), initial=0.0, where=np.isfinite(values)))),
        note=_with_number(note, len(shown), len(names)),
    )


def weight_lines_figure(record: WeightLines, theme: Theme = "light") -> go.Figure:
    """Return the chart of a record; show it with `style.PLOTLY_CONFIG`.

    Each line carries in its "meta" the parameter's place in the flat vector, for what is shown of a name is no name to
    look it up by, its short name, and the layers it stands between.
    """
    return go.Figure(weight_lines_chart(record, theme))


def weight_lines_chart(record: WeightLines, theme: Theme = "light") -> dict[str, Any]:
    """Return the same as data and layout, for `plain_figure`."""
    colours = PALETTES[theme]
    is_crowd = len(record.lines) > MOST_DISTINCT
    look = _crowd_look(colours, len(record.lines)) if is_crowd else _distinct_look(colours)
    traces = [_ghost_trace(record, colours)] if record.ghost_values else []
    traces += [{**_trace(record, line), **look} for line in record.lines]
    return framed(
        traces,
        epoch_axis=record.epoch_axis,
        value_axis=record.value_axis,
        note=record.note,
        theme=theme,
        hovermode="closest",
        is_crowd=is_crowd,
    )


def _trace(record: WeightLines, line: WeightLine) -> dict[str, Any]:
    name = plain(line.name.name)
    subject = name if line.name.is_bias else f"weight {name}"
    return {
        "type": "scatter",
        "name": name,
        "meta": {"parameter": line.parameter, "label": line.name.label, "group": line.name.layer},
        "x": np.array(record.positions),
        "y": np.array(line.values, dtype=np.float64),
        "customdata": np.array(record.epochs),
        # Broken: a narrow chart has no room for the sentence on one line.
        "hovertemplate": (
            f"After epoch %{{customdata:,}}<br>the {subject}<br>is %{{y:.{record.decimals}f}}.<extra></extra>"
        ),
        # A single point makes no line; it is drawn as a dot.
        "mode": "markers" if len(record.epochs) == 1 else "lines",
    }


def _distinct_look(colours: Palette) -> dict[str, Any]:
    return {
        "line": {"width": style.MAIN_WIDTH, "color": colours.ink},
        "marker": {"size": style.POINT_SIZE, "color": colours.ink},
    }


def _crowd_look(colours: Palette, lines: int) -> dict[str, Any]:
    return {
        "line": {"width": style.CROWD_WIDTH, "color": colours.muted},
        "marker": {"size": style.POINT_SIZE, "color": colours.muted},
        "opacity": style.DENSE_OPACITY if lines > MOST_SPARSE else style.CROWD_OPACITY,
    }


def _ghost_trace(record: WeightLines, colours: Palette) -> dict[str, Any]:
    return {
        "type": "scatter",
        "name": "before",
        "meta": {"label": "before"},
        "x": np.array(record.ghost_positions, dtype=np.float64),
        "y": np.array(record.ghost_values, dtype=np.float64),
        "mode": "lines",
        "line": {"width": style.GHOST_WIDTH, "color": colours.ghost},
        "opacity": style.CROWD_GHOST_OPACITY if len(record.lines) > MOST_DISTINCT else 1.0,
        "connectgaps": False,
        "hoverinfo": "skip",
    }


def _table(recorded: RecordedParameters, parameter_count: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    epochs = np.ravel(np.asarray(recorded[0], dtype=np.int64))
    parameters = np.asarray(recorded[1], dtype=np.float64).reshape(len(epochs), -1 if len(epochs) else parameter_count)
    if parameters.shape[1] != parameter_count:
        raise SettingError(
            f"A network of this architecture has {parameter_count} parameters. Got {parameters.shape[1]} instead."
        )
    return epochs, parameters


def _most_moving(parameters: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return the indices of the parameters drawn, in order: all, or the `MOST_LINES` that range furthest."""
    count = parameters.shape[1]
    if count <= MOST_LINES or not len(parameters):
        return np.arange(min(count, MOST_LINES))
    reach = np.nan_to_num(np.ptp(drawable(parameters, "linear"), axis=0), nan=np.inf)
    return np.sort(np.argsort(-reach, kind="stable")[:MOST_LINES])


def _ghost(
    ghost: RecordedParameters | None, axis: EpochAxis
) -> tuple[tuple[float | None, ...], tuple[float | None, ...]]:
    if ghost is None or not np.size(ghost[0]):
        return (), ()
    epochs = np.ravel(np.asarray(ghost[0], dtype=np.int64))
    parameters = np.asarray(ghost[1], dtype=np.float64)[epochs <= axis.total_epochs]
    places = positions(epochs[epochs <= axis.total_epochs], axis.scale)
    shown = _most_moving(parameters)
    values = drawable(parameters[:, shown], "linear")
    kept = thinned(places, values, _end(axis), _most_points(len(shown)))
    columns = [_with_gaps(column) for column in values[kept].T]
    return (*places[kept].tolist(), None) * len(columns), tuple(
        value for column in columns for value in (*column, None)
    )


def _with_gaps(values: NDArray[np.float64]) -> tuple[float | None, ...]:
    return tuple(None if np.isnan(value) else value for value in values.tolist())


def _most_points(lines: int) -> int:
    return min(_MOST_POINTS, max(_FEWEST_POINTS, _POINT_BUDGET // max(lines, 1)))


def _end(axis: EpochAxis) -> float:
    return float(positions([max(axis.total_epochs, 1)], axis.scale)[0])


def _with_number(note: str, shown: int, count: int) -> str:
    if shown == count:
        return note
    return f"{note} The {shown} of {count:,} that moved most.".strip()
