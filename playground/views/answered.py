"""The answers: every row's output beside its target, right or wrong, and what the run before said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import numpy as np
import streamlit as st

from nncore.experiment import Experiment
from nncore.metrics import Confusion, confusion
from playground import session
from playground.answers import Answer, Array, answers, matching_rows, outputs_of, shown_number
from playground.demonstration import Demonstration
from playground.measures import has_classes
from playground.table import format_number
from playground.views.heading import heading

DEFAULT_LIMIT = 0.5


def answer_tables(demonstration: Demonstration, before: Demonstration | None) -> None:
    """Draw the answers to the training rows and, if there are any, to the test rows; for two classes the counts."""
    experiment = demonstration.experiment
    limit = session.choice("limit", DEFAULT_LIMIT)
    listing, counting = st.columns([1, 1], gap="medium")
    with listing:
        head = heading("Answers")
        if before is not None:
            head.button(
                "Forget",
                on_click=session.forget_before,
                type="tertiary",
                help="Let the run before go: the grey lines and the numbers left of the arrows.",
            )
        st.html(_listing(demonstration, before, limit))
    with counting:
        if experiment.dataset.two_classes:
            heading("Right and wrong")
            st.html(_counts(demonstration, limit))
            st.slider(
                "Limit",
                0.0,
                1.0,
                DEFAULT_LIMIT,
                step=0.01,
                key=session.widget_key("limit"),
                help="An output above the limit counts as class 1.",
            )


def situation_answer(demonstration: Demonstration, before: Demonstration | None, row: Sequence[float]) -> str:
    """Return the answer to the new situation as HTML."""
    experiment, network = demonstration.experiment, demonstration.network()
    outputs = experiment.predict(network, [list(row)])
    old = None
    if before is not None and before.experiment.dataset.input_count == len(row):
        old = before.experiment.predict(before.network(), [list(row)])
        old = old if old.shape == outputs.shape else None
    answer = answers(outputs, outputs, old, classes=False, limit=0.5, row_numbers=[1])[0]
    parts = []
    for index, name in enumerate(experiment.dataset.target_names):
        parts.append(f"{escape(name)}: {_output(answer, index)}")
        if experiment.dataset.two_classes:
            class_1 = bool(outputs[0, index] > session.choice("limit", DEFAULT_LIMIT))
            parts[-1] += f", {_class_mark(class_1)}class {int(class_1)}"
    return f'<div class="situation" role="status">{"<br>".join(parts)}</div>'


def _listing(demonstration: Demonstration, before: Demonstration | None, limit: float) -> str:
    experiment = demonstration.experiment
    dataset = experiment.dataset
    network = demonstration.network()
    sections = []
    for title, test, inputs, targets in (
        ("Training rows", False, dataset.inputs, dataset.targets),
        ("Test rows", True, dataset.test_inputs, dataset.test_targets),
    ):
        if inputs is None or targets is None:
            continue
        found = answers(
            targets,
            outputs_of(experiment, network, test=test),
            _outputs_before(before, experiment, test),
            classes=has_classes(dataset),
            limit=limit,
            row_numbers=range(1, len(targets) + 1),
        )
        sections.append(_table(title, found, experiment))
    return "".join(sections)


def _outputs_before(before: Demonstration | None, experiment: Experiment, test: bool) -> Array | None:
    if before is None:
        return None
    old, new = before.experiment.dataset, experiment.dataset
    if (old.input_count, old.target_names) != (new.input_count, new.target_names):
        return None
    old_inputs, new_inputs = (old.test_inputs, new.test_inputs) if test else (old.inputs, new.inputs)
    if old_inputs is None or new_inputs is None:
        return None
    outputs = outputs_of(before.experiment, before.network(), test=test)
    unknown = np.full(outputs.shape[1], np.nan)
    rows = matching_rows(old_inputs, new_inputs)
    return np.array([unknown if row is None else outputs[row] for row in rows])


def _table(title: str, found: Iterable[Answer], experiment: Experiment) -> str:
    dataset = experiment.dataset
    names = dataset.target_names
    heads = [head for name in names for head in (name, "output" if len(names) == 1 else f"output for {name}")]
    lines = []
    for answer in found:
        cells = [f'<th scope="row">{answer.row}</th>']
        for index, target in enumerate(answer.targets):
            mark = _class_mark(target > 0.5) if dataset.two_classes else ""
            cells.append(f"<td>{mark}{format_number(target)}</td><td>{_output(answer, index)}</td>")
        cells.append(f"<td>{_verdict(answer.right)}</td>")
        lines.append(f'<tr class="{"wrong" if answer.right is False else ""}">{"".join(cells)}</tr>')
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in ("row", *heads))
    return (
        f'<div class="answers" tabindex="0" role="region" aria-label="Answers to the {title.lower()}"><table>'
        f"<caption>{title}</caption><thead><tr>{head}<td></td></tr></thead><tbody>{''.join(lines)}</tbody></table></div>"
    )


def _output(answer: Answer, index: int) -> str:
    new = f"<b>{shown_number(answer.outputs[index])}</b>"
    if answer.before is None:
        return new
    return f'<span class="before">{shown_number(answer.before[index])} →</span> {new}'


def _class_mark(class_1: bool) -> str:
    return f'<span class="class-{int(class_1)}" aria-hidden="true">{"●" if class_1 else "■"}</span> '


def _verdict(right: bool | None) -> str:
    if right is None:
        return ""
    mark, word = ("✓", "right") if right else ("✗", "wrong")
    return f'<span aria-hidden="true">{mark}</span><span class="unseen">{word}</span>'


def _counts(demonstration: Demonstration, limit: float) -> str:
    experiment = demonstration.experiment
    dataset, network = experiment.dataset, demonstration.network()
    lines = []
    for title, test, targets in (("Training", False, dataset.targets), ("Test", True, dataset.test_targets)):
        if targets is None:
            continue
        outputs = outputs_of(experiment, network, test=test)
        if np.isnan(outputs).any():
            lines.append(f"<p>{title}: the numbers are no longer finite.</p>")
            continue
        lines.append(_count(title, confusion(targets, outputs, threshold=limit)))
    return f'<div class="counts">{"".join(lines)}</div>'


def _count(title: str, counts: Confusion) -> str:
    true_positives, true_negatives = counts.true_positives, counts.true_negatives
    cells = (
        ("TP", "true positives: class 1, and said so", true_positives),
        ("TN", "true negatives: class 0, and said so", true_negatives),
        ("FP", "false positives: class 0, but called 1", counts.false_positives),
        ("FN", "false negatives: class 1, but called 0", counts.false_negatives),
    )
    listed = "".join(
        f'<span title="{meaning}"><abbr>{name}</abbr> <b>{count}</b></span>' for name, meaning, count in cells
    )
    return (
        f'<p class="count-title">{title}</p><p class="count-cells">{listed}</p>'
        f'<p class="formula">accuracy = (TP + TN) / all = ({true_positives} + {true_negatives}) / {counts.total} = '
        f"<b>{counts.accuracy:.4g}</b></p>"
    )
