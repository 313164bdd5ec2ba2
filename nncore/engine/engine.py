"""Train a stack of networks, epoch by epoch: the one loop behind `train`, `Trainer` and `train_population`.

The loop fills a block of epochs, so that what can be done for many epochs at once is: losses, the search for numbers
that are no longer finite, stop rules. What happens to one run of a stack does not depend on the others, to the last bit.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nncore.engine.block import Block, EngineState, SingleUpdate
from nncore.engine.evaluation import Evaluation, loss_scores, reduced_losses, samples_in_a_portion
from nncore.engine.stack import TrainingStack, as_features
from nncore.engine.updates import update_steps
from nncore.network.architecture import Architecture
from nncore.training.batches import Batches
from nncore.training.optimizers import Stepper
from nncore.training.penalties import weight_mask
from nncore.training.plan import TrainingPlan

Array = NDArray[np.float64]

BLOCK_BYTES = 1 << 18
"""How much a block of epochs may hold: little enough to stay in the processor's cache."""

LONGEST_BLOCK = 256


class Engine:
    """Trains a stack of networks on one table.

    Parameters
    ----------
    architecture : Architecture
        Of all runs.
    inputs, targets : ndarray, shape (samples, inputs) and (samples, outputs)
        As the networks see them, already checked.
    plan : TrainingPlan
        How to train, already checked.
    seeds : sequence of int
        One a run; they decide the order of samples if the plan shuffles.
    parameters : ndarray, shape (runs, parameter_count)
        Where the runs start; copied. Ignored if there is a `state`.
    state : EngineState, optional
        Where to go on from.
    """

    def __init__(
        self,
        architecture: Architecture,
        inputs: Array,
        targets: Array,
        plan: TrainingPlan,
        seeds: Sequence[int],
        parameters: Array,
        state: EngineState | None = None,
    ) -> None:
        self.architecture = architecture
        self.plan = plan
        self._given = inputs, targets, list(seeds)
        self.epoch = 0 if state is None else state.epoch
        self.parameters = np.array(parameters if state is None else state.parameters)
        self._gradient = np.empty_like(self.parameters)
        # With a leading axis of 1, so that for a single run no array has to be stretched to another's shape.
        self._features = as_features(inputs, architecture.bias)[None]
        self._targets = np.ascontiguousarray(targets.T)[None]
        self._mask = weight_mask(architecture)
        self._in_force = plan.in_force(self.epoch)
        self._stepper = self._make_stepper()
        if state is not None:
            self._stepper.memory[...] = state.memory
            self._stepper.steps = state.steps
        samples = len(inputs)
        full_batch = plan.batch_size is None or plan.batch_size >= samples
        # The whole table at once: the pass forward after an update gives that epoch's loss, too.
        self._whole = self._training_stack(samples) if full_batch else None
        self._batches = None
        if self._whole is None:
            seeds_in_use = list(seeds) if plan.shuffle else None
            self._batches = Batches(
                self._features, self._targets, plan.batch_size or samples, seeds_in_use, self._training_stack
            )
        self._make_rows()
        self._evaluation: Evaluation | None = None
        if state is None:
            self._intervene()
        self._make_steps()

    def state(self) -> EngineState:
        """Return a copy of all that the coming epochs depend on."""
        return EngineState(self.epoch, self.parameters.copy(), self._stepper.memory.copy(), self._stepper.steps)

    def __reduce__(self) -> tuple[type[Engine], tuple[object, ...]]:
        # The steps of an epoch are bound to this engine's own arrays, so a copy has to lay out its own.
        inputs, targets, seeds = self._given
        return Engine, (self.architecture, inputs, targets, self.plan, seeds, self.parameters, self.state())

    def losses(self) -> Array:
        """Return the whole table's loss with the parameters as they are now, shape (runs,)."""
        plan = self.plan
        with np.errstate(all="ignore"):
            if self._whole is not None:
                return reduced_losses(plan.loss, plan.reduction, self._scores, self._targets)
            return self._evaluated(self.parameters)

    @property
    def longest_block(self) -> int:
        """How many epochs a block can hold."""
        return len(self._parameter_rows) - 1

    def run_block(self, epochs: int, *, measure: bool = True) -> Block:
        """Train for up to `epochs` epochs, fewer if the block is full or an intervention comes first; at least one.

        A replay needs no losses; with `measure` False they are NaN.
        """
        epochs = min(epochs, self.longest_block)
        change = self.plan.next_change(self.epoch)
        if change is not None:
            epochs = min(epochs, change - self.epoch)
        first_epoch = self.epoch + 1
        self._parameter_rows[0] = self.parameters
        with np.errstate(all="ignore"):
            if self._whole is not None:
                self._run_whole(epochs)
            else:
                self._run_batches(epochs)
            if self._intervene():
                self._make_steps()
                self._note(epochs)
            losses = self._losses(epochs) if measure else np.full((epochs, len(self.parameters)), np.nan)
        return Block(first_epoch, self._parameter_rows[1 : epochs + 1], losses, self._parameter_rows[0])

    def single_update(self, batch: int) -> SingleUpdate:
        """Train into the next epoch up to one of its updates, make it, and return what it was made of.

        The engine stands in the middle of an epoch then: it is of no further use.
        """
        if self._batches is not None:
            self._batches.shuffle(self.epoch + 1)
        with np.errstate(all="ignore"):
            for steps in self._passes[:batch]:
                for step in (*steps, *self._update):
                    step()
            for step in self._passes[batch]:
                step()
            before, gradient = self.state(), self._gradient.copy()
            stack = self._whole if self._batches is None else self._batches.stack(batch)
            assert stack is not None
            flowed = stack.flowed()
            for step in self._update:
                step()
        return SingleUpdate(before, *flowed, gradient, self.state())

    def _run_whole(self, epochs: int) -> None:
        """Train for `epochs` epochs of one update each, noting parameters and scores after each of them."""
        # Local names: the loop below is all that a small network's training consists of.
        steps, parameters, scores = self._steps, self.parameters, self._scores
        for parameter_row, score_row in self._slots[1 : epochs + 1]:
            for step in steps:
                step()
            parameter_row[...] = parameters
            score_row[...] = scores
        self.epoch += epochs

    def _run_batches(self, epochs: int) -> None:
        """Train for `epochs` epochs of many updates, noting the parameters after each of them."""
        batches = self._batches
        assert batches is not None
        for slot in range(1, epochs + 1):
            self.epoch += 1
            batches.shuffle(self.epoch)
            for step in self._steps:
                step()
            self._parameter_rows[slot] = self.parameters

    def _note(self, slot: int) -> None:
        self._parameter_rows[slot] = self.parameters
        if self._whole is not None:
            self._score_rows[slot] = self._scores

    def _losses(self, epochs: int) -> Array:
        """Return the whole table's losses of the noted epochs, shape (epochs, runs)."""
        plan = self.plan
        if self._whole is not None:
            return reduced_losses(plan.loss, plan.reduction, self._score_rows[1 : epochs + 1], self._targets)
        # All epochs of the block go through the table together.
        rows = self._parameter_rows[1 : epochs + 1].reshape(-1, self.parameters.shape[1])
        return self._evaluated(rows).reshape(epochs, -1)

    def _evaluated(self, parameters: Array) -> Array:
        """Return the whole table's loss of each network; the buffers are kept while there are as many of them."""
        if self._evaluation is None or self._evaluation.networks != len(parameters):
            self._evaluation = Evaluation(self.architecture, len(parameters), self._features[0])
        scores = self._evaluation.scores(parameters, self.plan.loss)
        return reduced_losses(self.plan.loss, self.plan.reduction, scores, self._targets)

    def _make_rows(self) -> None:
        runs, parameter_count = self.parameters.shape
        _, outputs, samples = self._targets.shape
        numbers = outputs * samples
        if self._whole is None:
            numbers = 3 * sum(self.architecture.layer_sizes[1:]) * min(samples, samples_in_a_portion(self.architecture))
        length = BLOCK_BYTES // (8 * runs * (parameter_count + numbers))
        length = max(1, min(LONGEST_BLOCK, length, self.plan.epochs or 1))
        self._parameter_rows = np.empty((length + 1, runs, parameter_count))
        if self._whole is not None:
            self._score_rows = np.empty((length + 1, runs, outputs, samples))
            # Found once: to look a row up by its number costs as much as to copy it.
            self._slots = list(zip(self._parameter_rows, self._score_rows, strict=True))

    def _training_stack(self, samples: int) -> TrainingStack:
        plan = self.plan
        return TrainingStack(self.architecture, self.parameters, samples, self._gradient, plan.loss, plan.reduction)

    def _make_steps(self) -> None:
        """Lay out an epoch as a list of steps; for the whole table it begins after a pass forward, made here."""
        update = self._update = update_steps(
            self._stepper,
            self.parameters,
            self._gradient,
            penalty=self._in_force.penalty,
            mask=self._mask,
            clip_norm=self.plan.clip_norm,
            frozen=sorted(self._in_force.held(self.architecture)),
        )
        if self._whole is None:
            assert self._batches is not None
            self._passes = self._batches.passes()
            self._steps = [step for one in self._passes for step in (*one, *update)]
            return
        forward = self._whole.forward_steps(self._features)
        # Laid out anew for each run: to stretch them over the runs at every update takes four times as long.
        targets = np.repeat(self._targets, len(self.parameters), axis=0)
        backward = self._whole.backward_steps(self._features, targets)
        self._passes = [backward]
        self._steps = [*backward, *update, *forward]
        self._scores = loss_scores(self._whole, self.plan.loss)
        with np.errstate(all="ignore"):
            for step in forward:
                step()

    def _intervene(self) -> bool:
        """Make the interventions of the present epoch, if there are any."""
        present = self.plan.changes_by_epoch.get(self.epoch, ())
        if not present:
            return False
        for change in present:
            change.apply(self.parameters, self.architecture)
        before, stepper = self._in_force, self._stepper
        self._in_force = self.plan.in_force(self.epoch)
        self._stepper = self._make_stepper()
        if self._in_force.optimizer_since == before.optimizer_since:
            self._stepper.memory[...] = stepper.memory
            self._stepper.steps = stepper.steps
        return True

    def _make_stepper(self) -> Stepper:
        rates = self._in_force.learning_rates(self.architecture)
        return self._in_force.optimizer.stepper(self.parameters.shape, rates)
