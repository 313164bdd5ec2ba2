"""Rows that are all zeros to a network without biases."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.experiment.experiment import Experiment
from nncore.named_rows import begin_sentence
from nncore.network.activations import find_activation
from nncore.number_text import sentence_number
from nncore.table_checks.checked_table import Array, CheckedTable, named_columns
from nncore.table_checks.mends import with_biases
from nncore.table_checks.table_finding import TableFinding


def rows_of_zeros(table: CheckedTable) -> Iterator[TableFinding]:
    """Find rows to which no weight, or none of the first layer, can change the answer."""
    architecture = table.experiment.architecture
    zeros = ~table.seen_inputs.any(axis=1)
    if architecture.bias or not zeros.any():
        return
    hidden = [
        at_zero(name, units) for name, units in zip(architecture.activations, architecture.layer_sizes[1:], strict=True)
    ]
    answer = hidden.pop()
    if any(hidden):
        rows = np.flatnonzero(zeros).tolist()
        answers = "an answer" if len(rows) == 1 else "one answer"
        sees, each = ("is", "it gets") if len(rows) == 1 else ("are", "they get")
        yield TableFinding(
            "zero_rows",
            f"{begin_sentence(table.named(rows))} {sees} all zeros to the network, which has no biases: {each} {answers} that no "
            "weight of the first layer can change.",
            rows=tuple(rows),
            mend=with_biases(table.experiment),
            weight="note",
        )
        return
    wrong = np.flatnonzero(zeros & (table.seen_targets != answer).any(axis=1)).tolist()
    if wrong:
        is_, its = ("is", "its") if len(wrong) == 1 else ("are", "their")
        yield TableFinding(
            "needs_bias",
            f"{begin_sentence(table.named(wrong))} {is_} all zeros to the network, which has no bias: {its} "
            f"{told_answer(table.experiment, answer)}, whatever the weights.",
            rows=tuple(wrong),
            mend=with_biases(table.experiment),
        )


def told_answer(experiment: Experiment, answer: float) -> str:
    """Return that all outputs answer a number, in the words of a sentence and the units of their targets.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from nncore import Architecture, Dataset, articles
    >>> table = Dataset([[0.0], [1.0]], [[0.0], [4.0]])
    >>> experiment = replace(articles.single_neuron(), dataset=table, architecture=Architecture((1, 1), ("sigmoid",)))
    >>> told_answer(experiment, 0.5), told_answer(replace(experiment, target_scaling="min_max"), 0.5)
    ('answer is exactly 0.5', 'answer is exactly 2')
    """
    answers = [*dict.fromkeys(map(sentence_number, in_target_units(experiment, answer).tolist()))]
    return f"answer is exactly {answers[0]}" if len(answers) == 1 else f"answers are exactly {named_columns(answers)}"


def in_target_units(experiment: Experiment, answer: float) -> Array:
    """Return what all outputs answer in the units of their targets, shape (targets,)."""
    outputs = np.full((1, experiment.dataset.target_count), answer)
    answers: Array = experiment.target_scaler.inverse_transform(outputs)[0]
    return answers


def at_zero(activation: str, units: int) -> float:
    """Return what each neuron of a layer answers if all pre-activations are 0.

    Examples
    --------
    >>> at_zero("sigmoid", 1), at_zero("tanh", 3), at_zero("softmax", 4)
    (0.5, 0.0, 0.25)
    """
    return float(find_activation(activation).value(np.zeros((1, units)))[0, 0])
