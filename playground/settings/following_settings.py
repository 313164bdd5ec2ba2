"""The settings that follow from the table: what its targets are decides how an output answers and what is made small."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nncore.data.dataset import Dataset
from playground.settings.settings import DEFAULTS, Values

CROSS_ENTROPIES = ("binary_cross_entropy", "categorical_cross_entropy")


@dataclass(frozen=True)
class TargetKind:
    """What targets are, and what suits them.

    Attributes
    ----------
    name : str
    output_activation : str
        Whose answers lie where the targets do.
    loss : str or None
        Chosen with it; None if what is chosen stays, where it suits.
    suiting_cross_entropies : tuple of str
    """

    name: str
    output_activation: str
    loss: str | None = None
    suiting_cross_entropies: tuple[str, ...] = ()


QUANTITIES = TargetKind("quantities", "linear")
SEVERAL_CLASSES = TargetKind("several classes", "softmax", "categorical_cross_entropy", ("categorical_cross_entropy",))
TWO_CLASSES = TargetKind("two classes", "sigmoid", None, ("binary_cross_entropy",))
OPPOSITE_CLASSES = TargetKind("the classes −1 and 1", "tanh")


def target_kind(dataset: Dataset) -> TargetKind:
    """Return what the targets of a dataset are.

    Examples
    --------
    >>> target_kind(Dataset([[0], [1]], [[0], [1]])).name, target_kind(Dataset([[0]], [[0.5]])).name
    ('two classes', 'quantities')
    """
    classes = dataset.classes
    if classes is None:
        return QUANTITIES
    if classes.kind == "several":
        return SEVERAL_CLASSES
    return TWO_CLASSES if classes.values[0] == 0 else OPPOSITE_CLASSES


def following_settings(old: Dataset, new: Dataset, values: Values) -> Mapping[str, Any]:
    """Return the settings that have to be others because the targets of the table are others, with their values.

    Targets of another kind are answered by another output layer. A cell that is typed is not enough for that: the targets
    have to be other columns, or numbers where words were; else a slip of the finger would change the network.

    Parameters
    ----------
    old, new : Dataset
    values : mapping
        What the sidebar says.

    Examples
    --------
    >>> old = Dataset([[0.0], [1.0]], [[0], [1]])
    >>> new = Dataset([[0.0], [1.0], [2.0]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]], class_names=["a", "b", "c"])
    >>> dict(following_settings(old, new, DEFAULTS))
    {'output_activation': 'softmax', 'loss': 'categorical_cross_entropy'}
    >>> dict(following_settings(old, Dataset([[0.0], [1.0]], [[0], [0.7]]), DEFAULTS))
    {}
    """
    same_columns = old.target_names == new.target_names and (old.class_names is None) == (new.class_names is None)
    return {} if same_columns else settings_for_targets(old, new, values)


def settings_for_targets(old: Dataset, new: Dataset, values: Values) -> Mapping[str, Any]:
    """Return the settings that have to be others for targets of another kind, whatever their columns are called.

    Examples
    --------
    >>> old = Dataset([[0.0], [1.0]], [[0], [1]])
    >>> dict(settings_for_targets(old, Dataset([[0.0], [1.0]], [[0], [0.7]]), DEFAULTS))
    {'output_activation': 'linear'}
    """
    kind = target_kind(new)
    if kind == target_kind(old):
        return {}
    wanted: dict[str, Any] = {"output_activation": kind.output_activation}
    loss = values["loss"]
    unsuiting = loss in CROSS_ENTROPIES and loss not in kind.suiting_cross_entropies
    wanted["loss"] = kind.loss or (DEFAULTS["loss"] if unsuiting else loss)
    if kind != QUANTITIES:  # a class is no amount that could be brought to another range
        wanted["target_scaling"] = "none"
    return {name: value for name, value in wanted.items() if values[name] != value}
