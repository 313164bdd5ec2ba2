"""A number as one reads it in a sentence or beside an axis."""

from __future__ import annotations

_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
# Between a number and its power of ten no line breaks.
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def number_text(value: float, significant: int = 3) -> str:
    """Return a number as one reads it: plain from a millionth to ten millions, as a power of ten beyond.

    Parameters
    ----------
    value : float
        Any number but one that is none.
    significant : int
        How many digits count. Zeros at the end are left out, and so are no digits before the decimal point.

    Examples
    --------
    >>> number_text(0.00123456), number_text(-12345.6), number_text(0.0)
    ('0.00123', '−12,346', '0')
    >>> number_text(4.56e-9).split()  # no-break spaces
    ['4.56', '·', '10⁻⁹']
    """
    if value in (float("inf"), float("-inf")):
        return "∞" if value > 0 else "−∞"
    if value == 0:
        return "0"
    mantissa, exponent_digits = f"{abs(value):.{significant - 1}e}".split("e")
    exponent = int(exponent_digits)
    sign = "−" if value < 0 else ""
    if -6 <= exponent < 7:
        digits = f"{abs(value):,.{max(0, significant - 1 - exponent)}f}"
        return sign + _without_end_zeros(digits)
    power = f"10{str(exponent).translate(_SUPERSCRIPTS)}"
    leading = _without_end_zeros(mantissa)
    return sign + (power if leading == "1" else f"{leading}{NO_BREAK_SPACE}·{NO_BREAK_SPACE}{power}")


def sentence_number(value: float) -> str:
    """Return a number as it stands in a sentence about a setting or a table: six digits that count.

    Examples
    --------
    >>> sentence_number(0.1), sentence_number(-2.5), sentence_number(1e200), sentence_number(float("inf"))
    ('0.1', '−2.5', '10²⁰⁰', '∞')
    """
    return number_text(value, 6)


def counted(count: int, noun: str) -> str:
    """Return how many of something there are, for a sentence.

    Examples
    --------
    >>> counted(1, "row"), counted(2_000, "epoch")
    ('1 row', '2,000 epochs')
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _without_end_zeros(digits: str) -> str:
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
