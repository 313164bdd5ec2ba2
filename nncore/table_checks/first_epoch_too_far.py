"""Inputs with which the first epoch already goes much too far at the learning rate that is chosen."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.experiment.experiment import Experiment
from nncore.network.activations import has_ends
from nncore.number_text import number_text, sentence_number
from nncore.table_checks.checked_table import CheckedTable, named_columns
from nncore.table_checks.mends import with_settings
from nncore.table_checks.table_finding import TableFinding
from nncore.table_checks.unscaled_inputs import unscaled_inputs

MUCH = 10.0
"""By so much one epoch multiplies the loss where its steps go much too far."""

FAR = 10.0
"""A sum that one epoch moves by more leaps over all that a bounded activation bends in."""

FALLEN = 0.9
"""Scaled inputs that leave more of the loss behind the first epoch mend no leap."""

BEYOND_SCALED = 3.0
"""Scaled inputs are hardly larger."""

MOST_ROWS = 1_000
"""One epoch of more rows takes longer than a check of a table may."""


def first_epoch_too_far(table: CheckedTable) -> Iterator[TableFinding]:
    """Find unscaled inputs with which one epoch multiplies the loss by ten, or leaps and raises it; scaling was tried.

    A loss of classes that is bounded cannot be multiplied: there the sums tell.

    Examples
    --------
    >>> from nncore import Architecture, Dataset, SGD
    >>> rows = Dataset([[5.0, 3.0], [9.0, 7.0], [4.0, 4.0]], [[0], [1], [0]], input_names=["weight", "length"])
    >>> network = Architecture((2, 1), ("sigmoid",))
    >>> fast = Experiment(rows, network, loss="binary_cross_entropy", reduction="sum", optimizer=SGD(5.0), epochs=10)
    >>> next(first_epoch_too_far(CheckedTable(fast))).sentence
    'weight and length reach 9: with a learning rate of 5 the first epoch alone takes the loss from 4.18 to 560, for its \
step goes much too far. With scaled inputs it takes it from 1.45 to 0.000118.'
    """
    experiment, largest = table.experiment, np.abs(table.seen_inputs).max(axis=0)
    few = experiment.epochs > 0 and experiment.dataset.samples <= MOST_ROWS
    if not few or experiment.input_scaling != "none" or largest.max() <= BEYOND_SCALED or any(unscaled_inputs(table)):
        return
    before, after, moved = _first_epoch(experiment)
    mend = with_settings(experiment, input_scaling="standard")
    grows, leaps = after > MUCH * before, moved > FAR and after > before
    if not (grows or leaps) or mend is None:
        return
    mended_before, mended_after, mended_moved = _first_epoch(mend)
    if mended_after > mended_before or (not grows and (mended_moved > FAR or mended_after > FALLEN * mended_before)):
        return
    names = [experiment.dataset.all_input_names[place] for place in np.flatnonzero(largest > BEYOND_SCALED)]
    rate = sentence_number(experiment.optimizer.learning_rate)
    leap = "" if grows else f"moves a sum by {number_text(moved)}, beyond all that its neuron bends in, and "
    end = f"to {number_text(after)}" if np.isfinite(after) else "beyond all bounds"
    yield TableFinding(
        "unscaled_inputs",
        f"{named_columns(names)} reach{'es' if len(names) == 1 else ''} {sentence_number(largest.max())}: with a learning rate "
        f"of {rate} the first epoch alone {leap}takes the loss from {number_text(before)} {end}, for its step goes "
        f"much too far. With scaled inputs it takes it from {number_text(mended_before)} to {number_text(mended_after)}.",
        columns=tuple(names),
        mend=mend,
    )


def _first_epoch(experiment: Experiment) -> tuple[float, float, float]:
    """Return the loss before the first epoch and after it, and how far it moved a sum of a bounded activation.

    Infinity where numbers stop being finite.
    """
    trainer = experiment.trainer(warn=False)
    trainer.advance(epochs=1)
    loss, reason = trainer.history.loss, trainer.stop_reason
    # Such an epoch is not recorded.
    if reason is not None and reason.kind == "not_finite":
        return float(loss[0]), np.inf, np.inf
    sums, moved = (
        trainer.history.network_at(epoch).forward(experiment.scaled()[0]).pre_activations
        for epoch in (0, trainer.epoch)
    )
    moves = [
        float(np.abs(after - before).max())
        for name, before, after in zip(experiment.architecture.activations, sums, moved, strict=True)
        if has_ends(name)
    ]
    return float(loss[0]), float(loss[-1]), max(moves, default=0.0)
