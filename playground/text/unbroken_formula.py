"""Keep a formula in a running text together where it would be misread if a line broke there."""

from __future__ import annotations

import re

NO_BREAK = "\N{NO-BREAK SPACE}"

WORD_JOINER = "\N{WORD JOINER}"
"""Of no width: no line breaks there, though it might."""

_BEHIND_A_SIGN = re.compile(r"(?<=[−+·/×=½Σ]) ")


def unbroken_formula(text: str) -> str:
    """Return a formula in which a line may break in front of a sign alone, and nowhere within brackets or bars.

    Examples
    --------
    >>> unbroken_formula("½ (y − t)² + 2 · w").replace(NO_BREAK, "_")
    '½_(y_−_t)² +_2 ·_w'
    >>> unbroken_formula("1/K Σ |y − t| over").replace(NO_BREAK, "_")
    '1/K Σ_|y_−_t| over'
    >>> unbroken_formula("(½ e² up to e = |y − t| = 1, then e − ½)").count(" ")
    0
    >>> unbroken_formula("−(t log y)").index(WORD_JOINER)
    1
    """
    kept, depth, is_in_bars = [], 0, False
    for sign in _BEHIND_A_SIGN.sub(NO_BREAK, text):
        depth += (sign == "(") - (sign == ")")
        is_in_bars ^= sign == "|"
        kept.append(NO_BREAK if sign == " " and (depth > 0 or is_in_bars) else sign)
    return "".join(kept).replace("−(", f"−{WORD_JOINER}(")
