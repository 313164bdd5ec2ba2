"""Keep the starting weights that somebody has typed, and frozen, where something else begins a new run."""

from __future__ import annotations

from dataclasses import replace

from nncore.experiment.experiment import Experiment
from nncore.training.interventions import Freeze, SetParameter


def with_typed_start(experiment: Experiment, wanted: Experiment) -> Experiment:
    """Return what is wanted with the starting weights that were typed, and frozen, in the run on the screen.

    Not where other weights are drawn, or the network has others: then nobody can want the old ones.

    Examples
    --------
    >>> from nncore import SGD, articles
    >>> article = articles.single_neuron()
    >>> typed = replace(article, interventions=(SetParameter(0, "parameter", (2, 0.25)),))
    >>> with_typed_start(typed, replace(article, optimizer=SGD(0.1))).interventions
    (Intervention(epoch=0, what='parameter', value=(2, 0.25)),)
    >>> with_typed_start(typed, replace(article, seed=2)).interventions
    ()
    """
    if _what_is_drawn(experiment) != _what_is_drawn(wanted):
        return wanted
    typed = [
        change for change in experiment.interventions if change.epoch == 0 and isinstance(change, SetParameter | Freeze)
    ]
    return replace(wanted, interventions=(*typed, *wanted.interventions))


def _what_is_drawn(experiment: Experiment) -> tuple[object, ...]:
    architecture = experiment.architecture
    return experiment.seed, experiment.initializer, architecture.layer_sizes, architecture.bias
