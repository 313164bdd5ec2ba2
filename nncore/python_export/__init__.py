"""A trained network as Python code that needs NumPy alone: a file to take away, and the few lines that a screen shows."""

from nncore.python_export.screen_code import CodeLine, screen_code
from nncore.python_export.to_python import to_python

__all__ = ["CodeLine", "screen_code", "to_python"]
