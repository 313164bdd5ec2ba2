"""Hold an experiment as the checks of its table look at it: what the network sees, and what the rows are called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nncore.experiment.experiment import Experiment
from nncore.named_rows import named_rows

Array = NDArray[np.float64]

GOOD_WITHIN = 0.1
"""A training row is learnt if its outputs are within it of their targets, as the network sees both.

Of amounts that span more than 1 it is a tenth of what they span.
"""

_NUMBERS_AT_ONCE = 10_000


@dataclass(frozen=True, eq=False)
class CheckedTable:
    """An experiment, and what is asked of its table by more than one check.

    Attributes
    ----------
    experiment : Experiment
    row_numbers, test_row_numbers : sequence of int or None
        What the rows are called in sentences; None counts them from 1.
    """

    experiment: Experiment
    row_numbers: Sequence[int] | None = None
    test_row_numbers: Sequence[int] | None = None

    @property
    def seen_inputs(self) -> Array:
        """The training inputs as the network sees them."""
        return self.experiment.scaled()[0]

    @property
    def seen_targets(self) -> Array:
        """The training targets as the network's outputs are held against them."""
        return self.experiment.scaled()[1]

    @cached_property
    def units(self) -> Array:
        """In what the misses of each target column are counted, shape (targets,): what amounts span, where it is more than 1."""
        with np.errstate(over="ignore"):  # amounts from end to end of what there is
            span: Array = np.ptp(self.seen_targets, axis=0)
        return np.ones_like(span) if self.experiment.dataset.classes is not None else np.maximum(1.0, span)

    @cached_property
    def first_alike(self) -> NDArray[np.intp]:
        """For each row the first row whose inputs the network cannot tell from its own, shape (rows,)."""
        return first_alike(self.seen_inputs)

    @cached_property
    def constant(self) -> NDArray[np.bool_]:
        """Which input columns hold the same number in every row, shape (inputs,); none if there is but one row."""
        inputs = self.experiment.dataset.all_inputs
        same: NDArray[np.bool_] = inputs.min(axis=0) == inputs.max(axis=0)
        return same & (len(inputs) > 1)

    def named(self, rows: Sequence[int]) -> str:
        """Return training rows as a sentence names them."""
        return _named(rows, self.row_numbers)

    def named_tests(self, rows: Sequence[int]) -> str:
        """Return test rows as a sentence names them.

        Examples
        --------
        >>> from nncore import articles
        >>> CheckedTable(articles.hidden_layer()).named_tests([0, 2])
        'test rows 1 and 3'
        """
        return f"test {_named(rows, self.test_row_numbers)}"


def first_alike(*tables: Array, form: Callable[[Array], Array] = np.asarray) -> NDArray[np.intp]:
    """Return for each row the first row with the same numbers, in all tables that stand beside one another.

    Parameters
    ----------
    *tables : ndarray, shape (rows, columns of each)
    form : callable
        What some rows are brought into before they are compared, each for itself.

    Examples
    --------
    >>> first_alike(np.array([[0.0], [1.0], [-0.0]])).tolist()
    [0, 1, 0]
    >>> first_alike(np.array([[0.0], [0.0]]), np.array([[0.0], [1.0]])).tolist()
    [0, 1]
    >>> first_alike(np.array([[0.1], [0.11], [0.2]]), form=lambda rows: rows.round(1)).tolist()
    [0, 0, 2]
    """
    # Of each row a number is kept, not its bytes: of a large table these take more than the table itself.
    first: dict[int, int] = {}
    found = np.empty(len(tables[0]), dtype=np.intp)
    at_once = max(1, _NUMBERS_AT_ONCE // sum(table.shape[1] for table in tables))

    def formed(start: int, end: int) -> Array:
        return form(np.hstack([table[start:end] for table in tables])) + 0.0

    for start in range(0, len(found), at_once):
        for place, row in enumerate(formed(start, start + at_once), start):
            key = hash(row.tobytes())
            while (at := first.setdefault(key, place)) != place and (formed(at, at + 1)[0] != row).any():
                key += 1
            found[place] = at
    return found


def _named(rows: Sequence[int], numbers: Sequence[int] | None) -> str:
    return named_rows([row + 1 if numbers is None else numbers[row] for row in rows])


def named_columns(names: Sequence[str]) -> str:
    """Return columns as a sentence names them.

    Examples
    --------
    >>> named_columns(["age"]), named_columns(["a", "b", "c"])
    ('age', 'a, b and c')
    """
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
