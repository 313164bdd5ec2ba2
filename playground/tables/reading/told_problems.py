"""The problems of a reading as the sentences that somebody is told: gaps of a column in one, with all their rows."""

from __future__ import annotations

from collections.abc import Sequence

from playground.tables.problem import Problem
from playground.tables.reading.gaps import is_gap
from playground.tables.reading.values import column_called, row_list


def told_problems(problems: Sequence[Problem]) -> list[str]:
    """Return what somebody is told, as plain text: what concerns the whole table, then gaps, then other cells.

    Examples
    --------
    >>> gaps = [Problem(row, "age", "", f"Row {row}, column age: the cell is empty.") for row in (5, 7, 10)]
    >>> told_problems(gaps)
    ['Column age: the cell is empty in rows 5, 7 and 10.']
    """
    gaps: dict[str, list[int]] = {}
    whole, others = [], []
    for problem in problems:
        if problem.row is None:
            whole.append(problem.sentence)
        elif problem.column is not None and is_gap(problem.text, among_numbers=True) and "empty" in problem.sentence:
            gaps.setdefault(problem.column, []).append(problem.row)
        else:
            others.append(problem.sentence)
    return [*whole, *(_of_gaps(name, rows) for name, rows in gaps.items()), *others]


def _of_gaps(name: str, rows: Sequence[int]) -> str:
    if len(rows) == 1:
        return f"Row {rows[0]:,}, {column_called(name)}: the cell is empty."
    return f"C{column_called(name)[1:]}: the cell is empty in {row_list(rows)}."
