"""Keep what belongs to one open page: the tables, the settings, the run on the screen and the one before.

The only file that touches Streamlit's session state and its caches. What a page remembers, and what becomes of it, is told
in `page_state` and `command_handlers`; here it is kept from one run of the script to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import streamlit as st

from nncore.experiment.experiment import Experiment
from nncore.scaling_laboratory import ScalingLaboratory
from playground.document.link import NAME
from playground.laboratory.laboratory_run import laboratory_of
from playground.opens_links import VIEWPOINT
from playground.page.first_page import first_page
from playground.page.open_box import OpenBox
from playground.page.page_state import PageState

PLAYER = "player"
"""The key of the player on the page."""

_STATE = "playground"
_WIDGETS = "playground_widgets"
_LABORATORY = "playground_laboratory"
_SAID = "playground_said_of_a_text"
_PRESSED = "playground_pressed"
_BUTTONS = "playground_buttons"
_SHOWN = "playground_shown"


def page_state() -> PageState:
    """Return what this page remembers; at the first visit its link is opened, or else the first article, as it was left.

    It is never replaced: a widget's callback may run twice, and whatever it had put in place of another state would be
    replaced again. What is open changes inside of it.
    """
    if _STATE not in st.session_state:
        st.session_state[_STATE] = first_page(*(st.query_params.get(name, "") for name in (NAME, VIEWPOINT)))
    state: PageState = st.session_state[_STATE]
    return state


def widget_key(name: str) -> str:
    """Return the key of a widget: another one whenever its value is replaced, so that it starts from the new value.

    Streamlit forgets a widget that is not drawn for a while; `PageState.values` does not, and the widget is drawn again
    with what stands there.
    """
    return f"{name}_{page_state().settings_key}"


def what_changed_in(editor: str) -> object:
    """Return what an editor says was changed in its table, as it came from the browser; None if it says nothing."""
    return st.session_state.get(editor)


def see_what_is_typed() -> None:
    """Take in what the editors say in this message, before anything else that came with it is done."""
    page_state().open.see_what_is_typed(what_changed_in)


def after_what_is_typed(do: Callable[..., None], *arguments: object) -> None:
    """Do what a button is pressed for, when what was typed before it is taken in: both may come in one message."""
    see_what_is_typed()
    do(*arguments)


def keep_what_is_typed() -> None:
    """Keep what stands in the editors, which leave the page, and what they say in the same message."""
    for name, table in page_state().open.tables.items():
        table.keep(what_changed_in(f"{name}_{table.key}"))


def have_shown(key: str, value: object, version: object, *, in_box: bool = False) -> str:
    """Have a widget show what it stands for, anew only where that is another one; return its key.

    A widget whose key stays keeps the focus of whoever works with the keyboard, and would go on to say what was typed
    into it. Between two versions it says what somebody has chosen. What is noted of a widget in a box goes with the box.
    """
    seen, drawn = f"{key}_of", st.session_state.get(_WIDGETS, {})
    shown: dict[str, object] = st.session_state.setdefault(_SHOWN, {})
    known = st.session_state.get(seen) if in_box else shown.get(key)
    # What a run has said that was broken off may never have come to the browser, which shows an empty field then.
    if not (key in st.session_state and key in drawn and known == version):
        st.session_state[key] = value
        if in_box:
            _keep_until_closed(seen, version)
        else:
            shown[key] = version
    return key


def forget_shown() -> None:
    """Have widgets outside of boxes show anew what they stand for when they are drawn next: they are on the page no more.

    The browser forgets them as soon as a page is drawn without them, Streamlit only if nothing breaks that run off.
    """
    st.session_state.pop(_SHOWN, None)


def was_said(key: str, value: object) -> bool:
    """Return whether a widget said this when the page was drawn last."""
    return key in (drawn := st.session_state.get(_WIDGETS, {})) and bool(drawn[key] == value)


def said_of_a_text(key: str) -> dict[str, Any]:
    """Return how somebody says that a text in the box for tables is to be read, instead of how it seems: name and value."""
    said: dict[str, Any] = dict(st.session_state.get(f"{_SAID}_{key}", {}))
    return said


def say_of_a_text(key: str, name: str, field: str) -> None:
    """Note what is chosen in one of the box's fields."""
    _keep_until_closed(f"{_SAID}_{key}", {**said_of_a_text(key), name: st.session_state[field]})


def unfold(key: str) -> None:
    """Have open what is folded, as long as it is not drawn yet."""
    st.session_state[key] = True


def open_page(name: str) -> None:
    """Have another page in place of the playground; what is typed into the tables is there again afterwards."""
    keep_what_is_typed()
    open_box(name)


def close_page(name: str) -> None:
    """Have the playground again."""
    close_box(name)
    st.session_state.pop(_LABORATORY, None)


def laboratory(experiment: Experiment, seeds: int, threshold: float | None) -> ScalingLaboratory:
    """Return the laboratory of these networks, trained once.

    Raises
    ------
    nncore.errors.SettingError
        As `playground.laboratory.laboratory_run.laboratory_of`.
    """
    wanted = (experiment, seeds, threshold)
    known, trained = st.session_state.get(_LABORATORY, (None, None))
    if trained is None or known != wanted:
        trained = laboratory_of(experiment, seeds, threshold=threshold)
        st.session_state[_LABORATORY] = (wanted, trained)
    made: ScalingLaboratory = trained
    return made


def open_box(name: str, *folded: str, **kept: object) -> None:
    """Have a box on the page.

    Parameters
    ----------
    name : str
        No other box has it.
    folded : str
        Keys of what it is opened from, and what is folded then.
    kept : object
        What its widgets find under these names and its own key, or `opened_with` returns.
    """
    # One place for all boxes: the page has room for one, and Streamlit draws no second one.
    state = page_state()
    state.close_box()
    _forget_entries(state)
    state.box = OpenBox(name, key := state.new_key())
    for unfolded in folded:
        if unfolded in st.session_state:
            st.session_state[unfolded] = False
    for what, value in kept.items():
        _keep_until_closed(f"{what}_{key}", value)


def close_box(name: str) -> None:
    """Have it on the page no more; what was kept in it is forgotten with the next page that is drawn."""
    if key_of_box(name) is not None:
        page_state().close_box()


def _forget_entries(state: PageState) -> None:
    for entry in tuple(state.entries_left):
        st.session_state.pop(entry, None)
        state.entries_left.discard(entry)


def _keep_until_closed(entry: str, value: object) -> None:
    """Keep an entry for as long as the box is open; of one that is closed by now nobody asks any more."""
    box = page_state().box
    if box is not None:
        box.entries.add(entry)
        st.session_state[entry] = value


def key_of_box(name: str) -> int | None:
    """Return part of the keys of its widgets; None if it is not open."""
    box = page_state().box
    return box.key if box is not None and box.name == name else None


def opened_with(name: str, what: str, otherwise: object) -> object:
    """Return what a box was opened with, or something else if it was not."""
    return st.session_state.get(f"{what}_{key_of_box(name)}", otherwise)


def keep_refusal(name: str, text: str, sentences: Sequence[str]) -> None:
    """Keep why a text was refused that was typed into a box, for as long as the box is open."""
    _keep_until_closed(f"refused_{key_of_box(name)}", (text, tuple(sentences)))


def refusal_of(name: str, text: str) -> tuple[str, ...]:
    """Return why a text was refused that still stands in a box; nothing of another one."""
    refused: tuple[str | None, tuple[str, ...]] = st.session_state.get(f"refused_{key_of_box(name)}", (None, ()))
    return refused[1] if refused[0] == text else ()


def asked_by_player() -> object:
    """Return what the player asks for, as it came from the browser; None if it asks for nothing."""
    return st.session_state.get(PLAYER, {}).get("request")


def button_key(key: str) -> str:
    """Return the key of a button as it is, known to be one: that it is pressed no more is nothing new."""
    st.session_state.setdefault(_BUTTONS, set()).add(key)
    return key


def note_press(button: str) -> None:
    """Keep that a button was pressed, until the script asks, or has drawn a whole page without it."""
    st.session_state.setdefault(_PRESSED, set()).add(button)


def were_pressed(buttons: Iterable[str]) -> set[str]:
    """Return which of these buttons were pressed since this was asked last.

    What they are pressed for has to be done at once: whatever is drawn, or asked of `session`, before it may break the run
    of the script off, and these presses are kept no more.
    """
    pressed: set[str] = st.session_state.get(_PRESSED, set())
    were = pressed.intersection(buttons)
    pressed -= were
    return were


def note_widgets() -> None:
    """Remember what the widgets say that the page has just been drawn by; a press on what is not there is for nothing."""
    st.session_state.pop(_PRESSED, None)
    _forget_entries(page_state())
    st.session_state[_WIDGETS] = _said_by_widgets()
    st.session_state.get(_BUTTONS, set()).intersection_update(st.session_state[_WIDGETS])


def note_box(box: int) -> None:
    """Remember what the widgets say that a box has just been drawn by; the others may say what nothing was drawn by yet.

    Parameters
    ----------
    box : int
        Part of the keys of its widgets.
    """
    own = {key: value for key, value in _said_by_widgets().items() if str(box) in key.split("_")}
    st.session_state[_WIDGETS] = {**st.session_state.get(_WIDGETS, {}), **own}


def _said_by_widgets() -> dict[str, Any]:
    others = (_STATE, _WIDGETS, _LABORATORY, _BUTTONS, _SHOWN, PLAYER)
    return {str(key): value for key, value in st.session_state.items() if key not in others}


def is_first_drawing() -> bool:
    """Whether the page is drawn for the first time: no widget has said anything yet."""
    return _WIDGETS not in st.session_state


def a_widget_says_something_else() -> bool:
    """Whether a widget was changed since it was drawn.

    What is chosen or typed in the very moment in which the player asks for something comes in one message with it, and
    then Streamlit runs the player's part of the script alone. Whoever has the page drawn anew has to have a reason: the
    browser takes an open box off the page for as long as that lasts, and what is being typed into it is lost.
    """
    drawn_by, buttons = st.session_state.get(_WIDGETS, {}), st.session_state.get(_BUTTONS, set())
    changed = (key for key, value in drawn_by.items() if key in st.session_state and st.session_state[key] != value)
    return any(key not in buttons or st.session_state[key] for key in changed)
