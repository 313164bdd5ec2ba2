"""The weights and biases that a run starts from: drawn from the seed, or typed, and which of them are frozen."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from nncore.errors import SettingError
from nncore.experiment.experiment import Experiment
from nncore.network.flat_order import parameter_places
from nncore.network.neuron_names import bias_name, neuron_names, weight_name
from nncore.training.interventions import Freeze, Intervention, SetParameter


@dataclass(frozen=True)
class StartingWeights:
    """What a run starts from.

    Attributes
    ----------
    values : tuple of float
        All weights and biases in the order of the flat vector; of a neuron that is switched off from the start, those
        that it has once it is put back.
    frozen : frozenset of int
        The places of those that no update moves.
    """

    values: tuple[float, ...]
    frozen: frozenset[int] = frozenset()


def starting_weights(experiment: Experiment) -> StartingWeights:
    """Return what the run of an experiment starts from, with what is set by hand at epoch 0.

    A neuron that is switched off there only counts as 0: its weights are those to which putting it back returns.

    Examples
    --------
    >>> from nncore.textbook_examples import mazur
    >>> start = starting_weights(mazur())
    >>> start.values[:4], sorted(start.frozen)
    ((0.15, 0.25, 0.2, 0.3), [4, 5, 10, 11])
    """
    parameters = experiment.network().parameters[np.newaxis].copy()
    for change in experiment.interventions:
        if change.epoch == 0 and isinstance(change, SetParameter):
            change.apply(parameters, experiment.architecture)
    return StartingWeights(tuple(parameters[0].tolist()), experiment.in_force(0).frozen)


def with_starting_weights(experiment: Experiment, start: StartingWeights) -> Experiment:
    """Return the experiment whose run starts from other weights; what was set by hand on the way is left behind.

    A neuron that is off from the start stays off, and has its own of these weights once it is put back.

    Raises
    ------
    SettingError
        If there are not as many numbers as weights and biases.

    Examples
    --------
    >>> from nncore import articles
    >>> typed = with_starting_weights(articles.single_neuron(), StartingWeights((0.5, -0.25, 1 / 3), frozenset({1})))
    >>> typed.run().history.network_at(0).parameters.tolist()
    [0.5, -0.25, 0.3333333333333333]
    >>> starting_weights(typed).frozen
    frozenset({1})
    """
    count = experiment.architecture.parameter_count
    if len(start.values) != count:
        raise SettingError(
            f"There must be a number for each of the {count} weights and biases. Got {len(start.values)} numbers instead."
        )
    kept = [
        change
        for change in experiment.interventions
        if not change.is_by_hand or (change.epoch == 0 and not isinstance(change, SetParameter | Freeze))
    ]
    drawn = experiment.network().parameters.tolist()
    changes = (
        *(
            Intervention(0, "parameter", (place, value))
            for place, value in enumerate(start.values)
            if value != drawn[place]
        ),
        *(Intervention(0, "frozen", (place, True)) for place in sorted(start.frozen)),
    )
    ordered = sorted((*changes, *kept), key=lambda change: change.epoch)
    return replace(experiment, interventions=tuple(ordered))


def names_by_neuron(experiment: Experiment) -> dict[str, int]:
    """Return the names of all weights and biases with their places in the flat vector, neuron by neuron.

    Textbooks number them so: the weights that lead to a neuron, its bias, then those of the next.

    Examples
    --------
    >>> from nncore.textbook_examples import mazur
    >>> list(names_by_neuron(mazur()))[:4]
    ['i1 → hidden 1', 'i2 → hidden 1', 'bias of hidden 1', 'i1 → hidden 2']
    """
    architecture, dataset = experiment.architecture, experiment.dataset
    sizes = architecture.layer_sizes
    neurons = neuron_names(sizes, dataset.all_input_names, dataset.target_names)
    places = enumerate(parameter_places(sizes, architecture.bias))
    ordered = sorted(places, key=lambda one: (one[1].layer, one[1].end, one[1].start is None, one[1].start))
    found: dict[str, int] = {}
    for index, (layer, start, end) in ordered:
        name = neurons[layer + 1][end]
        called = bias_name(name) if start is None else weight_name(neurons[layer][start], name)
        # Columns may be called as they like, "hidden 1" too.
        found[called if called not in found else f"{called} ({index + 1})"] = index
    return found
