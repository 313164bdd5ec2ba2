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
    state = session.page_state()
    state.refused = {}
    st.title("Neural Playground", anchor=False)
    titles = {item.name: item.title for item in gallery()}
    st.selectbox(
        "Open",
        list(titles),
        format_func=lambda name: titles[name],
        index=list(titles).index(state.item.name),
        key=session.widget_key("item"),
        on_change=lambda: session.open_item(session.choice("item", state.item.name)),
    )
    st.caption(state.item.about)
    st.button(
        "Reset to this example",
        on_click=lambda: session.open_item(state.item.name),
        type="tertiary",
        help="Back to its own table and settings.",
    )
    _draw([setting for setting in SETTINGS if setting.at_first])
    with st.expander("More"):
        _draw([setting for setting in SETTINGS if not setting.at_first])
    return dict(state.values)


def _draw(settings: list[Setting]) -> None:
    """Draw the settings that have an effect, narrow ones two in a row; under a row, what is refused in it."""
    state = session.page_state()
    right: DeltaGenerator | None = None
    sentences: list[str] = []
    for setting in settings:
        # Asked one by one, because a setting above may just have changed whether this one applies.
        if not setting.applies(state.values):
            continue
        if setting.narrow and right is not None:
            place, right = right, None
        else:
            _say_refused(sentences)
            place, right = st.columns(2, gap="small") if setting.narrow else (st.container(), None)
        with place:
            given = _WIDGETS[type(setting)](setting, state.values[setting.name])
        try:
            state.values[setting.name] = setting.read(given)
        except NeuralNetworkError as error:
            # What was typed stays in the field; until it is mended, the value before it is in force.
            state.refused[setting.name] = str(error)
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
