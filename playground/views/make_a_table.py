"""Make a table of a pattern: which one, how many rows, how noisy, from which seed; seen before it is taken."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from nncore.data.number_parsing import Unreadable, is_blank, read_number
from nncore.errors import NeuralNetworkError, SettingError
from nncore.generators import GENERATORS
from nncore.generators.generator import Generator
from nncore.generators.parameters import COUNT, ChoiceParameter, NumberParameter, Parameter, TextParameter, Value
from nncore.generators.recipe import Recipe
from nncore.quoting import quoted
from playground import session
from playground.figures.table_picture import image_of
from playground.page.take_generated import generated_dataset, take_generated
from playground.settings.setting_kinds import field_text
from playground.tables.shown_rows import SHOWN_ROWS
from playground.tables.table import markdown_escape
from playground.views.lasting_button import lasting_button
from playground.views.said_problem import say_problem


def make_a_table(key: int) -> None:
    """Draw the fields of a generator and what they give; take it, and close the box it stands in, if that is wanted.

    Parameters
    ----------
    key : int
        Part of the keys of the widgets.
    """
    state = session.page_state()
    fields, seen = st.columns([3, 2])
    with fields:
        name = st.selectbox(
            "Pattern", list(GENERATORS), format_func=lambda name: GENERATORS[name].label, key=f"generator_{key}"
        )
        generator = GENERATORS[name]
        st.caption(markdown_escape(generator.sight))
        recipe = _recipe(generator, key)
    with seen.container(key=f"seen_{key}"):
        is_made = recipe is not None and _see(recipe)
    st.caption(
        "It takes the place of the training and the test table; the settings stay. Undo brings back what was there."
    )
    if lasting_button(st.button, "Replace the table", f"take_generated_{key}", type="primary", disabled=not is_made):
        assert recipe is not None
        take_generated(state, recipe)
        state.close_box()
        st.rerun()


def number_of(parameter: NumberParameter, text: str) -> object:
    """Return the number that stands in a field; text that is none stays text, for the parameter to refuse.

    Raises
    ------
    SettingError
        If nothing stands there, or no number.

    Examples
    --------
    >>> from nncore.generators.parameters import COUNT, NOISE
    >>> number_of(NOISE, "0,2"), number_of(COUNT, "50")
    (0.2, 50)
    >>> number_of(COUNT, "fifty")
    Traceback (most recent call last):
    nncore.errors.SettingError: Rows must be a number. Got "fifty" instead.
    >>> number_of(NOISE, "20%")
    Traceback (most recent call last):
    nncore.errors.SettingError: Noise: "20%" is a percentage. Write 0.2 instead.
    """
    number = None if is_blank(text) else read_number(text)
    if isinstance(number, Unreadable) and number.mend:
        raise SettingError(f"{parameter.label}: {number.sentence(text, '')}")
    if number is None or isinstance(number, Unreadable):
        raise SettingError(f"{parameter.label} must be a number. Got {quoted(text)} instead.")
    return int(number) if parameter.whole and number.is_integer() else number


def called_as_on_the_page(parameter: Parameter) -> Parameter:
    """Return a parameter that refuses a value in the words of its field, and more rows than the page takes.

    Examples
    --------
    >>> from nncore.generators.parameters import COUNT
    >>> called_as_on_the_page(COUNT).checked(5000)
    Traceback (most recent call last):
    nncore.errors.SettingError: Rows must be a whole number from 2 to 2,000. Got 5000 instead.
    """
    if isinstance(parameter, NumberParameter) and parameter.name == COUNT.name:
        parameter = replace(parameter, most=min(parameter.most, SHOWN_ROWS))
    return replace(parameter, name=parameter.label)


def _recipe(generator: Generator, key: int) -> Recipe | None:
    """Draw a field for each parameter and return what they say; None if one has to be mended."""
    values: dict[str, Value] = {}
    for parameter in generator.parameters:
        field = f"{parameter.name}_{generator.name}_{key}"
        try:
            values[parameter.name] = _field(parameter, field)
        except NeuralNetworkError as error:
            say_problem(str(error))
    return Recipe.of(generator.name, **values) if len(values) == len(generator.parameters) else None


def _field(parameter: Parameter, key: str) -> Value:
    if isinstance(parameter, ChoiceParameter):
        labels = dict(parameter.choices)
        names = list(labels)
        chosen = st.selectbox(
            parameter.label, names, names.index(parameter.default), format_func=labels.__getitem__, key=key
        )
        return parameter.checked(chosen)
    text = st.text_input(
        parameter.label,
        parameter.default if isinstance(parameter, TextParameter) else field_text(parameter.default),
        help=parameter.help or None,
        key=key,
        autocomplete="off",
    )
    on_the_page = called_as_on_the_page(parameter)
    return on_the_page.checked(text if isinstance(parameter, TextParameter) else number_of(parameter, text))


def _see(recipe: Recipe) -> bool:
    """Draw the table's picture; return whether there is a table."""
    try:
        dataset = generated_dataset(recipe)
    except NeuralNetworkError as error:
        say_problem(str(error))
        return False
    st.html(image_of(dataset))
    inputs = ", ".join(dataset.input_names)
    st.caption(markdown_escape(f"{dataset.samples:,} rows. Inputs: {inputs}."))
    return True
