"""Examples that textbooks work by hand: each number on the page can be held against a printed one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nncore.experiment.experiment import Experiment
from nncore.textbook_examples import mazur
from playground.document import Document


@dataclass(frozen=True)
class TextbookExample:
    """An experiment that comes with its starting weights.

    Attributes
    ----------
    title : str
    question : str
        A sentence or two on what is to be seen.
    source : str
        Where it is from and under which licence, in sentences.
    experiment : function
        Returns it.
    """

    title: str
    question: str
    source: str
    experiment: Callable[[], Experiment]

    def document(self) -> Document:
        """Return what is opened: at epoch 0, asking about the inputs of the first row."""
        experiment = self.experiment()
        return Document(
            experiment,
            title=self.title,
            note=f"{self.question} {self.source}",
            situation=tuple(experiment.dataset.inputs[0].tolist()),
            play_head=0,
        )


TEXTBOOK_EXAMPLES = (
    TextbookExample(
        "Backpropagation by hand",
        "What becomes of eight weights in one update? The most copied example of all: one row, biases held, rate 0.5.",
        "After Matt Mazur, “A Step by Step Backpropagation Example”, 2015; its numbers alone, which need no licence.",
        mazur,
    ),
)
