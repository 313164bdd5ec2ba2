from hypothesis import given
from hypothesis import strategies as st

from playground.player.deed import Deed, MoveRow, NewWeights, SetParameter, Undo, read_deeds

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def test_deeds_are_read_in_the_order_of_their_numbers():
    undo = {"kind": "undo", "number": 5, "gesture": 5}
    weights = {"kind": "new_weights", "number": 4, "gesture": 4}

    assert read_deeds([undo, weights]) == (NewWeights(4, 4), Undo(5, 5))


def test_cells_come_with_texts_for_places_as_json_has_them():
    deed = {"kind": "move_row", "number": 1, "gesture": 1, "row": 2, "inputs": {"0": 0.5, "2": -0.0}, "dropped": True}

    assert read_deeds([deed]) == (MoveRow(1, 1, 2, {0: 0.5, 2: 0.0}, {}, True),)


def test_what_lacks_something_or_is_no_finite_number_is_left_out():
    whole = {"kind": "set_parameter", "number": 1, "gesture": 1, "epoch": 4, "index": 0, "value": 2.5}
    assert read_deeds([whole]) == (SetParameter(1, 1, 4, 0, 2.5),)

    for name in whole:
        assert read_deeds([{key: value for key, value in whole.items() if key != name}]) == ()
    for value in (float("nan"), float("inf"), "2.5", None, True, 10**400):
        assert read_deeds([{**whole, "value": value}]) == ()


@given(
    ANYTHING, st.sampled_from(["set_parameter", "freeze", "move_row", "move_situation", "undo", "play_head"]), ANYTHING
)
def test_whatever_comes_is_read_without_an_exception(given_list, kind, value):
    fields = ("number", "gesture", "epoch", "index", "value", "row", "inputs", "targets", "request")

    deeds = [*read_deeds(given_list), *read_deeds([{"kind": kind, **dict.fromkeys(fields, value)}])]

    assert all(isinstance(deed, Deed) for deed in deeds)
