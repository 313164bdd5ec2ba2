"""Write the table and what becomes of a row before and behind the network: derived inputs, scaling, answers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nncore.data.scaler import Scaler
from nncore.experiment.experiment import Experiment
from nncore.python_export.numpy_code import number_code, numpy_code

Array = NDArray[np.float64]


def table_code(name: str, table: Array, column_names: Sequence[str]) -> str:
    """Return a table as an array, one row a line.

    Examples
    --------
    >>> print(table_code("TARGETS", np.array([[0.0], [0.5]]), ["price"]))
    # price
    TARGETS = np.array([
        [0],
        [0.5],
    ], dtype=float)
    """
    rows = "".join(f"    [{', '.join(map(number_code, row))}],\n" for row in table.tolist())
    return f"# {_one_line(column_names)}\n{name} = np.array([\n{rows}], dtype=float)"


def scaling_code(experiment: Experiment) -> str:
    """Return the functions from rows of the table to what the network sees, and from its answers to the table's unit."""
    targets = "TARGET_ROWS" if experiment.target_scaling == "none" else "(TARGET_ROWS - TARGET_OFFSET) / TARGET_SCALE"
    parts = _seen_code(experiment), _answer_code(experiment), f"INPUTS = seen(ROWS)\nTARGETS = {targets}"
    return "\n\n\n".join(part.strip("\n") for part in parts if part)


def _seen_code(experiment: Experiment) -> str:
    dataset, scaled = experiment.dataset, experiment.input_scaling != "none"
    lines = []
    if dataset.derived:
        lines.append("    columns = [*rows.T]")
        names = {name: f"columns[{place}]" for place, name in enumerate(dataset.input_names)}
        for column in dataset.derived:
            code = numpy_code(column.formula.expression, names, typed=True)
            lines.append(f"    columns.append(np.broadcast_to({code}, len(rows)))")
        lines.append("    rows = np.ascontiguousarray(np.stack(columns, axis=1))")
    lines.append("    return (rows - INPUT_OFFSET) / INPUT_SCALE" if scaled else "    return rows")
    numbers = _numbers_of("INPUT", experiment.input_scaler) if scaled else ""
    text = '    """Return rows of the table as the network sees them."""'
    return "\n".join([f"{numbers}", "", "def seen(rows):", text, *lines, ""])


def _answer_code(experiment: Experiment) -> str:
    if experiment.target_scaling == "none":
        return ""
    return f'''{_numbers_of("TARGET", experiment.target_scaler)}

def in_the_table_s_unit(outputs):
    """Return what the network answers in the unit of the targets."""
    return outputs * TARGET_SCALE + TARGET_OFFSET
'''


def _numbers_of(name: str, scaler: Scaler) -> str:
    offset, scale = (", ".join(map(number_code, numbers.tolist())) for numbers in (scaler.offset, scaler.scale))
    return f"{name}_OFFSET = np.array([{offset}], dtype=float)\n{name}_SCALE = np.array([{scale}], dtype=float)\n"


def _one_line(names: Sequence[str]) -> str:
    return ", ".join(name if name.isprintable() else repr(name) for name in names)
