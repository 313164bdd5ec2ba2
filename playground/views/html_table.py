"""A table as HTML: what is written in it is text, whatever it looks like."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


def html_table(head: Sequence[str], *groups: Iterable[Sequence[str]]) -> str:
    """Return a table of texts, with a body for each group of rows; without names of columns it has no head.

    Examples
    --------
    >>> html_table(["row"], [["<b>"]])
    '<table><thead><tr><th>row</th></tr></thead><tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>'
    """
    heads = f"<thead>{_row(head, 'th')}</thead>" if head else ""
    bodies = "".join(f"<tbody>{''.join(_row(cells, 'td') for cells in rows)}</tbody>" for rows in groups)
    return f"<table>{heads}{bodies}</table>"


def _row(cells: Sequence[str], kind: str) -> str:
    return f"<tr>{''.join(f'<{kind}>{escape(cell)}</{kind}>' for cell in cells)}</tr>"
