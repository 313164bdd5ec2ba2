"""Formulas that people type: names of columns, numbers, signs and functions, read without ever running their text.

Why not Python's own parser, with a list of what is allowed? The names of columns may hold spaces, signs are typed as
they are written by hand (2·x², x ÷ y), and an error has to point into the text that was typed. What is read here can
only ever become one of three records, so there is nothing to be kept out.
"""

from nncore.formulas.formula import Formula

__all__ = ["Formula"]
