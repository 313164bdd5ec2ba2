"""The page, from top to bottom: settings, tables, and the run they describe."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from nncore.dataset import Dataset
from nncore.errors import NeuralNetworkError
from playground import session
from playground.build import build_experiment
from playground.settings import Values
from playground.table import TableReading
from playground.views.controls import controls
from playground.views.live import live
from playground.views.tables import new_situation, test_table, training_table


def page() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Neural Playground", layout="wide", initial_sidebar_state="auto")
    st.html(Path(__file__).with_name("views") / "page.css")
    with st.sidebar:
        values = controls()
    dataset = session.page_state().item.experiment.dataset
    columns = [*dataset.input_names, *dataset.target_names]
    tables, run = st.columns([36, 64], gap="medium")
    with tables:
        training = training_table(columns)
        situation = new_situation(dataset.input_names)
        place = st.empty()
        test = test_table(columns)
    stale = _follow(training, test, values)
    with run:
        live(situation.rows[0] if situation.rows else None, place, stale)


def _follow(training: TableReading, test: TableReading | None, values: Values) -> str:
    """Train what the page describes; return why that is not possible, or an empty text."""
    if training.problems or (test is not None and test.problems):
        return "A table has something to mend. What stands below belongs to the last table that could be read."
    names = session.page_state().item.experiment.dataset
    inputs = names.input_count
    try:
        dataset = Dataset(
            [row[:inputs] for row in training.rows],
            [row[inputs:] for row in training.rows],
            test_inputs=[row[:inputs] for row in test.rows] if test else None,
            test_targets=[row[inputs:] for row in test.rows] if test else None,
            input_names=names.input_names,
            target_names=names.target_names,
        )
        experiment = build_experiment(dataset, values)
        session.follow(experiment)
    except NeuralNetworkError as error:
        return f"{error} What stands below belongs to the last settings that went together."
    return ""


page()
