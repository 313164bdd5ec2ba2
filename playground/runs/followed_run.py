"""Decide what becomes of a run when settings or tables say something else: the same run, a branch of it, or a new one."""

from __future__ import annotations

from dataclasses import replace

from nncore.data.dataset import Dataset
from nncore.experiment.experiment import Experiment
from playground.runs.typed_start import with_typed_start


def is_same_but_for_training(experiment: Experiment, wanted: Experiment) -> bool:
    """Whether two experiments differ only in what may change on the way, in how long they go on, and in their test rows.

    Examples
    --------
    >>> from nncore import SGD, articles
    >>> article = articles.single_neuron()
    >>> is_same_but_for_training(article, replace(article, optimizer=SGD(0.1), epochs=20_000))
    True
    >>> is_same_but_for_training(article, replace(article, seed=2))
    False
    """
    adapted = replace(
        wanted,
        optimizer=experiment.optimizer,
        penalty=experiment.penalty,
        epochs=experiment.epochs,
        interventions=(),
    )
    return goes_on(adapted, replace(experiment, interventions=()))


def followed(experiment: Experiment, wanted: Experiment) -> Experiment | None:
    """Return the run that goes with what is wanted, or None if that depends on where the play-head stands.

    Parameters
    ----------
    experiment : Experiment
        The run on the screen, with its interventions.
    wanted : Experiment
        What settings and tables say; it has no interventions. A setting that was changed on the way has in it the value
        it was changed to.

    Returns
    -------
    Experiment or None
        The one on the screen with another length and other test rows if nothing else is wanted; what is wanted, from the
        weights that were typed, if it needs a new run; None if optimizer, learning rate or penalty are to change, which a
        run under way can take up.

    Examples
    --------
    >>> from nncore import SGD, Intervention, articles
    >>> article = articles.single_neuron()
    >>> branch = replace(article, interventions=(Intervention(4, "learning_rate", 0.1),))
    >>> followed(branch, replace(article, optimizer=SGD(0.1))) == branch
    True
    >>> followed(branch, article) is None
    True
    >>> followed(branch, replace(article, optimizer=SGD(0.1), seed=7)).interventions
    ()
    """
    if not is_same_but_for_training(experiment, wanted):
        return with_typed_start(experiment, wanted)
    kept = tuple(change for change in experiment.interventions if change.epoch <= wanted.epochs)
    longer = replace(experiment, dataset=wanted.dataset, epochs=wanted.epochs, interventions=kept)
    state = longer.plan.in_force(longer.epochs)
    if (state.optimizer, state.penalty) == (wanted.optimizer, wanted.penalty):
        return longer
    # Where a change lies beyond the new end nothing is left of the run to go on from.
    return None if kept == experiment.interventions else with_typed_start(experiment, wanted)


def goes_on(old: Experiment, new: Experiment) -> bool:
    """Whether two experiments have the same run, tested on other rows or called otherwise: nothing is learnt from those.

    Where a stop rule watches validation rows, other test rows make another run of it.

    Examples
    --------
    >>> from nncore import articles
    >>> article = articles.hidden_layer()
    >>> untested = replace(article.dataset, test_inputs=None, test_targets=None)
    >>> goes_on(article, replace(article, dataset=untested)), goes_on(article, replace(article, seed=2))
    (True, False)
    """
    return _what_is_learnt(old) == _what_is_learnt(new)


def _what_is_learnt(experiment: Experiment) -> Experiment:
    dataset = experiment.dataset
    learnt = Dataset(dataset.all_inputs, dataset.targets)
    if experiment.watches_validation:
        learnt = Dataset(
            dataset.all_inputs,
            dataset.targets,
            test_inputs=dataset.all_test_inputs,
            test_targets=dataset.test_targets,
            validation_rows=dataset.validation_rows,
        )
    return replace(experiment, dataset=learnt)
