"""What a diagnosis has found in a run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from nncore.experiment.experiment import Experiment

Kind = Literal[
    "not_separable",
    "needs_bias",
    "not_finite",
    "learning_rate_too_high",
    "learning_rate_too_low",
    "saturated",
    "dead_relu",
    "symmetric_start",
    "unscaled_inputs",
    "targets_out_of_reach",
    "contradictory_rows",
    "one_class_ignored",
    "stuck",
    "overfitting",
    "test_scaled_by_own_range",
    "extrapolation",
    "stopped_early",
    "vanishing_gradient",
    "penalty_too_strong",
    "unscaled_targets",
    "clipping_too_tight",
]

JudgedBy = Literal["training", "held out", "classes"]

TITLES: dict[Kind, str] = {
    "not_separable": "Not separable",
    "needs_bias": "A bias is missing",
    "not_finite": "Numbers beyond all bounds",
    "learning_rate_too_high": "The learning rate is too high",
    "learning_rate_too_low": "The learning rate is too low",
    "saturated": "Saturated neurons",
    "dead_relu": "Dead ReLUs",
    "symmetric_start": "A symmetric start",
    "unscaled_inputs": "Unscaled inputs",
    "targets_out_of_reach": "Targets out of reach",
    "contradictory_rows": "Contradictory rows",
    "one_class_ignored": "A class is ignored",
    "stuck": "Stuck",
    "overfitting": "Overfitting",
    "test_scaled_by_own_range": "Test rows scaled by their own range",
    "extrapolation": "Test rows outside the training range",
    "stopped_early": "Stopped too early",
    "vanishing_gradient": "A vanishing gradient",
    "penalty_too_strong": "The penalty is too strong",
    "unscaled_targets": "Unscaled targets",
    "clipping_too_tight": "Gradients are clipped too short",
}
"""What each kind is called above its sentence."""


@dataclass(frozen=True)
class Finding:
    """One thing that a run shows about itself.

    Attributes
    ----------
    kind : str
        Which kind of thing it is, one of `Kind`.
    sentence : str
        What it is and how it can be seen, for a person.
    rows : tuple of int
        The training rows concerned, counted from 0.
    epochs : tuple of int
        The epochs at which it can be seen, rising; none if it holds from the first to the last.
    mend : Experiment or None
        The same experiment without the fault; None where only the person knows what is right. Whether it helps is shown by
        running it: see `nncore.try_mend`.
    is_failure : bool
        Whether it is why the network did not learn its training rows; otherwise it is only worth knowing.
    numbers : tuple of (str, float)
        The evidence: what each number is, and the number.
    test_rows : tuple of int
        The test rows concerned, counted from 0.
    alternatives : tuple of Experiment
        Other mends that are worth a trial: a smaller one, or those that change more along with it.
    further : tuple of Experiment
        What is worth a trial where all of these help too few seeds: `nncore.diagnosis.further_mends`.
    judged_by : {"training", "held out", "classes"}
        What a trial of the mend goes by: the loss of the training rows, that of the rows held out, or that no class is ignored.
    """

    kind: Kind
    sentence: str
    rows: tuple[int, ...] = ()
    epochs: tuple[int, ...] = ()
    mend: Experiment | None = None
    is_failure: bool = True
    numbers: tuple[tuple[str, float], ...] = ()
    test_rows: tuple[int, ...] = ()
    alternatives: tuple[Experiment, ...] = ()
    further: tuple[Experiment, ...] = ()
    judged_by: JudgedBy = "training"

    @property
    def title(self) -> str:
        """What its kind is called above its sentence."""
        return TITLES[self.kind]

    @property
    def mends(self) -> tuple[Experiment, ...]:
        """The mend and its alternatives, none twice: what is to be tried, in this order."""
        return tuple(dict.fromkeys(mend for mend in (self.mend, *self.alternatives) if mend is not None))
