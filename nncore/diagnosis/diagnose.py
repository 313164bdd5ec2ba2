"""Diagnose a run: the one list of all kinds of findings, in the order of their importance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from nncore.diagnosis.clipping_too_tight import clipping_too_tight
from nncore.diagnosis.contradictory_rows import contradictory_rows
from nncore.diagnosis.dead_relu import dead_from_the_start, dead_on_the_way
from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.extrapolation import extrapolation
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.further_mends import further_mends
from nncore.diagnosis.learning_rate_too_high import learning_rate_too_high, overshoots
from nncore.diagnosis.learning_rate_too_low import crawls, learning_rate_too_low
from nncore.diagnosis.mends import helped_along
from nncore.diagnosis.needs_bias import needs_bias
from nncore.diagnosis.not_finite import not_finite
from nncore.diagnosis.not_separable import not_separable, not_separable_from_the_rest
from nncore.diagnosis.one_class_ignored import one_class_ignored
from nncore.diagnosis.overfitting import overfitting
from nncore.diagnosis.penalty_too_strong import held_by_a_penalty, penalty_too_strong
from nncore.diagnosis.saturated import saturated_from_the_start, saturated_on_the_way
from nncore.diagnosis.stopped_early import stopped_early
from nncore.diagnosis.stuck import stuck
from nncore.diagnosis.symmetric_start import symmetric_start
from nncore.diagnosis.targets_out_of_reach import targets_out_of_reach
from nncore.diagnosis.test_scaled_by_own_range import test_scaled_by_own_range
from nncore.diagnosis.unscaled_inputs import unscaled_after_all, unscaled_inputs
from nncore.diagnosis.unscaled_targets import unscaled_targets
from nncore.diagnosis.vanishing_gradient import vanishing_gradient
from nncore.errors import require_instance
from nncore.experiment.experiment import Experiment
from nncore.experiment.experiment_run import ExperimentRun
from nncore.training.run import Run

DETECTORS: tuple[Callable[[DiagnosedRun], Iterator[Finding]], ...] = (
    targets_out_of_reach,
    symmetric_start,
    dead_from_the_start,
    needs_bias,
    not_separable,
    unscaled_inputs,
    unscaled_targets,
    saturated_from_the_start,
    penalty_too_strong,
    clipping_too_tight,
    learning_rate_too_high,
    not_finite,
    dead_on_the_way,
    vanishing_gradient,
    one_class_ignored,
    learning_rate_too_low,
    contradictory_rows,
    overfitting,
    test_scaled_by_own_range,
    extrapolation,
)
"""The most important first: what is proved before what is seen, and a cause before what comes of it.

A new kind is a file, and its name here.
"""

WITHOUT_ANOTHER_CAUSE: tuple[Callable[[DiagnosedRun], Iterator[Finding]], ...] = (
    not_separable_from_the_rest,
    unscaled_after_all,
    overshoots,
    saturated_on_the_way,
    crawls,
    stopped_early,
    held_by_a_penalty,
    stuck,
)
"""What is said of a run whose failure nothing above explains, the first that applies: with a cause it only comes of it."""

OF_FEW_ROWS = (
    "not_separable",
    "learning_rate_too_low",
    "saturated",
    "stuck",
    "stopped_early",
    "penalty_too_strong",
    "learning_rate_too_high",
)
"""What is worth knowing, and no failure, where a run has nearly learnt its table."""


def diagnose(
    experiment: Experiment,
    *,
    run: ExperimentRun | Run | None = None,
    row_numbers: Sequence[int] | None = None,
    test_row_numbers: Sequence[int] | None = None,
) -> tuple[Finding, ...]:
    """Return why a network did not learn its table, and what else its run shows.

    Parameters
    ----------
    experiment : Experiment
    run : ExperimentRun or Run, optional
        Its run, if it has been made already; otherwise it is made here.
    row_numbers, test_row_numbers : sequence of int, optional
        What training and test rows are called in the sentences; by default they are counted from 1.

    Returns
    -------
    tuple of Finding
        The most important first. None of them is a failure if every training row is within 0.1 of its target.

    Raises
    ------
    SettingError
        If it is no experiment.

    Examples
    --------
    >>> from nncore import Architecture, Dataset, SGD
    >>> xor = Dataset([[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]])
    >>> neuron = Architecture((2, 1), ("sigmoid",))
    >>> finding, *_ = diagnose(Experiment(xor, neuron, loss="half_squared_error", optimizer=SGD(1.0), epochs=1000))
    >>> finding.kind, finding.rows, finding.mend.architecture.layer_sizes
    ('not_separable', (0, 1, 2, 3), (2, 3, 1))
    """
    require_instance("experiment", experiment, Experiment)
    made = experiment.trainer(warn=False).finish() if run is None else run
    diagnosed = DiagnosedRun(made, experiment, row_numbers, test_row_numbers)
    by_kind: dict[str, Finding] = {}
    for detector in DETECTORS:
        for finding in detector(diagnosed):
            by_kind.setdefault(finding.kind, finding)
    found = tuple(by_kind.values())
    if not any(finding.is_failure for finding in found):
        unexplained = (finding for detector in WITHOUT_ANOTHER_CAUSE for finding in detector(diagnosed))
        found = (*islice(unexplained, 1), *found)
    if diagnosed.is_nearly_learnt:
        found = tuple(replace(one, is_failure=one.is_failure and one.kind not in OF_FEW_ROWS) for one in found)
        found = tuple(sorted(found, key=lambda one: not one.is_failure))
    return tuple(_with_all_mends(finding, experiment) for finding in found)


def _with_all_mends(finding: Finding, experiment: Experiment) -> Finding:
    """Return a finding with what helps its mend along, and without mends that change nothing."""
    mend = None if finding.mend == experiment else finding.mend
    helped = helped_along(mend) if mend is not None and finding.judged_by != "held out" else ()
    if helped and mend is not None and mend.dataset != experiment.dataset:
        helped = (*helped, *helped_along(experiment))  # what helps the table as it is
    others = tuple(other for other in (*finding.alternatives, *helped) if other != experiment)
    found = replace(finding, mend=mend, alternatives=others)
    if not finding.is_failure or finding.judged_by == "held out":
        return found
    return replace(found, further=tuple(one for one in further_mends(experiment, mend) if one not in found.mends))
