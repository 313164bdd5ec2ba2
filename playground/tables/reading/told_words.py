"""What is said of a column that is taken as words and perhaps was meant otherwise: dates, other units, other capitals."""

from __future__ import annotations

import re
from collections.abc import Collection

from nncore.data.number_parsing import Unreadable, read_number
from nncore.data.number_refusal import shown
from playground.tables.reading.codes import is_of_letters_and_digits, is_telephone
from playground.tables.reading.gaps import is_gap, is_spreadsheet_error

_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?(?: ?[AaPp]\.?[Mm]\.?)?"
_MONTH = (
    r"(?:jan|feb|f[eé]v|mar|mär|apr|abr|avr|may|mai|mag|maj|jun|juin|giu|jul|juil|lug|aug|ago|août|sept?|set"
    r"|oct|okt|out|ott|nov|dec|dez|déc|dic)[^\W\d_]*\.?"
)
_DAY = (
    rf"\d{{1,4}}([-/.])\d{{1,2}}\1\d{{1,4}}|\d{{4}}年\d{{1,2}}月(?:\d{{1,2}}日)?|\d{{4}}[-/]\d{{1,2}}|\d{{1,2}}/\d{{4}}"
    rf"|(?:\d{{1,2}}\.?[- ]?)?{_MONTH}[- ]?\d{{1,4}}(?:, ?\d{{4}})?"
)
_DATE = re.compile(rf"(?:{_DAY})(?:[ T]{_TIME}.*)?|{_TIME}", re.IGNORECASE)
_MEASURED = re.compile(r"(?P<before>[$€£¥]|[A-Z]{3}(?=\s?[-+−]?\d)|)\s?[-+−]?\d[\d.,'’]*\s?(?P<behind>[^\d\s.,]{0,6})")
_AMOUNT = r"\d+(?:[.,]\d+)?"
_written_otherwise = re.compile(
    rf"[-+−]?(?:0[xXbBoO][\da-fA-F]+|{_AMOUNT} ?[x×*·] ?10.+|{_AMOUNT}(?:[dD]| [eE])[-+−]?\d+|\d* ?[¼½¾⅐-⅞]"
    rf"|(?:{_AMOUNT} ?(?:hr?s?|min|m|s|sec|d|ft|in|lbs?|oz|st|[°′″'\"]) ?)+\d* ?[NSEWO]?)"
).fullmatch
_is_formula = re.compile(r"=\s*[-+(]*(?:\d|[A-Za-z]+\(|\$?[A-Z]{1,3}\$?\d).*").fullmatch
_plain_number = re.compile(r"[-+−]?\d{1,15}(?:[.,]\d{1,15})?").fullmatch
_of_digits_and_signs = re.compile(r"[^\w\s]*\s?\d[\W\d]*").fullmatch


def told_words(begun: str, words: Collection[str]) -> str:
    """Return a sentence on the words of a column; empty if there is nothing to be said.

    Parameters
    ----------
    begun : str
        How the sentence begins: the column.
    words : collection of str
        Each once.

    Examples
    --------
    >>> told_words("Column t", ["yes", "no"]), told_words("Column t", ["yes", "Yes", "no"])
    ('', 'Column t: "yes" and "Yes" differ only in capitals and are two words. Write them alike if they are one.')
    >>> told_words("Column price", ["$12", "€7"])
    'Column price: "$12" and "€7" have different units, so they are taken as words. Write all numbers in one unit.'
    >>> told_words("Column change", ["(5)", "3"])
    'Column change is taken as words: "(5)" cannot be read as one number. Write numbers such as 1.5 if they are amounts.'
    >>> told_words("Column h", ["1h30", "2h15"])
    'Column h is taken as words: "1h30" and "2h15" cannot be read as one number. Write numbers such as 1.5 if they are amounts.'
    >>> told_words("Column day", ["2024-01-05", "2024-02-06"])
    'Column day holds dates or times, and each is taken as a word. Write numbers instead, such as days since the first.'
    """
    if not words:
        return ""
    if all(map(_DATE.fullmatch, words)):
        return f"{begun} holds dates or times, and each is taken as a word. Write numbers instead, such as days since the first."
    units: dict[tuple[str, ...], str] = {}
    for word in words:
        measured = _MEASURED.fullmatch(word)
        if measured is None:
            break
        units.setdefault(measured.groups(), word)
    else:
        if len(units) > 1:
            one, other = [f'"{shown(word)}"' for word in units.values()][:2]
            return f"{begun}: {one} and {other} have different units, so they are taken as words. Write all numbers in one unit."
    return _told_amounts(begun, words) or _told_alike(begun, words) or _told_of_others(begun, words)


def _told_amounts(begun: str, words: Collection[str]) -> str:
    formula = next(filter(_is_formula, words), None)
    if formula is not None:
        what = f'{begun} holds formulas such as "{shown(formula)}", and each is taken as a word'
        return f"{what}. Copy the cells that show its values."
    if all(map(_seems_amount, words)) and any(map(_is_no_number, words)):
        listed = " and ".join(f'"{shown(word)}"' for word in [*filter(_is_no_number, words)][:2])
        return f"{begun} is taken as words: {listed} cannot be read as one number. Write numbers such as 1.5 if they are amounts."
    return ""


def _told_alike(begun: str, words: Collection[str]) -> str:
    alike: dict[str, str] = {}
    for word in words:
        first = alike.setdefault(word.casefold(), word)
        if first != word:
            pair = f'"{shown(first)}" and "{shown(word)}"'
            return f"{begun}: {pair} differ only in capitals and are two words. Write them alike if they are one."
    return ""


def _told_of_others(begun: str, words: Collection[str]) -> str:
    """Return what is said of words that are perhaps none, among others that are."""
    gap = next((word for word in words if is_gap(word, among_numbers=True) or is_spreadsheet_error(word)), None)
    if gap is not None and not {"-", "+"} <= {*words}:
        return (
            f'{begun}: "{shown(gap)}" is taken for a word like the others. If it stands for a gap, empty these cells.'
        )
    numbers = [word for word in words if _plain_number(word)]
    if numbers and len(numbers) < len(words) and not any(map(is_of_letters_and_digits, words)):
        what = f'{begun} is taken as words, and so is "{shown(numbers[0])}" in it'
        return f"{what}. If it holds amounts, write numbers in all its rows."
    return ""


def _seems_amount(word: str) -> bool:
    return bool(_of_digits_and_signs(word) or _written_otherwise(word))


def _is_no_number(word: str) -> bool:
    return not is_telephone(word) and isinstance(read_number(word), Unreadable)
