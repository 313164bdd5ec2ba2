"""Switch off one neuron, or an input, and see what the rest can still do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nncore.errors import SettingError, require_whole_number
from nncore.network.architecture import Architecture
from nncore.quoting import quoted
from nncore.training.in_force import InForce
from nncore.training.interventions.intervention import Intervention, Wording


class SwitchOff(Intervention, what="switched_off"):
    """A neuron that counts as 0 from an epoch on; the value is ``(layer, index)``, the inputs being layer 0.

    The weights that lead away from it are 0, so nothing of it reaches the next layer, and neither they nor those that
    lead to it learn any more. An input counts as 0 as the network sees it, scaled if it is.

    Examples
    --------
    >>> Intervention(4, "switched_off", (1, 0)).value
    (1, 0)
    """

    @classmethod
    def checked(cls, value: Any) -> tuple[int, int]:
        """Return layer and index, as Python's own numbers."""
        if not (isinstance(value, tuple | list) and len(value) == 2):
            raise SettingError(f"A neuron is switched off by (layer, index). Got {quoted(value)} instead.")
        layer, index = value
        return (
            require_whole_number("the layer of a neuron", layer, at_least=0),
            require_whole_number("the index of a neuron", index, at_least=0),
        )

    def check(self, architecture: Architecture) -> None:
        """Refuse an output, and a network that has no such neuron, with a SettingError."""
        layer, index = self.value
        if layer >= architecture.layer_count:
            raise SettingError(
                f"The layer of a neuron to be switched off must be below {architecture.layer_count}: inputs are 0, and "
                f"outputs stay. Got {layer} instead."
            )
        if index >= architecture.layer_sizes[layer]:
            raise SettingError(
                f"The index of a neuron must be below {architecture.layer_sizes[layer]}, the size of its layer. "
                f"Got {index} instead."
            )

    def sets(self, architecture: Architecture) -> dict[int, float]:
        """Return 0 for every weight that leads away from it."""
        return dict.fromkeys(architecture.leading_away(*self.value), 0.0)

    def in_force(self, before: InForce) -> InForce:
        """Add the neuron to those that are off."""
        return replace(before, switched_off=before.switched_off | {self.value})

    @property
    def is_by_hand(self) -> bool:
        """True: it is done to the network on the screen."""
        return True

    @property
    def subject(self) -> tuple[int, str, int, int]:
        """What it is about: the neuron, at its epoch."""
        return self.epoch, self.what, *self.value

    @property
    def details(self) -> dict[str, Any]:
        """Which neuron."""
        layer, index = self.value
        return {"neuron": {"layer": layer, "index": index}}

    def words(self, wording: Wording) -> str:
        """Return such as "hidden 1 switched off"."""
        return f"{wording.neuron(*self.value)} switched off"

    def plain_value(self) -> list[int]:
        """Return the value as a list."""
        return list(self.value)
