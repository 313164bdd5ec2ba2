"""Write the network itself as NumPy code: its layers, forward, and backward."""

from __future__ import annotations

from nncore.explanation.arithmetic import parsed, terms_of
from nncore.losses.losses import find_loss
from nncore.network.activations import find_activation
from nncore.network.architecture import Architecture
from nncore.python_export.numpy_code import numpy_code

SOFTMAX = '''
def softmax(z):
    e = np.exp(z - z.max(axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)


def softmax_back(g, a):
    """Turn derivatives by the answers of a softmax into those by its z."""
    return (g - (g * a).sum(axis=0, keepdims=True)) * a
'''

LAYERS = '''
def layers(flat):
    """Return the weights of each layer as a matrix, a row for each input{biases}."""
    found, start = [], 0
    for inputs, neurons in zip(SIZES, SIZES[1:]):
        rows = inputs{and_one}
        found.append(flat[start : start + rows * neurons].reshape(rows, neurons))
        start += rows * neurons
    return found
'''

WITH_ONES = '''
def with_ones(x):
    """Return rows of numbers with a row of ones below them, which the biases are multiplied with."""
    return np.ascontiguousarray(np.vstack([x, np.ones((1, x.shape[1]))]))
'''


def activation_code(name: str) -> str:
    """Return an activation and its derivative as two functions; of a softmax its way back instead.

    Examples
    --------
    >>> print(activation_code("relu"))
    <BLANKLINE>
    def relu(z):
        return np.maximum(0, z)
    <BLANKLINE>
    <BLANKLINE>
    def relu_derivative(z, a):
        return z > 0
    <BLANKLINE>
    """
    activation = find_activation(name)
    if activation.derivative_formula is None:
        return SOFTMAX
    names = {"z": "z", "a": "a"}
    value = activation.numpy_value or numpy_code(parsed(activation.formula, ("z",)), names)
    derivative = numpy_code(parsed(activation.derivative_formula, ("z", "a")), names)
    return f"\ndef {name}(z):\n    return {value}\n\n\ndef {name}_derivative(z, a):\n    return {derivative}\n"


def layers_code(architecture: Architecture) -> str:
    """Return the functions that find the layers in the flat vector, and add the row of ones if there are biases."""
    if not architecture.bias:
        return LAYERS.format(biases="", and_one="")
    return LAYERS.format(biases=", the biases as the last row", and_one=" + 1") + "\n" + WITH_ONES


def forward_code(architecture: Architecture) -> str:
    """Return the pass forward as a function; everything has a row for each neuron and a column for each row of the table."""
    numbers = range(1, architecture.layer_count + 1)
    lines = [f"    {_listed('W', numbers)} = layers(parameters)"]
    for number, activation in zip(numbers, architecture.activations, strict=True):
        entering = _entering(architecture, number)
        lines += [f"    z{number} = np.dot(W{number}.T, {entering})", f"    a{number} = {activation}(z{number})"]
    return _function("forward", "parameters, x", _FORWARD_TEXT, [*lines, f"    return {kept_names(architecture)}"])


_FORWARD_TEXT = "Return z and a of every layer: a row for each neuron, a column for each row of the table."
_BACKWARD_TEXT = "Return the derivative of the loss with respect to every weight, in one flat vector."


def backward_code(architecture: Architecture, loss: str, reduction: str) -> str:
    """Return the pass backward as a function."""
    last = architecture.layer_count
    numbers = range(1, last + 1)
    lines = [
        f"    {_listed('W', numbers)} = layers(parameters)",
        "    gradient = np.empty_like(parameters)",
        f"    {_listed('g', numbers)} = layers(gradient)",
        f"    d{last} = loss_derivative(a{last}, t)",
    ]
    if find_loss(loss).output_activation is None:
        lines.append(_through(architecture, last))
    if reduction == "mean":
        lines.append(f"    d{last} = d{last} / t.shape[1]")
    for number in reversed(numbers):
        lines.append(f"    g{number}[...] = np.dot({_entering(architecture, number)}, d{number}.T)")
        if number > 1:
            weights = f"W{number}[:-1]" if architecture.bias else f"W{number}"
            lines += [f"    d{number - 1} = np.dot({weights}, d{number})", _through(architecture, number - 1)]
    return _function(
        "backward", f"parameters, x, t, {kept_names(architecture)}", _BACKWARD_TEXT, [*lines, "    return gradient"]
    )


def loss_code(loss: str, outputs: int, reduction: str) -> str:
    """Return the loss of a table, and the derivative of each row's loss, as two functions."""
    known = find_loss(loss)
    parts, names = (
        known.parts,
        {"y": "y", "t": "t", "e": "(y - t)", "z": "z", "sum of t": "t.sum(axis=0, keepdims=True)"},
    )
    part = parts.numpy_part or numpy_code(parsed(parts.part, tuple(names)), names)
    lines = ["    e = y - t"] if "e" in terms_of(parsed(parts.derivative, tuple(names))) else []
    derivative = numpy_code(parsed(parts.derivative, tuple(names)), {**names, "e": "e"})
    shares = outputs if parts.mean else 1
    lines.append(f"    return {derivative}" if shares == 1 else f"    return ({derivative}) / {shares}")
    by = "y" if known.output_activation is None else "z"
    together = f"{'mean' if parts.mean else 'sum'}(axis=0).{'sum' if reduction == 'sum' else 'mean'}()"
    text = f"Return the derivative of {loss}, row by row of the table, with respect to {by}."
    derivative_function = _function("loss_derivative", "y, t", text, lines)
    return f'''{derivative_function}

def loss({by}, t):
    """Return {loss} over the whole table."""
    return ({part}).{together}
'''


def kept_names(architecture: Architecture) -> str:
    """Return the names of what the pass forward gives back.

    Examples
    --------
    >>> kept_names(Architecture((2, 3, 1), ("tanh", "sigmoid")))
    'z1, a1, z2, a2'
    """
    return ", ".join(f"z{number}, a{number}" for number in range(1, architecture.layer_count + 1))


def _through(architecture: Architecture, number: int) -> str:
    name = architecture.activations[number - 1]
    if find_activation(name).derivative_formula is None:
        return f"    d{number} = {name}_back(d{number}, a{number})"
    return f"    d{number} = d{number} * {name}_derivative(z{number}, a{number})"


def _entering(architecture: Architecture, number: int) -> str:
    if number == 1:
        return "x"
    return f"with_ones(a{number - 1})" if architecture.bias else f"a{number - 1}"


def _listed(letter: str, numbers: range) -> str:
    names = ", ".join(f"{letter}{number}" for number in numbers)
    return names if len(numbers) > 1 else f"({names},)"


def _function(name: str, arguments: str, text: str, lines: list[str]) -> str:
    return "\n".join(["", f"def {name}({arguments}):", f'    """{text}"""', *lines, ""])
