"""Train an experiment from many seeds, within the time that one page may take, for the scaling laboratory."""

from __future__ import annotations

from dataclasses import replace

from nncore.errors import SettingError
from nncore.experiment.experiment import Experiment
from nncore.scaling_laboratory import MOST_SEEDS, ScalingLaboratory

LONGEST = 10.0
"""Seconds of training."""


def laboratory_of(
    experiment: Experiment, seeds: int, *, threshold: float | None = None, seconds: float = LONGEST
) -> ScalingLaboratory:
    """Return the networks of seeds 0, 1, 2, …, trained to the end; what was changed by hand on the way is left out.

    Parameters
    ----------
    experiment : Experiment
        With test rows.
    seeds : int
        How many.
    threshold : float, optional
        As for `ScalingLaboratory`.
    seconds : float
        How long it may take.

    Raises
    ------
    SettingError
        If there are too many seeds, or they take too long; if there are no test rows.

    Examples
    --------
    >>> from nncore import articles
    >>> laboratory_of(articles.hidden_layer(), 20).results["train"].seeds_all_right
    2
    >>> laboratory_of(articles.hidden_layer(), 1_000, seconds=1e-9)
    Traceback (most recent call last):
    nncore.errors.SettingError: Training 1,000 networks takes too long here. Choose fewer seeds, or fewer epochs on the page.
    """
    if not 1 <= seeds <= MOST_SEEDS:
        raise SettingError(f"Seeds must be a whole number from 1 to {MOST_SEEDS:,}. Got {seeds:,} instead.")
    if experiment.dataset.test_inputs is None:
        raise SettingError("Scaling is compared on the test rows, and there are none. Add a test table.")
    trainer = replace(experiment, interventions=()).population_trainer(range(seeds), warn=False)
    trainer.advance(seconds=seconds)
    if not trainer.finished:
        raise SettingError(
            f"Training {seeds:,} networks takes too long here. Choose fewer seeds, or fewer epochs on the page."
        )
    return ScalingLaboratory(experiment, trainer.population, threshold)
