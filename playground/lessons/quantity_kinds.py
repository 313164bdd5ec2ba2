"""Every quantity that a lesson can name, with how it is read from a run: a pattern of words, and a function."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from nncore import explain
from nncore.errors import NeuralNetworkError
from nncore.experiment.experiment import Experiment
from playground.lessons.lesson_error import LessonError
from playground.lessons.scene_run import SceneRun

Value = float | int | str
"""A number, a whole number, or rows as they are named in a sentence."""

Words = Mapping[str, str]
"""What stands in the places of a pattern, by their names."""

SUM_OF_ROW, SCALED_INPUT = "sum of row <row>", "scaled input <column> of row <row>"
"""How those are named that the page writes out under the network."""

MOST_SEEDS = 10_000
"""That a number in a text is checked with."""


@dataclass(frozen=True)
class QuantityKind:
    """One kind of quantity.

    Attributes
    ----------
    says : str
        Its words, with what may stand in their places in angle brackets.
    read : function
        Returns the value of a run; of what is told at an epoch, at that epoch.
    at_epoch : bool
        Whether it is told at an epoch.
    is_slow : bool
        Whether other runs are trained for it: such a number is typed, and a test checks it.
    """

    says: str
    read: Callable[[SceneRun, Words, int], Value]
    at_epoch: bool = True
    is_slow: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds it in a text."""
        return re.compile(re.sub(r"<(\w+)>", r"(?P<\1>.+?)", self.says) + r"\Z")


def rows_named(rows: Iterable[int], kind: str = "row") -> str:
    """Return rows as they are named in a sentence, by their numbers from 1.

    Examples
    --------
    >>> rows_named([]), rows_named([4]), rows_named([2, 4]), rows_named([1, 2, 4], "test row")
    ('no row', 'row 4', 'rows 2 and 4', 'test rows 1, 2 and 4')
    """
    numbers = [str(number) for number in rows]
    if len(numbers) < 2:
        return f"{kind} {numbers[0]}" if numbers else f"no {kind}"
    return f"{kind}s {', '.join(numbers[:-1])} and {numbers[-1]}"


def _numbers(verdicts: Iterable[bool | None], wanted: bool | None) -> list[int]:
    return [number for number, right in enumerate(verdicts, start=1) if right is wanted]


def _place(word: str, count: int, what: str = "A row") -> int:
    if not word.isdecimal() or not 1 <= int(word) <= count:
        raise LessonError(f"{what} has a number from 1 to {count}. Got {word!r} instead.")
    return int(word) - 1


def _output_of_row(run: SceneRun, words: Words, epoch: int) -> float:
    return float(run.outputs(epoch)[_place(words["row"], run.experiment.dataset.samples), 0])


def _output_of_test_row(run: SceneRun, words: Words, epoch: int) -> float:
    outputs = run.test_outputs(epoch)
    return float(outputs[_place(words["row"], len(outputs)), 0])


def _output_of_situation(run: SceneRun, words: Words, epoch: int) -> float:
    situation = run.document.situation
    if situation is None:
        raise LessonError("The scene asks about no new situation.")
    return float(run.experiment.predict(run.network(epoch), [situation])[0, 0])


def _output_for(run: SceneRun, words: Words, epoch: int) -> float:
    network = run.network(epoch)
    try:
        row = [float(number.replace("−", "-")) for number in words["numbers"].split(", ")]
        return float(run.experiment.predict(network, [row])[0, 0])
    except (ValueError, NeuralNetworkError) as error:
        wanted = f'one number for each of the {run.experiment.dataset.input_count} inputs, as in "0, 1"'
        raise LessonError(f"An output is asked for with {wanted}. Got {words['numbers']!r} instead.") from error


def _sum_of_row(run: SceneRun, words: Words, epoch: int) -> float:
    inputs = run.experiment.scaled()[0]
    row = _place(words["row"], len(inputs))
    return float(run.network(epoch).forward(inputs[row : row + 1]).pre_activations[-1][0, 0])


def _distance_of_row(run: SceneRun, words: Words, epoch: int) -> float:
    row = _place(words["row"], run.experiment.dataset.samples)
    return abs(float(run.experiment.dataset.targets[row, 0]) - _output_of_row(run, words, epoch))


def _parameter(run: SceneRun, words: Words, epoch: int) -> float:
    return float(run.parameters(epoch)[run.place_of_parameter(words["name"])])


def _bias(run: SceneRun, words: Words, epoch: int) -> float:
    return float(run.parameters(epoch)[run.place_of_parameter("bias")])


def _gradient(run: SceneRun, words: Words, epoch: int) -> float:
    experiment = run.experiment
    network = run.network(epoch)
    inputs, targets, _, _ = experiment.scaled()
    gradient = network.backward(network.forward(inputs), targets, loss=experiment.loss, reduction=experiment.reduction)
    return float(gradient.parameters[run.place_of_parameter(words["name"])])


def _change(run: SceneRun, words: Words, epoch: int) -> float:
    return _parameter(run, words, epoch + 1) - _parameter(run, words, epoch)


def _mean_absolute_error(run: SceneRun, words: Words, epoch: int) -> float:
    return float(np.abs(run.outputs(epoch) - run.experiment.dataset.targets).mean())


def _line_of_update(run: SceneRun, words: Words, epoch: int) -> float:
    run.network(epoch)  # says of an epoch beyond the run what is said of it everywhere
    step = explain(run.experiment, epoch=epoch, sample=0, parameter=run.place_of_parameter(words["name"]))
    lines = [*step.forward, *step.backward, *step.update]
    found = [line.value for line in lines if line.name == words["line"]]
    if not found:
        raise LessonError(f"There is no line {words['line']!r}. There are {', '.join(line.name for line in lines)}.")
    return found[0]


def _scaled(table: int) -> Callable[[SceneRun, Words, int], float]:
    def read(run: SceneRun, words: Words, epoch: int) -> float:
        rows = run.experiment.scaled()[table]
        if rows is None:
            raise LessonError("The table has no test rows.")
        column = _place(words["column"], rows.shape[1], "A column")
        return float(rows[_place(words["row"], len(rows)), column])

    return read


def _last_loss(experiment: Experiment) -> float:
    return float(experiment.run().history.loss[-1])


def _lowest_validation_epoch(run: SceneRun, words: Words, epoch: int) -> int:
    losses = run.history.validation_loss
    if losses is None:
        raise LessonError("The table has no validation rows.")
    run.require_every_epoch()
    return int(run.history.epochs[int(np.argmin(losses))])


def _row_wrong_longest(run: SceneRun, words: Words, epoch: int) -> str:
    last = run.last_wrong
    return rows_named(row + 1 for row, at in enumerate(last) if at == max(last) >= 0)


def _first_all_right(run: SceneRun, words: Words, epoch: int) -> int:
    last = max(run.last_wrong)
    if last == run.history.last_epoch:
        raise LessonError("At the end of the run not every row is right.")
    return last + 1


def _seeds_below(run: SceneRun, words: Words, epoch: int) -> int:
    try:
        below = float(words["loss"])
    except ValueError as error:
        raise LessonError(f"A loss is a number. Got {words['loss']!r} instead.") from error
    return int((run.experiment.sweep(_seeds(words)).loss < below).sum())


def _seeds(words: Words) -> range:
    count = words["count"]
    if not count.isdecimal() or not 1 <= int(count) <= MOST_SEEDS:
        raise LessonError(f"Seeds are counted from 1 to {MOST_SEEDS:,}. Got {count!r} instead.")
    return range(int(count))


def _seeds_with_rows_right(run: SceneRun, words: Words, epoch: int) -> int:
    experiment = run.experiment
    classes, targets, inputs = experiment.dataset.classes, experiment.dataset.test_targets, experiment.scaled()[2]
    if classes is None or targets is None or inputs is None:
        raise LessonError("The table has no test rows of classes.")
    outputs = experiment.sweep(_seeds(words)).predict(inputs)
    return sum(all(classes.right(targets, of_seed, run.threshold)) for of_seed in outputs)


KINDS = (
    QuantityKind("loss", lambda run, words, epoch: float(run.experiment.losses_at(run.parameters(epoch)[None])[0])),
    QuantityKind("test loss", lambda run, words, epoch: run.held_out_loss("test", epoch)),
    QuantityKind("validation loss", lambda run, words, epoch: run.held_out_loss("validation", epoch)),
    QuantityKind("weight <name>", _parameter),
    QuantityKind("bias", _bias),
    QuantityKind(
        "bias of <name>", lambda run, words, epoch: _parameter(run, {"name": f"bias of {words['name']}"}, epoch)
    ),
    QuantityKind("gradient of weight <name>", _gradient),
    QuantityKind("change of weight <name>", _change),
    QuantityKind("size of weight <name>", lambda run, words, epoch: abs(_parameter(run, words, epoch))),
    QuantityKind("largest weight", lambda run, words, epoch: float(np.abs(run.parameters(epoch)).max())),
    QuantityKind("smallest weight", lambda run, words, epoch: float(np.abs(run.parameters(epoch)).min())),
    QuantityKind("mean absolute error", _mean_absolute_error),
    QuantityKind("line <line> for weight <name>", _line_of_update),
    QuantityKind(SCALED_INPUT, _scaled(0), at_epoch=False),
    QuantityKind("scaled input <column> of test row <row>", _scaled(2), at_epoch=False),
    QuantityKind("output of row <row>", _output_of_row),
    QuantityKind("output of test row <row>", _output_of_test_row),
    QuantityKind("output of the new situation", _output_of_situation),
    QuantityKind("output for <numbers>", _output_for),
    QuantityKind(SUM_OF_ROW, _sum_of_row),
    QuantityKind("distance of row <row>", _distance_of_row),
    QuantityKind("wrong rows", lambda run, words, epoch: rows_named(_numbers(run.is_right(epoch), False))),
    QuantityKind(
        "wrong test rows", lambda run, words, epoch: rows_named(_numbers(run.is_test_right(epoch), False), "test row")
    ),
    QuantityKind("number of right rows", lambda run, words, epoch: len(_numbers(run.is_right(epoch), True))),
    QuantityKind("number of right test rows", lambda run, words, epoch: len(_numbers(run.is_test_right(epoch), True))),
    QuantityKind("row wrong longest", _row_wrong_longest, at_epoch=False),
    QuantityKind("first epoch with every row right", _first_all_right, at_epoch=False),
    QuantityKind("last epoch", lambda run, words, epoch: run.history.last_epoch, at_epoch=False),
    QuantityKind(
        "number of weights", lambda run, words, epoch: run.experiment.architecture.parameter_count, at_epoch=False
    ),
    QuantityKind("loss when trained again", lambda run, words, epoch: _last_loss(run.experiment), at_epoch=False),
    QuantityKind("epoch of the lowest validation loss", _lowest_validation_epoch, at_epoch=False),
    QuantityKind("seeds of <count> with a loss below <loss>", _seeds_below, at_epoch=False, is_slow=True),
    QuantityKind("seeds of <count> with every test row right", _seeds_with_rows_right, at_epoch=False, is_slow=True),
)
"""Weights and biases are named as on the page; a training or test row has a number from 1."""
