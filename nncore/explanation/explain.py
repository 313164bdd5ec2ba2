"""Explain one update of one weight: forward, backward and the update, line by line, each number traced to where it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from nncore.engine.engine import Engine
from nncore.errors import EpochError, SettingError, require_instance, require_whole_number
from nncore.experiment.experiment import Experiment
from nncore.explanation.line import Line
from nncore.explanation.line_book import LineBook
from nncore.explanation.row_backward import backward_lines
from nncore.explanation.row_forward import RowNames, forward_lines
from nncore.explanation.row_loss import LossNames, loss_lines
from nncore.explanation.rows_together import gradient_line, loss_line
from nncore.explanation.update_lines import update_lines
from nncore.explanation.worked_case import WorkedCase
from nncore.explanation.worked_update import WorkedUpdate
from nncore.quoting import quoted
from nncore.training.batches import rows_of_batches
from nncore.training.history import History


def explain(
    experiment: Experiment,
    *,
    epoch: int,
    parameter: int,
    sample: int | None = None,
    batch: int | None = None,
    history: History | None = None,
    row_numbers: Sequence[int] | None = None,
) -> WorkedUpdate:
    """Work one update of one weight as on paper, with the numbers of the run.

    Parameters
    ----------
    experiment : Experiment
    epoch : int
        The update is one of those that lead from this epoch to the next.
    parameter : int
        The place of the weight or bias in the flat vector.
    sample : int, optional
        The row of the training table that is worked line by line, the first being 0; left out, all rows of the update.
        A row that the update does not learn from is worked all the same, and the first line says so.
    batch : int, optional
        Which update of the epoch, the first being 0; left out, the one that learns from the sample, or the first.
    history : History, optional
        Of a run of this experiment that has come as far; without it, the run is made up to there.
    row_numbers : sequence of int, optional
        What the training rows are called in the lines; by default they are counted from 1.

    Returns
    -------
    WorkedUpdate
        The first line says by which convention the loss is counted. The value of the last is the weight after the update:
        if it is the last update of its epoch, the recorded one of the next epoch to the last bit.

    Raises
    ------
    EpochError
        If no update of the run leads away from the epoch.
    SettingError
        If there is no such row, update or weight.

    Notes
    -----
    Source: C. M. Bishop, *Pattern Recognition and Machine Learning*, 2006, section 5.3.1.

    Examples
    --------
    >>> from nncore import articles
    >>> experiment = articles.single_neuron()
    >>> step = explain(experiment, epoch=4, sample=0, parameter=2)
    >>> step.forward[0].formula
    '½ (y − t)², the sum over rows 1 to 4'
    >>> [line.name for line in step.backward]
    ['∂L/∂y of target', '∂y/∂z of target', '∂L/∂z of target', '∂z/∂w', '∂L/∂w in row 1', '∂L/∂w']
    >>> step.new_value == experiment.run().history.network_at(5).parameters[2].item()
    True
    """
    require_instance("experiment", experiment, Experiment)
    parameter = _in_range(
        "parameter", parameter, experiment.architecture.parameter_count, "weight or bias", "weights and biases"
    )
    samples = experiment.dataset.samples
    if sample is not None:
        sample = _in_range("sample", sample, samples, "training row", "training rows")
    history = _history_to(experiment, epoch, history)
    batches = rows_of_updates(experiment, epoch)
    batch = _batch(batch, batches, sample)
    state = history.state_at(epoch)
    inputs, targets, _, _ = experiment.scaled()
    engine = Engine(
        experiment.architecture, inputs, targets, experiment.plan, [experiment.seed], state.parameters, state
    )
    case = WorkedCase(
        experiment,
        epoch,
        engine.single_update(batch),
        rows=tuple(batches[batch]),
        worked=tuple(batches[batch]) if sample is None else (sample,),
        parameter=parameter,
        is_last=batch == len(batches) - 1,
        row_numbers=row_numbers,
    )
    return _worked(case, sample, batch, len(batches))


def rows_of_updates(experiment: Experiment, epoch: int) -> list[list[int]]:
    """Return the rows that each update between an epoch and the next learns from, the first row being 0.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from nncore import articles
    >>> rows_of_updates(replace(articles.single_neuron(), batch_size=3), 7)
    [[0, 1, 2], [3]]
    """
    shuffled_by = (experiment.seed, epoch + 1) if experiment.shuffle else None
    return rows_of_batches(experiment.dataset.samples, experiment.batch_size, shuffled_by)


def _worked(case: WorkedCase, sample: int | None, batch: int, batches: int) -> WorkedUpdate:
    book = LineBook()
    forward: list[Line] = []
    backward: list[Line] = []
    losses, gradients = {}, {}
    for row in case.worked:
        names, loss_names = RowNames(), LossNames()
        forward += forward_lines(book, case, row, names)
        forward += loss_lines(book, case, row, names, loss_names)
        losses[row] = forward[-1].name
        backward += backward_lines(book, case, row, names, loss_names)
        gradients[row] = backward[-1].name
    gradient = gradient_line(book, case, gradients)
    return WorkedUpdate(
        epoch=case.epoch,
        batch=batch,
        batches=batches,
        rows=case.rows,
        sample=sample,
        parameter=case.parameter,
        parameter_name=case.parameter_name(case.parameter),
        new_parameters=tuple(case.update.after.parameters[0].tolist()),
        forward=(loss_line(book, case, losses), *forward),
        backward=(*backward, gradient),
        update=tuple(update_lines(book, case, gradient)),
        given=tuple(book.given),
    )


def _history_to(experiment: Experiment, epoch: int, history: History | None) -> History:
    """Return a history that has the epoch after `epoch`."""
    if not isinstance(epoch, int) or isinstance(epoch, bool) or not 0 <= epoch < experiment.epochs:
        raise EpochError(_no_update(epoch, experiment.epochs))
    if history is None or history.last_epoch <= epoch:
        trainer = experiment.trainer(warn=False)
        trainer.advance(epochs=epoch + 1)
        history = trainer.history
    if history.last_epoch <= epoch:
        raise EpochError(_no_update(epoch, history.last_epoch))
    return history


def _no_update(epoch: object, last: int) -> str:
    if last == 0:
        return "This run has no update to explain: it ends at epoch 0. Give it more epochs."
    return (
        f"epoch must be a whole number from 0 to {last - 1:,}: the run ends at epoch {last:,}, and an update leads from an "
        f"epoch to the next. Got {quoted(epoch)} instead."
    )


def _batch(batch: int | None, batches: list[list[int]], sample: int | None) -> int:
    if batch is not None:
        return _in_range("batch", batch, len(batches), "update in an epoch", "updates in an epoch")
    return next((number for number, rows in enumerate(batches) if sample in rows), 0)


def _in_range(name: str, value: int, count: int, one: str, many: str) -> int:
    try:
        return require_whole_number(name, value, at_least=0, at_most=count - 1)
    except SettingError:
        there = f"there is 1 {one}" if count == 1 else f"there are {count:,} {many}"
        wanted = "0" if count == 1 else f"a whole number from 0 to {count - 1:,}"
        raise SettingError(f"{name} must be {wanted}: {there}. Got {quoted(value)} instead.") from None
