"""Train an experiment from many seeds at once, and ask all networks its test rows, scaled in several ways."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nncore.data.scaler import Scaler
from nncore.data.tables import as_table
from nncore.errors import SettingError, require_known, require_number, require_whole_number
from nncore.experiment.experiment import Experiment
from nncore.scaling_laboratory.response import Response
from nncore.scaling_laboratory.scaling_ways import WAYS
from nncore.scaling_laboratory.way_results import WayResults
from nncore.training.population import Population

Array = NDArray[np.float64]

MOST_SEEDS = 1_000


@dataclass(frozen=True, eq=False)
class ScalingLaboratory:
    """The networks of many seeds, and what they answer to rows that are scaled in one way or another.

    Parameters
    ----------
    experiment : Experiment
        What they are trained on, with test rows. How it scales those plays no part: training never sees them.
    population : Population
        Of its `sweep`.
    threshold : float, optional
        Above it an output counts as the higher of two classes, in the unit of the targets; their middle if left out.

    Raises
    ------
    SettingError
        If the experiment has no test rows, or the population has another architecture.

    Examples
    --------
    >>> from nncore import articles
    >>> laboratory = run_laboratory(articles.hidden_layer(), seeds=range(20))
    >>> [laboratory.results[way].seeds_all_right for way in ("own", "train", "clipped")]
    [20, 2, 20]
    >>> laboratory.results["train"].failures_by_row
    (0, 0, 18, 0, 0, 0)
    """

    experiment: Experiment
    population: Population
    threshold: float | None = None

    def __post_init__(self) -> None:
        if self.experiment.dataset.test_inputs is None:
            raise SettingError("Scaling is compared on the test rows, and there are none. Add a test table.")
        if self.population.architecture != self.experiment.architecture:
            raise SettingError("population must be a sweep of the experiment. Its networks have another architecture.")
        if self.threshold is not None:
            require_number("threshold", self.threshold)

    @cached_property
    def results(self) -> dict[str, WayResults]:
        """What the test rows are answered, for each name in `WAYS`."""
        dataset = self.experiment.dataset
        assert dataset.test_inputs is not None
        assert dataset.test_targets is not None
        results = {}
        for name, way in WAYS.items():
            scaled, outputs = self.asked(dataset.test_inputs, name)
            results[name] = WayResults(way, scaled, outputs, dataset.test_targets, dataset.classes, self.threshold)
        return results

    def asked(self, rows: ArrayLike, way: str) -> tuple[Array, Array]:
        """Return any rows as the networks are asked them, and what each network answers.

        Parameters
        ----------
        rows : array_like, shape (rows, inputs)
            In the table's own units, without derived columns.
        way : str
            A name in `WAYS`.

        Returns
        -------
        (ndarray, ndarray)
            Shapes (rows, inputs), derived columns included, and (seeds, rows, outputs), in the unit of the targets.

        Raises
        ------
        TableError, UnknownNameError
            If the rows do not fit the table, or cannot be scaled; if there is no such way.

        Examples
        --------
        The second article's single prediction: unscaled, a 1 stands for the 10 that made class 1.

        >>> from nncore import articles
        >>> laboratory = run_laboratory(articles.hidden_layer(), seeds=range(20))
        >>> for way in ("unscaled", "train"):
        ...     scaled, outputs = laboratory.asked([articles.HIDDEN_LAYER_SINGLE_PREDICTION], way)
        ...     print(scaled.tolist(), outputs.min().round(2), outputs.max().round(2))
        [[1.0, 1.0, 0.0]] 0.84 0.92
        [[0.1, 1.0, 0.0]] 0.01 0.04
        """
        scale = WAYS[require_known("way of scaling", way, WAYS)].scale
        scaled = scale(self.experiment, self.experiment.dataset.with_derived(rows))
        return scaled, _in_target_units(self.experiment.target_scaler, self.population.predict(scaled))

    def along(self, row: ArrayLike, moving: int, values: ArrayLike) -> Response:
        """Return what the networks answer while one input of a row moves, scaled as the training rows were.

        Parameters
        ----------
        row : array_like, shape (inputs,)
            In the table's own units, without derived columns.
        moving : int
            Which input moves, the first being 0.
        values : array_like, shape (points,)
            What it becomes.

        Raises
        ------
        TableError, SettingError
            If the row or the values do not fit the table; if there is no such input.

        Examples
        --------
        >>> from nncore import articles
        >>> laboratory = run_laboratory(articles.hidden_layer(), seeds=range(20))
        >>> response = laboratory.along([0, 1, 10], moving=2, values=[0, 1, 10])
        >>> np.median(response.outputs[:, :, 0], axis=0).round(2).tolist(), response.extrapolated.tolist()
        ([0.01, 0.04, 0.88], [False, False, True])
        """
        dataset = self.experiment.dataset
        moving = require_whole_number("moving", moving, at_least=0, at_most=dataset.input_count - 1)
        points = as_table("values", np.reshape(np.asarray(values), (-1, 1)))
        rows = np.repeat(as_table("row", np.reshape(np.asarray(row), (1, -1))), len(points), axis=0)
        rows[:, moving] = points[:, 0]
        scaled, outputs = self.asked(rows, "train")
        learnt = dataset.inputs[:, moving]
        return Response(moving, points[:, 0], scaled[:, moving], outputs, float(learnt.min()), float(learnt.max()))


def run_laboratory(
    experiment: Experiment, seeds: Iterable[int], *, threshold: float | None = None
) -> ScalingLaboratory:
    """Train an experiment from each seed, all at once, and return the networks to be asked.

    Parameters
    ----------
    experiment : Experiment
        With test rows. Another scaler is another experiment: ``replace(experiment, input_scaling="standard")``.
    seeds : iterable of int
        At most `MOST_SEEDS`; each run is exactly ``experiment.run(seed=…)``.
    threshold : float, optional
        As for `ScalingLaboratory`.

    Raises
    ------
    SettingError, LimitError
        If there are too many seeds or none, or the experiment has no test rows.
    """
    listed = list(seeds)
    if not 1 <= len(listed) <= MOST_SEEDS:
        raise SettingError(f"The laboratory takes 1 to {MOST_SEEDS:,} seeds. Got {len(listed):,}.")
    population = experiment.population_trainer(listed, warn=False).finish()
    return ScalingLaboratory(experiment, population, threshold)


def _in_target_units(scaler: Scaler, outputs: Array) -> Array:
    flat = outputs.reshape(-1, outputs.shape[-1])
    return scaler.inverse_transform(flat, name="outputs").reshape(outputs.shape)
