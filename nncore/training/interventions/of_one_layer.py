"""Change how one layer is trained: a learning rate of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nncore.errors import SettingError, require_number, require_whole_number
from nncore.network.architecture import Architecture
from nncore.number_text import sentence_number
from nncore.quoting import quoted
from nncore.training.in_force import InForce
from nncore.training.interventions.intervention import Intervention, Wording


class ChangeLayerLearningRate(Intervention, what="layer_learning_rate"):
    """A learning rate for the weights and biases of one layer; the value is ``(layer, rate)``.

    The layer is counted from 0 at the first with weights. It keeps its rate whatever becomes of that of the others,
    until it is given another, None to follow them again, or the run another optimizer.

    Examples
    --------
    >>> Intervention(4, "layer_learning_rate", (0, 0.01)).value
    (0, 0.01)
    """

    @classmethod
    def checked(cls, value: Any) -> tuple[int, float | None]:
        """Return layer and rate, as Python's own numbers."""
        if not (isinstance(value, tuple | list) and len(value) == 2):
            raise SettingError(f"The learning rate of a layer is (layer, rate). Got {quoted(value)} instead.")
        layer = require_whole_number("a layer", value[0], at_least=0)
        return layer, None if value[1] is None else require_number("a layer's learning rate", value[1], above=0)

    def check(self, architecture: Architecture) -> None:
        """Refuse a network that has no such layer, with a SettingError."""
        if self.value[0] >= architecture.layer_count:
            raise SettingError(
                f"A layer must be below {architecture.layer_count}, the number of layers with weights. "
                f"Got {quoted(self.value[0])} instead."
            )

    def in_force(self, before: InForce) -> InForce:
        """Return the layers' own rates with this one, or without it."""
        layer, rate = self.value
        others = {known: own for known, own in before.layer_rates if known != layer}
        rates = others if rate is None else {**others, layer: rate}
        return replace(before, layer_rates=tuple(sorted(rates.items())))

    @property
    def subject(self) -> tuple[int, str, int]:
        """What it is about: the layer, at its epoch."""
        return self.epoch, self.what, self.value[0]

    @property
    def details(self) -> dict[str, Any]:
        """Which layer."""
        return {"layer": self.value[0]}

    def words(self, wording: Wording) -> str:
        """Return such as "learning rate 0.01 in the layer Output"."""
        layer, rate = wording.layer(self.value[0]), self.value[1]
        return (
            f"learning rate {sentence_number(rate)} in the layer {layer}"
            if rate
            else f"the others' learning rate in the layer {layer}"
        )

    def plain_value(self) -> list[Any]:
        """Return the value as a list."""
        return list(self.value)
