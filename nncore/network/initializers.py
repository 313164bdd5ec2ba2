"""Draw the weights a network starts from: layer by layer from one stream of random numbers, biases 0."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import sqrt

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

from nncore.errors import require_known, require_whole_number
from nncore.network.architecture import Architecture

Array = NDArray[np.float64]

LARGEST_SEED = 2**32 - 1


def _uniform(stream: RandomState, fan_in: int, fan_out: int) -> Array:
    return 2.0 * stream.random_sample((fan_in, fan_out)) - 1.0


def _glorot_uniform(stream: RandomState, fan_in: int, fan_out: int) -> Array:
    return _uniform(stream, fan_in, fan_out) * sqrt(6.0 / (fan_in + fan_out))


def _he_normal(stream: RandomState, fan_in: int, fan_out: int) -> Array:
    return stream.standard_normal((fan_in, fan_out)) * sqrt(2.0 / fan_in)


def _zeros(stream: RandomState, fan_in: int, fan_out: int) -> Array:
    return np.zeros((fan_in, fan_out))


INITIALIZERS: dict[str, Callable[[RandomState, int, int], Array]] = {
    "uniform": _uniform,
    "glorot_uniform": _glorot_uniform,
    "he_normal": _he_normal,
    "zeros": _zeros,
}


def initial_parameters(architecture: Architecture, initializer: str, seeds: Iterable[int]) -> Array:
    """Return the starting parameters of one network for each seed.

    Parameters
    ----------
    architecture : Architecture
        The shape all of them share.
    initializer : {"uniform", "glorot_uniform", "he_normal", "zeros"}
        With u uniform in [0, 1) and n standard normal: 2·u − 1; (2·u − 1)·√(6 / (fan_in + fan_out)); n·√(2 / fan_in); 0.
    seeds : iterable of int
        Each from 0 to 2³² − 1.

    Returns
    -------
    ndarray, shape (seeds, parameter_count)
        One flat vector a row.

    Raises
    ------
    UnknownNameError
        If the initializer is not known.
    SettingError
        If a seed is not a whole number from 0 to 2³² − 1.

    Notes
    -----
    Sources: X. Glorot and Y. Bengio, *Understanding the difficulty of training deep feedforward neural networks*, 2010,
    eq. 16; K. He et al., *Delving Deep into Rectifiers*, 2015, eq. 10.

    Examples
    --------
    >>> initial_parameters(Architecture((3, 1), ("sigmoid",), bias=False), "uniform", [1]).round(8).tolist()
    [[-0.16595599, 0.44064899, -0.99977125]]
    """
    draw = INITIALIZERS[require_known("initializer", initializer, INITIALIZERS)]
    checked = [require_whole_number("seed", seed, at_least=0, at_most=LARGEST_SEED) for seed in seeds]
    parameters = np.zeros((len(checked), architecture.parameter_count))
    # RandomState, not default_rng: its stream never changes, so an old link still draws the same weights. One is built
    # and seeded anew for each network, because building one takes fifty times as long.
    stream = RandomState(0)
    windows = list(zip(architecture.weights_of(parameters), architecture.weight_shapes, strict=True))
    for run, seed in enumerate(checked):
        stream.seed(seed)
        for weights, (fan_in, fan_out) in windows:
            weights[run] = draw(stream, fan_in, fan_out)
    return parameters
