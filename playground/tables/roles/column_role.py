"""What the role of a column decides: which side of a dataset it goes to, and what its words become there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

Side = Literal["inputs", "targets"]


@dataclass(frozen=True)
class Coding:
    """What the words of a column become.

    Attributes
    ----------
    names : tuple of str
        Of the dataset's columns.
    numbers : tuple of tuple of float
        For each word what stands in them.
    """

    names: tuple[str, ...]
    numbers: tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class ColumnRole:
    """What a column is for.

    Attributes
    ----------
    name : str
        In code, files and links.
    label, help : str
        On the screen.
    side : "inputs", "targets" or None
        Where its numbers go; None if nothing is learnt from them.
    coding : callable
        Returns what the words of a column become, from the column's name, its words, and the names that are taken.
    least, most : int
        How many columns of a dataset there may be on its side.
    least_words : int
        Fewer different words are none.
    """

    name: str
    label: str
    help: str
    side: Side | None
    coding: Callable[[str, Sequence[str], Sequence[str]], Coding]
    least: int = 0
    most: int = 0
    least_words: int = 0


def one_column_a_word(names: Sequence[str]) -> Coding:
    """Return the coding in which each word has a column of its own, 1 in its rows and 0 in all others.

    Examples
    --------
    >>> one_column_a_word(["red", "blue"]).numbers
    ((1.0, 0.0), (0.0, 1.0))
    """
    places = range(len(names))
    return Coding(tuple(names), tuple(tuple(float(place == other) for other in places) for place in places))
