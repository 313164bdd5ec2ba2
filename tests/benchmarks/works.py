"""The works that are timed: what is learnt, by which network, how."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

import nncore

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Work:
    """One table, one network, one way to train it.

    `epochs` is how many one timed round has: enough that starting up does not count, few enough for many rounds.
    """

    name: str
    architecture: nncore.Architecture
    inputs: Array
    targets: Array
    loss: str
    reduction: str
    learning_rate: float
    epochs: int
    batch_size: int | None = None
    initializer: str = "glorot_uniform"

    def network(self) -> nncore.Network:
        """Return where everyone starts."""
        return nncore.Network.initialize(self.architecture, initializer=self.initializer, seed=1)

    def settings(self, epochs: int) -> dict[str, object]:
        """Return what `nncore.train` and `nncore.train_population` are told."""
        return {
            "loss": self.loss,
            "reduction": self.reduction,
            "optimizer": nncore.SGD(learning_rate=self.learning_rate),
            "batch_size": self.batch_size,
            "epochs": epochs,
        }

    def batches(self) -> list[tuple[Array, Array]]:
        """Return the rows of each update, in their order."""
        size = self.batch_size or len(self.inputs)
        starts = range(0, len(self.inputs), size)
        return [(self.inputs[start : start + size], self.targets[start : start + size]) for start in starts]


def _article(name: str, layer_sizes: tuple[int, ...], rows: list[list[int]], targets: list[int]) -> Work:
    return Work(
        name=name,
        architecture=nncore.Architecture(layer_sizes, ("sigmoid",) * (len(layer_sizes) - 1), bias=False),
        inputs=np.array(rows, dtype=float),
        targets=np.array(targets, dtype=float)[:, None],
        loss="half_squared_error",
        reduction="sum",
        learning_rate=1.0,
        epochs=2_000,
        initializer="uniform",
    )


def single_neuron() -> Work:
    """The first article's."""
    rows = [[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]]
    return _article("4×3→1 sigmoid", (3, 1), rows, [0, 1, 1, 0])


def hidden_layer() -> Work:
    """The second article's, its table scaled to 0..1."""
    rows = [[0, 1, 0], [0, 1, 1], [0, 0, 0], [1, 0, 0], [1, 1, 1], [1, 0, 1]]
    return _article("6×3→3→1 sigmoid", (3, 3, 1), rows, [0, 0, 0, 1, 1, 1])


def tanh_batches() -> Work:
    """Two crossing stripes, as the well-known playgrounds train them: many small updates."""
    inputs = RandomState(0).uniform(-1, 1, (250, 2))
    return Work(
        name="250×2→4→2→1 tanh, batch 10",
        architecture=nncore.Architecture((2, 4, 2, 1), ("tanh", "tanh", "tanh")),
        inputs=inputs,
        targets=np.sign(inputs[:, :1] * inputs[:, 1:]),
        loss="half_squared_error",
        reduction="mean",
        learning_rate=0.03,
        epochs=60,
        batch_size=10,
    )


def thousand_rows() -> Work:
    """The largest table the page accepts, all rows at once."""
    inputs = RandomState(0).uniform(-1, 1, (1_000, 2))
    return Work(
        name="1,000×2→8→8→1 tanh",
        architecture=nncore.Architecture((2, 8, 8, 1), ("tanh", "tanh", "sigmoid")),
        inputs=inputs,
        targets=(np.hypot(inputs[:, :1], inputs[:, 1:]) < 0.7).astype(float),
        loss="binary_cross_entropy",
        reduction="mean",
        learning_rate=0.1,
        epochs=200,
    )


def relu_batches() -> Work:
    """Far more than the page is for: here the arithmetic counts, not the calls."""
    return _large("relu", epochs=3)


def large_tanh_batches() -> Work:
    """The same with tanh, of which each costs as much as forty products."""
    return _large("tanh", epochs=3)


def two_relu_epochs() -> Work:
    """So few epochs that starting up counts."""
    return _large("relu", epochs=2)


def two_tanh_epochs() -> Work:
    """The same with tanh."""
    return _large("tanh", epochs=2)


def _large(activation: str, epochs: int) -> Work:
    stream = RandomState(0)
    inputs = stream.standard_normal((10_000, 20))
    return Work(
        name=f"10,000×20→64→64→1 {activation}, batch 128, {epochs} epochs",
        architecture=nncore.Architecture((20, 64, 64, 1), (activation, activation, "sigmoid")),
        inputs=inputs,
        targets=(inputs @ stream.standard_normal((20, 1)) > 0).astype(float),
        loss="binary_cross_entropy",
        reduction="mean",
        learning_rate=0.1,
        epochs=epochs,
        batch_size=128,
    )
