"""A scene's run, trained to its end, and what can be read of it at an epoch."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nncore.diagnosis.held_out import losses_of_held_out_rows
from nncore.experiment.experiment import Experiment
from nncore.metrics.classes import Classes
from nncore.network.network import Network
from nncore.training.history import History
from playground.document import Document
from playground.lessons.lesson_error import LessonError
from playground.runs.target_units import in_target_units
from playground.text.parameter_names import parameter_names

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class SceneRun:
    """A scene's document, and the history of its run.

    Attributes
    ----------
    document : Document
    history : History
        To the end of the run.
    """

    document: Document
    history: History

    @property
    def experiment(self) -> Experiment:
        """What was run."""
        return self.document.experiment

    @property
    def threshold(self) -> float | None:
        """Above it an output counts as the higher of two classes; None where there are no classes."""
        classes = self.experiment.dataset.classes
        chosen = self.document.threshold
        return None if classes is None else classes.threshold if chosen is None else chosen

    def network(self, epoch: int) -> Network:
        """Return the network as it was after an epoch, exactly: whatever is told at an epoch is read from it.

        Raises
        ------
        LessonError
            If the run does not go so far.
        """
        if epoch > self.history.last_epoch:
            raise LessonError(f"The run ends at epoch {self.history.last_epoch:,}. Got epoch {epoch:,} instead.")
        return self.history.network_at(epoch)

    def parameters(self, epoch: int) -> Array:
        """Return the flat vector of weights and biases after an epoch."""
        return self.network(epoch).parameters

    def held_out_loss(self, name: str, epoch: int) -> float:
        """Return the loss of the "test" or "validation" rows after an epoch.

        Raises
        ------
        LessonError
            If there are none.
        """
        if name not in self.experiment.held_out():
            raise LessonError(f"The table has no {name} rows.")
        return float(losses_of_held_out_rows(self.experiment, name, self.parameters(epoch)[None])[0])

    def require_every_epoch(self) -> None:
        """Have all epochs of the run recorded: what is told of the whole run is looked for in them.

        Raises
        ------
        LessonError
            If the run is so long that only some of them are.
        """
        if len(self.history.epochs) <= self.history.last_epoch:
            raise LessonError(
                f"This run of {self.history.last_epoch:,} epochs is too long to look at each of them. "
                "Train for fewer epochs, or name an epoch."
            )

    def outputs(self, epoch: int) -> Array:
        """Return the outputs of the training rows after an epoch, in the targets' unit, shape (rows, outputs)."""
        return self.answers(epoch, self.experiment.scaled()[0])

    def test_outputs(self, epoch: int) -> Array:
        """Return the outputs of the rows of the test table, shape (rows, outputs).

        Raises
        ------
        LessonError
            If there are none.
        """
        inputs = self.experiment.scaled()[2]
        if inputs is None:
            raise LessonError("The table has no test rows.")
        return self.answers(epoch, inputs)

    def answers(self, epoch: int, scaled: Array) -> Array:
        """Return the outputs for scaled inputs, in the targets' unit, shape (rows, outputs)."""
        outputs = self.experiment.outputs_at(self.parameters(epoch)[None], scaled)[0]
        return in_target_units(self.experiment, outputs)

    def is_right(self, epoch: int) -> tuple[bool | None, ...]:
        """Return whether each training row is right after an epoch; None where a row is not judged."""
        return self._judged(self.experiment.dataset.targets, self.outputs(epoch))

    def is_test_right(self, epoch: int) -> tuple[bool | None, ...]:
        """Return the same of the rows of the test table; validation rows, which are no test, are not judged."""
        outputs, dataset = self.test_outputs(epoch), self.experiment.dataset
        assert dataset.test_targets is not None
        judged = self._judged(dataset.test_targets, outputs)
        return tuple(None if row in dataset.validation_rows else right for row, right in enumerate(judged))

    def _judged(self, targets: Array, outputs: Array) -> tuple[bool | None, ...]:
        return tuple(self._classes.right(targets, outputs, self.threshold))

    @property
    def _classes(self) -> Classes:
        classes = self.experiment.dataset.classes
        if classes is None:
            raise LessonError("The targets are no classes, so no row is right or wrong.")
        return classes

    @cached_property
    def last_wrong(self) -> tuple[int, ...]:
        """The last epoch at which each training row was not right; −1 for a row that always was.

        Raises
        ------
        LessonError
            If the targets are no classes, or not every epoch is recorded.
        """
        self.require_every_epoch()
        classes, targets = self._classes, self.experiment.dataset.targets
        outputs = self.experiment.outputs_at(self.history.parameters, self.experiment.scaled()[0])
        called = classes.called(in_target_units(self.experiment, outputs), self.threshold)
        is_wrong = called != classes.of_targets(targets)
        epochs = np.where(is_wrong, self.history.epochs[:, None], -1)
        return tuple(epochs.max(axis=0).tolist())

    def place_of_parameter(self, name: str) -> int:
        """Return where a weight or bias lies in the flat vector, by its name on the page.

        Raises
        ------
        LessonError
            If there is none of this name; the sentence names those there are.
        """
        dataset, architecture = self.experiment.dataset, self.experiment.architecture
        names = parameter_names(
            architecture.layer_sizes, architecture.bias, dataset.all_input_names, dataset.target_names
        )
        places = [place for place, one in enumerate(names) if name in (one.name, one.label)]
        if not places:
            known = ", ".join(one.label for one in names)
            raise LessonError(f"There is no weight or bias {name!r}. There are {known}.")
        return places[0]
