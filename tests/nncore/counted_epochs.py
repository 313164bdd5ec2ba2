"""Count the epochs that engines train, whoever asks them to."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from unittest import mock

from nncore.engine.engine import Engine


@dataclass
class Counted:
    count: int = 0


@contextmanager
def counted_epochs(each=lambda epochs: None) -> Iterator[Counted]:
    """Count epochs; `each` is called with the number of every block."""
    counted, run_block = Counted(), Engine.run_block

    def run_and_count(engine, *arguments, **named):
        block = run_block(engine, *arguments, **named)
        counted.count += block.epochs
        each(block.epochs)
        return block

    with mock.patch.object(Engine, "run_block", run_and_count):
        yield counted
