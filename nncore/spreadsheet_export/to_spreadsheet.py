"""Write a worked update as a workbook with live formulas."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.explanation.line import Line
from nncore.explanation.worked_text import title_of
from nncore.explanation.worked_update import WorkedUpdate
from nncore.spreadsheet_export.cell_formula import cell_formula
from nncore.spreadsheet_export.workbook import Cell, Formula, workbook

WIDTHS = (34.0, 24.0, 70.0, 90.0)
HEAD = ("what", "value", "formula", "note")


def to_spreadsheet(step: WorkedUpdate) -> bytes:
    """Return a worked update as the bytes of an .xlsx file, in which every line is a formula of the cells it comes from.

    Parameters
    ----------
    step : WorkedUpdate

    Returns
    -------
    bytes
        A change in one of the given numbers changes what depends on it, down to the new weight. A neuron with so many
        inputs that no spreadsheet reads its formula has its value alone.

    Examples
    --------
    >>> import nncore
    >>> data = to_spreadsheet(nncore.explain(nncore.articles.single_neuron(), epoch=4, sample=0, parameter=2))
    >>> data[:2]
    b'PK'
    """
    sections = (("Given", step.given), *step.sections)
    cells: dict[str, str] = {}
    bold, row = [1, 3], 3
    for _, lines in sections:
        row += 1
        bold.append(row)
        for line in lines:
            row += 1
            cells[line.name] = f"B{row}"
    rows: list[tuple[Cell, ...]] = [(title_of(step),), (), HEAD]
    for heading, lines in sections:
        rows += [(heading,), *_rows(lines, cells)]
    return workbook(rows, WIDTHS, bold)


def _rows(lines: tuple[Line, ...], cells: dict[str, str]) -> Iterator[tuple[Cell, ...]]:
    for line in lines:
        value = line.value if line.expression is None else Formula(cell_formula(line.expression, cells), line.value)
        yield line.name, value, line.formula or None, line.note or None
