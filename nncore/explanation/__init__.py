"""One weight, one row, one update, worked as on paper: every number with its formula and where it comes from."""

from nncore.explanation.line import Line, Place
from nncore.explanation.worked_update import WorkedUpdate

__all__ = ["Line", "Place", "WorkedUpdate"]
