"""One line of a calculation: what it computes, by which formula, of which numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from nncore.explanation.arithmetic import value_of
from nncore.formulas.expression import Expression
from nncore.formulas.written_expression import written

LineKind = Literal[
    # What the update starts from: a cell, a setting, what another row comes to; a weight before the update.
    "given", "weight",
    # Forward: a derived input; a scaled cell; z; powers of e and their sum; what a neuron answers.
    "derived_input", "scaled", "pre_activation", "softmax_part", "activation",
    # The loss: y − t; what one output adds; the sum of a row's targets; of one row; of the update's rows.
    "error", "output_loss", "target_sum", "row_loss", "loss",
    # Backward: ∂L/∂y; ∂L/∂a; ∂y/∂z or ∂a/∂z; what a softmax subtracts; ∂L/∂z; ∂z/∂w; ∂L/∂w of one row and of all.
    "output_derivative", "sum_over_paths", "activation_derivative", "softmax_share", "delta", "weight_factor",
    "row_gradient", "gradient",
    # The update: what is done to the gradient; what the optimizer remembers or makes of it; the new weight; what is then set.
    "penalty", "clipping", "optimizer", "new_weight", "set_by_hand",
]  # fmt: skip


class Place(NamedTuple):
    """What a number belongs to, so that it can be shown there.

    Attributes
    ----------
    kind : str
        "input", "target": a cell of the table; "parameter": a weight or bias; "neuron": what a neuron computes, the
        output's too; "scaler", "setting", "memory": of a column, of the training, of the optimizer; "row": of a whole
        row; "update": of the update.
    row : int or None
        Of the training table, the first being 0.
    layer, unit : int or None
        A neuron; the inputs are layer 0. Of a cell or a scaler the unit is the column.
    parameter : int or None
        The place in the flat vector.
    """

    kind: str
    row: int | None = None
    layer: int | None = None
    unit: int | None = None
    parameter: int | None = None


UPDATE = Place("update")


@dataclass(frozen=True)
class Line:
    """One line of a calculation, or a number it starts from.

    Attributes
    ----------
    name : str
        What it computes; no other line of the same update has this name.
    formula : str
        In plain text, as `nncore.formulas` reads it: the name of a term stands in square brackets unless it is a single
        word. Empty for a number that is given.
    terms : tuple of (str, float)
        The numbers in the formula, each by its name, which is the name of the line it comes from.
    value : float
        What the network computed.
    note : str
        A sentence or two for the reader; may be empty.
    place : Place
    kind : str
        Which step of the calculation it is, one of `LineKind`: whoever looks for a line asks for it by this.
    expression : Expression or None
        The formula as a tree, to be set in type, computed again or written for another program; None for a given number.

    Examples
    --------
    >>> from nncore.formulas.expression import Column, Operation
    >>> line = Line("z", "[a → b] · a", (("a → b", -0.5), ("a", 3.0)), -1.5,
    ...             place=Place("neuron"), kind="pre_activation", expression=Operation("·", (Column("a → b"), Column("a"))))
    >>> line.recomputed(), line.with_numbers("{:.2f}".format)
    (-1.5, '(-0.50) · 3.00')
    """

    name: str
    formula: str
    terms: tuple[tuple[str, float], ...]
    value: float
    note: str = ""
    place: Place = UPDATE
    kind: LineKind = "given"
    expression: Expression | None = field(default=None, repr=False)

    @property
    def is_given(self) -> bool:
        """Whether it is no calculation but a number to start from."""
        return self.expression is None

    def recomputed(self) -> float:
        """Return the value of the formula at its terms; a given number as it is."""
        return self.value if self.expression is None else value_of(self.expression, dict(self.terms))

    def with_numbers(self, text: Callable[[float], str]) -> str:
        """Return the formula with its numbers in place of the terms' names, a negative one in brackets.

        Parameters
        ----------
        text : callable
            How a number is written.
        """
        if self.expression is None:
            return text(self.value)
        values = dict(self.terms)

        def beside_others(name: str) -> str:
            return text(values[name]) if values[name] >= 0 else f"({text(values[name])})"

        return written(self.expression, beside_others, lambda name: text(values[name]))
