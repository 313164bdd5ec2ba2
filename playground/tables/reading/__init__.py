"""A table as text, pasted or in a file: what it says, what was understood, what is to be asked."""
