"""Which parameters of a network a run moves at all."""

from __future__ import annotations

from nncore.experiment.experiment import Experiment


def trained_parameters(experiment: Experiment) -> tuple[int, ...]:
    """Return the places of the parameters that are not held all along, frozen or of a neuron that is switched off.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from nncore import Intervention, articles
    >>> frozen = (Intervention(0, "frozen", (1, True)),)
    >>> trained_parameters(replace(articles.single_neuron(), interventions=frozen))
    (0, 2)
    >>> off = (Intervention(0, "switched_off", (0, 2)),)
    >>> trained_parameters(replace(articles.single_neuron(), interventions=off))
    (0, 1)
    """
    architecture, plan = experiment.architecture, experiment.plan
    epochs = {0, *plan.changes_by_epoch}
    held = frozenset.intersection(*(plan.in_force(epoch).held(architecture) for epoch in epochs))
    return tuple(place for place in range(architecture.parameter_count) if place not in held)
