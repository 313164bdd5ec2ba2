"""What a network answers to each row of a table, beside what it should answer, and what the run before answered."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.data.dataset import Dataset
from nncore.engine.evaluation import stacked_outputs
from nncore.experiment.experiment import Experiment
from nncore.network.network import Network
from playground.runs.measures import has_classes
from playground.runs.target_units import in_target_units
from playground.text.wording import number_text

Array = NDArray[np.float64]

_NEAREST = 0.000001
_LARGEST = 10_000_000.0


@dataclass(frozen=True)
class Answer:
    """The answer to one row.

    Attributes
    ----------
    row : int
        The first is 1.
    targets, outputs : tuple of float
        In the table's own units.
    before : tuple of float or None
        What the run before answered to this row, if that looks different on the screen.
    right : bool or None
        Whether the row is on the right side; None if the targets are not classes.
    """

    row: int
    targets: tuple[float, ...]
    outputs: tuple[float, ...]
    before: tuple[float, ...] | None
    right: bool | None


def answers(
    targets: Array, outputs: Array, before: Array | None, *, classes: bool, threshold: float, row_numbers: Sequence[int]
) -> tuple[Answer, ...]:
    """Return one answer a row.

    Parameters
    ----------
    targets, outputs : ndarray, shape (rows, outputs)
    before : ndarray, shape (rows, outputs), or None
        What the run before answered to the same rows; NaN where it did not know a row.
    classes : bool
        Whether the targets are classes.
    threshold : float
        With one output, strictly above is class 1.
    row_numbers : sequence of int
        What each row is called.

    Examples
    --------
    >>> first, = answers(np.array([[1.0]]), np.array([[0.41]]), np.array([[0.99]]), classes=True, threshold=0.5,
    ...                  row_numbers=[2])
    >>> first.row, first.before, first.right
    (2, (0.99,), False)
    """
    found = []
    for index, row in enumerate(row_numbers):
        old = None if before is None or np.isnan(before[index]).any() else tuple(before[index].tolist())
        new = tuple(outputs[index].tolist())
        changed = old is not None and [shown_number(value) for value in old] != [shown_number(value) for value in new]
        right = is_right(targets[index], outputs[index], threshold) if classes else None
        found.append(Answer(row, tuple(targets[index].tolist()), new, old if changed else None, right))
    return tuple(found)


def answers_to_table(
    now: tuple[Experiment, Network],
    before: tuple[Experiment, Network] | None,
    *,
    test: bool,
    threshold: float,
    row_numbers: Sequence[int],
) -> tuple[Answer, ...]:
    """Return the answers to the training or the test rows.

    Parameters
    ----------
    now, before : (Experiment, Network)
        The run on the screen and the one before it, each with the network of the epoch that is shown.
    test : bool
        Whether the test rows are asked about.
    threshold, row_numbers
        As for `answers`; rows that are not numbered are counted from 1.
    """
    experiment, network = now
    dataset = experiment.dataset
    targets = dataset.test_targets if test else dataset.targets
    if targets is None:
        return ()
    return answers(
        targets,
        outputs_of(experiment, network, test=test),
        None if before is None else _outputs_before(before, dataset, test=test),
        classes=has_classes(dataset),
        threshold=threshold,
        row_numbers=row_numbers if len(row_numbers) == len(targets) else range(1, len(targets) + 1),
    )


def _outputs_before(before: tuple[Experiment, Network], new: Dataset, *, test: bool) -> Array | None:
    """Return what the run before answered to each of the new rows, NaN where it knew no such row."""
    old = before[0].dataset
    if (old.input_count, old.target_names) != (new.input_count, new.target_names):
        return None
    old_inputs, new_inputs = (old.test_inputs, new.test_inputs) if test else (old.inputs, new.inputs)
    if old_inputs is None or new_inputs is None:
        return None
    outputs = outputs_of(*before, test=test)
    unknown = np.full(outputs.shape[1], np.nan)
    return np.array([unknown if row is None else outputs[row] for row in matching_rows(old_inputs, new_inputs)])


def outputs_of(experiment: Experiment, network: Network, *, test: bool) -> Array:
    """Return what a network answers to the training or the test rows, in the table's own units, shape (rows, outputs)."""
    inputs, _, test_inputs, _ = experiment.scaled()
    rows = test_inputs if test else inputs
    if rows is None:
        return np.empty((0, experiment.architecture.output_count))
    outputs = stacked_outputs(experiment.architecture, network.parameters[None], rows)[0]
    return in_target_units(experiment, outputs, test=test)


def is_right(targets: Array, outputs: Array, threshold: float) -> bool:
    """Whether one row is answered right: on its side of the threshold, or with its class as the largest output.

    What is not a number belongs to no class.
    """
    if np.isnan(outputs).any():
        return False
    if len(targets) == 1:
        return bool((outputs[0] > threshold) == (targets[0] > 0.5))
    return bool(np.argmax(outputs) == np.argmax(targets))


def matching_rows(old_inputs: Array, new_inputs: Array) -> list[int | None]:
    """Return for each new row which old row it was: the same place if no row came or went, else equal inputs.

    Examples
    --------
    >>> matching_rows(np.array([[0.0], [1.0], [2.0]]), np.array([[0.0], [2.0]]))
    [0, 2]
    """
    if len(old_inputs) == len(new_inputs):
        return list(range(len(new_inputs)))
    places: dict[tuple[float, ...], list[int]] = {}
    for index, row in enumerate(old_inputs.tolist()):
        places.setdefault(tuple(row), []).append(index)
    found: list[int | None] = []
    for row in new_inputs.tolist():
        candidates = places.get(tuple(row), [])
        found.append(candidates.pop(0) if candidates else None)
    return found


def shown_number(value: float) -> str:
    """Return a number as the page shows an answer: four decimals or digits, more where it is nearly 0, 1 or −1.

    A bare 0, 1 or −1 is exact. A number that only comes near it never looks like it.

    Examples
    --------
    >>> shown_number(0.41), shown_number(0.9999584), shown_number(0.0000864), shown_number(-2.5), shown_number(12345.678)
    ('0.4100', '0.99996', '0.000086', '−2.500', '12,346')
    >>> shown_number(0.0), shown_number(1e-12), shown_number(1 - 1e-12)
    ('0', '10⁻¹²', '1 − 10⁻¹²')
    """
    if not math.isfinite(value):
        return "not finite"
    size = abs(value)
    if size in (0, 1):
        text = f"{size:.0f}"
    elif size < _NEAREST or size >= _LARGEST:
        text = number_text(size, 2 if size < 1 else 4)
    elif size >= 1:
        text = f"{size:,.{max(0, 4 - len(str(int(size))))}f}"
    elif 1.0 - size < _NEAREST:
        distance = number_text(1.0 - size, 2)
        return f"1 − {distance}" if value > 0 else f"−1 + {distance}"
    else:
        text = f"{size:.{_decimals(size)}f}"
    return f"−{text}" if value < 0 else text


def _decimals(size: float) -> int:
    """Return how many decimals keep two digits of what is nearly 0, one of the distance to 1; four at least."""
    zeros = math.ceil(-math.log10(min(size, 1.0 - size)))
    return max(4, zeros + 1 if size < 0.5 else zeros)
