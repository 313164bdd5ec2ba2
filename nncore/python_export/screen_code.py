"""The few lines of NumPy that train what is on the screen, with the shapes of their arrays."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.experiment.experiment import Experiment
from nncore.explanation.arithmetic import parsed
from nncore.losses.losses import find_loss
from nncore.network.activations import find_activation
from nncore.python_export.code_line import CodeLine
from nncore.python_export.network_code import kept_names
from nncore.python_export.numpy_code import number_code, numpy_code
from nncore.python_export.screen_start import start_lines
from nncore.python_export.screen_training import training_lines


def screen_code(experiment: Experiment, epochs: int | None = None) -> tuple[CodeLine, ...]:
    """Return the lines that train an experiment, in the shape of the two articles: the rows of a table stay rows.

    They may be copied and run. They compute the run up to rounding; what `left_out` names is left to the file of
    `nncore.to_python`.

    Parameters
    ----------
    experiment : Experiment
    epochs : int, optional
        How many the run has, if it has ended before its time.

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
    return tuple(_lines(experiment, experiment.epochs if epochs is None else epochs))


def left_out(experiment: Experiment, epochs: int | None = None) -> tuple[str, ...]:
    """Return what decides the numbers of a run and does not stand in its lines on the screen, in a few words each.

    Parameters
    ----------
    experiment : Experiment
    epochs : int, optional
        How many the run has, if it has ended: then its end is in the lines, whatever has ended it.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from nncore import articles
    >>> from nncore.training.interventions import Intervention
    >>> article = articles.single_neuron()
    >>> left_out(article), left_out(replace(article, interventions=(Intervention(40, "learning_rate", 0.1),)))
    ((), ('what was changed at epoch 40',))
    """
    return tuple(_left_out(experiment, epochs))


def _left_out(experiment: Experiment, epochs: int | None) -> Iterator[str]:
    if experiment.dataset.derived:
        yield "how inputs were derived from others"
    inputs, targets, _, _ = experiment.scaled()
    tables = {"inputs": (inputs, experiment.dataset.all_inputs), "targets": (targets, experiment.dataset.targets)}
    scaled = [name for name, (seen, raw) in tables.items() if not np.array_equal(seen, raw)]
    if scaled:
        yield f"how {' and '.join(scaled)} were scaled"
    if experiment.plan.in_force(0).layer_rates:
        yield "the learning rates of single layers"
    last = experiment.epochs if epochs is None else epochs
    changed = [epoch for epoch in experiment.plan.changes_by_epoch if 0 < epoch <= last]
    if changed:
        yield f"what was changed at epoch {changed[0]:,}{' and later' if len(changed) > 1 else ''}"
    if experiment.stop and epochs is None:
        yield "the rule that stops the run"


def _lines(experiment: Experiment, epochs: int) -> Iterator[CodeLine]:
    inputs, targets, _, _ = experiment.scaled()[:4]
    yield CodeLine("import numpy as np")
    for name, table in (("X", inputs), ("y", targets)):
        rows = ", ".join(f"[{', '.join(map(number_code, row))}]" for row in table.tolist())
        yield CodeLine(f"{name} = np.array([{rows}])", str(table.shape), "table", None, name)
    yield from start_lines(experiment)
    for name in dict.fromkeys(experiment.architecture.activations):
        yield CodeLine(f"def {name}(z): return {_activation_code(name)}", "", "forward")
    yield from _think_lines(experiment)
    yield from _backward_lines(experiment)
    yield from training_lines(experiment, epochs)


def _activation_code(name: str) -> str:
    activation = find_activation(name)
    if activation.derivative_formula is None:
        return "(e := np.exp(z - z.max(axis=1, keepdims=True))) / e.sum(axis=1, keepdims=True)"
    # A form for many numbers is there for its speed alone, and differs by rounding.
    written = None if activation.value_of_many else activation.numpy_value
    return written or numpy_code(parsed(activation.formula, ("z",)), {"z": "z"})


def _shape(experiment: Experiment, layer: int) -> str:
    rows = min(experiment.batch_size or experiment.dataset.samples, experiment.dataset.samples)
    return str((rows, experiment.architecture.layer_sizes[layer]))


def _think_lines(experiment: Experiment) -> Iterator[CodeLine]:
    architecture = experiment.architecture
    yield CodeLine("def think(X):", "", "forward")
    for number, name in enumerate(architecture.activations, start=1):
        entering, bias = "X" if number == 1 else f"a{number - 1}", f" + b{number}" if architecture.bias else ""
        shape = _shape(experiment, number)
        yield CodeLine(f"    z{number} = {entering} @ W{number}{bias}", shape, "forward", number, f"z{number}")
        yield CodeLine(f"    a{number} = {name}(z{number})", shape, "forward", number, f"a{number}")
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
            yield CodeLine(f"    g{number} = {code}", shape, "backward", number, f"d{number}")
            shared = f"(g{number} * a{number}).sum(axis=1, keepdims=True)"
            code = f"(g{number} - {shared}) * a{number}"
        else:
            names = {"z": f"z{number}", "a": f"a{number}"}
            code = f"{code} * {numpy_code(parsed(derivative, ('z', 'a')), names, is_factor=True)}"
        code = f"    d{number} = {code}{mean if number == last else ''}"
        yield CodeLine(code, shape, "backward", number, f"d{number}")
    yield from _gradient_lines(experiment)


def _gradient_lines(experiment: Experiment) -> Iterator[CodeLine]:
    """Yield what puts the derivatives of the rows together, a line for each layer."""
    shapes = experiment.architecture.weight_shapes
    for number, shape in enumerate(shapes, start=1):
        entering = "X" if number == 1 else f"a{number - 1}"
        bias = f", d{number}.sum(axis=0)" if experiment.architecture.bias else ""
        begin = "    return [" if number == 1 else "            "
        end = "]" if number == len(shapes) else ","
        code = f"{begin}{entering}.T @ d{number}{bias}{end}"
        yield CodeLine(code, str(shape), "gradient", number, f"gradient {number}")


def _loss_derivative(experiment: Experiment, *, is_factor: bool) -> str:
    last, parts = experiment.architecture.layer_count, find_loss(experiment.loss).parts
    outputs = experiment.architecture.output_count
    names = {"y": f"a{last}", "t": "y", "e": f"(a{last} - y)", "z": f"z{last}"}
    names["sum of t"] = "y.sum(axis=1, keepdims=True)"
    shared = parts.mean and outputs > 1
    code = numpy_code(parsed(parts.derivative, tuple(names)), names, is_factor=is_factor or shared)
    return f"{code} / {outputs}" if shared else code
