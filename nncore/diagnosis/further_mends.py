"""What else is worth a trial where what mends a finding by itself helps too few seeds."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.diagnosis.mend_words import mend_parts
from nncore.diagnosis.mends import ENOUGH_EPOCHS, ENOUGH_NEURONS, MORE, scaled
from nncore.diagnosis.suitable_rate import USUAL_RATES
from nncore.experiment.experiment import Experiment
from nncore.table_checks.mends import with_biases, with_hidden_neurons, with_settings, with_wider_layers
from nncore.training.optimizers import Adam
from nncore.training.plan import MOST_EPOCHS

KEPT = ("architecture", "target_scaling", "initializer", "interventions", "penalty", "clip_norm")
"""What nothing else makes up for: weights that start from zeros have no gradient with scaled inputs, either."""


def further_mends(experiment: Experiment, mend: Experiment | None = None) -> tuple[Experiment, ...]:
    """Return what helps most networks along, alone and together: those that change least first.

    Scaled inputs, biases, Adam with more epochs, and more hidden neurons.

    Parameters
    ----------
    experiment : Experiment
    mend : Experiment, optional
        What mends the finding: of another network, start, penalty or clipping, or of scaled targets, nothing is given up.

    Examples
    --------
    >>> from nncore import Architecture, Dataset, SGD
    >>> from nncore.diagnosis.mend_words import mend_words
    >>> hours = Dataset([[1, 6], [9, 7], [2, 3]], [[0], [1], [0]])
    >>> neuron = Experiment(hours, Architecture((2, 1), ("sigmoid",)), loss="huber", optimizer=SGD(1.0), epochs=100)
    >>> for mend in further_mends(neuron):
    ...     print(mend_words(neuron, mend))
    with scaled inputs
    with Adam and more epochs
    with scaled inputs, Adam and more epochs
    with 8 hidden neurons, scaled inputs, Adam and more epochs
    """
    kept = mend is not None and any(getattr(mend, name) != getattr(experiment, name) for name in KEPT)
    shaped = mend if mend is not None and kept else experiment
    found = {one: len(mend_parts(experiment, one)) for one in _mends(shaped) if one is not None and one != experiment}
    return tuple(sorted(found, key=lambda one: found[one]))


def _mends(experiment: Experiment) -> Iterator[Experiment | None]:
    with_scale = scaled(experiment)
    scale_and_bias = with_biases(with_scale or experiment) or with_scale or experiment
    wide = with_wider_layers if experiment.architecture.layer_count > 1 else with_hidden_neurons
    yield with_scale
    yield with_biases(experiment)
    yield _with_adam(experiment)
    yield scale_and_bias
    yield _with_adam(scale_and_bias)
    yield _with_adam(wide(scale_and_bias, ENOUGH_NEURONS) or scale_and_bias)


def _with_adam(experiment: Experiment) -> Experiment | None:
    epochs = min(MOST_EPOCHS, max(MORE * experiment.epochs, ENOUGH_EPOCHS))
    return with_settings(experiment, optimizer=Adam(USUAL_RATES["Adam"]), epochs=epochs, stop=(), interventions=())
