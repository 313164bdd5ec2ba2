"""Measure how long it takes at most to refuse a link or a file that is none, or is made to do harm."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from playground.document import Document, DocumentError
from playground.document.file import saved_file

from ..playground.document.malformed import malformed_files, malformed_links
from .report import Figure, at_most, print_figures, print_title

COUNT = 2_000

Given = TypeVar("Given", str, bytes)


def measure(rounds: int) -> None:
    """Print the processor seconds of the slowest, and how many are refused; once, whatever `rounds` says."""
    print_title(f"{COUNT:,} malformed links and {COUNT:,} malformed files")
    print_figures(
        [
            *_figures("link", malformed_links(COUNT), Document.from_link),
            *_figures("file", malformed_files(COUNT), saved_file),
        ]
    )


def _figures(kind: str, made: Iterator[Given], opened: Callable[[Given], object]) -> list[Figure]:
    slowest, refused = 0.0, 0
    for given in made:
        started = time.process_time()
        try:
            opened(given)
        except DocumentError:
            refused += 1
        slowest = max(slowest, time.process_time() - started)
    return [
        Figure(f"slowest {kind} (s)", slowest, ".3f", at_most(0.5)),
        Figure(f"{kind}s refused", refused, ".0f"),
    ]
