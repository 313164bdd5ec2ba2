"""Tables whose every cell has its name before it, as in YAML: "x: 1", "x = 1", one a line or several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from playground.tables.reading.cutting import lines_of
from playground.tables.reading.layout import LayoutError
from playground.tables.reading.to_csv import lines_of_cells

_CELL = r"""\s*(?P<quote>["']?)(?P<name>[^\W\d][^:=,;"'|\t\n{}\[\]()]{0,60}?)(?P=quote)\s*(?:=(?!=)|:(?=\s|$|[-+.\d])|:=)\s*"""
_cell = re.compile(rf"{_CELL}(?P<value>[^\n\[{{(]*)").fullmatch
_name = re.compile(_CELL).match
_numbered = re.compile(
    r"(?P<name>(?P<word>[^\W\d][^\W\d ]{2,30}(?: [^\W\d]{1,30})?) #?\d{1,9}) ?: *(?P<cells>[^:=\n]+)"
).fullmatch
_item = re.compile(r"-\s+(?P<value>.*)").fullmatch
_begins_record = re.compile(r"---+|\[\[?[^\W\d][\w.]*\]\]?|-").fullmatch
_of_number_and_places = re.compile(r"[+-]?[\d.]+(?:\s+\d+:[-+.\deE]+)+\s*").fullmatch
_BETWEEN_CELLS = (
    r"(?<!\s)\s*;\s*",
    r"(?<!\s)\s*,\s*",
    r"\t+",
    r"(?<!\s)\s+(?=[^\W\d][\w.]*\s?[:=])",
)
_LONGEST_LINE = 100_000
"""Characters; a longer one holds no list of some columns."""

_LIBSVM = (
    "The text is in the sparse form of LIBSVM, in which zeros are left out. Write every number in a column of its own, and "
    "paste that."
)


def table_of_named_cells(text: str) -> str | None:
    r"""Return a table whose cells have their names before them as CSV; None if it is no such text.

    Raises
    ------
    LayoutError
        If its records have other names each, so that no column is of one kind.

    Examples
    --------
    >>> table_of_named_cells("- x: 1\n  t: a\n- x: 2\n  t: b"), table_of_named_cells("x=1, t=a\nx=2, t=b")
    ('x,t\r\n1,a\r\n2,b\r\n', 'x,t\r\n1,a\r\n2,b\r\n')
    >>> table_of_named_cells("x:\n  - 1\n  - 2\nt:\n  - 0\n  - 1"), table_of_named_cells("x: 1 2 3\nt: 0 1 1")
    ('x,t\r\n1,0\r\n2,1\r\n', 'x,t\r\n1,0\r\n2,1\r\n3,1\r\n')
    >>> table_of_named_cells("x,t\n1,0") is None
    True
    """
    first = next((line.strip() for line in lines_of(text) if line.strip()), "")
    of_places = _of_number_and_places(first)
    if len(first) > _LONGEST_LINE or not (of_places or _name(first.removeprefix("- ")) or _begins_record(first)):
        return None
    lines = [line.strip() for line in lines_of(text)]
    filled = [line for line in lines if line]
    if len(filled) < 2:
        return None
    if of_places and all(map(_of_number_and_places, filled)):
        raise LayoutError(_LIBSVM)
    called_rows = _rows_by_number(filled)
    if called_rows:
        return lines_of_cells(called_rows[0], called_rows[1:])
    records = _one_a_line(filled) or _columns(filled) or _one_below_another(lines)
    if not records:
        return None
    names = list(dict.fromkeys(name for record in records for name in record))
    return lines_of_cells(names, [[record.get(name) or None for name in names] for record in records])


def _rows_by_number(lines: Sequence[str]) -> list[list[str]]:
    """Return the rows of lines that are numbered by a word: "Row 1: 0 0 1"."""
    found = [_numbered(line) for line in lines]
    if not all(found) or len({line["word"] for line in found if line}) != 1:
        return []
    rows = [[line["name"], *re.split(r"\s*[,;]\s*|\s+", line["cells"].strip())] for line in found if line]
    return rows if len(set(map(len, rows))) == 1 else []


def _one_a_line(lines: Sequence[str]) -> list[dict[str, str]]:
    """Return the records of lines that hold one each: "x=1, y=2"."""
    for between in _BETWEEN_CELLS:
        records: list[dict[str, str]] = []
        for line in lines:
            record = _record(re.split(between, line.removeprefix("- ").strip(" ,;")))
            if record is None or len(record) < 2 or (records and list(record) != list(records[0])):
                break
            records.append(record)
        else:
            return records
    return []


def _record(parts: Sequence[str]) -> dict[str, str] | None:
    cells = [_cell(part) for part in parts]
    if not all(cells):
        return None
    record = {cell["name"]: cell["value"].strip() for cell in cells if cell}
    return record if len(record) == len(cells) else None


def _columns(lines: Sequence[str]) -> list[dict[str, str]]:
    """Return the records of lines that hold a column each, or of columns whose values stand below their names."""
    columns: dict[str, list[str]] = {}
    name = ""
    for line in lines:
        item, cell = _item(line), _cell(line)
        if item and name:
            columns[name].append(item["value"].strip())
            continue
        if cell is None or cell["name"] in columns:
            return []
        name = cell["name"]
        columns[name] = re.split(r"\s*[,;]\s*|\s+", cell["value"].strip()) if cell["value"].strip() else []
    lengths = {len(column) for column in columns.values()}
    if any("=" in cell for column in columns.values() for cell in column):
        return []
    if len(columns) < 2 or len(lengths) > 1 or lengths.pop() < 2:
        return []
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _one_below_another(lines: Sequence[str]) -> list[dict[str, str]]:
    """Return the records of lines that hold one cell each: one begins where a line is empty, or a name comes again."""
    records: list[dict[str, str]] = [{}]
    for line in lines:
        bullet = line.startswith("- ")
        if not line or bullet or _begins_record(line):
            records += [{}] if records[-1] else []
            if not bullet:
                continue
        cell = _cell(line.removeprefix("- ").rstrip(",;"))
        if cell is None:
            return []
        if cell["name"] in records[-1]:
            records.append({})
        records[-1][cell["name"]] = cell["value"].strip().strip("\"'")
    found = [record for record in records if record]
    of_several = sum(len(record) > 1 for record in found)
    if of_several < 2 or 2 * of_several <= len(found) or not all(record.keys() & found[0].keys() for record in found):
        return []
    return found
