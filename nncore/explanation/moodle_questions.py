"""Write worked updates as questions that Moodle imports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from math import isfinite

from nncore.explanation.arithmetic import value_of
from nncore.explanation.exercise_set import Exercise
from nncore.explanation.gathered_rows import with_gathered_rows
from nncore.explanation.line import Line
from nncore.explanation.on_paper import MOST_DIGITS, rounded
from nncore.explanation.step_digits import answer_slack
from nncore.explanation.worked_text import title_of, written_number
from nncore.explanation.worked_update import WorkedUpdate

NEARLY = 0.005
"""The share of its value by which an answer may differ: three digits that count are enough, unless the step is tiny."""

ONE_TO_A_PAGE = (
    "Each question tells the numbers it needs, so a later one gives away what an earlier one asks: "
    "in the quiz show one question to a page, and let nobody go back."
)
"""What a teacher has to know who makes a quiz of them."""

_MEANS_SOMETHING_TO_MOODLE = re.compile(r"([~=#{}:\\])")


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
        f"::{number}. {_escaped(line.name)}::[plain]{_escaped(_question(step, line, digits))} "
        f"{{#{_decimal(line.value)}:{_decimal(_slack(step, line))}}}"
        for number, line in asked
    ]
    return f"// {title_of(step)}\n// {ONE_TO_A_PAGE}\n\n" + "\n\n".join(questions) + "\n"


def moodle_file(exercises: Sequence[Exercise], digits: int | None = 6) -> str:
    """Return the questions of all exercises in Moodle's GIFT format, a category for each seed.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.explanation.exercise_set import exercise_set
    >>> text = moodle_file(exercise_set(articles.single_neuron(), 2, epoch=0, parameter=2, sample=1))
    >>> [row for row in text.splitlines() if row.startswith("$")]
    ['$CATEGORY: Seed 1', '$CATEGORY: Seed 2']
    """
    if len(exercises) == 1:
        return moodle_questions(exercises[0].step, digits)
    return "\n".join(f"$CATEGORY: Seed {one.seed}\n\n{moodle_questions(one.step, digits)}" for one in exercises)


def _question(step: WorkedUpdate, line: Line, digits: int | None) -> str:
    enough = _enough_digits(step, line, digits)
    told = ", ".join(f"{name} = {written_number(value, enough)}" for name, value in line.terms)
    return f"{line.name} = {line.formula}." + (f" Here {told}." if told else "") + f" What is {line.name}?"


def _enough_digits(step: WorkedUpdate, line: Line, digits: int | None) -> int | None:
    """Return with how many digits of its numbers a line can be worked: more where nearly equal numbers are subtracted."""
    if digits is None or line.expression is None:
        return digits
    for enough in range(digits, MOST_DIGITS):
        told = {name: rounded(value, enough) for name, value in line.terms}
        if abs(value_of(line.expression, told) - line.value) <= _slack(step, line) / 2:
            return enough
    return None


def _slack(step: WorkedUpdate, line: Line) -> float:
    return float(f"{max(answer_slack(step, line, NEARLY), 1e-12):.1e}")


def _decimal(number: float) -> str:
    """Return a number as the format has them, all of its digits and no exponent.

    Examples
    --------
    >>> _decimal(1e-12), _decimal(-0.25), _decimal(1e22)
    ('0.000000000001', '-0.25', '10000000000000000000000')
    """
    return format(Decimal(repr(number)), "f")


def _escaped(text: str) -> str:
    """Return a text in one line in which no character means anything to Moodle."""
    return _MEANS_SOMETHING_TO_MOODLE.sub(r"\\\1", " ".join(text.split()))
