"""The loss, or another measure, over the epochs: training rows, test and validation rows thinner, the run before in grey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go
from numpy.typing import ArrayLike

from nncore.number_text import number_text
from playground.figures import style
from playground.figures.epoch_axis import EpochAxis, EpochScale, epoch_axis, positions
from playground.figures.frame import framed
from playground.figures.style import PALETTES, Theme
from playground.figures.thinning import thinned_with_extremes
from playground.figures.value_axis import ValueAxis, ValueScale, drawable, value_axis
from playground.text.wording import epoch_text, lower_first, plain

Recorded = tuple[ArrayLike, ArrayLike]
"""Epochs, shape (k,), and the values recorded at them, shape (k,)."""

MOST_POINTS = 400


@dataclass(frozen=True)
class CurveLine:
    """One line: where its points stand, what they are, and the sentence each of them says. None leaves a gap."""

    label: str
    positions: tuple[float, ...]
    values: tuple[float | None, ...]
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True)
class LossCurve:
    """Everything that `loss_curve_figure` draws."""

    train: CurveLine
    test: CurveLine | None
    validation: CurveLine | None
    ghosts: tuple[CurveLine, ...]
    epoch_axis: EpochAxis
    value_axis: ValueAxis
    note: str


def loss_curve(
    train: Recorded,
    *,
    total_epochs: int,
    test: Recorded | None = None,
    validation: Recorded | None = None,
    measure: str = "Loss",
    epoch_scale: EpochScale = "linear",
    value_scale: ValueScale = "linear",
    ghost_train: Recorded | None = None,
    ghost_test: Recorded | None = None,
    note: str = "",
) -> LossCurve:
    """Return the record of a loss chart.

    Parameters
    ----------
    train, test, validation : (epochs, values)
        What was measured on the training, the test and the validation rows; epochs ascend from 0. No epoch at all is fine.
    total_epochs : int
        The planned length of the run: the epoch axis ends there, so that a growing chart does not change its scale.
    measure : str
        What is measured, such as "Mean absolute error".
    epoch_scale, value_scale : {"linear", "log"}
        On a log value axis zero and what is below it leave a gap, and the note says how many points that are. If
        nothing is above zero the axis is linear after all.
    ghost_train, ghost_test : (epochs, values), optional
        The run before; of it is shown what falls within `total_epochs`.
    note : str
        A sentence that belongs to what is drawn.

    Examples
    --------
    >>> curve = loss_curve(([0, 1], [0.5, 0.25]), total_epochs=10)
    >>> curve.train.values, curve.train.sentences[1]
    ((0.5, 0.25), 'After epoch 1 the training loss is 0.25.')
    """
    named = {"train": train, "test": test, "validation": validation}
    recorded = {name: given for name, given in named.items() if given is not None}
    behind = [_until(given, total_epochs) for given in (ghost_train, ghost_test) if given is not None]
    values = np.concatenate([np.ravel(given[1]).astype(np.float64) for given in recorded.values()])
    if value_scale == "log" and np.isfinite(values).any() and np.isnan(drawable(values, "log")).all():
        value_scale, note = "linear", _joined(note, "Nothing is above 0, so the axis is linear.")
    scales = (epoch_axis(max([total_epochs, *map(_last_epoch, recorded.values())]), epoch_scale), value_scale)
    lines = {name: _line(given, name, measure, *scales) for name, given in recorded.items()}
    ghosts = tuple(_line(given, "before", "", *scales) for given in behind)
    behind_values = [value for line in ghosts for value in line.values if value is not None]
    return LossCurve(
        train=lines["train"],
        test=lines.get("test"),
        validation=lines.get("validation"),
        ghosts=ghosts,
        epoch_axis=scales[0],
        value_axis=value_axis(values, value_scale, behind_values, from_zero=True),
        note=_joined(note, _left_out(values, value_scale)),
    )


def loss_curve_figure(curve: LossCurve, theme: Theme = "light") -> go.Figure:
    """Return the chart of a record; show it with `style.PLOTLY_CONFIG`."""
    return go.Figure(loss_curve_chart(curve, theme))


def loss_curve_chart(curve: LossCurve, theme: Theme = "light") -> dict[str, Any]:
    """Return the same as data and layout, for `plain_figure`."""
    colours = PALETTES[theme]
    traces = [_trace(ghost, style.GHOST_WIDTH, colours.ghost) for ghost in curve.ghosts]
    # The thinner ones come last, so that all are seen where they lie upon each other.
    traces.append(_trace(curve.train, style.MAIN_WIDTH, colours.ink))
    if curve.test is not None:
        traces.append(_trace(curve.test, style.TEST_WIDTH, colours.muted))
    if curve.validation is not None:
        traces.append(_trace(curve.validation, style.VALIDATION_WIDTH, colours.muted))
    return framed(
        traces,
        epoch_axis=curve.epoch_axis,
        value_axis=curve.value_axis,
        note=curve.note,
        theme=theme,
        hovermode="x",
    )


def _trace(line: CurveLine, width: float, colour: str) -> dict[str, Any]:
    # A single point makes no line; it is drawn as a dot.
    single = sum(value is not None for value in line.values) == 1
    return {
        "type": "scatter",
        "name": line.label,
        "meta": {"label": line.label},
        "x": line.positions,
        "y": line.values,
        "mode": "markers" if single else "lines",
        "line": {"width": width, "color": colour},
        "marker": {"size": style.POINT_SIZE, "color": colour},
        "hovertext": [_broken(sentence) for sentence in line.sentences],
        "hoverinfo": "text" if line.sentences else "skip",
    }


def _broken(sentence: str) -> str:
    """Break a sentence after the epoch and before the number: a narrow chart has no room for it on one line."""
    return "<br>is ".join(plain(sentence).replace(" the ", "<br>the ", 1).rsplit(" is ", 1))


def _line(given: Recorded, label: str, measure: str, axis: EpochAxis, value_scale: ValueScale) -> CurveLine:
    epochs = np.ravel(np.asarray(given[0], dtype=np.int64))
    places, values = positions(epochs, axis.scale), drawable(np.ravel(given[1]), value_scale)
    kept = thinned_with_extremes(
        places, values, float(positions([max(axis.total_epochs, 1)], axis.scale)[0]), MOST_POINTS
    )
    subject = f"the {'training' if label == 'train' else label} {lower_first(measure)}"
    sentences = (
        f"After epoch {epoch_text(epoch)} {subject} is {number_text(value)}." if np.isfinite(value) else ""
        for epoch, value in zip(epochs[kept].tolist(), values[kept].tolist(), strict=True)
    )
    return CurveLine(
        label=label,
        positions=tuple(places[kept].tolist()),
        values=tuple(None if np.isnan(value) else value for value in values[kept].tolist()),
        sentences=tuple(sentences) if measure else (),
    )


def _until(given: Recorded, total_epochs: int) -> Recorded:
    epochs = np.ravel(np.asarray(given[0], dtype=np.int64))
    return epochs[epochs <= total_epochs], np.ravel(given[1])[epochs <= total_epochs]


def _last_epoch(given: Recorded) -> int:
    return int(np.max(given[0], initial=0))


def _left_out(values: np.ndarray[Any, Any], value_scale: ValueScale) -> str:
    count = int(np.sum(np.isfinite(values) & (values <= 0))) if value_scale == "log" else 0
    if count == 0:
        return ""
    return f"A log axis has no place for 0 and below: {count:,} {'point is' if count == 1 else 'points are'} left out."


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
