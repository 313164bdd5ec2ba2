"""What is typed into a table, pasted, or in a file, read as numbers and words."""

from playground.tables.reading.read_file import read_file
from playground.tables.reading.read_text import read_text
from playground.tables.reading.reading import Choice, Question, Reading
from playground.tables.reading.to_csv import to_csv

__all__ = ["Choice", "Question", "Reading", "read_file", "read_text", "to_csv"]
