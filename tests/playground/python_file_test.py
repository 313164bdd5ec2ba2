"""The network on a page leaves it as a Python file that needs NumPy alone."""

import subprocess
import sys

from playground.gallery import gallery
from playground.gallery.examples import document_titled
from playground.page.page_state import PageState
from playground.page.python_file import python_file
from playground.page.table_csv import table_csv
from playground.player.protocol.viewpoint import Viewpoint


def test_the_file_answers_as_the_network_at_the_play_head_and_trains_to_it(tmp_path):
    state = PageState(gallery()[0])
    state.open.run.advance(40, 10.0)
    state.open.viewpoint = Viewpoint(epoch=25)
    file = tmp_path / "network.py"

    file.write_text(python_file(state), encoding="utf-8")

    answered = _printed(file, "1 0 0")
    expected = state.open.run.trainer.history.network_at(25).predict([[1.0, 0.0, 0.0]]).item()
    assert float(answered.split()[-1]) == expected
    assert _printed(file, "", "--train")


def test_a_row_may_be_typed_as_it_stands_in_the_table_words_and_all(tmp_path):
    state = PageState(document_titled("Penguins"))
    state.open.run.advance(5, 10.0)
    state.open.viewpoint = Viewpoint(epoch=5)
    file = tmp_path / "penguins.py"

    file.write_text(python_file(state), encoding="utf-8")

    head, first, *others = table_csv(state, "training").splitlines()
    in_words, in_numbers = first.rpartition(",")[0], "39.1 18.7 181 3750 0 0 1 0 1"
    assert in_words == "39.1,18.7,181,3750,Torgersen,male"
    answer = _printed(file, "", in_words)
    assert answer == _printed(file, in_numbers)
    assert "answers a row" in _printed(file, "", "--help").splitlines()[2]
    assert f'"{in_words}"' in _printed(file, "", "--help")
    assert answer == _printed(file, "", *in_words.split(","))
    assert answer == _printed(file, "", "39,1;18,7;181;3750;Torgersen;male")
    piped = _printed(file, "\n".join((head, first, *others)))
    assert piped.startswith(answer)
    assert len(piped.splitlines()) == 1 + len(others)
    refused = subprocess.run([sys.executable, str(file), "39.1,18.7,181,3750,Torgerson,male"], capture_output=True, text=True,
                             check=False)  # fmt: skip
    assert 'island must be one of these words: Biscoe, Dream, Torgersen. Got "Torgerson" in: ' in refused.stderr


def _printed(file, given, *arguments):
    command = [sys.executable, str(file), *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout
