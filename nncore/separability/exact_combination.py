"""Find, in whole numbers, the one combination of some rows that is zero in every column."""

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
    equations = [list(column) for column in zip(*rows, strict=True)]
    unknowns, divisor, pivots = len(rows), 1, list[int]()
    for unknown in range(unknowns):
        place = len(pivots)
        found = next((at for at in range(place, len(equations)) if equations[at][unknown]), None)
        if found is None:
            continue
        equations[place], equations[found] = equations[found], equations[place]
        _eliminate(equations, place, unknown, divisor)
        divisor = equations[place][unknown]
        pivots.append(unknown)
    if len(pivots) != unknowns - 1:
        return None
    loose = next(unknown for unknown in range(unknowns) if unknown not in pivots)
    combination = [0] * unknowns
    # Every pivot now has the same value, the divisor: divisor · λ_pivot + entry · λ_loose = 0.
    combination[loose] = divisor
    for place, pivot in enumerate(pivots):
        combination[pivot] = -equations[place][loose]
    return _non_negative(combination)


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


def _non_negative(combination: Sequence[int]) -> list[int] | None:
    if min(combination) < 0 < max(combination):
        return None
    return in_lowest_terms([abs(number) for number in combination])
