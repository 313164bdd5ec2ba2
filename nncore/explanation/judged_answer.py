"""Judge a number that somebody has worked out for a line: right, rounded on the way, or wrong, and which step it was."""

from __future__ import annotations

from dataclasses import dataclass

from nncore.errors import SettingError
from nncore.explanation.on_paper import on_paper
from nncore.explanation.typed_answer import TypedAnswer
from nncore.explanation.usual_mistakes import usual_mistakes
from nncore.explanation.worked_update import WorkedUpdate
from nncore.quoting import quoted

LEAST_DIGITS = 2
"""With fewer digits than this nobody can tell right from nearly right."""

NEARLY = 0.01
"""A share of the value; who rounds at every step ends within it."""


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
    """

    kind: str
    mistake: str
    sentence: str


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
    if typed.is_written(line.value) and (typed.digits >= LEAST_DIGITS or typed.value == line.value):
        return JudgedAnswer("right", "", "Right.")
    for mistake in usual_mistakes(step, line):
        if typed.is_written(mistake.value) and typed.digits >= LEAST_DIGITS and not typed.is_written(line.value):
            return JudgedAnswer("wrong", mistake.kind, f"Not yet. {mistake.hint}")
    if typed.is_written(line.value):
        return JudgedAnswer("rounding", "", "Right as far as it goes. Write one more digit.")
    if _is_rounded(step, name, typed, line.value):
        return JudgedAnswer(
            "rounding", "", "Nearly: this comes of rounding on the way. Keep more digits until the end."
        )
    return JudgedAnswer("wrong", "", f"Not yet. It is worked by {line.formula}.")


def _is_rounded(step: WorkedUpdate, name: str, typed: TypedAnswer, value: float) -> bool:
    if abs(typed.value - value) <= NEARLY * abs(value):
        return True
    return any(typed.is_written(on_paper(step, digits).line(name).value) for digits in range(LEAST_DIGITS, 7))
