"""Print what was measured, each figure beside what it must reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Target:
    """What a figure must reach: at least or at most a number."""

    sign: str
    number: float

    def __str__(self) -> str:
        return f"{self.sign} {self.number:g}"

    def verdict(self, figure: float) -> str:
        """Return "ok" or "MISS"."""
        reached = figure >= self.number if self.sign == "≥" else figure <= self.number
        return "ok" if reached else "MISS"


def at_least(number: float) -> Target:
    """Return a target that larger figures reach."""
    return Target("≥", number)


def at_most(number: float) -> Target:
    """Return a target that smaller figures reach."""
    return Target("≤", number)


@dataclass(frozen=True)
class Figure:
    """One measured number: what it is, the number, how it is written, and what it must reach, if anything."""

    what: str
    number: float
    style: str = ".2f"
    target: Target | None = None

    def cells(self) -> list[str]:
        """Return its row of the report."""
        target, verdict = (str(self.target), self.target.verdict(self.number)) if self.target else ("", "")
        return [self.what, format(self.number, self.style), target, verdict]


def print_title(title: str) -> None:
    """Begin a part of the report."""
    print(f"\n{title}\n{'-' * len(title)}", flush=True)


def print_table(rows: Sequence[Sequence[str]], *, header: Sequence[str] = ()) -> None:
    """Print rows of cells in columns, the first to the left, the others to the right."""
    table = [list(header), *rows] if header else list(rows)
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    for row in table:
        first, *others = (
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join([first, *others]).rstrip(), flush=True)


def print_figures(figures: Sequence[Figure]) -> None:
    """Print figures, one a line."""
    print_table([figure.cells() for figure in figures])
