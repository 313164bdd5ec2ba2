"""Each failure of the museum in many variations of seed, table and width, fixed before a detector was written.

A variation is made from its number alone, and knows nothing of how failures are named: what is wrong with it is built in.
One that happens to succeed all the same is no failure, and the next number takes its place.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count, islice

import numpy as np
from numpy.random import RandomState

import nncore
from nncore.generators import GENERATORS
from nncore.training.interventions import SetParameter

MISS = 0.1
"""A training row within it of its target is learnt; amounts are taken in units of their range."""


def tables(random: RandomState, *names: str, **values: object) -> nncore.Dataset:
    """Return one of some generators' tables, with a seed and a number of rows of its own where it has them."""
    name = names[random.randint(len(names))]
    generator = GENERATORS[name]
    drawn = {"seed": int(random.randint(1000)), "count": int(random.choice([20, 40, 80]))}
    given = {**drawn, **values}
    return generator.generate(**{key: value for key, value in given.items() if key in generator.defaults}).dataset()


def experiment(dataset, hidden=(), hidden_activation="tanh", output="sigmoid", bias=True, **settings):
    """Return an experiment on a table, with plain settings for what is not said."""
    plain = {"loss": "half_squared_error", "optimizer": nncore.SGD(1.0), "epochs": 500}
    sizes = (dataset.all_input_count, *hidden, dataset.target_count)
    shape = nncore.Architecture(sizes, (*[hidden_activation] * len(hidden), output), bias)
    return nncore.Experiment(dataset, shape, **{**plain, **settings})


def not_separable(number: int) -> nncore.Experiment:
    """One neuron, or hidden neurons that come to no more, and classes that no straight cut separates."""
    random = RandomState(number)
    if number % 2:
        gate = ("xor", "xnor")[random.randint(2)]
        dataset = tables(random, "logic_gate", gate=gate, inputs=int(random.randint(2, 5)))
    else:
        dataset = tables(random, "circle", "exclusive_or", "spiral")
    loss = ("half_squared_error", "binary_cross_entropy")[random.randint(2)]
    optimizer = (nncore.SGD(0.5), nncore.SGD(0.1), nncore.Adam(0.05))[random.randint(3)]
    hidden = ((), (), (1,))[random.randint(3)]
    return experiment(dataset, hidden, loss=loss, optimizer=optimizer, seed=number, epochs=400)


def needs_bias(number: int) -> nncore.Experiment:
    """Classes that lie on the same side of the origin, or a row of zeros, and no bias."""
    random = RandomState(number)
    if number % 2:
        gate = ("nand", "nor", "and", "or", "majority")[random.randint(5)]
        dataset = tables(random, "logic_gate", gate=gate, inputs=int(random.randint(2, 5)))
    else:
        inputs, rows = int(random.randint(1, 5)), int(random.choice([10, 20, 40]))
        side = np.arange(rows) % 2
        cells = 3.0 + 2.0 * side[:, None] + random.uniform(-0.5, 0.5, (rows, inputs))
        dataset = nncore.Dataset(cells.round(3), side[:, None])
    loss = ("half_squared_error", "binary_cross_entropy")[random.randint(2)]
    optimizer = (nncore.SGD(0.5), nncore.SGD(0.1), nncore.Adam(0.05))[random.randint(3)]
    return experiment(dataset, bias=False, loss=loss, optimizer=optimizer, seed=number, epochs=1000)


def learning_rate_too_high(number: int) -> nncore.Experiment:
    """Scaled tables that the network learns with a rate a hundred times smaller."""
    random = RandomState(number)
    if number % 3 == 0:
        dataset = tables(random, "plane", "sine")
        scaling = {"input_scaling": "standard", "target_scaling": "standard"}
        hidden = ((), (3,), (6,))[random.randint(3)]
        rate = float(random.choice([3.0, 10.0, 30.0]))
        return experiment(
            dataset, hidden, output="linear", optimizer=nncore.SGD(rate), seed=number, epochs=200, **scaling
        )
    dataset = tables(random, "circle", "exclusive_or", "moons", "gaussians", noise=0.05)
    hidden = ((4,), (6,), (8,), (4, 4))[random.randint(4)]
    activation = ("tanh", "sigmoid", "relu")[random.randint(3)]
    optimizer = (nncore.SGD(100.0), nncore.SGD(300.0), nncore.Adam(10.0), nncore.Adam(30.0))[random.randint(4)]
    return experiment(
        dataset, hidden, activation, optimizer=optimizer, seed=number, epochs=200, input_scaling="standard"
    )


def learning_rate_too_low(number: int) -> nncore.Experiment:
    """Scaled tables that the network learns with a rate a hundred or a thousand times larger."""
    random = RandomState(number)
    rate = float(random.choice([1e-4, 3e-4, 1e-3]))
    if number % 3 == 0:
        dataset = tables(random, "plane", "sine")
        hidden = ((), (4,), (8,))[random.randint(3)]
        scaling = {"input_scaling": "standard", "target_scaling": "standard"}
        optimizer = nncore.SGD(rate / 10)
        return experiment(dataset, hidden, output="linear", optimizer=optimizer, seed=number, epochs=500, **scaling)
    dataset = tables(random, "circle", "exclusive_or", "moons", "logic_gate", gate="xor", inputs=2)
    hidden = ((3,), (5,), (8,), (4, 4))[random.randint(4)]
    optimizer = nncore.SGD(rate) if number % 3 == 1 else nncore.Adam(rate / 100)
    return experiment(
        dataset, hidden, ("tanh", "sigmoid")[random.randint(2)], optimizer=optimizer, seed=number, epochs=500
    )


def saturated(number: int) -> nncore.Experiment:
    """Starting weights so large that every neuron of a bounded activation stands at its end."""
    random = RandomState(number)
    dataset = tables(random, "circle", "exclusive_or", "moons", "logic_gate", gate="xor", inputs=2)
    hidden = ((2,), (3,), (5,), (8,))[random.randint(4)]
    activation = ("tanh", "sigmoid")[random.randint(2)]
    begun = experiment(dataset, hidden, activation, optimizer=nncore.SGD(0.5), seed=number, epochs=300)
    size = float(random.choice([100.0, 300.0, 1000.0]))
    numbers = (size * random.choice([-1.0, 1.0], begun.architecture.parameter_count)).round(1)
    by_hand = tuple(SetParameter(0, "parameter", (place, value)) for place, value in enumerate(numbers.tolist()))
    return replace(begun, interventions=by_hand)


def dead_relu(number: int) -> nncore.Experiment:
    """A layer of ReLUs of which none answers any training row from the start."""
    random = RandomState(number)
    if number % 2:
        gate = ("xor", "and", "or", "nand")[random.randint(4)]
        dataset = tables(random, "logic_gate", gate=gate, inputs=int(random.randint(2, 4)))
    else:
        dataset = tables(random, "circle", "exclusive_or", "moons", "gaussians")
    width = int(random.randint(1, 4))
    begun = experiment(
        dataset, (width,), "relu", optimizer=nncore.SGD(0.3), input_scaling="min_max", epochs=400, initializer="uniform"
    )
    # Inputs of 0 to 1 and weights below 0: no sum is above 0.
    dead = (seed for seed in count(1000 * number) if _no_weight_above_zero(begun, seed))
    return replace(begun, seed=next(dead))


def _no_weight_above_zero(begun: nncore.Experiment, seed: int) -> bool:
    return bool((replace(begun, seed=seed).network().weights[0] < 0).all())


def symmetric_start(number: int) -> nncore.Experiment:
    """Hidden layers that start from zeros."""
    random = RandomState(number)
    dataset = tables(random, "circle", "exclusive_or", "spiral", "logic_gate", gate="xor")
    hidden = ((2,), (3,), (5,), (8,), (4, 4))[random.randint(5)]
    activation = ("tanh", "sigmoid", "relu")[random.randint(3)]
    optimizer = (nncore.SGD(0.5), nncore.Adam(0.05))[random.randint(2)]
    return experiment(dataset, hidden, activation, optimizer=optimizer, initializer="zeros", seed=number, epochs=300)


def unscaled_inputs(number: int) -> nncore.Experiment:
    """Areas, years, incomes: inputs in hundreds and thousands, which scaled are learnt."""
    random = RandomState(number)
    rows = int(random.choice([8, 20, 40]))
    areas = random.uniform(800, 3200, rows).round()
    others = random.randint(1, 6, (rows, int(random.randint(1, 4)))).astype(float)
    inputs = np.column_stack([areas, others])
    hidden = ((), (3,), (6,))[random.randint(3)]
    if number % 2:
        prices = 30_000 + 140 * areas + 5_000 * others.sum(axis=1)
        rate = float(random.choice([1e-6, 1e-3, 0.1]))
        settings = {
            "output": "linear",
            "optimizer": nncore.SGD(rate),
            "target_scaling": ("none", "standard")[number % 4 // 2],
        }
        return experiment(nncore.Dataset(inputs, prices[:, None]), hidden, seed=number, epochs=200, **settings)
    large = (areas > 2000) | (np.arange(rows) == 0)
    inputs[0, 0] = 2500.0
    rate = float(random.choice([0.01, 0.1, 1.0]))
    dataset = nncore.Dataset(inputs, large[:, None].astype(float))
    return experiment(dataset, hidden, optimizer=nncore.SGD(rate), seed=number, epochs=200)


def vanishing_gradient(number: int) -> nncore.Experiment:
    """Many hidden layers of sigmoids and plain gradient descent."""
    random = RandomState(number)
    dataset = tables(random, "circle", "exclusive_or", "moons", "logic_gate", gate="xor", inputs=2)
    hidden = (int(random.choice([3, 4, 6, 8])),) * int(random.randint(5, 8))
    loss = ("half_squared_error", "binary_cross_entropy")[random.randint(2)]
    initializer = ("uniform", "glorot_uniform")[random.randint(2)]
    optimizer = nncore.SGD(float(random.choice([0.3, 1.0])))
    return experiment(
        dataset,
        hidden,
        "sigmoid",
        loss=loss,
        optimizer=optimizer,
        initializer=initializer,
        reduction="mean",
        seed=number,
        epochs=1000,
    )


def learnable(random: RandomState, number: int, *patterns: str, of_gate: tuple[int, ...] = (), **values: object):
    """Return a gate that one neuron learns and the hidden layers for it, or one of some patterns and as many as it needs."""
    if number % 2:
        gate = ("and", "or", "nand", "nor")[random.randint(4)]
        return tables(random, "logic_gate", gate=gate, inputs=int(random.randint(2, 4))), of_gate
    return tables(random, *patterns, **values), ((6,), (8,))[random.randint(2)]


def penalty_too_strong(number: int) -> nncore.Experiment:
    """Classes that the network learns without its penalty."""
    random = RandomState(number)
    dataset, hidden = learnable(random, number, "circle", "exclusive_or")
    strength = float(random.choice([0.3, 1.0]))
    penalty = (nncore.L1, nncore.L2)[random.randint(2)](strength)
    optimizer = (nncore.SGD(0.5), nncore.Adam(0.05))[random.randint(2)]
    return experiment(
        dataset, hidden, "tanh", optimizer=optimizer, penalty=penalty, reduction="mean", seed=number, epochs=1500
    )


def unscaled_targets(number: int) -> nncore.Experiment:
    """Prices, salaries, distances: amounts in thousands, which scaled are learnt with the same steps."""
    random = RandomState(number)
    rows, columns = int(random.choice([8, 20, 40])), int(random.randint(1, 4))
    inputs = random.uniform(-1, 1, (rows, columns)).round(3)
    size = float(random.choice([2_000.0, 10_000.0, 60_000.0]))
    amounts = size * (1.5 + inputs @ random.uniform(-1, 1, columns)).round(3)
    hidden = ((4,), (6,), (8,))[random.randint(3)]
    optimizer = (nncore.SGD(0.05), nncore.SGD(0.1), nncore.Adam(0.01))[random.randint(3)]
    return experiment(
        nncore.Dataset(inputs, amounts[:, None]),
        hidden,
        ("tanh", "sigmoid", "relu")[random.randint(3)],
        output="linear",
        optimizer=optimizer,
        reduction="mean",
        seed=number,
        epochs=1000,
    )


def clipping_too_tight(number: int) -> nncore.Experiment:
    """Classes that the network learns with gradients as long as they are."""
    random = RandomState(number)
    of_gate = ((), (3,))[number % 4 // 2]
    dataset, hidden = learnable(random, number, "circle", "exclusive_or", "moons", of_gate=of_gate, noise=0.0)
    norm = float(random.choice([3e-4, 1e-3, 2e-3]))
    optimizer = (nncore.SGD(0.5), nncore.SGD(1.0, momentum=0.5))[random.randint(2)]
    return experiment(
        dataset, hidden, "tanh", optimizer=optimizer, clip_norm=norm, reduction="sum", seed=number, epochs=1000
    )


MUSEUM: dict[str, Callable[[int], nncore.Experiment]] = {
    made.__name__: made
    for made in (
        not_separable,
        needs_bias,
        learning_rate_too_high,
        learning_rate_too_low,
        saturated,
        dead_relu,
        symmetric_start,
        unscaled_inputs,
    )
}
"""What is wrong in the museum's exhibits, by the kind that has to be named first."""

BESIDE_THE_MUSEUM: dict[str, Callable[[int], nncore.Experiment]] = {
    made.__name__: made for made in (vanishing_gradient, penalty_too_strong, unscaled_targets, clipping_too_tight)
}
"""Other failures, in the same way."""

VARIATIONS = MUSEUM | BESIDE_THE_MUSEUM


def failures(kind: str, many: int) -> Iterator[nncore.ExperimentRun]:
    """Return the first runs of a kind that leave a training row unlearnt."""
    runs = (VARIATIONS[kind](number).run() for number in count())
    return islice((run for run in runs if not learnt(run)), many)


def learnt(run: nncore.ExperimentRun) -> bool:
    """Return whether every training row is called right, or, of amounts, is within reach of its target."""
    dataset, (inputs, targets, _, _) = run.experiment.dataset, run.experiment.scaled()
    outputs = run.network.predict(inputs)
    if dataset.classes is not None:
        return all(dataset.classes.right(targets, outputs))
    return bool((np.abs(outputs - targets) <= MISS * np.ptp(targets, axis=0)).all())
