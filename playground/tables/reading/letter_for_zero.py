"""A letter O that stands where a zero is meant: "1.7O" is 1.70 with a slip, and has no unit that is called O."""

from __future__ import annotations

import re

from nncore.data.number_parsing import Marks, Unreadable, read_number

_ZEROS = str.maketrans("Oo", "00")
_letter = re.compile("[Oo]").search
# "0o17" is a number to another base.
_may_be_a_slip = re.compile(r"[+\-−]?(?!0[Oo])[\d.,Oo]*\d[\d.,Oo]*").fullmatch


def letter_for_zero(text: str, marks: Marks) -> Unreadable | None:
    """Return why a text is no number that would be one with a zero for each letter O; None if it would be none, or is one.

    Examples
    --------
    >>> letter_for_zero("1.7O", Marks())
    Unreadable(reason='has the letter O in place of a zero', mend='Write 1.70')
    >>> letter_for_zero("O", Marks()), letter_for_zero("170", Marks()), letter_for_zero("5 o", Marks())
    (None, None, None)
    """
    plain = text.strip()
    letter = _letter(plain)
    if letter is None or not _may_be_a_slip(plain):
        return None
    meant = plain.translate(_ZEROS)
    if not isinstance(read_number(meant, marks), float):
        return None
    return Unreadable(f"has the letter {letter[0]} in place of a zero", f"Write {meant}")
