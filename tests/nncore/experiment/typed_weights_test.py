"""The weights of a textbook are typed or pasted, fractions and commas too, and a run starts from exactly those."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nncore
from nncore.errors import SettingError
from nncore.experiment.starting_weights import (
    StartingWeights,
    names_by_neuron,
    starting_weights,
    with_starting_weights,
)
from nncore.experiment.typed_weights import read_weights, written_weights
from nncore.textbook_examples import mazur
from nncore.training.interventions import Intervention

MAZUR = mazur()
PLAIN = replace(MAZUR, interventions=())
NAMED = """
i1 -> hidden 1 = 0,15
i2 -> hidden 1 = 1/5
bias of hidden 1 = 0.35 held
i1 → hidden 2: 25/100
i2 → Hidden 2\t.3
bias of hidden 2 = .35 (fixed)
hidden 1 → o1 = 0.40
hidden 2 → o1 = 0.45
bias of o1 0.60 frozen
hidden 1→o2 = 0.50
hidden 2→o2 = 0.55
bias of o2 = 3/5 held
"""
NUMBERS = {
    "a list": "0.15, 0.20, 0.35, 0.25, 0.30, 0.35, 0.40, 0.45, 0.60, 0.50, 0.55, 0.60",
    "without spaces": "0.15,0.20,0.35,0.25,0.30,0.35,0.40,0.45,0.60,0.50,0.55,0.60",
    "decimal commas": "0,15 0,20 0,35 0,25 0,30 0,35 0,40 0,45 0,60 0,50 0,55 0,60",
    "decimal commas and commas": "0,15, 0,20, 0,35, 0,25, 0,30, 0,35, 0,40, 0,45, 0,60, 0,50, 0,55, 0,60",
    "a column": "0.15\n1/5\n0.35\n1 / 4\n0.3\n0.35\n0.4\n0.45\n0.6\n1/2\n0.55\n0.6",
    "an array": "[[0.15, 0.20, 0.35], [0.25, 0.30, 0.35]], [[.4, .45, .6], [.5, .55, .6]]",
    "a column in brackets": "[[.15],[.2],[.35],[1/4],[0.3],[.35],[.4],[.45],[.6],[1/2],[.55],[.6]]",
    "printed by NumPy": "array([[0.15, 0.2 , 0.35],\n       [0.25, 0.3 , 0.35],\n       [0.4 , 0.45, 0.6 ],\n"
    "       [0.5 , 0.55, 0.6 ]], dtype=float32)",
    "a spreadsheet": "0,15\t0,2\t0,35\n0,25\t0,3\t0,35\n0,4\t0,45\t0,6\n0,5\t0,55\t0,6",
}


def test_mazur_s_example_is_typed_line_by_line_with_its_biases_frozen():
    read = read_weights(NAMED, PLAIN)

    typed = with_starting_weights(PLAIN, read.start)
    # 1/5 is 0.2, 25/100 is 0.25 and 3/5 is 0.6, to the last bit.
    assert starting_weights(typed) == starting_weights(MAZUR)
    # Mazur prints w5 0.35891648, w1 0.149780716, w2 0.19956143.
    new = typed.run().history.network_at(1).parameters
    assert new[[6, 0, 2]].round(8).tolist() == [0.35891648, 0.14978072, 0.19956143]
    assert new[[4, 5, 10, 11]].tolist() == [0.35, 0.35, 0.6, 0.6]


@pytest.mark.parametrize("text", NUMBERS.values(), ids=NUMBERS.keys())
def test_numbers_alone_are_taken_neuron_by_neuron(text):
    read = read_weights(text, PLAIN)

    assert read.problems == ()
    assert read.start.values == starting_weights(MAZUR).values


def test_numbers_alone_may_be_frozen_and_leave_frozen_what_is_frozen():
    with_frozen = NUMBERS["a column"].replace("0.35", "0.35 held")

    assert read_weights(with_frozen, PLAIN).start.frozen == {4, 5}
    assert read_weights(NUMBERS["a list"], MAZUR).start.frozen == {4, 5, 10, 11}


def test_what_has_no_line_stays_as_it_is():
    there = starting_weights(MAZUR)

    read = read_weights("bias of o1 = 0.7\ni1 → hidden 1 = 0.1 held", MAZUR)

    assert read.start.values == (0.1, *there.values[1:10], 0.7, 0.6)
    assert read.start.frozen == {0, 4, 5, 11}  # the line of the first bias says no more that it is frozen


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("w1 = 0.15", 'Line 1: "w1 = 0.15" names no weight of this network.'),
        ("i1 → hidden 1 = abc", 'Line 1: "abc" is not a number. Write a number such as 0.25, 0,25 or 1/4.'),
        ("i1 → hidden 1 = 1/0", 'Line 1: "1/0" has no value. Divide by another number than 0.'),
        ("i1 → hidden 1 = 1\n\ni1 → hidden 1 = 2", "Line 3: i1 → hidden 1 stands there twice."),
        ("foo 1\n0.2\n0.3", 'Line 1: "foo 1" names no weight of this network.'),
        ("i1 → hidden 1 = 1\n0.2", 'Line 2: "0.2" names no weight of this network.'),
        ("i1 → hidden 1", 'Line 1: "i1 → hidden 1" names no weight'),
        ("0.1 0.2", "There must be 12 numbers, one for each weight and bias. Got 2."),
        (
            "1,2,3,4,5,6,7,8,9,10,11,12",
            "There must be 12 numbers, one for each weight and bias. Got 1. A comma stands before decimals: write a space or "
            "a semicolon between two numbers.",
        ),
        ("", "There must be 12 numbers, one for each weight and bias. Got 0."),
        (NUMBERS["a list"].replace("0.60", "1e999"), '"1e999" is too large.'),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line_and_its_mend(text, said):
    read = read_weights(text, PLAIN)

    assert read.start is None
    assert read.problems[0].startswith(said)


def test_what_is_written_is_read_again():
    typed = with_starting_weights(PLAIN, StartingWeights(tuple(1 / number for number in range(3, 15)), frozenset({4})))

    assert read_weights(written_weights(typed), PLAIN).start == starting_weights(typed)


@given(st.lists(st.floats(-1e300, 1e300), min_size=3, max_size=3), st.frozensets(st.integers(0, 2)))
def test_any_weights_are_written_and_read_without_losing_a_bit(values, frozen):
    article = nncore.articles.single_neuron()
    start = StartingWeights(tuple(value + 0.0 for value in values), frozen)

    typed = with_starting_weights(article, start)

    assert starting_weights(typed) == start
    assert read_weights(written_weights(typed), article).start == start


def test_columns_with_names_like_numbers_and_signs_are_told_apart():
    names = ["a = b", "size: m", "1", "x → y"]
    table = nncore.Dataset([[1.0] * 4], [[1.0]], input_names=names, target_names=["o"])
    experiment = replace(PLAIN, dataset=table, architecture=nncore.Architecture((4, 1), ("sigmoid",)))

    text = "\n".join(f"{name} = {number}/7" for number, name in enumerate(names_by_neuron(experiment)))

    assert read_weights(text, experiment).start.values == tuple(number / 7 for number in range(5))


@pytest.mark.parametrize("name", ["matrix (cm)", "tensor (kPa)", "np.array (1)", "a, dtype=b"])
def test_a_column_that_is_called_as_programs_call_arrays_is_named(name):
    table = nncore.Dataset([[1.0]], [[1.0]], input_names=[name], target_names=["o"])
    experiment = replace(PLAIN, dataset=table, architecture=nncore.Architecture((1, 1), ("sigmoid",)))

    assert read_weights(f"{name} -> o 1/4\nbias of o = 2", experiment).start.values == (0.25, 2)
    assert read_weights(f"{name} -> o 1/4", experiment).start.values[0] == 0.25
    assert read_weights("array([0.5, 2.], dtype=float32)", experiment).start.values == (0.5, 2)


@pytest.mark.parametrize("names", [["a", "A"], ["ß", "SS"], ["a b", "a  b"], ["a → b", "a -> b"]], ids=str)
def test_columns_with_names_that_are_nearly_the_same_are_told_apart(names):
    table = nncore.Dataset([[1.0, 2.0]], [[1.0]], input_names=names, target_names=["Price"])
    experiment = replace(PLAIN, dataset=table, architecture=nncore.Architecture((2, 1), ("sigmoid",)))
    typed = with_starting_weights(experiment, StartingWeights((0.25, -0.5, 2.0), frozenset({1})))

    assert read_weights(written_weights(typed), experiment).start == starting_weights(typed)
    # What only one weight can be meant by is read in any spelling.
    assert read_weights("BIAS of  price = 3", experiment).start.values[2] == 3


def test_a_name_that_may_mean_two_columns_is_not_guessed():
    table = nncore.Dataset([[1.0, 2.0]], [[1.0]], input_names=["a", "A"], target_names=["Price"])
    experiment = replace(PLAIN, dataset=table, architecture=nncore.Architecture((2, 1), ("sigmoid",)))

    read = read_weights("A -> Price = 1\na → price = 2", experiment)

    assert read.problems[0].startswith('Line 2: "a → price = 2" names no weight of this network. Write one as')
    assert "a → Price = 0.5" in read.problems[0]


def test_settings_that_change_on_the_way_stay_and_what_was_set_by_hand_there_goes():
    rate, by_hand = Intervention(4, "learning_rate", 0.1), Intervention(5, "parameter", (0, 1.0))
    off = Intervention(0, "switched_off", (1, 0))

    typed = with_starting_weights(replace(PLAIN, interventions=(off, rate, by_hand)), starting_weights(PLAIN))

    assert typed.interventions == (off, rate)


@given(
    st.lists(st.integers(-8, 8).map(lambda number: number / 4), min_size=12, max_size=12),
    st.frozensets(st.integers(0, 11)),
    st.sets(st.sampled_from([(layer, index) for layer in (0, 1) for index in (0, 1)])),
)
def test_weights_typed_while_neurons_are_off_are_there_when_those_are_put_back(values, frozen, off):
    switched = tuple(Intervention(0, "switched_off", neuron) for neuron in sorted(off))
    start = StartingWeights(tuple(values), frozen)

    typed = with_starting_weights(replace(PLAIN, interventions=switched), start)
    back = replace(typed, interventions=tuple(one for one in typed.interventions if one not in switched))

    assert starting_weights(typed) == start
    silent = {place for neuron in off for place in PLAIN.architecture.leading_away(*neuron)}
    at_start = replace(typed, epochs=1).run().history.network_at(0).parameters
    assert at_start.tolist() == [0 if place in silent else value for place, value in enumerate(values)]
    assert back == with_starting_weights(PLAIN, start)


def test_the_weights_in_the_box_taken_while_a_neuron_is_off_leave_it_to_be_put_back():
    off = replace(PLAIN, interventions=(Intervention(0, "switched_off", (1, 0)),))

    read = read_weights(written_weights(off), off)

    assert with_starting_weights(off, read.start) == off


def test_so_many_numbers_as_weights_are_wanted():
    with pytest.raises(SettingError, match="each of the 12 weights and biases"):
        with_starting_weights(PLAIN, StartingWeights((0.5,)))


@pytest.mark.parametrize(
    "text",
    [
        "c(0.1, 0.2, 0.3)",
        "| 0.1 | 0.2 | 0.3 |",
        "torch.tensor([[0.1], [0.2], [0.3]], requires_grad=True)",
        "tensor([0.1, 0.2, 0.3], device='cuda:0')",
        "1×10^-1 2×10⁻¹ 3*10^-1",
    ],
)
def test_numbers_as_other_programs_write_them_are_weights(text):
    assert read_weights(text, nncore.articles.single_neuron()).start.values == (0.1, 0.2, 0.3)


@pytest.mark.parametrize(
    "text",
    [
        "a " * 50_000,
        "a=b " * 50_000,
        "a -> " * 50_000,
        " " * 200_000 + "a",
        "x" + " " * 200_000 + "/ y",
        "1 (" * 100_000,
        "1/ " * 100_000,
        "frozen " * 50_000,
        "[" * 200_000,
    ],
    ids=lambda text: f"{text[:6]!r}…",
)
def test_a_monster_is_refused_soon_in_a_sentence_of_some_words(text):
    started = time.process_time()

    read = read_weights(text, nncore.articles.single_neuron())

    assert read.start is None
    assert read.problems
    assert max(map(len, read.problems)) < 300
    assert time.process_time() - started < 5  # a hundred times what any of them takes


def test_a_word_among_numbers_is_told_as_the_one_thing_to_mend():
    assert read_weights("1/3\n0,5\nabc", nncore.articles.single_neuron()).problems == (
        '"abc" is not a number. Write a number such as 0.25, 0,25 or 1/4.',
    )
