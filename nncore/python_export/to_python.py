"""Write a trained network as one Python file that needs NumPy alone, and that can train it again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nncore.errors import require_instance
from nncore.experiment.experiment import Experiment
from nncore.losses.losses import find_loss
from nncore.network.architecture import Architecture
from nncore.network.network import Network
from nncore.python_export.answer_code import answer_code
from nncore.python_export.columns_code import Columns, columns_code, typed_row
from nncore.python_export.console_code import CONSOLE
from nncore.python_export.network_code import (
    activation_code,
    backward_code,
    forward_code,
    kept_names,
    layers_code,
    loss_code,
)
from nncore.python_export.numpy_code import number_code
from nncore.python_export.rows_code import scaling_code, table_code
from nncore.python_export.training_code import CLIPPED, Schedule, start_code, step_code, train_code
from nncore.training.history import History

HEAD = '''"""A neural network, trained on the table below. It needs Python and NumPy, nothing else.

    {a_row}answers a row
    python THIS_FILE < rows.csv     answers the rows that are piped in, with or without a head
    python THIS_FILE                asks for rows
    python THIS_FILE --train        trains again, and compares with what was recorded
    python THIS_FILE --help         says this

Commas, semicolons, tabs or spaces stand between the cells of a row; with semicolons, tabs or quotation marks 1,5 is read as 1.5.
"""

import csv
import sys

import numpy as np
'''


def to_python(
    experiment: Experiment,
    *,
    history: History | None = None,
    epoch: int | None = None,
    threshold: float | None = None,
    columns: Columns | None = None,
) -> str:
    """Return the text of a Python file that answers as the trained network does, and trains it again.

    The file has the table, the scaler, the weights, and, in the shape of the two articles, `train`, `think`, `forward` and
    `backward`. Where classes have names it answers with the name of one, and the outputs behind it. Run with ``--train`` it
    trains again in the engine's own order of operations, so that on the same machine and NumPy the weights are the same to
    the last bit, and compares.

    Parameters
    ----------
    experiment : Experiment
    history : History, optional
        Of a run of this experiment; without it, the run is made.
    epoch : int, optional
        The network of this epoch; left out, that of the end of the run.
    threshold : float, optional
        Above it an output calls the higher of two classes that have names; left out, their middle.
    columns : mapping, optional
        What a row is typed as, in the order of the inputs: the names of columns, each with its words and the numbers that
        they stand for in its inputs, none for a column of numbers. Left out, a row is typed as its inputs.

    Returns
    -------
    str

    Raises
    ------
    EpochError
        If the run does not have this epoch.

    Examples
    --------
    >>> from nncore import articles
    >>> script = to_python(articles.single_neuron())
    >>> [line for line in script.splitlines() if line.startswith("def ")][-16:-10]
    ['def starting_parameters():', 'def step(parameters, gradient, memory, t, learning_rate):', 'def train():', \
'def think(rows):', 'def loss_of(parameters):', 'def answer_text(outputs):']
    """
    require_instance("experiment", experiment, Experiment)
    if history is None:
        history = experiment.trainer(warn=False).finish().history
    epoch = history.last_epoch if epoch is None else epoch
    network = history.network_at(epoch)
    architecture = experiment.architecture
    schedule = Schedule(experiment, epoch)
    parts = [
        HEAD.format(a_row=f"python THIS_FILE {typed_row(experiment.dataset, columns)} ".ljust(32)),
        columns_code(experiment.dataset, columns),
        _data_code(experiment, network, epoch),
        scaling_code(experiment),
        *(activation_code(name) for name in dict.fromkeys(architecture.activations)),
        layers_code(architecture),
        forward_code(architecture),
        loss_code(experiment.loss, architecture.output_count, experiment.reduction),
        backward_code(architecture, experiment.loss, experiment.reduction),
        start_code(experiment),
        *(step_code(optimizer, name) for optimizer, name in schedule.optimizers.items()),
        *([CLIPPED] if experiment.clip_norm is not None else []),
        train_code(experiment, epoch, kept_names(architecture)),
        _think_code(experiment),
        answer_code(experiment.dataset, threshold),
        CONSOLE,
    ]
    return "\n\n\n".join(part.strip("\n") for part in parts if part) + "\n"


def _data_code(experiment: Experiment, network: Network, epoch: int) -> str:
    dataset, architecture = experiment.dataset, experiment.architecture
    loss = float(experiment.losses_at(network.parameters[None])[0])
    lines = [
        table_code("ROWS", dataset.inputs, dataset.input_names),
        table_code("TARGET_ROWS", dataset.targets, dataset.target_names),
        "",
        f"SIZES = {architecture.layer_sizes!r}",
        f"EPOCHS = {epoch}",
        f"RECORDED_LOSS = {number_code(loss)}",
    ]
    if experiment.clip_norm is not None:
        lines.append(f"CLIP_NORM = {number_code(experiment.clip_norm)}")
    lines += ["", f"# The trained weights{', biases' if architecture.bias else ''}: layer after layer, row by row."]
    lines.append(f"PARAMETERS = np.array({_listed(network.parameters, architecture)}, dtype=float)")
    if architecture.bias and Schedule(experiment, epoch).is_penalized:
        lines.append(f"IS_WEIGHT = np.array({_is_weight(architecture)}, dtype=float)")
    return "\n".join([*lines, ""])


def _listed(parameters: NDArray[np.float64], architecture: Architecture) -> str:
    rows = []
    for slices, (fan_in, fan_out) in zip(architecture.layer_slices, architecture.weight_shapes, strict=True):
        matrix = parameters[slices.whole].reshape(fan_in + architecture.bias, fan_out)
        rows += [f"    {', '.join(map(number_code, row))}," for row in matrix.tolist()]
    return "[\n" + "\n".join(rows) + "\n]"


def _is_weight(architecture: Architecture) -> str:
    parts = [f"[1] * {fan_in * fan_out} + [0] * {fan_out}" for fan_in, fan_out in architecture.weight_shapes]
    return " + ".join(parts)


def _think_code(experiment: Experiment) -> str:
    outputs = f"a{experiment.architecture.layer_count}"
    kept = kept_names(experiment.architecture)
    entering = "with_ones(seen(rows).T)" if experiment.architecture.bias else "np.ascontiguousarray(seen(rows).T)"
    unscaled = "in_the_table_s_unit({})" if experiment.target_scaling != "none" else "{}"
    of_outputs = find_loss(experiment.loss).output_activation is None
    scores = outputs if of_outputs else f"z{experiment.architecture.layer_count}"
    return f'''
def think(rows):
    """Return what the trained network answers to rows of the table's inputs, one row each."""
    rows = np.array(rows, dtype=float)
    {kept} = forward(PARAMETERS, {entering})
    return {unscaled.format(f"{outputs}.T")}


def loss_of(parameters):
    """Return the loss over the whole table."""
    {kept} = forward(parameters, {entering.replace("seen(rows)", "INPUTS")})
    return float(loss({scores}, np.ascontiguousarray(TARGETS.T)))
'''
