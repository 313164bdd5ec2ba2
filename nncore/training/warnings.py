"""Say what is allowed but unwise: it trains, and probably fails, which is what people come to see."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nncore.network.activations import find_activation
from nncore.network.architecture import Architecture
from nncore.number_text import sentence_number
from nncore.training.plan import TrainingPlan

HUGE_LEARNING_RATES = {"SGD": 100.0, "Adam": 1.0, "RMSProp": 1.0, "Adagrad": 10.0}


def find_warnings(architecture: Architecture, targets: NDArray[np.float64], plan: TrainingPlan) -> tuple[str, ...]:
    """Return a sentence for everything in a plan that is unwise.

    Parameters
    ----------
    architecture : Architecture
    targets : ndarray, shape (samples, outputs)
        As the network sees them.
    plan : TrainingPlan

    Returns
    -------
    tuple of str
        Empty for a plan without fault.

    Examples
    --------
    >>> from nncore.training.optimizers import SGD
    >>> plan = TrainingPlan(loss="half_squared_error", optimizer=SGD(1.0), epochs=10)
    >>> find_warnings(Architecture((1, 1), ("sigmoid",)), np.array([[5.0]]), plan)
    ('The target 5 can never be reached: sigmoid answers between 0 and 1. Scale the targets, or choose linear outputs.',)
    """
    found = []
    if architecture.activations[-1] == "softmax" and architecture.layer_sizes[-1] == 1:
        found.append("Softmax with one output always answers 1, so nothing can be learnt. Choose sigmoid.")
    activation = find_activation(architecture.activations[-1])
    outside = targets[activation.never_answers(targets)]
    if outside.size:
        found.append(
            f"The target {sentence_number(outside[0])} can never be reached: {activation.name} answers {activation.answers}. "
            "Scale the targets, or choose linear outputs."
        )
    huge = HUGE_LEARNING_RATES[plan.optimizer.name]
    if plan.optimizer.learning_rate > huge:
        found.append(
            f"A learning rate of {sentence_number(plan.optimizer.learning_rate)} is very large for {plan.optimizer.name}: "
            f"each step will probably go much too far. Take a smaller one, such as {sentence_number(huge / 100)}."
        )
    return tuple(found)
