"""Work the update of one weight: from its gradient to its new value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np

from nncore.engine.clipping import clip
from nncore.explanation.arithmetic import applied, parsed, sum_of, terms_of
from nncore.explanation.line import Line, Place
from nncore.explanation.line_book import LineBook
from nncore.explanation.worked_case import Array, WorkedCase
from nncore.formulas.expression import Column, Expression, Number, Operation
from nncore.training.interventions import SwitchOff
from nncore.training.penalties import weight_mask


@dataclass
class _Taken:
    """How far the gradient has come: its line's name, and the gradient of all parameters beside it."""

    name: str
    vector: Array


def update_lines(book: LineBook, case: WorkedCase, gradient: Line) -> Iterator[Line]:
    """Yield the lines from the gradient of the loss to the new weight, which is the last."""
    name, value = case.parameter_name(case.parameter), case.network.parameters[case.parameter]
    old = book.give(name, value, _place(case), kind="weight")
    taken = _Taken(gradient.name, case.update.gradient[0].copy())
    yield from _penalty_lines(book, case, taken, old)
    if case.parameter in case.held:
        yield book.work(
            f"new {name}",
            Column(old),
            _place(case),
            kind="new_weight",
            value=case.update.after.parameters[0, case.parameter],
            note=_why_held(case),
        )
    else:
        yield from _clipping_lines(book, case, taken)
        yield from _optimizer_lines(book, case, taken.name, old)
    if case.is_last:
        yield from _by_hand_lines(book, case)


def _why_held(case: WorkedCase) -> str:
    off = case.neuron_switched_off
    why = "This weight is held where it is" if off is None else f"{off} is switched off and this weight held"
    return f"{why}: its gradient counts as 0, and no momentum moves it."


def _place(case: WorkedCase) -> Place:
    return Place("parameter", parameter=case.parameter)


def _penalty_lines(book: LineBook, case: WorkedCase, taken: _Taken, old: str) -> Iterator[Line]:
    penalty = case.in_force.penalty
    if penalty is None:
        return
    shares = penalty.gradient(case.network.parameters, weight_mask(case.experiment.architecture))
    taken.vector = taken.vector + shares
    if case.place.start is None:
        return
    kind = type(penalty).__name__
    strength = book.give(f"strength of {kind}", penalty.strength, Place("setting"))
    share = book.work(
        f"derivative of {kind}",
        applied(penalty.gradient_formula, {"strength": strength, "w": old}),
        _place(case),
        kind="penalty",
        value=shares[case.parameter],
        note=f"The penalty {kind}, {penalty.formula} over all weights, at the old weight.",
    )
    yield share
    line = book.work(
        f"{taken.name} with penalty",
        sum_of([Column(taken.name), Column(share.name)]),
        _place(case),
        kind="penalty",
        value=taken.vector[case.parameter],
        note="A penalty comes in once for each update, whatever its rows are.",
    )
    taken.name = line.name
    yield line


def _clipping_lines(book: LineBook, case: WorkedCase, taken: _Taken) -> Iterator[Line]:
    clip_norm = case.experiment.clip_norm
    if clip_norm is None:
        return
    vector = taken.vector.copy()
    vector[sorted(case.held)] = 0.0
    names = [taken.name if index == case.parameter else _other_gradient(book, case, index, vector)
             for index in range(len(vector))]  # fmt: skip
    largest = np.abs(vector).max() or 1.0
    length = book.work(
        "length of the gradient",
        Operation("sqrt", (sum_of(Operation("^", (Column(name), Number(2.0))) for name in names),)),
        Place("update"),
        kind="clipping",
        value=largest * np.sqrt(np.square(vector / largest).sum()),
        note="Over all weights and biases.",
    )
    yield length
    limit = book.give("clipping norm", clip_norm, Place("setting"))
    clip(vector, clip_norm)
    line = book.work(
        f"clipped ∂L/∂{case.letter}",
        applied("g · limit / max(length, limit)", {"g": taken.name, "limit": limit, "length": length.name}),
        _place(case),
        kind="clipping",
        value=vector[case.parameter],
        note="A gradient that is longer than the clipping norm is shortened to it; a shorter one stays as it is.",
    )
    taken.name = line.name
    yield line


def _other_gradient(book: LineBook, case: WorkedCase, index: int, vector: Array) -> str:
    name = case.parameter_name(index)
    note = f"{name} is held: its gradient counts as 0." if index in case.held else f"Worked in the same way for {name}."
    return book.give(f"gradient of {name}", vector[index], Place("parameter", parameter=index), note)


def _optimizer_lines(book: LineBook, case: WorkedCase, gradient: str, old: str) -> Iterator[Line]:
    optimizer, before, after = case.in_force.optimizer, case.update.before, case.update.after
    terms = {"w": old, "g": gradient}
    given = {field.name: getattr(optimizer, field.name) for field in fields(optimizer) if field.name != "learning_rate"}
    given["learning rate"] = case.in_force.learning_rate_of(case.place.layer)
    given["t"] = before.steps + 1
    for one in optimizer.step_formulas:
        remembered = f"{one.name} before"
        if one.slot is not None:
            value = before.memory[one.slot, 0, case.parameter]
            note = "What the optimizer remembers from the update before; 0 at its start."
            terms[remembered] = book.give(remembered, value, Place("memory", parameter=case.parameter), note)
        expression = _of_terms(book, one.formula, terms, given)
        if one.name == "new":
            yield _new_weight(book, case, expression)
            return
        found = None if one.slot is None else after.memory[one.slot, 0, case.parameter]
        place = Place("memory", parameter=case.parameter)
        note = f"Optimizer: {optimizer.name}."
        line = book.work(one.name, expression, place, kind="optimizer", value=found, note=note)
        terms[one.name] = line.name
        yield line


def _of_terms(book: LineBook, formula: str, terms: dict[str, str], given: dict[str, float]) -> Expression:
    """Return a formula of an optimizer, and note the settings that it names."""
    for name in terms_of(parsed(formula, (*terms, *given))):
        if name not in terms:
            terms[name] = book.give(name, given[name], Place("setting"))
    return applied(formula, {**{name: name for name in given}, **terms})


def _new_weight(book: LineBook, case: WorkedCase, expression: Expression) -> Line:
    name = case.parameter_name(case.parameter)
    return book.work(
        f"new {name}",
        expression,
        _place(case),
        kind="new_weight",
        value=case.update.after.parameters[0, case.parameter],
        note=f"Against the gradient, as far as the learning rate says. Optimizer: {case.in_force.optimizer.name}.",
    )


def _by_hand_lines(book: LineBook, case: WorkedCase) -> Iterator[Line]:
    """Yield what is set by hand in the epoch that the update completes."""
    name, epoch = case.parameter_name(case.parameter), case.epoch + 1
    for change in case.experiment.plan.changes_by_epoch.get(epoch, ()):
        number = change.sets(case.experiment.architecture).get(case.parameter)
        if number is None:
            continue
        done = "it was set by hand"
        if isinstance(change, SwitchOff):
            done = f"{case.neuron_name(change.value)} was switched off"
        note = f"At epoch {epoch} {done}."
        by_hand = book.give(f"{name} by hand", number, _place(case), note)
        yield book.work(f"new {name} by hand", Column(by_hand), _place(case), kind="set_by_hand", note=note)
