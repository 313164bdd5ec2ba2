"""The role of a column that stays in the table and is not learnt from."""

from __future__ import annotations

from collections.abc import Sequence

from playground.tables.roles.column_role import Coding, ColumnRole


def _coding(name: str, words: Sequence[str], taken: Sequence[str]) -> Coding:
    return Coding((), tuple(() for _ in words))


IGNORED = ColumnRole("ignored", "ignored", "It stays in the table, and nothing is learnt from it.", None, _coding)
