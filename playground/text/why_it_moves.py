"""Say in a sentence or two why one update makes a weight larger or smaller, and what one row has to do with it."""

from __future__ import annotations

from collections.abc import Sequence

from nncore.explanation.line import Line
from nncore.explanation.worked_update import WorkedUpdate
from nncore.formulas.expression import Column, Operation
from nncore.number_text import number_text
from playground.text.unbroken_formula import NO_BREAK

SLIGHT = 0.01
"""A row whose term is a smaller part of the largest one has next to no part in an update."""

NEARLY = 0.1
"""An output that misses its target by no more is nearly there."""


def why_it_moves(step: WorkedUpdate, row_numbers: Sequence[int]) -> str:
    r"""Return which way the weight goes, and which way the worked row alone would have it go.

    Parameters
    ----------
    step : WorkedUpdate
        Of one row.
    row_numbers : sequence of int
        What the training rows are called.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.explanation.explain import explain
    >>> article, rows = articles.single_neuron(), (1, 2, 3, 4)
    >>> why_it_moves(explain(article, epoch=4, sample=2, parameter=0), rows)
    'Goes up by 0.181. Row 3 pulls it up: its output 0.556 is below 1.'
    >>> why_it_moves(explain(article, epoch=4, sample=3, parameter=2), rows)
    'Goes down by 0.0131. Row 4 pulls it down: its output 0.466 is above 0.'
    >>> why_it_moves(explain(article, epoch=4, sample=0, parameter=0), rows)
    'Goes up by 0.181, most for row 3. Row 1 has no part in it: input 1 is\xa00.'
    >>> why_it_moves(explain(article, epoch=4, sample=1, parameter=2), rows)
    'Goes down by 0.0131, most for row 4. Row 2 alone would raise it: its output 0.676 is below 1.'
    >>> why_it_moves(explain(articles.hidden_layer(), epoch=100, sample=4, parameter=0), range(1, 7))
    'Goes down by 0.00572. Row 5 pulls it down: less of it raises its output 0.893, which is below 1.'
    """
    assert step.sample is not None
    moved = step.new_value - step.old_value
    *_, share, gradient = step.backward  # the last is over all rows
    pulls = bool(share.value) and (share.value < 0) == (moved > 0) and not _is_slight(step, share, gradient)
    most = "" if pulls else _most(step, gradient, moved, row_numbers)
    return f"{_moved(step, moved)}{most}. Row {row_numbers[step.sample]} {_pull(step, share, gradient, moved)}"


def telling_row(step: WorkedUpdate) -> int:
    """Return the row that has most to say of an update: of those that pull the weight where it goes, the one that pulls most.

    The one with the largest term, where none does; the worked row, where none has any part in it.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.explanation.explain import explain
    >>> telling_row(explain(articles.single_neuron(), epoch=4, sample=0, parameter=0))
    2
    """
    assert step.sample is not None
    terms, moved = step.backward[-1].terms, step.new_value - step.old_value
    along = [term for term in terms if term[1] * moved < 0]
    name, value = max(along or terms, key=lambda term: abs(term[1]))
    row = step.line(name).place.row
    return step.sample if row is None or value == 0 else row


def _moved(step: WorkedUpdate, moved: float) -> str:
    if moved:
        return f"Goes {'up' if moved > 0 else 'down'} by {number_text(abs(moved))}"
    new = step.update[-1]
    is_held = new.kind == "new_weight" and isinstance(new.expression, Column)  # it repeats the old weight
    return "Is held where it is" if is_held else "Stays as it is"


def _most(step: WorkedUpdate, gradient: Line, moved: float, row_numbers: Sequence[int]) -> str:
    """Return for which row a weight moves most, the one whose loss falls most with it, or that it does for the penalty."""
    name, value = min(gradient.terms, key=lambda term: term[1] * moved)
    penalty = _penalty(step)
    if penalty * moved < 0:
        if abs(penalty) > abs(gradient.value):
            return ", most for the penalty"
        if abs(value) / _divisor(gradient) < abs(penalty):
            return ""
    row = step.line(name).place.row
    return f", most for row {row_numbers[row]}" if row is not None and value * moved < 0 else ""


def _penalty(step: WorkedUpdate) -> float:
    """Return the derivative of the penalty with respect to the weight; 0 without one."""
    return next((line.value for line in step.update if line.kind == "penalty"), 0.0)


def _is_slight(step: WorkedUpdate, share: Line, gradient: Line) -> bool:
    """Return whether a row's term is next to nothing beside another row's, or beside the penalty."""
    largest = max(abs(value) for _, value in gradient.terms) / _divisor(gradient)
    return abs(share.value) / _divisor(gradient) < SLIGHT * max(abs(_penalty(step)), largest)


def _divisor(gradient: Line) -> int:
    """Return by what the rows' terms are divided: their number, where the mean is taken."""
    expression = gradient.expression
    is_mean = isinstance(expression, Operation) and expression.name == "/"
    return len(gradient.terms) if is_mean else 1


def _pull(step: WorkedUpdate, share: Line, gradient: Line, moved: float) -> str:
    if share.value == 0:
        zero = _zero_factor(step, share)
        return "has no part in it" + (f": {zero} is{NO_BREAK}0." if zero else ".")
    if _is_slight(step, share, gradient):
        return f"has next to no part in it{_nearly(step)}."
    rises = share.value < 0
    if moved and rises == (moved > 0):
        return f"pulls it {'up' if rises else 'down'}{_reason(step, share)}."
    return f"alone would {'raise' if rises else 'lower'} it{_reason(step, share)}."


def _factors(step: WorkedUpdate, share: Line) -> list[tuple[str, float]]:
    """Return the numbers that the derivative of a row is the product of, each by the name of what it repeats."""
    return [(_repeated(step, name), value) for name, value in share.terms]


def _zero_factor(step: WorkedUpdate, product: Line) -> str | None:
    """Return what is 0 in a product, and in the product that it is itself: of a dead neuron the derivative of its activation."""
    name = next((name for name, value in _factors(step, product) if value == 0), None)
    if name is None:
        return None
    line = step.line(name)
    is_product = isinstance(line.expression, Operation) and line.expression.name == "·"
    return (_zero_factor(step, line) if is_product else None) or name


def _repeated(step: WorkedUpdate, name: str) -> str:
    line = step.line(name)
    only = line.terms[0][0] if len(line.terms) == 1 and line.formula.strip("[]") == line.terms[0][0] else None
    return _repeated(step, only) if only else name


def _reason(step: WorkedUpdate, share: Line) -> str:
    """Return on which side of its target an output is, and whether more of the weight would make it smaller."""
    error = _error(step)
    if error is None or not error.value:
        return ""
    (_, output), (_, target) = error.terms
    just = "just " if _reads_alike(error) else ""
    side = f"is {just}{'above' if output > target else 'below'} {number_text(target)}"
    called = _called_with_number(step, error)
    if share.value * error.value < 0:
        return f": {'more of it lowers' if output > target else 'less of it raises'} {called}, which {side}"
    return f": {called} {side}"


def _nearly(step: WorkedUpdate) -> str:
    """Return that an output is where it is to be already, if it is."""
    error = _error(step)
    if error is None or abs(error.value) > NEARLY:
        return ""
    return f": {_called_with_number(step, error)} is nearly{NO_BREAK}{number_text(error.terms[1][1])}"


def _called_with_number(step: WorkedUpdate, error: Line) -> str:
    """Return what an output is called, and its number, unless that is read as its target's."""
    called = _called(step, error)
    return called if _reads_alike(error) else f"{called} {number_text(error.terms[0][1])}"


def _reads_alike(error: Line) -> bool:
    """Return whether an output misses its target by less than the digits show that are written."""
    (_, output), (_, target) = error.terms
    return number_text(output) == number_text(target)


def _called(step: WorkedUpdate, error: Line) -> str:
    return "its output" if _is_only(step) else error.terms[0][0]


def _error(step: WorkedUpdate) -> Line | None:
    """Return the error of the output that the weight leads to: the only one, or else its own neuron's."""
    errors = [line for line in step.forward if line.kind == "error"]
    # A softmax moves all outputs with each z; only with its own loss is that of a z the error of its output.
    is_tied = any(line.kind == "softmax_share" for line in step.backward)
    if _is_only(step):
        return errors[0]
    neuron = next(line.place for line in reversed(step.backward) if line.kind == "delta")
    own = (line for line in errors if (line.place.layer, line.place.unit) == (neuron.layer, neuron.unit))
    return None if is_tied else next(own, None)


def _is_only(step: WorkedUpdate) -> bool:
    return sum(line.kind == "error" for line in step.forward) == 1
