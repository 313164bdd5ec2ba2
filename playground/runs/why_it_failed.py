"""Why a finished run did not learn its table, and what helps, as far as it has been tried."""

from __future__ import annotations

import math
from collections.abc import Sequence

from nncore.diagnosis.diagnose import diagnose
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mend_result import MendResult, best_first, worth_telling
from nncore.diagnosis.mend_trial import SLICE, MendTrial
from nncore.diagnosis.mend_words import mend_words
from nncore.experiment.experiment import Experiment
from nncore.training.run import Run

ENOUGH = 0.5
"""Where no mend brings this share of the seeds to the goal, further ones are tried until one does."""


class WhyItFailed:
    """The findings of a run, and the trials of what mends the failures among them, and further ones where those fail.

    Parameters
    ----------
    experiment : Experiment
    run : Run
        Of it, finished.
    row_numbers : (sequence of int, sequence of int)
        What training and test rows are called.
    known : WhyItFailed, optional
        The same of this run, its rows called otherwise: what was tried is not tried again.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> xor = next(document.experiment for document in gallery() if document.title == "XOR")
    >>> why = WhyItFailed(xor, xor.trainer(warn=False).finish(), ((1, 2, 3, 4), ()))
    >>> why.failure.kind, [trial.words for trial in why.trials]
    ('not_separable', ['with 3 hidden neurons', 'with 2 hidden neurons', 'with 8 hidden neurons and Adam'])
    """

    def __init__(
        self,
        experiment: Experiment,
        run: Run,
        row_numbers: tuple[Sequence[int], Sequence[int]],
        *,
        known: WhyItFailed | None = None,
    ) -> None:
        self._row_numbers = _as_tuples(row_numbers)
        train, test = (numbers or None for numbers in self._row_numbers)
        self.findings = diagnose(experiment, run=run, row_numbers=train, test_row_numbers=test)
        self.failure: Finding | None = next((finding for finding in self.findings if finding.is_failure), None)
        self.mended: Finding | None = self.failure or _of_rows_held_out(self.findings)
        self._experiment = experiment
        self._trials: list[MendTrial] = [] if known is None else known._trials
        self._further: list[Experiment] = [] if known is None else known._further
        if known is None and self.mended is not None:
            self._trials = [self._trial(mend) for mend in self._of_this_table(self._mends_beside(self.mended))]
            self._further = self._of_this_table(self.mended.further)

    def is_called(self, row_numbers: tuple[Sequence[int], Sequence[int]]) -> bool:
        """Whether it calls the rows so."""
        return _as_tuples(row_numbers) == self._row_numbers

    @property
    def trials(self) -> tuple[MendTrial, ...]:
        """What is tried, in this order."""
        return tuple(self._trials)

    @property
    def still_tried(self) -> tuple[str, ...]:
        """What is still being tried, in words."""
        return tuple(trial.words for trial in self._open_trials)

    @property
    def is_tried(self) -> bool:
        """Whether all trials are finished, and no further one is worth it."""
        return not self._open_trials and not self._next_mend

    @property
    def progress(self) -> float:
        """How far the trials have come, from 0 to 1."""
        if self.is_tried:
            return 1.0
        left = sum(1 - trial.progress for trial in self._open_trials) + len(self._further)
        return 1 - left / (len(self._trials) + len(self._further))

    @property
    def offers(self) -> tuple[MendResult, ...]:
        """What the finished trials gave that helps, the best first."""
        return best_first(worth_telling([one.result for one in self.trials if one.finished]))

    def advance(self, seconds: float) -> None:
        """Train the trials on for some seconds."""
        while seconds > 0 and not self.is_tried:
            if not self._open_trials:
                self._trials.append(self._trial(self._further.pop(0)))
                continue
            self._open_trials[0].advance(seconds=min(SLICE, seconds))
            seconds -= SLICE

    def _mends_beside(self, first: Finding) -> list[Experiment]:
        """Return the mends of a finding, and of the other failures told: each may be what helps with the least change."""
        others = (one for one in self.findings if one.is_failure and one is not first)
        mends = (one.mend for one in others if one.judged_by == first.judged_by)
        return [*first.mends, *(mend for mend in mends if mend is not None)]

    @property
    def _open_trials(self) -> list[MendTrial]:
        """Those that still have something to say: not what changes more than a mend that helps every seed."""
        enough = [trial.changes for trial in self._trials if trial.finished and trial.result.share == 1]
        return [
            trial for trial in self._trials if not trial.finished and trial.changes <= min(enough, default=math.inf)
        ]

    @property
    def _next_mend(self) -> Experiment | None:
        """The further mend that is to be tried when all before it are finished; None if one of those helps enough."""
        helped = any(trial.finished and trial.result.share >= ENOUGH for trial in self._trials)
        return self._further[0] if self._further and not helped else None

    def _trial(self, mend: Experiment) -> MendTrial:
        assert self.mended is not None
        return MendTrial(self._experiment, mend, judged_by=self.mended.judged_by)

    def _of_this_table(self, mends: Sequence[Experiment]) -> list[Experiment]:
        # What leaves rows or columns out is offered beside the table, where one sees what goes; what repeats rows loses none.
        here, known = self._experiment.dataset, {trial.words for trial in self._trials}
        kept = [mend for mend in mends if mend.dataset == here or mend.dataset.samples > here.samples]
        named = [(mend_words(self._experiment, mend), mend) for mend in kept]
        # Of what is called alike, such as more epochs and even more, the longest: it is all that the others are.
        longest = dict(sorted(named, key=lambda words_and_mend: words_and_mend[1].epochs))
        return [mend for words, mend in named if mend is longest[words] and words not in known]


def _of_rows_held_out(findings: Sequence[Finding]) -> Finding | None:
    """Return what the rows held out show of a run that has learnt its training rows, such as overfitting."""
    return next((one for one in findings if one.judged_by == "held out" and one.mend is not None), None)


def _as_tuples(row_numbers: tuple[Sequence[int], Sequence[int]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    train, test = row_numbers
    return tuple(train), tuple(test)
