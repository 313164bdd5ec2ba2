"""A column knows its words in the order of their classes, and keeps that order while its table is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore.errors import NeuralNetworkError
from playground.tables.column import Column, word_of
from playground.tables.column_problems import column_problems

WORDS = st.lists(st.text("abcXYZ é1", min_size=1, max_size=5).filter(str.strip))


@given(WORDS)
def test_new_words_have_the_same_order_however_the_rows_are_sorted(texts):
    column = Column("kind", "target", ())

    assert column.with_words_of(texts) == column.with_words_of(reversed(texts))
    assert set(column.with_words_of(texts).words) == {word_of(text) for text in texts}


def test_numbers_that_are_said_to_be_classes_are_in_the_order_of_their_size():
    assert Column("digit", "target", ()).with_words_of(["10", "9", "2.0", "2"]).words == ("2", "9", "10")


def test_a_class_keeps_its_output_when_another_one_comes_or_goes():
    column = Column("kind", "target", ("b", "d"))

    assert column.with_words_of(["a", "b", "d"]).words == ("b", "d", "a")
    assert Column("kind", "target", ("b", "d", "a")).with_words_of(["a", "d"]).words == ("d", "a")


@pytest.mark.parametrize(("left", "words"), [(["b"], ("b", "d")), (["d"], ("b", "d")), ([], ("b",))])
def test_of_two_classes_the_last_but_one_row_takes_none_away(left, words):
    assert Column("kind", "target", ("b", "d")).with_words_of(left).words == words


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": 3},
        {"name": "a", "role": "weight"},
        {"name": "a", "words": ("x", "x")},
        {"name": "a", "words": "xy"},
        {"name": "a", "words": ("x" * 101,)},
    ],
)
def test_what_is_no_column_is_refused_in_one_line(wrong):
    with pytest.raises(NeuralNetworkError) as refused:
        Column(**wrong)

    assert len(str(refused.value).splitlines()) == 1


def problems(*columns):
    return [problem.sentence for problem in column_problems(columns)]


def test_twenty_inputs_and_ten_classes_are_fine_and_one_more_is_told():
    inputs = [Column(f"x{number}") for number in range(20)]
    kinds = Column("kind", "target", tuple("abcdefghij"))

    assert problems(*inputs, kinds) == []
    assert problems(*inputs, Column("y"), kinds) == [
        "The network takes up to 20 inputs. Got 21. Ignore or remove some columns."
    ]
    assert problems(inputs[0], Column("kind", "target", tuple("abcdefghijk"))) == [
        "Column kind: 11 different words stand in it, and the network takes up to 10. Ignore it, or write fewer words."
    ]
    assert problems(*inputs[:18], Column("a", words=("x", "y", "z")), kinds) == [
        "The network takes up to 20 inputs. Got 21. Each word counts as one. Ignore or remove some columns."
    ]


def test_a_table_needs_an_input_and_a_target():
    assert problems(Column("a", "ignored"), Column("b", "ignored")) == [
        "No column is an input. Choose at least one: what the network sees.",
        "No column is the target. Choose one: what the network is to answer.",
    ]


def test_a_target_of_words_stands_alone_and_has_two_words():
    size, kind = Column("size"), Column("kind", "target", ("cat",))

    assert 'only "cat" stands in it' in problems(size, kind)[0]
    assert "must be the only target" in problems(size, Column("kind", "target", ("a", "b")), Column("y", "target"))[0]


def test_a_name_that_words_make_is_no_name_of_another_column():
    assert problems(Column("a = x"), Column("a", words=("x", "y")), Column("t", "target")) == [
        'Two columns are called "a = x". Give one of them another name.'
    ]
