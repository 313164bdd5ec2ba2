"""Experiments whose tables are checked: few rows, and only what a test is about differs from them."""

import nncore


def experiment(inputs, targets, *, hidden=(), activations=None, bias=True, loss="half_squared_error", **others):
    """Return an experiment for a table; sigmoids unless other activations are given."""
    dataset = {
        name: others.pop(name)
        for name in ("test_inputs", "test_targets", "input_names", "class_names")
        if name in others
    }
    table = nncore.Dataset(inputs, targets, **dataset)
    sizes = (table.input_count, *hidden, table.target_count)
    shape = nncore.Architecture(sizes, activations or ("sigmoid",) * (len(sizes) - 1), bias)
    settings = {"reduction": "sum", "optimizer": nncore.SGD(1.0), "epochs": 5} | others
    return nncore.Experiment(table, shape, loss=loss, **settings)


def findings(*table, **settings):
    """Return what is found, by kind; a kind is found once."""
    found = nncore.check_table(experiment(*table, **settings))
    by_kind = {finding.kind: finding for finding in found}
    assert len(by_kind) == len(found)
    return by_kind


HALF_AND_HALF = [[0.0], [1.0], [0.0], [1.0]]
"""Targets of four rows that nothing is wrong with."""

FAULTY = {
    "targets_out_of_reach": lambda: experiment([[0], [1], [0.5], [0.2]], [[-1], [1], [-1], [1]]),
    "numbered_classes": lambda: experiment(
        [[0], [1], [0.5], [0.2], [0.7], [0.8]], [[0], [1], [2], [0], [1], [2]], activations=("softplus",)
    ),
    "needs_bias": lambda: experiment([[0, 0], [1, 0.5], [0.5, 1], [1, 1]], HALF_AND_HALF, bias=False),
    "opposite_rows": lambda: experiment([[1, 0.5], [0.5, 1], [-1, -0.5], [0.3, 0.9]], HALF_AND_HALF, bias=False),
    "rows_on_a_ray": lambda: experiment(
        [[1, 0.5], [2, 1], [0.2, 1], [-0.3, 0.9]],
        HALF_AND_HALF,
        hidden=(3,),
        activations=("relu", "sigmoid"),
        bias=False,
    ),
    "zero_rows": lambda: experiment([[0, 0], [1, 0.5], [0.5, 1], [1, 1]], HALF_AND_HALF, bias=False, hidden=(2,)),
    "unscaled_inputs": lambda: experiment([[2104, 3], [1600, 3], [2400, 3.5], [1416, 2]], HALF_AND_HALF),
    "duplicate_columns": lambda: experiment([[1, 1], [2, 2], [3, 3], [5, 5]], HALF_AND_HALF),
    "constant_columns": lambda: experiment([[1, 0], [2, 0], [3, 0], [5, 0]], HALF_AND_HALF),
    "duplicate_rows": lambda: experiment([[1], [2], [1], [5]], HALF_AND_HALF),
    "input_equals_target": lambda: experiment([[0, 1], [1, 5], [0, 2], [1, 3]], HALF_AND_HALF),
    "test_rows_in_training": lambda: experiment(
        [[1], [2], [3], [5]], HALF_AND_HALF, test_inputs=[[2], [4]], test_targets=[[1], [0]]
    ),
    "test_scaled_by_own_range": lambda: experiment(
        [[1], [2], [3], [5]],
        HALF_AND_HALF,
        test_inputs=[[1.5], [4]],
        test_targets=[[1], [0]],
        input_scaling="min_max",
        test_scaling="own",
    ),
}
"""For each kind that offers a mend, an experiment with that fault and no other."""
