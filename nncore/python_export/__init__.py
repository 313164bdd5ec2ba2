"""A trained network as Python code that needs NumPy alone: a file to take away, and the few lines that a screen shows."""

from nncore.python_export.code_line import CodeLine
from nncore.python_export.screen_code import left_out, screen_code
from nncore.python_export.to_python import to_python
from nncore.python_export.worked_in_code import worked_in_code

__all__ = ["CodeLine", "left_out", "screen_code", "to_python", "worked_in_code"]
