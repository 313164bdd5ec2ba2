"""Change a run on the way: a branch is an experiment with an intervention, and until that epoch it is the run it leaves.

All of this is decided from frozen experiments alone; who asks for what, and where the play-head stands, is the page's affair.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from nncore.experiment.experiment import Experiment
from nncore.training.interventions import Intervention, SwitchOff
from nncore.training.interventions.of_the_training import ChangeLearningRate, ChangeOptimizer, ChangePenalty
from playground.settings.settings import LONGEST_RUN

_OF_SETTINGS = (ChangeLearningRate, ChangeOptimizer, ChangePenalty)


def with_settings(experiment: Experiment, epoch: int, wanted: Experiment) -> Experiment:
    """Return the branch that has the optimizer and the penalty of `wanted` from an epoch on.

    Examples
    --------
    >>> from nncore import SGD, articles
    >>> article = articles.single_neuron()
    >>> with_settings(article, 40, replace(article, optimizer=SGD(0.1))).interventions
    (Intervention(epoch=40, what='learning_rate', value=0.1),)
    """
    branch = _left_behind(replace(experiment, epochs=wanted.epochs), epoch, settings=False)
    # What the settings were changed to at this very epoch gives way: they are compared with what was in force before it.
    earlier = [
        change for change in branch.interventions if change.epoch < epoch or not isinstance(change, _OF_SETTINGS)
    ]
    branch = replace(branch, interventions=tuple(earlier))
    state = branch.plan.in_force(epoch)
    optimizer, penalty = state.optimizer, state.penalty
    changes = []
    if optimizer.at(wanted.optimizer.learning_rate) == wanted.optimizer != optimizer:
        changes.append(Intervention(epoch, "learning_rate", wanted.optimizer.learning_rate))
    elif optimizer != wanted.optimizer:
        changes.append(Intervention(epoch, "optimizer", wanted.optimizer))
    if penalty != wanted.penalty:
        changes.append(Intervention(epoch, "penalty", wanted.penalty))
    return _with(branch, *changes)


def with_parameter(experiment: Experiment, epoch: int, index: int, value: float) -> Experiment:
    """Return the branch in which a weight or bias is set by hand; it goes on if that was the last epoch.

    Raises
    ------
    nncore.errors.NeuralNetworkError
        If there is no such epoch or parameter, or the value is not a finite number.

    Examples
    --------
    >>> from nncore import articles
    >>> article = articles.single_neuron()
    >>> [with_parameter(article, epoch, 0, 2.5).epochs for epoch in (14_999, 15_000)]
    [15000, 30000]
    """
    return with_parameters(experiment, epoch, {index: value})


def with_parameters(experiment: Experiment, epoch: int, values: Mapping[int, float]) -> Experiment:
    """Return the branch in which several parameters are set together, by their places; as `with_parameter` in all else.

    Examples
    --------
    >>> from nncore import articles
    >>> with_parameters(articles.single_neuron(), 4, {0: 2.5, 2: -1.0}).interventions  # doctest: +NORMALIZE_WHITESPACE
    (Intervention(epoch=4, what='parameter', value=(0, 2.5)),
     Intervention(epoch=4, what='parameter', value=(2, -1.0)))
    """
    return _with(
        _left_behind(_going_on(experiment, epoch), epoch, settings=True),
        *(Intervention(epoch, "parameter", (index, value)) for index, value in values.items()),
    )


def with_frozen(experiment: Experiment, epoch: int, index: int, frozen: bool) -> Experiment:
    """Return the branch in which a parameter is held from an epoch on, or learns again; raises as `with_parameter`."""
    return _with(
        _left_behind(_going_on(experiment, epoch), epoch, settings=True), Intervention(epoch, "frozen", (index, frozen))
    )


def with_switched_off(experiment: Experiment, epoch: int, neuron: tuple[int, int]) -> Experiment:
    """Return the branch in which a neuron counts as 0 from an epoch on, by layer and index; raises as `with_parameter`."""
    return _with(
        _left_behind(_going_on(experiment, epoch), epoch, settings=True), Intervention(epoch, "switched_off", neuron)
    )


def with_switched_on(experiment: Experiment, epoch: int, neuron: tuple[int, int]) -> Experiment:
    """Return the run in which a neuron that is off at an epoch never was, with everything else that was changed.

    Examples
    --------
    >>> from nncore import articles
    >>> article = articles.hidden_layer()
    >>> with_switched_on(with_switched_off(article, 40, (1, 0)), 60, (1, 0)) == article
    True
    """
    kept = [
        change
        for change in experiment.interventions
        if not (isinstance(change, SwitchOff) and change.value == neuron and change.epoch <= epoch)
    ]
    return replace(experiment, interventions=tuple(kept))


def _going_on(experiment: Experiment, epoch: int) -> Experiment:
    """Let a run that is changed at its last epoch go on from there by as many epochs as it had: else nothing is learnt."""
    if epoch != experiment.epochs:
        return experiment
    return replace(experiment, epochs=min(2 * experiment.epochs, LONGEST_RUN))


def as_long_as_before(experiment: Experiment, left: Experiment, lengthened: Mapping[int, int]) -> Experiment:
    """Return a run as long as it was before it went on for a change at its last epoch, if it leaves the last such change.

    `left` is the run it leaves; `lengthened` says how many epochs a run had, by how many it has had since.

    Examples
    --------
    >>> from nncore import articles
    >>> article = articles.hidden_layer()
    >>> changed = with_switched_off(article, 200, (1, 0))
    >>> as_long_as_before(changed, article, {400: 200}).epochs
    400
    >>> as_long_as_before(with_switched_on(changed, 400, (1, 0)), changed, {400: 200}) == article
    True
    """
    before = lengthened.get(experiment.epochs)
    last, last_left = (max((change.epoch for change in run.interventions), default=-1) for run in (experiment, left))
    if before is None or not last < before <= last_left:
        return experiment
    return as_long_as_before(replace(experiment, epochs=before), left, lengthened)


def _left_behind(experiment: Experiment, epoch: int, *, settings: bool) -> Experiment:
    """Leave what was changed after an epoch, but for settings if they stay: the sidebar goes on showing them."""
    kept = [
        change for change in experiment.interventions if change.epoch <= epoch or (settings and not change.is_by_hand)
    ]
    return replace(experiment, interventions=tuple(kept))


def _with(experiment: Experiment, *changes: Intervention) -> Experiment:
    """Insert changes in their epoch, each in place of an earlier one of the same kind there."""
    replaced = {change.subject for change in changes}
    kept = [change for change in experiment.interventions if change.subject not in replaced]
    ordered = sorted([*kept, *changes], key=lambda change: change.epoch)
    return replace(experiment, interventions=tuple(_effective(experiment, ordered)))


def _effective(experiment: Experiment, changes: list[Intervention]) -> Iterator[Intervention]:
    """Give the changes that change something: what was set and then set back leaves no trace."""
    state = experiment.plan.in_force_at_first
    for change in changes:
        if not change.is_idle(state):
            yield change
        state = change.in_force(state)
