"""Hold the derivatives that were worked out by hand against those that are measured, one parameter after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.data.tables import as_table
from nncore.engine.evaluation import loss_scores
from nncore.engine.stack import Stack, as_features
from nncore.errors import require_instance
from nncore.losses.losses import find_loss
from nncore.network.network import Network
from nncore.number_text import number_text, sentence_number
from nncore.training.penalties import Penalty, weight_mask

Array = NDArray[np.float64]

TOLERANCE = 1e-6
"""Errors below it are what rounding leaves; a wrong formula is wrong by far more."""

FLOOR = 1e-4
"""Derivatives below this share of the loss are compared absolutely, in units of it."""

ROUNDING = float(np.finfo(np.float64).eps)


@dataclass(frozen=True, eq=False)
class GradientCheck:
    """What `check_gradient` found; all arrays have shape (parameter_count,), in the order of `Network.parameters`.

    Attributes
    ----------
    analytic : ndarray
        The derivatives from `Network.backward`.
    numeric : ndarray
        The same from central differences.
    relative_error : ndarray
        How far they lie apart: see `check_gradient`.
    too_small : ndarray of bool
        Where both derivatives are smaller than what central differences can tell from 0. There an error says nothing.
    """

    analytic: Array
    numeric: Array
    relative_error: Array
    too_small: NDArray[np.bool_]

    @property
    def max_relative_error(self) -> float:
        """The largest of the errors."""
        return float(self.relative_error.max())

    @property
    def agrees(self) -> bool:
        """Whether every error is below 1e-6."""
        return self.max_relative_error < TOLERANCE

    @property
    def sentence(self) -> str:
        """The result for a person to read."""
        worst = int(self.relative_error.argmax())
        analytic, numeric = sentence_number(self.analytic[worst]), sentence_number(self.numeric[worst])
        verdict = (
            f"The derivatives agree with central differences: the largest error is {number_text(self.max_relative_error, 2)}."
            if self.agrees
            else f"The derivative with respect to parameter {worst} is {analytic}, but central differences give "
            f"{numeric}: a formula is wrong, or the loss bends too sharply here, as it does at a kink."
        )
        if not self.too_small.any():
            return verdict
        return f"{verdict} {int(self.too_small.sum()):,} of {len(self.analytic):,} are too small to check."

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


def check_gradient(
    network: Network,
    inputs: ArrayLike,
    targets: ArrayLike,
    *,
    loss: str = "half_squared_error",
    reduction: str = "sum",
    penalty: Penalty | None = None,
) -> GradientCheck:
    """Compare the gradient from `Network.backward` with central differences, for every weight and bias.

    Parameters
    ----------
    network : Network
        Whose derivatives are checked.
    inputs, targets : array_like, shape (samples, inputs) and (samples, outputs)
        The table, as the network sees it.
    loss, reduction : str
        See `nncore.losses.losses`.
    penalty : L1 or L2, optional
        Added to the loss.

    Returns
    -------
    GradientCheck

    Raises
    ------
    TableError
        If a table is empty, not finite, or does not fit the network.
    SettingError
        If the loss is undefined for these outputs or targets.

    Notes
    -----
    The numeric derivative is n = (L(w + h) − L(w − h)) / 2h with h = ∛ε · max(1, |w|), where ε = 2.2e-16 is the rounding
    of a float: a wider step bends away from the tangent, a narrower one drowns in rounding. The error of an analytic
    derivative a is |a − n| / max(|a|, |n|, f). Without the floor f = 1e-4 · max(1, L) it would divide rounding by
    rounding wherever a derivative vanishes. Both below ε · max(1, L) / h, a and n are too small to check.

    Source: W. H. Press et al., *Numerical Recipes*, 3rd edition, 2007, section 5.7; C. M. Bishop, *Pattern Recognition
    and Machine Learning*, 2006, section 5.3.3.

    Examples
    --------
    output = 2 · 3 = 6, error = 6 − 5 = 1, so the derivative with respect to the weight is 1 · 3 = 3.

    >>> network = Network.from_layers(weights=[[[2.0]]], biases=None, activations=["linear"])
    >>> check = check_gradient(network, [[3.0]], [[5.0]])
    >>> check.analytic.tolist(), check.numeric.round(8).tolist(), check.max_relative_error < 1e-9
    ([3.0], [3.0], True)
    """
    require_instance("network", network, Network)
    gradient = network.backward(network.forward(inputs), targets, loss=loss, reduction=reduction, penalty=penalty)
    steps = np.cbrt(ROUNDING) * np.maximum(1.0, np.abs(network.parameters))
    tables = as_table("inputs", inputs), as_table("targets", targets)
    with np.errstate(all="ignore"):
        numeric = _central_differences(network, *tables, steps, loss, penalty, reduction == "mean")
        size = np.maximum(np.abs(gradient.parameters), np.abs(numeric))
        scale = max(1.0, abs(gradient.objective))
        error = np.abs(gradient.parameters - numeric) / np.maximum(size, FLOOR * scale)
    return GradientCheck(gradient.parameters, numeric, error, size < ROUNDING * scale / steps)


def _central_differences(
    network: Network, inputs: Array, targets: Array, steps: Array, loss: str, penalty: Penalty | None, mean: bool
) -> Array:
    architecture = network.architecture
    features, targets = as_features(inputs, architecture.bias)[None], targets.T
    mask = weight_mask(architecture)
    numeric = np.empty(architecture.parameter_count)
    # Two networks side by side, one a step ahead and one a step behind; all other parameters are those of the network.
    pair = np.stack([network.parameters, network.parameters])
    stack = Stack(architecture, pair, len(inputs))
    forward = stack.forward_steps(features)
    for index, weight in enumerate(network.parameters):
        pair[:, index] = weight + steps[index], weight - steps[index]
        for step_forward in forward:
            step_forward()
        ahead, behind = find_loss(loss).values(loss_scores(stack, loss), targets, axis=-2)
        # Sample by sample, because differences of large sums would round away what is looked for.
        difference = cast(float, (ahead - behind).sum())
        if mean:
            difference /= len(inputs)
        if penalty is not None:
            # The other parameters cost the same ahead and behind.
            more, less = penalty.value(pair[:, [index]], mask[[index]])
            difference += more - less
        numeric[index] = difference / (pair[0, index] - pair[1, index])
        pair[:, index] = weight
    return numeric
