"""Name rows in a sentence, however many they are."""

from __future__ import annotations

from collections.abc import Sequence

MOST_PARTS = 8
"""Rows and runs of rows that are named one by one; a sentence that names more is not read to its end."""


def named_rows(numbers: Sequence[int]) -> str:
    """Return rows as they are named in a sentence: three and more in a row as one run.

    Parameters
    ----------
    numbers : sequence of int
        What the rows are called, at least one, in rising order.

    Examples
    --------
    >>> named_rows([3]), named_rows([1, 2, 3, 4, 7, 9])
    ('row 3', 'rows 1–4, 7 and 9')
    >>> named_rows(range(1, 40, 2))
    'rows 1, 3, 5, 7, 9, 11, 13, 15 and 12 more'
    """
    if len(numbers) == 1:
        return f"row {numbers[0]}"
    parts, named = [], 0
    for first, last in _runs(numbers)[:MOST_PARTS]:
        parts.append(str(first) if first == last else f"{first}–{last}")
        named += last - first + 1
    if named < len(numbers):
        parts.append(f"{len(numbers) - named:,} more")
    return f"rows {', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else f"rows {parts[0]}"


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [
        part for run in runs for part in ([(run[0], run[-1])] if len(run) > 2 else [(number, number) for number in run])
    ]


def begin_sentence(text: str) -> str:
    """Return what a sentence begins with.

    Examples
    --------
    >>> begin_sentence("rows 1 and 2")
    'Rows 1 and 2'
    """
    return f"{text[:1].upper()}{text[1:]}"
