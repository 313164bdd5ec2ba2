"""Which sign stands between the cells of a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from nncore.data.number_parsing import Marks, read_number
from nncore.data.number_refusal import shown
from nncore.data.number_shape import mark_in_doubt, plain_text, written_number
from playground.tables.reading.codes import is_telephone
from playground.tables.reading.cutting import CutError, cut, is_fenced, lines_of, open_quote
from playground.tables.reading.gaps import is_gap
from playground.tables.reading.reading import Choice, Question
from playground.tables.reading.survey import LONGEST_NUMBER, is_number
from playground.tables.reading.units import without_unit

SEPARATORS = ("\t", ";", ",", "|", " ")
"""In the order in which they are taken where several would do."""

_SAMPLE_CHARACTERS = 60_000
_SAMPLE_ROWS = 200
_ENOUGH_OF_ONE_WIDTH = 0.6
_ENOUGH_AS_WIDE_AS_FIRST = 0.4
_ENOUGH_BETWEEN_SPACES = 0.5
_ENOUGH_AMONG_WORDS = 0.3
_SIGN_WORDS = {",": "comma", " ": "space"}


@dataclass(frozen=True)
class _Cutting:
    separator: str
    width: int
    of_one_width: float
    numbers: float
    titles: int = 0
    """Lines above the table that it does not cut."""

    @property
    def merit(self) -> tuple[float, float, int]:
        return round(self.of_one_width, 1), round(self.numbers, 1), -SEPARATORS.index(self.separator)


def separator_of(text: str, decimal: str | None, thousands: str | None) -> tuple[str, Question | None]:
    r"""Return what stands between the cells of a text, and what is to be asked if it may be something else.

    Parameters
    ----------
    text : str
        The table; its beginning is looked at.
    decimal, thousands : str or None
        What is known of its numbers: a comma in them is not one between cells.

    Examples
    --------
    >>> separator_of("1;2,5\n3;4,5", None, None)
    (';', None)
    >>> separator, question = separator_of("1,0\n2,0", None, None)
    >>> separator, [choice.words for choice in question.choices]
    (',', ['2 columns: "1" and "0"', 'one column: "1,0" is 1.0'])
    """
    sample = _sample(text)
    cuttings = [cutting for cutting in (_cutting(text, sample, sign) for sign in SEPARATORS) if cutting is not None]
    if not cuttings:
        return _separator_of_ragged_lines(sample), None
    best = max(cuttings, key=lambda cutting: cutting.merit)
    alike = [cutting for cutting in cuttings if _cuts_all_alike(cutting, among=cuttings)]
    # A bar, tab or semicolon that cuts all lines alike is none of a cell's; a comma may be one of a number's.
    sure = next((cutting for cutting in alike if cutting.separator in "\t;|"), None)
    if sure is not None and (
        best.separator == " " or (best.separator == "," and _holds_commas_in_numbers(sample, sure))
    ):
        best = sure
    if best.titles and best not in alike:  # what it does not cut is no title where another sign cuts more lines alike
        best = max(alike, key=lambda cutting: cutting.merit, default=best)
    lines = [line.strip() for line in lines_of(sample) if line.strip()]
    has_name = len(lines) > 1 and best.separator not in lines[0] and not is_number(lines[0])
    lines = lines[has_name:]
    if best.separator == " " and all(map(is_telephone, lines)):
        return "", None
    lines = [line for line in lines if not is_gap(line, among_numbers=True)]
    numbers = _without_their_unit(lines)
    is_in_a_number = any(best.separator in line for line in lines)  # rather than in gaps alone
    if best.separator not in _SIGN_WORDS or not is_in_a_number or not _are_numbers(numbers):
        return best.separator, None
    if best.separator in (decimal, thousands):
        return "", None
    if best.separator == "," and (decimal is not None or thousands is not None):
        return best.separator, None
    is_before_unit = not any(best.separator in number for number in numbers)
    guess = 1 if has_name or best.of_one_width < 1 or is_before_unit or all(map(_is_of_thousands, numbers)) else 0
    asked = next(pair for pair in zip(lines, numbers, strict=True) if best.separator in pair[0])
    return ("" if guess else best.separator), _question(best.separator, *asked, guess)


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE_CHARACTERS:
        return text
    beginning = text[:_SAMPLE_CHARACTERS]
    end = max(beginning.rfind("\n"), beginning.rfind("\r"))
    return beginning[:end] if end > 0 else beginning


def _cutting(text: str, sample: str, separator: str) -> _Cutting | None:
    """Return how a text looks when it is cut at `separator`, or None if that makes no table of it."""
    if separator not in sample:
        return None
    try:
        cut_rows = cut(sample, separator, quotes=not open_quote(text, separator))
        rows = list(islice((row for row in cut_rows if any(map(str.strip, row))), _SAMPLE_ROWS))
    except CutError:
        return None
    if not rows:
        return None
    titles = 0
    while len(rows) > 1 and len(rows[0]) == 1:
        rows, titles = rows[1:], titles + 1
    if separator == " " and titles > len(rows):  # words, of which some hold several
        return None
    (width, count), *_ = Counter(map(len, rows)).most_common(1)
    of_one_width = count / len(rows)
    numbers = _share_of_numbers(rows[1:] or rows)
    enough = _ENOUGH_BETWEEN_SPACES if separator == " " else 0
    # A first line that is as wide as most is the head of a table, however many rows have a cell too few or too many.
    enough_of_one = _ENOUGH_AS_WIDE_AS_FIRST if len(rows[0]) == width else _ENOUGH_OF_ONE_WIDTH
    if width < 2 or of_one_width < enough_of_one or numbers < enough:
        fenced = separator == "|" and is_fenced(sample)
        return _Cutting(separator, width, 1, numbers) if fenced else None
    return _Cutting(separator, width, of_one_width, numbers, titles)


def _separator_of_ragged_lines(sample: str) -> str:
    """Return the sign at which lines of many lengths are cut: a tab, or one that makes numbers of what is none as it stands."""
    lines = [line.strip(" \r\n") for line in lines_of(sample) if line.strip()][:_SAMPLE_ROWS]
    for sign in SEPARATORS:
        try:
            first, *below = cut("\n".join(lines), sign)
        except (CutError, ValueError):
            continue
        if 2 * sum(len(row) > 1 for row in (first, *below)) < len(lines):
            continue
        are_numbers = [all(map(is_number, filter(str.strip, row))) for row in (first, *below)]
        are_cut = [not is_number(line) for line in lines]
        if sign == "\t" or (all(are_numbers[1:]) and any(are_cut[not are_numbers[0] :])):
            return sign
        of_several = 2 * sum(len(row) > 2 for row in (first, *below)) > len(lines)
        if sign != " " and of_several and _share_of_numbers([first, *below]) >= _ENOUGH_AMONG_WORDS:
            return sign
    return ""


def _holds_commas_in_numbers(sample: str, cutting: _Cutting) -> bool:
    """Return whether every cell with a comma is a number, names aside."""
    rows = [row for row in cut(sample, cutting.separator) if len(row) > 1]
    cells = [cell for row in rows[1:] for cell in row if "," in cell]
    return bool(cells) and all(map(is_number, cells))


def _cuts_all_alike(cutting: _Cutting, among: Sequence[_Cutting]) -> bool:
    """Return whether a sign cuts every line alike, but for the titles that no other one cuts."""
    fewest = min((other.titles for other in among if other.of_one_width == 1), default=0)
    return cutting.of_one_width == 1 and cutting.titles == fewest


def _share_of_numbers(rows: Sequence[Sequence[str]]) -> float:
    cells = [cell for row in rows for cell in row]
    return sum(is_number(cell) or is_gap(cell, among_numbers=True) for cell in cells) / len(cells)


def _without_their_unit(lines: Sequence[str]) -> list[str]:
    """Return lines without the one unit that stands at all the numbers in them; as they are if there are several."""
    numbers, units = zip(*map(without_unit, lines), strict=True) if lines else ((), ())
    return list(numbers if len({*units} - {""}) == 1 else lines)


def _are_numbers(lines: Sequence[str]) -> bool:
    return all(len(line) <= LONGEST_NUMBER and written_number(plain_text(line)) for line in lines)


def _is_of_thousands(line: str) -> bool:
    """Return whether a line looks more like one large number, such as 1,234 or 1 000, than like two."""
    written = written_number(plain_text(line))
    return written is not None and (mark_in_doubt(written) == "," or written["group"] == " ")


def _question(separator: str, line: str, its_number: str, guess: int) -> Question:
    cells = [shown(cell) for row in cut(line, separator) for cell in row]
    several = " and ".join(f'"{cell}"' for cell in cells)
    number = read_number(its_number, Marks(frozenset(","), decided=True))
    is_value = isinstance(number, float) and not _is_of_thousands(its_number)
    one_number = f'"{shown(line)}" is {number}' if is_value else f'"{shown(line)}" is one number'
    choices = (
        Choice(f"{len(cells)} columns: {several}", {"separator": separator}),
        Choice(f"one column: {one_number}", {"separator": ""}),
    )
    sentence = f'Does the {_SIGN_WORDS[separator]} in "{shown(line)}" stand between two cells, or inside one number?'
    return Question("separator", sentence, choices, guess)
