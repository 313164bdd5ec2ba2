"""Say which line of the code on the screen computes a line of a worked update."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.experiment.experiment import Experiment
from nncore.explanation.line import Line, LineKind
from nncore.explanation.worked_update import WorkedUpdate
from nncore.python_export.screen_start import entry

_COMPUTED_BY: dict[LineKind, str] = {
    "derived_input": "X",
    "pre_activation": "z{layer}",
    "softmax_part": "a{layer}",
    "activation": "a{layer}",
    "error": "d{layer}",
    "output_derivative": "d{layer}",
    "sum_over_paths": "d{layer}",
    "activation_derivative": "d{layer}",
    "softmax_share": "d{layer}",
    "delta": "d{layer}",
    "weight_factor": "gradient {worked}",
    "row_gradient": "gradient {worked}",
    "gradient": "gradient {worked}",
    "penalty": "penalty",
    "clipping": "clipping",
    "optimizer": "new",
    "new_weight": "new",
}
"""By the kind of a line what computes it, where the kind says all: the layer is its neuron's, or that of the worked weight."""

_CELLS = {"input": "X", "target": "y"}


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
    worked = int(entry(experiment, step.parameter)[0][1:])
    memories = dict(_memories(experiment, step))
    found = {}
    for line in (*step.given, *step.lines):
        computes = memories.get(line.name) or _computes(experiment, line, worked)
        if computes:
            found[line.name] = computes
    for line in step.lines:  # what is given stands where it is first used, if it has no array of its own
        for name, _ in line.terms:
            if name not in found and line.name in found and step.line(name).is_given:
                found[name] = found[line.name]
    return found


def _computes(experiment: Experiment, line: Line, worked: int) -> str:
    place = line.place
    if line.kind == "weight" and place.parameter is not None:
        return entry(experiment, place.parameter)[0]
    if line.kind in ("given", "scaled"):
        return _CELLS.get(place.kind, "")
    return _COMPUTED_BY.get(line.kind, "").format(layer=place.layer, worked=worked)


def _memories(experiment: Experiment, step: WorkedUpdate) -> Iterator[tuple[str, str]]:
    """Yield the lines of what the optimizer remembers, each with its array, which has the name in the optimizer's formula."""
    formulas = experiment.in_force(step.epoch).optimizer.step_formulas
    lines = (line for line in step.update if line.kind == "optimizer")
    for line, formula in zip(lines, formulas, strict=False):  # the last formula is that of the new weight
        if formula.slot is not None:
            yield line.name, formula.name
