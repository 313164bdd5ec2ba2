"""How epochs and names are written in a chart."""

from __future__ import annotations

import html
import math


def epoch_text(epoch: int) -> str:
    """Return an epoch with commas between the thousands.

    Examples
    --------
    >>> epoch_text(15000)
    '15,000'
    """
    return f"{epoch:,}"


def decimals_for(largest: float) -> int:
    """Return how many decimals show two digits of a number of this size, and never fewer than two decimals.

    Examples
    --------
    >>> decimals_for(10.09), decimals_for(0.87), decimals_for(0.0042)
    (2, 2, 4)
    """
    if largest <= 0 or not math.isfinite(largest):
        return 2
    return min(12, max(2, 1 - math.floor(math.log10(largest))))


def plain(name: str) -> str:
    """Return a name that Plotly shows as it was typed, though it may look like HTML or like a template.

    Examples
    --------
    >>> plain("<b>%{x}")
    '&lt;b&gt;%&#123;x}'
    """
    return html.escape(name, quote=False).replace("%{", "%&#123;")


def shortened(name: str, most: int) -> str:
    """Return a name cut to at most `most` characters, the last of them an ellipsis if something was cut.

    Examples
    --------
    >>> shortened("input 1", 10), shortened("neighbourhood", 8)
    ('input 1', 'neighbo…')
    """
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def lower_first(label: str) -> str:
    """Return a label as it stands inside a sentence; abbreviations such as MAE or R² keep their capitals.

    Examples
    --------
    >>> lower_first("Mean absolute error"), lower_first("MAE"), lower_first("R²")
    ('mean absolute error', 'MAE', 'R²')
    """
    return label[:1].lower() + label[1:] if label[1:2].islower() else label
