"""One column of the page's table: what it is called, what it is for, and whether numbers or words stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from nncore.data.number_parsing import Unreadable, format_number, is_blank, read_number
from nncore.errors import TableError, require_known
from nncore.quoting import quoted, shortened
from playground.tables.roles import ROLES
from playground.tables.roles.column_role import ColumnRole

LONGEST_WORD = 100
"""Characters of a word in a column."""

MOST_OFFERED = 5
"""Words that a sentence names."""


@dataclass(frozen=True)
class Column:
    """One column of the table.

    Parameters
    ----------
    name : str
        Any text but spaces; no other column has it.
    role : str
        The name of one of `ROLES`.
    words : tuple of str, optional
        The words that stand in it, in the order of their classes; None if numbers stand in it.

    Raises
    ------
    TableError
        If a part is none; the sentence says what it must be.

    Examples
    --------
    >>> Column("species", "target", ("setosa", "virginica")).kind, Column("petal length").kind
    ('words', 'numbers')
    >>> Column(" ")
    Traceback (most recent call last):
    nncore.errors.TableError: A column must have a name. Got " " instead.
    """

    name: str
    role: str = "input"
    words: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name.strip():
            raise TableError(f"A column must have a name. Got {quoted(self.name)} instead.")
        require_known("role of a column", self.role, ROLES)
        if self.words is not None:
            object.__setattr__(self, "words", _checked_words(self.name, self.words))

    @property
    def kind(self) -> Literal["numbers", "words"]:
        """Whether numbers or words stand in it."""
        return "numbers" if self.words is None else "words"

    @property
    def its_role(self) -> ColumnRole:
        """What it is for."""
        return ROLES[self.role]

    def with_words_of(self, texts: Iterable[str]) -> Column:
        """Return the column with the words that stand in it; those it has keep their order, new ones come behind.

        Where it has none yet, they are in the order of the alphabet, or of their size if all are numbers: then "no" comes
        before "yes", and 0 before 1. Words that are gone go, but for those that a class cannot be told from without.

        Examples
        --------
        >>> Column("answer", "target", ()).with_words_of(["yes", " no ", "yes"]).words
        ('no', 'yes')
        >>> Column("answer", "target", ("yes", "no")).with_words_of(["maybe", "no", "yes"]).words
        ('yes', 'no', 'maybe')
        """
        there = dict.fromkeys(word for text in texts if 0 < len(word := word_of(text)) <= LONGEST_WORD)
        kept = [word for word in self.words or () if word in there]
        new = sorted((word for word in there if word not in kept), key=_order)
        found = (*kept, *new)
        if len(found) < self.its_role.least_words:
            gone = [word for word in self.words or () if word not in found]
            found = tuple(word for word in (*(self.words or ()), *new) if word in found or word in gone[:1])
        return self if found == self.words else replace(self, words=found)

    def read_word(self, text: str) -> float | Unreadable:
        """Return the place of the word in a cell, the first being 0, or why it is none of its words.

        Examples
        --------
        >>> Column("answer", "target", ("no", "yes")).read_word(" yes ")
        1.0
        """
        word, words = word_of(text), self.words or ()
        if len(word) > LONGEST_WORD:
            return Unreadable(f"is too long for a word of up to {LONGEST_WORD} characters", "Write a shorter one")
        if word in words:
            return float(words.index(word))
        offered = [f'"{shortened(known)}"' for known in words[:MOST_OFFERED]]
        more = " or another of its words" if len(words) > MOST_OFFERED else ""
        return Unreadable("stands in no training row", f"Write {' or '.join(offered)}{more}")


def word_of(text: str) -> str:
    """Return the word in a cell, without the spaces around it; a number as this program writes it.

    Examples
    --------
    >>> word_of("  New  York "), word_of("1.0"), word_of("01"), word_of(" ")
    ('New York', '1', '01', '')
    """
    if is_blank(text):
        return ""
    word = " ".join(text.split())
    number = None if _has_leading_zero(word) else read_number(word)
    return word if number is None or isinstance(number, Unreadable) else format_number(number)


def _has_leading_zero(word: str) -> bool:
    # 01 is a code, such as a postcode, and not the number 1.
    return len(word) > 1 and word[0] == "0" and word[1].isdigit()


def _order(word: str) -> tuple[bool, float, str, str]:
    number = read_number(word)
    is_number = not isinstance(number, Unreadable)
    return not is_number, number if isinstance(number, float) else 0.0, word.casefold(), word


def _checked_words(name: str, words: object) -> tuple[str, ...]:
    listed = list(words) if isinstance(words, list | tuple) else [None]
    fine = all(isinstance(word, str) and word.strip() and len(word) <= LONGEST_WORD for word in listed)
    if not fine or len(set(listed)) != len(listed):
        wanted = f"different texts of 1 to {LONGEST_WORD} characters"
        raise TableError(f"The words of {quoted(name)} must be {wanted}. Got {quoted(words)} instead.")
    return tuple(str(word) for word in listed)
