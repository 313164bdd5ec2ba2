"""Hold a finished run as those who look for a kind of failure see it: what was learnt, and what was not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nncore.data.scaler import Scaler
from nncore.diagnosis.continuation import Continuation, continuation
from nncore.diagnosis.cuts import straight_cuts_of
from nncore.diagnosis.goal import UNEXPLAINED, loss_of_one_answer
from nncore.diagnosis.loss_trend import FLAT_WITHIN, LossTrend, loss_trend
from nncore.diagnosis.other_run import OtherRun
from nncore.diagnosis.suitable_rate import suitable_rate
from nncore.errors import TableError
from nncore.experiment.experiment import Experiment
from nncore.experiment.experiment_run import ExperimentRun
from nncore.network.network import Network
from nncore.network.trace import Trace
from nncore.table_checks.checked_table import GOOD_WITHIN, CheckedTable
from nncore.table_checks.contradictory_rows import contradictory_rows
from nncore.table_checks.one_layer import OneLayer
from nncore.table_checks.one_neuron import OneNeuron
from nncore.table_checks.table_finding import TableFinding
from nncore.training.divergence import DivergenceCause, divergence_cause, weight_set_too_large
from nncore.training.history import History
from nncore.training.run import Run

Array = NDArray[np.float64]

FEW_ROWS, LEFT_TO_CHANCE = 0.05, 0.5
"""Rows of measured classes that lie among those of another, and the part of measured amounts that nothing in a table tells."""


@dataclass(frozen=True, eq=False)
class DiagnosedRun:
    """A finished run, and what is asked of it by more than one kind of finding.

    Attributes
    ----------
    run : ExperimentRun or Run
    experiment : Experiment
        What it is a run of.
    row_numbers, test_row_numbers : sequence of int or None
        What the rows are called in sentences; None counts them from 1.
    other_runs : dict of Experiment to OtherRun or None
        What changed experiments have come to, as far as they were tried.
    """

    run: ExperimentRun | Run
    experiment: Experiment
    row_numbers: Sequence[int] | None = None
    test_row_numbers: Sequence[int] | None = None
    other_runs: dict[Experiment, OtherRun | None] = field(default_factory=dict, init=False)

    @property
    def history(self) -> History:
        """The epochs of the run."""
        return self.run.history

    @property
    def network(self) -> Network:
        """After the last epoch."""
        return self.run.network

    @property
    def is_finite(self) -> bool:
        """Whether all numbers stayed finite."""
        return self.run.stop_reason.kind != "not_finite"

    @cached_property
    def table(self) -> CheckedTable:
        """The table as its checks look at it."""
        return CheckedTable(self.experiment, self.row_numbers, self.test_row_numbers)

    @cached_property
    def epochs(self) -> NDArray[np.int64]:
        """The recorded epochs."""
        return self.history.epochs

    @cached_property
    def losses(self) -> Array:
        """The loss of the whole training table after each of them."""
        return self.history.loss

    @cached_property
    def parameters(self) -> Array:
        """The parameters after each of them."""
        return self.history.parameters

    @cached_property
    def start(self) -> Network:
        """Before any update, with what was set by hand."""
        return self.history.network_at(0)

    @cached_property
    def trace(self) -> Trace:
        """The training rows on their way through the trained network."""
        return self.network.forward(self.table.seen_inputs)

    @cached_property
    def start_trace(self) -> Trace:
        """The training rows on their way through the network before any update."""
        return self.start.forward(self.table.seen_inputs)

    @cached_property
    def contradiction(self) -> TableFinding | None:
        """Rows that are the same to the network and have different targets, if there are any."""
        return next(contradictory_rows(self.table), None)

    @cached_property
    def straight_cuts(self) -> OneNeuron | OneLayer | None:
        """Whether straight cuts can learn the classes, if the network draws no others; None if that is no question."""
        return straight_cuts_of(self)

    def learning_rate_at(self, epoch: int) -> float:
        """Return the learning rate of the update that led to an epoch."""
        return self.experiment.plan.in_force(max(0, epoch - 1)).optimizer.learning_rate

    @cached_property
    def suitable_rate(self) -> float | None:
        """A learning rate that suits the experiment, if one is known."""
        return suitable_rate(self.experiment)

    @cached_property
    def trend(self) -> LossTrend:
        """What the loss did in the second half of the run."""
        return loss_trend(self.epochs, self.losses)

    @cached_property
    def pace(self) -> float:
        """How far the weights moved in the second half of the run, in units of how far they moved in the first; 0 at rest."""
        middle = self.parameters[np.searchsorted(self.epochs, self.epochs[-1] / 2)]
        early, late = np.linalg.norm(middle - self.parameters[0]), np.linalg.norm(self.parameters[-1] - middle)
        return float(late / early) if early else 0.0

    @cached_property
    def trained_on(self) -> Continuation | None:
        """What the run came to if it went on for a moment."""
        return continuation(self.experiment, self.history)

    @property
    def would_go_on(self) -> bool:
        """Whether its loss would have fallen further."""
        if self.trained_on is None:
            return self.trend.fell >= FLAT_WITHIN
        return self.trained_on.loss < (1 - FLAT_WITHIN) * self.trend.last

    @property
    def first_epoch_not_finite(self) -> int:
        """The first epoch after the last one whose numbers are all finite."""
        last = self.run.stop_reason.epoch
        return last + 1 if np.isfinite(self.losses[-1]) else last

    @cached_property
    def divergence(self) -> DivergenceCause | None:
        """Why the numbers stopped being finite; None if they did not."""
        if self.is_finite:
            return None
        experiment, epoch = self.experiment, self.first_epoch_not_finite
        by_hand = weight_set_too_large(experiment.plan, epoch)
        seen = self.table.seen_inputs, self.table.seen_targets
        in_force = experiment.plan.in_force(max(0, epoch - 1))
        return by_hand or divergence_cause(experiment.architecture, experiment.plan, *seen, in_force)

    @property
    def diverged_by_its_rate(self) -> bool:
        """Whether the numbers stopped being finite by a learning rate that is too high, for scaled inputs as well."""
        cause = self.divergence
        if cause is None or cause.kind not in ("learning_rate", "inputs"):
            return False
        rate = self.learning_rate_at(self.first_epoch_not_finite)
        return cause.kind == "learning_rate" or (cause.stable_rate is not None and rate >= cause.stable_rate)

    # --- what was learnt -----------------------------------------------------------------------------------------------

    @cached_property
    def misses(self) -> Array:
        """How far each row's outputs are from their targets, the farthest of its outputs: shape (rows,)."""
        with np.errstate(over="ignore", invalid="ignore"):
            return np.asarray((np.abs(self.trace.outputs - self.table.seen_targets) / self.table.units).max(axis=1))

    @cached_property
    def is_good(self) -> bool:
        """Whether every training row is learnt."""
        return self.is_finite and bool((self.misses <= GOOD_WITHIN).all())

    @cached_property
    def unlearnt(self) -> tuple[int, ...]:
        """The rows that are not learnt though they could be: of classes those not called right, of amounts those too far.

        Rows that contradict others are left out: no network can learn all of them.
        """
        missed = (self.misses > GOOD_WITHIN) & ~self.called_right
        if self.contradiction is not None:
            missed[list(self.contradiction.rows)] = False
        return tuple(np.flatnonzero(missed).tolist())

    @cached_property
    def has_failed(self) -> bool:
        """Whether the network has not learnt what it was to learn."""
        if not self.is_finite:
            return True
        if self.is_good or not self.unlearnt:
            return False
        return self.experiment.dataset.classes is not None or self.unexplained > UNEXPLAINED

    @property
    def is_nearly_learnt(self) -> bool:
        """Whether what is not learnt may as well be what is left to chance: few rows of a class, a part of amounts.

        Amounts that are learnt in a moment, if the run goes on, are not.
        """
        if self.experiment.dataset.classes is None:
            further = self.trained_on if self.has_failed and self.is_finite else None
            return self.unexplained <= LEFT_TO_CHANCE and not (further and further.learnt_after)
        return len(self.unlearnt) <= FEW_ROWS * self.experiment.dataset.samples

    @cached_property
    def unexplained(self) -> float:
        """What is left of the loss that one answer to all rows would have, where 0 is the lowest loss there is."""
        lowest = 0.0 if self.contradiction is None else self.contradiction.lowest_loss or 0.0
        with np.errstate(over="ignore"):
            highest, reached = loss_of_one_answer(self.experiment) - lowest, float(self.losses[-1]) - lowest
        return reached / highest if 0 < highest < np.inf else np.inf

    @cached_property
    def called_right(self) -> NDArray[np.bool_]:
        """Which rows the trained network calls by their class, shape (rows,); none of them if there are no classes."""
        dataset = self.experiment.dataset
        if dataset.classes is None:
            return np.zeros(dataset.samples, dtype=bool)
        outputs = unscaled(self.experiment.target_scaler, self.trace.outputs)
        return np.array([right is True for right in dataset.classes.right(dataset.targets, outputs)])

    # --- what is said of it --------------------------------------------------------------------------------------------

    def named_unlearnt(self) -> str:
        """Return the rows that are not learnt, with a verb, for a sentence that ends with them.

        Examples
        --------
        >>> from nncore import articles
        >>> from dataclasses import replace
        >>> experiment = replace(articles.single_neuron(), epochs=1)
        >>> DiagnosedRun(experiment.run(), experiment).named_unlearnt()
        'rows 2 and 3 are still wrong'
        """
        if not self.unlearnt:
            return "some rows are still wrong"
        what = "wrong" if self.experiment.dataset.classes is not None else "far from its target"
        if len(self.unlearnt) > 1 and what != "wrong":
            what = "far from their targets"
        return f"{self.table.named(self.unlearnt)} {'is' if len(self.unlearnt) == 1 else 'are'} still {what}"


def unscaled(scaler: Scaler, outputs: Array) -> Array:
    """Return outputs, shape (rows, outputs), in the units of the table; as they are where they are too large for that.

    Examples
    --------
    >>> from nncore.data.scaling import MinMaxScaler
    >>> unscaled(MinMaxScaler().fit([[0], [10]]), np.array([[0.5]])).item()
    5.0
    """
    try:
        return scaler.inverse_transform(outputs)
    except TableError:  # beyond the largest float: far from every target in any unit
        return outputs
