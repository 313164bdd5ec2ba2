"""Texts that a spreadsheet would take for a formula, and run: kept from it by an apostrophe before them."""

from __future__ import annotations

import re

_TAKEN_FOR_A_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_KEPT_FROM_BEING_A_FORMULA = re.compile(r"'+[=+\-@\t\r]")


def without_formula(text: str) -> str:
    """Return `text`, behind an apostrophe if a spreadsheet would take it for a formula.

    Examples
    --------
    >>> without_formula("=1+1"), without_formula("a=1")
    ("'=1+1", 'a=1')
    """
    return f"'{text}" if _TAKEN_FOR_A_FORMULA.match(text) else text


def with_formula(text: str) -> str:
    """Return what `without_formula` was given.

    Examples
    --------
    >>> with_formula("'=1+1"), with_formula("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if _KEPT_FROM_BEING_A_FORMULA.match(text) else text
