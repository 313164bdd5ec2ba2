"""Write a worked update as plain text: to be printed, or kept beside a homework."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from math import isfinite, isnan
from textwrap import wrap

from nncore.explanation.line import Line
from nncore.explanation.step_digits import step_digits
from nncore.explanation.worked_update import WorkedUpdate
from nncore.number_text import number_text, sentence_number

COLUMNS = 110

_MANY_ALONE = re.compile(r"((?:\[[^\]]*\] \+ ){2})(?:\[[^\]]*\] \+ ){9,}(\[[^\]]*\])")


def worked_text(step: WorkedUpdate, digits: int | None = 6, columns: int = COLUMNS) -> str:
    r"""Return a worked update as plain text: each line with its formula, its numbers and its value.

    Parameters
    ----------
    step : WorkedUpdate
    digits : int or None
        How many digits of a number count; None writes as many as it takes to read the same number back.
    columns : int
        How wide the text may be.

    Examples
    --------
    >>> import nncore
    >>> step = nncore.explain(nncore.articles.single_neuron(), epoch=4, sample=0, parameter=2)
    >>> print(worked_text(step, digits=3).partition("Update\n\n")[2])
    new input 3 → target = [input 3 → target] − [learning rate] · [∂L/∂w]
                         = (−0.643) − 1 · 0.0131
                         = −0.656
                           Against the gradient, as far as the learning rate says. Optimizer: SGD.
    """
    text = partial(written_number, digits=digits)
    said: set[str] = set()
    parts = [title_of(step)]
    for title, lines in step.sections:
        blocks = (
            _block(line, step_text(step, digits) if line.kind == "new_weight" else text, columns, said)
            for line in lines
        )
        parts += [title, "\n".join(chain.from_iterable(blocks))]
    return "\n\n".join(parts)


def step_text(step: WorkedUpdate, digits: int | None) -> Callable[[float], str]:
    """Return how the numbers of the line of the new weight are written: the old and the new one so that the step is seen."""
    if digits is None:
        return partial(written_number, digits=None)
    enough = step_digits(step, digits)
    weights = (step.old_value, step.new_value)
    return lambda value: written_number(value, enough if value in weights else digits)


def read_formula(line: Line) -> str:
    """Return the formula of a line as it is read: of a sum of many numbers that stand alone the first two and the last.

    Examples
    --------
    >>> from nncore.explanation.line import Line
    >>> read_formula(Line("L", " + ".join(f"[L in row {row}]" for row in range(1, 151)), (), 0.0))
    '[L in row 1] + [L in row 2] + … + [L in row 150]'
    """
    return _MANY_ALONE.sub(r"\1… + \2", line.formula)


def written_number(value: float, digits: int | None) -> str:
    """Return a number with so many digits that count, or with all; what is no number by its sign.

    Examples
    --------
    >>> written_number(-2 / 3, 3), written_number(-2 / 3, None)
    ('−0.667', '−0.6666666666666666')
    >>> written_number(float("-inf"), 3)
    '−∞'

    What a negative number times 0 gives is 0 on paper.

    >>> written_number(-0.25 * 0.0, None)
    '0'
    """
    if not isfinite(value):
        return "NaN" if isnan(value) else sentence_number(value)
    return repr(value or 0.0).removesuffix(".0").replace("-", "−") if digits is None else number_text(value, digits)


def title_of(step: WorkedUpdate) -> str:
    """Return which update it is.

    Examples
    --------
    >>> import nncore
    >>> title_of(nncore.explain(nncore.articles.single_neuron(), epoch=4, parameter=2))
    'input 3 → target: the update from epoch 4 to 5'
    """
    which = f", batch {step.batch + 1} of {step.batches:,}" if step.batches > 1 else ""
    return f"{step.parameter_name}: the update from epoch {step.epoch:,} to {step.epoch + 1:,}{which}"


def _block(line: Line, text: Callable[[float], str], columns: int, said: set[str]) -> Iterator[str]:
    indent = " " * len(line.name)
    numbers = line.with_numbers(text)
    rows = [f"{line.name} = {read_formula(line)}"]
    rows += [f"{indent} = {found}" for found in dict.fromkeys((numbers, text(line.value)))]
    for row in rows:
        yield from wrapped(row, columns, "", f"{indent}   ")
    if line.note and line.note not in said:
        yield from wrapped(line.note, columns, f"{indent}   ", f"{indent}   ")
        said.add(line.note)


def wrapped(row: str, columns: int, first: str, later: str) -> list[str]:
    """Return a text as lines that are not too wide; none breaks within a name in brackets.

    Examples
    --------
    >>> wrapped("[a b] · [c d] + [e f]", 14, "", "   ")
    ['[a b] · [c d]', '   + [e f]']
    >>> wrapped("[a-b] · [c-d e]", 12, "", "   ")
    ['[a-b] ·', '   [c-d e]']
    """
    whole = re.sub(r"\[[^\]]*\]", lambda name: name[0].replace(" ", "\0"), row)
    rows = wrap(
        whole, columns, initial_indent=first, subsequent_indent=later, break_long_words=False, break_on_hyphens=False
    )
    return [found.replace("\0", " ") for found in rows]
