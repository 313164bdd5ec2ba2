"""What was changed while a run was under way, told in words."""

from __future__ import annotations

from typing import Any

from nncore.experiment.experiment import Experiment
from nncore.training.interventions import OF_ONE_PARAMETER, Intervention
from nncore.training.optimizers import Optimizer
from playground.settings.settings import BY_NAME, Choice
from playground.text.parameter_names import parameter_names
from playground.text.shown_number import shown_number


def describe_changes(experiment: Experiment) -> list[dict[str, Any]]:
    """Return the interventions of a run as plain JSON, each with its epoch and a text.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from nncore import articles
    >>> article = articles.single_neuron()
    >>> changes = (Intervention(4, "parameter", (0, 2.5)), Intervention(4, "frozen", (0, True)))
    >>> [change["text"] for change in describe_changes(replace(article, interventions=changes))]
    ['input 1 → target = 2.500', 'input 1 → target frozen']
    """
    if not experiment.interventions:
        return []
    dataset, architecture = experiment.dataset, experiment.architecture
    names = parameter_names(architecture.layer_sizes, architecture.bias, dataset.input_names, dataset.target_names)
    return [_described(change, [name.name for name in names]) for change in experiment.interventions]


def way_back(experiment: Experiment) -> str:
    """Return what the link says that begins the run again without its changes on the way; empty if it has none."""
    if not experiment.interventions:
        return ""
    settings = any(change.what not in OF_ONE_PARAMETER for change in experiment.interventions)
    return "Start over with this instead" if settings else "Start over without this"


def _described(change: Intervention, names: list[str]) -> dict[str, Any]:
    described = {"epoch": change.epoch, "what": change.what}
    if change.what in OF_ONE_PARAMETER:
        index, value = change.value
        return {**described, "index": index, **_of_parameter(change.what, names[index], value)}
    if change.what == "learning_rate":
        return {**described, "text": f"learning rate {change.value:g}"}
    if isinstance(change.value, Optimizer):
        label = _label("optimizer", change.value.name)
        return {**described, "text": f"{label}, learning rate {change.value.learning_rate:g}"}
    if change.value is None:
        return {**described, "text": "no penalty"}
    return {**described, "text": f"penalty {type(change.value).__name__} {change.value.strength:g}"}


def _of_parameter(what: str, name: str, value: Any) -> dict[str, Any]:
    if what == "frozen":
        return {"frozen": value, "text": f"{name} {'frozen' if value else 'learns again'}"}
    return {"value": value, "text": f"{name} = {shown_number(value)}"}


def _label(setting: str, value: str) -> str:
    choice = BY_NAME[setting]
    return choice.label_of(value) if isinstance(choice, Choice) else value
