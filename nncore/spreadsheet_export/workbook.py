"""Write a workbook of one sheet: the few parts of an .xlsx file that every spreadsheet program wants, zipped.

Source: ECMA-376, *Office Open XML File Formats*, part 1, chapter 18 (SpreadsheetML).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import isfinite
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
    '<sheet name="Update" sheetId="1" r:id="rId1"/></sheets><calcPr fullCalcOnLoad="1"/></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
    f'Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}
_BOLD = 1

LONGEST_TEXT, LONGEST_FORMULA = 32_767, 8_192
"""Signs in a cell: of a longer text the end is left out, and of a longer formula its value alone is written.

Source: Microsoft, "Excel specifications and limits".
"""


@dataclass(frozen=True)
class Formula:
    """What a cell computes, without the sign of equality, and what comes out."""

    text: str
    value: float


Cell = str | float | Formula | None


def workbook(rows: Iterable[Sequence[Cell]], widths: Sequence[float], bold: Iterable[int] = ()) -> bytes:
    """Return the bytes of a workbook with one sheet.

    Parameters
    ----------
    rows : iterable of rows
        Each a text, a number, a `Formula` or None for each column.
    widths : sequence of float
        Of the columns, in characters.
    bold : iterable of int
        The rows in bold, the first being 1.

    Examples
    --------
    >>> data = workbook([["weight", 2.0], ["twice", Formula("2*B1", 4.0)]], widths=[10, 10])
    >>> sheet = ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    >>> '<c r="B2" s="0"><f>2*B1</f><v>4.0</v></c>' in sheet
    True
    """
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in {**_PARTS, "xl/worksheets/sheet1.xml": _sheet(rows, widths, set(bold))}.items():
            # With a date of its own, so that the same update gives the same file.
            archive.writestr(ZipInfo(name, (2000, 1, 1, 0, 0, 0)), _HEAD + content, ZIP_DEFLATED)
    return made.getvalue()


def _sheet(rows: Iterable[Sequence[Cell]], widths: Sequence[float], bold: set[int]) -> str:
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(widths, start=1)
    )
    lines = []
    for number, row in enumerate(rows, start=1):
        style = _BOLD if number in bold else 0
        cells = "".join(_cell(f"{chr(65 + place)}{number}", cell, style) for place, cell in enumerate(row))
        lines.append(f'<row r="{number}">{cells}</row>')
    return f'<worksheet xmlns="{_MAIN}"><cols>{columns}</cols><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _cell(place: str, cell: Cell, style: int) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in cell)
        text = text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"
        return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
    formula = f"<f>{escape(cell.text)}</f>" if isinstance(cell, Formula) and len(cell.text) < LONGEST_FORMULA else ""
    value = cell.value if isinstance(cell, Formula) else cell
    if not isfinite(value):
        # A cell holds no infinity: it shows what a spreadsheet shows where a number is too large.
        return f'<c r="{place}" s="{style}" t="e">{formula}<v>#NUM!</v></c>'
    return f'<c r="{place}" s="{style}">{formula}<v>{float(value)!r}</v></c>'
