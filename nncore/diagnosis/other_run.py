"""What a run would have come to with one thing changed."""

from __future__ import annotations

from dataclasses import dataclass

from nncore.experiment.experiment import Experiment


@dataclass(frozen=True)
class OtherRun:
    """What a changed experiment came to.

    Attributes
    ----------
    changed : Experiment
    epochs : int
        How many were tried: as many as the run has, or fewer where a moment allows no more.
    has_learnt : bool
        Whether its table was learnt after them.
    learnt_after : int or None
        After how many its loss was first as low as that of a table that is learnt; None if it never was.
    """

    changed: Experiment
    epochs: int
    has_learnt: bool
    learnt_after: int | None

    @property
    def least_epochs(self) -> int:
        """How many epochs it needs at least."""
        return self.epochs if self.learnt_after is None else self.learnt_after
