"""Decide in whole numbers, without any rounding, whether some combination of rows vanishes: a linear program.

It is the last resort, where floats find neither answer: the simplex method with Bland's rule, which always ends.
Sources: R. G. Bland, "New finite pivoting rules for the simplex method", Mathematics of Operations Research 2, 1977; whole
numbers as in `nncore.separability.exact_combination`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Alternative:
    """Which of the two sides of Gordan's theorem holds; exactly one of the fields is given.

    Attributes
    ----------
    multipliers : tuple of Fraction or None
        λ ≥ 0 that sum to 1, one a row, with which the combination of the rows vanishes.
    weights : tuple of Fraction or None
        One a column; their product with every row is positive.
    """

    multipliers: tuple[Fraction, ...] | None = None
    weights: tuple[Fraction, ...] | None = None


def exact_alternative(rows: Sequence[Sequence[int]]) -> Alternative:
    """Return a vanishing combination of the rows, or the weights that show that there is none.

    Parameters
    ----------
    rows : sequence of sequence of int, shape (rows, columns)

    Examples
    --------
    >>> exact_alternative([[1, 0], [-1, 0]]).multipliers
    (Fraction(1, 2), Fraction(1, 2))
    >>> exact_alternative([[1, 0], [1, 3]]).weights
    (Fraction(4, 1), Fraction(-1, 1))
    """
    tableau = _Tableau(rows)
    while (entering := tableau.entering()) is not None:
        tableau.pivot(tableau.leaving(entering), entering)
    return tableau.answer()


class _Tableau:
    """Σ λ_i row_i = 0 and Σ λ_i = 1, with an artificial unknown in each equation, whose sum is brought down to 0.

    All numbers are multiplied by `divisor`, the last pivot, which keeps them whole.
    """

    def __init__(self, rows: Sequence[Sequence[int]]) -> None:
        self.count = len(rows)
        sums = [list(column) for column in zip(*rows, strict=True)] + [[1] * self.count]
        self.size = len(sums)
        self.equations = [
            [*numbers, *(int(at == other) for other in range(self.size)), int(at == self.size - 1)]
            for at, numbers in enumerate(sums)
        ]
        total = [sum(numbers) for numbers in zip(*self.equations, strict=True)]
        self.equations.append([*total[: self.count], *[0] * self.size, total[-1]])
        self.basis = [self.count + at for at in range(self.size)]
        self.divisor = 1

    def entering(self) -> int | None:
        """Return the first unknown that would bring the sum down; artificial ones never come back."""
        return next((unknown for unknown in range(self.count) if self.equations[-1][unknown] > 0), None)

    def leaving(self, entering: int) -> int:
        """Return the equation whose unknown reaches 0 first; of several the one with the lowest unknown."""
        falling = [at for at in range(self.size) if self.equations[at][entering] > 0]
        reach = {at: Fraction(self.equations[at][-1], self.equations[at][entering]) for at in falling}
        return min(falling, key=lambda at: (reach[at], self.basis[at]))

    def pivot(self, leaving: int, entering: int) -> None:
        chosen = self.equations[leaving]
        pivot = chosen[entering]
        for at, equation in enumerate(self.equations):
            if at != leaving:
                factor = equation[entering]
                self.equations[at] = [
                    (pivot * number - factor * other) // self.divisor
                    for number, other in zip(equation, chosen, strict=True)
                ]
        self.basis[leaving] = entering
        self.divisor = pivot

    def answer(self) -> Alternative:
        if self.equations[-1][-1] == 0:
            multipliers = [Fraction(0)] * self.count
            for at, unknown in enumerate(self.basis):
                if unknown < self.count:
                    multipliers[unknown] = Fraction(self.equations[at][-1], self.divisor)
            return Alternative(multipliers=tuple(multipliers))
        # The price of each equation; with them no row is worth anything above 0, but the right-hand side is.
        artificial = self.equations[-1][self.count : self.count + self.size - 1]
        return Alternative(weights=tuple(-1 - Fraction(number, self.divisor) for number in artificial))
