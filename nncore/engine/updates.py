"""Make an update of a gradient: the penalty's share, what is frozen taken out, the clipping, the optimizer's step."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from nncore.engine.clipping import clip
from nncore.engine.products import Step
from nncore.training.optimizers import Stepper
from nncore.training.penalties import Penalty

Array = NDArray[np.float64]


def update_steps(
    stepper: Stepper,
    parameters: Array,
    gradient: Array,
    *,
    penalty: Penalty | None,
    mask: Array,
    clip_norm: float | None,
    frozen: Sequence[int] = (),
) -> list[Step]:
    """Return what changes `parameters` by `gradient`, both of shape (runs, parameter_count), in place.

    The columns in `frozen` stay as they are when this is called: their gradient counts as 0, and so for the clipping too.
    """
    steps: list[Step] = []
    if penalty is not None:
        steps.append(partial(_add_penalty, gradient, penalty, parameters, mask))
    columns = list(frozen)
    if columns:
        steps.append(partial(_fill_columns, gradient, columns, np.zeros((len(gradient), len(columns)))))
    if clip_norm is not None:
        steps.append(partial(clip, gradient, clip_norm))
    steps += stepper.bound(parameters, gradient)
    if columns:
        # A gradient of 0 is not enough: an optimizer with momentum moves on.
        steps.append(partial(_fill_columns, parameters, columns, parameters[:, columns]))
    return steps


def _add_penalty(gradient: Array, penalty: Penalty, parameters: Array, mask: Array) -> None:
    np.add(gradient, penalty.gradient(parameters, mask), gradient)


def _fill_columns(array: Array, columns: list[int], values: Array) -> None:
    array[:, columns] = values
