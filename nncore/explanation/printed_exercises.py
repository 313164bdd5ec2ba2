"""Write exercises as a page to print: a sheet with blanks for each student, or the key to all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from itertools import pairwise

from nncore.explanation.exercise_set import Exercise, are_alike, name_of
from nncore.explanation.gathered_rows import with_gathered_rows
from nncore.explanation.worked_text import worked_text
from nncore.explanation.worked_update import WorkedUpdate
from nncore.explanation.worksheet import worksheet

COLUMNS = 80
"""As many signs of the page's type as fit between the margins of A4 and of US letter, in the widest of usual typefaces."""

_HEADING = re.compile(r"[A-Z][a-z]+")

_STYLE = """
@page { margin: 18mm }
body { max-width: 48em; margin: 2em auto; font-family: system-ui, sans-serif }
section { break-after: page }
section:last-child { break-after: auto }
header { display: flex; justify-content: space-between }
.name { width: 18em; border-bottom: 1px solid }
pre { font: 10pt/1.7 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere }
.heading { break-after: avoid; font-weight: bold }
.given { columns: 19em; column-gap: 2em }
@media print { body { margin: 0 } }
""".strip()

_ALIKE = "Some of these sheets have the same numbers: where starting weights are typed, another seed changes nothing in them."


def sheets_page(exercises: Sequence[Exercise], digits: int | None = 6) -> str:
    """Return the sheets of all students as an HTML page, each on a page of its own, with a line for the name.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.explanation.exercise_set import exercise_set
    >>> page = sheets_page(exercise_set(articles.single_neuron(), 2, epoch=0, parameter=2, sample=1))
    >>> page.count("<section>"), page.count("Name")
    (2, 2)
    """
    return _page(exercises, "Worksheet", lambda step: worksheet(step, digits, COLUMNS), "Name")


def key_page(exercises: Sequence[Exercise], digits: int | None = 6) -> str:
    """Return the key to the sheets of all students as an HTML page.

    Examples
    --------
    >>> from nncore import articles
    >>> from nncore.explanation.exercise_set import exercise_set
    >>> "−0.850638" in key_page(exercise_set(articles.single_neuron(), 1, epoch=0, parameter=2, sample=1))
    True
    """
    return _page(exercises, "Key", lambda step: worked_text(with_gathered_rows(step), digits, COLUMNS), "")


def _page(exercises: Sequence[Exercise], kind: str, text: Callable[[WorkedUpdate], str], aside: str) -> str:
    aside = f'<span class="name">{aside}</span>' if aside else ""
    note = f"<p>{_ALIKE}</p>\n" if kind == "Key" and are_alike(exercises) else ""
    sections = "\n".join(
        f"<section>\n<header><span>{kind}, seed {one.seed}</span>{aside}</header>\n{_parts(text(one.step))}\n</section>"
        for one in exercises
    )
    title = escape(f"{kind}: {name_of(exercises)}")
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>\n{_STYLE}\n</style>\n</head>\n<body>\n{note}{sections}\n</body>\n</html>\n"
    )


def _parts(text: str) -> str:
    parts = text.split("\n\n")
    return "\n".join(_part(part, before) for before, part in pairwise(["", *parts]))


def _part(part: str, before: str) -> str:
    """Return a part of a text as an element whose class says how it is printed."""
    kind = "heading" if _HEADING.fullmatch(part) else "given" if before == "Given" else "lines"
    return f'<pre class="{kind}">{escape(part, quote=False)}</pre>'
