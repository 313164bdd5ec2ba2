"""What the page asks when it asks whether one neuron can learn its table, and which rows the proof is about."""

from __future__ import annotations

import numpy as np

from nncore.table_checks.one_neuron import OneNeuron
from playground.page.page_state import PageState
from playground.page.table_findings import described_experiment
from playground.page.written_proof import ProvedRows


def can_be_asked(state: PageState) -> bool:
    """Whether what is open is a table of classes that can be learnt."""
    return not state.open.stale and described_experiment(state).dataset.classes is not None


def first_shown(answer: OneNeuron) -> int:
    """Return the place of the class that an answer's sentence is about: that of its proof."""
    found = [place for place, one in enumerate(answer.answers) if one.rows == answer.rows]
    refused = [place for place, one in enumerate(answer.answers) if not one.separable]
    return (refused or found or [0])[0]


def rows_of_question(state: PageState, answer: OneNeuron, place: int) -> ProvedRows:
    """Return the rows as one class of an answer is told from the rest, with the page's names of rows and classes.

    Examples
    --------
    >>> from nncore import one_neuron
    >>> from playground.gallery import gallery
    >>> state = PageState(next(document for document in gallery() if document.title == "XOR"))
    >>> answer = one_neuron(described_experiment(state))
    >>> rows_of_question(state, answer, 0).classes
    ('class 1', 'class 0')
    """
    experiment = described_experiment(state)
    dataset = experiment.dataset
    assert dataset.classes is not None
    called = dataset.called_classes
    assert called is not None
    places = dataset.classes.of_targets(dataset.targets)
    several = len(answer.answers) > 1
    positive = np.asarray(places == (place if several else 1))
    names = (called[place], "the rest") if several else (_class(called[-1]), _class(called[0]))
    return ProvedRows(
        experiment.scaled()[0],
        positive,
        dataset.all_input_names,
        names,
        state.open.row_numbers[0] or None,
        experiment.input_scaling != "none",
    )


def _class(called: str) -> str:
    # Classes that have no names are called by their numbers.
    return f"class {called}" if called.lstrip("−-").isdigit() else called
