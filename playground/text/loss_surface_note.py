"""What a picture of the loss over two weights shows, in a few sentences."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nncore.loss_surface import LossSurface
from nncore.number_text import number_text

LEAST_SHARE = 1e-5
"""Of half an axis: what is nearer to 0 is no distance that could be seen, or was looked for."""

_MORE = {1: "larger", -1: "smaller"}


def loss_surface_note(surface: LossSurface, first: str, second: str) -> str:
    """Return whether the path is a projection, and where the loss is lowest or which way it keeps falling.

    Parameters
    ----------
    surface : LossSurface
    first, second : str
        What the two parameters are called.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.loss_surface import loss_surface
    >>> experiment = articles.single_neuron()
    >>> surface = loss_surface(experiment, experiment.run().history, epoch=15_000, parameters=(0, 2))
    >>> for sentence in loss_surface_note(surface, "input 1", "input 3").split(". "):
    ...     print(sentence)
    The path is a projection: on the way the other weights were not what they are held at here
    Only the point lies on this surface
    The arrow is the negative gradient
    There is no minimum in this picture: the loss keeps falling with a larger input 1 and a smaller input 3.
    """
    sentences = [_of_path(surface)]
    if any(surface.downhill):
        sentences.append("The arrow is the negative gradient.")
    sentences.append(_of_lowest(surface, first, second))
    if surface.is_penalized:
        sentences.append("The penalty is not in this loss.")
    if surface.lowest is not None and not np.isfinite(surface.losses).all():
        sentences.append("Where nothing is drawn the loss is too large for a number.")
    return " ".join(sentences)


def _of_path(surface: LossSurface) -> str:
    if surface.is_projection:
        return (
            "The path is a projection: on the way the other weights were not what they are held at here. "
            "Only the point lies on this surface."
        )
    return "These two are all that is trained: this surface is the whole truth."


def _of_lowest(surface: LossSurface, first: str, second: str) -> str:
    lowest = surface.lowest
    if lowest is None:
        return "Everywhere in this picture the loss is too large for a number."
    if lowest.is_minimum:
        held = ", while the other weights are held" if surface.is_projection else ""
        return (
            f"The loss is lowest, {number_text(lowest.loss)}, at {first} = {_place_text(lowest.first, surface.first)} and "
            f"{second} = {_place_text(lowest.second, surface.second)}{held}."
        )
    ways = [f"a {_MORE[way]} {name}" for way, name in zip(lowest.falls, (first, second), strict=True) if way]
    if ways:
        return f"There is no minimum in this picture: the loss keeps falling with {' and '.join(ways)}."
    return (
        "No single point is the lowest: at the border of this picture the loss is as low as anywhere inside, and level."
    )


def _place_text(value: float, axis: NDArray[np.float64]) -> str:
    """Return where it is on an axis; what is as good as 0 beside the axis, to which it was looked for, is 0."""
    span = float(axis[-1] / 2 - axis[0] / 2)
    return number_text(0.0 if abs(value) < LEAST_SHARE * span else value)
