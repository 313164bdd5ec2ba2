"""A table in Weka's form: a name for each column above the rows."""

from __future__ import annotations

import re

from playground.tables.reading.layout import LayoutError

_begins = re.compile(r"(?:\s*%[^\n]*\n)*\s*@relation\b", re.IGNORECASE).match
_data = re.compile(r"(?im)^[ \t]*@data[ \t]*(?:\r?\n|\r|$)").search
_attributes = re.compile(r"""(?im)^[ \t]*@attribute[ \t]+(?P<name>"[^"\n]+"|'[^'\n]+'|[^\s]+)""").finditer


def table_of_arff(text: str) -> str | None:
    r"""Return the table in a text of Weka's form with its names in the first line; None if it is no such text.

    Raises
    ------
    LayoutError
        If its rows leave zeros out.

    Examples
    --------
    >>> table_of_arff("@relation a\n@attribute size numeric\n@attribute fits {yes,no}\n@data\n1.5,yes\n2,no\n")
    'size,fits\n1.5,yes\n2,no\n'
    """
    data = _data(text) if _begins(text) else None
    if data is None:
        return None
    rows = text[data.end() :]
    if rows.lstrip().startswith("{"):
        raise LayoutError("The rows of this text leave zeros out. Save it as CSV in the program it comes from.")
    names = [found["name"].strip("\"'").replace('"', "") for found in _attributes(text[: data.start()])]
    return ",".join(f'"{name}"' if "," in name else name for name in names) + "\n" + rows
