"""Hold many networks of one shape, each trained from a seed of its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.data.tables import as_table
from nncore.engine.evaluation import stacked_outputs
from nncore.errors import SettingError, TableError
from nncore.limits import check_memory
from nncore.network.architecture import Architecture
from nncore.network.network import Network
from nncore.training.history import History
from nncore.training.run import Run
from nncore.training.stop_rules import StopReason

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Population:
    """Many trained networks of one shape.

    Attributes
    ----------
    architecture : Architecture
        Of all of them.
    seeds : tuple of int
        One a run.
    parameters : ndarray, shape (runs, parameter_count)
        After each run's last epoch.
    loss : ndarray, shape (runs,)
        Of the whole training table then.
    epochs : ndarray of int, shape (runs,)
        Each run's last epoch.
    stop_reasons : tuple of StopReason
        Why each run ended.
    histories : tuple of History
        One a run if they were asked for, else none.
    """

    architecture: Architecture
    seeds: tuple[int, ...]
    parameters: Array
    loss: Array
    epochs: NDArray[np.int64]
    stop_reasons: tuple[StopReason, ...]
    histories: tuple[History, ...] = ()

    @cached_property
    def runs(self) -> int:
        """How many there are."""
        return len(self.seeds)

    @cached_property
    def stop_kinds(self) -> tuple[str, ...]:
        """Why each run ended, in a word; see `nncore.training.stop_rules.StopReason`."""
        return tuple(reason.kind for reason in self.stop_reasons)

    def predict(self, inputs: ArrayLike) -> Array:
        """Return what each network answers to each sample, shape (runs, samples, outputs).

        Raises
        ------
        TableError
            If the table does not fit the networks.
        LimitError
            If the answers would take more memory than this package may.
        """
        table = as_table("inputs", inputs)
        if table.shape[1] != self.architecture.input_count:
            raise TableError(
                f"inputs has {table.shape[1]} columns but the networks have {self.architecture.input_count} inputs."
            )
        check_memory("runs", self.runs, 3 * len(table) * sum(self.architecture.layer_sizes))
        return stacked_outputs(self.architecture, self.parameters, table)

    def network(self, run: int) -> Network:
        """Return one of the networks."""
        return Network(self.architecture, self.parameters[run])

    def run(self, run: int) -> Run:
        """Return one of the runs with its history.

        Raises
        ------
        SettingError
            If no histories were kept.
        """
        if not self.histories:
            raise SettingError("The population has kept no histories. Train it with keep_history=True.")
        return Run(self.network(run), self.histories[run], self.stop_reasons[run])
