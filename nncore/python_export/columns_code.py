"""Write what a row is typed as: a number for each input, or words that stand for the numbers of several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from nncore.data.dataset import Dataset
from nncore.python_export.numpy_code import number_code

Columns = Mapping[str, Mapping[str, Sequence[float]]]
"""The names of columns in the order of the inputs, each with its words and their numbers; none for a column of numbers."""


def columns_code(dataset: Dataset, columns: Columns | None) -> str:
    """Return the names of the inputs and of the columns that are typed, what words stand for, and what a row is.

    Examples
    --------
    >>> dataset = Dataset([[5.0, 0.0, 1.0]], [[1.0]], input_names=["size", "is red", "is blue"])
    >>> print(columns_code(dataset, {"size": {}, "colour": {"red": (1.0, 0.0), "blue": (0.0, 1.0)}}))
    INPUT_NAMES = ['size', 'is red', 'is blue']
    COLUMNS = ['size', 'colour']
    WORDS = {'colour': {'red': [1, 0], 'blue': [0, 1]}}
    A_ROW = '2 values: size, colour (red, blue)'
    """
    typed: Columns = {name: {} for name in dataset.input_names} if columns is None else columns
    coded = {column: words for column, words in typed.items() if words}
    told = [f"{column} ({', '.join(coded[column])})" if column in coded else column for column in typed]
    a_row = f"{len(told)} {'value' if coded else 'number'}{'s' if len(told) > 1 else ''}: {', '.join(told)}"
    lines = (
        f"INPUT_NAMES = {list(dataset.input_names)!r}",
        f"COLUMNS = {list(typed)!r}" if coded else "COLUMNS = INPUT_NAMES",
        f"WORDS = {{{', '.join(f'{column!r}: {{{_coded(words)}}}' for column, words in coded.items())}}}",
        f"A_ROW = {a_row!r}",
    )
    return "\n".join(lines)


def _coded(words: Mapping[str, Sequence[float]]) -> str:
    return ", ".join(f"{word!r}: [{', '.join(map(number_code, numbers))}]" for word, numbers in words.items())


def typed_row(dataset: Dataset, columns: Columns | None) -> str:
    """Return the first row of a table as somebody types it behind a command.

    Examples
    --------
    >>> dataset = Dataset([[5.0, 0.0, 1.0]], [[1.0]])
    >>> typed_row(dataset, None)
    '5 0 1'
    >>> typed_row(dataset, {"size": {}, "colour": {"red": (1.0, 0.0), "dark blue": (0.0, 1.0)}})
    '"5,dark blue"'
    """
    numbers = dataset.inputs[0].tolist()
    cells, first = [], 0
    for words in (columns or {}).values():
        width = len(next(iter(words.values()), (0.0,)))
        own = numbers[first : first + width]
        cells.append(next((word for word, its in words.items() if np.array_equal(its, own)), number_code(own[0])))
        first += width
    # It stands in a text of the file, and behind a command: what means something to either is not written there.
    is_plain = all(sign.isalnum() or sign in " .-_" for sign in "".join(cells))
    has_words = columns is not None and any(columns.values())
    return f'"{",".join(cells)}"' if is_plain and has_words else " ".join(map(number_code, numbers))
