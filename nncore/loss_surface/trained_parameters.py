"""Which parameters of a network a run moves at all."""

from __future__ import annotations

from nncore.experiment.experiment import Experiment


def trained_parameters(experiment: Experiment) -> tuple[int, ...]:
    """Return the places of the parameters that are not frozen all along.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from nncore import Intervention, articles
    >>> frozen = (Intervention(0, "frozen", (1, True)),)
    >>> trained_parameters(replace(articles.single_neuron(), interventions=frozen))
    (0, 2)
    """
    epochs = {0, *experiment.plan.changes_by_epoch}
    frozen = frozenset.intersection(*(experiment.plan.in_force(epoch).frozen for epoch in epochs))
    return tuple(place for place in range(experiment.architecture.parameter_count) if place not in frozen)
