"""The role of a column that the network is to answer."""

from __future__ import annotations

from collections.abc import Sequence

from playground.tables.roles.column_role import Coding, ColumnRole, one_column_a_word

MOST_TARGETS = 10


def _coding(name: str, words: Sequence[str], taken: Sequence[str]) -> Coding:
    if len(words) <= 2:
        return Coding((name,), tuple((float(place),) for place in range(len(words))))
    # An output is called like its class, unless an input is.
    return one_column_a_word([f"{name} = {word}" for word in words] if set(words) & set(taken) else words)


TARGET = ColumnRole(
    "target",
    "target",
    "The network is to answer it. Two words are the classes 0 and 1; of several, each has an output of its own.",
    "targets",
    _coding,
    least=1,
    most=MOST_TARGETS,
    least_words=2,
)
