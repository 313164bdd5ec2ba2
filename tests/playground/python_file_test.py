"""The network on a page leaves it as a Python file that needs NumPy alone."""

import subprocess
import sys

from playground.gallery import gallery
from playground.page.page_state import PageState
from playground.page.python_file import python_file
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


def _printed(file, given, *arguments):
    command = [sys.executable, str(file), *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout
