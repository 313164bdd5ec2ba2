"""Solve homogeneous equations in whole numbers: which combination of rows vanishes, what is orthogonal to them."""

from __future__ import annotations

from collections.abc import Sequence

from nncore.separability.exact_rows import in_lowest_terms


def vanishing_combination(rows: Sequence[Sequence[int]]) -> list[int] | None:
    """Return whole numbers ≥ 0, not all zero, for which the combination of the rows vanishes in every column.

    Parameters
    ----------
    rows : sequence of sequence of int, shape (rows, columns)

    Returns
    -------
    list of int or None
        In lowest terms, one number a row. None if the rows are linearly independent, if they leave more than one
        combination to choose from, or if the only one takes rows with different signs.

    Notes
    -----
    Gaussian elimination that stays with whole numbers, by dividing each step by the pivot of the step before, which
    leaves no remainder. Source: E. H. Bareiss, "Sylvester's identity and multistep integer-preserving Gaussian
    elimination", Mathematics of Computation 22, 1968.

    Examples
    --------
    >>> vanishing_combination([[2, 1], [-1, 0], [0, -1]])
    [1, 2, 1]
    """
    solutions = _solutions([list(column) for column in zip(*rows, strict=True)], len(rows))
    if len(solutions) != 1 or min(solutions[0]) < 0 < max(solutions[0]):
        return None
    return [abs(number) for number in solutions[0]]


def orthogonal_directions(rows: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return as many independent whole-numbered directions as there are that are orthogonal to all rows.

    Examples
    --------
    >>> orthogonal_directions([[1, 2, 0]])
    [[-2, 1, 0], [0, 0, 1]]
    """
    return _solutions([list(row) for row in rows], len(rows[0]))


def _solutions(equations: list[list[int]], unknowns: int) -> list[list[int]]:
    """Return independent solutions, in lowest terms, of equations whose right-hand sides are 0."""
    divisor, pivots = 1, list[int]()
    for unknown in range(unknowns):
        place = len(pivots)
        found = next((at for at in range(place, len(equations)) if equations[at][unknown]), None)
        if found is None:
            continue
        equations[place], equations[found] = equations[found], equations[place]
        _eliminate(equations, place, unknown, divisor)
        divisor = equations[place][unknown]
        pivots.append(unknown)
    solutions = []
    for loose in (unknown for unknown in range(unknowns) if unknown not in pivots):
        # Every pivot now has the same value, the divisor: divisor · λ_pivot + entry · λ_loose = 0.
        solution = [0] * unknowns
        solution[loose] = abs(divisor)
        for place, pivot in enumerate(pivots):
            solution[pivot] = -equations[place][loose] * (1 if divisor > 0 else -1)
        solutions.append(in_lowest_terms(solution))
    return solutions


def _eliminate(equations: list[list[int]], place: int, unknown: int, divisor: int) -> None:
    """Make all equations but the one at `place` free of an unknown."""
    chosen = equations[place]
    pivot = chosen[unknown]
    for at, equation in enumerate(equations):
        if at != place:
            factor = equation[unknown]
            equations[at] = [
                (pivot * number - factor * other) // divisor for number, other in zip(equation, chosen, strict=True)
            ]
