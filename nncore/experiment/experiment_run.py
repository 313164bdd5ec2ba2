"""Hold a finished run together with what it was a run of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.network.network import Network
from nncore.training.history import History
from nncore.training.stop_rules import StopReason

if TYPE_CHECKING:
    from nncore.experiment.experiment import Experiment

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class ExperimentRun:
    """A finished run and what it was a run of.

    Attributes
    ----------
    experiment : Experiment
        With the seed the run had.
    network : Network
        After the last epoch.
    history : History
        The recorded epochs.
    stop_reason : StopReason
        Why it ended.
    """

    experiment: Experiment
    network: Network
    history: History
    stop_reason: StopReason

    def predict(self, rows: ArrayLike) -> Array:
        """Return what the trained network answers to rows in the table's own units, shape (rows, outputs)."""
        return self.experiment.predict(self.network, rows)
