"""Small tables of two classes as they may come: scattered, barely apart, touching, whole numbers, rows given twice."""

import numpy as np

KINDS = ("scattered", "barely apart", "touching", "whole numbers", "rows given twice", "touching in floats")


def random_class_table(seed):
    """Return inputs up to 12 × 5 and classes 0 and 1; the kind goes round with the seed, a quarter is barely apart."""
    rng = np.random.default_rng(seed)
    rows, columns = int(rng.integers(2, 13)), int(rng.integers(1, 6))
    kind = ("scattered", "barely apart", "other", "scattered in ranges")[seed % 4]
    if kind == "other":
        kind = ("touching", "whole numbers", "rows given twice", "touching in floats")[seed // 4 % 4]
    makers = {
        "scattered": _scattered,
        "scattered in ranges": _scattered_in_ranges,
        "barely apart": _barely_apart,
        "touching": _touching,
        "whole numbers": _whole_numbers,
        "rows given twice": _given_twice,
        "touching in floats": _touching_in_floats,
    }
    inputs, classes = makers[kind](rng, rows, columns)
    return inputs, classes.astype(float)


def _scattered(rng, rows, columns):
    return rng.random((rows, columns)), rng.integers(0, 2, rows)


def _scattered_in_ranges(rng, rows, columns):
    return rng.normal(size=(rows, columns)) * 10 ** rng.uniform(-3, 3, columns), rng.integers(0, 2, rows)


def _barely_apart(rng, rows, columns):
    """Return rows of which most are 1e-6 to 1e-3 from a plane, in columns that are then scaled to 0..1."""
    gap, normal = 10 ** rng.uniform(-6, -3), rng.normal(size=columns)
    normal /= np.linalg.norm(normal)
    inputs = rng.random((rows, columns))
    distances = inputs @ normal - normal @ rng.random(columns)
    classes = distances > 0
    pushed = np.where(classes, gap, -gap) - np.where(rng.random(rows) < 0.6, distances, 0)
    inputs += pushed[:, None] * normal
    low, high = inputs.min(axis=0), inputs.max(axis=0)
    return (inputs - low) / np.where(high > low, high - low, 1), classes


def _split(rng, rows, columns):
    inputs = rng.random((rows, columns))
    return inputs, ((inputs - 0.5) @ rng.normal(size=columns) > 0).astype(int)


def _touching(rng, rows, columns):
    """Return separable decimals, but for one row that is the middle of two rows of the other class."""
    inputs, classes = _split(rng, rows, columns)
    inputs = inputs.round(2)
    low, high = np.flatnonzero(classes == 0), np.flatnonzero(classes == 1)
    if len(low) > 1 and len(high):
        inputs[high[0]] = (inputs[low[0]] / 2 + inputs[low[1]] / 2).round(3)
    return inputs, classes


def _touching_in_floats(rng, rows, columns):
    """Return a row that is a mean of rows of the other class, as near as floats come."""
    inputs, classes = _split(rng, rows, columns)
    low, high = np.flatnonzero(classes == 0), np.flatnonzero(classes == 1)
    if len(low) and len(high):
        inputs[high[0]] = rng.dirichlet(np.ones(len(low))) @ inputs[low]
    return inputs, classes


def _whole_numbers(rng, rows, columns):
    return rng.integers(-3, 4, (rows, columns)).astype(float), rng.integers(0, 2, rows)


def _given_twice(rng, rows, columns):
    inputs, classes = rng.integers(0, 4, (rows, columns)) / rng.choice([1, 2, 10, 8]), rng.integers(0, 2, rows)
    again = rng.integers(0, rows, rows)
    return inputs[again], classes[again] if rng.random() < 0.5 else classes
