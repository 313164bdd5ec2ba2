"""The sidebar: what to open, and the settings, made from their declarations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from nncore.errors import NeuralNetworkError
from playground import session
from playground.gallery import gallery
from playground.page.open_example import open_listed
from playground.page.page_state import PageState
from playground.settings.setting_kinds import field_text
from playground.settings.settings import BY_NAME, SETTINGS, Choice, Number, Setting, Switch, Values, WholeNumber
from playground.tables.table import markdown_escape
from playground.views.article_page import article_button
from playground.views.gallery_box import gallery_button
from playground.views.laboratory import laboratory_button_below_scaling
from playground.views.said_problem import say_problem
from playground.views.save_and_open import save_and_open
from playground.views.scaled_switch import scaled_switch
from playground.views.several_neurons import several_neurons
from playground.views.starting_weights_box import starting_weights_button
from playground.views.title import TITLE, WHAT_IT_IS

UNTITLED = "Own table"
"""What the list says of a document that has no title: its table is none of the gallery's."""


def controls() -> Values:
    """Draw the sidebar and return a value for every setting."""
    st.title(TITLE, anchor=False)
    st.html(f'<p class="what-it-is">{WHAT_IT_IS}</p>')
    _open_list()
    here = session.page_state().open
    refused, here.refused = here.refused, {}
    # In one place of the page however many settings there are: an expander that moves folds shut.
    with st.container():
        _draw(at_first=True)
        switch = st.container()
    # What nobody looks at is not drawn: the browser would need a tenth of its time at opening for it.
    # Where a page opens with something to mend in there, it is to be seen.
    if session.is_first_drawing() and any(not BY_NAME[name].place(here.values).at_first for name in refused):
        session.unfold("more")
    more = st.expander("More", key="more", on_change="rerun")
    # The click that folds it brings what was typed last in the same message.
    if more.open or refused or session.was_said("more", True):
        with more:
            _draw(at_first=False)
    with switch:
        scaled_switch()
    return dict(here.values)


def _open_list() -> None:
    """Draw what can be opened, and open what is chosen."""
    state = session.page_state()
    titles = [document.title for document in gallery()]
    if state.listed not in titles:
        titles = [state.listed, *titles]
    # No callback: it may run twice. What the list says is compared with what was opened by it.
    key = f"open_{state.list_key}"
    chosen = st.selectbox("Open", titles, titles.index(state.listed), lambda title: title or UNTITLED, key=key)
    open_listed(state, chosen)
    # The player hides it as soon as the table is another one: to draw the page anew for that would disturb who plays.
    with st.container(key="example_note"):
        document = state.open.document()
        st.caption(document.note if state.listed == document.title else "")
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        label, where = _way_back(state)
        st.button(label, on_click=state.want_reset, type="tertiary", help=f"Back to {where}.")
        gallery_button()
        article_button()
    save_and_open()


def _way_back(state: PageState) -> tuple[str, str]:
    """Return what the button is called that opens anew what was opened, and what that is."""
    origin = state.open.origin
    if state.listed:
        return "Reset to this example", "its own table and settings"
    if origin.title:
        return "Back to the example", f"“{markdown_escape(origin.title)}”, its own table and settings"
    return "Back to how it opened", "the table and the settings that it opened with"


def _draw(*, at_first: bool) -> None:
    """Draw the settings that have an effect, short ones several in a line; under a line, what is refused in it."""
    here = session.page_state().open
    line: list[DeltaGenerator] = []
    above = ""
    sentences: list[str] = []
    for setting in SETTINGS:
        # Asked one by one, because a setting above may just have changed whether and where this one stands.
        stands = setting.place(here.values)
        if stands.at_first != at_first or not setting.applies(here.values):
            continue
        if stands.abreast == 1 or not line:
            _say_refused(sentences)
            if stands.shared_label != above:
                _say_shared(stands.shared_label)
            line = _new_line(stands.abreast)
        above = stands.shared_label
        place = line.pop(0)
        with place:
            given = _WIDGETS[type(setting)](setting, here.values[setting.name], shows_label=stands.shows_label)
            if isinstance(setting, Choice) and setting.consequence and given != setting.default:
                st.caption(setting.consequence)
        try:
            here.values[setting.name] = setting.read(given)
            here.typed_settings.pop(setting.name, None)
        except NeuralNetworkError as error:
            # What was typed stays in the field; until it is mended, the value before it is in force.
            here.refused[setting.name] = str(error)
            sentences.append(str(error))
        with place:
            _BELOW.get(setting.name, lambda: None)()
    _say_refused(sentences)


def _new_line(abreast: int) -> list[DeltaGenerator]:
    # The fields of a line stand on one level, whether or not they have labels above them.
    return [st.container()] if abreast == 1 else list(st.columns(abreast, gap="small", vertical_alignment="bottom"))


def _say_shared(label: str) -> None:
    if label:
        with st.container(key="shared_label"):
            st.markdown(markdown_escape(label))


def _say_refused(sentences: list[str]) -> None:
    for sentence in sentences:
        say_problem(sentence)
    sentences.clear()


def _choice(setting: Choice, value: Any, *, shows_label: bool) -> Any:
    names = [name for name, _ in setting.choices]
    options: dict[str, Any] = {
        "options": names,
        "index": names.index(value),
        "format_func": setting.label_of,
        "help": setting.help,
        "key": session.widget_key(setting.name),
        "label_visibility": _VISIBILITY[shows_label],
    }
    if setting.radio:
        return st.radio(setting.label, horizontal=True, **options)
    return st.selectbox(setting.label, **options)


def _number(setting: Number | WholeNumber, value: Any, *, shows_label: bool) -> str:
    # The browser's own field for numbers drops the comma of 0,5 before anybody can read it.
    typed = session.page_state().open.typed_settings
    return st.text_input(
        setting.label,
        value=typed.get(setting.name, field_text(value)),
        placeholder=setting.empty,
        help=setting.help,
        key=session.widget_key(setting.name),
        autocomplete="off",
        label_visibility=_VISIBILITY[shows_label],
    )


def _switch(setting: Switch, value: bool, *, shows_label: bool) -> bool:
    key = session.widget_key(setting.name)
    return st.toggle(setting.label, value, help=setting.help, key=key, label_visibility=_VISIBILITY[shows_label])


_BELOW: dict[str, Callable[[], None]] = {
    "architecture": several_neurons,
    "initializer": starting_weights_button,
    "input_scaling": laboratory_button_below_scaling,
}
_VISIBILITY: dict[bool, Literal["visible", "collapsed"]] = {True: "visible", False: "collapsed"}
_WIDGETS: dict[type[Setting], Callable[..., Any]] = {
    Choice: _choice,
    Number: _number,
    WholeNumber: _number,
    Switch: _switch,
}
