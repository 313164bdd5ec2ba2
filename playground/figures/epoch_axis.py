"""The epoch axis: linear, or log(1 + epoch), which gives the first epochs room and still has a place for epoch 0."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.errors import require_known
from nncore.ticks import round_numbers
from playground.figures.style import CHARACTER_WIDTH, PLOT_WIDTH
from playground.text.wording import epoch_text

EpochScale = Literal["linear", "log"]

_GAP = 5.0
_MOST_TICKS = 6
_MOST_ROUND_STEPS = 4
# Below this many epochs every one of them has room on a linear axis.
_FEW_EPOCHS = 50
_EARLY = 0.1


@dataclass(frozen=True)
class EpochAxis:
    """What the epoch axis shows: where it ends and its ticks. Positions are those of `positions`."""

    scale: EpochScale
    total_epochs: int
    range: tuple[float, float]
    tick_positions: tuple[float, ...]
    tick_labels: tuple[str, ...]


def positions(epochs: ArrayLike, scale: EpochScale) -> NDArray[np.float64]:
    """Return where epochs stand on the axis.

    Parameters
    ----------
    epochs : array of int, shape (k,)
        Epochs, 0 being before any update.
    scale : {"linear", "log"}
        "log" places an epoch at ln(1 + epoch), so that epoch 0 stands at 0.

    Returns
    -------
    ndarray, shape (k,)

    Raises
    ------
    nncore.errors.UnknownNameError
        If the scale is neither of the two.

    Examples
    --------
    >>> positions([0, 4], "linear").tolist(), positions([0, 4], "log").round(3).tolist()
    ([0.0, 4.0], [0.0, 1.609])
    """
    require_known("epoch scale", scale, ("linear", "log"))
    numbers = np.asarray(epochs, dtype=np.float64)
    return np.log1p(numbers) if scale == "log" else numbers


def epoch_axis(total_epochs: int, scale: EpochScale) -> EpochAxis:
    """Return the axis of a run of `total_epochs`; it is the same while the run grows.

    Examples
    --------
    >>> epoch_axis(15_000, "log").tick_labels
    ('0', '10', '100', '15,000')
    >>> epoch_axis(200, "linear").tick_labels
    ('0', '50', '100', '150', '200')
    """
    total = max(0, int(total_epochs))
    end = float(positions([max(total, 1)], scale)[0])
    ticks = _log_ticks(total) if scale == "log" else _linear_ticks(total)
    return EpochAxis(
        scale=scale,
        total_epochs=total,
        range=(-0.015 * end, 1.015 * end),
        tick_positions=tuple(positions(ticks, scale).tolist()),
        tick_labels=tuple(epoch_text(tick) for tick in ticks),
    )


def default_scale(epochs: ArrayLike, loss: ArrayLike) -> EpochScale:
    """Return "log" when most of the fall happens early, otherwise "linear".

    Most of the fall: half of the way from the first finite loss down to the smallest. Early: within the first tenth of
    the epochs. Runs of fewer than 50 epochs, and runs whose loss never falls, stay linear.

    Parameters
    ----------
    epochs : array of int, shape (k,)
        Ascending.
    loss : array of float, shape (k,)
        Infinities and NaN are passed over.

    Examples
    --------
    Half of the fall from 1 to 0 is reached at epoch 5 of 100 in the first run, at epoch 50 in the second.

    >>> default_scale([0, 5, 100], [1.0, 0.5, 0.0]), default_scale([0, 50, 100], [1.0, 0.5, 0.0])
    ('log', 'linear')
    """
    numbers, values = np.asarray(epochs, dtype=np.float64), np.asarray(loss, dtype=np.float64)
    finite = np.isfinite(values)
    if not finite.any() or numbers[-1] < _FEW_EPOCHS:
        return "linear"
    first, smallest = values[finite][0], values[finite].min()
    if not smallest < first:
        return "linear"
    # Half of each, then the sum: the sum itself may be larger than the largest float.
    halfway = numbers[finite & (values <= first / 2 + smallest / 2)][0]
    return "log" if halfway <= _EARLY * numbers[-1] else "linear"


def _log_ticks(total: int) -> list[int]:
    """0 and the total always; between them the finest of 1-2-5, every, every second, … power of ten that fits."""
    decades = len(str(total))
    fine = [int(number) for number in round_numbers(0, decades - 1)]
    choices = [fine, *([10**power for power in range(0, decades, step)] for step in range(1, decades + 1))]
    for choice in choices:
        inner = [tick for tick in choice if tick < total]
        # What stands too close to one of the two ends gives way, rather than its whole series.
        while inner and not _fits([inner[-1], total], "log", total):
            inner.pop()
        while inner and not _fits([0, inner[0]], "log", total):
            inner.pop(0)
        ticks = [0, *inner, total]
        if len(ticks) <= _MOST_TICKS and _fits(ticks, "log", total):
            return ticks
    return sorted({0, total})


def _linear_ticks(total: int) -> list[int]:
    """Round steps of 1, 2 or 5 times a power of ten, at most five of them, and the total if there is room for it."""
    for step in map(int, round_numbers(0, len(str(total)))):
        if total > step * _MOST_ROUND_STEPS:
            continue
        ticks = list(range(0, total + 1, step))
        if _fits(ticks, "linear", total):
            with_total = sorted({*ticks, total})
            return with_total if _fits(with_total, "linear", total) else ticks
    return sorted({0, total})


def _fits(ticks: Sequence[int], scale: EpochScale, total: int) -> bool:
    """Whether no two neighbouring labels touch on an axis that ends at `total`."""
    places = positions([*ticks, max(total, 1)], scale)
    for left, right, move in zip(ticks, ticks[1:], np.diff(places), strict=False):
        room = move / places[-1] * PLOT_WIDTH
        if room < (len(epoch_text(left)) + len(epoch_text(right))) / 2 * CHARACTER_WIDTH + _GAP:
            return False
    return True
