"""What two entries of a history differ in, in words: what *Undo* takes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from nncore.training.interventions import Intervention, SwitchOff
from playground.settings.settings import BY_NAME

_TABLES = {
    "typed.training": "the training table",
    "typed.test": "the test table",
    "typed.situation": "the new situation",
}
_LOOKS = {"document.show_scaled": "raw or scaled inputs", "document.threshold": "the threshold"}
_VALUE = "values."


def differing_values(values: Mapping[str, Any], others: Mapping[str, Any]) -> list[str]:
    """Return the names of the settings that are others, as `in_words` reads them.

    Examples
    --------
    >>> differing_values({"seed": 1, "epochs": 200}, {"seed": 2, "epochs": 200})
    ['values.seed']
    """
    return [f"{_VALUE}{name}" for name, value in values.items() if name not in others or others[name] != value]


def differing_changes(changes: Sequence[Intervention], others: Sequence[Intervention]) -> list[Intervention]:
    """Return what was done by hand to one of two networks alone, at the earliest epoch at which they differ.

    What was done later goes with the branch that it was done to.

    Examples
    --------
    >>> early, late = Intervention(4, "switched_off", (1, 0)), Intervention(9, "parameter", (0, 2.5))
    >>> differing_changes([late], [early])
    [Intervention(epoch=4, what='switched_off', value=(1, 0))]
    """
    alone = [change for change in changes if change not in others]
    alone += [change for change in others if change not in changes]
    by_hand = [change for change in alone if change.is_by_hand]
    first = min((change.epoch for change in by_hand), default=0)
    return [change for change in by_hand if change.epoch == first]


def in_words(differing: Set[str], changes: Sequence[Intervention] = ()) -> str:
    """Return what two entries differ in, in a few words.

    Parameters
    ----------
    differing : set of str
        The names of their parts and tables, as `UndoEntry.in_parts` gives them, and of settings.
    changes : sequence of Intervention
        What was done by hand to the network of one of them, as `differing_changes` gives it.

    Returns
    -------
    str
        "the last change" where there is no better word.

    Examples
    --------
    >>> in_words({"values", "values.seed", "experiment.seed"})
    'Seed'
    >>> in_words({"typed.training", "targets"})
    'the training table'
    >>> weights = [Intervention(4, "parameter", (place, 2.5)) for place in (0, 1)]
    >>> in_words({"experiment.interventions", "experiment.epochs", "values.epochs"}, weights[:1])
    'a weight'
    >>> in_words({"experiment.interventions"}, weights)
    '2 weights'
    >>> in_words({"experiment.interventions"}, [Intervention(4, "switched_off", (1, 0))])
    'a neuron switched off or on'
    >>> in_words({"derived", "names"})
    'a derived input'
    >>> in_words({"opening", "document.lesson"})
    'the scene of the lesson'
    >>> in_words({"document.threshold"})
    'the threshold'
    """
    if "document.lesson" in differing:
        return "the scene of the lesson"
    if "opening" in differing:
        return "what was opened"
    if "columns" in differing:
        # With them go the cells of their tables, and settings that follow from them.
        return "the columns"
    if "derived" in differing:
        return "a derived input"
    if "validation" in differing and not differing & _TABLES.keys():
        return "what the test rows are for"
    words = [text for name, text in _TABLES.items() if name in differing]
    settings = [name for name in BY_NAME if f"{_VALUE}{name}" in differing]
    # A run that is changed at its last epoch goes on, and the sidebar says how far.
    if changes and settings in ([], ["epochs"]):
        words.append(_done_by_hand(changes))
    elif len(settings) > 2:
        words.append(f"{len(settings)} settings")
    else:
        words += [BY_NAME[name].label for name in settings]
    # Other classes have another threshold by themselves.
    words = words or [text for name, text in _LOOKS.items() if name in differing][:1]
    return " and ".join(words) or "the last change"


def _done_by_hand(changes: Sequence[Intervention]) -> str:
    off = [change.value for change in changes if isinstance(change, SwitchOff)]
    if off:
        layer, _ = off[0]
        return f"{'a neuron' if layer else 'an input'} switched off or on"
    count = len({change.parameter for change in changes})
    return "a weight" if count == 1 else f"{count} weights"
