"""A picture of why one neuron can tell two classes apart, or cannot: the line between them, or where they meet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from nncore.separability.separability import Separability
from playground.figures.style import PALETTES
from playground.figures.svg_image import in_both_themes, svg_picture
from playground.figures.table_picture import MOST_MARKS, SHAPES

Array = NDArray[np.float64]

SIDE, MARGIN = 236, 30
MOST_NUMBERS = 8
"""Of a proof by more rows none has its number beside it."""

_FROM_MARK = 11
_LONGEST_OUTSIDE = 2


def proof_picture(
    inputs: Array, positive: NDArray[np.bool_], answer: Separability, row_numbers: Sequence[int] | None = None
) -> str:
    """Return rows of two inputs as an SVG of its own, right in the light and in the dark theme.

    Separable: the line that is the farthest from its nearest rows. Otherwise, with a bias: the rows of the proof, those
    of either class joined, and the point in which both meet. Empty if there is nothing of that to draw.

    Parameters
    ----------
    inputs : ndarray, shape (rows, 2)
        With any other number of inputs nothing is drawn.
    positive : ndarray of bool, shape (rows,)
        Which rows are the blue circles; the others are orange squares.
    answer : Separability
    row_numbers : sequence of int, optional
        What the rows are called; by default they are counted from 1. Those of a proof have it beside them.

    Examples
    --------
    >>> from nncore import linear_separability
    >>> corners, targets = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
    >>> picture = proof_picture(corners, targets == 1, linear_separability(corners, targets))
    >>> picture.count("<line"), picture.count('class="meet"'), picture.count("<text")
    (2, 1, 4)
    """
    if inputs.shape[1] != 2:
        return ""
    low, reach = inputs.min(axis=0), np.ptp(inputs, axis=0)
    if not np.isfinite(reach).all() or (reach == 0).any():
        return ""
    places = _places((inputs - low) / reach)
    drawn = _line(answer, low, reach) if answer.separable else _meeting(places, positive, answer)
    if not drawn:
        return ""
    chosen = {*np.unique(np.linspace(0, len(inputs) - 1, min(len(inputs), MOST_MARKS)).round().astype(int)).tolist()}
    proved = set(answer.rows)
    marks = [_mark(places[row], bool(positive[row]), row in proved) for row in sorted(chosen | proved)]
    if len(proved) <= MOST_NUMBERS:
        marks += [_number(places[row], row + 1 if row_numbers is None else row_numbers[row]) for row in sorted(proved)]
    return svg_picture(SIDE, SIDE, _style(), drawn + "".join(marks))


def _places(shares: Array) -> Array:
    """Return where shares of the ranges are drawn; the second input goes up."""
    return np.column_stack(
        [MARGIN + shares[:, 0] * (SIDE - 2 * MARGIN), SIDE - MARGIN - shares[:, 1] * (SIDE - 2 * MARGIN)]
    )


def _mark(place: Array, is_positive: bool, is_proof: bool) -> str:
    at = f"translate({place[0]:.1f} {place[1]:.1f})"
    scale = 0.9 if is_proof else 0.5
    return f'<g class="c{int(is_positive)}" transform="{at} scale({scale})">{SHAPES[int(is_positive)]}</g>'


def _number(place: Array, number: int) -> str:
    """Return what a row is called, on the side of its mark where there are no lines; a long number has room on the other."""
    text = str(number)
    is_right = (place[0] > SIDE / 2) == (len(text) <= _LONGEST_OUTSIDE)
    across = place[0] + (_FROM_MARK if is_right else -_FROM_MARK)
    return f'<text class="{"after" if is_right else "before"}" x="{across:.1f}" y="{place[1] + 4.5:.1f}">{text}</text>'


def _line(answer: Separability, low: Array, reach: Array) -> str:
    """Return the part of the line that lies in the picture."""
    assert answer.weights is not None
    assert answer.bias is not None
    across, up = answer.weights * reach
    shift = float(answer.weights @ low + answer.bias)
    if not across and not up:
        return ""
    edge = MARGIN / (SIDE - 2 * MARGIN)
    ends = []
    for side in (-edge, 1 + edge):
        if up:
            ends.append((side, -(shift + across * side) / up))
        if across:
            ends.append((-(shift + up * side) / across, side))
    inside = sorted({end for end in ends if all(-edge - 1e-9 <= share <= 1 + edge + 1e-9 for share in end)})
    return _segment(_places(np.array([inside[0], inside[-1]]))) if len(inside) > 1 else ""


def _meeting(places: Array, positive: NDArray[np.bool_], answer: Separability) -> str:
    """Return the rows of either class joined, and where both meet; a mixture is a point if its shares sum to 1."""
    assert answer.multipliers is not None
    sides = [[row for row in answer.rows if positive[row] == side] for side in (True, False)]
    sums = [float(answer.multipliers[side].sum()) for side in sides]
    if not all(sides) or not np.isclose(sums[0], sums[1]):
        return ""
    meet = answer.multipliers[sides[0]] @ places[sides[0]] / sums[0]
    lines = [
        _segment(places[[first, second]])
        for side in sides
        for place, first in enumerate(side)
        for second in side[place + 1 :]
    ]
    return f'{"".join(lines)}<circle class="meet" cx="{meet[0]:.1f}" cy="{meet[1]:.1f}" r="4.5"/>'


def _segment(ends: Array) -> str:
    (left, top), (right, bottom) = ends.tolist()
    return f'<line x1="{left:.1f}" y1="{top:.1f}" x2="{right:.1f}" y2="{bottom:.1f}"/>'


@cache
def _style() -> str:
    light, dark = (
        f".c0{{fill:{one.negative}}}.c1{{fill:{one.positive}}}line{{stroke:{one.ink}}}.meet{{fill:{one.ink}}}"
        f"text{{fill:{one.ink};stroke:{one.surface}}}"
        for one in PALETTES.values()
    )
    text = "text{font:600 13px sans-serif;stroke-width:3;paint-order:stroke}.before{text-anchor:end}"
    return "line{stroke-width:1.5}" + text + in_both_themes(light, dark)
