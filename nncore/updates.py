"""Make an update of a gradient: first the penalty's share, then the clipping, then the optimizer's step."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray

from nncore.clipping import clip
from nncore.penalties import Penalty
from nncore.stack import Step
from nncore.steppers import Stepper

Array = NDArray[np.float64]


def update_steps(
    stepper: Stepper,
    parameters: Array,
    gradient: Array,
    *,
    penalty: Penalty | None,
    mask: Array,
    clip_norm: float | None,
) -> list[Step]:
    """Return what changes `parameters` by `gradient`, both of shape (runs, parameter_count), in place."""
    steps: list[Step] = []
    if penalty is not None:
        steps.append(partial(_add_penalty, gradient, penalty, parameters, mask))
    if clip_norm is not None:
        steps.append(partial(clip, gradient, clip_norm))
    steps.append(partial(stepper.step, parameters, gradient))
    return steps


def _add_penalty(gradient: Array, penalty: Penalty, parameters: Array, mask: Array) -> None:
    np.add(gradient, penalty.gradient(parameters, mask), gradient)
