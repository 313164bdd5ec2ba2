"""What the trial of a mend gave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nncore.experiment.experiment import Experiment
from nncore.number_text import counted, sentence_number

NEARLY_ALL = 0.9
"""With so many of the seeds a mend is as good as one that changes more."""


@dataclass(frozen=True)
class MendResult:
    """How many of how many seeds a mend brought to a loss, within how many epochs.

    Attributes
    ----------
    mend : Experiment
        From a seed that reached the goal: its own if that one did, else the first that did; its own if none did.
    words : str
        What it changes, such as "with 3 hidden neurons".
    goal : float or None
        The loss below which the training table counts as learnt. None where a seed counts for what it ends with.
    reached : tuple of int
        The seeds that came below it.
    tried : tuple of int
        All seeds.
    epochs : int
        How many epochs each of the others had.
    is_complete : bool
        False if the trial was stopped before they had all of the mend's.
    changes : int
        How many things it changes, `nncore.diagnosis.mend_words.mend_parts`.
    ends_with : str
        What a seed that counts ends with, such as "most rows of every class called right"; empty where there is a goal.
    """

    mend: Experiment
    words: str
    goal: float | None
    reached: tuple[int, ...]
    tried: tuple[int, ...]
    epochs: int
    is_complete: bool = True
    changes: int = 1
    ends_with: str = ""

    @property
    def share(self) -> float:
        """The share of the seeds that reached the goal."""
        return len(self.reached) / len(self.tried)

    @property
    def helps(self) -> bool:
        """Whether any did."""
        return bool(self.reached)

    @property
    def sentence(self) -> str:
        """The result as a sentence."""
        return results_sentence([self])


def results_sentence(results: Sequence[MendResult]) -> str:
    """Return what several mends of one fault gave, in one sentence.

    Parameters
    ----------
    results : sequence of MendResult
        At least one. Goal and epochs are named again where they differ from those before.

    Examples
    --------
    >>> from nncore import articles
    >>> article = articles.single_neuron()
    >>> two = MendResult(article, "with 2 hidden neurons", 0.01, tuple(range(87)), tuple(range(100)), 15_000)
    >>> three = MendResult(article, "with 3 hidden neurons", 0.01, tuple(range(100)), tuple(range(100)), 15_000)
    >>> print(results_sentence([two, three]))
    With 2 hidden neurons 87 of 100 seeds reach a loss below 0.01 within 15,000 epochs, with 3 all 100.
    """
    first = results[0]
    text = f"{first.words} {_seeds(first)} {_goal(first)}"
    for before, result in pairwise(results):
        same = (before.goal, before.epochs, len(before.tried)) == (result.goal, result.epochs, len(result.tried))
        words = _counted_alike(result.words, before.words)
        text += f", {words} {_count(result)}" if same else f"; {result.words} {_seeds(result)} {_goal(result)}"
    return f"{text[0].upper()}{text[1:]}."


def best_result(results: Sequence[MendResult]) -> MendResult:
    """Return the result most seeds of which reached the goal, the earlier one of two that are alike."""
    return max(results, key=lambda result: result.share)


def worth_telling(results: Sequence[MendResult]) -> tuple[MendResult, ...]:
    """Return of what the mends of one fault gave what is to be said: the best last.

    Parameters
    ----------
    results : sequence of MendResult
        In the order of `Finding.mends`. A mend that changes more is not told of where no fewer seeds reach the goal without,
        nor another one where all of them do.
    """
    told = [
        result
        for place, result in enumerate(results)
        if not any(_is_as_good(before, result) for before in results[:place])
        and not any(_does_with_less(other, result) for other in results)
    ]
    return tuple(sorted(told, key=lambda result: result.share))


def best_first(results: Sequence[MendResult]) -> tuple[MendResult, ...]:
    """Return what helps, in the order in which it is offered: of those that nearly all seeds reach the goal with the smallest.

    Examples
    --------
    >>> from nncore import articles
    >>> article, seeds = articles.single_neuron(), tuple(range(100))
    >>> more = MendResult(article, "with tanh and Adam", 0.01, seeds, seeds, 2000, changes=2)
    >>> less = MendResult(article, "with tanh", 0.01, seeds[:94], seeds, 2000)
    >>> [result.words for result in best_first([more, less])]
    ['with tanh', 'with tanh and Adam']
    """
    helping = [result for result in results if result.helps]
    return tuple(sorted(helping, key=lambda one: (min(one.share, NEARLY_ALL), -one.changes, one.share), reverse=True))


def _is_as_good(before: MendResult, result: MendResult) -> bool:
    return before.share == 1 == result.share and before.changes <= result.changes


def _does_with_less(other: MendResult, result: MendResult) -> bool:
    return other.helps and other.changes < result.changes and other.share >= result.share


def _count(result: MendResult) -> str:
    reached, tried = len(result.reached), len(result.tried)
    return f"all {tried:,}" if reached == tried else f"{reached:,} of {tried:,}" if reached else f"none of {tried:,}"


def _seeds(result: MendResult) -> str:
    several, one = ("end", "ends") if result.goal is None else ("reach", "reaches")
    if len(result.tried) == 1:
        return f"{'the one seed' if result.reached else 'no seed'} {one}"
    return f"{_count(result)} seeds {several if len(result.reached) > 1 else one}"


def _goal(result: MendResult) -> str:
    if result.goal is None:
        return f"with {result.ends_with}"
    return f"a loss below {sentence_number(result.goal)} within {counted(result.epochs, 'epoch')}"


def _counted_alike(words: str, before: str) -> str:
    """Return words as far as their number, if nothing but it differs from the ones before; else all of them.

    Examples
    --------
    >>> _counted_alike("with 3 hidden neurons", "with 2 hidden neurons")
    'with 3'
    >>> _counted_alike("with Adam and more epochs", "with more epochs")
    'with Adam and more epochs'
    >>> _counted_alike("scaled", "with 2 hidden neurons")
    'scaled'
    """
    (start, *counted_words), others = words.split(" "), before.split(" ")
    number, rest = "".join(counted_words[:1]), counted_words[1:]
    is_counted = number.isdecimal() and rest and others[:1] == [start] and others[2:] == rest
    return f"{start} {number}" if is_counted else words
