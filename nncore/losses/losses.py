"""Say how wrong an answer is, in one number, and which way is better.

A loss is a value for each sample, put together over the samples by a reduction, "sum" or "mean". Its gradient is the
derivative of exactly that number. A new loss is a `Loss` in a file of its family, and its name in `LOSSES`.
"""

from __future__ import annotations

from nncore.errors import SettingError, require_known
from nncore.losses.absolute_errors import HUBER, MEAN_ABSOLUTE_ERROR
from nncore.losses.cross_entropies import BINARY_CROSS_ENTROPY, CATEGORICAL_CROSS_ENTROPY
from nncore.losses.loss import Array, Loss
from nncore.losses.squared_errors import HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR
from nncore.number_text import sentence_number

REDUCTIONS = ("sum", "mean")

LOSSES: dict[str, Loss] = {
    loss.name: loss
    for loss in (
        HALF_SQUARED_ERROR,
        MEAN_SQUARED_ERROR,
        MEAN_ABSOLUTE_ERROR,
        HUBER,
        BINARY_CROSS_ENTROPY,
        CATEGORICAL_CROSS_ENTROPY,
    )
}


def find_loss(name: str) -> Loss:
    """Return the loss called `name`.

    Raises
    ------
    UnknownNameError
        If there is none; the sentence offers the nearest name.

    Examples
    --------
    >>> find_loss("half_squared_error").formula
    '½ Σ (y − t)²'
    """
    return LOSSES[require_known("loss", name, LOSSES)]


def loss_value(
    loss: str, outputs: Array, targets: Array, *, pre_activations: Array | None = None, reduction: str = "sum"
) -> float:
    """Return the loss of a table, summed or averaged over its samples.

    Parameters
    ----------
    loss : str
        A name from `LOSSES`.
    outputs, targets : ndarray, shape (samples, outputs)
        What the network answered, and what it should have answered.
    pre_activations : ndarray, shape (samples, outputs), optional
        Those of the output layer; the cross-entropies are computed from them.
    reduction : {"sum", "mean"}
        How the samples are put together.

    Returns
    -------
    float
        In the square of the targets' unit for the squared errors, in that unit for the absolute error, in nats for the
        cross-entropies. 0 is a perfect fit.

    Raises
    ------
    UnknownNameError
        If the loss or the reduction is not known.
    SettingError
        If a cross-entropy is asked for without pre-activations.

    Notes
    -----
    Source: C. M. Bishop, *Pattern Recognition and Machine Learning*, 2006, eq. 5.11 (squared error), 5.22 and 5.24
    (cross-entropies); P. J. Huber, *Robust Estimation of a Location Parameter*, 1964.

    Examples
    --------
    Sample 1 misses by −0.5 and 0, which costs ½ · 0.25 = 0.125; sample 2 misses by 0 and 2, which costs ½ · 4 = 2.

    >>> import numpy as np
    >>> outputs, targets = np.array([[0.5, 0.0], [1.0, 3.0]]), np.array([[1.0, 0.0], [1.0, 1.0]])
    >>> loss_value("half_squared_error", outputs, targets)
    2.125
    >>> loss_value("half_squared_error", outputs, targets, reduction="mean")
    1.0625
    """
    known = find_loss(loss)
    scores = outputs
    if known.output_activation is not None:
        if pre_activations is None:
            raise SettingError(f"{loss} is computed from pre-activations. Pass those of the output layer.")
        scores = pre_activations
    values = known.values(scores, targets)
    require_known("reduction", reduction, REDUCTIONS)
    return float(values.sum() if reduction == "sum" else values.mean())


def check_pair(loss: str, output_activation: str, outputs: int) -> None:
    """Refuse a loss that is undefined for what the output layer answers.

    Raises
    ------
    SettingError
        If the pair is not allowed: `binary_cross_entropy` goes with sigmoid, `categorical_cross_entropy` with softmax
        over two outputs or more. All other losses go with every output.

    Examples
    --------
    >>> check_pair("binary_cross_entropy", "tanh", 1)
    Traceback (most recent call last):
    nncore.errors.SettingError: binary_cross_entropy needs an output layer with sigmoid. Got tanh instead.
    """
    known = find_loss(loss)
    required = known.output_activation
    if required is not None and output_activation != required:
        raise SettingError(f"{loss} needs an output layer with {required}. Got {output_activation} instead.")
    if outputs < known.least_outputs:
        raise SettingError(
            f"{loss} needs two outputs or more, one for each class. Got {outputs} instead: "
            "use binary_cross_entropy with sigmoid for a single output."
        )


def check_targets(loss: str, targets: Array) -> None:
    """Refuse targets for which a loss is undefined.

    Raises
    ------
    SettingError
        If a cross-entropy is given a target outside 0..1.

    Examples
    --------
    >>> import numpy as np
    >>> check_targets("binary_cross_entropy", np.array([[2.0]]))
    Traceback (most recent call last):
    nncore.errors.SettingError: binary_cross_entropy needs targets from 0 to 1. Got 2 instead.
    """
    if find_loss(loss).output_activation is None:
        return
    outside = targets[(targets < 0) | (targets > 1)]
    if outside.size:
        raise SettingError(f"{loss} needs targets from 0 to 1. Got {sentence_number(outside[0])} instead.")
