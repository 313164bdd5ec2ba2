"""Draw numbers as a plot of plain characters, which every terminal shows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, isfinite

from nncore.errors import SettingError
from nncore.quoting import quoted
from nncore.ticks import multiples, round_step

MOST_ROWS = 15
MOST_STEPS = 5


def text_plot(
    positions: Sequence[int], values: Sequence[float], *, x_label: str, y_label: str, columns: int = 78
) -> str:
    """Return a plot with a star for every value, over axes that begin at the first position and at 0.

    Parameters
    ----------
    positions : sequence of int
        Ascending, one for each value.
    values : sequence of float
        From 0 to 1e300, at least one.
    x_label, y_label : str
        What the axes show; `x_label` stands under the plot, `y_label` above.
    columns : int
        Characters from the left end to the right one, at least 40.

    Returns
    -------
    str
        ASCII only, without a line break at the end.

    Raises
    ------
    SettingError
        If there is no value, or positions and values do not fit this description.

    Notes
    -----
    Where several values share a column, each has its star: nothing is averaged or left out.

    Examples
    --------
    >>> print(text_plot([1, 2, 3], [4.0, 2.0, 1.0], x_label="epoch", y_label="error", columns=40))
    error
    4 +*
      |
      |
    3 +
      |
      |
    2 +                  *
      |
      |
    1 +                                    *
      |
      |
    0 +
      -+-----------------+-----------------+
       1                 2                 3
                       epoch
    """
    _check(positions, values, columns)
    step = _step_to(max(values))
    steps = max(1, ceil(max(values) / step))
    rows_a_step = MOST_ROWS // steps
    labels = {rows_a_step * number: f"{tick:g}" for number, tick in enumerate(multiples(step, range(steps + 1)))}
    margin = max(map(len, labels.values()))
    width = columns - margin - 2
    marked = _marked_cells(positions, values, width, rows_a_step / step)
    lines = [y_label]
    for row in range(rows_a_step * steps, -1, -1):
        stars = "".join("*" if (column, row) in marked else " " for column in range(width))
        lines.append(f"{labels.get(row, ''):>{margin}} {'+' if row in labels else '|'}{stars}")
    indent = " " * (margin + 1)
    lines += [indent + line for line in _horizontal_axis(positions[0], positions[-1], width)]
    lines.append(indent + f" {x_label:^{width}}")
    return "\n".join(line.rstrip() for line in lines)


def _check(positions: Sequence[int], values: Sequence[float], columns: int) -> None:
    if len(values) == 0 or len(positions) != len(values):
        raise SettingError(
            f"A plot needs at least one value, and a position for each. Got {len(positions)} positions "
            f"and {len(values)} values."
        )
    if any(later <= earlier for earlier, later in pairwise(positions)):
        raise SettingError("The positions of a plot must be ascending.")
    for value in values:
        if not (isfinite(value) and 0 <= value <= 1e300):
            raise SettingError(f"The values of a plot must be numbers from 0 to 1e300. Got {quoted(value)} instead.")
    if columns < 40:
        raise SettingError(f"A plot needs at least 40 columns. Got {columns} instead.")


def _step_to(highest: float) -> float:
    """Return the smallest round step that goes to `highest` in at most `MOST_STEPS`."""
    return 1.0 if highest < 1e-300 else round_step(highest / MOST_STEPS)


def _column(position: int, first: int, last: int, width: int) -> int:
    return round((position - first) / max(1, last - first) * (width - 1))


def _marked_cells(
    positions: Sequence[int], values: Sequence[float], width: int, rows_a_unit: float
) -> set[tuple[int, int]]:
    first, last = positions[0], positions[-1]
    return {
        (_column(position, first, last, width), round(value * rows_a_unit))
        for position, value in zip(positions, values, strict=True)
    }


def _horizontal_axis(first: int, last: int, width: int) -> list[str]:
    """Return the line with its ticks and, under it, their labels; a label that would touch another is left out."""
    line, labels = ["-"] * (width + 1), [" "] * (width + 1)
    step = max(1, int(_step_to(last - first)))
    between = range(step * (first // step + 1), last, step)
    for position in (first, last, *between):
        text = f"{position:,}"
        column = _column(position, first, last, width) + 1
        start = min(max(1, column - len(text) // 2), width + 1 - len(text))
        around = labels[max(0, start - 1) : start + len(text) + 1]
        if all(character == " " for character in around):
            labels[start : start + len(text)] = text
            line[column] = "+"
    return ["".join(line), "".join(labels)]
