"""Hold what a finished training leaves behind."""

from __future__ import annotations

from dataclasses import dataclass

from nncore.network.network import Network
from nncore.training.history import History
from nncore.training.stop_rules import StopReason


@dataclass(frozen=True, eq=False)
class Run:
    """A finished training run.

    Attributes
    ----------
    network : Network
        As it was after the last epoch.
    history : History
        Its recorded epochs.
    stop_reason : StopReason
        Why it ended.
    """

    network: Network
    history: History
    stop_reason: StopReason
