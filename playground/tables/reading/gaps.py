"""What stands in a cell of which the value is not known."""

from __future__ import annotations

import re

from nncore.data.number_parsing import is_blank

_ALWAYS = frozenset(
    {"na", "n/a", "n.a.", "n. a.", "n.a", "k.a.", "k. a.", "nan", "null", "<na>", "<null>", "(null)", "[null]", "\\n"}
    | {"#n/a", "#n/d", "#nv", "#nd", "?", "??", "(blank)", "(empty)", "(leer)", "not available"}
)
_AMONG_NUMBERS = _ALWAYS | frozenset(
    {
        "-",
        "–",
        "—",
        "−",
        "--",
        "---",
        ".",
        "..",
        "…",
        "...",
        "*",
        "none",
        "nil",
        "missing",
        "unknown",
        "n/d",
        "s/d",
        "nat",
    }
)
# As a spreadsheet shows what cannot be computed, in any of its languages: "#DIV/0!", "#NAME?", "#WERT!", "#¡VALOR!".
is_spreadsheet_error = re.compile(r"#¡?[^\W_][\w/¡]{1,11}[!?]").fullmatch


def is_gap(text: str, *, among_numbers: bool) -> bool:
    """Return whether a cell says nothing; a word such as "none" does among words, and does not among numbers.

    Examples
    --------
    >>> is_gap("NA", among_numbers=False), is_gap("-", among_numbers=True), is_gap("-", among_numbers=False)
    (True, True, False)
    """
    return is_blank(text) or text.strip().casefold() in (_AMONG_NUMBERS if among_numbers else _ALWAYS)
