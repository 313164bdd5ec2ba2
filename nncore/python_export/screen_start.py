"""Write where the run on the screen starts: drawn weights, and what somebody has set by hand before the first update."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from nncore.experiment.experiment import Experiment
from nncore.network.flat_order import parameter_places
from nncore.python_export.code_line import CodeLine
from nncore.python_export.numpy_code import number_code
from nncore.python_export.training_code import DRAWN


def start_lines(experiment: Experiment) -> Iterator[CodeLine]:
    """Yield the lines that make the starting weights and biases.

    Examples
    --------
    >>> from nncore.textbook_examples import mazur
    >>> for line in list(start_lines(mazur()))[:2]:
    ...     print(line.text)
    W1 = np.array([[0.15, 0.25], [0.2, 0.3]])
    b1 = np.array([0.35, 0.35])
    """
    architecture, by_hand = experiment.architecture, _set_by_hand(experiment)
    arrays = list(_arrays(experiment))
    is_drawn = any(name.startswith("W") and not _is_whole(entries, by_hand) for name, _, entries in arrays)
    if is_drawn:
        yield CodeLine(f"stream = np.random.RandomState({experiment.seed})", "", "start")
    for name, layer, entries in arrays:
        fan_in, fan_out = architecture.weight_shapes[layer - 1]
        shape = (fan_in, fan_out) if name.startswith("W") else (fan_out,)
        is_whole, code = _is_whole(entries, by_hand), f"np.zeros({fan_out})"
        if is_whole and not (is_drawn and name.startswith("W")):
            code = _array_code([by_hand[index] for index in entries.values()], shape)
        elif name.startswith("W"):
            code = DRAWN[experiment.initializer].format(shape=shape, inputs=fan_in, neurons=fan_out)
        yield CodeLine(f"{name} = {code}", str(shape), "start", layer, name)
        # Also of a whole matrix: as long as another one is drawn, the stream must have come past this one.
        if not code.startswith("np.array"):
            for place, index in entries.items():
                if index in by_hand:
                    yield CodeLine(f"{name}[{place}] = {number_code(by_hand[index])}", "", "start", layer, name)


def entry(experiment: Experiment, index: int) -> tuple[str, str]:
    """Return the array in which a number of the flat vector stands, and its place there.

    Examples
    --------
    >>> from nncore.textbook_examples import mazur
    >>> entry(mazur(), 3), entry(mazur(), 5)
    (('W1', '1, 1'), ('b1', '1'))
    """
    return _entries(experiment.architecture.layer_sizes, experiment.architecture.bias)[index]


@lru_cache(maxsize=64)
def _entries(layer_sizes: tuple[int, ...], bias: bool) -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"b{layer + 1}", str(end)) if start is None else (f"W{layer + 1}", f"{start}, {end}")
        for layer, start, end in parameter_places(layer_sizes, bias)
    )


def _arrays(experiment: Experiment) -> Iterator[tuple[str, int, dict[str, int]]]:
    """Yield the arrays of the parameters, each with its layer and where in the flat vector its entries lie."""
    arrays: dict[str, dict[str, int]] = {}
    for index in range(experiment.architecture.parameter_count):
        name, place = entry(experiment, index)
        arrays.setdefault(name, {})[place] = index
    for name, entries in arrays.items():
        yield name, int(name[1:]), entries


def _set_by_hand(experiment: Experiment) -> dict[int, float]:
    """Return what is set before the first update, by its place in the flat vector; of a place set twice, the last."""
    found: dict[int, float] = {}
    for change in experiment.plan.changes_by_epoch.get(0, ()):
        found |= change.sets(experiment.architecture)
    return found


def _is_whole(entries: Mapping[str, int], by_hand: Mapping[int, float]) -> bool:
    return all(index in by_hand for index in entries.values())


def _array_code(values: list[float], shape: tuple[int, ...]) -> str:
    numbers = list(map(number_code, values))
    width = shape[-1]
    rows = [", ".join(numbers[start : start + width]) for start in range(0, len(numbers), width)]
    listed = rows[0] if len(shape) == 1 else ", ".join(f"[{row}]" for row in rows)
    # Weights that are all whole numbers would make an array of whole numbers, which forgets what is learnt.
    is_whole = all(value.is_integer() for value in values)
    return f"np.array([{listed}]{', dtype=float' if is_whole else ''})"
