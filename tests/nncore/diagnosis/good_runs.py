"""Three hundred runs that went well, over the generators, the gallery and both articles: none may be called a failure."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice

import numpy as np
from numpy.random import RandomState

import nncore
from nncore.generators import GENERATORS
from playground.gallery.examples import gallery_groups
from playground.gallery.museum_examples import MUSEUM

from .museum_variations import experiment, tables

GOOD = 0.1
"""A run is good if every training row is within it of its target, as the network sees both."""

MOST_OF_ONE = 40
"""Good runs of one gallery document or article at most, so that all have their share."""


def good_runs(many: int) -> Iterator[nncore.ExperimentRun]:
    """Return so many good runs, always the same."""
    return islice((run for run in _runs() if _is_good(run)), many)


def _is_good(run: nncore.ExperimentRun) -> bool:
    inputs, targets, _, _ = run.experiment.scaled()
    return bool((np.abs(run.network.predict(inputs) - targets) <= GOOD).all())


def _runs() -> Iterator[nncore.ExperimentRun]:
    """Return runs of all three sources by turns."""
    gallery = [
        document.experiment for group in gallery_groups() if group.heading != MUSEUM for document in group.documents
    ]
    for number in count():
        if number < MOST_OF_ONE:
            yield (nncore.articles.single_neuron if number % 2 else nncore.articles.hidden_layer)().run(seed=number)
            chosen = gallery[number % len(gallery)]
            yield replace(chosen, epochs=3 * chosen.epochs).run(seed=number)
        yield _generated(number).run()


def _generated(number: int) -> nncore.Experiment:
    random = RandomState(number)
    name = sorted(GENERATORS)[number % len(GENERATORS)]
    dataset = tables(random, name)
    hidden = ((3,), (6,), (8,), (6, 6))[random.randint(4)]
    classes = dataset.classes is not None
    loss = ("binary_cross_entropy", "half_squared_error")[random.randint(2)] if classes else "mean_squared_error"
    optimizer = (nncore.Adam(0.05), nncore.SGD(1.0 if classes else 0.1))[random.randint(2)]
    scaling = ("none", "standard", "min_max")[random.randint(3)]
    return experiment(
        dataset,
        hidden,
        ("tanh", "sigmoid", "relu")[random.randint(3)],
        "sigmoid" if classes else "linear",
        loss=loss,
        optimizer=optimizer,
        input_scaling=scaling,
        seed=number,
        epochs=1500,
    )
