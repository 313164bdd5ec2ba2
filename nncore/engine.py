"""Train a stack of networks, epoch by epoch: the one loop behind `train`, `Trainer` and `train_population`.

The loop fills a block of epochs, so that what can be done for many epochs at once is: losses, the search for numbers
that are no longer finite, stop rules. What happens to one run of a stack does not depend on the others, to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import RandomState
from numpy.typing import NDArray

from nncore.architecture import Architecture
from nncore.losses import find_loss
from nncore.optimizers import Optimizer, Stepper
from nncore.penalties import Penalty, weight_mask
from nncore.plan import TrainingPlan
from nncore.stack import Stack, TrainingStack, as_features, loss_scores, reduced_losses, stacked_losses

Array = NDArray[np.float64]

BLOCK_BYTES = 1 << 18
"""How much a block of epochs may hold: little enough to stay in the processor's cache."""

LONGEST_BLOCK = 256


@dataclass(frozen=True, eq=False)
class EngineState:
    """All that the coming epochs depend on: take it out, put it into a new engine, and the run goes on as if nothing was.

    Attributes
    ----------
    epoch : int
        Updates of the whole table done.
    parameters : ndarray, shape (runs, parameter_count)
        After that epoch, interventions included.
    memory : ndarray, shape (slots, runs, parameter_count)
        What the optimizer remembers.
    steps : int
        Steps the optimizer has made.
    """

    epoch: int
    parameters: Array
    memory: Array
    steps: int


@dataclass(frozen=True, eq=False)
class Block:
    """A few epochs of a stack of runs. The arrays are the engine's own: copy what must outlive the next block.

    Attributes
    ----------
    first_epoch : int
        The epoch of the first row.
    parameters : ndarray, shape (epochs, runs, parameter_count)
    losses : ndarray, shape (epochs, runs)
        Of the whole table, without penalty.
    previous : ndarray, shape (runs, parameter_count)
        The parameters of the epoch before the first.
    """

    first_epoch: int
    parameters: Array
    losses: Array
    previous: Array

    @property
    def epochs(self) -> int:
        """How many there are."""
        return len(self.losses)

    def finite(self) -> NDArray[np.bool_]:
        """Whether all numbers of each epoch and run are finite, shape (epochs, runs)."""
        finite: NDArray[np.bool_] = np.isfinite(self.losses)
        # One sum tells for the whole block in nearly every case: a single NaN or infinity spoils it.
        with np.errstate(all="ignore"):
            total = self.parameters.sum()
        if not np.isfinite(total):
            finite &= np.isfinite(self.parameters).all(axis=-1)
        return finite


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
        One a run; they decide the order of rows if the plan shuffles.
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
        self.seeds = list(seeds)
        self.epoch = 0 if state is None else state.epoch
        self.parameters = np.array(parameters if state is None else state.parameters)
        self._gradient = np.empty_like(self.parameters)
        self._features = as_features(inputs, architecture.bias)
        self._targets = np.ascontiguousarray(targets.T)
        self._mask = weight_mask(architecture)
        self._optimizer, self._penalty = _in_force(plan, self.epoch)
        self._stepper = self._optimizer.stepper(self.parameters.shape)
        if state is not None:
            self._stepper.memory[...] = state.memory
            self._stepper.steps = state.steps
        self._full_batch = plan.batch_size is None or plan.batch_size >= len(inputs)
        self._update = self._make_update()
        self._prepare_rows()
        with np.errstate(all="ignore"):
            if state is None:
                self._intervene()
            self._make_epoch()

    def state(self) -> EngineState:
        """Return a copy of all that the coming epochs depend on."""
        return EngineState(self.epoch, self.parameters.copy(), self._stepper.memory.copy(), self._stepper.steps)

    def losses(self) -> Array:
        """Return the whole table's loss with the parameters as they are now, shape (runs,)."""
        plan = self.plan
        return stacked_losses(
            self.architecture, self.parameters, self._features, self._targets, plan.loss, plan.reduction
        )

    @property
    def learning_rate(self) -> float:
        """The one now in force."""
        return self._optimizer.learning_rate

    @property
    def longest_block(self) -> int:
        """How many epochs a block can hold."""
        return len(self._parameter_rows) - 1

    def run_block(self, epochs: int) -> Block:
        """Train for up to `epochs` epochs, fewer if the block is full or an intervention comes first; at least one."""
        epochs = min(epochs, self.longest_block)
        for intervention in self.plan.interventions:
            if intervention.epoch > self.epoch:
                epochs = min(epochs, intervention.epoch - self.epoch)
                break
        first_epoch = self.epoch + 1
        parameters, rows, one_epoch = self.parameters, self._parameter_rows, self._one_epoch
        scores, score_rows = self._scores, self._score_rows
        rows[0] = parameters
        with np.errstate(all="ignore"):
            for slot in range(1, epochs + 1):
                self.epoch += 1
                one_epoch()
                rows[slot] = parameters
                if score_rows is not None:
                    score_rows[slot] = scores
            if self._intervene():
                rows[epochs] = parameters
                if score_rows is not None:
                    self._stack.forward(self._features)
                    score_rows[epochs] = scores
            losses = self._block_losses(epochs)
        return Block(first_epoch, rows[1 : epochs + 1], losses, rows[0])

    def _prepare_rows(self) -> None:
        runs, parameter_count = self.parameters.shape
        outputs, samples = self._targets.shape
        # Mini-batches need the whole table once more for its loss; all of the block's networks go through it together.
        units = outputs if self._full_batch else 3 * sum(self.architecture.layer_sizes[1:])
        length = BLOCK_BYTES // (8 * runs * (parameter_count + units * samples))
        length = max(1, min(LONGEST_BLOCK, length, self.plan.epochs or 1))
        self._parameter_rows = np.empty((length + 1, runs, parameter_count))
        self._score_rows = np.empty((length + 1, runs, outputs, samples)) if self._full_batch else None

    def _block_losses(self, epochs: int) -> Array:
        plan = self.plan
        if self._score_rows is not None:
            return reduced_losses(plan.loss, plan.reduction, self._score_rows[1 : epochs + 1], self._targets)
        rows = self._parameter_rows[1 : epochs + 1].reshape(-1, self.parameters.shape[1])
        losses = stacked_losses(self.architecture, rows, self._features, self._targets, plan.loss, plan.reduction)
        return losses.reshape(epochs, -1)

    def _make_epoch(self) -> None:
        samples = self._targets.shape[1]
        plan = self.plan
        self._stack = self._training_stack(samples if self._full_batch else plan.batch_size or samples)
        self._scores = loss_scores(self._stack, plan.loss)
        self._one_epoch = self._full_batch_epoch()
        if not self._full_batch:
            self._one_epoch = self._mini_batch_epoch(plan.batch_size or samples)

    def _training_stack(self, samples: int) -> TrainingStack:
        plan = self.plan
        return TrainingStack(self.architecture, self.parameters, samples, self._gradient, plan.loss, plan.reduction)

    def _full_batch_epoch(self) -> Callable[[], None]:
        stack, features, targets = self._stack, self._features, self._targets

        def one_epoch() -> None:
            # The forward pass after an update gives this epoch's loss, and is the one the next epoch goes back from.
            stack.backward(features, targets)
            self._update()
            stack.forward(features)

        if self._full_batch:
            stack.forward(features)
        return one_epoch

    def _mini_batch_epoch(self, batch_size: int) -> Callable[[], None]:
        samples = self._targets.shape[1]
        features, targets = self._features, self._targets
        if self.plan.shuffle:
            runs = len(self.parameters)
            features, targets = np.empty((runs, *features.shape)), np.empty((runs, *targets.shape))
            stream = RandomState(0)
        tail = samples % batch_size
        tail_stack = self._training_stack(tail) if tail else self._stack
        batches = []
        for start in range(0, samples, batch_size):
            part = slice(start, min(start + batch_size, samples))
            stack = self._stack if start + batch_size <= samples else tail_stack
            batches.append((stack.forward, stack.backward, features[..., part], targets[..., part]))

        def one_epoch() -> None:
            if self.plan.shuffle:
                for run, seed in enumerate(self.seeds):
                    stream.seed([seed, self.epoch])
                    order = stream.permutation(samples)
                    np.take(self._features, order, axis=1, out=features[run])
                    np.take(self._targets, order, axis=1, out=targets[run])
            update = self._update
            for forward, backward, batch_features, batch_targets in batches:
                forward(batch_features)
                backward(batch_features, batch_targets)
                update()

        return one_epoch

    def _make_update(self) -> Callable[[], None]:
        step = self._stepper.step
        parameters, gradient, penalty = self.parameters, self._gradient, self._penalty
        clip_norm = self.plan.clip_norm
        if penalty is None and clip_norm is None:
            return lambda: step(parameters, gradient)

        def update() -> None:
            if penalty is not None:
                np.add(gradient, penalty.gradient(parameters, self._mask), gradient)
            if clip_norm is not None:
                clip(gradient, clip_norm)
            step(parameters, gradient)

        return update

    def _intervene(self) -> bool:
        """Make the interventions of the present epoch; return whether a parameter was set."""
        touched = False
        for intervention in self.plan.interventions:
            if intervention.epoch != self.epoch:
                continue
            if intervention.what == "parameter":
                index, number = intervention.value
                self.parameters[:, index] = number
                touched = True
                continue
            self._optimizer, self._penalty = _in_force(self.plan, self.epoch)
            stepper = self._optimizer.stepper(self.parameters.shape)
            if intervention.what != "optimizer":
                _hand_over(self._stepper, stepper)
            self._stepper = stepper
            self._update = self._make_update()
        return touched


def _in_force(plan: TrainingPlan, epoch: int) -> tuple[Optimizer, Penalty | None]:
    """Return the optimizer and the penalty of the update after `epoch`."""
    optimizer, penalty = plan.optimizer, plan.penalty
    for intervention in plan.interventions:
        if intervention.epoch <= epoch:
            if intervention.what == "learning_rate":
                optimizer = optimizer.at(intervention.value)
            elif intervention.what == "optimizer":
                optimizer = intervention.value
            elif intervention.what == "penalty":
                penalty = intervention.value
    return optimizer, penalty


def _hand_over(old: Stepper, new: Stepper) -> None:
    new.memory[...] = old.memory
    new.steps = old.steps


def clip(gradient: Array, clip_norm: float) -> None:
    """Shorten every row of `gradient` that is longer than `clip_norm` to that length, in place.

    Source: R. Pascanu, T. Mikolov, Y. Bengio, *On the difficulty of training recurrent neural networks*, 2013,
    algorithm 1.

    Examples
    --------
    >>> gradient = np.array([[3.0, 4.0], [0.3, 0.4]])
    >>> clip(gradient, 1.0)
    >>> gradient.round(12).tolist()
    [[0.6, 0.8], [0.3, 0.4]]
    """
    norms = np.sqrt((gradient * gradient).sum(axis=-1, keepdims=True))
    np.multiply(gradient, np.where(norms > clip_norm, clip_norm / norms, 1.0), gradient)


def objectives(architecture: Architecture, plan: TrainingPlan, block: Block) -> Array | None:
    """Return the losses of a block with the penalty in force added, shape (epochs, runs); None if there is no penalty."""
    if plan.penalty is None and not any(change.what == "penalty" for change in plan.interventions):
        return None
    # An intervention ends its block, so the penalty of the first epoch's update is that of them all.
    penalty = _in_force(plan, block.first_epoch - 1)[1]
    if penalty is None:
        return block.losses.copy()
    return block.losses + penalty.value(block.parameters, weight_mask(architecture))


def first_non_finite_layer(architecture: Architecture, parameters: Array, inputs: Array, loss: str) -> str:
    """Return the layer in which the numbers of one network first stop being finite, for a person to read."""
    for layer, (weights, biases) in enumerate(architecture.layer_slices):
        if not np.isfinite(parameters[weights.start : biases.stop]).all():
            return architecture.layer_name(layer)
    stack = Stack(architecture, parameters[None], len(inputs))
    with np.errstate(all="ignore"):
        stack.forward(as_features(inputs, architecture.bias))
    for layer, finite in enumerate(stack.finite_layers()):
        if not finite:
            return architecture.layer_name(layer)
    return f"loss ({find_loss(loss).formula})"
