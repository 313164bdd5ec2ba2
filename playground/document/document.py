"""What is open on a page and can be kept, in one frozen record: who holds it can put the same page on the screen again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from nncore.errors import NeuralNetworkError, require_known, require_number, require_whole_number
from nncore.experiment.experiment import Experiment
from nncore.experiment.fingerprint import Fingerprint
from nncore.generators.recipe import Recipe
from nncore.number_text import sentence_number
from nncore.quoting import quoted
from playground.document.chart_choices import ChartChoices, ChartNote
from playground.document.document_error import DocumentError
from playground.document.document_format import document_from_dict, document_to_dict
from playground.document.generated_rows import recipe_of
from playground.document.lesson_place import LessonPlace
from playground.document.link_text import document_of, link_of
from playground.document.run_lengths import checked_lengths, lengthened_from
from playground.document.table_columns import checked_columns, checked_ignored
from playground.document.unfinished_work import UnfinishedWork
from playground.tables.column import Column
from playground.tables.table_dataset import IgnoredCells

__all__ = ["Document", "DocumentError"]

_KINDS: dict[str, type] = {"experiment": Experiment, "charts": ChartChoices}
_KINDS_OR_NONE: dict[str, type] = {
    "chart_note": ChartNote,
    "fingerprint": Fingerprint,
    "generated": Recipe,
    "lesson": LessonPlace,
    "unfinished": UnfinishedWork,
}

PANELS = ("gradient", "truth")
"""What of the whole network may lie over the charts: the check of its gradient, its answers to all rows of zeros and ones."""

LONGEST_TEXTS = {"title": 200, "began_as": 200, "note": 2000, "sentence": 2000}
"""Characters."""


@dataclass(frozen=True)
class Document:
    """What is open: the experiment, and what the page adds to it.

    Parameters
    ----------
    experiment : Experiment
        Everything that decides the numbers, with the changes made on the way.
    title : str
        What lists call it.
    note : str
        A sentence or two on what it is.
    situation : tuple of float, optional
        The row that is asked about, one number for each input; None if there is none that could be read.
    charts : ChartChoices
    chart_note : ChartNote, optional
        What is to be said of one of the charts.
    threshold : float, optional
        Above it an output counts as the higher of two classes, between whose targets it lies; None is their middle.
    chosen_row : int
        The training row whose numbers are shown in the network, the first being 0.
    chosen_neuron : (int, int), optional
        The neuron that is looked into: its layer, the inputs being 0, and its place there.
    worked_parameter : int, optional
        The weight or bias whose update is worked, by its place in the flat vector of parameters.
    surface_parameters : (int, int), optional
        The two weights or biases over which the loss is shown, by their places in the flat vector.
    panel : str, optional
        What else lies over the charts, one of `PANELS`.
    show_code : bool
        Whether the lines that train the network are read, over its output.
    hide_future : bool, optional
        Whether what comes after the play-head is hidden; None: where it stands on epoch 0.
    play_head : int, optional
        The epoch on the screen; None is the end of the run, wherever that is.
    columns : tuple of Column
        Those of the page's table, in its order; left out, one for each column of the experiment's dataset.
    ignored : IgnoredCells
        What stands in the ignored ones.
    fingerprint : Fingerprint, optional
        What the run has come to where the document was made; None if it had not ended. Two documents that open the same are
        equal, whatever it was.
    generated : Recipe, optional
        How the training rows were generated; None as soon as one of them is another than it makes.
    show_scaled : bool
        Whether tables, axes and input circles show the inputs as the network sees them, where they are scaled.
    lesson : LessonPlace, optional
        The scene of a lesson that it was opened as.
    began_as : str, optional
        The title of what was opened, where the table is another one by now and is not called so any more.
    shorter_before : tuple of int, optional
        How many epochs the run had before it went on for a change at its last one, the latest first; None if it never did.
    unfinished : UnfinishedWork, optional
        What is typed on the page beyond what the experiment was made of, if there is any.

    Raises
    ------
    DocumentError
        If a part is none, or the parts do not fit each other; the message is one line for the person.

    Examples
    --------
    >>> from nncore import articles
    >>> document = Document(articles.single_neuron(), situation=(1.0, 0.0, 0.0))
    >>> Document.from_dict(document.to_dict()) == document
    True
    >>> Document(articles.single_neuron(), situation=(1.0, 0.0))
    Traceback (most recent call last):
    playground.document.document_error.DocumentError: situation must have one number for each of the 3 inputs. Got 2.
    """

    experiment: Experiment
    title: str = ""
    note: str = ""
    situation: tuple[float, ...] | None = None
    charts: ChartChoices = field(default_factory=ChartChoices)
    chart_note: ChartNote | None = None
    threshold: float | None = None
    chosen_row: int = 0
    chosen_neuron: tuple[int, int] | None = None
    worked_parameter: int | None = None
    surface_parameters: tuple[int, int] | None = None
    panel: str | None = None
    show_code: bool = False
    hide_future: bool | None = None
    play_head: int | None = None
    columns: tuple[Column, ...] = ()
    ignored: IgnoredCells = field(default_factory=IgnoredCells)
    fingerprint: Fingerprint | None = field(default=None, compare=False)
    generated: Recipe | None = None
    show_scaled: bool = False
    lesson: LessonPlace | None = None
    began_as: str | None = None
    shorter_before: tuple[int, ...] | None = None
    unfinished: UnfinishedWork | None = None

    def __post_init__(self) -> None:
        for name, kind in _KINDS.items():
            if not isinstance(getattr(self, name), kind):
                raise DocumentError(f"{name} must be of the kind {kind.__name__}.")
        for name in ("show_scaled", "show_code"):
            if not isinstance(getattr(self, name), bool):
                raise DocumentError(f"{name} must be True or False.")
        for name, kind in _KINDS_OR_NONE.items():
            if not isinstance(getattr(self, name), kind | None):
                raise DocumentError(f"{name} must be a {kind.__name__} or None.")
        try:
            self._check()
        except DocumentError:
            raise
        except NeuralNetworkError as error:
            raise DocumentError(str(error)) from error

    def _check(self) -> None:
        dataset, sizes = self.experiment.dataset, self.experiment.architecture.layer_sizes
        self._keep("generated", recipe_of(dataset, self.generated))
        _require_text("title", self.title)
        _require_text("note", self.note)
        if self.began_as is not None:
            _require_text("began_as", self.began_as)
        if self.chart_note is not None:
            _require_text("sentence", self.chart_note.sentence)
        self._keep("columns", checked_columns(self.columns, dataset))
        self._keep("ignored", checked_ignored(self.ignored, self.columns, dataset))
        self._keep("situation", _checked_situation(self.situation, dataset.input_count))
        if self.threshold is not None:
            classes = dataset.classes
            self._keep(
                "threshold", _checked_threshold(self.threshold, (-1.0, 1.0) if classes is None else classes.values)
            )
        self._keep("chosen_row", _place("chosen_row", self.chosen_row, dataset.samples - 1))
        if self.chosen_neuron is not None:
            layer, index = _pair(self.chosen_neuron, "chosen_neuron must be a layer and a place in it, or None.")
            layer = _place("The layer of chosen_neuron", layer, len(sizes) - 1)
            self._keep("chosen_neuron", (layer, _place("The place of chosen_neuron", index, sizes[layer] - 1)))
        last = self.experiment.architecture.parameter_count - 1
        if self.surface_parameters is not None:
            two = _pair(self.surface_parameters, _TWO_PARAMETERS)
            first, second = (_place("A parameter of surface_parameters", place, last) for place in two)
            if first == second:
                raise DocumentError(_TWO_PARAMETERS)
            self._keep("surface_parameters", (first, second))
        if self.worked_parameter is not None:
            self._keep("worked_parameter", _place("worked_parameter", self.worked_parameter, last))
        if self.panel is not None:
            require_known("panel", self.panel, PANELS)
        if not isinstance(self.hide_future, bool | None):
            raise DocumentError("hide_future must be true, false or None.")
        self._keep("shorter_before", checked_lengths(self.experiment.epochs, self.shorter_before))
        if self.play_head is not None:
            self._keep("play_head", _place("play_head", self.play_head, self.experiment.epochs))

    def _keep(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)

    @property
    def lengthened(self) -> dict[int, int]:
        """How many epochs the run had that was changed at its last one, by how many it has had since."""
        return lengthened_from(self.experiment.epochs, self.shorter_before)

    def to_dict(self) -> dict[str, Any]:
        """Return the document as a plain, versioned dict, which passes through json unchanged and exactly."""
        return document_to_dict(self)

    @classmethod
    def from_dict(cls, record: object) -> Document:
        """Return the document that `to_dict` described.

        Raises
        ------
        DocumentError
            If a field is unknown, missing or malformed; the message is one line that names it.
        """
        return document_from_dict(record, cls)

    def to_link(self) -> str:
        """Return the document as the text of a link, `playground.document.link` says how; empty if it is too long for one."""
        return link_of(self)

    @classmethod
    def from_link(cls, link: str) -> Document:
        """Return the document of a link.

        Raises
        ------
        DocumentError
            If it is none; the message is a sentence for whoever followed it.

        Examples
        --------
        >>> from nncore import articles
        >>> document = Document(articles.single_neuron(), title="Article 1", play_head=4)
        >>> Document.from_link(document.to_link()) == document
        True
        """
        return document_of(link, cls)


def _require_text(name: str, text: object) -> None:
    longest = LONGEST_TEXTS[name]
    if not isinstance(text, str) or len(text) > longest:
        raise DocumentError(f"{name} must be a text of at most {longest:,} characters.")


def _checked_situation(situation: object, inputs: int) -> tuple[float, ...] | None:
    if situation is None:
        return None
    if not isinstance(situation, tuple | list):
        raise DocumentError("situation must be a row of numbers, or None.")
    if len(situation) != inputs:
        raise DocumentError(f"situation must have one number for each of the {inputs} inputs. Got {len(situation)}.")
    return tuple(require_number("A number of situation", value) for value in situation)


def _checked_threshold(value: object, between: tuple[float, float]) -> float:
    threshold = require_number("threshold", value)
    lowest, highest = between
    if not lowest <= threshold <= highest:
        wanted = f"a number from {sentence_number(lowest)} to {sentence_number(highest)}"
        raise DocumentError(f"threshold must be {wanted}. Got {quoted(threshold)} instead.")
    return threshold


_TWO_PARAMETERS = "surface_parameters must be two different places in the flat vector, or None."


def _pair(given: object, otherwise: str) -> tuple[object, object]:
    if not isinstance(given, tuple | list) or len(given) != 2:
        raise DocumentError(otherwise)
    return given[0], given[1]


def _place(name: str, value: object, last: int) -> int:
    return require_whole_number(name, value, at_least=0, at_most=last)
