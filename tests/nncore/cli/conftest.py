"""Play the console inside the test's own process, with somebody at the keyboard who has typed ahead."""

import io
from collections.abc import Callable
from typing import NamedTuple

import pytest

from nncore.__main__ import main


class Played(NamedTuple):
    """A session that has ended."""

    exit_code: int
    printed: str
    said: str


@pytest.fixture
def played(capsys, monkeypatch) -> Callable[..., Played]:
    """Return a function from a command line, and what is typed, to the session that was played."""

    def play(words: str, typed: str = "") -> Played:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        exit_code = main(words.split())
        return Played(exit_code, *capsys.readouterr())

    return play
