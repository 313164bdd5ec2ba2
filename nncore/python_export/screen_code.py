"""The few lines of NumPy that train what is on the screen, with the shapes of their arrays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple

from nncore.experiment.experiment import Experiment
from nncore.explanation.arithmetic import parsed, with_parts
from nncore.formulas.expression import Expression
from nncore.losses.losses import find_loss
from nncore.network.activations import find_activation
from nncore.python_export.network_code import kept_names
from nncore.python_export.numpy_code import number_code, numpy_code
from nncore.python_export.training_code import DRAWN


class CodeLine(NamedTuple):
    """One line of code, and what it is about.

    Attributes
    ----------
    text : str
        With its indentation.
    shape : str
        That of the array it computes, such as "(4, 3)"; may be empty.
    part : str
        "table", "start", "forward", "backward", "gradient", "update", or empty for what only holds them together.
    layer : int or None
        The layer it computes, the inputs being layer 0.
    """

    text: str
    shape: str = ""
    part: str = ""
    layer: int | None = None


def screen_code(experiment: Experiment) -> tuple[CodeLine, ...]:
    """Return the lines that train an experiment, in the shape of the two articles: the rows of a table stay rows.

    They may be copied and run. They compute the run up to rounding; what is changed by hand on the way, and the end that a
    stop rule makes, are left to the file of `nncore.to_python`.

    Examples
    --------
    >>> from nncore import articles
    >>> for line in screen_code(articles.single_neuron())[4:]:
    ...     print(f"{line.text:54}{line.shape and '# ' + line.shape}".rstrip())
    W1 = 2 * stream.random_sample((3, 1)) - 1             # (3, 1)
    def sigmoid(z): return 1 / (1 + np.exp(-z))
    def think(X):
        z1 = X @ W1                                       # (4, 1)
        a1 = sigmoid(z1)                                  # (4, 1)
        return z1, a1
    def backward(X, y, z1, a1):
        d1 = (a1 - y) * a1 * (1 - a1)                     # (4, 1)
        return [X.T @ d1]                                 # (3, 1)
    parameters = [W1]
    def train():
        for epoch in range(1, 15001):
            gradients = backward(X, y, *think(X))
            for P, g in zip(parameters, gradients):
                P[...] = P - 1 * g
    train()
    """
    return tuple(_lines(experiment))


def _lines(experiment: Experiment) -> Iterator[CodeLine]:
    inputs, targets, _, _ = experiment.scaled()[:4]
    yield CodeLine("import numpy as np")
    for name, table in (("X", inputs), ("y", targets)):
        rows = ", ".join(f"[{', '.join(map(number_code, row))}]" for row in table.tolist())
        yield CodeLine(f"{name} = np.array([{rows}])", str(table.shape), "table")
    yield from _start_lines(experiment)
    for name in dict.fromkeys(experiment.architecture.activations):
        yield CodeLine(f"def {name}(z): return {_activation_code(name)}", "", "forward")
    yield from _think_lines(experiment)
    yield from _backward_lines(experiment)
    yield from _train_lines(experiment)


def _start_lines(experiment: Experiment) -> Iterator[CodeLine]:
    yield CodeLine(f"stream = np.random.RandomState({experiment.seed})", "", "start")
    for number, shape in enumerate(experiment.architecture.weight_shapes, start=1):
        drawn = DRAWN[experiment.initializer].format(shape=shape, inputs=shape[0], neurons=shape[1])
        yield CodeLine(f"W{number} = {drawn}", str(shape), "start", number)
        if experiment.architecture.bias:
            yield CodeLine(f"b{number} = np.zeros({shape[1]})", f"({shape[1]},)", "start", number)


def _activation_code(name: str) -> str:
    activation = find_activation(name)
    if activation.derivative_formula is None:
        return "(e := np.exp(z - z.max(axis=1, keepdims=True))) / e.sum(axis=1, keepdims=True)"
    return activation.numpy_value or numpy_code(parsed(activation.formula, ("z",)), {"z": "z"})


def _shape(experiment: Experiment, layer: int) -> str:
    rows = min(experiment.batch_size or experiment.dataset.samples, experiment.dataset.samples)
    return str((rows, experiment.architecture.layer_sizes[layer]))


def _think_lines(experiment: Experiment) -> Iterator[CodeLine]:
    architecture = experiment.architecture
    yield CodeLine("def think(X):", "", "forward")
    for number, name in enumerate(architecture.activations, start=1):
        entering, bias = "X" if number == 1 else f"a{number - 1}", f" + b{number}" if architecture.bias else ""
        shape = _shape(experiment, number)
        yield CodeLine(f"    z{number} = {entering} @ W{number}{bias}", shape, "forward", number)
        yield CodeLine(f"    a{number} = {name}(z{number})", shape, "forward", number)
    yield CodeLine(f"    return {kept_names(architecture)}", "", "forward")


def _backward_lines(experiment: Experiment) -> Iterator[CodeLine]:
    architecture, loss = experiment.architecture, find_loss(experiment.loss)
    last, mean = architecture.layer_count, " / len(X)" if experiment.reduction == "mean" else ""
    yield CodeLine(f"def backward(X, y, {kept_names(architecture)}):", "", "backward")
    through_z = loss.output_activation is not None
    for number in range(last, 0, -1):
        shape = _shape(experiment, number)
        if number == last:
            code = _loss_derivative(experiment, is_factor=not through_z or bool(mean))
        else:
            code = f"d{number + 1} @ W{number + 1}.T"
        name = architecture.activations[number - 1]
        derivative = find_activation(name).derivative_formula
        if (number == last and through_z) or name == "linear":
            pass
        elif derivative is None:
            yield CodeLine(f"    g{number} = {code}", shape, "backward", number)
            shared = f"(g{number} * a{number}).sum(axis=1, keepdims=True)"
            code = f"(g{number} - {shared}) * a{number}"
        else:
            names = {"z": f"z{number}", "a": f"a{number}"}
            code = f"{code} * {numpy_code(parsed(derivative, ('z', 'a')), names, is_factor=True)}"
        yield CodeLine(f"    d{number} = {code}{mean if number == last else ''}", shape, "backward", number)
    yield from _gradient_lines(experiment)


def _gradient_lines(experiment: Experiment) -> Iterator[CodeLine]:
    """Yield what puts the derivatives of the rows together, a line for each layer."""
    shapes = experiment.architecture.weight_shapes
    for number, shape in enumerate(shapes, start=1):
        entering = "X" if number == 1 else f"a{number - 1}"
        bias = f", d{number}.sum(axis=0)" if experiment.architecture.bias else ""
        begin = "    return [" if number == 1 else "            "
        end = "]" if number == len(shapes) else ","
        yield CodeLine(f"{begin}{entering}.T @ d{number}{bias}{end}", str(shape), "gradient", number)


def _loss_derivative(experiment: Experiment, *, is_factor: bool) -> str:
    last, parts = experiment.architecture.layer_count, find_loss(experiment.loss).parts
    outputs = experiment.architecture.output_count
    names = {"y": f"a{last}", "t": "y", "e": f"(a{last} - y)", "z": f"z{last}"}
    names["sum of t"] = "y.sum(axis=1, keepdims=True)"
    shared = parts.mean and outputs > 1
    code = numpy_code(parsed(parts.derivative, tuple(names)), names, is_factor=is_factor or shared)
    return f"{code} / {outputs}" if shared else code


def _train_lines(experiment: Experiment) -> Iterator[CodeLine]:
    architecture, samples, size = experiment.architecture, experiment.dataset.samples, experiment.batch_size
    numbers = range(1, architecture.layer_count + 1)
    kept = [f"W{number}, b{number}" if architecture.bias else f"W{number}" for number in numbers]
    yield CodeLine(f"parameters = [{', '.join(kept)}]", "", "update")
    formulas = experiment.optimizer.step_formulas
    for one in formulas:
        if one.slot is not None:
            yield CodeLine(f"{one.name} = [np.zeros_like(P) for P in parameters]", "", "update")
    remembers = any(one.slot is not None for one in formulas)
    if remembers:
        yield CodeLine("t = 0", "", "update")
    yield CodeLine("def train():")
    if remembers:
        yield CodeLine("    global t", "", "update")
    yield CodeLine(f"    for epoch in range(1, {experiment.epochs + 1}):")
    indent, rows = " " * 8, ""
    if size is not None and size < samples:
        order = f"np.random.RandomState([{experiment.seed}, epoch]).permutation({samples})"
        yield CodeLine(f"{indent}order = {order if experiment.shuffle else f'np.arange({samples})'}")
        yield CodeLine(f"{indent}for start in range(0, {samples}, {size}):")
        indent, rows = " " * 12, "[rows]"
        yield CodeLine(f"{indent}rows = order[start : start + {size}]")
    yield CodeLine(f"{indent}gradients = backward(X{rows}, y{rows}, *think(X{rows}))", "", "gradient")
    for text in _update_code(experiment, remembers):
        yield CodeLine(indent + text, "", "update")
    yield CodeLine("train()")


def _update_code(experiment: Experiment, remembers: bool) -> Iterator[str]:
    optimizer, penalty = experiment.optimizer, experiment.penalty
    if penalty is not None:
        names = {"strength": number_code(penalty.strength), "w": "P"}
        code = numpy_code(parsed(penalty.gradient_formula, tuple(names)), names)
        weights = " if P.ndim == 2 else g" if experiment.architecture.bias else ""
        yield f"gradients = [g + {code}{weights} for P, g in zip(parameters, gradients)]"
    if experiment.clip_norm is not None:
        yield "length = np.sqrt(sum((g**2).sum() for g in gradients))"
        limit = number_code(experiment.clip_norm)
        yield f"gradients = [g * {limit} / max(length, {limit}) for g in gradients]"
    names = {"w": "P", "g": "g", "t": "t"}
    for field in fields(optimizer):
        names[field.name.replace("learning_rate", "learning rate")] = number_code(getattr(optimizer, field.name))
    if not remembers:
        yield "for P, g in zip(parameters, gradients):"
    else:
        yield "t += 1"
        yield "for i, (P, g) in enumerate(zip(parameters, gradients)):"
    on_the_way: dict[str, Expression] = {}
    for one in optimizer.step_formulas:
        if one.slot is not None:
            names |= {f"{one.name} before": f"{one.name}[i]", one.name: f"{one.name}[i]"}
        expression = with_parts(parsed(one.formula, (*names, *on_the_way)), on_the_way)
        if one.name != "new" and one.slot is None:
            on_the_way[one.name] = expression
        else:
            yield f"    {'P[...]' if one.slot is None else f'{one.name}[i]'} = {numpy_code(expression, names)}"
