"""Why the run on the screen is another one, in a sentence."""

from __future__ import annotations

from dataclasses import replace

from nncore.experiment.experiment import Experiment


def what_changed(old: Experiment | None, new: Experiment) -> str:
    """Return a sentence on why the run on the screen is a new one, or an empty text if it goes on from the old one.

    Examples
    --------
    >>> from nncore import articles
    >>> from playground.runs.branching import with_parameter
    >>> article = articles.single_neuron()
    >>> what_changed(article, replace(article, seed=2))
    'A new run: other starting weights.'
    >>> what_changed(article, with_parameter(article, 4, 0, 1.0))
    ''
    """
    if old is None or replace(old, epochs=new.epochs) == new:
        return ""
    if any(change not in old.interventions for change in new.interventions):
        return ""
    return f"A new run: {_difference(old, new)}."


def _difference(old: Experiment, new: Experiment) -> str:
    if old.dataset != new.dataset:
        return "the table has changed"
    if old.architecture != new.architecture:
        is_all = replace(old, architecture=new.architecture, epochs=new.epochs) == new
        return "another architecture" if is_all else "another architecture and other settings"
    if (old.seed, old.initializer) != (new.seed, new.initializer):
        return "other starting weights"
    if replace(old, epochs=new.epochs, interventions=new.interventions) == new:
        return "without what was changed on the way"
    return "other settings"
