"""Hold the tables that runs learn from and are tested on, checked against network and plan before anything is trained."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.data.fitting_tables import fitting_tables
from nncore.engine.evaluation import stacked_losses
from nncore.engine.stack import as_features
from nncore.errors import UnwiseWarning
from nncore.limits import check_memory
from nncore.network.architecture import Architecture
from nncore.training.plan import TrainingPlan
from nncore.training.warnings import find_warnings

Array = NDArray[np.float64]

MOST_TEST_OUTPUTS = 10_000_000
"""Outputs that are computed at once for the test losses of records that are taken over, a fraction of a second."""


@dataclass(frozen=True, eq=False)
class TrainingTables:
    """What runs learn from, and what they are tested on.

    Attributes
    ----------
    inputs, targets : ndarray, shape (samples, inputs) and (samples, outputs)
        As the networks see them.
    test : tuple of ndarray, or None
        The test samples with units before samples, as `nncore.engine.stack.as_features` makes them.
    """

    inputs: Array
    targets: Array
    test: tuple[Array, Array] | None

    @classmethod
    def checked(
        cls,
        architecture: Architecture,
        plan: TrainingPlan,
        inputs: ArrayLike,
        targets: ArrayLike,
        test_inputs: ArrayLike | None,
        test_targets: ArrayLike | None,
        *,
        warn: bool,
    ) -> TrainingTables:
        """Return copies of the tables, checked; `warn` says what is unwise about the plan.

        Raises
        ------
        TableError, SettingError, LimitError
            If a table does not fit the network or the plan, or would take too much memory.
        """
        inputs, targets = fitting_tables("", architecture, inputs, targets)
        plan.check(architecture, targets)
        test = None
        if test_inputs is not None or test_targets is not None:
            tested = fitting_tables("test_", architecture, test_inputs, test_targets)
            plan.check(architecture, tested[1])
            test = as_features(tested[0], architecture.bias), np.ascontiguousarray(tested[1].T)
        check_memory("samples", len(inputs), 4 * sum(architecture.layer_sizes))
        for warning in find_warnings(architecture, targets, plan) if warn else ():
            # Told of the line that calls the trainer: four frames up from here.
            warnings.warn(warning, UnwiseWarning, stacklevel=4)
        return cls(inputs, targets, test)

    def learn_like(self, other: TrainingTables) -> bool:
        """Whether both have the same numbers to learn from."""
        return np.array_equal(self.inputs, other.inputs) and np.array_equal(self.targets, other.targets)

    def are_tested_like(self, other: TrainingTables) -> bool:
        """Whether both have the same test samples, or none."""
        tests, others = self.test or (), other.test or ()
        return len(tests) == len(others) and all(map(np.array_equal, tests, others))

    def test_losses(self, architecture: Architecture, plan: TrainingPlan, parameters: Array) -> Array:
        """Return the losses over the test samples of networks with parameters of shape (k, parameter_count): shape (k,)."""
        assert self.test is not None
        return stacked_losses(architecture, parameters, *self.test, plan.loss, plan.reduction)

    def afford_test_losses(self, records: int) -> bool:
        """Whether the test losses of so many records can be had at once."""
        return self.test is None or records * self.test[1].size <= MOST_TEST_OUTPUTS
