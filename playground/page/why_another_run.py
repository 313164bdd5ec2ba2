"""Why another run begins, in the page's words."""

from __future__ import annotations

from dataclasses import replace

from nncore.errors import NeuralNetworkError
from nncore.experiment.experiment import Experiment
from playground.runs.what_changed import what_changed
from playground.settings.build import settings_at_the_end
from playground.settings.changed_settings import changed_settings

LEFT_BEHIND = "It begins anew, without what was changed by hand."


def why_another_run(old: Experiment, new: Experiment) -> str:
    """Return the settings that have changed from one experiment to the next, or what else has; empty if the run goes on.

    A run that only is no longer changed on the way, and as long as before that, says just that.

    Examples
    --------
    >>> from nncore import articles
    >>> article = articles.single_neuron()
    >>> why_another_run(article, replace(article, seed=2))
    'Seed: 1 → 2.'
    >>> from playground.runs.branching import with_parameter
    >>> why_another_run(with_parameter(article, 4, 0, 2.5), replace(article, seed=2))
    'Seed: 1 → 2. It begins anew, without what was changed by hand.'
    >>> why_another_run(with_parameter(article, 15_000, 0, 2.5), article)
    'A new run: without what was changed on the way.'
    """
    sentence = what_changed(old, new)
    if not sentence or _is_taken_back(old, new):
        return sentence
    try:
        settings = changed_settings(settings_at_the_end(old), settings_at_the_end(new))
    except NeuralNetworkError:  # for what was opened the page may have no setting
        return sentence
    if old.dataset != new.dataset:
        return f"{sentence} {settings}".rstrip()
    if settings and any(change.is_by_hand for change in old.interventions):
        return f"{settings} {LEFT_BEHIND}"
    return settings or sentence


def _is_taken_back(old: Experiment, new: Experiment) -> bool:
    """Whether what was changed on the way is not any more, and that for no setting: it would have room in the new run."""
    left = [change for change in old.interventions if change not in new.interventions]
    is_same = replace(old, epochs=new.epochs, interventions=new.interventions) == new
    return is_same and all(change.epoch <= new.epochs for change in left)
