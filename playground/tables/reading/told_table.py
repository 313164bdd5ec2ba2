"""What is said of a table that was read, beyond its cells: what was left out, and what is perhaps meant otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nncore.data.number_parsing import format_number
from nncore.data.number_refusal import shown
from nncore.named_rows import named_rows
from playground.tables.problem import Problem
from playground.tables.reading.layout import Layout
from playground.tables.reading.told_words import told_words
from playground.tables.reading.units import is_currency
from playground.tables.reading.values import TableValues, column_called

_STAND_FOR_GAPS = tuple(sign * (10**digits - 1) for digits in (2, 3, 4, 5, 6) for sign in (-1, 1))
"""99, 999, 9999: what nobody has measured is often written so."""

_BEYOND_OTHERS = 5
"""Times as far from 0 as every other number of a column: it stands for something else."""

_LEAST_ROWS_CALLED = 4
"""Fewer words may all be different by chance."""

_is_name_of_a_count = re.compile(
    r"#|n|no\.?|nr\.?|num(?:ber)?|id|idx|index|row(?:[ _]?(?:id|names?|no\.?|nr\.?|number))?|obs(?:ervation)?"
    r"|unnamed: ?0|column \d+|№",
    re.IGNORECASE,
).fullmatch
"""What people and programs call the column that numbers the rows."""

_is_total = re.compile(
    "(?:(?:grand |sub)?total|totals|sums?|mean|average|summe|gesamt|insgesamt|mittelwert|durchschnitt|somme|totaux|moyenne"
    "|totale|somma|media|soma|suma|média|promedio|totaal|som|gemiddelde|razem|średnia|celkem|součet|toplam|ortalama"
    "|итого|всего|сумма|среднее|合计|总计|平均|合計|합계|المجموع) ?:?",
    re.IGNORECASE,
).fullmatch


def of_the_whole(layout: Layout, values: TableValues) -> Iterator[Problem]:
    """Yield what was left out above a table, and that a quotation mark is open or there are no rows."""
    for title in layout.titles:
        sentence = f'The line "{shown(title)}" stands above the table and is left out.'
        yield Problem(None, None, title, sentence, is_note=True)
    if not layout.quotes:
        what = "A quotation mark opens a cell and none closes it"
        yield Problem(
            None, None, '"', f"{what}: the text is read as if quotation marks were letters. Delete or close it."
        )
    if not values.rows:
        yield Problem(None, None, "", "The text has names of columns, but no rows. Paste the rows, too.")


def _of_unit(unit: str, without: Sequence[int]) -> str:
    """Return what is said of the unit of a column: accounts write that of money at the first number alone."""
    left_out = f'"{unit}" at its numbers is left out'
    if not without or is_currency(unit):
        return f"{left_out}."
    return f'{left_out}; {named_rows(without)} {"has" if len(without) == 1 else "have"} no "{unit}".'


def of_columns(values: TableValues) -> Iterator[Problem]:
    """Yield which columns are empty, which unit was left out, and which are perhaps no words."""
    for place, column in enumerate(values.columns) if values.rows else ():
        begun = f"C{column_called(column.name)[1:]}"
        if column.kind == "empty":
            yield Problem(None, column.name, "", f"{begun} is empty. Fill it in, or leave it out.")
        elif column.kind == "number" and column.unit:
            without = values.without_unit.get(place, ())
            told = f"{begun}: {_of_unit(column.unit, without)}"
            yield Problem(None, column.name, column.unit, told, is_note=not without)
        elif column.kind == "word":
            cells = (row[place] for row in values.rows)
            sentence = told_words(begun, dict.fromkeys(cell for cell in cells if isinstance(cell, str)))
            if sentence:
                yield Problem(None, column.name, "", sentence)


def of_the_rows(values: TableValues, *, has_names: bool) -> Iterator[Problem]:
    """Yield what is perhaps meant otherwise: a total below the rows, a table on its side, a number that stands for a gap.

    Parameters
    ----------
    values : TableValues
    has_names : bool
        Whether a line of names stands above the rows.
    """
    if len(values.rows) < 2:
        return
    last = next((cell for cell in values.rows[-1] if isinstance(cell, str)), "")
    is_new = not any(last in row for row in values.rows[:-1])
    if _is_total(last) and is_new and len(values.columns) > 1:
        what = (
            f'Row {len(values.rows):,}, "{shown(last)}", seems to be made of the rows above it, and is learnt like them'
        )
        yield Problem(None, None, last, f"{what}. Delete it if it is.")
    if not has_names and _lies_on_its_side(values):
        what = "The names seem to stand in the first column"
        yield Problem(
            None, None, "", f"{what}. If each line is a column, turn the table in a spreadsheet before you paste it."
        )
    if has_names and len(values.columns) > 1 and len(values.rows) >= _LEAST_ROWS_CALLED:
        yield from _of_row_names(values)
    for place, column in enumerate(values.columns):
        numbers = [row[place] for row in values.rows] if column.kind == "number" else []
        sign = _stands_for_gap([number for number in numbers if isinstance(number, float)])
        if sign is not None:
            what = f"C{column_called(column.name)[1:]}: {format_number(sign)} is far from all its other numbers"
            yield Problem(None, column.name, "", f"{what}. If it stands for a gap, empty these cells.")


def _of_row_names(values: TableValues) -> Iterator[Problem]:
    """Yield that the first column numbers the rows, or calls each by a name of its own: from that there is nothing to learn."""
    column = values.columns[0]
    cells = [row[0] for row in values.rows]
    begun = f"C{column_called(column.name)[1:]}"
    mend = "Make it ignored, under Columns, unless that is meant."
    counted = isinstance(cells[0], float) and cells == [cells[0] + step for step in range(len(cells))]
    if counted and cells[0] in (0, 1) and _is_name_of_a_count(column.name):
        yield Problem(None, column.name, "", f"{begun} only numbers the rows, and would be learnt from. {mend}")
    elif column.kind == "word" and None not in cells and len(set(cells)) == len(cells):
        what = f"{begun} calls each row by a word of its own, so it says nothing of any other row"
        yield Problem(None, column.name, "", f"{what}. {mend}")


def _lies_on_its_side(values: TableValues) -> bool:
    first, *others = values.columns
    names = [row[0] for row in values.rows]
    return (
        first.kind == "word"
        and len(others) > len(names) > 1
        and all(column.kind == "number" for column in others)
        and not all(str(name)[-1:].isdigit() for name in names)
        and None not in names
        and len(set(names)) == len(names)
    )


def _stands_for_gap(numbers: Sequence[float]) -> float | None:
    """Return the number that stands for a gap among others of a column."""
    signs = {number for number in numbers if number in _STAND_FOR_GAPS}
    others = [abs(number) for number in numbers if number not in signs]
    if len(signs) != 1 or len(others) < 2:
        return None
    (sign,) = signs
    return sign if abs(sign) > _BEYOND_OTHERS * max(others) else None
