"""Tell in a sentence which settings are others than before, with what they were."""

from __future__ import annotations

from typing import Any

from nncore.number_text import sentence_number
from playground.settings.setting_kinds import Choice, Number, Setting, Switch, WholeNumber, field_text
from playground.settings.settings import SETTINGS, Values

MOST_TOLD = 2
"""So many changed settings have room in a sentence."""


def changed_settings(old: Values, new: Values) -> str:
    """Return which settings have changed, as the sidebar calls them; nothing, if none or too many have.

    A setting without effect beside the others is left out.

    Examples
    --------
    >>> from playground.settings.settings import DEFAULTS
    >>> changed_settings(DEFAULTS, {**DEFAULTS, "learning_rate": 0.25, "seed": 7})
    'Learning rate: 1 → 0.25. Seed: 1 → 7.'
    >>> changed_settings(DEFAULTS, {**DEFAULTS, "architecture": "hidden_layers", "hidden_1_size": 5})
    'Architecture: Single neuron → Hidden layers.'
    """
    changed = [
        f"{setting.label}: {_shown(setting, old)} → {_shown(setting, new)}."
        for setting in SETTINGS
        if old[setting.name] != new[setting.name] and setting.applies(old) and setting.applies(new)
    ]
    return " ".join(changed) if len(changed) <= MOST_TOLD else ""


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
