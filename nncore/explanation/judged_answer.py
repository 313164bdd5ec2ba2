"""Judge a number that somebody has worked out for a line: right, rounded on the way, or wrong, and which step it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isclose

from nncore.errors import SettingError
from nncore.explanation.arithmetic import value_of
from nncore.explanation.line import Line
from nncore.explanation.on_paper import on_paper, rounded
from nncore.explanation.said_expression import said_expression
from nncore.explanation.step_digits import answer_slack
from nncore.explanation.typed_answer import TypedAnswer
from nncore.explanation.usual_mistakes import usual_mistakes
from nncore.explanation.worked_update import WorkedUpdate
from nncore.quoting import quoted

LEAST_DIGITS = 2
"""With fewer digits than this nobody can tell right from nearly right."""

MOST_DIGITS = 6
"""Who rounds to more digits than this on the way cannot be told from who does not."""

NEARLY = 0.01
"""A share of the value; who rounds at every step ends within it, and of a new weight within half the step as well."""


@dataclass(frozen=True)
class JudgedAnswer:
    """What is said of an answer.

    Attributes
    ----------
    kind : {"right", "rounding", "wrong"}
        "rounding": right but for digits that were lost on the way, or are not there.
    mistake : str
        Which mistake gives this number, a kind of `nncore.explanation.usual_mistakes.Mistake`; empty if none is known.
    sentence : str
        For the person.
    is_done : bool
        Whether the step is made: nothing is missing but digits that were lost on the way.
    """

    kind: str
    mistake: str
    sentence: str
    is_done: bool = False


def judged_answer(step: WorkedUpdate, name: str, text: str) -> JudgedAnswer:
    """Judge an answer.

    Parameters
    ----------
    step : WorkedUpdate
        Worked exactly.
    name : str
        Of the line that was to be worked.
    text : str
        What was typed: a number with a comma or a dot, or a fraction.

    Raises
    ------
    SettingError
        If the text is no number, or there is no such line.

    Examples
    --------
    >>> import nncore
    >>> step = nncore.explain(nncore.articles.single_neuron(), epoch=0, sample=3, parameter=1)
    >>> judged_answer(step, "∂L/∂z of target", "0,0842").kind
    'right'
    >>> judged_answer(step, "∂L/∂z of target", "0.3638").sentence
    'Not yet. The factor ∂y/∂z of target is missing.'
    """
    line = next((one for one in step.lines if one.name == name), None)
    if line is None:
        raise SettingError(f"name must be that of a line of this update. Got {quoted(name)} instead.")
    typed = TypedAnswer.read(text)
    if _is_old_weight_too(step, line, typed):
        return JudgedAnswer("rounding", "", "Right as far as it goes, but so is the old weight. Write more digits.")
    if _is_meant(typed, line.value):
        return JudgedAnswer("right", "", "Right.", is_done=True)
    for mistake in usual_mistakes(step, line):
        if _is_meant(typed, mistake.value) and not typed.is_written(line.value):
            return JudgedAnswer("wrong", mistake.kind, f"Not yet. {mistake.hint}")
    rounded_values = {digits: _with_digits(step, line, digits) for digits in range(LEAST_DIGITS, MOST_DIGITS + 1)}
    way = _way_it_is_whole(typed, rounded_values)
    if typed.is_written(line.value) and way is None and typed.value != 0:
        return JudgedAnswer("rounding", "", "Right as far as it goes. Write one more digit.")
    if (way := way or _way_it_was_rounded(step, line, typed, rounded_values)) is not None:
        return JudgedAnswer(
            "rounding", "", f"Right but for rounding: {way}. Keep more digits until the end.", is_done=True
        )
    denied = "It is not 0: it" if typed.value == 0 else "It"
    return JudgedAnswer("wrong", "", f"Not yet. {denied} is worked by {_said_formula(line)}.")


def _is_meant(typed: TypedAnswer, value: float) -> bool:
    """Return whether a number was typed with digits enough to tell that it is this one, or is this one exactly."""
    return typed.is_written(value) and (typed.digits >= LEAST_DIGITS or typed.value == value)


def _said_formula(line: Line) -> str:
    """Return the formula of a line as it is said in a sentence: its names without the brackets in which they are typed."""
    return line.formula if line.expression is None else said_expression(line.expression)


def _is_old_weight_too(step: WorkedUpdate, line: Line, typed: TypedAnswer) -> bool:
    """Return whether a new weight is written with so few digits that the old one is written alike."""
    is_new = line.kind == "new_weight" and step.new_value not in (step.old_value, typed.value)
    return is_new and typed.is_written(step.new_value) and typed.is_written(step.old_value)


def _way_it_is_whole(typed: TypedAnswer, rounded_values: Mapping[int, tuple[float, ...]]) -> str | None:
    """Return what to say where numbers that are shown with some digits come to this one, and to no digit more."""
    for digits in range(LEAST_DIGITS + 1, MOST_DIGITS + 1):
        if any(isclose(typed.value, value, rel_tol=1e-9) for value in rounded_values[digits]):
            return _digits_on_the_way(digits)
    return None


def _way_it_was_rounded(
    step: WorkedUpdate, line: Line, typed: TypedAnswer, rounded_values: Mapping[int, tuple[float, ...]]
) -> str | None:
    """Return what to say of an answer that is right but for digits that were lost on the way; None if it is not."""
    if typed.digits < LEAST_DIGITS:
        return None
    for digits in range(MOST_DIGITS, LEAST_DIGITS - 1, -1):
        if any(typed.is_written(value) for value in rounded_values[digits]):
            return _digits_on_the_way(digits)
    is_near = abs(typed.value - line.value) <= answer_slack(step, line, NEARLY)
    return "digits were lost on the way" if is_near else None


def _digits_on_the_way(digits: int) -> str:
    return f"this is what {digits} digits on the way give"


def _with_digits(step: WorkedUpdate, line: Line, digits: int) -> tuple[float, ...]:
    """Return what a line comes to with so many digits: on paper from the first line on, and of its own numbers alone."""
    values = {name: rounded(value, digits) for name, value in line.terms}
    alone = line.value if line.expression is None else value_of(line.expression, values)
    return on_paper(step, digits).line(line.name).value, alone
