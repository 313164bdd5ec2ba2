"""Where a setting stands in the sidebar: at once or behind *More*, how many in a line, and what is read above it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class SettingPlace:
    """The place of a setting among the others.

    Attributes
    ----------
    at_first : bool
        Whether it is shown at once; the others stand behind *More*.
    abreast : int
        How many of its kind have room beside each other.
    speaks_for_itself : bool
        Whether its value says what it is, beside the field before it: its label is then read out, and not seen.
    shared_label : str
        What stands once above several of its kind, in place of a label above each, which are then only read out.
    """

    at_first: bool = False
    abreast: int = 1
    speaks_for_itself: bool = False
    shared_label: str = ""

    @property
    def shows_label(self) -> bool:
        """Whether its own label is seen."""
        return not self.speaks_for_itself and not self.shared_label


def behind_more(values: Mapping[str, Any]) -> SettingPlace:
    """Return the place of what few ask for."""
    return SettingPlace()


def at_first(values: Mapping[str, Any]) -> SettingPlace:
    """Return the place of what is asked for at once."""
    return SettingPlace(at_first=True)


def half_a_line_at_first(values: Mapping[str, Any]) -> SettingPlace:
    """Return the place of what is asked for at once and is short."""
    return SettingPlace(at_first=True, abreast=2)
