"""How the name of a column is written in a formula: as it is, or in square brackets where it could mean something else.

A name of letters, digits, "_" and single spaces that begins with a letter or "_" stands as it is: ``input 1 + x_2``. Any
other stands in brackets, ``[sepal length (cm)]``, and a "]" in it is doubled.
"""

from __future__ import annotations

from collections.abc import Sequence

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def belongs_to_a_word(character: str) -> bool:
    """Whether a character may stand inside a name without brackets; raised digits are exponents, though Unicode's digits.

    Examples
    --------
    >>> [belongs_to_a_word(character) for character in "xµ1_₁²·"]
    [True, True, True, True, True, False, False]
    """
    return (character.isalnum() or character == "_") and character not in SUPERSCRIPTS


def needs_brackets(name: str) -> bool:
    """Whether a name must be written in brackets.

    Examples
    --------
    >>> [needs_brackets(name) for name in ("input 1", "x₁", "x²", "2nd", "sepal length (cm)", "a  b")]
    [False, False, True, True, True, True]
    """
    words = name.split(" ")
    return name[:1].isdigit() or not all(word and all(map(belongs_to_a_word, word)) for word in words)


def written_name(name: str) -> str:
    """Return a name as it is written in a formula.

    Examples
    --------
    >>> written_name("input 1"), written_name("a[0]")
    ('input 1', '[a[0]]]')
    """
    return f"[{name.replace(']', ']]')}]" if needs_brackets(name) else name


def name_at(text: str, place: int, names: Sequence[str]) -> str | None:
    """Return the longest of the names that stands at a place of a text without brackets, or None.

    Examples
    --------
    >>> name_at("input 1 + 2", 0, ["input", "input 1", "input 10"])
    'input 1'
    """
    found = [
        name
        for name in names
        if text.startswith(name, place)
        and not needs_brackets(name)
        and not belongs_to_a_word(text[place + len(name) : place + len(name) + 1] or " ")
    ]
    return max(found, key=len, default=None)


def bracketed_name(text: str, place: int) -> tuple[str, int] | None:
    """Return the name whose opening bracket stands at a place, and where its closing bracket ends; None if it has none.

    Examples
    --------
    >>> bracketed_name("2·[a]]b] + 1", 2)
    ('a]b', 8)
    """
    end = place + 1
    while (end := text.find("]", end)) >= 0:
        if text[end + 1 : end + 2] != "]":
            return text[place + 1 : end].replace("]]", "]"), end + 1
        end += 2
    return None
