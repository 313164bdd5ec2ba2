"""Say why a run's numbers have grown beyond all bounds: inputs, targets, penalty, weights or learning rate; and what helps.

Gradient descent on a linear layer with a squared loss multiplies the error along each direction of the inputs by
1 − η λ in every update, λ being an eigenvalue of the curvature, which is Xᵀ X with a column of ones for the bias. It
stays bounded exactly if η < 2 / λ for the largest of them. Inputs that are measured in thousands make λ a million times
larger than the same inputs scaled: then it is they, and not the learning rate, that have to be mended. An L2 penalty
adds its strength to λ: alone it makes weights grow if η times the strength is 2 or more, whatever the table.
Source: Y. LeCun, L. Bottou, G. B. Orr, K.-R. Müller, "Efficient BackProp", 1998, sections 5.2 and 4.3.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nncore.data.scaling import StandardScaler
from nncore.losses.losses import find_loss
from nncore.named_rows import begin_sentence
from nncore.network.activations import find_activation
from nncore.network.architecture import Architecture
from nncore.number_text import sentence_number
from nncore.training.in_force import InForce
from nncore.training.interventions import SetParameter
from nncore.training.optimizers import SGD
from nncore.training.penalties import L2
from nncore.training.plan import TrainingPlan

Array = NDArray[np.float64]
Kind = Literal["inputs", "targets", "penalty", "weights", "learning_rate"]

FAR_FROM_SCALED = 10.0
"""By so much more the inputs curve the loss than scaled ones, or so far targets lie from 0, before they are the cause."""

LARGEST_SQUARED = 1e150
"""The product of two larger numbers is beyond the largest float, or so near to it that a sum of some is."""

LARGEST_SET = 1e100
"""A weight that is set to more overflows in a product or two, with whatever table and learning rate."""


@dataclass(frozen=True)
class DivergenceCause:
    """Why the numbers of a run have stopped being finite.

    Attributes
    ----------
    kind : {"inputs", "targets", "penalty", "weights", "learning_rate"}
        What is to be mended first.
    sentence : str
        The cause and what helps, for a person.
    stable_rate : float or None
        Learning rates below it are stable once everything else is mended, as far as that is known.
    """

    kind: Kind
    sentence: str
    stable_rate: float | None


def divergence_cause(
    architecture: Architecture, plan: TrainingPlan, inputs: Array, targets: Array, in_force: InForce
) -> DivergenceCause:
    """Return why a run of this plan diverges, as far as its table and its settings tell.

    Parameters
    ----------
    architecture : Architecture
    plan : TrainingPlan
    inputs, targets : ndarray, shape (samples, inputs) and (samples, outputs)
        As the network sees them.
    in_force : InForce
        What the update that led there worked with.

    Examples
    --------
    >>> plan = TrainingPlan("half_squared_error", SGD(1e-6), 10, reduction="sum")
    >>> houses = np.array([[2104.0, 3.0], [1600.0, 3.0], [2400.0, 3.0], [1416.0, 2.0], [3000.0, 4.0]])
    >>> print(divergence_cause(Architecture((2, 1), ("linear",)), plan, houses, houses[:, :1], plan.in_force(0)).sentence)
    The inputs are too large for this network: they reach 3,000. Scale the inputs to mean 0 and deviation 1.
    """
    to_scale, scaled = _to_scale(architecture, inputs, targets)
    without_penalty = stable_rate(architecture, plan, scaled, replace(in_force, penalty=None))
    rate = in_force.learning_rate_of(architecture.layer_count - 1)
    too_fast = without_penalty is not None and rate >= without_penalty
    mends = [f"scale the {' and the '.join(to_scale)} to mean 0 and deviation 1"] if to_scale else []
    kind: Kind
    if (layer := _layer_with_too_strong_penalty(architecture, plan, in_force)) is not None:
        kind, bound = "penalty", without_penalty
        cause, mend = _penalty_sentences(architecture, in_force, layer, without_penalty)
        mends.insert(0, mend)
    elif to_scale:
        kind, bound = to_scale[0], stable_rate(architecture, plan, scaled, in_force)
        too_fast = bound is not None and rate >= bound
        reached = np.abs(inputs if kind == "inputs" else targets).max()
        cause = f"The {kind} are too large for this network: they reach {sentence_number(reached)}."
    else:
        bound = stable_rate(architecture, plan, scaled, in_force)
        return _rate_or_weights(architecture, in_force, bound)
    if bound and too_fast:
        mends.append(f"take a learning rate below {_rounded_down(bound)}")
    mend = ", and ".join(mends)
    return DivergenceCause(kind, f"{cause} {begin_sentence(mend)}.", bound)


def weight_set_too_large(plan: TrainingPlan, epoch: int) -> DivergenceCause | None:
    """Return the last weight or bias that was set by hand to what no table can take, up to an epoch, as the cause.

    Examples
    --------
    >>> by_hand = SetParameter(4, "parameter", (0, 1e200))
    >>> plan = TrainingPlan("half_squared_error", SGD(0.1), 10, interventions=(by_hand,))
    >>> print(weight_set_too_large(plan, 5).sentence)
    A weight or bias was set to 10²⁰⁰ at epoch 4: that is too large. Set it to a smaller number.
    """
    for change in reversed(plan.interventions):
        if isinstance(change, SetParameter) and change.epoch <= epoch and abs(change.value[1]) > LARGEST_SET:
            set_to = f"A weight or bias was set to {sentence_number(change.value[1])} at epoch {change.epoch:,}"
            return DivergenceCause("weights", f"{set_to}: that is too large. Set it to a smaller number.", None)
    return None


def stable_rate(architecture: Architecture, plan: TrainingPlan, inputs: Array, in_force: InForce) -> float | None:
    """Return a learning rate of the output layer below which gradient descent is stable; None where none is known.

    Exact for one linear layer with a squared loss, the whole table in each update and no penalty: above it, it is not
    stable. With mini-batches every batch that the samples can make is stable by itself, and so are all of them in any
    order, as long as there is no momentum. With a hidden layer whose activations are bounded it is what the output
    layer can take, whatever they are.

    Examples
    --------
    Two rows of 1 and a bias: λ = 2 · (1 + 1) = 4, and 2 / λ = 0.5. One row at a time: λ = 1 + 1.

    >>> plan = TrainingPlan("half_squared_error", SGD(1.0), 10, reduction="sum")
    >>> line, rows = Architecture((1, 1), ("linear",)), np.ones((2, 1))
    >>> round(stable_rate(line, plan, rows, plan.in_force(0)), 12)
    0.5
    >>> round(stable_rate(line, replace(plan, batch_size=1), rows, plan.in_force(0)), 12)
    1.0
    """
    loss_curvature = find_loss(plan.loss).curvature
    hidden = architecture.activations[:-1]
    optimizer = in_force.optimizer
    if loss_curvature is None or architecture.activations[-1] != "linear" or not isinstance(optimizer, SGD):
        return None
    if hidden and not _is_bounded(hidden[-1]):
        return None
    samples = len(inputs)
    batch = samples if plan.batch_size is None else min(plan.batch_size, samples)
    if optimizer.momentum and (hidden or batch < samples):
        return None  # what is multiplied by is another matrix in every update: with momentum they may add up
    # A bounded activation is 1 at most: no row of hidden activations curves the loss more than a row of ones.
    features = np.ones((samples, architecture.layer_sizes[-2])) if hidden else inputs
    curvature = loss_curvature(architecture.output_count) * max(
        _largest_curvature(features, architecture, size) / (size if plan.reduction == "mean" else 1)
        for size in {batch, samples % batch or batch}
    )
    if isinstance(in_force.penalty, L2):
        curvature += in_force.penalty.strength
    return _reach(optimizer) / curvature if curvature else None


def _to_scale(
    architecture: Architecture, inputs: Array, targets: Array
) -> tuple[list[Literal["inputs", "targets"]], Array]:
    """Return what has to be scaled before anything else can help, and the inputs as they are then."""
    to_scale, scaled = list[Literal["inputs", "targets"]](), inputs
    # Large inputs make no large outputs behind a layer whose activations are bounded, but the gradient knows them.
    reach_the_loss = not any(_is_bounded(name) for name in architecture.activations)
    if reach_the_loss or np.abs(inputs).max() > LARGEST_SQUARED:
        standard = StandardScaler().fit(inputs).transform(inputs)
        limit = FAR_FROM_SCALED * max(len(inputs), _curvature(standard, architecture))
        if _curvature(inputs, architecture) > limit:
            to_scale, scaled = ["inputs"], standard
    far = FAR_FROM_SCALED if architecture.layer_count > 1 else LARGEST_SQUARED
    if np.abs(targets).max() > far:
        to_scale.append("targets")
    return to_scale, scaled


def _layer_with_too_strong_penalty(architecture: Architecture, plan: TrainingPlan, in_force: InForce) -> int | None:
    """Return the layer whose weights a penalty makes grow whatever the table; None if there is none."""
    penalty, optimizer = in_force.penalty, in_force.optimizer
    if penalty is None or not isinstance(optimizer, SGD) or plan.clip_norm is not None:
        return None
    layer = _fastest_layer(architecture, in_force)
    product = in_force.learning_rate_of(layer) * penalty.strength
    # L1 moves every weight by the product; it turns back at 0, and does harm by its size alone.
    return layer if product >= (_reach(optimizer) if isinstance(penalty, L2) else LARGEST_SQUARED) else None


def _penalty_sentences(
    architecture: Architecture, in_force: InForce, layer: int, without_penalty: float | None
) -> tuple[str, str]:
    """Return why a penalty is too strong, and what helps against it."""
    assert isinstance(in_force.optimizer, SGD)
    assert in_force.penalty is not None
    rate, reach = in_force.learning_rate_of(layer), _reach(in_force.optimizer)
    product = sentence_number(rate * in_force.penalty.strength)
    cause = f"The penalty is too strong for {_named_rate(architecture, in_force, layer)}"
    if not isinstance(in_force.penalty, L2):
        return f"{cause}: each update moves every weight by {product}.", "take a far smaller strength"
    cause = f"{cause}: the two multiplied, {product}, must stay below {sentence_number(reach)}."
    if without_penalty is None or layer != architecture.layer_count - 1:
        return cause, f"take a strength far below {_rounded_down(reach / rate)}"
    strongest = reach / rate - reach / without_penalty
    return cause, f"take a strength below {_rounded_down(strongest)}" if strongest > 0 else "take no penalty"


def _rate_or_weights(architecture: Architecture, in_force: InForce, bound: float | None) -> DivergenceCause:
    """Return the cause where nothing has to be scaled and no penalty is too strong."""
    layer = architecture.layer_count - 1
    too_fast = bool(bound) and in_force.learning_rate_of(layer) >= (bound or 0.0)
    if bound and not too_fast and architecture.layer_count == 1:
        sentence = "It is not the learning rate: the weights are too large for this table. Write smaller ones."
        return DivergenceCause("weights", sentence, bound)
    if not too_fast:
        layer = _fastest_layer(architecture, in_force)
    named = _named_rate(architecture, in_force, layer)
    help_ = f"Below {_rounded_down(bound)} it is stable." if bound and too_fast else "Try a tenth of it."
    return DivergenceCause("learning_rate", f"{begin_sentence(named)} is probably too large. {help_}", bound)


def _fastest_layer(architecture: Architecture, in_force: InForce) -> int:
    """Return the layer with the largest learning rate, the last of them if several have it."""
    return max(range(architecture.layer_count), key=lambda layer: (in_force.learning_rate_of(layer), layer))


def _named_rate(architecture: Architecture, in_force: InForce, layer: int) -> str:
    own = layer in dict(in_force.layer_rates)
    where = f" in the layer {architecture.layer_name(layer)}" if own else ""
    return f"a learning rate of {sentence_number(in_force.learning_rate_of(layer))}{where}"


def _reach(optimizer: SGD) -> float:
    """Return what learning rate and curvature must not come to when they are multiplied; 2 without momentum."""
    momentum = optimizer.momentum
    return 2.0 * (1.0 + momentum) / (1.0 + 2.0 * momentum if optimizer.nesterov else 1.0)


def _is_bounded(activation: str) -> bool:
    found = find_activation(activation)
    return math.isfinite(found.lowest) and math.isfinite(found.highest)


def _largest_curvature(inputs: Array, architecture: Architecture, batch: int) -> float:
    """Return what no batch of so many samples exceeds: the table's curvature, and the sum of its longest rows' squares."""
    whole = _curvature(inputs, architecture)
    if batch == len(inputs):
        return whole
    with np.errstate(over="ignore"):
        squares = np.sort((_with_ones(inputs, architecture) ** 2).sum(axis=1))
        return min(whole, float(squares[-batch:].sum()))


def _curvature(inputs: Array, architecture: Architecture) -> float:
    """Return the largest eigenvalue of Xᵀ X, with a column of ones if there are biases."""
    rows = _with_ones(inputs, architecture)
    unit = np.abs(rows).max()  # squares leave the range of floats long before the numbers do
    with np.errstate(over="ignore"):
        return float(np.square(unit * np.linalg.norm(rows / unit, 2))) if unit else 0.0


def _with_ones(inputs: Array, architecture: Architecture) -> Array:
    return np.column_stack([inputs, np.ones(len(inputs))]) if architecture.bias else inputs


def _rounded_down(number: float) -> str:
    """Return a positive number with one digit, or two below 2, never more than it is."""
    digit = 10.0 ** (math.floor(math.log10(number)) - (1 if number / 10 ** math.floor(math.log10(number)) < 2 else 0))
    # A hair more, because 0.3 / 0.1 comes out a bit below 3.
    return sentence_number(math.floor(number / digit * (1 + 1e-12)) * digit)
