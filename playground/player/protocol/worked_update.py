"""One update of one weight as the player shows it: its lines by their numbers, and which of them are read first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from nncore.explanation.explain import explain, rows_of_updates
from nncore.explanation.gathered_rows import with_gathered_rows
from nncore.explanation.line import Line
from nncore.explanation.on_paper import on_paper, rounded
from nncore.explanation.step_digits import step_digits
from nncore.explanation.worked_update import WorkedUpdate
from nncore.formulas.expression import Column, as_lists
from nncore.python_export.worked_in_code import worked_in_code
from playground.player.protocol.description import called_rows
from playground.player.protocol.wanted_update import WantedUpdate
from playground.runs.budget import Budget
from playground.runs.live_run import REPLAY_SLICE, LiveRun
from playground.text.unbroken_formula import unbroken_formula
from playground.text.why_it_moves import telling_row, why_it_moves

FIRST_LINES = 7
"""Lines that are read at once, without scrolling."""

MOST_CHARACTERS = 60
"""Of what the loss is over: it is read in one line, beside the choice of an update."""

ROUNDED = (3, 6)
"""To how many digits the page writes numbers where it does not write all."""

MOST_TERMS = 40
"""Numbers of a formula that is still read; of more rows those that are not worked are one number, else its note is shown."""

AHEAD_SLICE = 0.05
"""Seconds that one answer spends on updates that nobody sees yet."""


def worked_update(
    run: LiveRun, wanted: WantedUpdate, row_numbers: Sequence[int], seconds: float
) -> dict[str, Any] | None:
    """Return an update of a run as plain JSON, or None if it has none such, or some seconds are not enough to reach it.

    `row_numbers` are what the training rows are called.
    """
    step = worked_step(run, wanted, row_numbers, seconds)
    called = called_rows(row_numbers, run.experiment.dataset.samples)
    if step is None:
        return None
    computed_by = worked_in_code(run.experiment, step)
    # An update is chosen by a row that it learns from.
    first_rows = [min(rows) for rows in rows_of_updates(run.experiment, wanted.epoch)]
    told = described(step, called, computed_by)
    names = [line["name"] for line in told["lines"]]
    paper = None if wanted.digits is None else told_on_paper(as_read(step), wanted.digits, names)
    return {"run": run.number, "first_rows": first_rows, "paper": paper, "telling": wanted.telling, **told}


def updates_ahead(
    run: LiveRun, wanted: Sequence[WantedUpdate], row_numbers: Sequence[int], budget: Budget, spent: float
) -> list[dict[str, Any]]:
    """Return updates that nobody sees yet, as far as they take a short time; none where the one on the screen took a long one.

    `spent` are the seconds that it took.
    """
    if spent >= AHEAD_SLICE:
        return []
    least = max(0.0, budget.left - AHEAD_SLICE)
    ahead = (worked_update(run, each, row_numbers, budget.left) for each in wanted if budget.left > least)
    return [update for update in ahead if update is not None]


def told_on_paper(step: WorkedUpdate, digits: int, names: Sequence[str]) -> dict[str, Any]:
    """Return the numbers of lines as somebody has them who rounds each, and which of them rounding has led astray.

    Those are none that the exact number would be rounded to.

    Examples
    --------
    With one digit the sigmoid of −0.6 is 0.4; of −0.559 it would be 0.36, which is 0.4, too. The error is right, but its half
    square is 0.08 and not 0.066, which would be rounded to 0.07.

    >>> from nncore import articles
    >>> step = explain(articles.single_neuron(), epoch=0, sample=3, parameter=1)
    >>> told_on_paper(step, 1, ["z of target", "y of target", "L in row 4"])
    {'digits': 1, 'values': [-0.6, 0.4, 0.08], 'astray': [2]}
    """
    on_it = on_paper(step, digits)
    values = [on_it.line(name).value for name in names]
    exact = [step.line(name) for name in names]
    astray = [
        place
        for place, (line, value) in enumerate(zip(exact, values, strict=True))
        if not line.is_given and rounded(line.value, digits) != value
    ]
    return {"digits": digits, "values": values, "astray": astray}


def worked_step(run: LiveRun, wanted: WantedUpdate, row_numbers: Sequence[int], seconds: float) -> WorkedUpdate | None:
    """Return an update of a run, or None if it has none such, or some seconds are not enough to reach it."""
    history = run.trainer.history
    if not has_update(run, wanted) or not history.approach(wanted.epoch, seconds=min(seconds, REPLAY_SLICE)):
        return None
    called = called_rows(row_numbers, run.experiment.dataset.samples)
    of_row = partial(
        explain,
        run.experiment,
        epoch=wanted.epoch,
        parameter=wanted.parameter,
        history=history,
        row_numbers=called,
    )
    step = of_row(sample=wanted.row)
    telling = telling_row(step) if wanted.telling else wanted.row
    return step if telling == wanted.row else of_row(sample=telling)


def has_update(run: LiveRun, wanted: WantedUpdate) -> bool:
    """Whether a run has come as far as an update, and has its row and its weight."""
    experiment = run.experiment
    return (
        wanted.epoch < run.trainer.epoch
        and wanted.row < experiment.dataset.samples
        and wanted.parameter < experiment.architecture.parameter_count
    )


def described(step: WorkedUpdate, row_numbers: Sequence[int], computed_by: Mapping[str, str]) -> dict[str, Any]:
    """Return a worked update as plain JSON: its lines by their numbers, those first that it starts from.

    `row_numbers` are what the training rows are called;
    `computed_by` names for its lines what computes them in the code on the screen, `nncore.python_export.worked_in_code`.

    Examples
    --------
    >>> from nncore import articles
    >>> told = described(explain(articles.single_neuron(), epoch=4, sample=2, parameter=0), (1, 2, 3, 4), {})
    >>> [told["lines"][line]["label"] for line in told["first_shown"]]
    ['z of target', 'y of target', 'error of target = ∂L/∂y', '∂L/∂z of target', '∂L/∂w in row 3', '∂L/∂w', 'new value']
    """
    shown = as_read(step)
    read = {name for line in shown.lines if _is_read(line) for name, _ in line.terms}
    lines = [line for line in (*shown.given, *shown.lines) if not line.is_given or line.name in read]
    numbers = {line.name: number for number, line in enumerate(lines)}
    again = {line.terms[0][0]: line.name for line in step.backward if isinstance(line.expression, Column)}
    return {
        "epoch": step.epoch,
        "row": step.sample,
        "parameter": step.parameter,
        "batch": step.batch,
        "batches": step.batches,
        "why": why_it_moves(step, row_numbers),
        "convention": f"Loss: {unbroken_formula(_convention(step.forward[0]))}.",
        "step_digits": {str(digits): step_digits(step, digits) for digits in ROUNDED},
        "lines": [
            {**_told(line, numbers), "label": _label(line, again), "code": computed_by.get(line.name, "")}
            for line in lines
        ],
        "sections": [[title, [numbers[line.name] for line in part]] for title, part in step.sections],
        "first_shown": [numbers[line.name] for line in first_shown(step)],
    }


def as_read(step: WorkedUpdate) -> WorkedUpdate:
    """Return an update as it is read on the page: of very many rows those that are not worked are one number."""
    return with_gathered_rows(step, MOST_TERMS - 1)


def first_shown(step: WorkedUpdate) -> list[Line]:
    """Return the lines that are read first: the last links of the chain that leads to the new weight.

    Each is a number in the next one. What only repeats a number is passed over.
    """
    chain = [line for line in _chain(step) if line is step.update[-1] or not isinstance(line.expression, Column)]
    return chain[FIRST_LINES - 1 :: -1]


def _chain(step: WorkedUpdate) -> Iterator[Line]:
    """Yield the new weight, the line it was computed from, and so on, back to the row's first number."""
    line: Line | None = step.update[-1]
    while line is not None:
        yield line
        sources = (step.line(name) for name, _ in line.terms)
        line = next((source for source in sources if not source.is_given), None)


def _convention(loss: Line) -> str:
    """Return by what convention the loss is counted; its rows are counted where their numbers would take a line of their own."""
    start, the, together = loss.formula.rpartition(", the ")
    if len(loss.formula) <= MOST_CHARACTERS or len(loss.terms) == 1 or not the:
        return loss.formula
    how = together.partition(" over ")[0]
    return f"{start}{the}{how} over {len(loss.terms):,} rows"


def _is_read(line: Line) -> bool:
    return len(line.terms) <= MOST_TERMS


def _said_sum(line: Line) -> str:
    """Return what a sum of very many terms is of, which is read in place of its formula; empty where that is read."""
    if _is_read(line):
        return ""
    if line.kind != "pre_activation":
        return f"The sum of {len(line.terms):,} numbers."
    products, bias = divmod(len(line.terms), 2)
    return f"The sum of {products:,} products{' and the bias' if bias else ''}."


def _label(line: Line, again: Mapping[str, str]) -> str:
    """Return what stands in front of a line; an error that is a derivative, too, has both names: hints say either."""
    if line.kind == "new_weight":
        return "new value"
    derivative = again.get(line.name, "") if line.kind == "error" else ""
    return f"{line.name} = {derivative.partition(' of ')[0]}" if derivative else line.name


def _told(line: Line, numbers: Mapping[str, int]) -> dict[str, Any]:
    return {
        "name": line.name,
        "expression": as_lists(line.expression, numbers) if line.expression is not None and _is_read(line) else None,
        "terms": [numbers[name] for name, _ in line.terms] if _is_read(line) else [],
        "value": line.value,
        "note": unbroken_formula(line.note or _said_sum(line)),
        "kind": line.kind,
        "place": line.place._asdict(),
    }
