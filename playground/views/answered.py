"""The answers: every row's output beside its target, right or wrong, and what the run before said."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np
import streamlit as st

from nncore.metrics.metrics import confusion
from playground import session
from playground.runs.answers import answers, answers_to_table, outputs_of
from playground.runs.live_run import LiveRun
from playground.views.answers_html import answer_table, class_mark, count_lines, output
from playground.views.heading import heading


def answer_tables(run: LiveRun, before: LiveRun | None) -> None:
    """Draw the answers to the training rows and, beside them, to the test rows; for two classes also the counts."""
    dataset = run.experiment.dataset
    left, right = st.columns(2, gap="medium")
    with left:
        head = heading("Answers" if dataset.test_targets is None else "Answers to training rows")
        if before is not None:
            head.button(
                "Forget",
                on_click=session.page_state().forget_before,
                type="tertiary",
                help="Let the run before go: the grey lines and the numbers left of the arrows.",
            )
        _table(run, before, test=False)
    with right:
        if dataset.test_targets is None:
            if dataset.two_classes:
                heading("Right and wrong")
                _counts(run, test=False)
        else:
            heading("Answers to test rows")
            _table(run, before, test=True)
            if dataset.two_classes:
                _counts(run, test=True)
    if dataset.test_targets is not None and dataset.two_classes:
        with left:
            _counts(run, test=False)


def situation_answer(run: LiveRun, before: LiveRun | None, row: Sequence[float]) -> str:
    """Return the answer to the new situation as HTML."""
    experiment, network = run.experiment, run.trainer.network
    outputs = experiment.predict(network, [list(row)])
    old = None
    if before is not None and before.experiment.dataset.input_count == len(row):
        old = before.experiment.predict(before.trainer.network, [list(row)])
        old = old if old.shape == outputs.shape else None
    answer = answers(outputs, outputs, old, classes=False, threshold=run.threshold, row_numbers=[1])[0]
    parts = []
    names = experiment.dataset.target_names
    for index, name in enumerate(names if len(names) > 1 else ("output",)):
        parts.append(f"{escape(name)}: {output(answer, index)}")
        if experiment.dataset.two_classes:
            class_1 = bool(outputs[0, index] > run.threshold)
            parts[-1] += f", {class_mark(class_1)}class {int(class_1)}"
    return f'<div class="situation" role="status">{"<br>".join(parts)}</div>'


def _table(run: LiveRun, before: LiveRun | None, *, test: bool) -> None:
    found = answers_to_table(
        (run.experiment, run.trainer.network),
        None if before is None else (before.experiment, before.trainer.network),
        test=test,
        threshold=run.threshold,
        row_numbers=session.page_state().row_numbers[int(test)],
    )
    title = "Test rows" if test else "Training rows"
    st.html(answer_table(title, found, run.experiment.dataset))


def _counts(run: LiveRun, *, test: bool) -> None:
    experiment = run.experiment
    targets = experiment.dataset.test_targets if test else experiment.dataset.targets
    outputs = outputs_of(experiment, run.trainer.network, test=test)
    if targets is None or np.isnan(outputs).any():
        return
    counts = confusion(targets, outputs, threshold=run.threshold)
    st.html(count_lines("Test" if test else "Training", counts))
