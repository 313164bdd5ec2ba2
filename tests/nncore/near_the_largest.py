"""A run whose inputs lie further apart than the largest float."""

import nncore

NEAR_THE_LARGEST = nncore.Experiment(
    nncore.Dataset([[1.7e308], [1.7e308], [-1.7e308]], [[1.0], [0.0], [1.0]]),
    nncore.Architecture((1, 1), ("linear",)),
    "half_squared_error",
    nncore.SGD(0.1),
    50,
    initializer="zeros",
)
