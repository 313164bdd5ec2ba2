"""Write a worked update as an exercise to print: a sheet with a blank for the value of each line."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.explanation.gathered_rows import with_gathered_rows
from nncore.explanation.line import Line
from nncore.explanation.worked_text import COLUMNS, read_formula, step_text, title_of, wrapped, written_number
from nncore.explanation.worked_update import WorkedUpdate

BLANK = "____________"


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
