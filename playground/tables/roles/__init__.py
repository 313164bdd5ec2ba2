"""What a column of the table may be for, one file each."""

from __future__ import annotations

from collections.abc import Mapping

from playground.tables.roles.column_role import ColumnRole
from playground.tables.roles.ignored_column import IGNORED
from playground.tables.roles.input_column import INPUT
from playground.tables.roles.target_column import TARGET

ROLES: Mapping[str, ColumnRole] = {role.name: role for role in (INPUT, TARGET, IGNORED)}
