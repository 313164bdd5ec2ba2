"""What the scaling laboratory shows, as small records of numbers and words: who is right, which row fails, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nncore.named_rows import named_rows
from nncore.number_text import number_text
from nncore.scaling_laboratory import ScalingLaboratory, WayResults

COMPARED = ("own", "train", "clipped")
"""The ways to scale test rows that stand beside each other."""

MOST_COUNTS = 4
"""Different counts that are told of one way."""

Array = NDArray[np.float64]


@dataclass(frozen=True)
class WayRow:
    """What came of one way to scale the test rows, in words."""

    way: str
    right: str
    counts: str
    failing: str


@dataclass(frozen=True)
class AskedRow:
    """One row as the networks are asked it in one way: what they see of each input, and what they answer."""

    way: str
    scaled: tuple[str, ...]
    answers: str


def way_rows(laboratory: ScalingLaboratory, row_numbers: Sequence[int] = ()) -> tuple[WayRow, ...]:
    """Return what came of each way.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> for row in way_rows(run_laboratory(articles.hidden_layer(), range(20))):
    ...     print(f"{row.way}: {row.right}, {row.failing}; {row.counts}")
    By their own range: 20 of 20, none; 20 × TP 2, TN 4, FP 0, FN 0
    By the training rows' range: 2 of 20, row 3; 18 × TP 2, TN 3, FP 1, FN 0; 2 × TP 2, TN 4, FP 0, FN 0
    By the training rows' range, clipped: 20 of 20, none; 20 × TP 2, TN 4, FP 0, FN 0
    """
    results = [laboratory.results[name] for name in COMPARED]
    return tuple(
        WayRow(
            one.way.label,
            f"{one.seeds_all_right:,} of {len(one.outputs):,}",
            _told_counts(one),
            _failing(one, row_numbers),
        )
        for one in results
    )


def counts_of_seeds(results: WayResults) -> tuple[str, ...]:
    """Return for each seed what it gets right and wrong; with names where there are two classes.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> counts_of_seeds(run_laboratory(articles.hidden_layer(), range(2)).results["own"])
    ('TP 2, TN 4, FP 0, FN 0', 'TP 2, TN 4, FP 0, FN 0')
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
    return ", ".join(f"{name} {count}" for name, count in named) + undecided


def _told_counts(results: WayResults) -> str:
    if results.classes is None:
        return f"mean absolute error {_span(results.mean_absolute_errors)}"
    counted = Counter(counts_of_seeds(results)).most_common()
    more = f"; {len(counted) - MOST_COUNTS} others" if len(counted) > MOST_COUNTS else ""
    return "; ".join(f"{seeds:,} × {text}" for text, seeds in counted[:MOST_COUNTS]) + more


def _failing(results: WayResults, row_numbers: Sequence[int]) -> str:
    failures = results.failures_by_row
    named = row_numbers if len(row_numbers) == len(failures) else range(1, len(failures) + 1)
    rows = [named[row] for row, seeds in enumerate(failures) if seeds]
    return named_rows(rows) if rows else "none"


def failing_row(laboratory: ScalingLaboratory) -> int:
    """Return the test row at which most networks fail by the training rows' range, or else the one furthest outside it.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> failing_row(run_laboratory(articles.hidden_layer(), range(5)))
    2
    """
    failures = laboratory.results["train"].failures_by_row
    return int(np.argmax(failures if any(failures) else np.abs(_outside(laboratory)).max(axis=1)))


def moving_input(laboratory: ScalingLaboratory, row: int) -> int:
    """Return which input of a test row is furthest outside the training rows, as the networks see it.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> moving_input(run_laboratory(articles.hidden_layer(), range(5)), 2)
    2
    """
    own = laboratory.experiment.dataset.input_count
    return int(np.argmax(np.abs(_outside(laboratory)[row, :own])))


def _outside(laboratory: ScalingLaboratory) -> Array:
    difference: Array = laboratory.results["train"].scaled - laboratory.results["clipped"].scaled
    return difference


def asked_test_row(laboratory: ScalingLaboratory, row: int) -> tuple[AskedRow, ...]:
    """Return a test row as it is asked in each way.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> for asked in asked_test_row(run_laboratory(articles.hidden_layer(), range(20)), 2)[:2]:
    ...     print(asked.way, asked.scaled)
    By their own range ('0', '1', '1')
    By the training rows' range ('0', '1', '10')
    """
    results = [laboratory.results[name] for name in COMPARED]
    return tuple(_asked(one.way.label, one.scaled[row], one.outputs[:, row, 0]) for one in results)


def asked_situation(laboratory: ScalingLaboratory, row: Sequence[float]) -> tuple[AskedRow, ...]:
    """Return a row that was not scaled at all, and the same one scaled as the training rows were.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> for asked in asked_situation(run_laboratory(articles.hidden_layer(), range(20)), (1, 1, 0)):
    ...     print(asked)
    AskedRow(way='Not at all', scaled=('1', '1', '0'), answers='0.837 to 0.919')
    AskedRow(way="By the training rows' range", scaled=('0.1', '1', '0'), answers='0.0135 to 0.0402')
    """
    return tuple(_situation_asked(laboratory, row))


def _situation_asked(laboratory: ScalingLaboratory, row: Sequence[float]) -> Iterator[AskedRow]:
    for way in ("unscaled", "train"):
        scaled, outputs = laboratory.asked([list(row)], way)
        yield _asked(laboratory.results[way].way.label, scaled[0], outputs[:, 0, 0])


def misread_input(laboratory: ScalingLaboratory, row: Sequence[float]) -> tuple[int, float]:
    """Return which input of an unscaled row is misread most, and the number that the networks take it for.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.scaling_laboratory import run_laboratory
    >>> misread_input(run_laboratory(articles.hidden_layer(), range(5)), (1, 1, 0))
    (0, 10.0)
    """
    own = laboratory.experiment.dataset.input_count
    raw, _ = laboratory.asked([list(row)], "unscaled")
    scaled, _ = laboratory.asked([list(row)], "train")
    moving = int(np.argmax(np.abs(raw - scaled)[0, :own]))
    return moving, float(laboratory.experiment.input_scaler.inverse_transform(raw)[0, moving])


def _asked(way: str, scaled: Array, outputs: Array) -> AskedRow:
    return AskedRow(way, tuple(number_text(float(value)) for value in scaled), _span(outputs))


def _span(values: Array) -> str:
    lowest, highest = number_text(float(values.min())), number_text(float(values.max()))
    return lowest if lowest == highest else f"{lowest} to {highest}"
