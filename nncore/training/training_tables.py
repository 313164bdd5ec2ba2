"""Hold the tables that runs learn from and those held out, checked against network and plan before anything is trained."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

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

MOST_OUTPUTS = 10_000_000
"""Outputs that are computed at once for the held-out losses of records that are taken over, a fraction of a second."""


Given = Mapping[str, tuple[ArrayLike | None, ArrayLike | None]]
"""Inputs and targets of samples that are held out, by what they are for: "test" and "validation"; None where there are none."""

NOTHING_HELD_OUT: Given = MappingProxyType({})


@dataclass(frozen=True, eq=False)
class TrainingTables:
    """What runs learn from, and what is held out: what they are tested on, and what a stop rule watches.

    Attributes
    ----------
    inputs, targets : ndarray, shape (samples, inputs) and (samples, outputs)
        As the networks see them.
    held_out : mapping of str to tuple of ndarray
        By "test" and "validation", as far as there are any: samples with units before samples, as
        `nncore.engine.stack.as_features` makes them.
    """

    inputs: Array
    targets: Array
    held_out: Mapping[str, tuple[Array, Array]]

    @classmethod
    def checked(
        cls,
        architecture: Architecture,
        plan: TrainingPlan,
        inputs: ArrayLike,
        targets: ArrayLike,
        held_out: Given,
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
        kept = {}
        for name, given in held_out.items():
            if any(table is not None for table in given):
                asked = fitting_tables(f"{name}_", architecture, *given)
                plan.check(architecture, asked[1])
                kept[name] = as_features(asked[0], architecture.bias), np.ascontiguousarray(asked[1].T)
        plan.check_validation("validation" in kept)
        check_memory("samples", len(inputs), 4 * sum(architecture.layer_sizes))
        for warning in find_warnings(architecture, targets, plan) if warn else ():
            # Told of the line that calls the trainer: four frames up from here.
            warnings.warn(warning, UnwiseWarning, stacklevel=4)
        return cls(inputs, targets, kept)

    def learn_like(self, other: TrainingTables) -> bool:
        """Whether both have the same numbers to learn from."""
        return np.array_equal(self.inputs, other.inputs) and np.array_equal(self.targets, other.targets)

    def held_out_otherwise(self, other: TrainingTables) -> tuple[str, ...]:
        """Return which samples held out here are others there."""
        return tuple(
            name for name, samples in self.held_out.items() if not _are_equal(samples, other.held_out.get(name))
        )

    def held_out_losses(self, name: str, architecture: Architecture, plan: TrainingPlan, parameters: Array) -> Array:
        """Return the losses over held-out samples of networks with parameters of shape (k, parameter_count): shape (k,)."""
        return stacked_losses(architecture, parameters, *self.held_out[name], plan.loss, plan.reduction)

    def afford_losses(self, names: tuple[str, ...], records: int) -> bool:
        """Whether the losses over held-out samples of so many records can be had at once."""
        return records * sum(self.held_out[name][1].size for name in names) <= MOST_OUTPUTS


def _are_equal(samples: tuple[Array, Array], others: tuple[Array, Array] | None) -> bool:
    return others is not None and all(np.array_equal(one, other) for one, other in zip(samples, others, strict=True))
