"""Examples that textbooks work by hand: each number on the page can be held against a printed one."""

from __future__ import annotations

from nncore.textbook_examples import mazur
from playground.gallery.example import ExperimentExample

TEXTBOOK_EXAMPLES = (
    ExperimentExample(
        "Backpropagation by hand",
        "What becomes of eight weights in one update? The most copied example of all: one row, biases held, rate 0.5.",
        "After Matt Mazur, “A Step by Step Backpropagation Example”, 2015; its numbers alone, which need no licence.",
        mazur,
    ),
)
