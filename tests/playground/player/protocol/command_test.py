from hypothesis import given
from hypothesis import strategies as st

from playground.player.protocol.command import (
    MOST_COMMANDS,
    Command,
    MoveRow,
    NewWeights,
    SetParameter,
    Undo,
    Unreadable,
    read_commands,
)

COMMON = {"number": 1, "gesture": 1, "opened": 1}
# A command is a list of dictionaries of dictionaries: what is larger or deeper than that is looked at no further.
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5),
    max_leaves=12,
)


def test_commands_are_read_in_the_order_of_their_numbers():
    undo = {"kind": "undo", "number": 5, "gesture": 5, "opened": 1}
    weights = {"kind": "new_weights", "number": 4, "gesture": 4, "opened": 1}

    assert read_commands([undo, weights]) == (NewWeights(4, 4, 1), Undo(5, 5, 1))


def test_of_more_commands_than_anybody_gives_at_once_the_oldest_are_read_and_the_others_come_again():
    said = [{"kind": "undo", "number": n, "gesture": n, "opened": 1} for n in range(1, 100_000)]

    read = read_commands(said)

    assert [command.number for command in read] == list(range(1, MOST_COMMANDS + 1))


def test_cells_come_with_texts_for_places_as_json_has_them():
    command = {"kind": "move_row", **COMMON, "row": 2, "inputs": {"0": 0.5, "2": -0.0}, "dropped": True}

    assert read_commands([command]) == (MoveRow(1, 1, 1, 2, {0: 0.5, 2: 0.0}, {}, True),)


def test_what_lacks_something_or_is_no_finite_number_cannot_be_carried_out_but_is_confirmed():
    whole = {"kind": "set_parameter", **COMMON, "epoch": 4, "index": 0, "parameter_count": 3, "value": 2.5}
    assert read_commands([whole]) == (SetParameter(1, 1, 1, 4, 0, 3, 2.5),)

    for name in whole.keys() - {"number"}:
        (command,) = read_commands([{key: value for key, value in whole.items() if key != name}])
        assert isinstance(command, Unreadable)
        assert command.number == 1
    for value in (float("nan"), float("inf"), "2.5", None, True, 10**400):
        assert read_commands([{**whole, "value": value}]) == (Unreadable(1, 1, 1),)
    for index in (-1, 0.5, float("nan")):
        assert read_commands([{**whole, "index": index}]) == (Unreadable(1, 1, 1),)
    assert read_commands([{**whole, "number": None}]) == ()


@given(
    ANYTHING,
    st.sampled_from(
        [
            "set_parameter",
            "set_parameters",
            "freeze",
            "switch_neuron",
            "move_row",
            "move_situation",
            "set_threshold",
            "undo",
            "play_head",
        ]
    ),
    ANYTHING,
)
def test_whatever_comes_is_read_without_an_exception(given_list, kind, value):
    fields = (
        "number",
        "gesture",
        "opened",
        "parameter_count",
        "epoch",
        "index",
        "value",
        "threshold",
        "row",
        "values",
        "inputs",
        "targets",
        "question",
    )

    commands = [*read_commands(given_list), *read_commands([{"kind": kind, **dict.fromkeys(fields, value)}])]
    cells = {"9" * 5000: 1.0, "٣": 2.0}
    commands += read_commands([{"kind": "move_row", **COMMON, "row": 0, "inputs": cells}])
    commands += read_commands([{"kind": "set_parameters", **COMMON, "epoch": 0, "parameter_count": 3, "values": cells}])

    assert all(isinstance(command, Command) for command in commands)
