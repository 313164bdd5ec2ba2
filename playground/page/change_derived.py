"""Carry out what somebody does to the inputs that the page derives from its columns."""

from __future__ import annotations

from nncore.errors import NeuralNetworkError
from playground.page.page_state import PageState
from playground.tables.derived_inputs import typed_input, with_derived_inputs


def put_derived(state: PageState, text: str, place: int | None = None) -> str:
    """Have the input of a formula on the page, behind the others or in the place of one; return why that cannot be.

    Parameters
    ----------
    state : PageState
        Changed in place.
    text : str
        As it was typed.
    place : int, optional
        Of the one whose formula it is from now on, the first being 0.

    Returns
    -------
    str
        A sentence; empty if it was done.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> state = PageState(gallery()[0])
    >>> put_derived(state, "1 / input 1")
    '1 / input 1 has no value in rows 1 and 4: what one divides by must not be 0. Change the formula, or the rows.'
    >>> put_derived(state, "input 1 ^ 2"), state.open.derived
    ('', (DerivedColumn('input 1²', 'input 1²'),))
    """
    here = state.open
    others = [column for number, column in enumerate(here.derived) if number != place]
    try:
        new = typed_input(text, here.columns, others)
        dataset = here.run.experiment.dataset
        # Else no table is read yet in which it could be missing.
        if not here.stale and set(new.formula.columns) <= set(dataset.input_names):
            with_derived_inputs(dataset, [new], here.row_numbers)
    except NeuralNetworkError as error:
        return str(error)
    with state.lock:
        at = len(others) if place is None else place
        here.derived = (*others[:at], new, *others[at:])
        state.page_is_old = True
    return ""


def remove_derived(state: PageState, place: int) -> None:
    """Have one derived input less."""
    with state.lock:
        derived = state.open.derived
        state.open.derived = (*derived[:place], *derived[place + 1 :])
        state.page_is_old = True
