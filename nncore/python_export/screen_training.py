"""Write the training of the run on the screen: epochs, batches, and what one update does to every weight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from nncore.experiment.experiment import Experiment
from nncore.explanation.arithmetic import parsed, with_parts
from nncore.formulas.expression import Expression
from nncore.python_export.code_line import CodeLine
from nncore.python_export.numpy_code import number_code, numpy_code
from nncore.python_export.screen_start import entry
from nncore.training.in_force import InForce


def training_lines(experiment: Experiment, epochs: int) -> Iterator[CodeLine]:
    """Yield the lines that train so many epochs with what is in force at the first update."""
    samples, size = experiment.dataset.samples, experiment.batch_size
    force = experiment.plan.in_force(0)
    kept = _parameter_names(experiment)
    yield CodeLine(f"parameters = [{', '.join(kept)}]", "", "update")
    memories = [one.name for one in force.optimizer.step_formulas if one.slot is not None]
    for name in memories:
        yield CodeLine(f"{name} = [np.zeros_like(P) for P in parameters]", "", "update")
    if memories:
        yield CodeLine("t = 0", "", "update")
    yield CodeLine("def train():")
    if memories:
        yield CodeLine("    global t", "", "update")
    yield CodeLine(f"    for epoch in range(1, {epochs + 1}):")
    indent, rows = " " * 8, ""
    if size is not None and size < samples:
        order = f"np.random.RandomState([{experiment.seed}, epoch]).permutation({samples})"
        yield CodeLine(f"{indent}order = {order if experiment.shuffle else f'np.arange({samples})'}")
        yield CodeLine(f"{indent}for start in range(0, {samples}, {size}):")
        indent, rows = " " * 12, "[rows]"
        yield CodeLine(f"{indent}rows = order[start : start + {size}]")
    yield CodeLine(f"{indent}gradients = backward(X{rows}, y{rows}, *think(X{rows}))", "", "gradient")
    for text, computes in (*_gradient_changes(experiment, force, kept), *_update_code(force, bool(memories))):
        yield CodeLine(indent + text, "", "update", None, computes)
    yield CodeLine("train()")


def _parameter_names(experiment: Experiment) -> list[str]:
    numbers = range(1, experiment.architecture.layer_count + 1)
    letters = "Wb" if experiment.architecture.bias else "W"
    return [f"{letter}{number}" for number in numbers for letter in letters]


def _gradient_changes(experiment: Experiment, force: InForce, kept: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what is done to the gradient before it is used, in the order in which the engine does it."""
    penalty = force.penalty
    if penalty is not None:
        names = {"strength": number_code(penalty.strength), "w": "P"}
        code = numpy_code(parsed(penalty.gradient_formula, tuple(names)), names)
        weights = " if P.ndim == 2 else g" if experiment.architecture.bias else ""
        yield f"gradients = [g + {code}{weights} for P, g in zip(parameters, gradients)]", "penalty"
    held: dict[str, list[str]] = {}
    for index in sorted(force.held(experiment.architecture)):
        name, place = entry(experiment, index)
        held.setdefault(name, []).append(place)
    for name, places in held.items():
        size = sum(entry(experiment, index)[0] == name for index in range(experiment.architecture.parameter_count))
        for place in [":"] if len(places) == size else places:
            yield f"gradients[{kept.index(name)}][{place}] = 0  # held", ""
    if experiment.clip_norm is not None:
        yield "length = np.sqrt(sum((g**2).sum() for g in gradients))", "clipping"
        limit = number_code(experiment.clip_norm)
        yield f"gradients = [g * {limit} / max(length, {limit}) for g in gradients]", "clipping"


def _update_code(force: InForce, remembers: bool) -> Iterator[tuple[str, str]]:
    optimizer = force.optimizer
    names = {"w": "P", "g": "g", "t": "t"}
    for field in fields(optimizer):
        names[field.name.replace("learning_rate", "learning rate")] = number_code(getattr(optimizer, field.name))
    if not remembers:
        yield "for P, g in zip(parameters, gradients):", ""
    else:
        yield "t += 1", ""
        yield "for i, (P, g) in enumerate(zip(parameters, gradients)):", ""
    on_the_way: dict[str, Expression] = {}
    for one in optimizer.step_formulas:
        if one.slot is not None:
            names |= {f"{one.name} before": f"{one.name}[i]", one.name: f"{one.name}[i]"}
        expression = with_parts(parsed(one.formula, (*names, *on_the_way)), on_the_way)
        if one.name != "new" and one.slot is None:
            on_the_way[one.name] = expression
        elif one.slot is None:
            yield f"    P[...] = {numpy_code(expression, names)}", "new"
        else:
            yield f"    {one.name}[i] = {numpy_code(expression, names)}", one.name
