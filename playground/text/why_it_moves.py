"""Say in a sentence or two why one update makes a weight larger or smaller, and what one row has to do with it."""

from __future__ import annotations

from collections.abc import Sequence

from nncore.explanation.line import Line
from nncore.explanation.worked_update import WorkedUpdate
from nncore.number_text import number_text
from playground.text.unbroken_formula import NO_BREAK


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
    'Goes down by 0.0131. Row 2 alone would raise it: its output 0.676 is below 1.'
    >>> why_it_moves(explain(articles.hidden_layer(), epoch=100, sample=4, parameter=0), range(1, 7))
    'Goes down by 0.00572. Row 5 pulls it down: more of it lowers its output 0.893, which is below 1.'
    """
    assert step.sample is not None
    moved = step.new_value - step.old_value
    *_, share, gradient = step.backward  # the last is over all rows
    most = "" if share.value else _most(step, gradient, moved, row_numbers)
    return f"{_moved(moved)}{most}. Row {row_numbers[step.sample]} {_pull(step, share, moved)}"


def _moved(moved: float) -> str:
    return f"Goes {'up' if moved > 0 else 'down'} by {number_text(abs(moved))}" if moved else "Stays as it is"


def _most(step: WorkedUpdate, gradient: Line, moved: float, row_numbers: Sequence[int]) -> str:
    """Return for which row a weight moves most: the one whose loss falls most with it."""
    name, value = min(gradient.terms, key=lambda term: term[1] * moved)
    row = step.line(name).place.row
    return f", most for row {row_numbers[row]}" if row is not None and value * moved < 0 else ""


def _pull(step: WorkedUpdate, share: Line, moved: float) -> str:
    if share.value == 0:
        zero = next((name for name, value in _factors(step, share) if value == 0), None)
        return "has no part in it" + (f": {zero} is{NO_BREAK}0." if zero else ".")
    rises = share.value < 0
    if moved and rises == (moved > 0):
        return f"pulls it {'up' if rises else 'down'}{_reason(step, share)}."
    return f"alone would {'raise' if rises else 'lower'} it{_reason(step, share)}."


def _factors(step: WorkedUpdate, share: Line) -> list[tuple[str, float]]:
    """Return the numbers that the derivative of a row is the product of, each by the name of what it repeats."""
    return [(_repeated(step, name), value) for name, value in share.terms]


def _repeated(step: WorkedUpdate, name: str) -> str:
    line = step.line(name)
    only = line.terms[0][0] if len(line.terms) == 1 and line.formula.strip("[]") == line.terms[0][0] else None
    return _repeated(step, only) if only else name


def _reason(step: WorkedUpdate, share: Line) -> str:
    """Return on which side of its target an output is, and whether more of the weight would make it smaller."""
    error = _error(step)
    if error is None or not error.value:
        return ""
    (name, output), (_, target) = error.terms
    called = "its output" if _is_only(step) else name
    side = f"{'above' if output > target else 'below'} {number_text(target)}"
    if share.value * error.value < 0:
        return f": more of it lowers {called} {number_text(output)}, which is {side}"
    return f": {called} {number_text(output)} is {side}"


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
