"""What stands around the lines of a table where it was copied from: comments, prompts, bullets, what a program adds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nncore.data.number_refusal import shown
from playground.tables.problem import Problem
from playground.tables.reading.cutting import lines_of
from playground.tables.reading.layout import LayoutError
from playground.tables.reading.survey import is_number

_MOST_TOLD = 3
_MOST_LINES_ABOVE = 6
"""The rows, so that a line of types is one."""

_SEPARATORS = "\t;,|"

_may_be_wrapped = re.compile(
    r"(?m)^[^\S\n]*(?:```|~~~|[#>%$*•‣◦·(…⋮│]|-[ \t]|//|\[\d|\.\.|\d+[.):]\s|shape:|Name:|dtype:|In ?\[|Out\[|\d+ rows?\b|\d+×\d"
    r"|<\w+>|\[,1|[A-Za-z]\w* ?=[ \t]*$|\w+(?:>|=[#>]) )"
).search
_is_added = re.compile(
    r"```\w*|~~~\w*|\[\d+ rows x \d+ columns\]|\(\d+ rows?\)|\d+ rows? in set.*|shape: \(\d+, ?\d+\)|# A tibble: .*"
    r"|\d+×\d+ (?:DataFrame|Matrix|Array).*|(?:Name: .*, )?(?:Length: \d+, )?dtype: \w+|[A-Za-z]\w* ?=|\[\d+ rows\]"
    r"|\$ [a-z]+ \S.*|\w+(?:>|=[#>]) .*;|(?:>>>|In ?\[\d*\]:|Out\[\d+\]:)(?: [^\[({]*)?|(?:\[,\d+\]\s*)+"
).fullmatch
_is_of_types = re.compile(
    r"[\s│┆|]*(?:(?:<\w+>|[fiu](?:8|16|32|64)|str|bool|String|Float64|Int64|---)[\s│┆|]*)+"
).fullmatch
_is_shortened = re.compile(
    r"[\s│┆|]*(?:\.{2,3}|…|⋮)(?:[\s│┆|]+(?:\.{2,3}|…|⋮))*[\s│┆|]*|# (?:…|ℹ) .*more rows?.*"
).fullmatch
_has_left_out_column = re.compile(r"(?:^|\s)\.\.\.(?:\s|$)").search
_is_comment = re.compile(r"(?:#|//|%[ %])").match
_BEGINNINGS = (
    ("> ", re.compile(r"> ?").match),
    ("- ", re.compile(r"[-*•‣◦·] +(?=\S+[ \t,;]|[^\W\d])").match),
    ("[1,]", re.compile(r"\[\d+,\] *").match),
    ("1.", re.compile(r"(\d+)[.):] +(?=\S+[\s,;])").match),
)
_in_quotes = re.compile(r'"[^"]*"').sub
_has_dot_behind = re.compile(r"\d[.):] .*\d\.(?:\s|$)").match
_of_vector = re.compile(r"\[\d+\] +").match

SHORTENED_PRINT = (
    'Rows or columns are missing where "..." stands: a program has left them out when it printed the table. Print all of it, '
    "or save it as CSV."
)


def unwrapped(text: str) -> tuple[str, list[Problem]]:
    r"""Return the lines of a table without what was put around them, and what is said of that.

    Raises
    ------
    LayoutError
        If a program that printed the table has left rows or columns out.

    Examples
    --------
    >>> table, notes = unwrapped("```\nx,t\n1,0\n```")
    >>> table, notes[0].sentence
    ('x,t\n1,0\n', 'The line "```" is left out.')
    >>> unwrapped("# x t\n1 0\n2 1")[0], unwrapped("- 1, 0\n- 2, 1")[0]
    ('x t\n1 0\n2 1', '1, 0\n2, 1')
    >>> unwrapped("[1] 0.5 1\n[3] 2")[0]
    '0.5\n1\n2'
    """
    if not _may_be_wrapped(text):
        return text, []
    lines = list(lines_of(text))
    outside = _outside_of_quotes(lines)
    of_brackets = "[[" in text  # told in the words of who has printed it
    if not of_brackets and any(
        is_outside and _is_shortened(line.strip()) for line, is_outside in zip(lines, outside, strict=True)
    ):
        raise LayoutError(SHORTENED_PRINT)
    kept, notes = _without_added(lines, outside)
    if not of_brackets and len(kept) > 2 and all(_has_left_out_column(line) for line in kept if line.strip()):
        raise LayoutError(SHORTENED_PRINT)
    kept, said = _without_beginnings(kept)
    return "".join(kept), [*notes, *said]


def line_left_out(line: str) -> Problem:
    """Return what is said of a line that belongs to no table.

    Examples
    --------
    >>> line_left_out("import numpy as np").sentence
    'The line "import numpy as np" is left out.'
    """
    return Problem(None, None, line, f'The line "{shown(line)}" is left out.')


def _outside_of_quotes(lines: Sequence[str]) -> list[bool]:
    """Return for each line whether it begins outside of a cell in quotation marks."""
    outside, is_outside = [], True
    for line in lines:
        outside.append(is_outside)
        is_outside ^= line.count('"') % 2 == 1
    return outside


def _without_added(lines: Sequence[str], outside: Sequence[bool]) -> tuple[list[str], list[Problem]]:
    """Return the lines that belong to a table, and a note on those that do not."""
    comments = [is_outside and bool(_is_comment(line.strip())) for line, is_outside in zip(lines, outside, strict=True)]
    has_others = sum(bool(line.strip()) for line in lines) - sum(comments) > 1
    kept: list[str] = []
    left_out: list[str] = []
    below = ""
    for place in range(len(lines) - 1, -1, -1):
        line, stripped = lines[place], lines[place].strip()
        is_of_types = place < _MOST_LINES_ABOVE and _is_of_types(stripped) and stripped.strip("-|│┆ ")
        if outside[place] and (_is_added(stripped) or is_of_types):
            left_out.append(stripped)
            continue
        if comments[place] and has_others:
            line = _as_names(line, below or _above(lines[:place]))
            if not line:
                left_out.append(stripped)
                continue
        kept.append(line)
        below = line if stripped else below
    return kept[::-1], _told(left_out[::-1])


def _above(lines: Sequence[str]) -> str:
    return next((line for line in reversed(lines) if line.strip()), "")


def _as_names(comment: str, below: str) -> str:
    """Return a line that begins as comments do as the names above the next one or as a row, or "" if it is a comment."""
    comment_outside, below_outside = (_in_quotes("", line) for line in (comment, below))
    if any(
        sign in comment_outside and comment_outside.count(sign) == below_outside.count(sign) for sign in _SEPARATORS
    ):
        return comment
    words, cells = comment.split(), below.split()
    if any(map(is_number, words)) or not any(map(is_number, cells)):
        return ""
    if len(words) == len(cells) > 1:
        return comment
    if len(words) - 1 == len(cells) > 1 and words[0] in ("#", "%", "//"):
        return comment.lstrip().removeprefix(words[0]).lstrip()
    return ""


def _told(left_out: Sequence[str]) -> list[Problem]:
    each = list(dict.fromkeys(left_out))
    notes = list(map(line_left_out, each[:_MOST_TOLD]))
    more = len(each) - _MOST_TOLD
    if more > 0:
        listed = f"{more:,} more such line{'' if more == 1 else 's'}"
        notes.append(
            Problem(None, None, "\n".join(each[_MOST_TOLD:]), f"{listed} of comments are left out.".capitalize())
        )
    return notes


def _without_beginnings(lines: Sequence[str]) -> tuple[list[str], list[Problem]]:
    """Return lines without the bullet, number or sign that each begins with."""
    filled = [line for line in lines if line.strip()]
    if filled and all(_of_vector(line.lstrip()) for line in filled):
        cells = [cell for line in filled for cell in line.split()[1:]]
        return ["\n".join(cells)], [
            Problem(None, None, "", 'The "[1]" before each line is left out: R numbers its lines like that.')
        ]
    for called, begins in _BEGINNINGS:
        found = [begins(line.lstrip()) for line in filled]
        if len(found) < 2 or not all(found[1:]) or (found[0] is None and called not in ("1.", "[1,]")):
            continue
        if called == "1." and not _counts([match[1] for match in found if match], filled):
            continue
        first = next(match.group() for match in found if match).strip()
        without = [line.lstrip()[len(match.group()) if (match := begins(line.lstrip())) else 0 :] for line in lines]
        return without, [Problem(None, None, first, f'The "{first}" with which the lines begin is left out.')]
    return list(lines), []


def _counts(numbers: Sequence[str], lines: Sequence[str]) -> bool:
    """Return whether lines begin with 1, 2, 3, and their cells do not end in dots as those numbers do."""
    counted = [int(number) for number in numbers if len(number) < 10]
    in_order = counted == list(range(counted[0], counted[0] + len(numbers))) if counted else False
    return in_order and counted[0] in (0, 1) and len(lines) > 2 and not any(map(_has_dot_behind, lines))
