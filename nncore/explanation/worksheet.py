"""Write a worked update as an exercise: as a sheet with blanks to print, and as questions that Moodle imports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from math import isfinite

from nncore.explanation.arithmetic import value_of
from nncore.explanation.gathered_rows import with_gathered_rows
from nncore.explanation.line import Line
from nncore.explanation.on_paper import MOST_DIGITS, rounded
from nncore.explanation.worked_text import COLUMNS, read_formula, step_text, title_of, wrapped, written_number
from nncore.explanation.worked_update import WorkedUpdate

BLANK = "____________"
NEARLY = 0.005
"""The share of its value by which an answer may differ: three digits that count are enough."""

_MEANS_SOMETHING_TO_MOODLE = re.compile(r"([~=#{}:\\])")


def worksheet(step: WorkedUpdate, digits: int | None = 6, columns: int = COLUMNS) -> str:
    r"""Return an exercise to print: what is given, and every line with a blank for its value.

    `nncore.explanation.worked_text.worked_text` is its key. Another seed of the experiment is another exercise of the same kind.

    Parameters
    ----------
    step : WorkedUpdate
    digits : int or None
        How many digits of a given number count; None writes all.
    columns : int
        How wide the text may be.

    Examples
    --------
    >>> import nncore
    >>> step = nncore.explain(nncore.articles.single_neuron(), epoch=4, sample=0, parameter=2)
    >>> print(worksheet(step, digits=3).partition("Update\n\n")[2])
    new input 3 → target = [input 3 → target] − [learning rate] · [∂L/∂w]
                         = ____________
    """
    step = with_gathered_rows(step)
    given = [f"{line.name} = {_given_number(step, line, digits)}" for line in step.given]
    parts = [title_of(step), "Given", "\n".join(given)]
    for heading, lines in step.sections:
        parts += [heading, "\n".join(row for line in lines for row in _blank(line, columns))]
    return "\n\n".join(parts)


def _given_number(step: WorkedUpdate, line: Line, digits: int | None) -> str:
    is_moved = line.kind == "weight" and line.place.parameter == step.parameter
    return step_text(step, digits)(line.value) if is_moved else written_number(line.value, digits)


def _blank(line: Line, columns: int) -> Iterator[str]:
    indent = " " * len(line.name)
    yield from wrapped(f"{line.name} = {read_formula(line)}", columns, "", f"{indent}   ")
    yield f"{indent} = {BLANK}"


def moodle_questions(step: WorkedUpdate, digits: int | None = 6) -> str:
    r"""Return a numerical question for every line whose value is finite, in Moodle's GIFT format; each tells its numbers.

    Parameters
    ----------
    step : WorkedUpdate
    digits : int or None
        How many digits of the numbers that a question tells count, more where the answer needs them; None writes all.

    Notes
    -----
    Source: the documentation of Moodle, "GIFT format".

    Examples
    --------
    >>> import nncore
    >>> step = nncore.explain(nncore.articles.single_neuron(), epoch=4, sample=0, parameter=2)
    >>> print(moodle_questions(step, digits=3).splitlines()[-1][:65])
    ::12. new input 3 → target::[plain]new input 3 → target \= [input
    """
    step = with_gathered_rows(step)
    asked = [(number, line) for number, line in enumerate(step.lines, start=1) if isfinite(line.value)]
    questions = [
        f"::{number}. {_plain(line.name)}::[plain]{_plain(_question(line, digits))} "
        f"{{#{_decimal(line.value)}:{_decimal(_slack(line))}}}"
        for number, line in asked
    ]
    return f"// {title_of(step)}\n\n" + "\n\n".join(questions) + "\n"


def _question(line: Line, digits: int | None) -> str:
    enough = _enough_digits(line, digits)
    told = ", ".join(f"{name} = {written_number(value, enough)}" for name, value in line.terms)
    return f"{line.name} = {line.formula}." + (f" Here {told}." if told else "") + f" What is {line.name}?"


def _enough_digits(line: Line, digits: int | None) -> int | None:
    """Return with how many digits of its numbers a line can be worked: more where nearly equal numbers are subtracted."""
    if digits is None or line.expression is None:
        return digits
    for enough in range(digits, MOST_DIGITS):
        told = {name: rounded(value, enough) for name, value in line.terms}
        if abs(value_of(line.expression, told) - line.value) <= _slack(line) / 2:
            return enough
    return None


def _slack(line: Line) -> float:
    return float(f"{max(NEARLY * abs(line.value), 1e-12):.1e}")


def _decimal(number: float) -> str:
    """Return a number as the format has them, all of its digits and no exponent.

    Examples
    --------
    >>> _decimal(1e-12), _decimal(-0.25), _decimal(1e22)
    ('0.000000000001', '-0.25', '10000000000000000000000')
    """
    return format(Decimal(repr(number)), "f")


def _plain(text: str) -> str:
    return _MEANS_SOMETHING_TO_MOODLE.sub(r"\\\1", " ".join(text.split()))
