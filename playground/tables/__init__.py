"""What is typed into a table, read as numbers."""
