"""What is wrong with the columns of a table as a whole: none to learn from, too many, or words that make no classes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nncore.quoting import shortened
from playground.tables.column import Column
from playground.tables.encoding import EncodedColumn, encoded_columns, names_on
from playground.tables.problem import Problem
from playground.tables.roles import ROLES
from playground.tables.roles.column_role import ColumnRole, Side


def column_problems(columns: Sequence[Column]) -> list[Problem]:
    """Return what keeps columns from being those of a dataset; nothing if they are fine.

    Parameters
    ----------
    columns : sequence of Column
        With the words that stand in them.

    Examples
    --------
    >>> for problem in column_problems([Column("size"), Column("size", "ignored")]):
    ...     print(problem.sentence)
    Two columns are called "size". Give one of them another name.
    No column is the target. Choose one: what the network is to answer.
    """
    problems = [*_twice([column.name for column in columns])]
    for role in ROLES.values():
        problems += _too_few(columns, role)
    for column in columns:
        problems += _of_words(column)
    problems += _of_words_beside_other_targets(columns)
    if not problems:
        encoded = encoded_columns(columns)
        for role in ROLES.values():
            problems += _too_many(encoded, role)
        problems += _twice([*names_on(encoded, "inputs"), *names_on(encoded, "targets")])
    return problems


_NONE_OF: dict[Side, str] = {
    "inputs": "No column is an input. Choose at least one: what the network sees.",
    "targets": "No column is the target. Choose one: what the network is to answer.",
}


def _too_few(columns: Sequence[Column], role: ColumnRole) -> Iterator[Problem]:
    if role.side is not None and sum(column.role == role.name for column in columns) < role.least:
        yield Problem(None, None, "", _NONE_OF[role.side])


def _too_many(encoded: Sequence[EncodedColumn], role: ColumnRole) -> Iterator[Problem]:
    if role.side is None:
        return
    count = len(names_on(encoded, role.side))
    if count > role.most:
        counted = " Each word counts as one." if any(one.coding for one in encoded if one.side == role.side) else ""
        sentence = (
            f"The network takes up to {role.most} {role.side}. Got {count}.{counted} Ignore or remove some columns."
        )
        yield Problem(None, None, "", sentence)


def _of_words(column: Column) -> Iterator[Problem]:
    if column.words is None or column.its_role.side is None:
        return
    most = column.its_role.most
    if len(column.words) > most:
        what = f"{len(column.words):,} different words stand in it, and the network takes up to {most}"
        yield Problem(None, column.name, "", f"Column {column.name}: {what}. Ignore it, or write fewer words.")
    elif len(column.words) < column.its_role.least_words:
        there = f'only "{shortened(column.words[0])}" stands' if column.words else "no word stands"
        mend = "A class needs another one to be told from: write a second word in some row."
        yield Problem(None, column.name, "", f"Column {column.name}: {there} in it. {mend}")


def _of_words_beside_other_targets(columns: Sequence[Column]) -> Iterator[Problem]:
    targets = [column for column in columns if column.its_role.side == "targets"]
    words = [column.name for column in targets if column.words is not None]
    if words and len(targets) > 1:
        others = "Make the other targets inputs, or ignore them."
        yield Problem(None, words[0], "", f"Column {words[0]}: a target of words must be the only target. {others}")


def _twice(names: Sequence[str]) -> Iterator[Problem]:
    for name in dict.fromkeys(name for place, name in enumerate(names) if name in names[:place]):
        sentence = f'Two columns are called "{shortened(name)}". Give one of them another name.'
        yield Problem(None, name, "", sentence)
