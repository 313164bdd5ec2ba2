"""The page: edit a small table, and see a neural network learn it, number by number."""
