"""Keep a formula in a running text together where it would be misread if a line broke there."""

from __future__ import annotations

import re

NO_BREAK = "\N{NO-BREAK SPACE}"

WORD_JOINER = "\N{WORD JOINER}"
"""Of no width: no line breaks there, though it might."""

_WHERE_A_LINE_MIGHT_BREAK = re.compile(r"(?<=−)(?=\()|(?<=/)(?=\S)")
_BEHIND_A_SIGN = re.compile(r"(?<=[−+·/×=½Σ]) ")


def unbroken_formula(text: str) -> str:
    r"""Return a formula in which a line may break in front of a sign alone, and nowhere within brackets or bars.

    Examples
    --------
    >>> unbroken_formula("½ (y − t)² + 2 · w").replace(NO_BREAK, "_")
    '½_(y_−_t)² +_2 ·_w'
    >>> unbroken_formula("Σ |y − t| over").replace(NO_BREAK, "_")
    'Σ_|y_−_t| over'
    >>> unbroken_formula("(½ e² up to e = |y − t| = 1, then e − ½)").count(" ")
    0
    >>> unbroken_formula("−(t log y), 1/K, ∂L/∂y").replace(WORD_JOINER, "#")
    '−#(t\xa0log\xa0y), 1/#K, ∂L/#∂y'
    """
    kept, depth, is_in_bars = [], 0, False
    for sign in _BEHIND_A_SIGN.sub(NO_BREAK, text):
        depth += (sign == "(") - (sign == ")")
        is_in_bars ^= sign == "|"
        kept.append(NO_BREAK if sign == " " and (depth > 0 or is_in_bars) else sign)
    return _WHERE_A_LINE_MIGHT_BREAK.sub(WORD_JOINER, "".join(kept))
