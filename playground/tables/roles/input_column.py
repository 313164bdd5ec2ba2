"""The role of a column that the network sees."""

from __future__ import annotations

from collections.abc import Sequence

from playground.tables.roles.column_role import Coding, ColumnRole, one_column_a_word

MOST_INPUTS = 20


def _coding(name: str, words: Sequence[str], taken: Sequence[str]) -> Coding:
    return one_column_a_word([f"{name} = {word}" for word in words])


INPUT = ColumnRole(
    "input",
    "input",
    "The network sees it. Words become one input each, 1 in their rows and 0 in the others.",
    "inputs",
    _coding,
    least=1,
    most=MOST_INPUTS,
    least_words=1,
)
