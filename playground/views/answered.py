"""The answers: every row's output beside its target, right or wrong, and what the run before said."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np
import streamlit as st

from nncore.metrics import confusion
from playground import session
from playground.answers import answers, answers_to_table, outputs_of
from playground.demonstration import Demonstration
from playground.views.answers_html import answer_table, class_mark, count_lines, output
from playground.views.heading import heading

DEFAULT_LIMIT = 0.5


def answer_tables(demonstration: Demonstration, before: Demonstration | None) -> None:
    """Draw the answers to the training rows and, beside them, to the test rows; for two classes also the counts."""
    dataset = demonstration.experiment.dataset
    left, right = st.columns(2, gap="medium")
    with left:
        head = heading("Answers" if dataset.test_targets is None else "Answers to training rows")
        if before is not None:
            head.button(
                "Forget",
                on_click=session.forget_before,
                type="tertiary",
                help="Let the run before go: the grey lines and the numbers left of the arrows.",
            )
        _table(demonstration, before, test=False)
    with right:
        if dataset.test_targets is None:
            if dataset.two_classes:
                heading("Right and wrong")
                _counts(demonstration, test=False)
        else:
            heading("Answers to test rows")
            _table(demonstration, before, test=True)
            if dataset.two_classes:
                _counts(demonstration, test=True)
        if dataset.two_classes:
            _limit()
    if dataset.test_targets is not None and dataset.two_classes:
        with left:
            _counts(demonstration, test=False)


def situation_answer(demonstration: Demonstration, before: Demonstration | None, row: Sequence[float]) -> str:
    """Return the answer to the new situation as HTML."""
    experiment, network = demonstration.experiment, demonstration.network()
    outputs = experiment.predict(network, [list(row)])
    old = None
    if before is not None and before.experiment.dataset.input_count == len(row):
        old = before.experiment.predict(before.network(), [list(row)])
        old = old if old.shape == outputs.shape else None
    answer = answers(outputs, outputs, old, classes=False, limit=DEFAULT_LIMIT, row_numbers=[1])[0]
    parts = []
    for index, name in enumerate(experiment.dataset.target_names):
        parts.append(f"{escape(name)}: {output(answer, index)}")
        if experiment.dataset.two_classes:
            class_1 = bool(outputs[0, index] > session.choice("limit", DEFAULT_LIMIT))
            parts[-1] += f", {class_mark(class_1)}class {int(class_1)}"
    return f'<div class="situation" role="status">{"<br>".join(parts)}</div>'


def _table(demonstration: Demonstration, before: Demonstration | None, *, test: bool) -> None:
    found = answers_to_table(
        (demonstration.experiment, demonstration.network()),
        None if before is None else (before.experiment, before.network()),
        test=test,
        limit=session.choice("limit", DEFAULT_LIMIT),
        row_numbers=session.page_state().row_numbers[int(test)],
    )
    title = "Test rows" if test else "Training rows"
    st.html(answer_table(title, found, demonstration.experiment.dataset))


def _counts(demonstration: Demonstration, *, test: bool) -> None:
    experiment = demonstration.experiment
    targets = experiment.dataset.test_targets if test else experiment.dataset.targets
    outputs = outputs_of(experiment, demonstration.network(), test=test)
    if targets is None or np.isnan(outputs).any():
        return
    counts = confusion(targets, outputs, threshold=session.choice("limit", DEFAULT_LIMIT))
    st.html(count_lines("Test" if test else "Training", counts))


def _limit() -> None:
    st.slider(
        "Limit",
        0.0,
        1.0,
        DEFAULT_LIMIT,
        step=0.01,
        key=session.widget_key("limit"),
        help="An output above the limit counts as class 1.",
    )
