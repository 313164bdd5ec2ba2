"""The trained weights in a saved file: written for other programs to read, and held against those that its run reaches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from nncore.errors import NeuralNetworkError
from nncore.experiment.fingerprint import AGREEMENT
from nncore.network.architecture import Architecture
from nncore.network.network import Network


@dataclass(frozen=True, eq=False)
class TrainedWeights:
    """What a file says that its run has come to.

    Attributes
    ----------
    network : Network or None
        None if what is written there is not a network, or another one than the run's.
    epoch : int or None
        After which epoch; None is the end of the run.
    """

    network: Network | None
    epoch: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return them as a plain dict, layer by layer."""
        assert self.network is not None
        return {
            "epoch": self.epoch,
            "weights": [layer.tolist() for layer in self.network.weights],
            "biases": [None if layer is None else layer.tolist() for layer in self.network.biases],
        }

    @classmethod
    def from_record(cls, record: object, architecture: Architecture) -> TrainedWeights:
        """Return what stands in a file, whatever it is.

        Examples
        --------
        >>> architecture = Architecture((1, 1), ("linear",), bias=False)
        >>> TrainedWeights.from_record({"weights": [[[2.0]]], "biases": [None]}, architecture).network.parameters.tolist()
        [2.0]
        >>> TrainedWeights.from_record({"weights": [[["two"]]], "biases": [None]}, architecture).network is None
        True
        """
        if not isinstance(record, Mapping):
            return cls(None)
        epoch = record.get("epoch")
        try:
            network = Network.from_layers(
                weights=record.get("weights", ()), biases=record.get("biases"), activations=architecture.activations
            )
        except NeuralNetworkError:
            return cls(None)
        if network.architecture != architecture or not (epoch is None or type(epoch) is int):
            return cls(None)
        return cls(network, epoch)

    def are(self, parameters: ArrayLike) -> bool:
        """Whether they are the weights and biases of a flat vector, as far as computers agree."""
        return self.network is not None and np.allclose(
            self.network.parameters, parameters, rtol=AGREEMENT, atol=AGREEMENT
        )
