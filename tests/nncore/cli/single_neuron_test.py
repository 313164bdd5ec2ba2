import io
from dataclasses import replace

import numpy as np
import pytest

from nncore import SGD, Architecture, articles
from nncore.cli import single_neuron
from nncore.cli.ending import SessionEndedError

# Each line as the article prints it, the space at the end of some of them included.
ARTICLE_SESSION = (
    "Beginning Randomly Generated Weights: \n"
    "[[-0.16595599]\n"
    " [ 0.44064899]\n"
    " [-0.99977125]]\n"
    "Ending Weights After Training: \n"
    "[[10.08740896]\n"
    " [-0.20695366]\n"
    " [-4.83757835]]\n"
    "User Input One: User Input Two: User Input Three: "
    "Considering New Situation:  1 0 0\n"
    "New Output data: \n"
    "[0.9999584]\n"
    "Wow, we did it!\n"
)


def test_the_session_is_that_of_the_article_word_for_word(played):
    session = played("single-neuron", typed="1\n0\n0\n")

    assert session == (0, ARTICLE_SESSION, "")


def test_the_new_situation_is_repeated_as_it_was_typed(played):
    session = played("single-neuron --epochs 1", typed="1.0\n-.5\n 2e0\n")

    assert "Considering New Situation:  1.0 -.5  2e0\n" in session.printed


def test_the_last_line_of_a_pipe_needs_no_line_break(played):
    session = played("single-neuron", typed="1\n0\n0")

    assert session.printed == ARTICLE_SESSION


def test_without_an_epoch_the_answer_is_that_of_the_starting_weights(played):
    session = played("single-neuron --epochs 0", typed="0\n0\n0\n")

    # 0 times any weight is 0, and sigmoid(0) = 1 / (1 + 1)
    assert "New Output data: \n[0.5]\n" in session.printed


def test_another_seed_starts_from_other_weights(played):
    session = played("single-neuron --seed 7 --epochs 0", typed="0\n0\n0\n")

    # 2·u − 1 with the first u of RandomState(7), 0.07630828937395717: −0.847383421252 to 12 digits
    assert session.printed.startswith("Beginning Randomly Generated Weights: \n[[-0.84738342]\n")


def test_the_learning_rate_scales_the_first_step(played):
    session = played("single-neuron --epochs 1 --learning-rate 0.5", typed="1\n0\n0\n")

    # The article's own formula: X.T @ (error * output * (1 - output)), here half of it.
    inputs = np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]])
    start = 2 * np.random.RandomState(1).random_sample((3, 1)) - 1
    output = 1 / (1 + np.exp(-inputs @ start))
    error = np.array([[0], [1], [1], [0]]) - output
    ending = start + 0.5 * inputs.T @ (error * output * (1 - output))
    assert f"Ending Weights After Training: \n{ending}\n" in session.printed


@pytest.mark.parametrize("typed", ["abc", "", "nan", "inf"])
def test_what_is_no_number_is_quoted_and_asked_again(played, typed):
    session = played("single-neuron", typed=f"{typed}\n1\n0\n0\n")

    assert session.exit_code == 0
    assert session.said == f'"{typed}" is not a finite number. Write a number such as 1 or 0.5.\n'
    assert session.printed == ARTICLE_SESSION.replace("User Input One: ", "User Input One: User Input One: ")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1,000", '"1,000" can mean 1000 or 1.0. Write 1000 or 1.0.'),
        ("1e999", '"1e999" is too large. Write a finite number, below 1.7e308.'),
        ("1e-400", '"1e-400" is too close to 0. Write 0, or a number of at least 5e-324.'),
        ("1 0 0", '"1 0 0" holds more than one number. Write a single number.'),
    ],
)
def test_what_is_not_a_single_certain_number_is_asked_again_with_the_way_out(played, typed, sentence):
    session = played("single-neuron", typed=f"{typed}\n1\n0\n0\n")

    assert session.exit_code == 0
    assert session.said == f"{sentence}\n"
    assert session.printed == ARTICLE_SESSION.replace("User Input One: ", "User Input One: User Input One: ")


def test_an_answer_with_a_decimal_comma_is_read_as_a_cell_is(played):
    comma = played("single-neuron", typed="0,5\n0\n\u22121\n")
    point = played("single-neuron", typed="0.5\n0\n-1\n")

    assert "Considering New Situation:  0,5 0 \u22121\n" in comma.printed
    assert comma.printed.splitlines()[-2] == point.printed.splitlines()[-2] != "[0.9999584]"
    assert comma.said == ""


@pytest.mark.parametrize(
    ("typed", "unanswered"),
    [("", "User Input One:"), ("1\n", "User Input Two:"), ("1\n0\n", "User Input Three:")],
)
def test_an_input_that_ends_early_ends_the_session_with_a_sentence(played, typed, unanswered):
    session = played("single-neuron --epochs 1", typed=typed)

    assert session.exit_code == 1
    assert session.said == (f'The input ended too early: "{unanswered}" needs a line with a number such as 1 or 0.5.\n')
    assert session.printed.endswith(f"{unanswered} \n")


def test_numbers_that_stop_being_finite_end_the_session_before_any_question(capsys):
    with pytest.raises(SessionEndedError, match=r"^The numbers stopped being finite at epoch \d+"):
        single_neuron.play(_linear_neuron(learning_rate=10.0))

    printed = capsys.readouterr().out
    assert printed.startswith("Beginning Randomly Generated Weights: \n")
    assert "User Input One" not in printed


def test_an_answer_too_large_for_a_number_ends_the_session_with_a_sentence(monkeypatch):
    # The starting weights are −0.17, 0.44 and −1.00, so the sum is 1.7e308 · (0.17 + 0.44 + 1.00) = 2.7e308; the largest
    # float is 1.8e308.
    monkeypatch.setattr("sys.stdin", io.StringIO("-1.7e308\n1.7e308\n-1.7e308\n"))

    with pytest.raises(SessionEndedError, match=r"^The neuron cannot add up inputs of this size\."):
        single_neuron.play(replace(_linear_neuron(learning_rate=0.01), epochs=0))


def _linear_neuron(learning_rate):
    linear = Architecture(layer_sizes=(3, 1), activations=("linear",), bias=False)
    return replace(articles.single_neuron(), architecture=linear, optimizer=SGD(learning_rate))
