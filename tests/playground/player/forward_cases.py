"""The table of cases that nncore and the player's own forward pass are both held to.

python -m tests.playground.player.forward_cases    writes it again
"""

import json
from pathlib import Path

import numpy as np
from numpy.random import RandomState

import nncore
from nncore.network.activations import ACTIVATIONS

CASES_FILE = Path(__file__).with_name("forward_cases.json")
# Both sides of every kink and the kink itself, and so far out that e overflows or its last digit is gone.
PRE_ACTIVATIONS = (-800.0, -40.0, -1.5, -1e-9, 0.0, 0.25, 2.0, 40.0, 800.0)
ELEMENTWISE = tuple(name for name, activation in ACTIVATIONS.items() if activation.derivative is not None)


def networks():
    """Return (name, network, inputs) for every case, the same each time."""
    chosen = [
        (f"{name} from pre-activation to activation", _identity(name), [[z] for z in PRE_ACTIVATIONS])
        for name in ELEMENTWISE
    ]
    for seed, name in enumerate(ACTIVATIONS):
        for bias in (True, False):
            output = ("linear", "softmax", "sigmoid")[seed % 3]
            chosen.append(_drawn(f"{name} hidden, {output} output", (2, 3, 2), (name, output), bias, seed))
    chosen.append(_drawn("one layer of two outputs", (3, 2), ("tanh",), True, 20))
    chosen.append(_drawn("three layers", (2, 3, 3, 1), ("tanh", "leaky_relu", "sigmoid"), True, 21))
    chosen.append(_drawn("three layers without biases", (2, 2, 3, 3), ("sin", "elu", "softmax"), False, 22))
    far = nncore.Network.from_layers(weights=[np.diag([1.0, 1.0, 1.0])], biases=None, activations=["softmax"])
    chosen.append(
        ("softmax of pre-activations far apart", far, [[800.0, -800.0, 0.0], [40.0, 40.0, -40.0], [800.0] * 3])
    )
    return chosen


def _identity(activation):
    return nncore.Network.from_layers(weights=[[[1.0]]], biases=[[0.0]], activations=[activation])


def _drawn(name, layer_sizes, activations, bias, seed):
    architecture = nncore.Architecture(layer_sizes, activations, bias=bias)
    random = RandomState(seed)
    network = nncore.Network(architecture, random.uniform(-2, 2, architecture.parameter_count))
    rows = random.uniform(-3, 3, (3, layer_sizes[0])).tolist()
    return f"{name}, {'with' if bias else 'without'} biases", network, rows


def described(name, network, inputs):
    """Return one case as plain JSON, with all that nncore computes for it."""
    trace = network.forward(inputs)
    layers = list(zip(network.architecture.activations, trace.pre_activations, trace.activations, strict=True))
    # Far on the left e⁻ᶻ overflows to the infinity that is meant.
    with np.errstate(over="ignore"):
        derivatives = [
            ACTIVATIONS[name].derivative(z, a).tolist() if name in ELEMENTWISE else None for name, z, a in layers
        ]
    return {
        "name": name,
        "layer_sizes": list(network.architecture.layer_sizes),
        "activations": list(network.architecture.activations),
        "bias": network.architecture.bias,
        "parameters": network.parameters.tolist(),
        "inputs": inputs,
        "pre_activations": [z.tolist() for _, z, _ in layers],
        "layer_activations": [a.tolist() for _, _, a in layers],
        "derivatives": derivatives,
    }


def table_of_cases():
    """Return the whole table as plain JSON; None stands for an infinite end of a range."""
    ranges = {
        name: [end if np.isfinite(end) else None for end in (activation.lowest, activation.highest)]
        for name, activation in ACTIVATIONS.items()
    }
    return {"ranges": ranges, "cases": [described(*case) for case in networks()]}


def _write():
    table = table_of_cases()
    lines = ",\n".join(json.dumps(case, allow_nan=False) for case in table["cases"])
    CASES_FILE.write_text(f'{{"ranges": {json.dumps(table["ranges"])},\n"cases": [\n{lines}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    _write()
