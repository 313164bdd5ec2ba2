"""A worked update as a workbook whose cells compute it again: change a weight, and every line follows."""

from nncore.spreadsheet_export.to_spreadsheet import to_spreadsheet

__all__ = ["to_spreadsheet"]
