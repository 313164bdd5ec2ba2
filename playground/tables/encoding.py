"""From the page's columns to those of a dataset, and back: words become numbers, and ignored columns stay behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nncore.data.dataset import Dataset
from nncore.data.number_parsing import format_number
from playground.tables.column import Column
from playground.tables.roles.column_role import Coding, Side

Table = NDArray[np.float64]


@dataclass(frozen=True)
class EncodedColumn:
    """What one column of the page is in a dataset.

    Attributes
    ----------
    column : Column
    place : int
        Of the column among those of the page, the first being 0.
    side : "inputs" or "targets"
    first : int
        The place of its first column on that side of the dataset.
    coding : Coding or None
        What its words become; None if its numbers are taken as they are.
    """

    column: Column
    place: int
    side: Side
    first: int
    coding: Coding | None

    @property
    def names(self) -> tuple[str, ...]:
        """What its columns are called in the dataset."""
        return (self.column.name,) if self.coding is None else self.coding.names

    @property
    def places(self) -> range:
        """Where its columns stand in the dataset."""
        return range(self.first, self.first + len(self.names))

    def encoded(self, values: Table) -> Table:
        """Return the columns of a dataset, of the numbers that stand in this one or of the places of its words."""
        if self.coding is None:
            return values[:, None]
        return np.array(self.coding.numbers).reshape(-1, len(self.names))[values.astype(np.intp)]

    def decoded(self, table: Table) -> list[float]:
        """Return what `encoded` was given; of numbers between the words' own, the word that is nearest."""
        own = table[:, self.places]
        if self.coding is None:
            return [float(value) for value in own[:, 0]]
        words = np.array(self.coding.numbers).reshape(-1, len(self.names))
        distances = ((own[:, None, :] - words[None]) ** 2).sum(axis=-1)
        return [float(place) for place in distances.argmin(axis=1)]

    def moved(self, value: float, numbers: Mapping[int, float]) -> float:
        """Return what stands in a cell where some numbers of its dataset's row become others.

        A word has no half: of two the nearer one is taken, and of several the one whose number is more than a half.

        Parameters
        ----------
        value : float
            What stood there: a number, or the place of a word.
        numbers : mapping of int to float
            By the place of the dataset's column, on this side.

        Examples
        --------
        >>> [colour] = encoded_columns([Column("colour", words=("red", "green", "blue"))])
        >>> colour.moved(0.0, {2: 0.7}), colour.moved(0.0, {2: 0.3})
        (2.0, 0.0)
        """
        own = {place - self.first: number for place, number in numbers.items() if place in self.places}
        if self.coding is None:
            return own.get(0, value)
        if len(self.names) == 1:
            return float(own[0] > 1 / 2) if own else value
        return float(max((place for place in own if own[place] > 1 / 2), key=own.__getitem__, default=value))

    def text(self, value: float) -> str:
        """Return what stands in a cell with this number, or with the word at this place."""
        return format_number(value) if self.column.words is None else self.column.words[int(value)]


def encoded_columns(columns: Sequence[Column]) -> tuple[EncodedColumn, ...]:
    """Return what each column is in a dataset, but for those that nothing is learnt from, in the page's order.

    Examples
    --------
    >>> columns = [Column("kind", "target", ("a", "b", "c")), Column("id", "ignored"), Column("size")]
    >>> [(one.side, one.first, one.names) for one in encoded_columns(columns)]
    [('targets', 0, ('a', 'b', 'c')), ('inputs', 0, ('size',))]
    """
    used: dict[Side, int] = {"inputs": 0, "targets": 0}
    found = []
    for place, column in enumerate(columns):
        side = column.its_role.side
        if side is None:
            continue
        coding = None if column.words is None else _coding(column, columns)
        found.append(EncodedColumn(column, place, side, used[side], coding))
        used[side] += len(found[-1].names)
    return tuple(found)


def _coding(column: Column, columns: Sequence[Column]) -> Coding:
    taken = [other.name for other in columns if other is not column and other.role != column.role]
    for other in columns:
        if other.role != column.role and other.words is not None:
            taken += [f"{other.name} = {word}" for word in other.words]
    return column.its_role.coding(column.name, column.words or (), taken)


def encoded_rows(encoded: Sequence[EncodedColumn], rows: Sequence[Sequence[float]], side: Side) -> Table:
    """Return one side of a dataset.

    Parameters
    ----------
    encoded : sequence of EncodedColumn
    rows : sequence of sequence of float
        One number for each of `encoded`: what stands in the cell, or the place of its word.
    side : "inputs" or "targets"

    Examples
    --------
    >>> encoded = encoded_columns([Column("size"), Column("colour", words=("red", "blue"))])
    >>> encoded_rows(encoded, [[5.0, 1.0]], "inputs").tolist()
    [[5.0, 0.0, 1.0]]
    """
    own = [(place, one) for place, one in enumerate(encoded) if one.side == side]
    table = np.empty((len(rows), sum(len(one.places) for _, one in own)))
    # Column by column: a large table is in memory once.
    for place, one in own:
        table[:, one.places] = one.encoded(np.fromiter((row[place] for row in rows), np.float64, len(rows)))
    table.flags.writeable = False  # so that a dataset keeps this one, and no copy
    return table


def decoded_rows(
    encoded: Sequence[EncodedColumn], inputs: NDArray[Any], targets: NDArray[Any] | None
) -> list[list[float]]:
    """Return the rows that `encoded_rows` was given; without targets only those of the inputs.

    Examples
    --------
    >>> encoded = encoded_columns([Column("answer", "target", ("no", "yes")), Column("size")])
    >>> decoded_rows(encoded, np.array([[5.0]]), np.array([[1.0]]))
    [[1.0, 5.0]]
    """
    sides = {"inputs": inputs, "targets": targets}
    parts = [one.decoded(table) for one in encoded if (table := sides[one.side]) is not None]
    return [list(row) for row in zip(*parts, strict=True)]


def plain_columns(dataset: Dataset) -> tuple[Column, ...]:
    """Return the columns of a table that holds just the numbers of a dataset, inputs before targets.

    Examples
    --------
    >>> plain_columns(Dataset([[0.5]], [[1]]))
    (Column(name='input 1', role='input', words=None), Column(name='target', role='target', words=None))
    """
    inputs, targets = dataset.input_names, dataset.target_names
    return (*(Column(name, "input") for name in inputs), *(Column(name, "target") for name in targets))


def describe_dataset(columns: Sequence[Column], dataset: Dataset) -> bool:
    """Whether a dataset can be what is learnt from these columns: it has their names, and their classes."""
    widest = max(dataset.input_count, dataset.target_count, 2)
    if any(column.words is not None and len(column.words) > widest for column in columns if column.its_role.side):
        return False  # before they are coded: what comes from outside may have any number of them
    encoded = encoded_columns(columns)
    return (
        names_on(encoded, "inputs") == dataset.input_names
        and names_on(encoded, "targets") == dataset.target_names
        and class_names_of(encoded) == dataset.class_names
    )


def names_on(encoded: Sequence[EncodedColumn], side: Side) -> tuple[str, ...]:
    """Return what the columns on one side of the dataset are called."""
    return tuple(name for one in encoded if one.side == side for name in one.names)


def class_names_of(encoded: Sequence[EncodedColumn]) -> tuple[str, ...] | None:
    """Return what the classes of the dataset are called; None if its target is no column of words."""
    targets = [one.column for one in encoded if one.side == "targets"]
    return targets[0].words if len(targets) == 1 else None
