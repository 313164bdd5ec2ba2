"""The sidebar: what to open, and the settings, made from their declarations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from nncore.errors import NeuralNetworkError
from playground import session
from playground.gallery import gallery
from playground.settings.setting_kinds import field_text
from playground.settings.settings import SETTINGS, Choice, Number, Setting, Switch, Values, WholeNumber
from playground.tables.table import markdown_escape


def controls() -> Values:
    """Draw the sidebar and return a value for every setting."""
    st.title("Neural Playground", anchor=False)
    _open_list()
    session.page_state().open.refused = {}
    # In one place of the page however many settings there are: an expander that moves folds shut.
    with st.container():
        _draw([setting for setting in SETTINGS if setting.at_first])
    with st.expander("More"):
        _draw([setting for setting in SETTINGS if not setting.at_first])
    return dict(session.page_state().open.values)


def _open_list() -> None:
    """Draw what can be opened, and open what is chosen."""
    state = session.page_state()
    titles = [document.title for document in gallery()]
    if state.listed not in titles:
        titles = [state.listed, *titles]
    # No callback: it may run twice. What the list says is compared with what was opened by it.
    state.choose(st.selectbox("Open", titles, index=titles.index(state.listed), key=f"open_{state.list_key}"))
    st.caption(state.open.origin.note)
    st.button(
        "Reset to this example",
        on_click=state.want_reset,
        type="tertiary",
        help="Back to its own table and settings.",
    )


def _draw(settings: list[Setting]) -> None:
    """Draw the settings that have an effect, narrow ones two in a row; under a row, what is refused in it."""
    here = session.page_state().open
    right: DeltaGenerator | None = None
    sentences: list[str] = []
    for setting in settings:
        # Asked one by one, because a setting above may just have changed whether this one applies.
        if not setting.applies(here.values):
            continue
        if setting.narrow and right is not None:
            place, right = right, None
        else:
            _say_refused(sentences)
            # Their fields stand on one line, whether or not they have labels above them.
            pair = st.columns(2, gap="small", vertical_alignment="bottom") if setting.narrow else (st.container(), None)
            place, right = pair
        with place:
            given = _WIDGETS[type(setting)](setting, here.values[setting.name])
        try:
            here.values[setting.name] = setting.read(given)
        except NeuralNetworkError as error:
            # What was typed stays in the field; until it is mended, the value before it is in force.
            here.refused[setting.name] = str(error)
            sentences.append(str(error))
    _say_refused(sentences)


def _say_refused(sentences: list[str]) -> None:
    for sentence in sentences:
        st.markdown(f":red[{markdown_escape(sentence)}]")
    sentences.clear()


def _choice(setting: Choice, value: Any) -> Any:
    names = [name for name, _ in setting.choices]
    options: dict[str, Any] = {
        "options": names,
        "index": names.index(value),
        "format_func": setting.label_of,
        "help": setting.help,
        "key": session.widget_key(setting.name),
        "label_visibility": "collapsed" if setting.speaks_for_itself else "visible",
    }
    if setting.radio:
        return st.radio(setting.label, horizontal=True, **options)
    return st.selectbox(setting.label, **options)


def _number(setting: Number | WholeNumber, value: Any) -> str:
    # The browser's own field for numbers drops the comma of 0,5 before anybody can read it.
    return st.text_input(
        setting.label,
        value=field_text(value),
        placeholder=setting.empty,
        help=setting.help,
        key=session.widget_key(setting.name),
        autocomplete="off",
    )


def _switch(setting: Switch, value: bool) -> bool:
    return st.toggle(setting.label, value, help=setting.help, key=session.widget_key(setting.name))


_WIDGETS: dict[type[Setting], Callable[[Any, Any], Any]] = {
    Choice: _choice,
    Number: _number,
    WholeNumber: _number,
    Switch: _switch,
}
