"""What was changed while a run was under way, told in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nncore.experiment.experiment import Experiment
from nncore.network.architecture import Architecture
from nncore.network.neuron_names import neuron_names
from playground.settings.settings import BY_NAME, Choice
from playground.text.parameter_names import parameter_names
from playground.text.shown_number import shown_number


def describe_changes(experiment: Experiment) -> list[dict[str, Any]]:
    """Return the interventions of a run as plain JSON, each with its epoch and a text.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from nncore import Intervention, articles
    >>> article = articles.single_neuron()
    >>> changes = (Intervention(4, "parameter", (0, 2.5)), Intervention(4, "frozen", (0, True)))
    >>> [change["text"] for change in describe_changes(replace(article, interventions=changes))]
    ['input 1 → target = 2.500', 'input 1 → target frozen']
    """
    if not experiment.interventions:
        return []
    wording = _Wording.of(experiment)
    return [
        {"epoch": change.epoch, "what": change.what, **change.details, "text": change.words(wording)}
        for change in experiment.interventions
    ]


def way_back(experiment: Experiment) -> str:
    """Return what the link says that begins the run again without its changes on the way; empty if it has none."""
    if not experiment.interventions:
        return ""
    settings = any(not change.is_by_hand for change in experiment.interventions)
    return "Start over with this instead" if settings else "Start over without this"


@dataclass(frozen=True)
class _Wording:
    """How the page calls things and writes numbers."""

    architecture: Architecture
    parameters: tuple[str, ...]
    neurons: list[list[str]]

    @classmethod
    def of(cls, experiment: Experiment) -> _Wording:
        dataset, architecture = experiment.dataset, experiment.architecture
        sizes, ends = architecture.layer_sizes, (dataset.all_input_names, dataset.target_names)
        names = parameter_names(sizes, architecture.bias, *ends)
        return cls(architecture, tuple(name.name for name in names), neuron_names(sizes, *ends))

    def parameter(self, index: int) -> str:
        return self.parameters[index]

    def layer(self, layer: int) -> str:
        return self.architecture.layer_name(layer)

    def neuron(self, layer: int, index: int) -> str:
        return self.neurons[layer][index]

    def optimizer(self, name: str) -> str:
        choice = BY_NAME["optimizer"]
        return choice.label_of(name) if isinstance(choice, Choice) else name

    def number(self, value: float) -> str:
        return shown_number(value)
