"""Tell in a sentence which settings are others than before, with what they were."""

from __future__ import annotations

from typing import Any

from nncore.number_text import sentence_number
from playground.settings.setting_kinds import Choice, Number, Setting, Switch, WholeNumber, field_text
from playground.settings.settings import SETTINGS, Values

MOST_TOLD, MOST_NAMED = 2, 5
"""So many changed settings have room in a sentence with what they were, and so many with what they are now."""


def changed_settings(old: Values, new: Values) -> str:
    """Return which settings have changed, all of them, as the sidebar calls them; nothing, if none or too many have.

    A setting without effect beside the new ones is left out. Where several have changed it is told only what they are now.

    Examples
    --------
    >>> from playground.settings.settings import DEFAULTS
    >>> changed_settings(DEFAULTS, {**DEFAULTS, "learning_rate": 0.25, "seed": 7})
    'Learning rate: 1 → 0.25. Seed: 1 → 7.'
    >>> changed_settings(DEFAULTS, {**DEFAULTS, "architecture": "hidden_layers", "hidden_1_size": 5})
    'Architecture: Single neuron → Hidden layers. Neurons, layer 1: 5.'
    >>> changed_settings(DEFAULTS, {**DEFAULTS, "optimizer": "Adam", "learning_rate": 0.03, "epochs": 8000})
    'Learning rate: 0.03. Epochs: 8000. Optimizer: Adam.'
    """
    changed = [setting for setting in SETTINGS if old[setting.name] != new[setting.name] and setting.applies(new)]
    if len(changed) <= MOST_TOLD:
        return " ".join(f"{setting.label}: {_shown_before(setting, old)}{_shown(setting, new)}." for setting in changed)
    now = [f"{setting.label}: {_shown(setting, new)}." for setting in changed]
    return " ".join(now) if len(now) <= MOST_NAMED else ""


def _shown_before(setting: Setting, old: Values) -> str:
    return f"{_shown(setting, old)} → " if setting.applies(old) else ""


def _shown(setting: Setting, values: Values) -> str:
    value: Any = values[setting.name]
    if isinstance(setting, Choice):
        return setting.label_of(value)
    if isinstance(setting, Switch):
        return "on" if value else "off"
    assert isinstance(setting, Number | WholeNumber)
    if value is None:
        return setting.empty or ""
    return sentence_number(value) if isinstance(setting, Number) else field_text(value)
