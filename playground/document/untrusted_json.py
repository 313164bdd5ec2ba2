"""JSON from outside: whatever it is, reading it ends with a record or with one kind of error."""

from __future__ import annotations

import json
import re

MOST_PARTS = 600_000
"""Lists and dicts, and names in dicts, of a text: of small ones memory holds twenty times what the text takes."""

_HALF_OF_A_LETTER = re.compile(r"\\u[dD][89a-fA-F]")
"""How letters beyond 65,535 are written, in two halves; one of them alone is none, and no page can be sent it."""


def untrusted_json(text: str) -> object:
    """Return what a text of JSON says.

    Raises
    ------
    ValueError
        If it is none, or holds more than Python reads: a number of thousands of digits, or lists in lists in lists; if it
        has more parts than any document, or half a letter in a text.

    Examples
    --------
    >>> untrusted_json('{"version": 1}')
    {'version': 1}
    >>> untrusted_json("[" * 100_000)
    Traceback (most recent call last):
    ValueError: nested too deeply
    """
    # Within the texts these marks may stand as well, but not in so many.
    if max(text.count("[") + text.count("{"), text.count(":")) > MOST_PARTS:
        raise ValueError("too many parts")
    try:
        record: object = json.loads(text)
        if _HALF_OF_A_LETTER.search(text):
            json.dumps(record, ensure_ascii=False).encode()
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return record
