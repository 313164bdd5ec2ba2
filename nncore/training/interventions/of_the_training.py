"""Change how all parameters are trained: another learning rate, optimizer or penalty from an epoch on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nncore.errors import SettingError, require_number
from nncore.number_text import sentence_number
from nncore.plain_records import read_named, read_optional_named, write_named
from nncore.quoting import quoted
from nncore.training.in_force import InForce
from nncore.training.interventions.intervention import Intervention, Wording
from nncore.training.optimizers import OPTIMIZERS, Optimizer
from nncore.training.penalties import L1, L2, PENALTIES, Penalty


class ChangeLearningRate(Intervention, what="learning_rate"):
    """Another learning rate, a positive number; the optimizer keeps what it remembers."""

    @classmethod
    def checked(cls, value: Any) -> float:
        """Return the rate as Python's own float."""
        return require_number("learning_rate", value, above=0)

    def in_force(self, before: InForce) -> InForce:
        """Return the same optimizer with the new rate."""
        return replace(before, optimizer=before.optimizer.at(self.value))

    def words(self, wording: Wording) -> str:
        """Return such as "learning rate 0.1"."""
        return f"learning rate {sentence_number(self.value)}"


class ChangeOptimizer(Intervention, what="optimizer"):
    """Another optimizer, one of `nncore.training.optimizers`, which starts remembering anew."""

    @classmethod
    def checked(cls, value: Any) -> Optimizer:
        """Return the optimizer."""
        if not isinstance(value, Optimizer):
            raise SettingError(f"An optimizer must be one such as SGD(learning_rate=0.1). Got {quoted(value)} instead.")
        return value

    def in_force(self, before: InForce) -> InForce:
        """Return the new optimizer, which remembers nothing from before this epoch."""
        return before.with_optimizer(self.value, self.epoch)

    def words(self, wording: Wording) -> str:
        """Return such as "Adam, learning rate 0.01"."""
        return f"{wording.optimizer(self.value.name)}, learning rate {sentence_number(self.value.learning_rate)}"

    def plain_value(self) -> dict[str, Any] | None:
        """Return the optimizer as a dict with its name."""
        return write_named(self.value)

    @classmethod
    def read_value(cls, path: str, record: Any) -> Optimizer:
        """Return the optimizer."""
        return read_named(path, record, OPTIMIZERS)


class ChangePenalty(Intervention, what="penalty"):
    """Another penalty, `L1` or `L2`, or None."""

    @classmethod
    def checked(cls, value: Any) -> Penalty | None:
        """Return the penalty."""
        if not isinstance(value, L1 | L2 | None):
            raise SettingError(f"A penalty must be L1(strength), L2(strength) or None. Got {quoted(value)} instead.")
        return value

    def in_force(self, before: InForce) -> InForce:
        """Return the new penalty."""
        return replace(before, penalty=self.value)

    def words(self, wording: Wording) -> str:
        """Return such as "penalty L2 0.1"."""
        if self.value is None:
            return "no penalty"
        return f"penalty {type(self.value).__name__} {sentence_number(self.value.strength)}"

    def plain_value(self) -> dict[str, Any] | None:
        """Return the penalty as a dict with its name, or None."""
        return write_named(self.value)

    @classmethod
    def read_value(cls, path: str, record: Any) -> Penalty | None:
        """Return the penalty, or None."""
        return read_optional_named(path, record, PENALTIES)
