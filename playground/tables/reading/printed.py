"""A table as it was printed or written for print: in LaTeX, between drawn lines, in columns of spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from playground.tables.reading.layout import LayoutError
from playground.tables.reading.survey import is_number

_is_declared_markup = re.compile(r"\s*<(?:!doctype|\?xml).*>\s*", re.IGNORECASE | re.DOTALL).fullmatch
_is_between_tags = re.compile(r"\s*<[a-z][\w:-]*[\s>/].*>\s*", re.IGNORECASE | re.DOTALL).fullmatch
_is_of_page = re.compile(r"\s*(?:\{\|[^\n]*\n|\[table|\[tr\])", re.IGNORECASE).match
"""A wiki's or a forum's."""
_is_address = re.compile(r"\s*(?:https?://\S+|(?:[A-Za-z]:\\|~?/|\.{1,2}/)[^\n,;\t]{1,300}\.\w{1,5})\s*").fullmatch
_latex_matrix = re.compile(r"\\begin\{(?:[bpvBV]?matrix|array|tabular)\}").search
_closes_a_tag = re.compile(r"</[a-z]|/>", re.IGNORECASE).search
# What may begin at many places has a bound, or a text would be looked through anew from each.
_SPACE_BELOW = r"(?:\[[^\]\n]{0,20}\])?"
_IN_BRACES = r"\{(?:[^{}]|\{[^{}]*\})*\}"
_LATEX_ROW_END = re.compile(rf"\\\\{_SPACE_BELOW}")
_latex_line_end = re.compile(rf"\\\\{_SPACE_BELOW}\s*(?:\\[a-z]+(?:\{{[^{{}}]*\}})?\s*)*$").search
_latex_command_alone = re.compile(rf"\s*(?:\\[a-zA-Z]+\*?(?:\[[^\]]*\]|{_IN_BRACES}|\([^)]*\))*\s*)*").fullmatch
_latex_rule = re.compile(
    r"\\(?:hline|toprule|midrule|bottomrule|cline\{[^}\n]{0,20}\}|cmidrule(?:\([^)\n]{0,20}\))?\{[^}\n]{0,20}\})[ \t]*"
)
# A sign behind an even number of backslashes is not escaped: they end a row.
_latex_comment = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*")
_latex_around_cell = re.compile(
    rf"\$(?P<formula>[^$]*)(?<!\\)\$|\\(?:textbf|textit|num)(?P<braces>{_IN_BRACES})"
).fullmatch
_latex_around_matrix = re.compile(r"\\(?:begin|end)\{\w+\}(?:\{[^{}]*\})?|\\[\[\]]|\$\$").sub
_escaped = re.compile(r"\\([&%$#_{}])")
_DRAWN = str.maketrans(
    {
        **dict.fromkeys("│┃║┆┇┊┋╎╏", "|"),
        **dict.fromkeys("─━═", "-"),
        **dict.fromkeys("┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛┏┳┓┣╋┫┗┻┛", "+"),
    }
)
_has_drawn = re.compile("[\u2500-\u257f]").search
_jira_head = re.compile(r"(?m)\A\s*(\|\|[^\n]*\|\|)[ \t]*$").match
_filled = re.compile("[^ ]").sub
_WIDEST = 2_000
"""Characters of a line; a longer one was not printed in columns."""

_MOST_NAMED = 30

_is_rule = re.compile(r"[\s=+-]*").fullmatch


def as_plain_text(text: str) -> str:
    r"""Return a table without what LaTeX, Jira or a terminal have put around its cells; any other text stays as it is.

    Raises
    ------
    LayoutError
        If the text is HTML or XML.

    Examples
    --------
    >>> as_plain_text("\\begin{tabular}{ll}\nx & y \\\\ \\hline\n1 & 0 \\\\\n\\end{tabular}")
    'x\ty\n1\t0'
    >>> as_plain_text("||x||y||\n|1|0|"), as_plain_text("│ x │ y │\n│ 1 │ 0 │")
    ('|x|y|\n|1|0|', '| x | y |\n| 1 | 0 |')
    >>> as_plain_text("<table><tr><td>1</td></tr></table>")
    Traceback (most recent call last):
    playground.tables.reading.layout.LayoutError: The text is HTML or XML. Copy the table as a browser shows it.
    """
    if _is_declared_markup(text) or (_is_between_tags(text) and _closes_a_tag(text)):
        raise LayoutError("The text is HTML or XML. Copy the table as a browser shows it.")
    if _is_of_page(text):
        raise LayoutError("The text is the source of a page. Copy the table as a browser shows it.")
    if _is_address(text):
        raise LayoutError("The text tells where a table is. Open it, copy its cells, and paste them.")
    if "&" in text and r"\\" in text:
        uncommented = _latex_comment.sub(r"\1", text)
        if _latex_matrix(text) or any("&" in line and _latex_line_end(line) for line in uncommented.splitlines()):
            return _without_latex(uncommented)
    if any(sign in text for sign in "│┃║") and all(map(_has_drawn, filter(str.strip, text.splitlines()))):
        return text.translate(_DRAWN)
    head = _jira_head(text)
    return text[: head.start(1)] + head[1].replace("||", "|") + text[head.end(1) :] if head else text


def _without_latex(text: str) -> str:
    rows = []
    for line in _LATEX_ROW_END.split(text):
        row = _latex_rule.sub("", line)
        # What stands alone in a line begins or ends the table.
        row = " ".join(part for part in row.split("\n") if not _latex_command_alone(part))
        row = _latex_around_matrix("", row).strip()
        if row.strip():
            cells = re.split(r"(?<!\\)&", row)
            rows.append("\t".join(map(_latex_cell, cells)))
    return "\n".join(rows)


def _latex_cell(cell: str) -> str:
    cell = " ".join(cell.split())
    while around := _latex_around_cell(cell):
        cell = (around["braces"][1:-1] if around["formula"] is None else around["formula"]).strip()
    return _escaped.sub(r"\1", cell)


def columns_of_spaces(text: str) -> str | None:
    r"""Return a table whose columns are kept apart by two spaces or more, with tabs instead; None if it is no such table.

    A cell may hold single spaces, or nothing: what belongs to a column stands below one another.

    Examples
    --------
    >>> columns_of_spaces("name     age  height\nAnn Lee   31    1.72\nBob             1.80")
    'name\tage\theight\nAnn Lee\t31\t1.72\nBob\t\t1.80'
    >>> columns_of_spaces("1 2\n3 4") is None
    True
    """
    lines = [line.rstrip() for line in text.splitlines() if line.strip() and not _is_rule(line)]
    if len(lines) < 2 or "\t" in text or not all(re.search(r"\S {2,}\S", line) for line in lines):
        return None
    width = max(map(len, lines))
    if width > _WIDEST:
        return None
    filled = 0
    for line in lines:
        filled |= int(_filled("1", line).replace(" ", "0").ljust(width, "0"), 2)
    gaps = [gap.span() for gap in re.finditer("0+", f"{filled:0{width}b}") if gap.start() > 0]
    # One that is one space wide in most lines is chance: their words have a letter count in common.
    wide = [end for start, end in gaps if _is_wide([line[start - 1 : end + 1] for line in lines if start < len(line)])]
    cells = [re.split(" {2,}", line.strip()) for line in lines]
    if len(set(map(len, cells))) == 1 and len(cells[0]) > len(wide) + 1:  # kept apart, but not below one another
        return "\n".join(map("\t".join, cells))
    if not wide:
        return None
    cuts = [0, *wide, width]
    return "\n".join("\t".join(line[start:end].strip() for start, end in pairwise(cuts)) for line in lines)


def rows_with_long_names(text: str) -> str | None:
    r"""Return a table whose rows are called by several words each, with tabs between its cells; None if it is no such table.

    Its first line names the columns, and every other one has as many cells at its end.

    Examples
    --------
    >>> rows_with_long_names("          mpg cyl\nMazda RX4  21   6\nDatsun    22.8  4")
    '\tmpg\tcyl\nMazda RX4\t21\t6\nDatsun\t22.8\t4'
    >>> rows_with_long_names("a b\n1 2") is None
    True
    """
    names, *rows = [line.split() for line in text.splitlines() if line.strip()] or [[]]
    width = len(names)
    lengths = {len(row) for row in rows}
    if "\t" in text or width < 2 or width > _MOST_NAMED or len(lengths) < 2 or min(lengths) <= width:
        return None
    called = [" ".join(row[:-width]) for row in rows]
    if not all(is_number(cell) for row in rows for cell in row[-width:]) or len(set(called)) < len(called):
        return None
    lines = [["", *names], *([name, *row[-width:]] for name, row in zip(called, rows, strict=True))]
    return "\n".join(map("\t".join, lines))


def _is_wide(between: Sequence[str]) -> bool:
    """Return whether two spaces or more stand where a gap between two columns is, in most lines that go on behind it."""
    return 2 * sum("  " in part for part in between) > len(between)
