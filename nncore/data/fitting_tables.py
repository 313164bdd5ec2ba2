"""Check that the tables a network is to learn from fit each other and the network."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.data.tables import as_table
from nncore.errors import TableError
from nncore.network.architecture import Architecture
from nncore.number_text import counted

Array = NDArray[np.float64]


def fitting_tables(
    prefix: str, architecture: Architecture, inputs: ArrayLike | None, targets: ArrayLike | None
) -> tuple[Array, Array]:
    """Return copies of inputs and targets, checked to fit each other and the network.

    Raises
    ------
    TableError
        If one is missing, or a number of rows or columns does not fit.
    """
    if inputs is None or targets is None:
        raise TableError(f"{prefix}inputs and {prefix}targets go together. Got only one of them.")
    # Copies, because a replay long after must see the tables as they were, whatever the caller has done to them since.
    tables = as_table(f"{prefix}inputs", inputs).copy(), as_table(f"{prefix}targets", targets).copy()
    for name, table, columns in zip(
        ("inputs", "targets"), tables, (architecture.input_count, architecture.output_count), strict=True
    ):
        if table.shape[1] != columns:
            raise TableError(
                f"{prefix}{name} has {counted(table.shape[1], 'column')} but the network has "
                f"{counted(columns, 'input' if name == 'inputs' else 'output')}."
            )
    if len(tables[0]) != len(tables[1]):
        raise TableError(
            f"{prefix}targets has {counted(len(tables[1]), 'row')} but {prefix}inputs has {len(tables[0]):,}. "
            "Both need one row per sample."
        )
    return tables
