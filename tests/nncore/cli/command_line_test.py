import os
import subprocess
import sys

import pytest

from nncore.__main__ import SESSIONS, main


def run_console(*words, typed=b"", **environment):
    """Run the console in a process of its own, with its input and output in pipes."""
    return subprocess.run(
        [sys.executable, "-m", "nncore", *words],
        input=typed,
        capture_output=True,
        env=os.environ | environment,
        timeout=120,
        check=False,
    )


def test_a_pipe_plays_the_whole_session():
    process = run_console("single-neuron", typed=b"1\n0\n0\n")

    lines = process.stdout.decode().splitlines()
    assert (process.returncode, process.stderr) == (0, b"")
    assert lines[-4:] == [
        "User Input One: User Input Two: User Input Three: Considering New Situation:  1 0 0",
        "New Output data: ",
        "[0.9999584]",
        "Wow, we did it!",
    ]


def test_a_reader_who_leaves_early_causes_no_traceback():
    process = subprocess.Popen(
        [sys.executable, "-m", "nncore", "hidden-layer"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.close()

    said = process.stderr.read()
    process.stderr.close()

    assert (process.wait(timeout=120), said) == (1, b"")


def run_in_shell(line: str):
    """Run a line of the shell, in which $CONSOLE is the console."""
    return subprocess.run(
        ["bash", "-c", line],
        env=os.environ | {"CONSOLE": f"{sys.executable} -m nncore"},
        input=b"1\n0\n0\n",
        capture_output=True,
        timeout=120,
        check=False,
    )


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no disk that is always full")
@pytest.mark.parametrize(
    "words", ["single-neuron --epochs 1", "hidden-layer --epochs 1", "--help", "hidden-layer --help"]
)
def test_a_full_disk_ends_the_session_with_a_sentence(words):
    process = run_in_shell(f"$CONSOLE {words} > /dev/full")

    assert process.returncode == 1
    assert process.stderr == b"The session cannot be read or printed any further: No space left on device.\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no disk that is always full")
def test_an_error_stream_that_is_full_changes_no_exit_code():
    codes = [
        run_in_shell(f"$CONSOLE {words} 2> /dev/full").returncode for words in ("hidden-layer --epochs -1", "nothing")
    ]

    assert codes == [2, 2]


def test_an_output_that_is_closed_from_the_start_ends_the_session_with_a_sentence():
    process = run_in_shell("$CONSOLE hidden-layer --epochs 1 >&-")

    assert process.returncode == 1
    assert process.stderr == b"The output is closed, so there is nowhere to print to.\n"


@pytest.mark.parametrize("closed", ["2>&-", "2>&- >&-"])
def test_a_closed_error_stream_gets_nothing_into_the_output(closed):
    process = run_in_shell(f"$CONSOLE hidden-layer --epochs -1 {closed}")

    assert process.returncode in (1, 2)
    assert (process.stdout, process.stderr) == (b"", b"")


@pytest.mark.parametrize("words", ["single-neuron --epochs 1", "hidden-layer --epochs 1", "--help"])
def test_a_reader_who_wants_one_line_gets_it_and_nothing_else_is_said(words):
    process = run_in_shell(f"$CONSOLE {words} | head -1")

    assert process.stdout.count(b"\n") == 1
    assert process.stderr == b""


def test_an_input_that_is_closed_from_the_start_ends_the_session_with_a_sentence():
    process = run_in_shell("$CONSOLE single-neuron --epochs 1 <&-")

    assert process.returncode == 1
    assert process.stderr.startswith(b"The input ended too early:")


def test_bytes_that_are_no_text_end_the_session_with_a_sentence():
    process = run_console("single-neuron", "--epochs", "1", typed=b"\xff\n0\n0\n", PYTHONIOENCODING="utf-8:strict")

    assert process.returncode == 1
    assert process.stderr.startswith(b'The input is not readable as text: "User Input One:"')
    assert process.stderr.count(b"\n") == 1


def test_without_a_command_the_help_is_printed_and_the_exit_code_is_2(played):
    session = played("")

    assert session.exit_code == 2
    assert session.said == ""
    assert session.printed.startswith("usage: python -m nncore")
    assert all(command in session.printed for command in SESSIONS)


def test_help_is_there_for_the_whole_and_for_each_command(played):
    whole = played("--help")
    parts = [played(f"{command} --help") for command in SESSIONS]

    assert whole.exit_code == 0
    for part in parts:
        assert part.exit_code == 0
        assert all(option in part.printed for option in ("--seed", "--epochs", "--learning-rate"))
    # each names its article's own number of epochs
    assert "15,000" in parts[0].printed
    assert "200" in parts[1].printed


@pytest.mark.parametrize("command", SESSIONS)
@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("--epochs -3", "epochs must be a whole number from 0 to 10,000,000. Got -3 instead."),
        ("--epochs 2.5", 'epochs must be a whole number from 0 to 10,000,000. Got "2.5" instead.'),
        ("--epochs 10000001", "epochs must be a whole number from 0 to 10,000,000. Got 10000001 instead."),
        ("--learning-rate abc", 'learning_rate must be a positive number. Got "abc" instead.'),
        ("--learning-rate 0", "learning_rate must be a positive number. Got 0.0 instead."),
        ("--learning-rate nan", 'learning_rate must be a positive number. Got "nan" instead.'),
        ("--learning-rate 1,000", 'learning_rate: "1,000" can mean 1000 or 1.0. Write 1000 or 1.0.'),
        (
            "--learning-rate 1e-400",
            'learning_rate: "1e-400" is too close to 0. Write 0, or a number of at least 5e-324.',
        ),
        ("--epochs 1,000", 'epochs: "1,000" can mean 1000 or 1.0. Write 1000 or 1.0.'),
        ("--epochs 1,5", 'epochs must be a whole number from 0 to 10,000,000. Got "1,5" instead.'),
        ("--seed 99999999999", "seed must be a whole number from 0 to 4,294,967,295. Got 99999999999 instead."),
        ("--seed -1", "seed must be a whole number from 0 to 4,294,967,295. Got -1 instead."),
    ],
)
def test_an_option_outside_its_limits_gets_one_sentence_and_nothing_is_trained(played, command, option, sentence):
    session = played(f"{command} {option}")

    assert session == (2, "", f"{sentence}\n")


@pytest.mark.parametrize(
    ("option", "plain"),
    [
        ("--learning-rate 0,5", "--learning-rate 0.5"),
        ("--learning-rate \uff10\uff0e\uff15", "--learning-rate 0.5"),
        ("--epochs 1e2", "--epochs 100"),
        ("--seed 7.0", "--seed 7"),
    ],
)
def test_an_option_is_read_as_a_cell_of_a_table_is(played, option, plain):
    typed = "1\n0\n0\n"

    assert played(f"single-neuron --epochs 5 {option}", typed) == played(f"single-neuron --epochs 5 {plain}", typed)


def test_a_mistyped_command_is_answered_with_the_nearest_one(played):
    session = played("hiden-layer")

    assert session.exit_code == 2
    assert session.said.startswith('"hiden-layer" is not a known command. Did you mean "hidden-layer"?')


@pytest.mark.parametrize("words", ["hidden-layer --momentum 0.9", "hidden-layer --seed", "--seed 1", "hidden-layer 5"])
def test_a_line_that_cannot_be_read_exits_with_2(played, words):
    session = played(words)

    assert (session.exit_code, session.printed) == (2, "")
    assert "usage: python -m nncore" in session.said


@pytest.mark.parametrize("command", SESSIONS)
def test_an_unwise_learning_rate_is_a_sentence_and_not_a_python_warning(played, command):
    session = played(f"{command} --epochs 1 --learning-rate 1000", typed="1\n0\n0\n")

    assert session.exit_code == 0
    assert session.said == (
        "A learning rate of 1,000 is very large for SGD: each step will probably go much too far. "
        "Take a smaller one, such as 1.\n"
    )


def test_the_keyboard_stops_a_session_calmly(monkeypatch, capsys):
    def interrupt(question):
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", interrupt)

    assert main(["single-neuron", "--epochs", "1"]) == 130
    assert capsys.readouterr().err == "Stopped from the keyboard. Started again, the session gives the same numbers.\n"


def test_a_process_without_any_input_says_so(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", None)

    assert main(["single-neuron", "--epochs", "1"]) == 1
    assert capsys.readouterr().err.startswith("The input ended too early:")
