"""Say why a run's numbers have grown beyond all bounds: the inputs, the targets or the learning rate; and what helps.

Gradient descent on a linear layer with a squared loss multiplies the error along each direction of the inputs by
1 − η λ in every update, λ being an eigenvalue of the curvature, which is Xᵀ X with a column of ones for the bias. It
stays bounded exactly if η < 2 / λ for the largest of them. Inputs that are measured in thousands make λ a million times
larger than the same inputs scaled: then it is they, and not the learning rate, that have to be mended.
Source: Y. LeCun, L. Bottou, G. B. Orr, K.-R. Müller, "Efficient BackProp", 1998, sections 5.2 and 4.3.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nncore.data.scaling import StandardScaler
from nncore.losses.losses import find_loss
from nncore.network.activations import find_activation
from nncore.network.architecture import Architecture
from nncore.training.optimizers import SGD, Optimizer
from nncore.training.plan import TrainingPlan

Array = NDArray[np.float64]

FAR_FROM_SCALED = 10.0
"""By so much more the inputs curve the loss than scaled ones, or so far targets lie from 0, before they are the cause."""


@dataclass(frozen=True)
class DivergenceCause:
    """Why the numbers of a run have stopped being finite.

    Attributes
    ----------
    kind : {"inputs", "targets", "learning_rate"}
        What is to be mended first.
    sentence : str
        The cause and one thing that helps, for a person.
    stable_rate : float or None
        Learning rates below it are stable once inputs and targets are mended, as far as that is known.
    """

    kind: Literal["inputs", "targets", "learning_rate"]
    sentence: str
    stable_rate: float | None


def divergence_cause(
    architecture: Architecture, plan: TrainingPlan, inputs: Array, targets: Array, optimizer: Optimizer
) -> DivergenceCause:
    """Return why a run of this plan diverges, as far as its table and its learning rate tell.

    Parameters
    ----------
    architecture : Architecture
    plan : TrainingPlan
    inputs, targets : ndarray, shape (samples, inputs) and (samples, outputs)
        As the network sees them.
    optimizer : Optimizer
        Which made the update that led there.

    Examples
    --------
    >>> plan = TrainingPlan("half_squared_error", SGD(1e-6), 10, reduction="sum")
    >>> houses = np.array([[2104.0, 3.0], [1600.0, 3.0], [2400.0, 3.0], [1416.0, 2.0], [3000.0, 4.0]])
    >>> print(divergence_cause(Architecture((2, 1), ("linear",)), plan, houses, houses[:, :1], plan.optimizer).sentence)
    The inputs are too large for this network: they reach 3,000. Scale the inputs to mean 0 and deviation 1.
    """
    mended, mends = list[Literal["inputs", "targets"]](), []
    scaled = inputs
    if _inputs_reach_the_loss(architecture) and _curvature(inputs, architecture) > FAR_FROM_SCALED * _curvature(
        scaled := _standardised(inputs), architecture, at_least=len(inputs)
    ):
        mended.append("inputs")
    else:
        scaled = inputs
    if len(architecture.activations) > 1 and np.abs(targets).max() > FAR_FROM_SCALED:
        mended.append("targets")
    rate, bound = optimizer.learning_rate, stable_rate(architecture, plan, scaled, optimizer)
    if not mended:
        help_ = f"Below {_rounded_down(bound)} it is stable." if bound and rate >= bound else "Try a tenth of it."
        return DivergenceCause("learning_rate", f"A learning rate of {rate:g} is probably too large. {help_}", bound)
    mends = [f"scale the {' and the '.join(mended)} to mean 0 and deviation 1"]
    if bound and rate >= bound:
        mends.append(f"take a learning rate below {_rounded_down(bound)}")
    values = inputs if mended[0] == "inputs" else targets
    cause = f"The {mended[0]} are too large for this network: they reach {np.abs(values).max():,.6g}."
    mend = ", and ".join(mends)
    return DivergenceCause(mended[0], f"{cause} {mend[0].upper()}{mend[1:]}.", bound)


def stable_rate(architecture: Architecture, plan: TrainingPlan, inputs: Array, optimizer: Optimizer) -> float | None:
    """Return the learning rate below which gradient descent is stable; None where there is no such bound.

    Exact for one linear layer with a squared loss and the whole table in each update. With a hidden layer whose
    activations are bounded it is what the output layer alone can take.

    Examples
    --------
    Two rows of 1 and a bias: λ = 2 · (1 + 1) = 4, and 2 / λ = 0.5.

    >>> plan = TrainingPlan("half_squared_error", SGD(1.0), 10, reduction="sum")
    >>> round(stable_rate(Architecture((1, 1), ("linear",)), plan, np.ones((2, 1)), plan.optimizer), 12)
    0.5
    """
    loss_curvature = find_loss(plan.loss).curvature
    hidden = architecture.activations[:-1]
    if loss_curvature is None or architecture.activations[-1] != "linear" or not isinstance(optimizer, SGD):
        return None
    if hidden and not _is_bounded(hidden[-1]):
        return None
    # A bounded activation is 1 at most: no row of hidden activations curves the loss more than a row of ones.
    features = np.ones((len(inputs), architecture.layer_sizes[-2])) if hidden else inputs
    samples = len(inputs)
    batch = samples if plan.batch_size is None else min(plan.batch_size, samples)
    share = 1.0 / samples if plan.reduction == "mean" else batch / samples
    curvature = loss_curvature(architecture.output_count) * share * _curvature(features, architecture)
    momentum = optimizer.momentum
    reach = 2.0 * (1.0 + momentum) / (1.0 + 2.0 * momentum if optimizer.nesterov else 1.0)
    return reach / curvature if curvature else None


def _inputs_reach_the_loss(architecture: Architecture) -> bool:
    """Whether large inputs can make large outputs: not through a layer whose activations are bounded."""
    return not any(_is_bounded(name) for name in architecture.activations)


def _is_bounded(activation: str) -> bool:
    found = find_activation(activation)
    return math.isfinite(found.lowest) and math.isfinite(found.highest)


def _curvature(inputs: Array, architecture: Architecture, at_least: float = 0.0) -> float:
    """Return the largest eigenvalue of Xᵀ X, with a column of ones if there are biases."""
    rows = np.column_stack([inputs, np.ones(len(inputs))]) if architecture.bias else inputs
    unit = np.abs(rows).max()  # squares leave the range of floats long before the numbers do
    with np.errstate(over="ignore"):
        return max(at_least, float(np.square(unit * np.linalg.norm(rows / unit, 2)))) if unit else at_least


def _standardised(inputs: Array) -> Array:
    return StandardScaler().fit(inputs).transform(inputs)


def _rounded_down(number: float) -> str:
    """Return a positive number with one digit, or two below 2, never more than it is."""
    digit = 10.0 ** (math.floor(math.log10(number)) - (1 if number / 10 ** math.floor(math.log10(number)) < 2 else 0))
    # A hair more, because 0.3 / 0.1 comes out a bit below 3.
    return f"{math.floor(number / digit * (1 + 1e-12)) * digit:.6g}"
