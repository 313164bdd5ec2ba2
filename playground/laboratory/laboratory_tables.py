"""What came of each way to scale the test rows, in words: how many seeds are right, and which rows fail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.named_rows import named_rows
from nncore.number_text import NO_BREAK_SPACE, number_text
from nncore.scaling_laboratory import ScalingLaboratory, WayResults

COMPARED = ("own", "train", "clipped")
"""The ways to scale test rows that stand beside each other."""

MOST_COUNTS = 4
"""Different counts that are told of one way."""

Array = NDArray[np.float64]


@dataclass(frozen=True)
class WayRow:
    """What came of one way to scale the test rows, in words.

    Attributes
    ----------
    way : str
    right : str
        How many seeds get every row right; empty for a regression.
    counts : str
        How many seeds count so; for a regression from which mean absolute error to which.
    failing : str
        Which rows; empty for a regression.
    """

    way: str
    right: str
    counts: str
    failing: str


def way_rows(laboratory: ScalingLaboratory, row_numbers: Sequence[int] = ()) -> tuple[WayRow, ...]:
    """Return what came of each way.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> for row in way_rows(run_laboratory(articles.hidden_layer(), range(20))):
    ...     print(f"{row.way}: {row.right}, {row.failing}; {row.counts}".replace(NO_BREAK_SPACE, " "))
    By their own range: 20 of 20, none; 20 × TP 2, TN 4, FP 0, FN 0
    By the training rows' range: 2 of 20, row 3; 18 × TP 2, TN 3, FP 1, FN 0; 2 × TP 2, TN 4, FP 0, FN 0
    By the training rows' range, clipped: 20 of 20, none; 20 × TP 2, TN 4, FP 0, FN 0
    """
    return tuple(_way_row(laboratory.results[name], row_numbers) for name in COMPARED)


def number_on_the_page(laboratory: ScalingLaboratory, row: int, row_numbers: Sequence[int]) -> int:
    """Return by which number a test row goes on the page, where a line of its table may hold no test row.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> laboratory = run_laboratory(articles.hidden_layer(), range(1))
    >>> number_on_the_page(laboratory, 2, [1, 2, 5, 6, 7, 8]), number_on_the_page(laboratory, 2, [])
    (5, 3)
    """
    return _numbers(laboratory.results["train"], row_numbers)[row]


def _way_row(results: WayResults, row_numbers: Sequence[int]) -> WayRow:
    if results.classes is None:
        return WayRow(results.way.label, "", span_text(results.mean_absolute_errors), "")
    failures = zip(_numbers(results, row_numbers), results.failures_by_row, strict=True)
    failing = [number for number, seeds in failures if seeds]
    return WayRow(
        results.way.label,
        f"{results.seeds_all_right:,} of {len(results.outputs):,}",
        told_counts(counts_of_seeds(results)),
        named_rows(failing) if failing else "none",
    )


def _numbers(results: WayResults, row_numbers: Sequence[int]) -> Sequence[int]:
    rows = len(results.failures_by_row)
    return row_numbers if len(row_numbers) == rows else range(1, rows + 1)


def counts_of_seeds(results: WayResults) -> tuple[str, ...]:
    """Return for each seed what it gets right and wrong; with names where there are two classes.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> counts_of_seeds(run_laboratory(articles.hidden_layer(), range(1)).results["own"])[0].split()  # no-break spaces
    ['TP', '2,', 'TN', '4,', 'FP', '0,', 'FN', '0']
    """
    return tuple(_told(results, seed) for seed in range(len(results.outputs)))


def _told(results: WayResults, seed: int) -> str:
    counts = results.counts[seed]
    if counts is None:
        return f"mean absolute error {number_text(float(results.mean_absolute_errors[seed]))}"
    if counts.true_positives is None:
        return f"{counts.right} right, {counts.wrong} wrong"
    named = (
        ("TP", counts.true_positives),
        ("TN", counts.true_negatives),
        ("FP", counts.false_positives),
        ("FN", counts.false_negatives),
    )
    undecided = f", undecided {counts.undecided}" if counts.undecided else ""
    return ", ".join(f"{name}{NO_BREAK_SPACE}{count}" for name, count in named) + undecided


def told_counts(counts: Sequence[str]) -> str:
    """Return how many seeds count so, the most frequent first, and how many more counts there are.

    Examples
    --------
    >>> told_counts(["1 right", "2 right", "1 right"]).replace(NO_BREAK_SPACE, " ")
    '2 × 1 right; 1 × 2 right'
    """
    counted = Counter(counts).most_common()
    others = len(counted) - MOST_COUNTS
    more = "" if others <= 0 else f"; {others} other{'' if others == 1 else 's'}"
    return (
        "; ".join(f"{seeds:,}{NO_BREAK_SPACE}×{NO_BREAK_SPACE}{text}" for text, seeds in counted[:MOST_COUNTS]) + more
    )


def span_text(values: Array) -> str:
    """Return from which number to which some go.

    Examples
    --------
    >>> span_text(np.array([0.2, 0.1])), span_text(np.array([0.1, 0.1]))
    ('0.1 to 0.2', '0.1')
    """
    lowest, highest = number_text(float(values.min())), number_text(float(values.max()))
    return lowest if lowest == highest else f"{lowest} to {highest}"
