"""The scaling laboratory, a page of its own: the same networks asked the same rows, scaled in several ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import streamlit as st

from nncore.articles import hidden_layer
from nncore.errors import NeuralNetworkError
from nncore.experiment.experiment import Experiment
from nncore.number_text import number_text
from nncore.scaling_laboratory import MOST_SEEDS, WAYS, ScalingLaboratory
from playground import session
from playground.figures.output_along import output_along, output_along_figure
from playground.figures.seed_grid import seed_grid, seed_grid_figure
from playground.figures.style import PLOTLY_CONFIG, Theme
from playground.laboratory.asked_rows import (
    AskedOutput,
    AskedRow,
    asked_situation,
    asked_test_row,
    failing_row,
    misread_input,
    moving_input,
    output_of_situation,
    output_of_test_row,
    row_text,
    told_row,
)
from playground.laboratory.laboratory_tables import COMPARED, counts_of_seeds, number_on_the_page, way_rows
from playground.settings.settings import BY_NAME, Choice, WholeNumber
from playground.tables.table import markdown_escape
from playground.views.html_table import html_table
from playground.views.own_page import own_page, own_page_table
from playground.views.said_problem import say_problem

NAME = "laboratory"
"""By which the page is opened."""

SEEDS = WholeNumber(
    "seeds", f"Seeds (up to {MOST_SEEDS:,})", "How many networks are trained.", 200, minimum=1, maximum=MOST_SEEDS
)
POINTS = 121
"""Of a curve."""

MOST_BESIDE = 4
"""Inputs that stand beside each other on a phone; more stand below one another, and the ways beside each other."""

SHORT_NAMES = ("own range", "training range", "clipped")
"""Of the ways that are compared, for a phone."""

NAMES_OF_COUNTS = (
    "Before × stands how many seeds count so: TP are true positives, TN true negatives, FP false positives, "
    "FN false negatives."
)

WORDS = (
    "The field's name for the mistake is **inconsistent preprocessing**: a number means something else in a test row than "
    "it did in a training row, so the network is asked another question than the one that was meant. It is no **leak**: in "
    "a leak training sees something of the test rows, and the trained weights are others for it. Here training sees nothing "
    "of them. The mend is the same in both cases: fit the scaler to the training rows, and use it for all others."
)


def laboratory_button(key: str = "open_laboratory") -> None:
    """Draw the button that opens the laboratory if there are test rows; where nothing is scaled, it shows what scaling does."""
    if session.page_state().open.run.experiment.dataset.test_inputs is not None:
        st.button(
            "Scaling laboratory",
            key=session.button_key(key),
            type="tertiary",
            help="What comes of the test rows, from many seeds, if they are scaled in other ways than the training rows.",
            on_click=session.open_page,
            args=(NAME,),
        )


def laboratory_button_below_scaling() -> None:
    """Draw it below the setting of the scaler as well: with another one, too, the laboratory asks the same."""
    laboratory_button("open_laboratory_below_scaling")


def laboratory_page(key: int) -> None:
    """Draw the whole page.

    Parameters
    ----------
    key : int
        Part of the keys of its widgets.
    """
    with own_page(NAME, key, "Scaling laboratory"):
        try:
            laboratory = _laboratory(key)
        except NeuralNetworkError as error:
            say_problem(str(error))
            return
        _compared(laboratory)
        _failing_row(laboratory)
        _situation(laboratory)
        st.subheader("What it is called", anchor=False)
        st.markdown(WORDS)


def _laboratory(key: int) -> ScalingLaboratory:
    """Draw the two choices, and return the networks that they mean."""
    here = session.page_state().open
    scaling = BY_NAME["input_scaling"]
    assert isinstance(scaling, Choice)
    names = [name for name, _ in scaling.choices if name != "none"]
    scaling_now = here.run.experiment.input_scaling
    with st.container(horizontal=True, gap="small"):
        text = st.text_input(
            SEEDS.label, str(SEEDS.default), help=SEEDS.help, key=f"seeds_{key}", width=150, autocomplete="off"
        )
        chosen = st.selectbox(
            scaling.label,
            names,
            names.index(scaling_now) if scaling_now in names else 0,
            format_func=scaling.label_of,
            key=f"scaler_{key}",
            width=220,
        )
    seeds = SEEDS.read(text)
    assert seeds is not None  # a field that must not be empty
    experiment = replace(here.run.experiment, input_scaling=chosen)
    # Some take seconds, in which nothing else is to be seen.
    with st.spinner(f"Training {_networks(seeds)} …"):
        laboratory = session.laboratory(experiment, seeds, here.run.threshold)
    networks = "A single network is" if seeds == 1 else f"{seeds:,} networks, one for each seed, are"
    st.markdown(
        f"{networks} trained once and asked the same test rows in different ways. {'Its' if seeds == 1 else 'Their'} "
        "weights are the same each time: only the question differs."
    )
    return laboratory


def _networks(seeds: int) -> str:
    return "a network" if seeds == 1 else f"{seeds:,} networks"


def _compared(laboratory: ScalingLaboratory) -> None:
    st.subheader("How the test rows are scaled, and what comes of it", anchor=False)
    if _is_the_article(laboratory.experiment):
        given = {name: laboratory.results[name].seeds_giving(tp=2, tn=4, fp=0, fn=0) for name in COMPARED}
        st.markdown(
            "The article prints 2 true positives, 4 true negatives and no error. That is what comes from "
            f"**{given['own']:,}** seed{'' if given['own'] == 1 else 's'} when the test rows are scaled by their own range, "
            f"from **{given['train']:,}** when they are scaled as the training rows were, and from **{given['clipped']:,}** "
            "when that is clipped."
        )
    rows = way_rows(laboratory, session.page_state().open.row_numbers[1])
    classes = laboratory.experiment.dataset.classes
    if classes is None:
        _table(["Test rows are scaled", "mean absolute error, all seeds"], [[row.way, row.counts] for row in rows])
    else:
        heads = ["Test rows are scaled", "seeds with every row right", "counts", "rows that fail"]
        _table(heads, [[row.way, row.right, row.counts, row.failing] for row in rows])
    if classes is not None and classes.kind == "two":
        st.caption(NAMES_OF_COUNTS)
    for name in COMPARED:
        st.caption(f"{WAYS[name].label}: {WAYS[name].sentence}")
    if classes is not None:
        _each_seed(laboratory)


def _each_seed(laboratory: ScalingLaboratory) -> None:
    results = [laboratory.results[name] for name in COMPARED]
    record = seed_grid(SHORT_NAMES, [one.not_right for one in results], [*map(counts_of_seeds, results)])
    st.markdown("Each seed by itself: the more of its rows are wrong, the stronger its mark.")
    _chart(seed_grid_figure(record, _theme()), "seeds")


def _failing_row(laboratory: ScalingLaboratory) -> None:
    dataset = laboratory.experiment.dataset
    assert dataset.test_inputs is not None
    row = failing_row(laboratory)
    values = dataset.test_inputs[row]
    moving = moving_input(laboratory, row)
    name = dataset.input_names[moving]
    number = number_on_the_page(laboratory, row, session.page_state().open.row_numbers[1])
    output = output_of_test_row(laboratory, row)
    st.subheader(f"Test row {number}: {row_text(values)}", anchor=False)
    st.markdown(markdown_escape(told_row(laboratory, row)))
    _asked_table(laboratory, asked_test_row(laboratory, row), output)
    st.markdown(
        f"{_named(output)} as **{markdown_escape(name)}** moves, scaled as the training rows were: the line is the median of "
        "all seeds, the band holds them all. Outside the trained part nothing was learnt: extrapolation."
    )
    _along(laboratory, values, moving, [(float(values[moving]), f"row {number}")], output, "row")


def _situation(laboratory: ScalingLaboratory) -> None:
    situation = session.page_state().open.situation
    if situation is None or len(situation) != laboratory.experiment.dataset.input_count:
        return
    st.subheader(f"A single row that is not scaled: {row_text(situation)}", anchor=False)
    moving, taken_for = misread_input(laboratory, situation)
    name = markdown_escape(laboratory.experiment.dataset.input_names[moving])
    raw = situation[moving]
    st.markdown(
        f"Put in as it is, the {number_text(raw)} of **{name}** is taken for a scaled number, and a scaled "
        f"{number_text(raw)} means {number_text(taken_for)}."
    )
    output = output_of_situation(laboratory, situation)
    _asked_table(laboratory, asked_situation(laboratory, situation), output)
    marks = [(raw, "what is meant"), (taken_for, "what the network sees")]
    _along(laboratory, situation, moving, marks, output, "situation")


def _along(
    laboratory: ScalingLaboratory,
    row: Sequence[float],
    moving: int,
    marks: list[tuple[float, str]],
    output: AskedOutput,
    key: str,
) -> None:
    dataset = laboratory.experiment.dataset
    learnt = dataset.inputs[:, moving]
    ends = [float(learnt.min()), float(learnt.max()), *(value for value, _ in marks)]
    classes = dataset.classes
    threshold = None
    if classes is not None and classes.kind == "two":
        threshold = classes.threshold if laboratory.threshold is None else laboratory.threshold
    response = laboratory.along(row, moving, np.linspace(min(ends), max(ends), POINTS))
    record = output_along(response, dataset.input_names[moving], output=output.place, threshold=threshold, marks=marks)
    _chart(output_along_figure(record, _theme()), key)


def _asked_table(laboratory: ScalingLaboratory, rows: Sequence[AskedRow], output: AskedOutput) -> None:
    names = laboratory.experiment.dataset.all_input_names
    answered = f"output {output.name}, all seeds" if output.name else "output, all seeds"
    table = [["scaled", *names, answered], *([row.way, *row.scaled, row.answers] for row in rows)]
    if len(names) > MOST_BESIDE:
        table = [list(column) for column in zip(*table, strict=True)]
    _table(table[0], table[1:])


def _named(output: AskedOutput) -> str:
    return f"The output **{markdown_escape(output.name)}**" if output.name else "The output"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    own_page_table(html_table(heads, rows))


def _chart(figure: Any, key: str) -> None:
    st.plotly_chart(figure, theme=None, config=PLOTLY_CONFIG, key=f"laboratory_{key}")


def _theme() -> Theme:
    return "dark" if st.context.theme.type == "dark" else "light"


def _is_the_article(experiment: Experiment) -> bool:
    return experiment.dataset == hidden_layer().dataset and experiment.input_scaling == "min_max"
