"""For each kind of finding an experiment whose run shows it, and as little else as can be."""

import numpy as np

import nncore
from nncore.diagnosis.museum import HOUSES, XOR

BIPOLAR_XOR = nncore.Dataset([[-1, -1], [-1, 1], [1, -1], [1, 1]], [[-1], [1], [1], [-1]])

THOUSANDS = nncore.Dataset(
    [[-1.0], [-0.5], [0.0], [0.5], [1.0]], [[16_000.0], [18_000.0], [20_000.0], [22_000.0], [24_000.0]]
)


def experiment(dataset, *layers, output="sigmoid", hidden="sigmoid", bias=True, **settings):
    """Return an experiment with the articles' settings for what is not said; `layers` are the hidden ones."""
    sizes = (dataset.all_input_count, *layers, dataset.target_count)
    shape = nncore.Architecture(sizes, (*[hidden] * len(layers), output), bias)
    articles = {"loss": "half_squared_error", "reduction": "sum", "optimizer": nncore.SGD(1.0), "epochs": 2000}
    return nncore.Experiment(dataset, shape, **(articles | settings))


def kinds(*arguments, **settings):
    """Return the kinds of what is found, in their order."""
    return [finding.kind for finding in nncore.diagnose(experiment(*arguments, **settings))]


def clouds(count, shift, seed=0):
    """Return two overlapping clouds, `count` rows around 0 of class 0, and five of class 1 around `shift`."""
    random = np.random.RandomState(seed)
    inputs = np.concatenate([random.standard_normal((count, 2)), random.standard_normal((5, 2)) + shift])
    return nncore.Dataset(inputs, (np.arange(count + 5) >= count).astype(float)[:, None])


def noisy_classes(seed=0):
    """Return 20 training and 40 test rows whose class is one input with noise: a large network learns the noise."""
    random = np.random.RandomState(seed)
    inputs, tests = random.standard_normal((20, 2)), random.standard_normal((40, 2))
    classes, test_classes = (
        (rows[:, :1] + 0.8 * random.standard_normal((len(rows), 1)) > 0).astype(float) for rows in (inputs, tests)
    )
    return nncore.Dataset(inputs, classes, test_inputs=tests, test_targets=test_classes)


SHOWING = {
    "not_separable": lambda: experiment(XOR),
    "needs_bias": lambda: experiment(nncore.Dataset([[1], [2], [3]], [[0], [1], [1]]), bias=False),
    "not_finite": lambda: experiment(XOR, 3, penalty=nncore.L2(3.0)),
    "learning_rate_too_high": lambda: experiment(XOR, 3, optimizer=nncore.SGD(1000.0)),
    "learning_rate_too_low": lambda: experiment(XOR, 3, optimizer=nncore.SGD(1e-4)),
    "saturated": lambda: experiment(XOR, 2, interventions=_set_by_hand([60, -40, -60, 90, 30, 10, 50, 70, -30])),
    "dead_relu": lambda: experiment(XOR, 3, hidden="relu", seed=2),
    "symmetric_start": lambda: experiment(XOR, 3, initializer="zeros"),
    "unscaled_inputs": lambda: experiment(HOUSES, output="linear", optimizer=nncore.SGD(1e-6)),
    "targets_out_of_reach": lambda: experiment(BIPOLAR_XOR, 3),
    "contradictory_rows": lambda: experiment(nncore.Dataset([[0], [0], [1], [1]], [[0], [1], [1], [1]])),
    "one_class_ignored": lambda: experiment(
        clouds(95, 1.5), 4, hidden="tanh", reduction="mean", optimizer=nncore.SGD(0.5), epochs=200
    ),
    "stuck": lambda: experiment(XOR, 2, seed=3, epochs=15_000),
    "overfitting": lambda: experiment(
        noisy_classes(), 12, hidden="tanh", loss="binary_cross_entropy", optimizer=nncore.Adam(0.05), epochs=1000
    ),
    "test_scaled_by_own_range": nncore.articles.hidden_layer,
    "extrapolation": lambda: nncore.articles.hidden_layer("train"),
    "stopped_early": lambda: experiment(XOR, 3, seed=4, epochs=100),
    "vanishing_gradient": lambda: experiment(XOR, 4, 4, 4, 4),
    "penalty_too_strong": lambda: experiment(XOR, 3, hidden="tanh", penalty=nncore.L2(0.5)),
    "unscaled_targets": lambda: experiment(
        THOUSANDS, 4, hidden="tanh", output="linear", reduction="mean", optimizer=nncore.SGD(0.01), epochs=500
    ),
    "clipping_too_tight": lambda: experiment(XOR, 4, clip_norm=1e-3),
}
"""By kind."""

NO_FAILURES = ("contradictory_rows", "overfitting", "test_scaled_by_own_range", "extrapolation")


def _set_by_hand(numbers):
    return tuple(nncore.Intervention(0, "parameter", (place, float(number))) for place, number in enumerate(numbers))
