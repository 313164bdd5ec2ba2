"""Say which line of the code on the screen computes a line of a worked update."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.experiment.experiment import Experiment
from nncore.explanation.line import Line
from nncore.explanation.worked_update import WorkedUpdate
from nncore.python_export.screen_start import entry


def worked_in_code(experiment: Experiment, step: WorkedUpdate) -> dict[str, str]:
    """Return for the lines of an update, by their names, what computes them in the code on the screen.

    Parameters
    ----------
    experiment : Experiment
    step : WorkedUpdate
        One of its updates.

    Returns
    -------
    dict
        What `CodeLine.computes` of that line of code is. What the code does not compute, such as the loss, is missing.

    Examples
    --------
    >>> from nncore import articles, explain
    >>> article = articles.single_neuron()
    >>> found = worked_in_code(article, explain(article, epoch=4, sample=2, parameter=0))
    >>> found["z of target"], found["∂L/∂z of target"], found["∂L/∂w"], found["input 1"], "L" in found
    ('z1', 'd1', 'gradient 1', 'X', False)
    """
    found = {line.name: computes for line, computes in _computed(experiment, step) if computes}
    for line in step.lines:  # what is given stands where it is first used, if it has no array of its own
        for name, _ in line.terms:
            if name not in found and line.name in found and step.line(name).is_given:
                found[name] = found[line.name]
    return found


def _computed(experiment: Experiment, step: WorkedUpdate) -> Iterator[tuple[Line, str]]:
    layer = int(entry(experiment, step.parameter)[0][1:])
    for line in step.given:
        yield line, _given(experiment, line, layer)
    for line in step.forward:
        yield line, _forward(experiment, line)
    for line in step.backward:
        yield line, f"gradient {layer}" if line.place.kind == "parameter" else f"d{line.place.layer}"
    slots = {one.name for one in experiment.in_force(step.epoch).optimizer.step_formulas if one.slot is not None}
    for line in step.update:
        is_by_hand = line.name.startswith("new ") and line.name != f"new {step.parameter_name}"
        yield line, "" if is_by_hand else _update(line, slots)


def _given(experiment: Experiment, line: Line, layer: int) -> str:
    kind, parameter = line.place.kind, line.place.parameter
    if kind == "parameter" and parameter is not None:
        if line.place.row is not None:  # another row's derivative
            return f"gradient {layer}"
        if not line.note:  # a weight; what stands beside it, such as the gradient of another weight, has a note
            return entry(experiment, parameter)[0]
    return {"input": "X", "target": "y"}.get(kind, "")


def _forward(experiment: Experiment, line: Line) -> str:
    kind, layer = line.place.kind, line.place.layer
    if kind == "neuron" and not line.name.startswith("loss of "):
        if line.name.startswith("error of "):
            return f"d{experiment.architecture.layer_count}"
        return f"z{layer}" if line.name.startswith("z of ") else f"a{layer}"
    return {"input": "X", "target": "y"}.get(kind, "")


def _update(line: Line, slots: set[str]) -> str:
    if line.place.kind == "memory":
        return line.name if line.name in slots else "new"
    if "with penalty" in line.name or line.name.startswith("derivative of "):
        return "penalty"
    if line.name.startswith(("length of ", "clipped ")):
        return "clipping"
    return "new"
