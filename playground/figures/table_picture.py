"""A small picture of a table as SVG: its rows in two columns by their class, or an amount over an input."""

from __future__ import annotations

from collections import Counter
from functools import cache

import numpy as np
from numpy.typing import NDArray

from nncore.data.dataset import Dataset
from playground.figures.style import PALETTES
from playground.figures.svg_image import in_both_themes, svg_image, svg_picture

Array = NDArray[np.float64]

WIDTH, HEIGHT = 150, 96
MARGIN = 10
FEW_MARKS = 12
"""So few are drawn large, and side by side where rows have the same place."""

MOST_MARKS = 160
"""Of more rows so many are drawn, evenly chosen."""

SIDE_STEP = 16

# The marks of the decision picture, by class; a test holds the two equal. With more classes they begin again.
SHAPES = (
    '<rect x="-6" y="-6" width="12" height="12"/>',
    '<circle r="6.8"/>',
    '<path d="M0 -8 L7.5 5.5 L-7.5 5.5 Z"/>',
    '<path d="M0 -8.5 L7 0 L0 8.5 L-7 0 Z"/>',
    '<path d="M-2.5 -7.5 H2.5 V-2.5 H7.5 V2.5 H2.5 V7.5 H-2.5 V2.5 H-7.5 V-2.5 H-2.5 Z"/>',
    '<path d="M0 8 L7.5 -5.5 L-7.5 -5.5 Z"/>',
    '<path d="M-3.8 -6.8 H3.8 L7.6 0 L3.8 6.8 H-3.8 L-7.6 0 Z"/>',
    '<path d="M0 -8 L2.4 -2.4 L8 0 L2.4 2.4 L0 8 L-2.4 2.4 L-8 0 L-2.4 -2.4 Z"/>',
)
AMOUNT = SHAPES[1]


def table_picture(dataset: Dataset) -> str:
    """Return the training rows as an SVG of its own, right in the light and in the dark theme.

    Two classes are the orange square and the blue circle, several are told by their shapes alone, amounts are points
    over the input that says most about them.

    Parameters
    ----------
    dataset : Dataset

    Examples
    --------
    >>> picture = table_picture(Dataset([[0, 0], [1, 1]], [[0], [1]]))
    >>> picture.count("<rect"), picture.count("<circle")
    (1, 1)
    """
    classes = dataset.classes
    across, up = _coordinates(dataset)
    if len(across) <= FEW_MARKS:
        across = _side_by_side(across, up)
    places = np.unique(np.linspace(0, len(across) - 1, min(len(across), MOST_MARKS)).round().astype(int))
    scale = 0.95 if len(places) <= FEW_MARKS else 0.36
    marks = []
    for place in places:
        shown = -1 if classes is None else int(classes.of_targets(dataset.targets[place : place + 1])[0])
        shape = AMOUNT if shown < 0 else SHAPES[shown % len(SHAPES)]
        tone = f"c{shown}" if classes is not None and classes.kind == "two" else "many"
        at = f"translate({across[place]:.1f} {up[place]:.1f}) scale({scale})"
        marks.append(f'<g class="{tone}" transform="{at}">{shape}</g>')
    return svg_picture(WIDTH, HEIGHT, _style(), "".join(marks))


def picture_in_words(dataset: Dataset) -> str:
    """Return what the picture shows.

    Examples
    --------
    >>> picture_in_words(Dataset([[0, 0], [1, 1]], [[0], [1]], input_names=["a", "b"]))
    '2 rows: b over a, by class'
    >>> picture_in_words(Dataset([[0], [1]], [[0.5], [2]], input_names=["a"], target_names=["t"]))
    '2 rows: t over a'
    """
    names = dataset.input_names
    shown = telling_inputs(dataset)
    rows = f"{dataset.samples:,} rows"
    if dataset.classes is None:
        return f"{rows}: {dataset.target_names[0]} over {names[shown[0]]}"
    over = f"{names[shown[1]]} over {names[shown[0]]}" if len(shown) > 1 else names[shown[0]]
    return f"{rows}: {over}, by class"


def image_of(dataset: Dataset) -> str:
    """Return the picture as an HTML image with its words.

    Examples
    --------
    >>> image_of(Dataset([[0], [1]], [[0], [1]], input_names=["<b>"]))[-36:]
    ' alt="2 rows: &lt;b&gt;, by class"/>'
    """
    return svg_image(table_picture(dataset), picture_in_words(dataset), "table-picture")


def telling_inputs(dataset: Dataset) -> tuple[int, ...]:
    """Return which inputs are drawn: the two that say most about the classes, or the one about an amount.

    An input says as much as a line through the targets over it explains, the most over all targets. Of equal ones the
    first is taken, and two stand in the order of the table.

    Examples
    --------
    >>> telling_inputs(Dataset([[5, 0, 1], [5, 1, 3], [5, 2, 0]], [[0], [1], [1]]))
    (1, 2)
    """
    inputs, targets = (_centred(table) for table in (dataset.inputs, dataset.targets))
    said = np.abs(inputs.T @ targets).max(axis=1)
    wanted = 1 if dataset.classes is None else 2
    return tuple(sorted(np.argsort(-said.round(9), kind="stable")[:wanted].tolist()))


def _centred(table: Array) -> Array:
    """Return columns of mean 0 and length 1; constant ones are 0."""
    # Of one size first: squares of very large numbers would be infinite.
    sized = table / np.maximum(np.abs(table).max(axis=0), np.finfo(float).tiny)
    centred = sized - sized.mean(axis=0)
    length = np.sqrt((centred**2).sum(axis=0))
    result: Array = np.where(length > 0, centred / np.where(length > 0, length, 1), 0.0)
    return result


def _coordinates(dataset: Dataset) -> tuple[Array, Array]:
    shown = telling_inputs(dataset)
    if dataset.classes is None:
        up = dataset.targets[:, 0]
    elif len(shown) > 1:
        up = dataset.inputs[:, shown[1]]
    else:
        up = np.zeros(dataset.samples)
    return _within(dataset.inputs[:, shown[0]], WIDTH), HEIGHT - _within(up, HEIGHT)


def _within(values: Array, room: int) -> Array:
    """Return numbers as places between the margins, in the middle if they are all the same."""
    lowest, highest = values.min(), values.max()
    reach = highest / 2 - lowest / 2
    share = np.full(len(values), 0.5) if reach == 0 else (values / 2 - lowest / 2) / reach
    return MARGIN + share * (room - 2 * MARGIN)


def _side_by_side(across: Array, up: Array) -> Array:
    """Return where marks stand that would cover each other: the later ones farther in."""
    there: Counter[tuple[float, float]] = Counter()
    moved = across.copy()
    for mark, place in enumerate(zip(across.round(3).tolist(), up.round(3).tolist(), strict=True)):
        inwards = 1 if place[0] <= WIDTH / 2 else -1
        moved[mark] += inwards * SIDE_STEP * there[place]
        there[place] += 1
    return moved


@cache
def _style() -> str:
    light, dark = (
        f".c0{{fill:{one.negative}}}.c1{{fill:{one.positive}}}.many{{fill:{one.muted}}}" for one in PALETTES.values()
    )
    return "g{fill-opacity:.85}" + in_both_themes(light, dark)
