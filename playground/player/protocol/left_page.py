"""What a tab remembers of a page that is left: what was looked at, and what stood in the fields of the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playground.document.untrusted_json import untrusted_json
from playground.player.protocol.viewpoint import Viewpoint, read_viewpoint

LONGEST_TEXT = 200
"""Characters of a field that are put back; nobody types a number of more."""


@dataclass(frozen=True)
class LeftPage:
    """What is to be seen again when a page is reloaded, and stands in no link.

    Attributes
    ----------
    viewpoint : Viewpoint
    settings : mapping of str to str
        What stood in fields of the sidebar, by what they are called there; whether each is a setting is asked by who opens it.
    """

    viewpoint: Viewpoint
    settings: Mapping[str, str]


def left_page(text: str) -> LeftPage | None:
    """Return what was left, as the page's address says it as JSON; None if it does not.

    Examples
    --------
    >>> left_page('{"epoch": 4, "row": 1}').viewpoint.epoch
    4
    >>> left_page('{"epoch": 4, "row": 1, "settings": {"epochs": "1e", "seed": 3}}').settings
    {'epochs': '1e'}
    >>> left_page("4") is None
    True
    """
    try:
        given = untrusted_json(text)
    except ValueError:
        return None
    viewpoint = read_viewpoint(given)
    if viewpoint is None or not isinstance(given, Mapping):
        return None
    return LeftPage(viewpoint, _texts(given.get("settings")))


def _texts(given: object) -> dict[str, str]:
    fields = given.items() if isinstance(given, Mapping) else ()
    return {name: text for name, text in fields if isinstance(text, str) and len(text) <= LONGEST_TEXT}
