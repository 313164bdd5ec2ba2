"""Signs that are written as in HTML: "&nbsp;", "&uuml;", "&#160;". Their semicolon is none between two cells."""

from __future__ import annotations

import re
from html import unescape
from html.entities import name2codepoint

from nncore.data.number_refusal import shown
from playground.tables.problem import Problem

_MOST_TOLD = 3
_names = "|".join(sorted({*name2codepoint, "apos"}))
_written_as_in_html = re.compile(rf"&(?:{_names}|#\d{{1,7}}|#[xX][\da-fA-F]{{1,6}});", re.ASCII)


def without_html_signs(text: str, *, but: str = "") -> tuple[str, list[Problem]]:
    r"""Return a text with the signs themselves where they are written as in HTML, and what is said of that.

    Parameters
    ----------
    text : str
    but : str
        Signs that stay as they are written, because they would cut or quote a cell.

    Examples
    --------
    >>> without_html_signs("city;t\nM&uuml;nchen;1")[0], without_html_signs("AT&T;1")
    ('city;t\nMünchen;1', ('AT&T;1', []))
    >>> without_html_signs("2&nbsp;000;1")[1][0].sentence
    'Signs that are written as in HTML are read as what they stand for: "&nbsp;" as a space.'
    """
    if "&" not in text:
        return text, []
    every = dict.fromkeys(match.group() for match in _written_as_in_html.finditer(text))
    found = {written: _sign(written) for written in every if _sign(written) not in but}
    if not found:
        return text, []
    told = [f'"{sign}" as {_called(found[sign])}' for sign in [*found][:_MOST_TOLD]]
    listed = f"{', '.join(told)}{' and so on' if len(found) > _MOST_TOLD else ''}"
    what = f"Signs that are written as in HTML are read as what they stand for: {listed}."
    note = Problem(None, None, next(iter(found)), what, is_note=True)
    return _written_as_in_html.sub(lambda match: found.get(match.group(), match.group()), text), [note]


def kept_from_html(text: str) -> str:
    """Return what `without_html_signs` reads as `text`.

    Examples
    --------
    >>> kept_from_html("&lt;b&gt;"), kept_from_html("AT&T;")
    ('&amp;lt;b&amp;gt;', 'AT&T;')
    """
    return _written_as_in_html.sub(lambda match: f"&amp;{match.group()[1:]}", text) if "&" in text else text


def _sign(written: str) -> str:
    """Return what is written so; a sign that would end a line or a cell and cannot be seen is a space inside one."""
    sign = unescape(written)
    return sign if sign.isprintable() or (sign.isspace() and sign not in "\t\n\r\v\f\x85\u2028\u2029") else " "


def _called(sign: str) -> str:
    return f'"{shown(sign)}"' if sign.strip() else "a space"
