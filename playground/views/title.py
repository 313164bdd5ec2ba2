"""What the page is called, and what it is, in one sentence."""

TITLE = "Neural Playground"
WHAT_IT_IS = "See a neural network learn your table, number by number."
