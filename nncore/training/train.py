"""Train one network all at once."""

from __future__ import annotations

from typing import Any

from numpy.typing import ArrayLike

from nncore.network.network import Network
from nncore.training.run import Run
from nncore.training.trainer import Trainer


def train(network: Network, inputs: ArrayLike, targets: ArrayLike, **settings: Any) -> Run:
    """Train a network to the end and return the run; `network` itself stays as it was.

    Parameters
    ----------
    network, inputs, targets, **settings
        As for `Trainer`: `loss`, `optimizer` and `epochs` are required.

    Returns
    -------
    Run

    Raises
    ------
    TableError, SettingError, UnknownNameError, LimitError
        As for `Trainer`.

    Examples
    --------
    output = 2 · 3 = 6, error = 6 − 5 = 1, gradient = 1 · 3 = 3, weight = 2 − 0.1 · 3 = 1.7

    >>> from nncore.training.optimizers import SGD
    >>> network = Network.from_layers(weights=[[[2.0]]], biases=None, activations=["linear"])
    >>> run = train(network, [[3.0]], [[5.0]], loss="half_squared_error", optimizer=SGD(learning_rate=0.1), epochs=1)
    >>> run.network.parameters.round(12).tolist(), run.history.loss.round(12).tolist()
    ([1.7], [0.5, 0.005])
    """
    return Trainer(network, inputs, targets, **settings).finish()
