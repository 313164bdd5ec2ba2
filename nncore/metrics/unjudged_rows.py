"""Say why rows are neither right nor wrong: their table has no classes, or their target is none of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nncore.metrics.classes import NO_CLASS, PAIRS, Array, Classes, find_classes
from nncore.number_text import sentence_number


def why_no_classes(targets: Array, row_numbers: Sequence[int]) -> str:
    """Return in a sentence why the training targets are no classes; empty if they are.

    Parameters
    ----------
    targets : ndarray, shape (rows, columns)
    row_numbers : sequence of int
        What the rows are called.

    Examples
    --------
    >>> why_no_classes(np.array([[0.0], [0.7]]), [1, 2])
    'Right and wrong are shown where every target is 0 or 1 (or −1 or 1); row 2 has 0.7.'
    """
    if find_classes(targets) is not None:
        return ""
    columns = targets.shape[1]
    # The row that spoils the pair of values which fits the longest.
    pairs = [Classes(values, columns) for values in (PAIRS[:1] if columns > 1 else PAIRS)]
    row = max(int(np.argmax(classes.of_targets(targets) == NO_CLASS)) for classes in pairs)
    rule = (
        "every target is 0 or 1 (or −1 or 1)" if columns == 1 else "each row has a single 1 among its targets, else 0"
    )
    return f"Right and wrong are shown where {rule}; row {row_numbers[row]} has {_listed(targets[row])}."


def why_not_judged(classes: Classes, targets: Array, row_numbers: Sequence[int]) -> str:
    """Return in a sentence which test rows are not judged, because their target is no class; empty if all are.

    Examples
    --------
    >>> why_not_judged(Classes((0.0, 1.0)), np.array([[0.7], [1.0]]), [1, 2])
    'Row 1 is not judged: its target 0.7 is neither 0 nor 1.'
    """
    odd = np.flatnonzero(classes.of_targets(targets) == NO_CLASS)
    if not odd.size:
        return ""
    low, high = (_written(value) for value in classes.values)
    why = f"is neither {low} nor {high}" if classes.columns == 1 else "has no single 1"
    first, its_target = f"row {row_numbers[odd[0]]}", f"its target {_listed(targets[odd[0]])} {why}"
    if odd.size == 1:
        return f"{first.capitalize()} is not judged: {its_target}."
    return f"{odd.size:,} rows are not judged; the first is {first}: {its_target}."


def _listed(numbers: Array) -> str:
    return ", ".join(_written(number) for number in numbers.tolist())


def _written(number: float) -> str:
    return sentence_number(number)
