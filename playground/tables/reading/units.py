"""A sign or unit at a number: "5 kg", "€ 12", "50 %"."""

from __future__ import annotations

import re

_CURRENCY = (
    "[$＄€£¥￥₹₽₩₺₴₪₫₱฿]|(?:R|US|A|AU|C|CA|NZ|HK|NT|S)[$]|Rs[.]?|S?Fr[.]?|kr[.]?|zł|Kč|Ft|руб[.]?|元|円"
    "|(?:EUR|USD|GBP|CHF|JPY|CNY|INR|SEK|NOK|DKK|PLN|CZK|HUF|RUB|TRY|BRL|MXN|CAD|AUD|NZD|ZAR|SGD|HKD|KRW)"
)
_NUMBER = r"[\d.,٫](?:[\d.,٫٬'’_ \u00a0\u2009\u202f]*[\d.,])?(?:[eE][+-]?\d+|[.,](?:--?|[–—]))?"
# A digit stands behind a length or a time: "2 m3" has a unit, and "2a3" is a code.
_LETTERS = r"[A-Za-zµμΩ²³/·^*]{0,7}(?:m|ft|in|yd|mi|s)[23]|(?![¹²³¼-¾⁰-⁹⅐-⅟])[^\W\d_](?:[^\W\d_]|[/·^*]){0,11}[.]?"
_BEFORE = re.compile(rf"(?P<sign>[+\-−]?)\s*(?P<unit>{_CURRENCY})\s*(?P<number>[+\-−]?{_NUMBER})")
_AFTER = re.compile(
    rf"(?P<number>[+\-−]?\s?{_NUMBER})\s*(?P<unit>[%％٪‰°]|{_CURRENCY}|°[CF]|(?![eE][+-]?\d){_LETTERS})"
)
_exponent_before_letters = re.compile(r"\d+[eE]\d+[A-Za-z].*").fullmatch
_of_another_base = re.compile(r"[+\-−]?0[xXbBoO][0-9A-Fa-f]+").fullmatch
_currency = re.compile(_CURRENCY).fullmatch
_begins_with_currency = re.compile(rf"(?:{_CURRENCY})[^A-Za-z]").match
_PERCENT = "％٪"
"""As other scripts write it."""

LONGEST_NUMBER = 60
"""Characters; what is longer is no number with a unit."""


def without_unit(text: str) -> tuple[str, str]:
    """Return the number that a text writes beside a unit, and the unit; the text itself and "" if there is no unit.

    Examples
    --------
    >>> without_unit("5 kg"), without_unit("-€12"), without_unit("50%"), without_unit("1e5"), without_unit("(5 €)")
    (('5', 'kg'), ('-12', '€'), ('50', '%'), ('1e5', ''), ('(5)', '€'))
    """
    plain = text.strip()
    if len(plain) > LONGEST_NUMBER or not plain or (plain[0].isalpha() and not _begins_with_currency(plain)):
        return text, ""
    if plain[0] == "(" and plain[-1] == ")":
        number, unit = without_unit(plain[1:-1])
        return (f"({number})", unit) if unit else (text, "")
    before = _BEFORE.fullmatch(plain)
    if before:
        return before["sign"] + before["number"], before["unit"]
    after = _AFTER.fullmatch(plain)
    # "4e2f" is a code, and "0xFF" a number that is written otherwise.
    if after is None or _exponent_before_letters(plain) or _of_another_base(plain):
        return text, ""
    return after["number"], "%" if after["unit"] in _PERCENT else after["unit"]


def is_currency(unit: str) -> bool:
    """Return whether a unit is a sign or code of money, which accounts write at the first number of a column alone."""
    return _currency(unit) is not None
