"""Say in a few lines and sentences why a weight moved as it did: what one sees first, before all lines unfold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nncore.explanation.line import Line
from nncore.explanation.worked_update import WorkedUpdate
from nncore.number_text import number_text

MOST_LINES = 7


def short_lines(step: WorkedUpdate) -> tuple[Line, ...]:
    """Return the lines that tell most about one row and one weight, at most seven, in their order.

    They are the neuron's sum and answer, the error of an output neuron, the derivative with respect to the sum, what the
    weight is multiplied with, the gradient over all rows, and the new weight.

    Parameters
    ----------
    step : WorkedUpdate
        Of one row; of all rows, the lines of the first are taken.

    Examples
    --------
    >>> import nncore
    >>> step = nncore.explain(nncore.articles.single_neuron(), epoch=4, sample=0, parameter=2)
    >>> [line.name for line in short_lines(step)]  # doctest: +NORMALIZE_WHITESPACE
    ['z of target', 'y of target', 'error of target', '∂L/∂z of target', '∂z/∂w', '∂L/∂w', 'new input 3 → target']
    """
    neuron = (step.worked_row, step.layer, step.unit)
    forward = [line for line in step.forward if _neuron(line) == neuron]
    backward = [line for line in step.backward if _neuron(line) == neuron]
    kept = [line for line in forward if line.name.startswith(("z of", "a of", "y of", "error of"))]
    delta = [line for line in backward if line.name.startswith("∂L/∂z")]
    factor = next(line for line in step.backward if line.name.startswith("∂z/∂"))
    return (*kept, *delta, factor, step.backward[-1], step.update[-1])


def _neuron(line: Line) -> tuple[int | None, int | None, int | None]:
    return line.place.row, line.place.layer, line.place.unit


def in_words(step: WorkedUpdate, digits: int = 3) -> tuple[str, ...]:
    """Return why the weight moved as it did, in plain sentences.

    Parameters
    ----------
    step : WorkedUpdate
        Of one row; of all rows, only what they say together is told.
    digits : int
        How many digits of a number count.

    Examples
    --------
    >>> import nncore
    >>> step = nncore.explain(nncore.articles.single_neuron(), epoch=4, sample=0, parameter=2)
    >>> for sentence in in_words(step):
    ...     print(sentence)
    In row 1, y of target is 0.345 and its target 0: it should be lower.
    input 3 is 1, so a larger weight makes z of target larger: this row asks for a smaller weight.
    The 4 rows together ask for a smaller weight: the derivative of the loss is 0.0131.
    So input 3 → target goes down, from −0.643 to −0.656.
    """
    return tuple(_sentences(step, digits))


def _sentences(step: WorkedUpdate, digits: int) -> Iterator[str]:
    thing = "bias" if step.parameter_name.startswith("bias of") else "weight"
    if step.sample is not None:
        yield from _of_the_row(step, thing, digits)
    gradient = step.backward[-1]
    if len(step.rows) > 1:
        asked = _asked(gradient.value, thing)
        yield f"The {len(step.rows):,} rows together {asked}: the derivative of the loss is {_text(gradient.value, digits)}."
    yield _moved(step, digits)


def _of_the_row(step: WorkedUpdate, thing: str, digits: int) -> Iterator[str]:
    *lines, factor, _, _ = short_lines(step)
    total, delta = lines[0], lines[-1]
    where = f"In row {step.worked_row + 1}"
    error = next((line for line in lines if line.name.startswith("error of")), None)
    if error is not None:
        (output, answered), (_, target) = error.terms
        said = "it is right" if error.value == 0 else f"it should be {'lower' if error.value > 0 else 'higher'}"
        yield f"{where}, {output} is {_text(answered, digits)} and its target {_text(target, digits)}: {said}."
        where = "Here"
    # A sine or a softmax may turn round what an output asks for, and a relu that is 0 passes nothing on.
    if error is None or (error.value > 0) != (delta.value > 0) or (error.value < 0) != (delta.value < 0):
        if delta.value == 0:
            yield f"{where}, the loss does not change with {total.name}: its derivative is 0."
        else:
            effect = "larger" if delta.value > 0 else "smaller"
            yield f"{where}, a larger {total.name} makes the loss {effect}: its derivative is {_text(delta.value, digits)}."
    yield _of_the_factor(step, factor, total, thing, digits)


def _of_the_factor(step: WorkedUpdate, factor: Line, total: Line, thing: str, digits: int) -> str:
    row = next(line for line in step.backward if line.place.parameter is not None and line.place.row == step.worked_row
               and line is not factor)  # fmt: skip
    asked = _asked(row.value, thing).replace("ask", "asks", 1).replace("say", "says", 1)
    if not factor.terms:
        return f"A larger bias makes {total.name} larger: this row {asked}."
    ((entering, value),) = factor.terms
    if value == 0:
        return f"{entering} is 0, so this weight does not matter here: this row {asked}."
    effect = "larger" if value > 0 else "smaller"
    return f"{entering} is {_text(value, digits)}, so a larger weight makes {total.name} {effect}: this row {asked}."


def _asked(derivative: float, thing: str) -> str:
    if derivative == 0:
        return "say nothing about it"
    return f"ask for a {'smaller' if derivative > 0 else 'larger'} {thing}"


def _moved(step: WorkedUpdate, digits: int) -> str:
    old, new = step.line(step.parameter_name).value, step.new_value
    name, values = step.parameter_name, f"from {' to '.join(_apart(old, new, digits))}"
    last = step.update[-1]
    if "by hand" in last.note:
        return f"Then {name} is set by hand, {values}."
    if last.note.startswith("This weight is held"):
        return f"But {name} is held, at {_text(old, digits)}."
    if new == old:
        return f"So {name} stays, at {_text(old, digits)}."
    way = "up" if new > old else "down"
    if (new - old) * step.backward[-1].value > 0:
        return f"Yet {name} goes {way}, {values}: {_against(step.update)}."
    return f"So {name} goes {way}, {values}."


def _against(update: Sequence[Line]) -> str:
    """Return what can move a weight against the gradient of the loss."""
    if any(line.place.kind == "memory" for line in update):
        return "what the optimizer remembers of earlier updates carries it on"
    return "the penalty draws it on"


def _apart(old: float, new: float, digits: int) -> tuple[str, str]:
    """Return two numbers with as many digits as it takes to tell them apart."""
    while digits < 17 and old != new and _text(old, digits) == _text(new, digits):
        digits += 1
    return _text(old, digits), _text(new, digits)


def _text(value: float, digits: int) -> str:
    return number_text(value, digits)
