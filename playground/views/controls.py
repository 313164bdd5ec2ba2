"""The sidebar: what to open, and the settings, made from their declarations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from playground import session
from playground.gallery import gallery
from playground.settings.settings import SETTINGS, Choice, Number, Setting, Switch, Values, WholeNumber


def controls() -> Values:
    """Draw the sidebar and return a value for every setting."""
    state = session.page_state()
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
    """Draw the settings that have an effect, narrow ones two in a row."""
    values = session.page_state().values
    right: DeltaGenerator | None = None
    for setting in settings:
        # Asked one by one, because a setting above may just have changed whether this one applies.
        if not setting.applies(values):
            continue
        if not setting.narrow:
            right, place = None, st.container()
        elif right is None:
            place, right = st.columns(2, gap="small")
        else:
            place, right = right, None
        with place:
            values[setting.name] = _WIDGETS[type(setting)](setting, values[setting.name])


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


def _number(setting: Number | WholeNumber, value: Any) -> Any:
    return st.number_input(
        setting.label,
        min_value=setting.minimum,
        max_value=setting.maximum,
        value=value,
        step=setting.step,
        format="%d" if isinstance(setting, WholeNumber) else "%g",
        placeholder=setting.empty,
        help=setting.help,
        key=session.widget_key(setting.name),
    )


def _switch(setting: Switch, value: bool) -> bool:
    return st.toggle(setting.label, value, help=setting.help, key=session.widget_key(setting.name))


_WIDGETS: dict[type[Setting], Callable[[Any, Any], Any]] = {
    Choice: _choice,
    Number: _number,
    WholeNumber: _number,
    Switch: _switch,
}
