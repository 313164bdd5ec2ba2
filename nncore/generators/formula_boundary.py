"""Rows above and below a formula that somebody types."""

from __future__ import annotations

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

from nncore.errors import FormulaError
from nncore.formulas import Formula
from nncore.formulas.expression import Column, Number, Operation
from nncore.generators.balanced_classes import drawn_in_balance
from nncore.generators.generated_table import GeneratedTable, numbered_names, rounded
from nncore.generators.generator import Generator
from nncore.generators.parameters import COUNT, NOISE, SEED, NumberParameter, TextParameter
from nncore.generators.shifted_points import shifted

MOST_INPUTS = 10


def boundary(text: str, inputs: int) -> Formula:
    """Return what must hold of a row of class 1, as a comparison.

    Parameters
    ----------
    text : str
        A comparison; or a formula of all inputs but the last, which the last one must be above; or one that names the
        last input, and must be above 0. The inputs are called x1, x2, ….
    inputs : int

    Raises
    ------
    FormulaError
        If it cannot be read.

    Examples
    --------
    >>> [boundary(text, 2).text for text in ("x1 < x2", "2 · sin(x1)", "x1² + x2² - 9")]
    ['x1 < x2', 'x2 > 2 · sin(x1)', 'x1² + x2² − 9 > 0']
    """
    names = numbered_names("x", inputs)
    formula = Formula.parse(text, names)
    if formula.is_comparison:
        return formula
    if names[-1] in formula.columns:
        return Formula(Operation(">", (formula.expression, Number(0.0))))
    return Formula(Operation(">", (Column(names[-1]), formula.expression)))


def formula_boundary(formula: str, inputs: int, reach: float, count: int, noise: float, seed: int) -> GeneratedTable:
    """Return rows of class 1 where `boundary` holds, and of class 0 where it does not.

    Notes
    -----
    Each input is uniform in ±reach. A point is of the class of the point moved along each axis by a number uniform in
    ±reach·noise. Points for which the formula has no value are drawn again.

    Raises
    ------
    FormulaError
        If the formula cannot be read.
    SettingError
        If one of the classes hardly ever comes.

    Examples
    --------
    >>> table = formula_boundary("x1²", inputs=2, reach=2, count=6, noise=0.0, seed=0)
    >>> (table.inputs[:, 1] > table.inputs[:, 0] ** 2).tolist()
    [True, False, True, False, True, False]
    """
    holds, names = boundary(formula, inputs), numbered_names("x", inputs)
    random = RandomState(seed)

    def draw(size: int) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        points = rounded(random.uniform(-reach, reach, (size, inputs)))
        moved = shifted(random, points, noise * reach)
        return _where_defined(holds, points, moved, names)

    rows, targets = drawn_in_balance(count, draw)
    return GeneratedTable(rows, targets, names)


def _where_defined(
    holds: Formula, points: NDArray[np.float64], moved: NDArray[np.float64], names: tuple[str, ...]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    # Each time round takes away the rows for which one operation of the formula has no value.
    while len(points):
        try:
            return points, holds.values(moved, names) > 0
        except FormulaError as error:
            points, moved = np.delete(points, error.rows, axis=0), np.delete(moved, error.rows, axis=0)
    return points, np.zeros(0, dtype=np.bool_)


FORMULA_BOUNDARY = Generator(
    name="formula_boundary",
    label="Above or below a formula",
    sight="Class 1 above a curve that you write, class 0 below it: how much network does your curve need?",
    task="classes",
    parameters=(
        TextParameter(
            "formula",
            "Formula",
            "Of x1, x2, …: a comparison such as x1² + x2² < 9, or what the last input must be above, such as 2 · sin(x1).",
            "2 · sin(x1)",
        ),
        NumberParameter("inputs", "Inputs", "They are called x1, x2, ….", 2, 1, MOST_INPUTS, whole=True),
        NumberParameter("reach", "Reach", "Inputs lie between minus and plus this number.", 5.0, 0.1, 1000.0),
        COUNT,
        NOISE,
        SEED,
    ),
    make=formula_boundary,
)
