"""Describe a run completely, in one frozen record: who holds it can repeat the run, number for number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.data.scaler import Scaler
from nncore.data.scaling import SCALERS, IdentityScaler, fit_scaler
from nncore.engine.evaluation import stacked_losses, stacked_outputs
from nncore.engine.stack import as_features
from nncore.errors import SettingError, TableError, require_known, require_whole_number
from nncore.experiment.experiment_format import experiment_from_dict, experiment_to_dict
from nncore.experiment.experiment_run import ExperimentRun
from nncore.experiment.task import Task
from nncore.network.initializers import INITIALIZERS, LARGEST_SEED
from nncore.network.network import Network
from nncore.training.plan import TrainingPlan
from nncore.training.population import Population
from nncore.training.population_trainer import PopulationTrainer
from nncore.training.trainer import Trainer
from nncore.training.warnings import find_warnings

Array = NDArray[np.float64]

TEST_SCALINGS = ("train", "own")


@dataclass(frozen=True)
class Experiment(TrainingPlan, Task):
    """Everything that decides the numbers of a run: a task, the plan to train it by, and where to start.

    Parameters
    ----------
    dataset, architecture
        Those of its task, `nncore.experiment.task.Task`.
    loss, optimizer, epochs, reduction, batch_size, shuffle, penalty, clip_norm, stop, interventions
        Those of its training plan, `nncore.training.plan.TrainingPlan`.
    initializer : str
        See `nncore.network.initializers`.
    seed : int
        Decides the starting weights and the order of the samples.
    input_scaling, target_scaling : {"none", "min_max", "standard", "max_abs"}
        How each table is scaled before the network sees it; measured on the training rows.
    test_scaling : {"train", "own"}
        Whether the inputs of the test rows are scaled as the training rows' were, or by their own range, which asks
        another question. Their targets are always scaled as the training rows' were: what the network says must not
        mean something else because of the very answers it is judged by.

    Raises
    ------
    TableError, SettingError, UnknownNameError
        If parts do not fit each other, before anything is trained.

    Examples
    --------
    >>> from nncore import Architecture, Dataset
    >>> from nncore.training.optimizers import SGD
    >>> experiment = Experiment(Dataset([[0.0], [1.0]], [[1.0], [3.0]]), Architecture((1, 1), ("linear",)),
    ...                         loss="half_squared_error", optimizer=SGD(learning_rate=0.5), epochs=500)
    >>> experiment.run().predict([[2.0]]).round(6).tolist()
    [[5.0]]
    """

    initializer: str = "uniform"
    seed: int = 0
    input_scaling: str = "none"
    target_scaling: str = "none"
    test_scaling: str = "train"

    def __post_init__(self) -> None:
        Task.__post_init__(self)
        require_known("initializer", self.initializer, INITIALIZERS)
        seed = require_whole_number("seed", self.seed, at_least=0, at_most=LARGEST_SEED)
        object.__setattr__(self, "seed", seed)
        require_known("input_scaling", self.input_scaling, SCALERS)
        require_known("target_scaling", self.target_scaling, SCALERS)
        require_known("test_scaling", self.test_scaling, TEST_SCALINGS)
        TrainingPlan.__post_init__(self)
        _, targets, _, test_targets = self.scaled()
        self.check(self.architecture, targets)
        if test_targets is not None:
            self.check(self.architecture, test_targets)
        self.check_validation(bool(self.dataset.validation_rows))

    @cached_property
    def plan(self) -> TrainingPlan:
        """How the network is trained, without the table and the start."""
        return TrainingPlan(**{part.name: getattr(self, part.name) for part in fields(TrainingPlan)})

    @cached_property
    def input_scaler(self) -> Scaler:
        """Fitted to the training rows' inputs, derived columns included."""
        return fit_scaler(self.input_scaling, self.dataset.all_inputs)

    @cached_property
    def target_scaler(self) -> Scaler:
        """Fitted to the training rows' targets."""
        return fit_scaler(self.target_scaling, self.dataset.targets)

    @cached_property
    def _scaled(self) -> tuple[Array, Array, Array | None, Array | None]:
        dataset = self.dataset
        inputs = _scaled(self.input_scaler, dataset.all_inputs)
        targets = _scaled(self.target_scaler, dataset.targets)
        asked = dataset.all_test_inputs
        if asked is None or dataset.test_targets is None:
            return inputs, targets, None, None
        scaler = fit_scaler(self.input_scaling, asked) if self.test_scaling == "own" else self.input_scaler
        return inputs, targets, _scaled(scaler, asked), _scaled(self.target_scaler, dataset.test_targets)

    def scaled(self) -> tuple[Array, Array, Array | None, Array | None]:
        """Return inputs, targets, test inputs and test targets as the network sees them.

        Returns
        -------
        tuple of four ndarrays
            Read-only. The last two are None if there are no test rows.

        Examples
        --------
        >>> from nncore import articles
        >>> articles.hidden_layer(scaling="train").scaled()[2][2].tolist()
        [0.0, 1.0, 10.0]
        >>> articles.hidden_layer(scaling="own").scaled()[2][2].tolist()
        [0.0, 1.0, 1.0]
        """
        return self._scaled

    def held_out(self) -> dict[str, tuple[Array, Array]]:
        """Return inputs and targets of the rows that nothing is learnt from, as the network sees them.

        Returns
        -------
        dict
            By "test" and "validation", as far as there are any. Test rows that are validation rows are no test.

        Examples
        --------
        >>> from nncore import articles
        >>> article = articles.hidden_layer()
        >>> watched = replace(article, dataset=replace(article.dataset, validation_rows=(1, 4)))
        >>> {name: len(inputs) for name, (inputs, targets) in watched.held_out().items()}
        {'test': 4, 'validation': 2}
        """
        *_, inputs, targets = self.scaled()
        if inputs is None or targets is None:
            return {}
        watched = np.isin(np.arange(len(inputs)), self.dataset.validation_rows)
        chosen = {"test": ~watched, "validation": watched}
        return {name: (inputs[rows], targets[rows]) for name, rows in chosen.items() if rows.any()}

    def warnings(self) -> tuple[str, ...]:
        """Return what is allowed but unwise about this experiment; see `nncore.training.warnings`."""
        return find_warnings(self.architecture, self.scaled()[1], self.plan)

    def network(self) -> Network:
        """Return the network before any training."""
        return Network.initialize(self.architecture, initializer=self.initializer, seed=self.seed)

    def trainer(self, *, warn: bool = True) -> Trainer:
        """Return a `Trainer` at epoch 0; `warn` is False for a caller that shows `warnings` itself.

        Warns
        -----
        UnwiseWarning
            If the settings are allowed but will probably not do what was hoped for.
        """
        inputs, targets, _, _ = self.scaled()
        return Trainer.of_plan(
            self.network(),
            inputs,
            targets,
            self.plan,
            seed=self.seed,
            held_out=self.held_out(),
            warn=warn,
        )

    def run(self, *, seed: int | None = None) -> ExperimentRun:
        """Train to the end, from another seed if one is given, and return the run."""
        experiment = self if seed is None else replace(self, seed=seed)
        run = experiment.trainer().finish()
        return ExperimentRun(experiment, run.network, run.history, run.stop_reason)

    def population_trainer(
        self, seeds: Iterable[int], *, keep_history: bool = False, warn: bool = True
    ) -> PopulationTrainer:
        """Return a trainer at epoch 0 of one network for each seed; `keep_history` records the epochs of all."""
        inputs, targets, _, _ = self.scaled()
        return PopulationTrainer.of_plan(
            self.architecture,
            inputs,
            targets,
            self.plan,
            seeds=seeds,
            initializer=self.initializer,
            held_out=self.held_out(),
            keep_history=keep_history,
            warn=warn,
        )

    def sweep(self, seeds: Iterable[int], *, keep_history: bool = False) -> Population:
        """Train one network for each seed, each exactly as ``run(seed=…)`` would."""
        return self.population_trainer(seeds, keep_history=keep_history).finish()

    def predict(self, network: Network, rows: ArrayLike) -> Array:
        """Return what a network of this experiment answers to rows in the table's own units, in the targets' units.

        Parameters
        ----------
        network : Network
            From any epoch of the run.
        rows : array_like, shape (rows, inputs)
            Of the dataset's input columns; the derived ones are computed, and all go through the training rows' scaler.

        Raises
        ------
        TableError
            If the rows are no table, or not one with the dataset's input columns.
        SettingError
            If the network has another architecture, or an answer is too large for a float.
        """
        if network.architecture != self.architecture:
            raise SettingError(
                f"network must have the experiment's architecture, {self.architecture}. Got {network.architecture}."
            )
        outputs = network.predict(self.input_scaler.transform(self.dataset.with_derived(rows), name="rows"))
        try:
            return self.target_scaler.inverse_transform(outputs)
        except TableError as error:
            raise SettingError(
                "The network's answer is too large for a number here. "
                "Ask for rows nearer to the training rows, or train with a smaller learning_rate."
            ) from error

    def outputs_at(self, parameters: Array, inputs: Array) -> Array:
        """Return what networks of this architecture answer to one table, a network for each parameter vector.

        Parameters
        ----------
        parameters : ndarray, shape (networks, parameter_count)
            For example ``history.parameters``.
        inputs : ndarray, shape (samples, inputs)
            As the networks see them; see `scaled`.

        Returns
        -------
        ndarray, shape (networks, samples, outputs)
            As the networks give them, not in the unit of the targets.
        """
        return stacked_outputs(self.architecture, parameters, inputs)

    def losses_at(self, parameters: Array) -> Array:
        """Return the loss over the training rows, without a penalty, at each parameter vector: shape (networks,).

        Parameters
        ----------
        parameters : ndarray, shape (networks, parameter_count)

        Examples
        --------
        >>> from nncore import articles
        >>> experiment = articles.single_neuron()
        >>> run = experiment.run()
        >>> bool(experiment.losses_at(run.network.parameters[None])[0] == run.history.loss[-1])
        True
        """
        inputs, targets, _, _ = self.scaled()
        features = as_features(inputs, self.architecture.bias)
        return stacked_losses(self.architecture, parameters, features, targets.T, self.loss, self.reduction)

    def to_dict(self) -> dict[str, Any]:
        """Return the experiment as a plain, versioned dict, which passes through json unchanged and exactly."""
        return experiment_to_dict(self)

    @classmethod
    def from_dict(cls, record: object) -> Experiment:
        """Return the experiment that `to_dict` described.

        Raises
        ------
        FormatError
            If a field is unknown, missing or malformed; the sentence names it.
        """
        return experiment_from_dict(record, cls)


def _scaled(scaler: Scaler, table: Array) -> Array:
    if isinstance(scaler, IdentityScaler) and not table.flags.writeable:
        return table  # a large one is kept once
    scaled = scaler.transform(table)
    scaled.flags.writeable = False  # it is kept, and trained from more than once
    return scaled
