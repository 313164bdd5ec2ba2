"""What people get for a line who make one of the usual mistakes, and what to say of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nncore.explanation.arithmetic import CHAINS, value_of
from nncore.explanation.line import Line
from nncore.explanation.said_expression import said_expression
from nncore.explanation.worked_update import WorkedUpdate
from nncore.formulas.expression import Column, Expression, Number, Operation


class Mistake(NamedTuple):
    """One mistake.

    Attributes
    ----------
    kind : str
        "sign", "new_weight", "missing_path", "missing_term", "missing_factor", "missing_division", "missing_square",
        "added_step", or "not_yet": the number of the line before.
    value : float
        What one gets.
    hint : str
        A sentence that names the step that went wrong.
    """

    kind: str
    value: float
    hint: str


def usual_mistakes(step: WorkedUpdate, line: Line) -> Iterator[Mistake]:
    """Yield the mistakes that can be made in a line, the most usual first.

    Examples
    --------
    >>> import nncore
    >>> step = nncore.explain(nncore.articles.single_neuron(), epoch=0, sample=3, parameter=1)
    >>> for mistake in usual_mistakes(step, step.line("∂L/∂z of target")):
    ...     print(mistake.kind, mistake.hint)
    sign The size is right, the sign is not.
    missing_factor The factor ∂y/∂z of target is missing.
    missing_factor The factor ∂L/∂y of target is missing.
    """
    expression, terms = line.expression, dict(line.terms)
    if expression is None:
        return
    yield Mistake("sign", -line.value, _sign_hint(line))
    new = {name: step.new_parameters[index] for name, index in _weights(step, line)}
    is_over_paths = line.kind == "sum_over_paths"
    if new and is_over_paths:
        hint = "That is with the new weights. The sum over the paths takes the old ones: nothing has changed yet."
        yield Mistake("new_weight", value_of(expression, terms | new), hint)
    for kind, changed, hint in _changed(expression):
        is_path = is_over_paths and kind == "missing_term"
        yield Mistake("missing_path" if is_path else kind, value_of(changed, terms), _path(hint) if is_path else hint)
    if not isinstance(expression, Column) and len(terms) == 1:
        (name,) = terms
        if not any(isinstance(changed, Column) for _, changed, _ in _changed(expression)):
            yield Mistake("not_yet", terms[name], f"That is {name} itself: {line.name} is still to be worked from it.")


def _sign_hint(line: Line) -> str:
    if line.kind == "error":
        return "The size is right, the sign is not: the error is the output minus the target."
    return "The size is right, the sign is not."


def _path(hint: str) -> str:
    return hint.replace("The term", "The path")


def _weights(step: WorkedUpdate, line: Line) -> Iterator[tuple[str, int]]:
    """Yield the names of the weights in a line, with their places in the flat vector."""
    for name, _ in line.terms:
        source = step.line(name)
        if source.kind == "weight" and source.place.parameter is not None:
            yield name, source.place.parameter


def _changed(expression: Expression) -> Iterator[tuple[str, Expression, str]]:
    """Yield what becomes of a formula in which one part is forgotten or turned round."""
    if not isinstance(expression, Operation):
        return
    name, parts = expression.name, expression.arguments
    if name in CHAINS:
        kind, noun = ("missing_term", "term") if name == "+" else ("missing_factor", "factor")
        for place in reversed(range(len(parts))):
            rest = parts[:place] + parts[place + 1 :]
            changed = rest[0] if len(rest) == 1 else Operation(name, rest)
            yield kind, changed, f"The {noun} {said_expression(parts[place])} is missing."
    if name == "−":
        yield "added_step", Operation("+", parts), f"Take {said_expression(parts[1])} away, do not add it."
        yield "missing_term", parts[0], f"There is still {said_expression(parts[1])} to take away."
    if name == "/":
        yield "missing_division", parts[0], f"Divide it by {said_expression(parts[1])}."
    if name == "^":
        yield "missing_square", parts[0], _power_hint(*parts)
    for place, part in enumerate(parts):
        for kind, changed, hint in _changed(part):
            yield kind, Operation(name, (*parts[:place], changed, *parts[place + 1 :])), hint


def _power_hint(base: Expression, exponent: Expression) -> str:
    if exponent == Number(2):
        return f"Square {said_expression(base)}."
    return f"Raise {said_expression(base)} to the power {said_expression(exponent)}."
