"""The sidebar: what to open, and the settings, made from their declarations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from playground import session
from playground.gallery import gallery
from playground.settings import SETTINGS, Choice, Number, Setting, Switch, Values, WholeNumber


def controls() -> Values:
    """Draw the sidebar and return a value for every setting."""
    state = session.page_state()
    st.title("Neural Playground", anchor=False)
    titles = {item.name: item.title for item in gallery()}
    st.selectbox(
        "Open",
        list(titles),
        format_func=lambda name: titles[name],
        key=session.prepare_choice("item", state.item.name),
        on_change=lambda: session.open_item(session.choice("item", "")),
    )
    st.caption(state.item.about)
    _draw([setting for setting in SETTINGS if setting.at_first])
    with st.expander("More"):
        _draw([setting for setting in SETTINGS if not setting.at_first])
    return dict(state.values)


def _draw(settings: list[Setting]) -> None:
    """Draw the settings that have an effect; numbers and switches stand two in a row where they are short."""
    values = session.page_state().values
    for setting in settings:
        # Asked one by one, because a setting above may just have changed whether this one applies.
        if setting.applies(values):
            values[setting.name] = _WIDGETS[type(setting)](setting)


def _choice(setting: Choice) -> Any:
    names = [name for name, _ in setting.choices]
    options: dict[str, Any] = {
        "options": names,
        "format_func": setting.label_of,
        "help": setting.help,
        "key": session.prepare_widget(setting),
    }
    if setting.radio:
        return st.radio(setting.label, horizontal=True, **options)
    return st.selectbox(setting.label, **options)


def _number(setting: Number | WholeNumber) -> Any:
    return st.number_input(
        setting.label,
        min_value=setting.minimum,
        max_value=setting.maximum,
        step=setting.step,
        format="%d" if isinstance(setting, WholeNumber) else "%g",
        placeholder=setting.empty,
        help=setting.help,
        key=session.prepare_widget(setting),
        value=None if setting.empty else "min",
    )


def _switch(setting: Switch) -> bool:
    return st.toggle(setting.label, help=setting.help, key=session.prepare_widget(setting))


_WIDGETS: dict[type[Setting], Callable[[Any], Any]] = {
    Choice: _choice,
    Number: _number,
    WholeNumber: _number,
    Switch: _switch,
}
