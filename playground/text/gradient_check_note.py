"""What a check of the gradient has found, in a few sentences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nncore.network.gradient_check import GradientCheck
from nncore.number_text import number_text, sentence_number


def gradient_check_note(check: GradientCheck, names: Sequence[str]) -> str:
    """Return whether derivatives and measurements agree, and of how many nobody can say.

    Parameters
    ----------
    check : GradientCheck
    names : sequence of str
        What the parameters are called, in the order of the flat vector.

    Examples
    --------
    >>> from nncore import Network, check_gradient
    >>> network = Network.from_layers(weights=[[[2.0], [1.0]]], biases=None, activations=["linear"])
    >>> check = check_gradient(network, [[3.0, 0.0]], [[5.0]])
    >>> gradient_check_note(check, ["a", "b"]).split(": ")[0]
    'Derived and measured agree'
    >>> gradient_check_note(check, ["a", "b"]).split(". ")[1]
    '1 of 2 is too small to check'
    """
    if not np.isfinite(check.relative_error).all():
        return "The loss here is too large to be measured: there is nothing to compare."
    count, small = len(check.analytic), int(check.too_small.sum())
    if small == count:
        return "Every derivative here is too small to check: the loss hardly depends on any weight."
    left = f" {small:,} of {count:,} {'is' if small == 1 else 'are'} too small to check." if small else ""
    if check.agrees:
        return (
            f"Derived and measured agree: the largest error is {number_text(check.max_relative_error, 2)}.{left} "
            "Measured is how the loss changes when that weight alone is moved a little."
        )
    worst = int(check.relative_error.argmax())
    derived, measured = sentence_number(check.analytic[worst]), sentence_number(check.numeric[worst])
    return (
        f"For {names[worst]} the derivative is {derived}, but {measured} is measured: the loss bends too sharply here, "
        f"as it does at a kink.{left}"
    )
